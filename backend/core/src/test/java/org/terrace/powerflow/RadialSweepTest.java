package org.terrace.powerflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RadialSweepTest {
    private static final double KV = 0.4;

    @Test
    void twoNodesByHand() {
        // u^4 + (2 (P R + Q X) - U^2) u^2 + (P^2 + Q^2) (R^2 + X^2) = 0 in kV, MW and ohm:
        // 60 kW and 20 kvar through 0.3 + 0.1j ohm: b = 2 (0.018 + 0.002) - 0.16 = -0.12, c = 0.004 * 0.1 = 0.0004,
        // u^2 = (0.12 + sqrt(0.0144 - 0.0016)) / 2 = 0.116569 and u = 0.341421 kV.
        RadialSweep sweep = RadialSweep.ofLines(new int[] {0, 0}, new double[] {0, 0.3}, new double[] {0, 0.1});
        assertThat(sweep.solve(new double[] {0, 0.06}, new double[] {0, 0.02}, KV, 0))
                .isPositive();
        assertThat(sweep.size(1)).isCloseTo(Math.sqrt((0.12 + Math.sqrt(0.0128)) / 2), within(1e-14));
        // The current is 0.063246 MVA / 0.341421 kV = 0.185243 kA: losses of 0.3 ohm are 10.294 kW.
        assertThat(sweep.infeedP() - 0.06).isCloseTo(0.3 * 0.004 / 0.11656854249492381, within(1e-14));
        assertThat(sweep.infeedQ() - 0.02).isCloseTo(0.1 * 0.004 / 0.11656854249492381, within(1e-14));
    }

    @Test
    void theLoadThatALineCanCarryIsKnown() {
        // The root above vanishes at (U^2 - 2 (P R + Q X))^2 = 4 S^2 Z^2.
        double limit = KV * KV / (2 * (0.3 * 0.06 + 0.1 * 0.02) + 2 * Math.sqrt(0.004 * 0.1));
        RadialSweep sweep = RadialSweep.ofLines(new int[] {0, 0}, new double[] {0, 0.3}, new double[] {0, 0.1});
        for (double part : new double[] {0.5, 0.9, 0.99, 0.999}) {
            assertThat(sweep.solve(new double[] {0, part * limit * 0.06}, new double[] {0, part * limit * 0.02}, KV, 0))
                    .as("%s of the limit", part)
                    .isPositive();
        }
        for (double part : new double[] {1.001, 1.1, 10, 1e6}) {
            assertThat(sweep.solve(new double[] {0, part * limit * 0.06}, new double[] {0, part * limit * 0.02}, KV, 0))
                    .as("%s of the limit", part)
                    .isEqualTo(RadialSweep.COLLAPSED);
        }
        PowerNetwork.Builder grid = PowerNetwork.builder();
        grid.bus("a", KV);
        grid.bus("b", KV);
        grid.source(Source.of("grid", 0, 1));
        grid.line(Line.of("l", 0, 1, 1, 0.3, 0.1));
        grid.load(Load.of("load", 1, 2 * limit * 0.06, 2 * limit * 0.02));
        Collapse collapse = PowerFlow.solve(grid.build()).collapse().orElseThrow();
        assertThat(collapse.holdsAt()).isCloseTo(0.5, within(2e-4));
        assertThat(collapse.bus()).isEqualTo("b");
        assertThat(collapse.branch()).isEqualTo("l");
    }

    @Test
    void itCanBeSolvedAgainAndAgainWithTheSameAnswer() {
        Feeder feeder = new Feeder(new SplittableRandom(5));
        RadialSweep sweep = feeder.sweep();
        sweep.solve(feeder.p, feeder.q, KV, 0);
        double first = sweep.size(feeder.p.length - 1);
        sweep.solve(new double[feeder.p.length], feeder.q, KV, 0);
        sweep.solve(feeder.p, feeder.q, KV, 0);
        assertThat(sweep.size(feeder.p.length - 1)).isEqualTo(first);
    }

    @Test
    void aNodeBeforeItsParentAndALineWithoutImpedanceAreMistakes() {
        double[] one = {0, 1, 1};
        assertThatThrownBy(() -> RadialSweep.ofLines(new int[] {0, 2, 0}, one, one))
                .hasMessageContaining("node 1");
        assertThatThrownBy(() -> RadialSweep.ofLines(new int[] {0, 0, 1}, new double[3], new double[3]))
                .hasMessageContaining("node 1");
    }

    /** Lagging loads on a tree of lines: less load, and less resistance or reactance, lower no lowest voltage. */
    @Test
    void lessLoadAndLargerConductorsNeverLowerTheLowestVoltage() {
        for (long seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Feeder feeder = new Feeder(random);
            double lowest = feeder.lowest();
            int node = 1 + random.nextInt(feeder.p.length - 1);
            Feeder less = feeder.copy();
            less.p[node] *= 0.7;
            less.q[node] *= 0.7;
            assertThat(less.lowest()).as("seed %d, less load", seed).isGreaterThanOrEqualTo(lowest);
            Feeder larger = feeder.copy();
            larger.r[node] *= 0.6;
            larger.x[node] *= random.nextBoolean() ? 1 : 0.9;
            assertThat(larger.lowest()).as("seed %d, larger conductor", seed).isGreaterThanOrEqualTo(lowest);
        }
    }

    private static final class Feeder {
        private final int[] parent;
        private final double[] r;
        private final double[] x;
        private final double[] p;
        private final double[] q;

        Feeder(SplittableRandom random) {
            int n = 3 + random.nextInt(40);
            parent = new int[n];
            r = new double[n];
            x = new double[n];
            p = new double[n];
            q = new double[n];
            for (int i = 1; i < n; i++) {
                parent[i] = random.nextInt(Math.max(0, i - 5), i);
                r[i] = 0.02 + 0.04 * random.nextDouble();
                x[i] = 0.01 + 0.02 * random.nextDouble();
                p[i] = 0.002 * random.nextDouble();
                q[i] = 0.4 * p[i];
            }
        }

        private Feeder(int[] parent, double[] r, double[] x, double[] p, double[] q) {
            this.parent = parent;
            this.r = r;
            this.x = x;
            this.p = p;
            this.q = q;
        }

        Feeder copy() {
            return new Feeder(parent, r.clone(), x.clone(), p.clone(), q.clone());
        }

        RadialSweep sweep() {
            return RadialSweep.ofLines(parent, r, x);
        }

        double lowest() {
            RadialSweep sweep = sweep();
            assertThat(sweep.solve(p, q, KV, 0)).isPositive();
            double lowest = KV;
            for (int i = 0; i < p.length; i++) {
                lowest = Math.min(lowest, sweep.size(i));
            }
            return lowest;
        }
    }
}
