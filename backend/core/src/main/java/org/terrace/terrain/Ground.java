package org.terrace.terrain;

/**
 * Ground of several kinds, each moved over in its own way. Cells are row * columns + column.
 *
 * <p>Implementations are deterministic, and safe to ask from several threads.
 */
public interface Ground {

    /**
     * Seconds for a step between two cells that touch; which of them is the first does not matter.
     *
     * @param runM horizontal length in metres, positive
     * @param riseM metres climbed in the direction of travel, not NaN
     * @return positive seconds; NaN where the step is closed
     */
    double seconds(double runM, double riseM, int from, int to);

    /** The same for a knight's move, with the two cells that it crosses between its ends. */
    double seconds(double runM, double riseM, int from, int to, int straight, int diagonal);

    /** The least seconds that a metre can take anywhere at any slope. */
    double leastSecondsPerMetre();
}
