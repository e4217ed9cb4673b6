package org.terrace.powerflow.phases;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Where power comes from: given voltages behind an impedance.
 *
 * @param node position in the network's list
 * @param emfRe volts to earth without load, by conductor; real part
 * @param ohms between those voltages and the node
 */
public record Source(int node, List<Conductor> conductors, List<Double> emfRe, List<Double> emfIm, PhaseMatrix ohms) {
    /** @throws IllegalArgumentException when the numbers do not fit the conductors */
    public Source {
        conductors = List.copyOf(conductors);
        emfRe = List.copyOf(emfRe);
        emfIm = List.copyOf(emfIm);
        int n = conductors.size();
        if (n == 0
                || emfRe.size() != n
                || emfIm.size() != n
                || ohms.order() != n
                || conductors.contains(Conductor.EARTH)
                || EnumSet.copyOf(conductors).size() != n) {
            throw new IllegalArgumentException("source of " + conductors + " with " + emfRe + ", " + emfIm);
        }
    }

    /** Three equal voltages 120 degrees apart, no neutral wire. @param volts phase to earth. @param ohms by phase */
    public static Source balanced(int node, double volts, PhaseMatrix ohms) {
        List<Double> re = new ArrayList<>();
        List<Double> im = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            re.add(volts * (k == 0 ? 1 : -0.5));
            im.add(volts * (k == 0 ? 0 : k == 1 ? -1 : 1) * Math.sqrt(3) / 2);
        }
        return new Source(node, Conductor.PHASES, re, im, ohms);
    }

    /** As {@link #balanced}, with a neutral wire that begins at an electrode. */
    public static Source fourWire(int node, double volts, PhaseMatrix phaseOhms, double electrodeOhm) {
        Source phases = balanced(node, volts, phaseOhms);
        return phases.withNeutral(electrodeOhm);
    }

    /** One phase and a neutral wire. */
    public static Source singlePhase(int node, Conductor phase, double volts, double r, double x, double electrodeOhm) {
        return new Source(node, List.of(phase), List.of(volts), List.of(0.0), PhaseMatrix.alike(1, r, x, 0, 0))
                .withNeutral(electrodeOhm);
    }

    private Source withNeutral(double electrodeOhm) {
        if (!(electrodeOhm >= 0)) {
            throw new IllegalArgumentException("electrode of " + electrodeOhm + " ohm");
        }
        List<Conductor> wires = new ArrayList<>(conductors);
        List<Double> re = new ArrayList<>(emfRe);
        List<Double> im = new ArrayList<>(emfIm);
        wires.add(Conductor.N);
        re.add(0.0);
        im.add(0.0);
        return new Source(node, wires, re, im, ohms.withOneMore().plusEverywhere(electrodeOhm, 0));
    }
}
