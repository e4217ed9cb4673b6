package org.terrace.terrain;

/**
 * There under a load and back without: a step costs the loaded way there and the empty way back, so that a plot above the market is not a
 * plot below it.
 *
 * @param empty how one walks without a load
 * @param factor speed under the load against that without it, above 0, at most 1
 */
public record Carrying(WalkingModel empty, double factor) implements WalkingModel {
    public Carrying {
        if (!(factor > 0) || !(factor <= 1)) {
            throw new IllegalArgumentException("speed factor under load " + factor + ": above 0, at most 1");
        }
    }

    @Override
    public double seconds(double runM, double riseM) {
        return empty.seconds(runM, riseM) / factor + empty.seconds(runM, -riseM);
    }

    @Override
    public double leastSecondsPerMetre() {
        return empty.leastSecondsPerMetre() * (1 / factor + 1);
    }
}
