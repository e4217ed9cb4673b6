package org.terrace.terrain;

/**
 * A walking model in which nobody goes up or down a step steeper than a limit: a cliff takes for ever.
 *
 * @param gentle what holds up to the limit
 * @param steepest rise over run, positive; a step of just this slope is open
 */
public record NotSteeper(WalkingModel gentle, double steepest) implements WalkingModel {
    public NotSteeper {
        if (!(steepest > 0)) {
            throw new IllegalArgumentException("steepest slope " + steepest + ": positive");
        }
    }

    @Override
    public double seconds(double runM, double riseM) {
        return Math.abs(riseM) > steepest * runM ? Double.POSITIVE_INFINITY : gentle.seconds(runM, riseM);
    }

    @Override
    public double leastSecondsPerMetre() {
        return gentle.leastSecondsPerMetre();
    }
}
