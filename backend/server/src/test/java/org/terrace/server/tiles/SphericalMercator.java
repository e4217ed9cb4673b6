package org.terrace.server.tiles;

import java.util.function.DoubleBinaryOperator;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/** Transverse Mercator of the sphere, closed both ways (Snyder 1987, p. 58): a metric CRS for tests that need no CRS library. */
record SphericalMercator(double meridian) implements ToMetric {
    private static final double R = 6_371_000;

    @Override
    public double[] toMetric(double[] lonLat) {
        double[] metric = new double[lonLat.length];
        for (int i = 0; i < metric.length; i += 2) {
            double d = Math.toRadians(lonLat[i] - meridian);
            double phi = Math.toRadians(lonLat[i + 1]);
            double b = Math.cos(phi) * Math.sin(d);
            metric[i] = 500_000 + R * 0.5 * Math.log((1 + b) / (1 - b));
            metric[i + 1] = R * Math.atan2(Math.tan(phi), Math.cos(d));
        }
        return metric;
    }

    double lon(double x, double y) {
        return meridian + Math.toDegrees(Math.atan2(Math.sinh((x - 500_000) / R), Math.cos(y / R)));
    }

    double lat(double x, double y) {
        return Math.toDegrees(Math.asin(Math.sin(y / R) / Math.cosh((x - 500_000) / R)));
    }

    /** A metric grid around a point in degrees. */
    ElevationGrid grid(double lon, double lat, double cellM, int columns, int rows, DoubleBinaryOperator heightAt) {
        double[] centre = toMetric(new double[] {lon, lat});
        GridFrame frame = new GridFrame(
                centre[0] - columns * cellM / 2, centre[1] + rows * cellM / 2, cellM, cellM, columns, rows);
        float[] metres = new float[frame.cells()];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = (float) heightAt.applyAsDouble(frame.centreX(i % columns), frame.centreY(i / columns));
        }
        return new ElevationGrid(frame, metres);
    }
}
