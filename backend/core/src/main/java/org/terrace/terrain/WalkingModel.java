package org.terrace.terrain;

/**
 * How long a step takes on foot or on wheels, from its horizontal length and its rise. Slope here is rise over run, positive uphill.
 *
 * <p>Implementations are values and deterministic ({@link StrictMath}): equal input gives equal bits on every machine.
 */
public interface WalkingModel {

    /**
     * Seconds for one step.
     *
     * @param runM horizontal length in metres, positive
     * @param riseM height at its end minus height at its start, in metres
     * @return positive seconds; NaN when the rise is NaN
     */
    double seconds(double runM, double riseM);

    /** The least seconds that a metre can take at any slope: no path is faster. */
    double leastSecondsPerMetre();
}
