package org.terrace.server.tiles;

/**
 * Metric position of every pixel of a frame from few exact transforms: a lattice of control points, bilinear in between.
 *
 * <p>The lattice hangs on the world's pixels, not on the frame, so that two tiles that share a pixel compute the same position for
 * it, bit for bit. Between web Mercator and a transverse Mercator the second derivative is at most 2 pi / 256 / 2^zoom per pixel,
 * which bounds the error to step2 / 8 of that: 0.05 pixels at zoom 6 with a step of 32, less further in.
 */
final class ControlLattice {
    private final int step;
    private final int firstX;
    private final int firstY;
    private final int columns;
    private final double[] metric;

    /**
     * @param margin pixels around the frame that are covered as well
     */
    ControlLattice(TileFrame frame, int margin, ToMetric crs) {
        step = (frame.zoom() >= 6 ? 32 : frame.zoom() >= 3 ? 8 : 4) * frame.scale();
        firstX = Math.floorDiv(frame.firstX() - margin, step);
        firstY = Math.floorDiv(frame.firstY() - margin, step);
        columns = Math.floorDiv(frame.firstX() + frame.width() + margin, step) - firstX + 2;
        int rows = Math.floorDiv(frame.firstY() + frame.height() + margin, step) - firstY + 2;
        double[] lonLat = new double[2 * columns * rows];
        for (int r = 0; r < rows; r++) {
            double lat = TileFrame.lat((double) (firstY + r) * step, frame.zoom(), frame.scale());
            for (int c = 0; c < columns; c++) {
                int at = 2 * (r * columns + c);
                lonLat[at] = TileFrame.lon((double) (firstX + c) * step, frame.zoom(), frame.scale());
                lonLat[at + 1] = lat;
            }
        }
        metric = crs.toMetric(lonLat);
        if (metric.length != lonLat.length) {
            throw new IllegalStateException(lonLat.length + " numbers in, " + metric.length + " out of the CRS");
        }
    }

    /** Number of exact transforms made. */
    int points() {
        return metric.length / 2;
    }

    /** East and north of each control point in turn. */
    double[] metric() {
        return metric;
    }

    /**
     * Positions of the centres of a run of pixels.
     *
     * @param x world pixel column of the first, {@code y} row of all
     * @param east filled from 0, {@code north} too
     */
    void row(int x, int y, int count, double[] east, double[] north) {
        int r = Math.floorDiv(y, step);
        double v = (y - r * step + 0.5) / step;
        for (int i = 0; i < count; ) {
            int c = Math.floorDiv(x + i, step);
            int inside = x + i - c * step;
            int a = 2 * ((r - firstY) * columns + c - firstX);
            int b = a + 2 * columns;
            double westE = metric[a] + v * (metric[b] - metric[a]);
            double westN = metric[a + 1] + v * (metric[b + 1] - metric[a + 1]);
            double eastE = metric[a + 2] + v * (metric[b + 2] - metric[a + 2]);
            double eastN = metric[a + 3] + v * (metric[b + 3] - metric[a + 3]);
            for (; inside < step && i < count; inside++, i++) {
                double u = (inside + 0.5) / step;
                east[i] = westE + u * (eastE - westE);
                north[i] = westN + u * (eastN - westN);
            }
        }
    }
}
