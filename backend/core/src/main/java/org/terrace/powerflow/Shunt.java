package org.terrace.powerflow;

/** A capacitor or choke at a bus: power drawn by the square of the voltage. @param pMw at {@code ratedKv}. @param qMvar lagging positive */
public record Shunt(String id, int bus, double pMw, double qMvar, double ratedKv, boolean inService) {
    /** @throws IllegalArgumentException for numbers that are none */
    public Shunt {
        if (!(ratedKv > 0) || !Double.isFinite(pMw) || !Double.isFinite(qMvar)) {
            throw new IllegalArgumentException(
                    "shunt " + id + ": " + pMw + " MW, " + qMvar + " Mvar at " + ratedKv + " kV");
        }
    }
}
