package org.terrace.hydraulics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small networks worked by hand, and the laws of mass and energy on random ones. */
class SteadyStateTest {
    @Test
    void aBranchedSupplyIsArithmetic() {
        // 0.3 L/s through the first pipe (17.77 m), 0.1 L/s of it on through the second (12.36 m).
        PipeNetwork network = PipeNetwork.of(
                List.of(
                        Node.Reservoir.of("spring", 100),
                        Node.Junction.of("upper", 50, 0.2e-3),
                        Node.Junction.of("lower", 20, 0.1e-3)),
                List.of(Link.Pipe.of("main", 0, 1, 1_000, 0.026, 140), Link.Pipe.of("hose", 1, 2, 500, 0.016, 140)));
        SteadyState state = Simulation.steady(network);
        assertThat(state.flows()).containsExactly(new double[] {0.3e-3, 0.1e-3}, within(1e-12));
        assertThat(state.heads()[1]).isCloseTo(100 - 17.77, within(0.005));
        assertThat(state.heads()[2]).isCloseTo(100 - 17.77 - 12.36, within(0.01));
        assertThat(state.demands()[0]).as("what the spring gives").isCloseTo(-0.3e-3, within(1e-12));
        assertThat(state.trouble()).isEmpty();
    }

    @Test
    void roundTwoLoopsHeadsSumToNothing() {
        //  R - A - B
        //      |   |
        //      C - D     and A - D across
        PipeNetwork network = PipeNetwork.of(
                List.of(
                        Node.Reservoir.of("R", 60),
                        Node.Junction.of("A", 10, 0),
                        Node.Junction.of("B", 10, 0.004),
                        Node.Junction.of("C", 10, 0.002),
                        Node.Junction.of("D", 10, 0.003)),
                List.of(
                        Link.Pipe.of("RA", 0, 1, 100, 0.15, 120),
                        Link.Pipe.of("AB", 1, 2, 200, 0.1, 120),
                        Link.Pipe.of("BD", 2, 4, 150, 0.08, 120),
                        Link.Pipe.of("AC", 1, 3, 180, 0.09, 120),
                        Link.Pipe.of("CD", 3, 4, 220, 0.07, 120),
                        Link.Pipe.of("AD", 1, 4, 300, 0.08, 120)));
        SteadyState state = Simulation.steady(network);
        double[] h = new double[6];
        for (int k = 0; k < 6; k++) {
            h[k] = network.formula().lossM((Link.Pipe) network.links().get(k), state.flows()[k], network.viscosity());
        }
        assertThat(h[1] + h[2] - h[5]).as("A B D A").isCloseTo(0, within(1e-9));
        assertThat(h[3] + h[4] - h[5]).as("A C D A").isCloseTo(0, within(1e-9));
        assertThat(Networks.imbalance(network, state)).isLessThan(1e-12);
        assertThat(state.flows()[0]).isCloseTo(0.009, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void massAndEnergyBalanceOnRandomNetworks(long seed) {
        PipeNetwork network = Networks.random(seed);
        SteadyState state = Simulation.steady(network);
        assertThat(state.isBalanced()).as("seed %d", seed).isTrue();
        assertThat(Networks.imbalance(network, state)).as("mass, seed %d", seed).isLessThan(1e-12);
        // A pipe at rest has no derivative; its straight line is out by up to 1e-6 m.
        assertThat(Networks.lawError(network, state))
                .as("energy, seed %d", seed)
                .isLessThan(1e-8);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38, 39, 40})
    void raisingALevelThatIsGivenLowersNoHead(long seed) {
        PipeNetwork network = Networks.random(seed);
        List<Node> raised = new ArrayList<>(network.nodes());
        raised.set(0, Node.Reservoir.of("R0", ((Node.Reservoir) raised.get(0)).headM() + 3));
        double[] before = Simulation.steady(network).heads();
        double[] after =
                Simulation.steady(PipeNetwork.of(raised, network.links())).heads();
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).as("seed %d, node %d", seed, i).isGreaterThanOrEqualTo(before[i] - 1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44, 45, 46, 47, 48, 49, 50})
    void theOrderOfTheRowsChangesNothing(long seed) {
        PipeNetwork network = Networks.random(seed);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < network.nodes().size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        List<Node> nodes = order.stream().map(network.nodes()::get).toList();
        List<Link> links = new ArrayList<>();
        for (Link link : network.links()) {
            Link.Pipe p = (Link.Pipe) link;
            links.add(Link.Pipe.of(
                    p.id(), order.indexOf(p.from()), order.indexOf(p.to()), p.lengthM(), p.diameterM(), p.roughness()));
        }
        Collections.shuffle(links, new Random(seed));
        SteadyState plain = Simulation.steady(network);
        SteadyState shuffled = Simulation.steady(PipeNetwork.of(nodes, links));
        for (int i = 0; i < nodes.size(); i++) {
            assertThat(shuffled.heads()[i])
                    .as("seed %d, %s", seed, nodes.get(i).id())
                    .isCloseTo(plain.heads()[order.get(i)], within(1e-9));
        }
        for (int k = 0; k < links.size(); k++) {
            int same = network.links().stream()
                    .map(Link::id)
                    .toList()
                    .indexOf(links.get(k).id());
            assertThat(shuffled.flows()[k])
                    .as("seed %d, %s", seed, links.get(k).id())
                    .isCloseTo(plain.flows()[same], within(1e-9));
        }
    }

