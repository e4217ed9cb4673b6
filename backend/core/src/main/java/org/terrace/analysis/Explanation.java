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
     * @param numbers that the head line was reckoned with, named like columns; empty where none was
     */
    public record Stretch(
            String kind,
            String code,
            LineString line,
            double[] alongM,
            double[] heightM,
            double[] headM,
            Map<String, Double> numbers) {
        /** The scheme whose codes the kinds are. */
        public static final String SCHEME = "way";

        public Stretch {
            numbers = Map.copyOf(numbers);
        }

        /** Without the numbers. */
        public Stretch(String kind, String code, LineString line, double[] alongM, double[] heightM, double[] headM) {
            this(kind, code, line, alongM, heightM, headM, Map.of());
        }

        /** A way on foot or wheels. */
        public Stretch(String kind, String code, LineString line, double[] alongM, double[] heightM) {
            this(kind, code, line, alongM, heightM, new double[0]);
        }
    }

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
