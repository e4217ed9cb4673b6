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
 * @param gains customers who come inside the limits. @param worse customers whose lowest voltage falls, or who come to be outside
 * @param losing how many of these come to be outside the limits
 */
record Remedy(
        AreaDesign design,
        Spur spur,
        List<CostLine> lines,
        AreaDesign.Outcome outcome,
        BitSet gains,
        BitSet worse,
        int losing) {
    /** A drop of less is no drop. */
    private static final double SAME_V = 0.1;

    Remedy {
        lines = List.copyOf(lines);
    }

    static Remedy of(
            AreaDesign design, Spur spur, List<CostLine> lines, AreaDesign.Outcome before, AreaDesign.Outcome after) {
        BitSet gains = (BitSet) before.fails().clone();
        gains.andNot(after.fails());
        BitSet losses = (BitSet) after.fails().clone();
        losses.andNot(before.fails());
        BitSet worse = new BitSet();
        for (int c = 0; c < before.lowV().length; c++) {
            boolean newly = after.fails().get(c) && !before.fails().get(c);
            worse.set(c, newly || after.lowV()[c] < before.lowV()[c] - SAME_V);
        }
        return new Remedy(design, spur, lines, after, gains, worse, losses.cardinality());
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

    /** Customers more inside the limits than before. */
    int net() {
        return gains.cardinality() - losing;
    }

    /** For each of {@link #net}; infinite where it is none. */
    double yuanPerGain() {
        return net() > 0 ? cost().usual() / net() : Double.POSITIVE_INFINITY;
    }
}
