package org.terrace.powerflow.phases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.terrace.powerflow.phases.Conductor.A;
import static org.terrace.powerflow.phases.Conductor.B;
import static org.terrace.powerflow.phases.Conductor.N;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Loops, by hand. */
class MeshedFeederTest {
    private static PhaseNetwork network(List<Branch> branches, PhaseLoad... loads) {
        return new PhaseNetwork(
                List.of(Feeders.node("s"), Feeders.node("p"), Feeders.node("q")),
                Source.fourWire(0, 230, PhaseMatrix.zero(3), 0),
                branches,
                List.of(),
                List.of(loads));
    }

    private static Branch wire(String id, int from, int to, double ohm) {
        return Branch.Line.of(id, from, to, Conductor.FOUR_WIRES, Feeders.alike(4, ohm, 0));
    }

    @Test
    void twoLinesSideBySideAreOneOfHalfTheImpedance() {
        PhaseLoad load = PhaseLoad.of("l", 1, A, 2_000, 300);
        Feeder feeder = Feeder.of(network(List.of(wire("one", 0, 1, 1), wire("two", 1, 0, 1)), load));
        PhaseFlow flow = feeder.solve();
        PhaseFlow half =
                Feeder.of(network(List.of(wire("half", 0, 1, 0.5)), load)).solve();
        assertThat(feeder.loops()).isEqualTo(1);
        assertThat(flow.phaseVolts(1, A)).isCloseTo(half.phaseVolts(1, A), within(1e-9));
        assertThat(flow.amps(0, A)).isCloseTo(half.amps(0, A) / 2, within(1e-9));
        assertThat(flow.amps(1, N)).isCloseTo(half.amps(0, A) / 2, within(1e-9));
        assertThat(flow.infeedWatts()).isCloseTo(2_000 + flow.lossWatts(), within(2e-6));
    }

    @Test
    void roundARingTheCurrentSharesByResistance() {
        // s-p 1 ohm, p-q 1 ohm, q-s 1 ohm a wire; 6 A at p: 4 A directly, 2 A by q.
        PhaseLoad load = new PhaseLoad("l", 1, B, N, 6 * 230, 0, PhaseLoad.Dependence.CURRENT, 230);
        PhaseFlow flow = Feeder.of(
                        network(List.of(wire("sp", 0, 1, 1), wire("pq", 1, 2, 1), wire("qs", 2, 0, 1)), load))
                .solve();
        assertThat(flow.amps(0, B)).isCloseTo(4, within(1e-9));
        assertThat(flow.amps(1, B)).isCloseTo(2, within(1e-9));
        assertThat(flow.amps(2, N)).isCloseTo(2, within(1e-9));
        assertThat(flow.phaseVolts(1, B)).isCloseTo(230 - 8, within(1e-9));
    }

    @Test
    void aLoopWithoutImpedanceIsNamedNotGuessed() {
        PhaseFlow flow = Feeder.of(network(
                        List.of(wire("sp", 0, 1, 0), wire("pq", 1, 2, 0), wire("qs", 2, 0, 0)),
                        PhaseLoad.of("l", 1, A, 100, 0)))
                .solve();
        assertThat(flow.isSolved()).isFalse();
        assertThat(flow.trouble().get(0).kind()).isEqualTo(PhaseFlow.Kind.LOOP_WITHOUT_IMPEDANCE);
        assertThat(flow.phaseVolts(1, A)).isNaN();
        assertThat(flow.lowest()).isEmpty();
    }

    @Test
    void aNodeFedByDifferentWiresFromTwoSidesIsNamed() {
        PhaseFlow flow = Feeder.of(network(List.of(
                        Branch.Line.of("a", 0, 1, List.of(A, N), Feeders.alike(2, 1, 0)),
                        Branch.Line.of("b", 0, 1, List.of(B, N), Feeders.alike(2, 1, 0)))))
                .solve();
        assertThat(flow.isSolved()).isFalse();
        assertThat(flow.trouble().get(0).kind()).isEqualTo(PhaseFlow.Kind.SPLIT_SUPPLY);
        assertThat(flow.trouble().get(0).ids()).containsExactly("p");
    }
}
