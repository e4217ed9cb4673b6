package org.terrace.formats.raster;

import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.region.GridFrame;

/**
 * Cell centres of a frame in another coordinate system, row after row: exact on a coarse lattice of the frame's cell centres,
 * bilinear between. A map projection bends by less than length^2 / (8 * earth radius) * tan(latitude) over a lattice cell, 1 cm
 * over half a kilometre at 50 degrees. Keeps two rows of the lattice only; rows must come in ascending order.
 */
final class CarriedCentres {
    private static final double LATTICE_M = 400;
    private static final int MAX_STEP = 64;

    private final CoordinateTransform transform;
    private final GridFrame frame;
    private final int step;
    private final int nodes;
    private double[] upper;
    private double[] lower;
    private int upperNode = -2;

    CarriedCentres(CoordinateTransform transform, GridFrame frame) {
        this.transform = transform;
        this.frame = frame;
        double cell = Math.max(frame.cellSizeX(), frame.cellSizeY());
        this.step = (int) Math.max(1, Math.min(MAX_STEP, Math.floor(LATTICE_M / cell)));
        this.nodes = (frame.columns() - 1) / step + 2;
        this.upper = new double[2 * nodes];
        this.lower = new double[2 * nodes];
    }

    /** @param xy filled with x, y of each centre of the row */
    void row(int row, double[] xy) {
        int node = row / step;
        if (node == upperNode + 1) {
            double[] spare = upper;
            upper = lower;
            lower = spare;
            exact(node + 1, lower);
        } else if (node != upperNode) {
            exact(node, upper);
            exact(node + 1, lower);
        }
        upperNode = node;
        double v = (row - node * step) / (double) step;
        for (int k = 0; k + 1 < nodes; k++) {
            double leftX = upper[2 * k] + v * (lower[2 * k] - upper[2 * k]);
            double leftY = upper[2 * k + 1] + v * (lower[2 * k + 1] - upper[2 * k + 1]);
            double rightX = upper[2 * k + 2] + v * (lower[2 * k + 2] - upper[2 * k + 2]);
            double rightY = upper[2 * k + 3] + v * (lower[2 * k + 3] - upper[2 * k + 3]);
            int end = Math.min((k + 1) * step, frame.columns());
            for (int column = k * step; column < end; column++) {
                double u = (column - k * step) / (double) step;
                xy[2 * column] = leftX + u * (rightX - leftX);
                xy[2 * column + 1] = leftY + u * (rightY - leftY);
            }
        }
    }

    private void exact(int node, double[] xy) {
        double y = frame.centreY(node * step);
        for (int k = 0; k < nodes; k++) {
            xy[2 * k] = frame.centreX(k * step);
            xy[2 * k + 1] = y;
        }
        transform.apply(xy);
    }
}
