package org.terrace.formats.crs;

/** Spherical Mercator of web maps (EPSG:3857). Distances in it are too long by 1/cos(latitude): for display only. */
final class WebMercator implements Projection {
    private static final double RADIUS_M = 6_378_137;
    private static final double LAST_LATITUDE = 89.99;

    @Override
    public void toDegrees(double[] xy, int from, int to) {
        for (int i = from; i < to; i += 2) {
            xy[i] = StrictMath.toDegrees(xy[i] / RADIUS_M);
            xy[i + 1] = StrictMath.toDegrees(StrictMath.atan(StrictMath.sinh(xy[i + 1] / RADIUS_M)));
        }
    }

    @Override
    public void fromDegrees(double[] xy, int from, int to) {
        for (int i = from; i < to; i += 2) {
            double latitude = xy[i + 1];
            boolean exists = Math.abs(latitude) <= LAST_LATITUDE;
            xy[i] = exists ? StrictMath.toRadians(xy[i]) * RADIUS_M : Double.NaN;
            double tan = StrictMath.tan(StrictMath.toRadians(latitude));
            xy[i + 1] = exists ? asinh(tan) * RADIUS_M : Double.NaN;
        }
    }

    static double asinh(double x) {
        double a = Math.abs(x);
        return Math.copySign(StrictMath.log1p(a + a * a / (1 + StrictMath.sqrt(a * a + 1))), x);
    }
}
