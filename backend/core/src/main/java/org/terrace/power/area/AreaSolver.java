package org.terrace.power.area;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.terrace.power.load.DayShape;
import org.terrace.power.load.HouseholdLoad;
import org.terrace.power.load.Level;
import org.terrace.power.load.LoadRules;
import org.terrace.powerflow.phases.Conductor;
import org.terrace.powerflow.phases.PhaseFlow;

/**
 * Solves one area at the three levels: lowest voltages in the worst half hour, highest in the lightest, hours below the limit, currents,
 * transformer loading and losses.
 *
 * <p>At the unfavourable level each phase in turn draws more than its even share, and each customer keeps its worst voltage.
 */
final class AreaSolver {
    private static final double DAYS_A_YEAR = 365;
    private static final double HOURS = 0.5;

    private final AreaInput input;
    private final VoltageLimits limits;
    private final int customers;
    private final boolean hasMachines;
    private final BitSet nobody = new BitSet();

    AreaSolver(AreaInput input, VoltageLimits limits) {
        this.input = input;
        this.limits = limits;
        this.customers = input.customers().size();
        this.hasMachines = input.customers().stream().anyMatch(HouseholdLoad::hasMachine);
    }

    /**
     * Whether everybody is inside the limits at one level, without what nobody asks for then.
     *
     * @param low V, NaN where the voltage collapses. @param high V in the lightest half hour. @param fails customers below the limit for more
     *     hours than are allowed, or above it
     * @param kva of the transformer at its peak
     */
    record Check(double[] low, double[] high, BitSet fails, double kva) {}

    Check check(Level level, double hoursAllowed) {
        AreaFlow evening = new AreaFlow(input, level, false, true);
        Optional<AreaFlow> drying =
                hasMachines ? Optional.of(new AreaFlow(input, level, true, true)) : Optional.empty();
        BitSet collapsed = new BitSet();
        double[] low = lowest(evening, level, peak(input, evening, false), collapsed);
        drying.ifPresent(flow -> worse(low, lowest(flow, level, peak(input, flow, true), collapsed)));
        double[] high = highest(new AreaFlow(input, Level.MIDDLE, false, true));
        double[] hours =
                hoursAllowed > 0 ? hours(evening, drying, level, low, collapsed).all() : low;
        BitSet fails = new BitSet();
        for (int c = 0; c < customers; c++) {
            boolean tooLow = hoursAllowed > 0 ? hours[c] > hoursAllowed : isBelow(low, c) || collapsed.get(c);
            boolean tooHigh = high[c] > limits.highV(input.wishes().get(c).phases() == 3);
            fails.set(c, tooLow || tooHigh);
        }
        return new Check(low, high, fails, kva(level));
    }

    private static void worse(double[] low, double[] other) {
        for (int c = 0; c < low.length; c++) {
            low[c] = Double.isNaN(other[c]) ? Double.NaN : Math.min(low[c], other[c]);
        }
    }

    private double kva(Level level) {
        AreaFlow whole = new AreaFlow(input, level, hasMachines, false);
        Moment moment = peak(input, whole, hasMachines);
        double[] infeed = infeed(whole, moment, whole.solve(moment, Optional.empty(), nobody));
        return Math.hypot(infeed[0], infeed[1]) / 1_000;
    }

    AreaVolts solve() {
        AreaFlow middle = new AreaFlow(input, Level.MIDDLE, false, true);
        AreaVolts volts = new AreaVolts(input, middle);
        for (Level level : Level.values()) {
            AreaFlow evening = level == Level.MIDDLE ? middle : new AreaFlow(input, level, false, true);
            Optional<AreaFlow> drying =
                    hasMachines ? Optional.of(new AreaFlow(input, level, true, true)) : Optional.empty();
            BitSet collapsed = new BitSet();
            double[] low = lowest(evening, level, peak(input, evening, false), collapsed);
            if (drying.isPresent()) {
                double[] whenDrying = lowest(drying.get(), level, peak(input, drying.get(), true), collapsed);
                for (int c = 0; c < customers; c++) {
                    if (whenDrying[c] < low[c] || (Double.isNaN(whenDrying[c]) && !Double.isNaN(low[c]))) {
                        low[c] = whenDrying[c];
                        volts.worstWhenDrying[c] |= level == Level.MIDDLE;
                    }
                }
            }
            volts.keep(level, low, highest(evening), hours(evening, drying, level, low, collapsed), collapsed);
            totals(volts, level);
            if (level == Level.MIDDLE) {
                sections(volts, evening, drying);
            }
        }
        volts.worsenFromLevelToLevel();
        return volts;
    }

