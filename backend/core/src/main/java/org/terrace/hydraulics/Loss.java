package org.terrace.hydraulics;

/** Head lost at a flow, and its derivative by the flow; reused from link to link. */
final class Loss {
    /** Acceleration of free fall as EPANET has it: 32.2 feet per second squared, m/s2. */
    static final double GRAVITY = 32.2 * 0.3048;

    /** Below this derivative, m per m3/s, friction is taken as a straight line: the law alone has no derivative at rest. Heads
     * are out by less than 1e-6 m for it. */
    private static final double LEAST_GRADIENT = 1e-4;

    double head;
    double gradient;

    /** head = r |q|^n with the sign of q. */
    void power(double r, double n, double q) {
        double slope = r * Math.pow(Math.abs(q), n - 1);
        if (n * slope < LEAST_GRADIENT) {
            line(LEAST_GRADIENT / n, q);
        } else {
            head = slope * q;
            gradient = n * slope;
        }
    }

    void line(double slope, double q) {
        head = slope * q;
        gradient = slope;
    }

    /** Adds K v^2 / 2g. */
    void addMinor(double k, double diameterM, double q) {
        double m = minor(k, diameterM);
        head += m * q * Math.abs(q);
        gradient += 2 * m * Math.abs(q);
    }

    /** Metres of head by the square of m3/s. */
    static double minor(double k, double diameterM) {
        // EPANET's 0.02517 in feet is 8 / (pi^2 g).
        double area = Math.PI * diameterM * diameterM / 4;
        return k / (2 * GRAVITY * area * area);
    }
}
