package org.terrace.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrace.region.Geometries;

/**
 * Why one feature got its result, computed on demand: steps in order, each a sentence's key with its numbers, and the geometry to
 * draw (the way to the road, the line to the source) in the region's CRS.
 *
 * @param way where the drawing is a way that somebody goes: its stretches in order, each with its profile
 */
public record Explanation(List<Step> steps, Optional<Geometry> drawing, List<Stretch> way) {

    /**
     * @param key words at {@code reason.<key>}
     * @param numbers by placeholder; in the units that the placeholder names
     * @param texts by placeholder: codes and names
     * @param thresholds names of the standard's thresholds that decided
     */
    public record Step(String key, Map<String, Double> numbers, Map<String, String> texts, List<String> thresholds) {
        public Step {
            numbers = Map.copyOf(numbers);
            texts = Map.copyOf(texts);
            thresholds = List.copyOf(thresholds);
        }
    }

    /**
     * A stretch of a way.
     *
     * @param kind code of the scheme {@code way}
     * @param code the feature that it runs along, empty where it follows none
     * @param line at least two points
     * @param alongM where heights are known or asked for, metres along the whole way. @param heightM there; NaN where not known
     * @param headM where water goes this way: the head line at the same places; empty for any other way
     * @param numbers that the line was reckoned with, named like columns; empty where none was
     * @param volts where power goes this way; empty for any other way
     */
    public record Stretch(
            String kind,
            String code,
            LineString line,
            double[] alongM,
            double[] heightM,
            double[] headM,
            Map<String, Double> numbers,
            Optional<Volts> volts) {
        /** The scheme whose codes the kinds are. */
        public static final String SCHEME = "way";

        public Stretch {
            numbers = Map.copyOf(numbers);
        }

        /** A way of water, with the numbers of its head line. */
        public Stretch(
                String kind,
                String code,
                LineString line,
                double[] alongM,
                double[] heightM,
                double[] headM,
                Map<String, Double> numbers) {
            this(kind, code, line, alongM, heightM, headM, numbers, Optional.empty());
        }

        /** Without the numbers. */
        public Stretch(String kind, String code, LineString line, double[] alongM, double[] heightM, double[] headM) {
            this(kind, code, line, alongM, heightM, headM, Map.of());
        }

        /** A way on foot or wheels. */
        public Stretch(String kind, String code, LineString line, double[] alongM, double[] heightM) {
            this(kind, code, line, alongM, heightM, new double[0]);
        }

        /** A way of power. */
        public static Stretch ofPower(
                String kind,
                String code,
                LineString line,
                double[] alongM,
                double[] heightM,
                Map<String, Double> numbers,
                Volts volts) {
            return new Stretch(kind, code, line, alongM, heightM, new double[0], numbers, Optional.of(volts));
        }
    }

    /**
     * The lowest phase voltage at the places of a stretch, to neutral; NaN where it collapses.
     *
     * @param middleV at the middle of what is assumed. @param leastV at its unfavourable end. @param mostV at its favourable end
     */
    public record Volts(double[] middleV, double[] leastV, double[] mostV) {}

    public Explanation {
        steps = List.copyOf(steps);
        way = List.copyOf(way);
    }

    /** Without a way. */
    public Explanation(List<Step> steps, Optional<Geometry> drawing) {
        this(steps, drawing, List.of());
    }

    /** One step, drawn as the straight line between two points. */
    public static Explanation straight(Step step, Coordinate from, Coordinate to) {
        return new Explanation(
                List.of(step), Optional.of(Geometries.FACTORY.createLineString(new Coordinate[] {from, to})));
    }

    public static final Explanation NONE = new Explanation(List.of(), Optional.empty());
}
