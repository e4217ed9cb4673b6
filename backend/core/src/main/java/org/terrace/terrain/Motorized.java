package org.terrace.terrain;

/**
 * An engine that takes every slope at the same speed.
 *
 * @param mPerS positive
 */
public record Motorized(double mPerS) implements WalkingModel {

    public Motorized {
        if (!(mPerS > 0) || Double.isInfinite(mPerS)) {
            throw new IllegalArgumentException("speed " + mPerS + " m/s: positive");
        }
    }

    @Override
    public double seconds(double runM, double riseM) {
        return Double.isNaN(riseM) ? Double.NaN : runM / mPerS;
    }

    @Override
    public double leastSecondsPerMetre() {
        return 1 / mPerS;
    }
}
