package org.terrace.hydraulics;

import java.util.List;

/**
 * Heads and flows of one moment.
 *
 * @param heads metres, by node; NaN where no open way leads to a level that is given
 * @param demands m3/s drawn at each node, openings included; of a reservoir or tank what flows into it
 * @param flows m3/s by link, positive from its first node to its second
 * @param losses metres of head lost by link from first to second node; negative for a pump that lifts
 * @param iterations until it held still
 * @param trouble what kept it from a solution, with places; empty for none
 */
public record SteadyState(
        double[] heads,
        double[] demands,
        double[] flows,
        double[] losses,
        LinkState[] states,
        int iterations,
        List<Trouble> trouble) {

    /** What is wrong. @param ids of nodes or links concerned, the worst first */
    public record Trouble(Kind kind, List<String> ids, double value) {
        public Trouble {
            ids = List.copyOf(ids);
        }
    }

    /** Kinds of trouble. */
    public enum Kind {
        /** Nodes that draw water and that no open way joins to a reservoir or tank. Value: m3/s that they draw. */
        CUT_OFF,
        /** Not balanced after all iterations: the links that still change most. Value: the largest change in m3/s. */
        NOT_BALANCED,
        /** Junctions with demand at a pressure below nothing. Value: the lowest in metres. */
        NEGATIVE_PRESSURE,
        /** Junctions where nothing is drawn, at a pressure below nothing: water may not pass them. Value: the lowest in metres. */
        NEGATIVE_ON_THE_WAY,
        /** Pumps that cannot lift so high. Value: metres that are missing at the first. */
        PUMP_TOO_WEAK,
        /** Pumps that give more than the end of their curve. Value: m3/s at the end of the first one's curve. */
        PUMP_BEYOND_CURVE,
        /** Flow control valves that are the only way to nodes that draw more than they let through. Value: m3/s too much at the first. */
        VALVE_EXCEEDED
    }

    public boolean isBalanced() {
        return trouble.stream().noneMatch(t -> t.kind() == Kind.NOT_BALANCED);
    }
}
