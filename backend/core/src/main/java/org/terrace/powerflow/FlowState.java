package org.terrace.powerflow;

import java.util.List;
import java.util.Optional;

/**
 * A network in balance, or why there is none.
 *
 * @param vmPu size of the voltage by bus, in parts of the nominal; NaN where no branch leads to a source
 * @param vaDegree its angle, -180 to 180
 * @param branches lines, transformers and impedances, in the network's order
 * @param method that found it
 * @param loops branches that close a ring or join two sources
 * @param held buses whose voltage a generator holds
 * @param rounds of the method
 * @param collapse present when there is no balance; all numbers are then NaN
 */
public record FlowState(
        double[] vmPu,
        double[] vaDegree,
        List<BranchFlow> branches,
        Balance balance,
        Method method,
        int loops,
        int held,
        int rounds,
        Optional<Collapse> collapse) {

    /** How voltages are found. */
    public enum Method {
        /** Backward and forward along the tree of each source. */
        SWEEP,
        /** Newton and Raphson, for loops and held voltages. */
        NEWTON
    }

    public FlowState {
        branches = List.copyOf(branches);
    }

    /** Position of the bus with the lowest voltage; -1 when none is live. */
    public int lowestBus() {
        int lowest = -1;
        for (int i = 0; i < vmPu.length; i++) {
            if (!Double.isNaN(vmPu[i]) && (lowest < 0 || vmPu[i] < vmPu[lowest])) {
                lowest = i;
            }
        }
        return lowest;
    }
}
