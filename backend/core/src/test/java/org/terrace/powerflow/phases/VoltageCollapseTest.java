package org.terrace.powerflow.phases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.terrace.powerflow.phases.Conductor.A;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads that the lines cannot carry. */
class VoltageCollapseTest {
    private static PhaseNetwork house(double watts) {
        return Feeders.line(230, Feeders.alike(4, 0.5, 0), PhaseLoad.of("house", 1, A, watts, 0));
    }

    @Test
    void whatCannotBeCarriedNamesThePlaceAndTheShareThatCould() {
        // At most 230^2 / (4 * 1 ohm) = 13225 W.
        PhaseFlow flow = Feeder.of(house(20_000)).solve();
        assertThat(flow.isSolved()).isFalse();
        assertThat(flow.phaseVolts(1, A)).isNaN();
        assertThat(flow.lossWatts()).isNaN();
        PhaseFlow.Trouble trouble = flow.trouble().get(0);
        assertThat(trouble.kind()).isEqualTo(PhaseFlow.Kind.VOLTAGE_COLLAPSE);
        assertThat(trouble.ids()).containsExactly("end.A");
        assertThat(trouble.value()).isCloseTo(13_225.0 / 20_000, within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 10_000, 13_000, 13_200, 13_223})
    void upToTheNoseTheUpperVoltageIsFound(double watts) {
        PhaseFlow flow = Feeder.of(house(watts)).solve();
        assertThat(flow.phaseVolts(1, A)).isCloseTo((230 + Math.sqrt(52_900 - 4 * watts)) / 2, within(1e-6));
    }

    @Test
    void fromTheLowerBranchTheRoundsRunUpOrAway() {
        Feeder feeder = Feeder.of(house(5_000));
        double low = (230 - Math.sqrt(52_900 - 20_000)) / 2;
        double[] start = new double[16];
        double[] open = feeder.solve(new double[1], new double[1]).isSolved() ? feeder.volts() : new double[0];
        System.arraycopy(open, 0, start, 0, 16);
        // Phase a and neutral of the end at the lower solution, but for a hair.
        start[8] = 230 - (230 - low) / 2 + 1e-6;
        start[14] = (230 - low) / 2;
        int rounds = feeder.iterate(start, new double[] {5_000}, new double[1], 1);
        assertThat(rounds).isPositive();
        assertThat(feeder.volts()[8] - feeder.volts()[14])
                .isCloseTo((230 + Math.sqrt(52_900 - 20_000)) / 2, within(1e-9));
    }

    /** The sign of the Jacobian turns where the two solutions meet; a solution that is found has the sign of the one without load. */
    @Test
    void everySolutionFoundUpToTheNoseIsOfTheUpperBranch() {
        int near = 0;
        for (long seed = 0; seed < 60; seed++) {
            PhaseNetwork network = Feeders.random(seed, (int) (seed % 3));
            Feeder feeder = Feeder.of(network);
            double[] watts =
                    network.loads().stream().mapToDouble(l -> 1e3 * l.watts()).toArray();
            double[] vars =
                    network.loads().stream().mapToDouble(l -> 1e3 * l.vars()).toArray();
            PhaseFlow far = feeder.solve(watts, vars);
            if (far.isSolved()) {
                continue; // nothing but impedances
            }
            double scale = 1e3 * far.trouble().get(0).value() * 0.999;
            DenseNewton newton = new DenseNewton(network);
            double open = DenseNewton.sign(newton.jacobian(0));
            for (int i = 0; i < watts.length; i++) {
                watts[i] = scale * network.loads().get(i).watts();
                vars[i] = scale * network.loads().get(i).vars();
            }
            PhaseFlow flow = feeder.solve(watts, vars);
            assertThat(flow.isSolved()).as("seed %d", seed).isTrue();
            newton.solve(0);
            for (int i = 0; i < network.nodes().size(); i++) {
                for (Conductor c : Conductor.FOUR_WIRES) {
                    if (!Double.isNaN(flow.voltsRe(i, c))) {
                        newton.put(i, c, flow.voltsRe(i, c), flow.voltsIm(i, c));
                    }
                }
            }
            assertThat(DenseNewton.sign(newton.jacobian(scale)))
                    .as("seed %d", seed)
                    .isEqualTo(open);
            near++;
        }
        assertThat(near).isGreaterThan(30);
    }

    /** What Newton's method still finds beyond the share that is said is of the lower branch: the limit is the network's, not the method's. */
    @Test
    void theShareThatIsSaidIsTheMostThereIs() {
        int lower = 0;
        for (long seed = 0; seed < 30; seed++) {
            PhaseNetwork random = Feeders.random(seed, (int) (seed % 3));
            PhaseNetwork network = new PhaseNetwork(
                    random.nodes(),
                    random.source(),
                    random.branches(),
                    random.shunts(),
                    random.loads().stream()
                            .map(l -> new PhaseLoad(
                                    l.id(),
                                    l.node(),
                                    l.at(),
                                    l.back(),
                                    1e3 * l.watts(),
                                    1e3 * l.vars(),
                                    PhaseLoad.Dependence.POWER,
                                    0))
                            .toList());
            double share = Feeder.of(network).solve().trouble().get(0).value();
            DenseNewton newton = new DenseNewton(network);
            double open = DenseNewton.sign(newton.jacobian(0));
            assertThat(newton.solve(0.98 * share)).as("seed %d", seed).isTrue();
            for (double beyond : new double[] {1.005, 1.01, 1.02, 1.1, 1.5}) {
                if (newton.solve(beyond * share)) {
                    double sign = DenseNewton.sign(newton.jacobian(beyond * share));
                    assertThat(sign).as("seed %d, %s", seed, beyond).isNotEqualTo(open);
                    lower++;
                }
            }
        }
        assertThat(lower).as("solutions that nothing holds").isPositive();
    }
}
