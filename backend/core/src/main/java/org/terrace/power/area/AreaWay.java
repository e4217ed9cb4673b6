package org.terrace.power.area;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.terrace.power.grid.GridArea;
import org.terrace.power.load.ByLevel;
import org.terrace.power.load.HouseholdLoad;
import org.terrace.power.load.Level;
import org.terrace.powerflow.phases.PhaseFlow;

/**
 * The way of the power to one customer, section by section, with the voltage at every joint: in the worst half hour of the year, at each
 * level.
 *
 * @param start volts at the transformer's low-voltage side. @param house volts at the house, beyond the last section
 */
public record AreaWay(List<Part> parts, ByLevel start, ByLevel house, double dropM) {
    public AreaWay {
        parts = List.copyOf(parts);
    }

    /**
     * A section on the way.
     *
     * @param section of the area's tree. @param end volts at its lower end, lowest of the phases
     */
    public record Part(int section, ByLevel end) {}

    /** @param household code; empty where the area does not feed it */
    public static Optional<AreaWay> of(Areas.Solved solved, String household) {
        AreaInput input = solved.input();
        GridArea area = input.area();
        for (int c = 0; c < area.customers().size(); c++) {
            if (area.customers().get(c).household().equals(household)) {
                return Optional.of(of(input, solved.volts(), c));
            }
        }
        return Optional.empty();
    }

    private static AreaWay of(AreaInput input, AreaVolts volts, int customer) {
        boolean drying =
                volts.worstWhenDrying[customer] && input.customers().stream().anyMatch(HouseholdLoad::hasMachine);
        Nodes[] nodes = new Nodes[Level.values().length];
        for (Level level : Level.values()) {
            nodes[level.ordinal()] = new Nodes(input, level, drying);
        }
        Deque<Integer> way = new ArrayDeque<>();
        GridArea area = input.area();
        for (int n = area.customers().get(customer).node(); n > 0; n = area.parent(n)) {
            way.push(n);
        }
        List<Part> parts = new ArrayList<>();
        for (int n : way) {
            parts.add(new Part(n - 1, ByLevel.of(level -> nodes[level.ordinal()].at(n))));
        }
        return new AreaWay(
                parts,
                ByLevel.of(level -> nodes[level.ordinal()].at(0)),
                ByLevel.of(level -> volts.low(level)[customer]),
                area.customers().get(customer).dropM());
    }

    /** Volts at the nodes of the area at one level. */
    private static final class Nodes {
        private final AreaFlow flow;
        private final PhaseFlow solved;
        private final BitSet without;

        Nodes(AreaInput input, Level level, boolean drying) {
            this.flow = new AreaFlow(input, level, drying, true);
            BitSet collapsed = new BitSet();
            this.solved = flow.solveWhatHolds(AreaSolver.peak(input, flow, drying), Optional.empty(), collapsed);
            this.without = flow.withoutVoltage(collapsed);
        }

        /** Where the voltage collapses, what would be there without the load is no voltage. */
        double at(int node) {
            return without.get(node) ? Double.NaN : flow.nodeVolts(solved, node);
        }
    }
}
