package org.terrace.facility;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.foot.CountyGround;
import org.terrace.region.ElevationGrid;
import org.terrace.terrain.RoundTrips;
import org.terrace.terrain.Surroundings;

/**
 * Minutes on foot from every place of a county to a facility of one kind and from the same one back again, over the terrain: the least
 * over the facilities, as far as was looked.
 */
final class NearestTrips {
    private static final Derived.Key<NearestTrips> KEY = new Derived.Key<>("facility.trips", NearestTrips.class);

    /**
     * Minutes there and back from a house.
     *
     * @param minutes from where it is drawn; NaN where no facility is known within the search
     * @param least and most as the house and the facilities stand elsewhere within their errors; infinite beyond the search, NaN where
     *     no way leads to any facility
     */
    record Trip(double minutes, double least, double most) {
        static final Trip UNKNOWN = new Trip(Double.NaN, Double.NaN, Double.NaN);
    }

    private final CountyGround ground;
    private final List<Coordinate> places;
    /** By cell, from its centre; NaN beyond the search. */
    private final float[] minutes;
    /** Cells from which a way leads to some facility, however long. */
    private final BitSet connected;

    private NearestTrips(CountyGround ground, List<Coordinate> places, double searchMin, Runnable stop) {
        this.ground = ground;
        this.places = places;
        List<Coordinate> inGrid =
                places.stream().filter(p -> ground.cellAt(p.x, p.y) >= 0).toList();
        this.minutes = least(ground, inGrid, searchMin, stop);
        this.connected = connected(ground, inGrid, stop);
    }

    /**
     * Made once for a snapshot, and kept for the next one where neither the ground nor the places changed.
     *
     * @param kind names the facilities
     * @param searchMin no longer trips are told
     */
    static NearestTrips to(Assessment assessment, String kind, List<Coordinate> places, double searchMin) {
        CountyGround ground = CountyGround.withCrossings(assessment);
        String detail = kind + "/" + searchMin + "/" + ground.rules();
        Derived derived = assessment.derived();
        return derived.get(
                KEY,
                detail,
                () -> derived.earlier(KEY, detail)
                        .filter(t -> t.ground == ground && t.places.equals(places))
                        .orElseGet(() -> new NearestTrips(ground, places, searchMin, assessment.deadline()::check)));
    }

    private static float[] least(CountyGround ground, List<Coordinate> places, double searchMin, Runnable stop) {
        ConcurrentLinkedQueue<Scratch> idle = new ConcurrentLinkedQueue<>();
        places.parallelStream().forEach(place -> {
            Scratch free = idle.poll();
            Scratch scratch = free == null ? new Scratch(ground, searchMin) : free;
            scratch.add(place, stop);
            idle.add(scratch);
        });
        float[] least = new float[ground.frame().cells()];
        Arrays.fill(least, Float.NaN);
        for (Scratch scratch : idle) {
            for (int cell = 0; cell < least.length; cell++) {
                if (!Float.isNaN(scratch.least[cell]) && !(least[cell] <= scratch.least[cell])) {
                    least[cell] = scratch.least[cell];
                }
            }
        }
        return least;
    }

    private static BitSet connected(CountyGround ground, List<Coordinate> places, Runnable stop) {
        BitSet connected = new BitSet();
        if (!places.isEmpty()) {
            int[] cells = places.stream().mapToInt(p -> ground.cellAt(p.x, p.y)).toArray();
            double[] seconds =
                    ground.surface().seconds(cells, new double[cells.length], true, Double.POSITIVE_INFINITY, stop);
            IntStream.range(0, seconds.length)
                    .filter(cell -> !Double.isNaN(seconds[cell]))
                    .forEach(connected::set);
        }
        return connected;
    }

    /** Working memory of one thread. */
    private static final class Scratch {
        private final CountyGround ground;
        private final RoundTrips trips;
        private final float[] least;

        Scratch(CountyGround ground, double searchMin) {
            this.ground = ground;
            this.trips = new RoundTrips(ground.surface(), searchMin * 60);
            this.least = new float[ground.frame().cells()];
            Arrays.fill(least, Float.NaN);
        }

        void add(Coordinate place, Runnable stop) {
            double step = 2 * stepS(ground, place.x, place.y);
            trips.around(
                    ground.cellAt(place.x, place.y),
                    (cell, to, back) -> {
                        float both = (float) ((to + back + step) / 60);
                        if (!(least[cell] <= both)) {
                            least[cell] = both;
                        }
                    },
                    stop);
        }
    }

    /** Seconds between a place and the centre of the cell that it is reached from, on the level. */
    private static double stepS(CountyGround ground, double x, double y) {
        int cell = ground.cellAt(x, y);
        int columns = ground.frame().columns();
        return ground.seconds(1, 0)
                * Math.hypot(
                        x - ground.frame().centreX(cell % columns),
                        y - ground.frame().centreY(cell / columns));
    }

    /** @param errorM of the house and a facility together: to move the one is as good as to move the other */
    Trip from(ElevationGrid grid, double x, double y, double errorM) {
        int own = ground.cellAt(x, y);
        if (own < 0 || !connected.get(own)) {
            return Trip.UNKNOWN;
        }
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (Coordinate place : Surroundings.places(x, y, errorM).toList()) {
            int cell = ground.cellAt(place.x, place.y);
            if (cell >= 0 && !Double.isNaN(grid.bilinear(place.x, place.y))) {
                // The step to the middle of the cell may lead the right way or back.
                double step = 2 * stepS(ground, place.x, place.y) / 60;
                boolean found = !Float.isNaN(minutes[cell]);
                least = found ? Math.min(least, Math.max(0, minutes[cell] - step)) : least;
                most = found ? Math.max(most, minutes[cell] + step) : Double.POSITIVE_INFINITY;
            }
        }
        double there = minutes[own] + 2 * stepS(ground, x, y) / 60;
        boolean found = !Double.isNaN(there);
        return new Trip(
                there,
                found ? Math.min(least, there) : least,
                found ? Math.max(most, there) : Double.POSITIVE_INFINITY);
    }

    /** Minutes there and back from the centre of each cell; NaN beyond the search. */
    float[] minutes() {
        return minutes.clone();
    }
}
