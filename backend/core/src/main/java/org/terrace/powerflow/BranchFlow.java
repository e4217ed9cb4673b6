package org.terrace.powerflow;

/**
 * What flows in a branch: power into it at each end, lagging reactive power positive. Nothing where it is out of service or dead.
 *
 * @param iFromKa current at the first end. @param iToKa at the second
 * @param loadingPercent of what it may carry; NaN when that is not known
 */
public record BranchFlow(
        String id,
        Kind kind,
        double pFromMw,
        double qFromMvar,
        double pToMw,
        double qToMvar,
        double iFromKa,
        double iToKa,
        double loadingPercent) {

    /** What the branch is. */
    public enum Kind {
        LINE,
        TRANSFORMER,
        IMPEDANCE
    }

    public double lossesMw() {
        return pFromMw + pToMw;
    }

    public double lossesMvar() {
        return qFromMvar + qToMvar;
    }
}
