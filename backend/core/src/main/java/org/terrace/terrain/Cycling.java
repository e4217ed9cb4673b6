package org.terrace.terrain;

/**
 * A cyclist who works as hard on every slope as on the flat: v (W (slope + Cr) + D v^2) = power, W the weight of rider and bicycle,
 * Cr the rolling resistance, D the air's. Downhill at most twice the speed on the flat; where walking is faster, the bicycle is pushed.
 *
 * <p>The constants are those of AccessMod 5, which has the equation and the cap but not the pushing: 95 kg, Cr 0.012, 0.445 m2 at
 * 500 m and 20 degrees.
 *
 * @param flatMPerS speed on the flat, positive
 * @see "AccessMod 5, r.walk.accessmod, bicycleSpeed.h; bikecalculator.com"
 */
public record Cycling(double flatMPerS) implements WalkingModel {
    private static final double WEIGHT_N = 9.8 * (80 + 15);
    private static final double ROLLING = 0.012;
    private static final double AIR_DENSITY = (1.293 - 0.00426 * 20) * StrictMath.exp(-500.0 / 7000);
    private static final double DRAG = 0.5 * 0.445 * AIR_DENSITY;
    private static final double DOWNHILL_CAP = 2;
    private static final int MOST_STEPS = 100;

    public Cycling {
        if (!(flatMPerS > 0) || Double.isInfinite(flatMPerS)) {
            throw new IllegalArgumentException("speed " + flatMPerS + " m/s: positive");
        }
    }

    @Override
    public double seconds(double runM, double riseM) {
        if (Double.isNaN(riseM)) {
            return Double.NaN;
        }
        return Math.min(runM / speed(riseM / runM), Tobler.ON_PATH.seconds(runM, riseM));
    }

    /** Newton's method from above, where the power needed is convex in the speed: each step comes closer and none goes past. */
    double speed(double slope) {
        double power = flatMPerS * (WEIGHT_N * ROLLING + DRAG * flatMPerS * flatMPerS);
        double resistance = WEIGHT_N * (slope + ROLLING);
        double v = DOWNHILL_CAP * flatMPerS;
        for (int i = 0; i < MOST_STEPS; i++) {
            double surplus = v * (resistance + DRAG * v * v) - power;
            double next = v - surplus / (resistance + 3 * DRAG * v * v);
            if (!(surplus > 0) || !(next < v)) {
                break;
            }
            v = next;
        }
        return v;
    }

    @Override
    public double leastSecondsPerMetre() {
        return Math.min(1 / (DOWNHILL_CAP * flatMPerS), Tobler.ON_PATH.leastSecondsPerMetre());
    }
}