    @Test
    void aPartThatNoWaterReachesIsToldByNameAndHasNoNumbers() {
        PipeNetwork network = PipeNetwork.of(
                List.of(
                        Node.Reservoir.of("R", 60),
                        Node.Junction.of("A", 10, 0.001),
                        Node.Junction.of("B", 10, 0.002),
                        Node.Junction.of("C", 10, 0)),
                List.of(
                        Link.Pipe.of("RA", 0, 1, 100, 0.1, 120),
                        new Link.Pipe("AB", 1, 2, 100, 0.1, 120, 0, false, false),
                        Link.Pipe.of("BC", 2, 3, 100, 0.1, 120)));
        SteadyState state = Simulation.steady(network);
        assertThat(state.trouble()).singleElement().satisfies(t -> {
            assertThat(t.kind()).isEqualTo(SteadyState.Kind.CUT_OFF);
            assertThat(t.ids()).containsExactly("B");
            assertThat(t.value()).isEqualTo(0.002);
        });
        assertThat(state.heads()[1]).as("the rest is solved").isBetween(59.0, 60.0);
        assertThat(state.heads()[2]).isNaN();
        assertThat(state.heads()[3]).isNaN();
        assertThat(state.demands()[2]).isNaN();
        assertThat(state.demands()[3]).isZero();
        assertThat(state.flows()[1]).as("shut").isZero();
        assertThat(state.flows()[2]).isNaN();
    }

    @Test
    void aTapAboveTheSpringIsNamed() {
        PipeNetwork network = PipeNetwork.of(
                List.of(
                        Node.Reservoir.of("R", 60),
                        Node.Junction.of("low", 10, 0.001),
                        Node.Junction.of("high", 70, 0.001)),
                List.of(Link.Pipe.of("1", 0, 1, 100, 0.1, 120), Link.Pipe.of("2", 1, 2, 100, 0.1, 120)));
        assertThat(Simulation.steady(network).trouble()).singleElement().satisfies(t -> {
            assertThat(t.kind()).isEqualTo(SteadyState.Kind.NEGATIVE_PRESSURE);
            assertThat(t.ids()).containsExactly("high");
            assertThat(t.value()).isBetween(-10.2, -10.0);
        });
    }

    @Test
    void aRidgeWhereNothingIsDrawnAndThePressureIsNegativeIsNamedApart() {
        PipeNetwork network = PipeNetwork.of(
                List.of(
                        Node.Reservoir.of("spring", 60),
                        Node.Junction.of("ridge", 70, 0),
                        Node.Junction.of("tap", 10, 0.001)),
                List.of(Link.Pipe.of("1", 0, 1, 100, 0.1, 120), Link.Pipe.of("2", 1, 2, 100, 0.1, 120)));
        assertThat(Simulation.steady(network).trouble()).singleElement().satisfies(t -> {
            assertThat(t.kind()).isEqualTo(SteadyState.Kind.NEGATIVE_ON_THE_WAY);
            assertThat(t.ids()).containsExactly("ridge");
            assertThat(t.value()).isBetween(-10.1, -10.0);
        });
    }
}
