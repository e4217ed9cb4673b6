package org.terrace.powerflow;

/** A machine that feeds in a given power and holds the size of the voltage. @param pMw fed in */
public record Generator(String id, int bus, double pMw, double vmPu, boolean inService) {
    /** @throws IllegalArgumentException unless the voltage is positive */
    public Generator {
        if (!(vmPu > 0) || !Double.isFinite(vmPu + pMw)) {
            throw new IllegalArgumentException("generator " + id + ": " + pMw + " MW at " + vmPu + " pu");
        }
    }
}
