package org.terrace.hydraulics;

/** What a pump adds to the head, as a loss of the other sign. */
final class Pumping {
    private static final double LEAST_GRADIENT = 1e-6;
    private static final double MOST_GRADIENT = 1e8;
    private static final double WEIGHT_N_PER_M3 = 1_000 * Loss.GRAVITY;

    private Pumping() {}

    /** By the laws of affinity: at speed w, h(q) = w^2 h1(q / w). @param speed positive */
    static void lift(PumpCurve curve, double speed, double q, Loss loss) {
        if (curve instanceof PumpCurve.Power c) {
            double r = c.b() * Math.pow(speed, 2 - c.c());
            loss.power(r, c.c(), q);
            loss.head -= speed * speed * c.h0();
        } else if (curve instanceof PumpCurve.Points c) {
            double at = Math.max(0, q / speed);
            loss.head = -speed * speed * c.metres().at(at) - speed * c.metres().slope(at) * (q - at * speed);
            loss.gradient = Math.max(LEAST_GRADIENT, -speed * c.metres().slope(at));
        } else if (curve instanceof PumpCurve.ConstantPower c) {
            double r = c.watts() / WEIGHT_N_PER_M3;
            double gradient = Math.min(MOST_GRADIENT, r / (q * q));
            loss.gradient = Math.max(LEAST_GRADIENT, gradient);
            loss.head = gradient == MOST_GRADIENT ? -MOST_GRADIENT * q : -r / q;
        }
    }
}
