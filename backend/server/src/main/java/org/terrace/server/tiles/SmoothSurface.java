package org.terrace.server.tiles;

import org.locationtech.jts.geom.Envelope;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/**
 * A smooth surface through a grid of heights, for drawing: uniform cubic B-spline over the cell centres (de Boor 1978, A Practical
 * Guide to Splines), twice continuously differentiable, so that neither blocks nor creases of the cells show when the picture has
 * more pixels than the grid has cells. It smooths (1/6, 2/3, 1/6 at a centre), so it is for pictures, never for answers.
 *
 * <p>Where the four surrounding cells are known by less than half (bilinear share), the surface ends. Unknown cells that the spline
 * needs beside known ones are extended straight from these; the extension of a cell depends on the cell alone.
 */
final class SmoothSurface {
    private final ElevationGrid grid;
    private final float[] z;
    private final int columns;
    private final int rows;
    private final double originX;
    private final double originY;
    private final double perX;
    private final double perY;

    SmoothSurface(ElevationGrid grid) {
        this.grid = grid;
        GridFrame frame = grid.frame();
        z = grid.metres();
        columns = frame.columns();
        rows = frame.rows();
        originX = frame.originX();
        originY = frame.originY();
        perX = 1 / frame.cellSizeX();
        perY = 1 / frame.cellSizeY();
    }

    /** False when the box around points (east, north in turn) lies off the grid. */
    boolean mayTouch(double[] metric) {
        Envelope box = new Envelope();
        for (int i = 0; i < metric.length; i += 2) {
            if (!Double.isNaN(metric[i] + metric[i + 1])) {
                box.expandToInclude(metric[i], metric[i + 1]);
            }
        }
        return box.intersects(grid.frame().envelope());
    }

    /** Smoothed height at a point; NaN outside. */
    float at(double east, double north) {
        double x = (east - originX) * perX - 0.5;
        double y = (originY - north) * perY - 0.5;
        if (!(x > -1 && y > -1 && x < columns && y < rows)) {
            return Float.NaN;
        }
        int c = (int) Math.floor(x);
        int r = (int) Math.floor(y);
        double u = x - c;
        double v = y - r;
        double u2 = u * u;
        double u3 = u2 * u;
        double a0 = 1 - 3 * u + 3 * u2 - u3;
        double a1 = 4 - 6 * u2 + 3 * u3;
        double a2 = 1 + 3 * u + 3 * u2 - 3 * u3;
        double v2 = v * v;
        double v3 = v2 * v;
        double b0 = 1 - 3 * v + 3 * v2 - v3;
        double b1 = 4 - 6 * v2 + 3 * v3;
        double b2 = 1 + 3 * v + 3 * v2 - 3 * v3;
        if (c >= 1 && r >= 1 && c + 2 < columns && r + 2 < rows) {
            int i = (r - 1) * columns + c - 1;
            double sum = b0 * (a0 * z[i] + a1 * z[i + 1] + a2 * z[i + 2] + u3 * z[i + 3]);
            i += columns;
            sum += b1 * (a0 * z[i] + a1 * z[i + 1] + a2 * z[i + 2] + u3 * z[i + 3]);
            i += columns;
            sum += b2 * (a0 * z[i] + a1 * z[i + 1] + a2 * z[i + 2] + u3 * z[i + 3]);
            i += columns;
            sum += v3 * (a0 * z[i] + a1 * z[i + 1] + a2 * z[i + 2] + u3 * z[i + 3]);
            if (!Double.isNaN(sum)) {
                return (float) (sum / 36);
            }
        }
        return besideUnknown(c, r, u, v, new double[] {a0, a1, a2, u3}, new double[] {b0, b1, b2, v3});
    }

    private float besideUnknown(int c, int r, double u, double v, double[] a, double[] b) {
        double known = (1 - v) * ((1 - u) * known(c, r) + u * known(c + 1, r))
                + v * ((1 - u) * known(c, r + 1) + u * known(c + 1, r + 1));
        if (known < 0.5) {
            return Float.NaN;
        }
        double sum = 0;
        for (int j = 0; j < 4; j++) {
            for (int i = 0; i < 4; i++) {
                double weight = a[i] * b[j];
                if (weight > 0) {
                    sum += weight * extended(c - 1 + i, r - 1 + j);
                }
            }
        }
        return (float) (sum / 36);
    }

    private int known(int c, int r) {
        return Float.isNaN(grid.at(c, r)) ? 0 : 1;
    }

    /** The height, or the mean of the straight extensions from known pairs one or else two cells away, or of the cells near. */
    private double extended(int c, int r) {
        float own = grid.at(c, r);
        if (!Float.isNaN(own)) {
            return own;
        }
        for (int away = 1; away <= 2; away++) {
            double sum = 0;
            int pairs = 0;
            for (int k = 0; k < 9; k++) {
                int dc = k % 3 - 1;
                int dr = k / 3 - 1;
                float near = grid.at(c + away * dc, r + away * dr);
                float far = grid.at(c + (away + 1) * dc, r + (away + 1) * dr);
                if (!Float.isNaN(near) && !Float.isNaN(far)) {
                    sum += near + away * (double) (near - far);
                    pairs++;
                }
            }
            if (pairs > 0) {
                return sum / pairs;
            }
        }
        double sum = 0;
        int cells = 0;
        for (int k = 0; k < 25; k++) {
            float near = grid.at(c + k % 5 - 2, r + k / 5 - 2);
            if (!Float.isNaN(near)) {
                sum += near;
                cells++;
            }
        }
        return sum / cells;
    }
}
