package org.terrace.power.area;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.terrace.power.load.Level;
import org.terrace.powerflow.phases.PhaseFlow;

/** The flows of all areas of a county in any half hour of an ordinary day, at the middle level: laid out once, one flow an area and half hour. */
public final class DayOfFlows {
    private final List<AreaInput> inputs;
    private final List<AreaFlow> flows;

    private DayOfFlows(List<AreaInput> inputs, List<AreaFlow> flows) {
        this.inputs = inputs;
        this.flows = flows;
    }

    public static DayOfFlows of(Areas areas) {
        List<AreaInput> inputs =
                areas.byTransformer().values().stream().map(Areas.Solved::input).toList();
        return new DayOfFlows(
                inputs,
                inputs.parallelStream()
                        .map(i -> new AreaFlow(i, Level.MIDDLE, false, true))
                        .toList());
    }

    public int areas() {
        return flows.size();
    }

    public int customers() {
        return inputs.stream().mapToInt(i -> i.customers().size()).sum();
    }

    /**
     * Customers with less than so many volts; those whose feeder collapses among them.
     *
     * @param halfHour from 0 at midnight
     */
    public int below(double volts, int halfHour) {
        return IntStream.range(0, flows.size())
                .parallel()
                .map(a -> below(inputs.get(a), flows.get(a), volts, halfHour))
                .sum();
    }

    private static int below(AreaInput input, AreaFlow flow, double volts, int halfHour) {
        BitSet collapsed = new BitSet();
        PhaseFlow solved = flow.solveWhatHolds(Moment.ordinary(input.rules(), halfHour), Optional.empty(), collapsed);
        int below = 0;
        for (int c = 0; c < input.customers().size(); c++) {
            below += collapsed.get(c) || flow.volts(solved, c) < volts ? 1 : 0;
        }
        return below;
    }
}
