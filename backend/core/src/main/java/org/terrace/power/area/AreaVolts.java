package org.terrace.power.area;

import java.util.BitSet;
import org.terrace.power.grid.GridArea;
import org.terrace.power.grid.Section;
import org.terrace.power.load.AreaPeak;
import org.terrace.power.load.Level;

/**
 * Volts at the customers of an area, by level of what is assumed.
 *
 * <p>Arrays go by the customers of the area, sections by those of its tree. NaN where a voltage collapsed.
 */
public final class AreaVolts {
    /** Hours of a year below the limit by customer, and those of them in the drying season. */
    record Hours(double[] all, double[] drying) {}

    private static final int LEVELS = Level.values().length;

    private final double[][] low = new double[LEVELS][];
    private final double[][] high = new double[LEVELS][];
    private final double[][] hoursBelow = new double[LEVELS][];
    private final double[][] hoursDrying = new double[LEVELS][];
    private final BitSet[] collapsed = new BitSet[LEVELS];
    private final GridArea area;
    private final double[] infeedKw = new double[LEVELS];
    private final double[] infeedKva = new double[LEVELS];

    /** By section, at the middle level in the worst half hour. */
    final double[] amps;

    final double[] endVolts;
    final double[] dropVolts;
    final boolean[] wireRecorded;
    /** By section: whether it is a line or service drop, and not only a gap that was closed. */
    final boolean[] wireMatters;

    final Wire[] wires;
    final int[] drawing;
    final double[] sectionKw;

    /** By customer: the section on its way that takes most of the voltage; -1 for none. */
    final int[] limitingSection;
    /** By customer. */
    final boolean[] phaseAssumed;
    /** By customer: whether the highest drop falls into the drying season. */
    final boolean[] worstWhenDrying;

    final boolean linesAssumed;
    final boolean meshed;
    final AreaPeak peak;
    final Plate plate;
    double lossKw = Double.NaN;
    double unbalancePercent = Double.NaN;

    AreaVolts(AreaInput input, AreaFlow middle) {
        int sections = input.area().sections().size();
        int customers = input.customers().size();
        this.area = input.area();
        this.amps = new double[sections];
        this.endVolts = new double[sections];
        this.dropVolts = new double[sections];
        this.wireRecorded = new boolean[sections];
        this.wireMatters = new boolean[sections];
        this.wires = new Wire[sections];
        this.drawing = middle.draw().customers();
        this.sectionKw = middle.draw().sectionKw();
        this.limitingSection = new int[customers];
        this.phaseAssumed = middle.plan().assumed();
        this.worstWhenDrying = new boolean[customers];
        this.linesAssumed = middle.plan().linesAssumed();
        this.meshed = middle.isMeshed();
        this.peak = input.peak();
        this.plate = middle.plate();
        for (int s = 0; s < sections; s++) {
            wires[s] = middle.wireOf(s);
            wireRecorded[s] = middle.isWireRecorded(s);
            Section.Kind kind = input.area().sections().get(s).kind();
            wireMatters[s] = kind != Section.Kind.JOINT && kind != Section.Kind.LEAD;
        }
    }

    void keep(Level level, double[] lowV, double[] highV, Hours hours, BitSet withoutVoltage) {
        low[level.ordinal()] = lowV;
        high[level.ordinal()] = highV;
        hoursBelow[level.ordinal()] = hours.all();
        hoursDrying[level.ordinal()] = hours.drying();
        collapsed[level.ordinal()] = withoutVoltage;
    }

    /**
     * Where a part of the feeder is cut off at a level, those who are left have more than they would have with it. So no level is told to be better
     * than a more favourable one: neither in volts nor hours, nor in what the transformer carries.
     */
    void worsenFromLevelToLevel() {
        for (int level = 1; level < LEVELS; level++) {
            int better = level - 1;
            for (int c = 0; c < low[level].length; c++) {
                low[level][c] = Math.min(low[level][c], low[better][c]);
                hoursBelow[level][c] = Math.max(hoursBelow[level][c], hoursBelow[better][c]);
                hoursDrying[level][c] = Math.max(hoursDrying[level][c], hoursDrying[better][c]);
            }
            collapsed[level].or(collapsed[better]);
            infeedKw[level] = Math.max(infeedKw[level], infeedKw[better]);
            infeedKva[level] = Math.max(infeedKva[level], infeedKva[better]);
        }
    }

    void keepInfeed(Level level, double kw, double kva) {
        infeedKw[level.ordinal()] = kw;
        infeedKva[level.ordinal()] = kva;
    }

    /** By customer: the lowest phase voltage in the worst half hour of the year. */
    double[] low(Level level) {
        return low[level.ordinal()];
    }

    /** By customer: the highest phase voltage in the half hour in which least is drawn. */
    double[] high(Level level) {
        return high[level.ordinal()];
    }

    /** By customer: hours of a year below the limit. */
    double[] hoursBelow(Level level) {
        return hoursBelow[level.ordinal()];
    }

    /** By customer: those of them that fall into the drying season. */
    double[] hoursDrying(Level level) {
        return hoursDrying[level.ordinal()];
    }

    /** Whether a customer's voltage holds only because others of its feeder, whose voltage collapses, are taken to draw nothing. */
    boolean isBesideCollapse(Level level, int customer) {
        BitSet gone = collapsed(level);
        return !gone.get(customer) && gone.stream().anyMatch(c -> feederOf(c) == feederOf(customer));
    }

    private int feederOf(int customer) {
        return area.feederOf(area.customers().get(customer));
    }

    /** Customers whose part of a feeder cannot carry the load at all. */
    BitSet collapsed(Level level) {
        return collapsed[level.ordinal()];
    }

    /** kW that the whole area draws from the 10 kV line in its peak, losses included; NaN where it cannot be carried. */
    double infeedKw(Level level) {
        return infeedKw[level.ordinal()];
    }

    double infeedKva(Level level) {
        return infeedKva[level.ordinal()];
    }
}
