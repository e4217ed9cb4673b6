package org.terrace.water.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LeastCostSizesTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void theHeadThatIsThereIsSpentWhereItSavesMost() {
        // Two pipes in a row with 10 m to lose. Narrow loses 8 m and costs 100, wide loses 1 m and costs 150 for the
        // first; for the second
        // narrow costs 100 and wide 300. One may be narrow only (8 + 1 <= 10 < 8 + 8): the second, so 150 + 100.
        double[][] loss = {{}, {8, 1}, {8, 1}};
        double[][] cost = {{}, {100, 150}, {100, 300}};
        var plan = LeastCostSizes.of(new int[] {-1, 0, 1}, loss, cost, new double[] {-INF, 0, 0}, 10)
                .orElseThrow();
        assertThat(plan.cost()).isEqualTo(250);
        assertThat(plan.size()).containsExactly(-1, 1, 0);
    }

    @Test
    void withoutEnoughHeadThereIsNoPlan() {
        double[][] loss = {{}, {8, 1}};
        double[][] cost = {{}, {100, 150}};
        assertThat(LeastCostSizes.of(new int[] {-1, 0}, loss, cost, new double[] {-INF, 9.5}, 10))
                .isEmpty();
        assertThat(LeastCostSizes.of(new int[] {-1, 0}, loss, cost, new double[] {-INF, 9}, 10))
                .isPresent();
    }

    @RepeatedTest(60)
    void equalsTheBestOfAllCombinations(RepetitionInfo run) {
        Case c = new Case(new Random(run.getCurrentRepetition()));
        Optional<LeastCostSizes.Plan> plan = c.plan();
        double best = c.bestOfAll();
        String seed = "seed " + run.getCurrentRepetition();
        assertThat(plan.isPresent()).as(seed).isEqualTo(best < INF);
        plan.ifPresent(p -> {
            assertThat(p.cost()).as(seed).isCloseTo(best, within(1e-9 * best));
            assertThat(c.costOf(p.size())).as(seed).isCloseTo(best, within(1e-9 * best));
        });
    }

    @RepeatedTest(60)
    void aCheaperPipeNeverRaisesTheLeastCostNorDoesMoreHead(RepetitionInfo run) {
        Random random = new Random(1_000 + run.getCurrentRepetition());
        Case c = new Case(random);
        double before = c.plan().map(LeastCostSizes.Plan::cost).orElse(INF);
        c.cost[1 + random.nextInt(c.cost.length - 1)][random.nextInt(4)] *= 0.7;
        double cheaper = c.plan().map(LeastCostSizes.Plan::cost).orElse(INF);
        assertThat(cheaper).as("seed %d", run.getCurrentRepetition()).isLessThanOrEqualTo(before);
        c.levelM += 5;
        assertThat(c.plan().map(LeastCostSizes.Plan::cost).orElse(INF))
                .as("seed %d", run.getCurrentRepetition())
                .isLessThanOrEqualTo(cheaper);
    }

    /** A random tree of up to six pipes with four sizes; losses in whole centimetres, so that nothing is rounded. */
    private static final class Case {
        final int[] parent;
        final double[][] loss;
        final double[][] cost;
        final double[] required;
        double levelM = 30;

        Case(Random random) {
            int nodes = 2 + random.nextInt(6);
            parent = new int[nodes];
            parent[0] = -1;
            loss = new double[nodes][0];
            cost = new double[nodes][0];
            required = new double[nodes];
            required[0] = -INF;
            for (int i = 1; i < nodes; i++) {
                parent[i] = random.nextInt(i);
                required[i] = random.nextInt(4) == 0 ? -INF : random.nextInt(2_600) / 100.0;
                double length = 50 + random.nextInt(400);
                loss[i] = new double[4];
                cost[i] = new double[4];
                for (int k = 0; k < 4; k++) {
                    loss[i][k] = k == 0 && random.nextInt(5) == 0
                            ? INF
                            : Math.round(100 * length * 0.06 / Math.pow(3, k)) / 100.0;
                    cost[i][k] = length * (15 + 9 * k + random.nextInt(5));
                }
            }
        }

        Optional<LeastCostSizes.Plan> plan() {
            return LeastCostSizes.of(parent, loss, cost, required, levelM);
        }

        double bestOfAll() {
            int[] size = new int[parent.length];
            size[0] = -1;
            return best(1, size);
        }

        private double best(int i, int[] size) {
            if (i == parent.length) {
                return costOf(size);
            }
            double best = INF;
            for (int k = 0; k < 4; k++) {
                size[i] = k;
                best = Math.min(best, best(i + 1, size));
            }
            return best;
        }

        double costOf(int[] size) {
            double[] head = new double[parent.length];
            head[0] = levelM;
            double sum = 0;
            for (int i = 1; i < parent.length; i++) {
                head[i] = head[parent[i]] - loss[i][size[i]];
                if (Double.isInfinite(head[i]) || !(head[i] >= required[i] - 1e-9)) {
                    return INF;
                }
                sum += cost[i][size[i]];
            }
            return sum;
        }
    }

    @Test
    void aLongRowOfPipesIsSolvedAtOnce() {
        int nodes = 200;
        int[] parent = new int[nodes];
        double[][] loss = new double[nodes][9];
        double[][] cost = new double[nodes][9];
        double[] required = new double[nodes];
        Arrays.fill(required, 0);
        Random random = new Random(7);
        for (int i = 1; i < nodes; i++) {
            parent[i] = i - 1;
            for (int k = 0; k < 9; k++) {
                loss[i][k] = (1 + random.nextDouble()) / Math.pow(2, k);
                cost[i][k] = 100 + 30 * k;
            }
        }
        assertThat(LeastCostSizes.of(parent, loss, cost, required, 60)).isPresent();
    }
}
