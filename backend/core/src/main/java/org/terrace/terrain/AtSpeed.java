package org.terrace.terrain;

/**
 * A walking model slowed down or sped up so that the flat is walked at a given speed: off the path, in sand, through dense forest.
 * The slope acts as in the model.
 *
 * @param factor what the model's times are multiplied with, positive
 */
public record AtSpeed(WalkingModel model, double factor) implements WalkingModel {

    public AtSpeed {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("factor " + factor + " of a walking time: positive");
        }
    }

    /** @param flatMPerS speed on the flat, positive */
    public static AtSpeed onTheFlat(WalkingModel model, double flatMPerS) {
        return new AtSpeed(model, 1 / (flatMPerS * model.seconds(1, 0)));
    }

    @Override
    public double seconds(double runM, double riseM) {
        return model.seconds(runM, riseM) * factor;
    }

    @Override
    public double leastSecondsPerMetre() {
        return model.leastSecondsPerMetre() * factor;
    }
}
