package org.terrace.facility;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.foot.CountyGround;

/**
 * Minutes on foot from every place of a county to the facilities of one kind and back again, over the terrain. There and back are each
 * the least over all facilities of the kind, the way back possibly from another one: never longer than there and back to any single one.
 */
final class RoundTrips {
    private static final Derived.Key<RoundTrips> KEY = new Derived.Key<>("facility.trips", RoundTrips.class);

    private final CountyGround ground;
    private final List<Coordinate> places;
    private final double[] thereS;
    private final double[] backS;

    private RoundTrips(CountyGround ground, List<Coordinate> places, Runnable stop) {
        this.ground = ground;
        this.places = places;
        List<Coordinate> inGrid =
                places.stream().filter(p -> ground.cellAt(p.x, p.y) >= 0).toList();
        int[] cells = inGrid.stream().mapToInt(p -> ground.cellAt(p.x, p.y)).toArray();
        double[] seconds =
                inGrid.stream().mapToDouble(p -> stepS(ground, p.x, p.y)).toArray();
        this.thereS = field(ground, cells, seconds, true, stop);
        this.backS = field(ground, cells, seconds, false, stop);
    }

    /**
     * Made once for a snapshot, and kept for the next one where neither the ground nor the places changed.
     *
     * @param kind names the facilities
     */
    static RoundTrips to(Assessment assessment, String kind, List<Coordinate> places) {
        CountyGround ground = CountyGround.withCrossings(assessment);
        String detail = kind + "/" + ground.rules();
        Derived derived = assessment.derived();
        return derived.get(
                KEY,
                detail,
                () -> derived.earlier(KEY, detail)
                        .filter(t -> t.ground == ground && t.places.equals(places))
                        .orElseGet(() -> new RoundTrips(ground, places, assessment.deadline()::check)));
    }

    private static double[] field(CountyGround ground, int[] cells, double[] seconds, boolean towards, Runnable stop) {
        if (cells.length == 0) {
            double[] none = new double[ground.frame().cells()];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        return ground.surface().seconds(cells, seconds, towards, Double.POSITIVE_INFINITY, stop);
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

    /** Minutes there and back from a place; NaN where no way is known. */
    double minutes(double x, double y) {
        int cell = ground.cellAt(x, y);
        return cell < 0 ? Double.NaN : (thereS[cell] + backS[cell] + 2 * stepS(ground, x, y)) / 60;
    }

    /** Minutes there and back from the centre of each cell. */
    float[] minutes() {
        float[] minutes = new float[thereS.length];
        for (int cell = 0; cell < minutes.length; cell++) {
            minutes[cell] = (float) ((thereS[cell] + backS[cell]) / 60);
        }
        return minutes;
    }
}
