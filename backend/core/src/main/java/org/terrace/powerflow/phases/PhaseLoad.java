package org.terrace.powerflow.phases;

import java.util.ArrayList;
import java.util.List;

/**
 * What is drawn between two conductors of a node; negative for what is fed in.
 *
 * @param node position in the network's list
 * @param at phase that it hangs on
 * @param back where the current returns: the neutral (earth at a node without a neutral wire), another phase, or earth
 * @param watts at the nominal voltage
 * @param vars positive when current lags
 * @param nominalVolts across it; matters only for what depends on voltage
 */
public record PhaseLoad(
        String id,
        int node,
        Conductor at,
        Conductor back,
        double watts,
        double vars,
        Dependence dependence,
        double nominalVolts) {

    /** How what is drawn follows the voltage. */
    public enum Dependence {
        /** Power stays: motors with drives, chargers. The hardest on a weak line, and the usual assumption. */
        POWER(0),
        /** Current stays. */
        CURRENT(1),
        /** Impedance stays: heating, old lamps. */
        IMPEDANCE(2);

        private final int exponent;

        Dependence(int exponent) {
            this.exponent = exponent;
        }

        int exponent() {
            return exponent;
        }
    }

    /** @throws IllegalArgumentException when both ends are the same, or power is no number */
    public PhaseLoad {
        if (at == back || at == Conductor.EARTH || !Double.isFinite(watts) || !Double.isFinite(vars)) {
            throw new IllegalArgumentException("load " + id + ": " + at + " to " + back + ", " + watts + " W " + vars);
        }
        if (dependence != Dependence.POWER && !(nominalVolts > 0)) {
            throw new IllegalArgumentException("load " + id + ": nominal voltage " + nominalVolts);
        }
    }

    /** Constant power between a phase and the neutral. */
    public static PhaseLoad of(String id, int node, Conductor phase, double watts, double vars) {
        return new PhaseLoad(id, node, phase, Conductor.N, watts, vars, Dependence.POWER, 0);
    }

    /** Constant power between two phases. */
    public static PhaseLoad between(String id, int node, Conductor one, Conductor other, double watts, double vars) {
        return new PhaseLoad(id, node, one, other, watts, vars, Dependence.POWER, 0);
    }

    /** A balanced machine in star: a third of the power by each phase, to the neutral. */
    public static List<PhaseLoad> threePhase(String id, int node, double watts, double vars) {
        List<PhaseLoad> thirds = new ArrayList<>();
        for (Conductor phase : Conductor.PHASES) {
            thirds.add(of(id + "." + phase, node, phase, watts / 3, vars / 3));
        }
        return List.copyOf(thirds);
    }

    /** A balanced machine in delta: a third of the power between each pair of phases; no current in the neutral. */
    public static List<PhaseLoad> delta(String id, int node, double watts, double vars) {
        List<PhaseLoad> thirds = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            Conductor one = Conductor.PHASES.get(k);
            Conductor other = Conductor.PHASES.get((k + 1) % 3);
            thirds.add(between(id + "." + one + other, node, one, other, watts / 3, vars / 3));
        }
        return List.copyOf(thirds);
    }
}
