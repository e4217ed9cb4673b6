package org.terrace.power;

/** Which band of the scheme {@code voltage_band} a voltage to neutral falls into. */
final class VoltageBand {
    private static final double[] LIMITS_V = {176, 187, 198, 209};
    private static final double MOST_V = 235.4;

    private VoltageBand() {}

    static String of(double volts) {
        if (Double.isNaN(volts)) {
            return "unknown";
        }
        for (double limit : LIMITS_V) {
            if (volts < limit) {
                return "below_" + (int) limit;
            }
        }
        return volts <= MOST_V ? "up_to_235" : "above_235";
    }
}
