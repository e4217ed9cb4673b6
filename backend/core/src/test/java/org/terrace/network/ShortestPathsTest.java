package org.terrace.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortestPathsTest {

    /** A tenth of a billionth of a millimetre adds nothing to 100 km: both its ends cost the same, and neither lies behind the other. */
    @Test
    void anEdgeTooShortToCountDoesNotLeadBack() {
        Network network = new Network(
                new double[3],
                new double[3],
                new int[] {1, 0},
                new int[] {2, 1},
                new int[2],
                new double[2],
                new double[] {1e-13, 1e5});
        ShortestPaths paths = ShortestPaths.from(network, new int[] {0}, new double[1], network::lengthM);
        assertThat(paths.path(2)).containsExactly(1, 0);
        assertThat(paths.path(1)).containsExactly(1);
    }

    @Test
    void ofWaysThatCostTheSameTheLowerEdgeIsTaken() {
        Network network = new Network(
                new double[4],
                new double[4],
                new int[] {2, 1, 0, 0},
                new int[] {3, 3, 1, 2},
                new int[4],
                new double[4],
                new double[] {1, 1, 1, 1});
        ShortestPaths paths = ShortestPaths.from(network, new int[] {0}, new double[1], network::lengthM);
        assertThat(paths.path(3)).containsExactly(3, 0);
    }
}
