package org.terrace.project;

/**
 * What something costs, in yuan: a range, never only a point.
 *
 * @param low and high between which it is believed to lie. @param usual the default
 */
public record CostRange(double low, double usual, double high) {
    public static final CostRange NOTHING = new CostRange(0, 0, 0);

    public CostRange {
        if (!(low >= 0 && low <= usual && usual <= high) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("a cost from " + low + " over " + usual + " to " + high
                    + " yuan. Maybe low, default and high are out of order");
        }
    }

    public CostRange plus(CostRange other) {
        return new CostRange(low + other.low, usual + other.usual, high + other.high);
    }

    /** @param factor not negative */
    public CostRange times(double factor) {
        return new CostRange(low * factor, usual * factor, high * factor);
    }

    /** Whole yuan. */
    public CostRange rounded() {
        return new CostRange(Math.round(low), Math.round(usual), Math.round(high));
    }

    public long lowYuan() {
        return Math.round(low);
    }

    public long usualYuan() {
        return Math.round(usual);
    }

    public long highYuan() {
        return Math.round(high);
    }
}
