package org.terrace.water;

import java.util.TreeSet;
import org.terrace.standard.Standard;

/**
 * What of a standard decides which pipes are exposed. A value: equal rules expose the same pipes.
 *
 * @param nearStreamM a pipe on the surface this near a stream is exposed
 * @param pipeErrorM how far a drawn pipe, or what is drawn beside it, may lie from its true place
 * @param crossingM metres of a pipe that are trodden on where a track crosses it
 * @param streamM2 catchment at which a gully begins
 * @param streams kinds of watercourse that flood
 * @param tracks classes of road that livestock go along
 */
record ExposureRules(
        double nearStreamM,
        double pipeErrorM,
        double crossingM,
        double steepDeg,
        double steepErrorDeg,
        double streamM2,
        TreeSet<String> streams,
        TreeSet<String> tracks) {

    static ExposureRules of(Standard standard) {
        return new ExposureRules(
                standard.number("water.pipe.exposure_distance_m"),
                standard.number("water.pipe.position_error_m"),
                standard.number("water.pipe.track_crossing_m"),
                standard.number("water.pipe.steep_deg"),
                standard.number("water.pipe.steep_error_deg"),
                standard.number("water.drainage.stream_catchment_m2"),
                new TreeSet<>(standard.texts("water.pipe.flooding_watercourses")),
                new TreeSet<>(standard.texts("water.pipe.stock_track_classes")));
    }
}
