package org.terrace.powerflow;

/**
 * Power drawn at a bus. Of each of {@code pMw} and {@code qMvar} a share may follow the square of the voltage
 * (impedance) or the voltage (current); the rest stays the same.
 *
 * @param bus position in the network's list
 * @param pMw at nominal voltage; negative for what is fed in. @param qMvar lagging positive
 * @param impedanceShareP of {@code pMw}, 0 to 1. @param currentShareP likewise; {@code ...Q} of {@code qMvar}
 */
public record Load(
        String id,
        int bus,
        double pMw,
        double qMvar,
        double impedanceShareP,
        double currentShareP,
        double impedanceShareQ,
        double currentShareQ,
        boolean inService) {

    /** @throws IllegalArgumentException for numbers that are none, and for shares of more than 1 together */
    public Load {
        if (!Double.isFinite(pMw) || !Double.isFinite(qMvar)) {
            throw new IllegalArgumentException("load " + id + ": " + pMw + " MW, " + qMvar + " Mvar");
        }
        if (!isShare(impedanceShareP, currentShareP) || !isShare(impedanceShareQ, currentShareQ)) {
            throw new IllegalArgumentException("load " + id + ": shares of impedance and current " + impedanceShareP
                    + ", " + currentShareP + "; " + impedanceShareQ + ", " + currentShareQ);
        }
    }

    private static boolean isShare(double impedance, double current) {
        return impedance >= 0 && current >= 0 && impedance + current <= 1 + 1e-9;
    }

    /** The same power at any voltage. */
    public static Load of(String id, int bus, double pMw, double qMvar) {
        return new Load(id, bus, pMw, qMvar, 0, 0, 0, 0, true);
    }
}
