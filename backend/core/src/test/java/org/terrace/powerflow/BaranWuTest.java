package org.terrace.powerflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BaranWuTest {

    @Test
    void theFeederHasThePublishedLossesAndLowestVoltage() {
        FlowState state = PowerFlow.solve(BaranWu.feeder(false, 1));
        assertThat(state.method()).isEqualTo(FlowState.Method.SWEEP);
        // 202.677 kW and 0.91309 at bus 18 in the literature on this feeder; its loads are 3,715 kW.
        assertThat(state.balance().lossesMw() * 1000).isCloseTo(202.677, within(0.0005));
        assertThat(state.balance().loadsMw()).isCloseTo(3.715, within(1e-12));
        assertThat(state.lowestBus()).isEqualTo(17);
        assertThat(state.vmPu()[17]).isCloseTo(0.91309, within(0.000005));
        assertThat(state.balance().missingMw()).isCloseTo(0, within(1e-12));
    }

    @Test
    void bothSolversAgreeOnIt() {
        PowerNetwork grid = BaranWu.feeder(false, 1);
        FlowState sweep = PowerFlow.solve(grid, FlowState.Method.SWEEP);
        FlowState newton = PowerFlow.solve(grid, FlowState.Method.NEWTON);
        for (int i = 0; i < 33; i++) {
            assertThat(sweep.vmPu()[i]).isCloseTo(newton.vmPu()[i], within(1e-12));
            assertThat(sweep.vaDegree()[i]).isCloseTo(newton.vaDegree()[i], within(1e-10));
        }
    }

    @Test
    void withItsTiesClosedFiveLoopsAreSolvedByNewton() {
        PowerNetwork network = BaranWu.feeder(true, 1);
        FlowState state = PowerFlow.solve(network);
        assertThat(state.method()).isEqualTo(FlowState.Method.NEWTON);
        assertThat(state.loops()).isEqualTo(5);
        double[][] oracle = DenseOracle.solve(network);
        for (int i = 0; i < 33; i++) {
            assertThat(state.vmPu()[i]).isCloseTo(Math.hypot(oracle[i][0], oracle[i][1]), within(1e-12));
        }
        // 123.29 kW in the literature, less than the 139.55 kW of the best tree.
        assertThat(state.balance().lossesMw() * 1000).isCloseTo(123.291, within(0.0005));
    }

    @Test
    void loadsThatItCannotCarryAreAFindingWithWhatItStillHolds() {
        double limit = PowerFlow.solve(BaranWu.feeder(false, 10))
                        .collapse()
                        .orElseThrow()
                        .holdsAt()
                * 10;
        // 3.62218 times its loads, by a continuation with full matrices in another program; told to 1e-4 of what was
        // asked for.
        assertThat(limit).isBetween(3.621, 3.6222);
        assertThat(PowerFlow.solve(BaranWu.feeder(false, limit)).collapse()).isEmpty();
        Collapse collapse =
                PowerFlow.solve(BaranWu.feeder(false, limit * 1.01)).collapse().orElseThrow();
        assertThat(collapse.holdsAt()).isCloseTo(1 / 1.01, within(1e-3));
        assertThat(collapse.bus()).isEqualTo("18");
        assertThat(collapse.branch()).startsWith("line ");
        assertThat(collapse.missingMva()).isPositive();
        FlowState meshed = PowerFlow.solve(BaranWu.feeder(true, 20));
        assertThat(meshed.collapse()).isPresent();
        assertThat(meshed.vmPu()).containsOnly(Double.NaN);
    }
}
