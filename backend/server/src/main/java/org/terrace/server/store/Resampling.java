package org.terrace.server.store;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/**
 * Brings an elevation model into a metric system: square cells of about the size that the model has itself, heights between cell
 * centres bilinear, no data where a height would be half made up.
 */
final class Resampling {
    /** A model is not made finer than this; what is finer is thinned. */
    private static final double SMALLEST_CELL_M = 10;

    private static final double LARGEST_GRID = 200e6;

    private Resampling() {}

    static ElevationGrid toMetric(StoredGrid stored, Crs metric) {
        ElevationGrid source = stored.grid();
        Crs from = Crs.epsg(stored.epsg());
        Envelope extent = extentIn(source.frame(), CoordinateTransform.between(from, metric));
        double cell = cellM(source.frame(), from);
        double originX = Math.floor(extent.getMinX() / cell) * cell;
        double originY = Math.ceil(extent.getMaxY() / cell) * cell;
        int columns = (int) Math.ceil((extent.getMaxX() - originX) / cell);
        int rows = (int) Math.ceil((originY - extent.getMinY()) / cell);
        while ((double) columns * rows > LARGEST_GRID) {
            cell *= 2;
            columns = (columns + 1) / 2;
            rows = (rows + 1) / 2;
        }
        GridFrame frame = new GridFrame(originX, originY, cell, cell, columns, rows);
        float[] metres = new float[frame.cells()];
        CoordinateTransform back = CoordinateTransform.between(metric, from);
        double[] xy = new double[2 * columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                xy[2 * c] = frame.centreX(c);
                xy[2 * c + 1] = frame.centreY(r);
            }
            back.apply(xy);
            for (int c = 0; c < columns; c++) {
                metres[r * columns + c] = (float) source.bilinear(xy[2 * c], xy[2 * c + 1]);
            }
        }
        return new ElevationGrid(frame, metres);
    }

    /** Whole metres, so that two runs and two machines agree. */
    private static double cellM(GridFrame frame, Crs from) {
        double own = from.isGeographic() ? frame.cellSizeY() * 111_132 : frame.cellSizeY();
        return Math.max(SMALLEST_CELL_M, Math.rint(own));
    }

    /** The rim of a degree grid is curved in metres, so more than its corners is looked at. */
    private static Envelope extentIn(GridFrame frame, CoordinateTransform to) {
        Envelope given = frame.envelope();
        int steps = 32;
        double[] rim = new double[8 * (steps + 1)];
        int at = 0;
        for (int i = 0; i <= steps; i++) {
            double x = given.getMinX() + given.getWidth() * i / steps;
            double y = given.getMinY() + given.getHeight() * i / steps;
            double[] points = {x, given.getMinY(), x, given.getMaxY(), given.getMinX(), y, given.getMaxX(), y};
            System.arraycopy(points, 0, rim, at, 8);
            at += 8;
        }
        to.apply(rim);
        if (Arrays.stream(rim).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("the elevation model lies outside of the county's coordinate system");
        }
        Envelope all = new Envelope();
        for (int i = 0; i < rim.length; i += 2) {
            all.expandToInclude(rim[i], rim[i + 1]);
        }
        return all;
    }
}
