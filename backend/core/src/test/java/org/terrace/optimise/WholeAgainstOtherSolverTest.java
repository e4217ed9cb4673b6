package org.terrace.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/** The other solver stops after a second; what it has not proven by then still lies within our bounds. */
class WholeAgainstOtherSolverTest {
    private static final long STOP_MS = 1_000;

    @ParameterizedTest
    @CsvSource({"60, 5, 0.6", "120, 9, 0.9", "200, 15, 0.8"})
    void nobodyServesMoreThanOurBoundNorFewerThanIsProven(int households, int sources, double share) {
        AssignmentProblem problem = RandomAssignments.county(households, households, sources, 4, share)
                .problem();
        WholeAssignment ours = WholeAssignment.of(problem);
        Optimisation.Result theirs = stopped(OtherSolver.people(problem, true)).maximise();
        if (theirs.getState().isFeasible()) {
            assertThat(ours.peopleBound()).isGreaterThanOrEqualTo(theirs.getValue() - 1e-6);
        }
        if (theirs.getState().isOptimal()) {
            assertThat(ours.people()).isLessThanOrEqualTo(theirs.getValue() + 1e-6);
        }
        Optimisation.Result cheaper =
                stopped(OtherSolver.cost(problem, ours.people() - 1e-6, true)).minimise();
        if (cheaper.getState().isFeasible()) {
            assertThat(ours.costBound()).isLessThanOrEqualTo(cheaper.getValue() + 1e-3);
        }
    }

    @Test
    void peopleAndCostAreTheSameWhereBothHaveProvenThem() {
        int compared = 0;
        for (long seed = 0; seed < 4; seed++) {
            AssignmentProblem problem = RandomAssignments.county(
                            130 + seed, 24 + 4 * (int) seed, 5, 3, 0.9 + 0.05 * seed)
                    .problem();
            WholeAssignment ours = WholeAssignment.of(problem);
            Optimisation.Result people =
                    stopped(OtherSolver.people(problem, true)).maximise();
            Optimisation.Result cost = stopped(OtherSolver.cost(problem, ours.people() - 1e-6, true))
                    .minimise();
            if (ours.costProven()
                    && people.getState().isOptimal()
                    && cost.getState().isOptimal()) {
                assertThat(ours.people()).as("people, seed %d", seed).isCloseTo(people.getValue(), within(1e-6));
                assertThat(ours.cost()).as("cost, seed %d", seed).isCloseTo(cost.getValue(), within(1e-3));
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    private static ExpressionsBasedModel stopped(ExpressionsBasedModel model) {
        model.options.time_abort = STOP_MS;
        return model;
    }
}
