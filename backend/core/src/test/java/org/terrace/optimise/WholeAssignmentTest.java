package org.terrace.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WholeAssignmentTest {

    /** 100 litres; three people for 60 and two for 50 each: 50 + 50 serves four, 60 would leave 40 unused and serve three. */
    @Test
    void twoHouseholdsThatFillASourceBeatTheOneWithMostPeople() {
        AssignmentProblem.Builder builder = AssignmentProblem.builder();
        builder.source(100);
        builder.household(3, 60);
        builder.reachedFrom(0, 1);
        builder.household(2, 50);
        builder.reachedFrom(0, 1);
        builder.household(2, 50);
        builder.reachedFrom(0, 1);
        WholeAssignment whole = WholeAssignment.of(builder.build());
        assertThat(whole.people()).isEqualTo(4);
        assertThat(whole.sources()).containsExactly(-1, 0, 0);
        assertThat(whole.peopleProven()).isTrue();
        // Shares of households counted: the first (1/20 person a litre) in full, and 40 litres at 1/25 for the others.
        assertThat(whole.relaxation().people()).isCloseTo(4.6, within(1e-12));
        assertThat(whole.relaxation().peoplePerLitre(0)).isEqualTo(2.0 / 50);
        assertThat(whole.peopleGap()).isZero();
    }

    @Test
    void nobodyToServeAndNothingToServeFromAreAnswersToo() {
        assertThat(WholeAssignment.of(AssignmentProblem.builder().build()).people())
                .isZero();
        AssignmentProblem.Builder builder = AssignmentProblem.builder();
        builder.household(3, 60);
        WholeAssignment whole = WholeAssignment.of(builder.build());
        assertThat(whole.sources()).containsExactly(-1);
        assertThat(whole.peopleProven() && whole.costProven()).isTrue();
    }

    @Test
    void everySmallCaseServesAsManyAtTheSameCostAsAllPossibilitiesTried() {
        int proven = 0;
        for (long seed = 0; seed < 800; seed++) {
            AssignmentProblem problem = RandomAssignments.tiny(seed).problem();
            double[] best = AllPossibilities.best(problem);
            WholeAssignment whole = WholeAssignment.of(problem);
            assertThat(whole.people()).as("people, seed %d", seed).isEqualTo(best[0]);
            assertThat(whole.cost()).as("cost, seed %d", seed).isCloseTo(best[1], within(1e-6));
            assertThat(whole.costBound()).as("cost bound, seed %d", seed).isLessThanOrEqualTo(best[1] + 1e-6);
            assertThat(whole.peopleProven() && whole.costProven())
                    .as("proven, seed %d", seed)
                    .isTrue();
            proven++;
            holds(problem, whole, seed);
        }
        assertThat(proven).isEqualTo(800);
    }

    @Test
    void withoutBranchingTheSearchStaysWithinItsBounds() {
        for (long seed = 0; seed < 20; seed++) {
            AssignmentProblem problem = RandomAssignments.county(seed, 400, 12, 6, 0.5 + 0.03 * seed)
                    .problem();
            WholeAssignment whole = WholeAssignment.of(problem, new SearchLimit(20_000_000, 20_000_000, 0, 0));
            holds(problem, whole, seed);
            assertThat(whole.peopleGap()).as("gap, seed %d", seed).isLessThan(0.01);
        }
    }

    @Test
    void moreWaterOrAnotherSourceNeverServesFewer() {
        for (long seed = 0; seed < 150; seed++) {
            RandomAssignments drawn = RandomAssignments.tiny(10_000 + seed);
            WholeAssignment before = WholeAssignment.of(drawn.problem());
            drawn.capacity.set(0, drawn.capacity.get(0) + 1 + seed % 90);
            WholeAssignment more = WholeAssignment.of(drawn.problem());
            assertThat(more.people()).as("more water, seed %d", seed).isGreaterThanOrEqualTo(before.people());
            drawn.capacity.add(50 + seed);
            drawn.households.replaceAll(h -> new RandomAssignments.Household(
                    h.people(), h.litres(), with(h.sources(), drawn.capacity.size() - 1)));
            WholeAssignment another = WholeAssignment.of(drawn.problem());
            assertThat(another.people()).as("another source, seed %d", seed).isGreaterThanOrEqualTo(more.people());
        }
    }

    private static List<RandomAssignments.Reached> with(List<RandomAssignments.Reached> list, int source) {
        List<RandomAssignments.Reached> longer = new ArrayList<>(list);
        longer.add(new RandomAssignments.Reached(source, 3));
        return longer;
    }

    @Test
    void theOrderOfRowsChangesNeitherPeopleNorCostOfWhatIsProven() {
        for (long seed = 0; seed < 150; seed++) {
            RandomAssignments drawn = RandomAssignments.tiny(20_000 + seed);
            WholeAssignment before = WholeAssignment.of(drawn.problem());
            Collections.shuffle(drawn.households, new Random(seed));
            WholeAssignment after = WholeAssignment.of(drawn.problem());
            assertThat(after.people()).as("people, seed %d", seed).isEqualTo(before.people());
            assertThat(after.cost()).as("cost, seed %d", seed).isCloseTo(before.cost(), within(1e-6));
        }
    }

    @Test
    void theSameProblemGivesTheSameAnswerTwice() {
        AssignmentProblem problem =
                RandomAssignments.county(5, 3_000, 60, 20, 0.8).problem();
        assertThat(WholeAssignment.of(problem).sources())
                .isEqualTo(WholeAssignment.of(problem).sources());
    }

    /** Served from a source that reaches it, within every capacity, and added up rightly. */
    private static void holds(AssignmentProblem problem, WholeAssignment whole, long seed) {
        long[] left = problem.capacity.clone();
        double people = 0;
        double cost = 0;
        for (int i = 0; i < problem.households(); i++) {
            int s = whole.sourceOf(i);
            if (s >= 0) {
                left[s] -= problem.litresPerDay(i);
                people += problem.people(i);
                cost += problem.cost(i, s);
            }
        }
        assertThat(Arrays.stream(left).min().orElseThrow())
                .as("left, seed %d", seed)
                .isNotNegative();
        assertThat(whole.people()).isCloseTo(people, within(1e-9));
        assertThat(whole.cost()).isCloseTo(cost, within(1e-6));
        assertThat(whole.peopleBound()).as("bound, seed %d", seed).isGreaterThanOrEqualTo(people);
        assertThat(whole.relaxation().people()).isGreaterThanOrEqualTo(people - 1e-9);
    }
}
