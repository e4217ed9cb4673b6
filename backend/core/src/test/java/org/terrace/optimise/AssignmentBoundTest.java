package org.terrace.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.ExpressionsBasedModel;

class AssignmentBoundTest {

    @Test
    void peopleAndCostAreThoseOfALinearProgramSolvedByAnotherSolver() {
        for (long seed = 0; seed < 60; seed++) {
            RandomAssignments drawn = seed < 40
                    ? RandomAssignments.tiny(seed)
                    : RandomAssignments.county(seed, 60, 8, 4, 0.4 + 0.03 * (seed - 40));
            AssignmentProblem problem = drawn.problem();
            AssignmentBound bound = AssignmentBound.of(problem);
            ExpressionsBasedModel people = OtherSolver.people(problem, false);
            double most = people.maximise().getValue();
            assertThat(bound.people()).as("people, seed %d", seed).isCloseTo(most, within(1e-6));
            assertThat(bound.peopleBound()).as("bound, seed %d", seed).isCloseTo(most, within(1e-6));
            double least =
                    OtherSolver.cost(problem, most - 1e-9, false).minimise().getValue();
            assertThat(bound.cost()).as("cost, seed %d", seed).isCloseTo(least, within(1e-3));
        }
    }

    @Test
    void litresFlowWithinCapacityAndDemand() {
        for (long seed = 0; seed < 100; seed++) {
            AssignmentProblem problem = RandomAssignments.county(seed, 200, 10, 5, 0.3 + 0.01 * seed)
                    .problem();
            long[] left = problem.capacity.clone();
            long[] needed = problem.litres.clone();
            AssignmentBound.of(problem).forEachPortion(portion -> {
                needed[portion.household()] -= portion.litresPerDay();
                if (portion.source() >= 0) {
                    assertThat(problem.cost(portion.household(), portion.source()))
                            .isNotNaN();
                    left[portion.source()] -= portion.litresPerDay();
                }
            });
            assertThat(Arrays.stream(left).min().orElseThrow())
                    .as("seed %d", seed)
                    .isNotNegative();
            assertThat(needed).as("seed %d", seed).containsOnly(0L);
        }
    }

    @Test
    void litresMoreFromHereServeAsManyAsSolvedAnew() {
        for (long seed = 0; seed < 200; seed++) {
            RandomAssignments drawn = seed < 100
                    ? RandomAssignments.tiny(seed)
                    : RandomAssignments.county(seed, 150, 10, 4, 0.2 + 0.01 * (seed - 100));
            AssignmentBound before = AssignmentBound.of(drawn.problem());
            int source = (int) (seed % drawn.capacity.size());
            long more = 1 + seed * 7;
            AssignmentBound again = before.withMore(source, more);
            drawn.capacity.set(source, drawn.capacity.get(source) + more);
            AssignmentBound anew = AssignmentBound.of(drawn.problem());
            assertThat(before.peoplePerLitre(source)).isGreaterThanOrEqualTo(0);
            assertThat(again.people()).as("people, seed %d", seed).isCloseTo(anew.people(), within(1e-9));
            assertThat(again.cost()).as("cost, seed %d", seed).isCloseTo(anew.cost(), within(1e-4));
            assertThat(before.peopleMore(source, more))
                    .as("more, seed %d", seed)
                    .isCloseTo(anew.people() - before.people(), within(1e-9))
                    .isLessThanOrEqualTo(before.peoplePerLitre(source) * more + 1e-9);
        }
    }

    /** One zone of 50 litres a person: the first 100 litres serve two more, and beyond the last household nobody. */
    @Test
    void theShadowPriceEndsWhereEverybodyIsServed() {
        AssignmentProblem.Builder builder = AssignmentProblem.builder();
        builder.source(100);
        builder.household(4, 200);
        builder.reachedFrom(0, 7);
        AssignmentBound bound = AssignmentBound.of(builder.build());
        assertThat(bound.peoplePerLitre(0)).isEqualTo(0.02);
        assertThat(bound.peopleMore(0, 50)).isCloseTo(1, within(1e-12));
        assertThat(bound.peopleMore(0, 1_000)).isCloseTo(2, within(1e-12));
    }
}
