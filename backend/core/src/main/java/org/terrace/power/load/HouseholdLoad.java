package org.terrace.power.load;

/**
 * One household as a customer of the grid.
 *
 * @param household its row. @param share of what a usual household of the area draws: 1, or as its own meter says
 * @param sure whether it is there all year: the favourable level counts nobody else
 * @param machineKw of its dryer or mill by level; 0 without one
 */
public record HouseholdLoad(int household, double share, boolean sure, ByLevel machineKw) {
    public HouseholdLoad {
        if (!(share >= 0)) {
            throw new IllegalArgumentException("customer " + household + " has a share of " + share + ", below 0");
        }
    }

    public boolean drawsAt(Level level) {
        return sure || level != Level.FAVOURABLE;
    }

    public boolean hasMachine() {
        return machineKw.unfavourable() > 0;
    }
}
