package org.terrace.facility;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.terrace.foot.CountyGround;
import org.terrace.region.FeatureTable;

/**
 * Minutes on foot from every place of a county to the facilities of one kind and back again, over the terrain. There and back are each
 * the least over all facilities of the kind, the way back possibly from another one: never longer than there and back to any single one.
 */
final class RoundTrips {
    private final CountyGround ground;
    private final double[] thereS;
    private final double[] backS;

    private RoundTrips(CountyGround ground, double[] thereS, double[] backS) {
        this.ground = ground;
        this.thereS = thereS;
        this.backS = backS;
    }

    /** @param rows facilities of one kind, each with a position */
    static RoundTrips to(CountyGround ground, FeatureTable facilities, int[] rows, Runnable stop) {
        int[] inGrid = IntStream.of(rows)
                .filter(row -> ground.cellAt(facilities.x(row), facilities.y(row)) >= 0)
                .toArray();
        int[] cells = IntStream.of(inGrid)
                .map(row -> ground.cellAt(facilities.x(row), facilities.y(row)))
                .toArray();
        double[] seconds = IntStream.of(inGrid)
                .mapToDouble(row -> stepS(ground, facilities.x(row), facilities.y(row)))
                .toArray();
        return new RoundTrips(
                ground, field(ground, cells, seconds, true, stop), field(ground, cells, seconds, false, stop));
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
