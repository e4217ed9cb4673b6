package org.terrace.powerflow;

/**
 * How much of the loads a grid can carry: from no load upwards in steps, each from the voltages of the last, halved where no balance is
 * found. Voltages reached this way are the ones a grid really has, not the second answer of the same equations.
 */
final class Loadability {
    private static final double FIRST_STEP = 0.25;

    /** Part of the loads to which the limit is told. */
    private static final double ACCURACY = 1e-4;

    private final NewtonSolver solver;

    /** What was carried last; NaN when not even the grid without loads has a balance. */
    double holds = Double.NaN;

    Loadability(NewtonSolver solver) {
        this.solver = solver;
    }

    /** @return whether all loads are carried; the solver then stands there, else at what still holds */
    boolean reachAll() {
        solver.start();
        if (!solver.solve(0)) {
            return false;
        }
        holds = 0;
        double[][] last = solver.voltages();
        double step = FIRST_STEP;
        while (holds < 1 && step > ACCURACY) {
            double next = Math.min(1, holds + step);
            if (solver.solve(next)) {
                holds = next;
                last = solver.voltages();
            } else {
                solver.goBackTo(last);
                step /= 2;
            }
        }
        return holds >= 1;
    }
}
