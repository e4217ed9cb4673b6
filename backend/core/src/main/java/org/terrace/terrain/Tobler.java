package org.terrace.terrain;

/**
 * Tobler's hiking function: speed = 6 exp(-3.5 |slope + 0.05|) km/h, fastest at a slope of -0.05, times a factor (0.6 off the
 * path in Tobler's report; 1 on a path).
 *
 * @param factor what the speed is multiplied with, positive
 * @see "Tobler W. (1993), Three presentations on geographical analysis and modeling, NCGIA technical report 93-1"
 */
public record Tobler(double factor) implements WalkingModel {
    public static final Tobler ON_PATH = new Tobler(1);
    public static final Tobler OFF_PATH = new Tobler(0.6);

    private static final double FASTEST_M_PER_S = 6 / 3.6;

    public Tobler {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("factor " + factor + ": positive, 1 on a path, 0.6 off it");
        }
    }

    @Override
    public double seconds(double runM, double riseM) {
        double slope = riseM / runM;
        return runM * StrictMath.exp(3.5 * Math.abs(slope + 0.05)) / (FASTEST_M_PER_S * factor);
    }

    @Override
    public double leastSecondsPerMetre() {
        return 1 / (FASTEST_M_PER_S * factor);
    }
}
