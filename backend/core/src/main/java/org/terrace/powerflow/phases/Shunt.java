package org.terrace.powerflow.phases;

import java.util.EnumSet;
import java.util.List;

/**
 * What leads from a node to earth in proportion to voltage: electrodes of the neutral, charging of lines, iron of transformers.
 *
 * @param siemens by conductor
 */
public record Shunt(String id, int node, List<Conductor> conductors, PhaseMatrix siemens) {
    /** @throws IllegalArgumentException when conductors and matrix do not fit */
    public Shunt {
        conductors = List.copyOf(conductors);
        if (conductors.isEmpty()
                || siemens.order() != conductors.size()
                || conductors.contains(Conductor.EARTH)
                || EnumSet.copyOf(conductors).size() != conductors.size()) {
            throw new IllegalArgumentException("shunt " + id + ": " + conductors);
        }
    }

    /**
     * The neutral earthed once more along the line.
     *
     * @param ohm of the electrode, above zero: in China at most 10 (30 at three places and more)
     * @throws IllegalArgumentException for an ideal electrode, which is no shunt
     */
    public static Shunt electrode(String id, int node, double ohm) {
        if (!(ohm > 0)) {
            throw new IllegalArgumentException("electrode " + id + " of " + ohm + " ohm. Maybe 0.001 is meant.");
        }
        return new Shunt(id, node, List.of(Conductor.N), PhaseMatrix.alike(1, 1 / ohm, 0, 0, 0));
    }
}
