package org.terrace.powerflow.phases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against Newton's method on the dense matrix, and the laws. The seed names the network. */
class RandomFeedersTest {
    private static final int NETWORKS = 150;

    @Test
    void equalsNewtonOnTheDenseMatrix() {
        int meshed = 0;
        int solved = 0;
        for (long seed = 0; seed < NETWORKS; seed++) {
            PhaseNetwork network = Feeders.random(seed, (int) (seed % 3));
            Feeder feeder = Feeder.of(network);
            meshed += feeder.loops() > 0 ? 1 : 0;
            PhaseFlow flow = feeder.solve();
            DenseNewton newton = new DenseNewton(network);
            if (!flow.isSolved()) {
                continue; // too weak for its loads; VoltageCollapseTest looks at those
            }
            assertThat(newton.solve(1)).as("seed %d", seed).isTrue();
            solved++;
            for (int i = 0; i < network.nodes().size(); i++) {
                for (Conductor c : Conductor.FOUR_WIRES) {
                    if (!Double.isNaN(flow.voltsRe(i, c))) {
                        String place = "seed " + seed + ", node " + i + "." + c;
                        double volts = network.nodes().get(i).volts();
                        assertThat(flow.voltsRe(i, c) / volts)
                                .as(place)
                                .isCloseTo(newton.re(i, c) / volts, within(1e-9));
                        assertThat(flow.voltsIm(i, c) / volts)
                                .as(place)
                                .isCloseTo(newton.im(i, c) / volts, within(1e-9));
                    }
                }
            }
        }
        assertThat(meshed).as("networks with loops").isGreaterThan(NETWORKS / 3);
        assertThat(solved).as("networks that carry their loads").isGreaterThan(NETWORKS / 2);
    }

    @Test
    void whatFlowsInIsDrawnOrLost() {
        for (long seed = 0; seed < NETWORKS; seed++) {
            PhaseFlow flow = Feeder.of(Feeders.random(seed, (int) (seed % 3))).solve();
            if (flow.isSolved()) {
                assertThat((flow.loadWatts() + flow.lossWatts()) / flow.infeedWatts())
                        .as("seed %d", seed)
                        .isCloseTo(1, within(1e-9));
            }
        }
    }

    @Test
    void theOrderOfRowsChangesNothing() {
        for (long seed = 0; seed < 40; seed++) {
            PhaseNetwork network = Feeders.random(seed, (int) (seed % 3));
            PhaseFlow plain = Feeder.of(network).solve();
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < network.nodes().size(); i++) {
                order.add(i);
            }
            Collections.shuffle(order, new Random(seed));
            PhaseFlow shuffled =
                    Feeder.of(shuffled(network, order, new Random(seed))).solve();
            assertThat(shuffled.isSolved()).as("seed %d", seed).isEqualTo(plain.isSolved());
            for (int i = 0; i < order.size() && plain.isSolved(); i++) {
                for (Conductor c : Conductor.FOUR_WIRES) {
                    double was = plain.voltsRe(i, c);
                    if (!Double.isNaN(was)) {
                        assertThat(shuffled.voltsRe(order.indexOf(i), c))
                                .as("seed %d, node %d.%s", seed, i, c)
                                .isCloseTo(
                                        was,
                                        within(1e-9 * network.nodes().get(i).volts()));
                    }
                }
            }
        }
    }

    private static PhaseNetwork shuffled(PhaseNetwork network, List<Integer> order, Random random) {
        Source s = network.source();
        List<Branch> branches = new ArrayList<>();
        for (Branch branch : network.branches()) {
            int from = order.indexOf(branch.from());
            int to = order.indexOf(branch.to());
            if (branch instanceof Branch.Transformer t) {
                branches.add(new Branch.Transformer(
                        t.id(), from, to, t.fromConductors(), t.toConductors(), t.turns(), t.ohms()));
            } else {
                branches.add(new Branch.Line(
                        branch.id(), to, from, branch.toConductors(), branch.fromConductors(), branch.ohms()));
            }
        }
        Collections.shuffle(branches, random);
        List<Shunt> shunts = new ArrayList<>();
        network.shunts()
                .forEach(x -> shunts.add(new Shunt(x.id(), order.indexOf(x.node()), x.conductors(), x.siemens())));
        List<PhaseLoad> loads = new ArrayList<>();
        network.loads()
                .forEach(l -> loads.add(new PhaseLoad(
                        l.id(),
                        order.indexOf(l.node()),
                        l.at(),
                        l.back(),
                        l.watts(),
                        l.vars(),
                        l.dependence(),
                        l.nominalVolts())));
        Collections.shuffle(loads, random);
        return new PhaseNetwork(
                order.stream().map(network.nodes()::get).toList(),
                new Source(order.indexOf(s.node()), s.conductors(), s.emfRe(), s.emfIm(), s.ohms()),
                branches,
                shunts,
                loads);
    }
}
