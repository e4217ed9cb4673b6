package org.terrace.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.terrace.TestRegion;

class SegmentIndexTest {

    @Test
    void measuresToTheInsideOfAnEdgeAndToItsEnds() {
        SegmentIndex index = new SegmentIndex.Builder()
                .add(7, TestRegion.wkt("LINESTRING (0 0, 100 0)"))
                .build();
        int edge = index.nearest(30, 40);
        assertThat(index.ownerOf(edge)).isEqualTo(7);
        assertThat(index.distance(edge, 30, 40)).isEqualTo(40);
        // Beyond the end the 3-4-5 triangle decides.
        assertThat(index.distance(edge, 103, 4)).isCloseTo(5, within(1e-12));
        assertThat(index.nearestPointOn(edge, 103, 4).x).isEqualTo(100);
    }

    @Test
    void anEmptyIndexAndAPointWithoutPositionHaveNoNearestEdge() {
        SegmentIndex empty = new SegmentIndex.Builder().build();
        assertThat(empty.nearest(1, 2)).isEqualTo(-1);
        SegmentIndex one = new SegmentIndex.Builder().add(0, 0, 0, 1, 1).build();
        assertThat(one.nearest(Double.NaN, 2)).isEqualTo(-1);
    }

    @Test
    void theFirstAddedOfTwoEdgesAtTheSameDistanceIsTaken() {
        SegmentIndex index = new SegmentIndex.Builder()
                .add(0, 0, 10, 100, 10)
                .add(1, 0, -10, 100, -10)
                .build();
        assertThat(index.nearest(50, 0)).isEqualTo(0);
        assertThat(index.nearest(50, 0, 1)).as("whatever the hint").isEqualTo(0);
    }

    @Test
    void refusesACoordinateThatIsNotANumber() {
        assertThatThrownBy(() -> new SegmentIndex.Builder().add(3, 0, Double.NaN, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 3");
    }

    @RepeatedTest(20)
    void equalsTheMinimumOverAllEdges(RepetitionInfo run) {
        long seed = run.getCurrentRepetition();
        Random random = new Random(seed);
        int n = 1 + random.nextInt(400);
        double reach = Math.pow(10, random.nextInt(4));
        double[][] edges = new double[n][];
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        for (int i = 0; i < n; i++) {
            double x = random.nextGaussian() * 1_000;
            double y = random.nextGaussian() * 300;
            edges[i] = new double[] {x, y, x + random.nextGaussian() * reach, y + random.nextGaussian() * reach};
            builder.add(i, edges[i][0], edges[i][1], edges[i][2], edges[i][3]);
        }
        SegmentIndex index = builder.build();
        int hint = -1;
        for (int q = 0; q < 500; q++) {
            double x = random.nextGaussian() * 2_000;
            double y = random.nextGaussian() * 2_000;
            int expected = bruteForce(index, x, y);
            hint = index.nearest(x, y, hint);
            assertThat(hint).as("seed %d, query %d", seed, q).isEqualTo(expected);
            assertWithinEqualsBruteForce(index, x, y, random.nextDouble() * 1_000, seed);
        }
    }

    @Test
    void aLongEdgeAcrossManyCellsIsVisitedOnce() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            SegmentIndex.Builder builder = new SegmentIndex.Builder();
            for (int i = 0; i < 400; i++) {
                // Of all lengths and slopes, some of them on the rims of cells.
                double x = random.nextInt(64);
                double y = random.nextInt(64);
                builder.add(i, x, y, random.nextInt(64), random.nextBoolean() ? y : 64 * random.nextDouble());
            }
            SegmentIndex index = builder.build();
            for (int q = 0; q < 50; q++) {
                double x = 90 * random.nextDouble() - 13;
                double y = 90 * random.nextDouble() - 13;
                int[] visits = new int[400];
                double radius = 40 * random.nextDouble();
                index.forEachWithin(x, y, radius, edge -> visits[edge]++);
                for (int e = 0; e < visits.length; e++) {
                    assertThat(visits[e])
                            .as("seed %d edge %d", seed, e)
                            .isEqualTo(index.distance(e, x, y) <= radius ? 1 : 0);
                }
            }
        }
    }

    private static int bruteForce(SegmentIndex index, double x, double y) {
        int best = -1;
        for (int e = 0; e < index.edges(); e++) {
            if (best < 0 || index.distance(e, x, y) < index.distance(best, x, y)) {
                best = e;
            }
        }
        return best;
    }

    private static void assertWithinEqualsBruteForce(SegmentIndex index, double x, double y, double radius, long seed) {
        List<Integer> expected = new ArrayList<>();
        for (int e = 0; e < index.edges(); e++) {
            if (index.distance(e, x, y) <= radius) {
                expected.add(e);
            }
        }
        assertThat(index.within(x, y, radius)).as("seed %d", seed).containsExactly(expected.toArray(Integer[]::new));
    }
}
