package org.terrace.water;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * What was found along one pipe.
 *
 * @param reason code in {@link PipeExposure#PIPE_REASONS}
 * @param exposedM metres surely exposed, each counted once however many causes it has
 * @param borderlineM metres that may be
 * @param byCause surely exposed metres by cause, of which one metre may have several
 * @param places stretches in their order along the pipe, by cause
 */
record JudgedPipe(
        Exposure exposure,
        String reason,
        double lengthM,
        double exposedM,
        double borderlineM,
        Map<ExposureCause, Double> byCause,
        List<Place> places) {

    /**
     * A stretch with one cause.
     *
     * @param sure whether it is exposed whatever the errors; else it may be
     * @param metres of the sure part where there is one, else of all that may be
     * @param otherCode the stream or track on the map; empty for what is not
     * @param crossings how often pipe and line cross as they are drawn
     */
    record Place(ExposureCause cause, boolean sure, double metres, String otherCode, int crossings, LineString line) {

        /** The middle of the stretch. */
        Coordinate middle() {
            Coordinate[] points = line.getCoordinates();
            return points[points.length / 2];
        }
    }

    JudgedPipe {
        byCause = new EnumMap<>(byCause);
        places = List.copyOf(places);
    }

    /** Without anything measured. */
    static JudgedPipe plain(Exposure exposure, String reason, double lengthM) {
        Map<ExposureCause, Double> none = new EnumMap<>(ExposureCause.class);
        double metres = exposure == Exposure.NOT_EXPOSED ? 0 : Double.NaN;
        Arrays.stream(ExposureCause.values()).forEach(cause -> none.put(cause, metres));
        return new JudgedPipe(exposure, reason, lengthM, metres, metres, none, List.of());
    }

    double metres(ExposureCause cause) {
        return byCause.getOrDefault(cause, Double.NaN);
    }

    int crossings() {
        return places.stream().mapToInt(Place::crossings).sum();
    }

    /** The same with another word about it, its places kept. */
    JudgedPipe as(Exposure now, String why) {
        return new JudgedPipe(now, why, lengthM, exposedM, borderlineM, byCause, places);
    }
}
