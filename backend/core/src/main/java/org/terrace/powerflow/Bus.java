package org.terrace.powerflow;

/** A place where lines and transformers meet. @param nominalKv line to line; voltages are told in parts of it */
public record Bus(String id, double nominalKv, boolean inService) {
    /** @throws IllegalArgumentException unless the voltage is positive */
    public Bus {
        if (!(nominalKv > 0) || Double.isInfinite(nominalKv)) {
            throw new IllegalArgumentException("bus " + id + ": nominal voltage " + nominalKv + " kV");
        }
    }
}
