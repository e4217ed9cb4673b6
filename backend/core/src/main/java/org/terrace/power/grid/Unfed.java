package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.network.DisjointSets;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/** Pieces of the network that no transformer feeds, each with how long it is, how many households stand near and how far its transformer is. */
final class Unfed {
    private final FeatureTable households;
    private final FeatureTable facilities;
    private final DrawnLines lines;
    private final Feeding.Fed fed;
    private final WireLengths lengths;
    private final GridRules rules;
    private final LineNames names;

    Unfed(Region region, DrawnLines lines, Feeding.Fed fed, WireLengths lengths, GridRules rules) {
        this.households = region.households();
        this.facilities = region.table(LayerKind.POWER_FACILITY);
        this.lines = lines;
        this.fed = fed;
        this.lengths = lengths;
        this.rules = rules;
        this.names = new LineNames(lines, facilities);
    }

    List<Fault> faults() {
        Wires wires = fed.wires();
        DisjointSets pieces = new DisjointSets(wires.nodes());
        boolean[] kept = new boolean[wires.count()];
        for (int w = 0; w < wires.count(); w++) {
            kept[w] = fed.transformer()[w] == Feeding.NOBODY;
            if (kept[w]) {
                pieces.join(wires.wire(w).from(), wires.wire(w).to());
            }
        }
        Map<Integer, List<Integer>> wiresOf = new TreeMap<>();
        for (int w = 0; w < kept.length; w++) {
            if (kept[w]) {
                wiresOf.computeIfAbsent(pieces.find(wires.wire(w).from()), k -> new ArrayList<>())
                        .add(w);
            }
        }
        Map<Integer, Integer> near = householdsNear(wires, kept, pieces);
        List<Fault> faults = new ArrayList<>();
        wiresOf.forEach((piece, own) -> faults.add(fault(wires, own, near.getOrDefault(piece, 0))));
        return faults;
    }

    private Map<Integer, Integer> householdsNear(Wires wires, boolean[] unfed, DisjointSets pieces) {
        Map<Integer, Integer> near = new TreeMap<>();
        WireIndex index = new WireIndex(wires.only(unfed), lines);
        List<Wires.Wire> own = wires.only(unfed).wires;
        for (int i = 0; i < households.size(); i++) {
            if (households.hasGeometry(i)) {
                Coordinate at = households.at(i);
                index.nearestWithin(at, rules.drawnM(), w -> true)
                        .ifPresent(p -> near.merge(pieces.find(own.get(p.wire()).from()), 1, Integer::sum));
            }
        }
        return near;
    }

    /** Told by the line with the lowest code, at its middle; an island when a line names a transformer, told with the way missing. */
    private Fault fault(Wires wires, List<Integer> own, int householdsNear) {
        int line = wires.wire(own.get(0)).line();
        double lengthM = 0;
        int named = LineNames.NOBODY;
        for (int w : own) {
            line = Math.min(line, wires.wire(w).line());
            lengthM += lengths.of(wires, w).metres();
            int name = names.of(wires.wire(w).line());
            named = name >= 0 && (named < 0 || name < named) ? name : named;
        }
        double gapM = Double.NaN;
        if (named >= 0 && facilities.hasGeometry(named)) {
            Coordinate transformer = facilities.at(named);
            gapM = own.stream()
                    .mapToDouble(w -> Distance.pointToSegmentString(
                            transformer, wires.course(w, lines).toArray(Coordinate[]::new)))
                    .min()
                    .orElse(Double.NaN);
        }
        int first = line;
        int middle = own.stream()
                .filter(w -> wires.wire(w).kind() == Wires.Kind.DRAWN
                        && wires.wire(w).line() == first)
                .max(Comparator.comparingDouble((Integer w) ->
                                wires.wire(w).toM() - wires.wire(w).fromM())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        Wires.Wire wire = wires.wire(middle);
        return new Fault(
                named >= 0 ? Fault.Kind.ISLAND : Fault.Kind.FED_BY_NOBODY,
                lines.table.code(first),
                named >= 0 ? facilities.code(named) : "",
                gapM,
                lengthM,
                householdsNear,
                lines.at(first, (wire.fromM() + wire.toM()) / 2));
    }
}
