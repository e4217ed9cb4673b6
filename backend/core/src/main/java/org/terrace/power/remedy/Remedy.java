package org.terrace.power.remedy;

import java.util.BitSet;
import java.util.List;
import org.terrace.power.area.AreaDesign;
import org.terrace.project.CostLine;
import org.terrace.project.CostRange;

/**
 * Works on one area, with what they do.
 *
 * @param spur of a second transformer; {@link Spur#NONE} without
 * @param outcome of the flow on the area as it would be
 * @param gains customers who come inside the limits. @param worse customers whose lowest voltage falls
 */
record Remedy(
        AreaDesign design, Spur spur, List<CostLine> lines, AreaDesign.Outcome outcome, BitSet gains, BitSet worse) {
    /** A drop of less is no drop. */
    private static final double SAME_V = 0.1;

    Remedy {
        lines = List.copyOf(lines);
    }

    static Remedy of(
            AreaDesign design, Spur spur, List<CostLine> lines, AreaDesign.Outcome before, AreaDesign.Outcome after) {
        BitSet gains = (BitSet) before.fails().clone();
        gains.andNot(after.fails());
        BitSet worse = new BitSet();
        for (int c = 0; c < before.lowV().length; c++) {
            worse.set(c, after.lowV()[c] < before.lowV()[c] - SAME_V);
        }
        return new Remedy(design, spur, lines, after, gains, worse);
    }

    CostRange cost() {
        return RemedyBill.total(lines);
    }

    /** Whether everybody is inside the limits and no transformer carries more than it may. */
    boolean isWhole() {
        return outcome.fails().isEmpty() && !isOverloaded();
    }

    boolean isOverloaded() {
        boolean old = outcome.kva() > design.kva();
        return old || design.second().filter(s -> outcome.secondKva() > s.kva()).isPresent();
    }

    double yuanPerGain() {
        return gains.isEmpty() ? Double.POSITIVE_INFINITY : cost().usual() / gains.cardinality();
    }
}
