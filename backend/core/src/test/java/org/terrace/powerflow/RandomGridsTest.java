package org.terrace.powerflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Both solvers against an independent one on networks of every element. */
class RandomGridsTest {
    private static final int NETWORKS = 300;

    /** Per unit; the oracle's own rounding with lines of a few metres is some 1e-12. */
    private static final double TOLERANCE = 1e-10;

    @Test
    void meshedNetworksHaveTheOraclesVoltages() {
        for (long seed = 0; seed < NETWORKS; seed++) {
            compare(RandomGrids.network(seed, 1 + (int) (seed % 4), (int) (seed % 3)), seed, FlowState.Method.NEWTON);
        }
    }

    @Test
    void treesHaveTheOraclesVoltagesByEitherMethod() {
        for (long seed = 0; seed < NETWORKS; seed++) {
            PowerNetwork network = RandomGrids.network(seed, 0, 0);
            compare(network, seed, FlowState.Method.SWEEP);
            compare(network, seed, FlowState.Method.NEWTON);
        }
    }

    private static void compare(PowerNetwork network, long seed, FlowState.Method method) {
        FlowState state = PowerFlow.solve(network, method);
        double[][] expected = DenseOracle.solve(network);
        assertThat(state.collapse()).as("seed %d", seed).isEmpty();
        assertThat(state.method()).as("seed %d", seed).isEqualTo(method);
        for (int i = 0; i < expected.length; i++) {
            double vm = Math.hypot(expected[i][0], expected[i][1]);
            if (Double.isNaN(vm)) {
                assertThat(state.vmPu()[i])
                        .as("seed %d, bus %s", seed, network.buses().get(i))
                        .isNaN();
                continue;
            }
            assertThat(state.vmPu()[i])
                    .as("seed %d, bus %s", seed, network.buses().get(i))
                    .isCloseTo(vm, within(TOLERANCE));
            assertThat(state.vaDegree()[i])
                    .as("seed %d, angle of bus %s", seed, network.buses().get(i))
                    .isCloseTo(Math.toDegrees(Math.atan2(expected[i][1], expected[i][0])), within(1e-8));
        }
        assertThat(state.balance().missingMw()).as("seed %d", seed).isCloseTo(0, within(1e-9));
    }
}