    /** Phases that draw more in turn; once none, where the spread is taken as even. */
    private static List<Optional<Conductor>> spreads(Level level) {
        return level == Level.UNFAVOURABLE
                ? Conductor.PHASES.stream().map(Optional::of).toList()
                : List.of(Optional.empty());
    }

    /**
     * The half hour in which most is drawn: by households on an ordinary day, or by households and machines together in the drying season.
     */
    static Moment peak(AreaInput input, AreaFlow flow, boolean drying) {
        LoadRules rules = input.rules();
        if (!drying) {
            return Moment.ordinary(rules, rules.day().peakHalfHour());
        }
        double households = Arrays.stream(flow.draw().kw()).sum();
        double machines = Arrays.stream(flow.draw().machineKw()).sum();
        return IntStream.range(0, DayShape.HALF_HOURS)
                .mapToObj(t -> Moment.drying(rules, t))
                .reduce((a, b) -> b.share() * households + b.machineShare() * machines
                                > a.share() * households + a.machineShare() * machines
                        ? b
                        : a)
                .orElseThrow();
    }

    private LoadRules rules() {
        return input.rules();
    }

    /** @param collapsed is told the customers whose feeder cannot carry the load; their voltage is NaN */
    private double[] lowest(AreaFlow flow, Level level, Moment moment, BitSet collapsed) {
        double[] low = new double[customers];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        for (Optional<Conductor> heavier : spreads(level)) {
            BitSet here = new BitSet();
            PhaseFlow solved = flow.solveWhatHolds(moment, heavier, here);
            for (int c = 0; c < customers; c++) {
                low[c] = here.get(c) ? Double.NaN : Math.min(low[c], flow.volts(solved, c));
            }
            collapsed.or(here);
        }
        return low;
    }

    private double[] highest(AreaFlow evening) {
        double least = IntStream.range(0, DayShape.HALF_HOURS)
                .mapToDouble(t -> rules().day().share(t))
                .min()
                .orElse(0);
        BitSet collapsed = new BitSet();
        PhaseFlow light = evening.solveWhatHolds(new Moment(least, 0), Optional.empty(), collapsed);
        return IntStream.range(0, customers)
                .mapToDouble(c -> collapsed.get(c) ? Double.NaN : evening.mostVolts(light, c))
                .toArray();
    }

    /** Half hours are tried from the one in which most is drawn, until nobody is below the limit any more. */
    private AreaVolts.Hours hours(
            AreaFlow evening, Optional<AreaFlow> drying, Level level, double[] low, BitSet collapsed) {
        double[] ordinary = new double[customers];
        double[] whenDrying = new double[customers];
        boolean anyBelow = !collapsed.isEmpty() || IntStream.range(0, customers).anyMatch(c -> isBelow(low, c));
        if (!anyBelow) {
            return new AreaVolts.Hours(ordinary, whenDrying);
        }
        double dryingDays = drying.isPresent() ? rules().dryingDays() : 0;
        add(ordinary, low, evening, level, false, DAYS_A_YEAR - dryingDays);
        drying.ifPresent(flow -> add(whenDrying, low, flow, level, true, dryingDays));
        Arrays.setAll(ordinary, c -> ordinary[c] + whenDrying[c]);
        return new AreaVolts.Hours(ordinary, whenDrying);
    }

    private boolean isBelow(double[] volts, int customer) {
        return volts[customer] < limits.lowV(input.wishes().get(customer).phases() == 3);
    }

