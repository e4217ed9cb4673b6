package org.terrace.powerflow;

/** A bus whose voltage is given in size and angle: the grid above, which makes up for all that is drawn. */
public record Source(String id, int bus, double vmPu, double vaDegree, boolean inService) {
    /** @throws IllegalArgumentException unless the voltage is positive */
    public Source {
        if (!(vmPu > 0) || !Double.isFinite(vmPu + vaDegree)) {
            throw new IllegalArgumentException("source " + id + ": " + vmPu + " pu at " + vaDegree + " degrees");
        }
    }

    public static Source of(String id, int bus, double vmPu) {
        return new Source(id, bus, vmPu, 0, true);
    }
}
