package org.terrace.power.load;

import java.util.List;

/**
 * How a load runs through an ordinary day, in 48 half hours from midnight, as shares of its highest half hour.
 *
 * @see "settings power.load.day_shape and power.load.machine_day_shape"
 */
public final class DayShape {
    public static final int HALF_HOURS = 48;
    private final double[] shares;
    private final double mean;
    private final int peak;

    private DayShape(double[] shares) {
        this.shares = shares;
        double sum = 0;
        int highest = 0;
        for (int t = 0; t < HALF_HOURS; t++) {
            sum += shares[t];
            highest = shares[t] > shares[highest] ? t : highest;
        }
        this.mean = sum / HALF_HOURS;
        this.peak = highest;
    }

    /**
     * @param values 48 numbers of any one unit, none negative; they are divided by the highest
     * @throws IllegalArgumentException saying which value does not fit
     */
    public static DayShape of(List<Double> values) {
        if (values.size() != HALF_HOURS) {
            throw new IllegalArgumentException(
                    "a day's shape has " + values.size() + " values: 48 half hours from midnight are needed");
        }
        double highest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (!(highest > 0) || values.stream().anyMatch(v -> !(v >= 0))) {
            throw new IllegalArgumentException("a day's shape " + values + " needs values of 0 and more, one above 0");
        }
        return new DayShape(values.stream().mapToDouble(v -> v / highest).toArray());
    }

    /** @param halfHour 0 from midnight to half past */
    public double share(int halfHour) {
        return shares[halfHour];
    }

    /** Mean over the day as a share of the highest half hour: the load factor. */
    public double loadFactor() {
        return mean;
    }

    /** The first half hour in which most is drawn. */
    public int peakHalfHour() {
        return peak;
    }
}