    /** @param lowest is lowered where another half hour is lower: with the end of the line cut off, the heaviest need not be the worst */
    private void add(double[] hours, double[] lowest, AreaFlow flow, Level level, boolean drying, double days) {
        double households = Arrays.stream(flow.draw().kw()).sum();
        double machines = Arrays.stream(flow.draw().machineKw()).sum();
        Map<Moment, Integer> times = new LinkedHashMap<>();
        IntStream.range(0, DayShape.HALF_HOURS)
                .mapToObj(t -> drying ? Moment.drying(rules(), t) : Moment.ordinary(rules(), t))
                .sorted((a, b) -> Double.compare(
                        b.share() * households + b.machineShare() * machines,
                        a.share() * households + a.machineShare() * machines))
                .forEach(moment -> times.merge(moment, 1, Integer::sum));
        for (Map.Entry<Moment, Integer> falling : times.entrySet()) {
            BitSet collapsed = new BitSet();
            double[] low = lowest(flow, level, falling.getKey(), collapsed);
            boolean anyBelow = false;
            for (int c = 0; c < customers; c++) {
                // Whose voltage holds in the heaviest half hour is not called without one in a lighter, where a larger
                // part is cut off.
                boolean gone = collapsed.get(c) && Double.isNaN(lowest[c]);
                if (gone || (!collapsed.get(c) && isBelow(low, c))) {
                    hours[c] += days * HOURS * falling.getValue();
                    lowest[c] = collapsed.get(c) ? lowest[c] : Math.min(lowest[c], low[c]);
                    anyBelow = true;
                }
            }
            if (!anyBelow) {
                return;
            }
        }
    }

    /** W and var from the 10 kV line; where the load cannot be carried, what is drawn without any losses: at least that is asked for. */
    private static double[] infeed(AreaFlow whole, Moment moment, PhaseFlow flow) {
        double watts = whole.plate().noLoadW();
        double vars = 0;
        if (!flow.isSolved()) {
            double[] drawn = whole.drawn(moment);
            return new double[] {watts + drawn[0], vars + drawn[1]};
        }
        for (Conductor phase : Conductor.PHASES) {
            watts += flow.infeedWatts(phase);
            vars += flow.infeedVars(phase);
        }
        return new double[] {watts, vars};
    }

    /** Of the area's peak as a whole: one coincidence for all customers. */
    private void totals(AreaVolts volts, Level level) {
        AreaFlow whole = new AreaFlow(input, level, hasMachines, false);
        Moment moment = peak(input, whole, hasMachines);
        PhaseFlow flow = whole.solve(moment, Optional.empty(), nobody);
        double[] infeed = infeed(whole, moment, flow);
        volts.keepInfeed(level, infeed[0] / 1_000, Math.hypot(infeed[0], infeed[1]) / 1_000);
        if (level == Level.MIDDLE) {
            volts.lossKw = flow.lossWatts() / 1_000 + volts.plate.noLoadW() / 1_000;
            volts.unbalancePercent = 100 * flow.unbalance(1);
        }
    }

    private void sections(AreaVolts volts, AreaFlow evening, Optional<AreaFlow> drying) {
        measure(volts, evening, peak(input, evening, false));
        drying.ifPresent(flow -> measure(volts, flow, peak(input, flow, true)));
        for (int c = 0; c < customers; c++) {
            int worst = -1;
            for (int n = input.area().customers().get(c).node();
                    n > 0;
                    n = input.area().parent(n)) {
                if (worst < 0 || volts.dropVolts[n - 1] > volts.dropVolts[worst]) {
                    worst = n - 1;
                }
            }
            volts.limitingSection[c] = worst;
        }
    }

    /** Keeps what is worse than what is there. */
    private void measure(AreaVolts volts, AreaFlow flow, Moment moment) {
        BitSet collapsed = new BitSet();
        PhaseFlow solved = flow.solveWhatHolds(moment, Optional.empty(), collapsed);
        BitSet without = flow.withoutVoltage(collapsed);
        for (int s = 0; s < volts.amps.length; s++) {
            if (without.get(s + 1)) {
                volts.endVolts[s] = Double.NaN;
                continue;
            }
            double end = flow.nodeVolts(solved, s + 1);
            boolean first = volts.endVolts[s] == 0;
            if (first || end < volts.endVolts[s]) {
                volts.endVolts[s] = end;
                volts.dropVolts[s] = flow.dropVolts(solved, s);
            }
            volts.amps[s] = Math.max(volts.amps[s], flow.amps(solved, s));
        }
    }
}
