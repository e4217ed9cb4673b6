package org.terrace.formats;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/**
 * The extent of features without the few that lie nowhere near the others: one line around the world or one latitude of 129 must not decide in
 * which coordinate system a file is, or in which zone a county lies. Those rows are reported one by one.
 */
final class MainExtent {
    /** So many times the median distance from the median is nowhere near. */
    private static final double NOWHERE_NEAR = 50;

    /** Below so many there is no telling who is the stranger. */
    private static final int FEW = 5;

    /** So many features are looked at; the others lie where these do. */
    private static final int LOOKED_AT = 200_000;

    private double[] boxes = new double[256];
    private int count;

    void add(Envelope box) {
        if (box.isNull() || !Double.isFinite(box.getWidth() + box.getHeight()) || count == LOOKED_AT) {
            return;
        }
        if (4 * count == boxes.length) {
            boxes = Arrays.copyOf(boxes, boxes.length * 2);
        }
        boxes[4 * count] = box.getMinX();
        boxes[4 * count + 1] = box.getMaxX();
        boxes[4 * count + 2] = box.getMinY();
        boxes[4 * count++ + 3] = box.getMaxY();
    }

    /** Null where nothing has a place. */
    Envelope envelope() {
        double[] x = limits(0);
        double[] y = limits(2);
        Envelope extent = new Envelope();
        for (int i = 0; i < count; i++) {
            if (count < FEW
                    || (boxes[4 * i] >= x[0]
                            && boxes[4 * i + 1] <= x[1]
                            && boxes[4 * i + 2] >= y[0]
                            && boxes[4 * i + 3] <= y[1])) {
                extent.expandToInclude(boxes[4 * i], boxes[4 * i + 2]);
                extent.expandToInclude(boxes[4 * i + 1], boxes[4 * i + 3]);
            }
        }
        return extent;
    }

    /** Between what limits a feature lies that is near the others, along one axis. */
    private double[] limits(int axis) {
        if (count == 0) {
            return new double[2];
        }
        double[] centres = new double[count];
        Arrays.setAll(centres, i -> (boxes[4 * i + axis] + boxes[4 * i + axis + 1]) / 2);
        double[] sorted = centres.clone();
        Arrays.sort(sorted);
        double median = sorted[count / 2];
        // Also the size of the features counts: a few long roads of one village are no strangers.
        Arrays.setAll(sorted, i -> Math.abs(centres[i] - median) + (boxes[4 * i + axis + 1] - boxes[4 * i + axis]) / 2);
        Arrays.sort(sorted);
        double reach = sorted[count / 2] * NOWHERE_NEAR;
        return reach > 0
                ? new double[] {median - reach, median + reach}
                : new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
    }
}
