package org.terrace.formats.crs;

/**
 * Transverse Mercator (Gauss-Kruger, UTM) on an ellipsoid by the series of Kruger in the third flattening n, to order six: better
 * than a micrometre within 4,000 km of the central meridian. StrictMath, so that every machine stores the same bits.
 *
 * @see "C. F. F. Karney, Transverse Mercator with an accuracy of a few nanometers, J. Geodesy 85 (2011), equations 7-18, 35, 36"
 */
final class TransverseMercator implements Projection {
    /** Semi-major axis of GRS80, CGCS2000 and WGS84. */
    static final double A_M = 6_378_137;

    private static final double F_GRS80 = 1 / 298.257222101;
    /** Beyond this angle from the central meridian a point does not belong into the zone at all. */
    private static final double MAX_DEGREES_OFF = 80;

    private final double centralMeridian;
    private final double falseEastingM;
    private final double falseNorthingM;
    private final double scaleTimesRadiusM;
    private final double eccentricity;
    private final double[] alpha;
    private final double[] beta;

    /** On the ellipsoid of CGCS2000 and ETRS89; that of WGS84 differs by a tenth of a millimetre, and counts as equal. */
    TransverseMercator(double centralMeridian, double scale, double falseEastingM, double falseNorthingM) {
        this.centralMeridian = centralMeridian;
        this.falseEastingM = falseEastingM;
        this.falseNorthingM = falseNorthingM;
        double n = F_GRS80 / (2 - F_GRS80);
        double n2 = n * n;
        this.scaleTimesRadiusM = scale * A_M / (1 + n) * (1 + n2 / 4 + n2 * n2 / 64 + n2 * n2 * n2 / 256);
        this.eccentricity = StrictMath.sqrt(F_GRS80 * (2 - F_GRS80));
        this.alpha = alpha(n);
        this.beta = beta(n);
    }

    private static double[] alpha(double n) {
        return new double[] {
            poly(n, 1, 1 / 2.0, -2 / 3.0, 5 / 16.0, 41 / 180.0, -127 / 288.0, 7891 / 37800.0),
            poly(n, 2, 13 / 48.0, -3 / 5.0, 557 / 1440.0, 281 / 630.0, -1983433 / 1935360.0),
            poly(n, 3, 61 / 240.0, -103 / 140.0, 15061 / 26880.0, 167603 / 181440.0),
            poly(n, 4, 49561 / 161280.0, -179 / 168.0, 6601661 / 7257600.0),
            poly(n, 5, 34729 / 80640.0, -3418889 / 1995840.0),
            poly(n, 6, 212378941 / 319334400.0)
        };
    }

    private static double[] beta(double n) {
        return new double[] {
            poly(n, 1, 1 / 2.0, -2 / 3.0, 37 / 96.0, -1 / 360.0, -81 / 512.0, 96199 / 604800.0),
            poly(n, 2, 1 / 48.0, 1 / 15.0, -437 / 1440.0, 46 / 105.0, -1118711 / 3870720.0),
            poly(n, 3, 17 / 480.0, -37 / 840.0, -209 / 4480.0, 5569 / 90720.0),
            poly(n, 4, 4397 / 161280.0, -11 / 504.0, -830251 / 7257600.0),
            poly(n, 5, 4583 / 161280.0, -108847 / 3991680.0),
            poly(n, 6, 20648693 / 638668800.0)
        };
    }

    /** c0 n^power + c1 n^(power+1) + ... */
    private static double poly(double n, int power, double... c) {
        double sum = 0;
        for (int i = c.length - 1; i >= 0; i--) {
            sum = sum * n + c[i];
        }
        for (int i = 0; i < power; i++) {
            sum *= n;
        }
        return sum;
    }

    @Override
    public void fromDegrees(double[] xy, int from, int to) {
        for (int i = from; i < to; i += 2) {
            double off = xy[i] - centralMeridian;
            off -= 360 * StrictMath.rint(off / 360);
            double latitude = xy[i + 1];
            if (!(Math.abs(off) <= MAX_DEGREES_OFF && Math.abs(latitude) <= 90)) {
                xy[i] = Double.NaN;
                xy[i + 1] = Double.NaN;
                continue;
            }
            double lambda = StrictMath.toRadians(off);
            double tau = conformal(StrictMath.tan(StrictMath.toRadians(latitude)));
            double cos = StrictMath.cos(lambda);
            double xi1 = StrictMath.atan2(tau, cos);
            double eta1 = WebMercator.asinh(StrictMath.sin(lambda) / StrictMath.hypot(tau, cos));
            double xi = xi1;
            double eta = eta1;
            for (int j = 1; j <= 6; j++) {
                xi += alpha[j - 1] * StrictMath.sin(2 * j * xi1) * StrictMath.cosh(2 * j * eta1);
                eta += alpha[j - 1] * StrictMath.cos(2 * j * xi1) * StrictMath.sinh(2 * j * eta1);
            }
            xy[i] = falseEastingM + scaleTimesRadiusM * eta;
            xy[i + 1] = falseNorthingM + scaleTimesRadiusM * xi;
        }
    }

    @Override
    public void toDegrees(double[] xy, int from, int to) {
        for (int i = from; i < to; i += 2) {
            double xi1 = (xy[i + 1] - falseNorthingM) / scaleTimesRadiusM;
            double eta1 = (xy[i] - falseEastingM) / scaleTimesRadiusM;
            if (!(Math.abs(xi1) <= StrictMath.PI / 2 + 1e-9 && Math.abs(eta1) <= 1.5)) {
                xy[i] = Double.NaN;
                xy[i + 1] = Double.NaN;
                continue;
            }
            double xi = xi1;
            double eta = eta1;
            for (int j = 1; j <= 6; j++) {
                xi -= beta[j - 1] * StrictMath.sin(2 * j * xi1) * StrictMath.cosh(2 * j * eta1);
                eta -= beta[j - 1] * StrictMath.cos(2 * j * xi1) * StrictMath.sinh(2 * j * eta1);
            }
            double sinh = StrictMath.sinh(eta);
            double cos = StrictMath.cos(xi);
            double tau1 = StrictMath.sin(xi) / StrictMath.hypot(sinh, cos);
            xy[i] = centralMeridian + StrictMath.toDegrees(StrictMath.atan2(sinh, cos));
            xy[i + 1] = StrictMath.toDegrees(StrictMath.atan(geographic(tau1)));
        }
    }

    /** Tangent of the conformal latitude from that of the geographic latitude. */
    private double conformal(double tau) {
        double root = StrictMath.hypot(1, tau);
        double sigma = StrictMath.sinh(eccentricity * atanh(eccentricity * tau / root));
        return StrictMath.hypot(1, sigma) * tau - sigma * root;
    }

    /** The inverse of {@link #conformal}, by Newton's method; three steps reach the last bit. */
    private double geographic(double tau1) {
        double e2 = eccentricity * eccentricity;
        double tau = tau1 / (1 - e2);
        for (int i = 0; i < 5; i++) {
            double at = conformal(tau);
            double step = (tau1 - at)
                    / StrictMath.hypot(1, at)
                    * (1 + (1 - e2) * tau * tau)
                    / ((1 - e2) * StrictMath.hypot(1, tau));
            tau += step;
            if (Math.abs(step) <= 1e-15 * Math.max(1, Math.abs(tau))) {
                break;
            }
        }
        return tau;
    }

    private static double atanh(double x) {
        return StrictMath.log1p(2 * x / (1 - x)) / 2;
    }
}
