package org.terrace.power.area;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Tree;

/**
 * What a distribution transformer's plate says, or the series' table where only its size is known.
 *
 * @param noLoadW lost in the iron. @param loadW lost in the copper at its rating
 * @param shortCircuitPercent voltage that drives the rated current through the short-circuited transformer
 */
public record Plate(double kva, double highKv, double lowKv, double shortCircuitPercent, double noLoadW, double loadW) {

    /** The series of the data files {@code grid/*.yaml}. */
    public static final class Series {
        private final double highKv;
        private final double lowKv;
        private final double shortCircuitPercent;
        private final NavigableMap<Double, Double> noLoad = new TreeMap<>();
        private final NavigableMap<Double, Double> load = new TreeMap<>();

        private Series(Tree entry) {
            this.highKv = entry.number("high_kv");
            this.lowKv = entry.number("low_kv");
            this.shortCircuitPercent = entry.number("short_circuit_percent");
            fill(entry.get("no_load_w"), noLoad);
            fill(entry.get("load_w"), load);
        }

        /** The first series of the last file. @throws IllegalArgumentException when no file has one */
        public static Series of(ReferenceData reference) {
            return reference.of(Wires.FOLDER).stream()
                    .flatMap(file ->
                            file.tree().get("transformers").items().stream().limit(1))
                    .reduce((earlier, later) -> later)
                    .map(Series::new)
                    .orElseThrow(() -> new IllegalArgumentException("no transformers in data/grid"));
        }

        private static void fill(Tree table, NavigableMap<Double, Double> into) {
            for (String kva : table.keys()) {
                into.put(Double.valueOf(kva), table.number(kva));
            }
        }

        /** Sizes that are made, ascending. */
        public double[] sizesKva() {
            return load.keySet().stream().mapToDouble(k -> k).toArray();
        }

        /**
         * Between two sizes straight; beyond the ends in proportion to the size.
         *
         * @param shortCircuitOnPlate percent, NaN where not on record
         */
        public Plate plate(double kva, double shortCircuitOnPlate) {
            double percent = Double.isNaN(shortCircuitOnPlate) ? shortCircuitPercent : shortCircuitOnPlate;
            return new Plate(kva, highKv, lowKv, percent, at(noLoad, kva), at(load, kva));
        }

        private static double at(NavigableMap<Double, Double> table, double kva) {
            var below = table.floorEntry(kva);
            var above = table.ceilingEntry(kva);
            if (below == null) {
                return table.firstEntry().getValue() * kva / table.firstKey();
            }
            if (above == null) {
                return table.lastEntry().getValue() * kva / table.lastKey();
            }
            double span = above.getKey() - below.getKey();
            double part = span == 0 ? 0 : (kva - below.getKey()) / span;
            return below.getValue() + part * (above.getValue() - below.getValue());
        }
    }

    public double copperPercent() {
        return loadW / kva / 10;
    }
}
