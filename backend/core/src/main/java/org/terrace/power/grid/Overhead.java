package org.terrace.power.grid;

import org.terrace.network.Meeting;

/**
 * Overhead lines pass over one another: they meet at vertices that both have, and where one ends on the other. The far ends of two service
 * drops are at the walls of two houses, however near these stand: drops meet nothing over a gap but lines.
 */
final class Overhead implements Meeting {
    /** Level of a low-voltage line. */
    static final double LINE = 0;
    /** Level of a service drop. */
    static final double DROP = 1;

    /** A gap that the rounding of coordinates leaves. */
    private static final double ROUNDING_M = 0.5;

    @Override
    public boolean crossing(double level, double otherLevel) {
        return false;
    }

    @Override
    public boolean overGap(double level, double metLevel, boolean metAtEnd, double gapM) {
        return level == LINE || metLevel == LINE || gapM <= ROUNDING_M;
    }
}
