package org.terrace.hydraulics;

/**
 * Friction factor and its derivative.
 *
 * @see "EPANET 2.2 User Manual, Appendix D: Swamee and Jain (1976); Dunlop (1991)"
 */
final class DarcyWeisbach {
    private static final double LAMINAR = 2_000;
    private static final double TURBULENT = 4_000;

    private DarcyWeisbach() {}

    static void friction(Link.Pipe pipe, double perSquare, double q, double viscosity, Loss loss) {
        double d = pipe.diameterM();
        double area = Math.PI * d * d / 4;
        double reynolds = Math.abs(q) / area * d / viscosity;
        if (reynolds <= LAMINAR) {
            // f = 64 / Re: a straight line.
            loss.line(perSquare * 64 * viscosity * area / d, q);
            return;
        }
        double[] f = new double[2];
        double e = pipe.roughness() / (3.7 * d);
        if (reynolds >= TURBULENT) {
            swameeJain(e, reynolds, f);
        } else {
            dunlop(e, reynolds, f);
        }
        loss.head = perSquare * f[0] * q * Math.abs(q);
        loss.gradient = perSquare * Math.abs(q) * (2 * f[0] + reynolds * f[1]);
    }

    /** f and df/dRe. */
    private static void swameeJain(double e, double reynolds, double[] f) {
        double y2 = e + 5.74 / Math.pow(reynolds, 0.9);
        double log = Math.log(y2);
        double y1 = -0.86858896 * log; // -2 log10
        f[0] = 1 / (y1 * y1);
        double dy2 = -0.9 * 5.74 / Math.pow(reynolds, 1.9);
        f[1] = 2 * 0.86858896 * dy2 / (y2 * y1 * y1 * y1);
    }

    /** The cubic between laminar and turbulent flow. */
    private static void dunlop(double e, double reynolds, double[] f) {
        double y2 = e + 5.74 / Math.pow(TURBULENT, 0.9);
        double y3 = -0.86858896 * Math.log(y2);
        double fa = 1 / (y3 * y3);
        double fb = (2 - 0.00514215 / (y2 * y3)) * fa;
        double r = reynolds / LAMINAR;
        double x1 = 7 * fa - fb;
        double x2 = 0.128 - 17 * fa + 2.5 * fb;
        double x3 = -0.128 + 13 * fa - (fb + fb);
        double x4 = 0.032 - 3 * fa + 0.5 * fb;
        f[0] = x1 + r * (x2 + r * (x3 + r * x4));
        f[1] = (x2 + r * (2 * x3 + r * 3 * x4)) / LAMINAR;
    }
}
