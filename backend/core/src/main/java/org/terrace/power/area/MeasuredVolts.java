package org.terrace.power.area;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.terrace.power.load.AreaPeak;
import org.terrace.power.load.ByLevel;
import org.terrace.power.load.Level;
import org.terrace.powerflow.phases.PhaseFlow;

/**
 * The load of an area fitted to volts that were measured at its houses, where neither energy nor a current is on record: the load at which
 * the median of (computed - measured) is zero at the middle level. The volts are taken as those of an evening.
 */
final class MeasuredVolts {
    /** So many times the assumed load is the most that is tried. */
    private static final double MOST = 8;

    private static final double LEAST = 0.02;
    private static final int HALVINGS = 24;

    private MeasuredVolts() {}

    /**
     * @param measured by customer, NaN where nobody measured
     * @param errorPercent of the fitted load
     * @return the fitted load; empty where too few were measured, or where no load explains what was measured: volts above those without load,
     *     or below those of the highest load tried
     */
    static Optional<AreaPeak> fit(AreaInput input, double[] measured, int least, double errorPercent) {
        long known = Arrays.stream(measured).filter(v -> !Double.isNaN(v)).count();
        if (known < least) {
            return Optional.empty();
        }
        AreaFlow flow = new AreaFlow(input, Level.MIDDLE, false, true);
        if (medianAbove(flow, LEAST, measured) < 0 || medianAbove(flow, MOST, measured) > 0) {
            return Optional.empty();
        }
        double low = LEAST;
        double high = MOST;
        for (int k = 0; k < HALVINGS; k++) {
            double mean = (low + high) / 2;
            if (medianAbove(flow, mean, measured) > 0) {
                low = mean;
            } else {
                high = mean;
            }
        }
        double unit = input.peak().unitKw().middle() * (low + high) / 2;
        double error = errorPercent / 100;
        return Optional.of(new AreaPeak(
                AreaPeak.Source.MEASURED_VOLTS, new ByLevel(unit * (1 - error), unit, unit * (1 + error))));
    }

    /** Median of what is computed above what was measured; a voltage that collapsed lies below. */
    private static double medianAbove(AreaFlow flow, double share, double[] measured) {
        BitSet collapsed = new BitSet();
        PhaseFlow solved = flow.solveWhatHolds(new Moment(share, 0), Optional.empty(), collapsed);
        double[] above = new double[measured.length];
        int n = 0;
        for (int c = 0; c < measured.length; c++) {
            if (!Double.isNaN(measured[c])) {
                above[n++] = collapsed.get(c) ? Double.NEGATIVE_INFINITY : flow.volts(solved, c) - measured[c];
            }
        }
        double[] sorted = Arrays.copyOf(above, n);
        Arrays.sort(sorted);
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }
}
