package org.terrace.formats.crs;

/** Longitude and latitude themselves; places that do not exist become NaN. */
final class Degrees implements Projection {
    @Override
    public void toDegrees(double[] xy, int from, int to) {
        for (int i = from; i < to; i += 2) {
            if (!(Math.abs(xy[i]) <= 360 && Math.abs(xy[i + 1]) <= 90)) {
                xy[i] = Double.NaN;
                xy[i + 1] = Double.NaN;
            }
        }
    }

    @Override
    public void fromDegrees(double[] xy, int from, int to) {
        toDegrees(xy, from, to);
    }
}
