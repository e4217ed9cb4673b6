package org.terrace.powerflow.phases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.terrace.powerflow.phases.Conductor.A;
import static org.terrace.powerflow.phases.Conductor.B;
import static org.terrace.powerflow.phases.Conductor.C;
import static org.terrace.powerflow.phases.Conductor.N;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks worked by hand. */
class FeederTest {
    private static final double ROOT_3 = Math.sqrt(3);

    @Test
    void twoWiresAreALoopOfTwiceTheResistance() {
        // 2 kW at the end of 0.5 + 0.5 ohm: V^2 - 230 V + 2000 = 0, V = 220.948; 9.052 A; the neutral rises by 4.526 V.
        PhaseFlow flow = Feeder.of(Feeders.line(230, Feeders.alike(4, 0.5, 0), PhaseLoad.of("house", 1, A, 2_000, 0)))
                .solve();
        double volts = (230 + Math.sqrt(230 * 230 - 4 * 2_000)) / 2;
        assertThat(volts).isCloseTo(220.948, within(5e-4));
        assertThat(flow.phaseVolts(1, A)).isCloseTo(volts, within(1e-9));
        assertThat(flow.neutralVolts(1)).isCloseTo(4.526, within(5e-4));
        assertThat(flow.amps(0, A)).isCloseTo(2_000 / volts, within(1e-9));
        assertThat(flow.amps(0, N)).isCloseTo(2_000 / volts, within(1e-9));
        assertThat(flow.amps(0, B)).isZero();
        assertThat(flow.lossWatts(0)).isCloseTo(Math.pow(2_000 / volts, 2), within(1e-8));
        assertThat(flow.neutralLossWatts(0)).isCloseTo(flow.lossWatts(0) / 2, within(1e-8));
        assertThat(flow.infeedWatts()).isCloseTo(2_000 + flow.lossWatts(), within(1e-9 * 2_000));
        assertThat(flow.trouble()).isEmpty();
        // The other phases feel half of the neutral's rise, for they stand at 120 degrees to it.
        assertThat(flow.phaseVolts(1, B)).isCloseTo(Math.hypot(-115 - 4.526, 230 * ROOT_3 / 2), within(1e-3));
    }

    /** Drops in percent of 220 V, as a constant-power flow must give them: 500 m of aluminium, power factor 0.95, x = 0.30 ohm/km. */
    @ParameterizedTest
    @CsvSource({"0.868, 27.6, 11.3", "0.641, 18.9, 8.3", "0.443, 12.9, 6.0", "0.253, 8.0, 3.8"})
    void dropsOfTenAndThirtyKilowattsAtFiveHundredMetres(double ohmPerKm, double single, double three) {
        PhaseMatrix ohms = LineImpedance.alike(ohmPerKm, 0.30).ohms(Conductor.FOUR_WIRES, 0.5);
        double tan = Math.sqrt(1 / (0.95 * 0.95) - 1);
        PhaseFlow one = Feeder.of(Feeders.line(220, ohms, PhaseLoad.of("house", 1, B, 10_000, 10_000 * tan)))
                .solve();
        assertThat(100 * (1 - one.phaseVolts(1, B) / 220)).isCloseTo(single, within(0.05));
        assertThat(one.phaseVolts(1, B)).isCloseTo(oneLine(2 * 0.5 * ohmPerKm, 2 * 0.5 * 0.30, tan), within(1e-9));
        PhaseFlow all = Feeder.of(Feeders.line(
                        220,
                        ohms,
                        PhaseLoad.threePhase("mill", 1, 30_000, 30_000 * tan).toArray(PhaseLoad[]::new)))
                .solve();
        for (Conductor phase : Conductor.PHASES) {
            assertThat(100 * (1 - all.phaseVolts(1, phase) / 220)).isCloseTo(three, within(0.05));
            assertThat(all.phaseVolts(1, phase)).isCloseTo(oneLine(0.5 * ohmPerKm, 0.5 * 0.30, tan), within(1e-9));
        }
        assertThat(all.amps(0, N)).isCloseTo(0, within(1e-9));
        assertThat(all.unbalance(1)).isCloseTo(0, within(1e-12));
    }

    /** Volts at the end of a single line: V^4 + (2 (R P + X Q) - E^2) V^2 + (R^2 + X^2) (P^2 + Q^2) = 0 with P = 10 kW. */
    private static double oneLine(double r, double x, double tan) {
        double half = 220.0 * 220 / 2 - 10_000 * (r + x * tan);
        return Math.sqrt(half + Math.sqrt(half * half - (r * r + x * x) * (1 + tan * tan) * 1e8));
    }

    @Test
    void aSpurOfOnePhaseHangsOnAFourWireTrunk() {
        // Resistances: trunk 0.1, spur 0.4 a wire. 1 kW on the spur only: V^2 - 230 V + 1000 (0.2 + 0.8) = 0.
        PhaseNetwork network = new PhaseNetwork(
                List.of(Feeders.node("source"), Feeders.node("pole"), Feeders.node("house")),
                Source.fourWire(0, 230, PhaseMatrix.zero(3), 0),
                List.of(
                        Branch.Line.of("trunk", 0, 1, Conductor.FOUR_WIRES, Feeders.alike(4, 0.1, 0)),
                        Branch.Line.of("spur", 1, 2, List.of(C, N), Feeders.alike(2, 0.4, 0))),
                List.of(),
                List.of(PhaseLoad.of("house", 2, C, 1_000, 0)));
        PhaseFlow flow = Feeder.of(network).solve();
        assertThat(flow.phaseVolts(2, C)).isCloseTo((230 + Math.sqrt(230 * 230 - 4_000)) / 2, within(1e-9));
        assertThat(flow.phaseVolts(2, A)).isNaN();
        assertThat(flow.unbalance(2)).isNaN();
        assertThat(flow.lowest()).hasValueSatisfying(lowest -> {
            assertThat(lowest.node()).isEqualTo(2);
            assertThat(lowest.phase()).isEqualTo(C);
        });
    }

    @Test
    void aLoadBetweenTwoPhasesLeavesTheNeutralAlone() {
        // 398.37 V behind 0.5 + 0.5 ohm, 4 kW.
        PhaseFlow flow = Feeder.of(
                        Feeders.line(230, Feeders.alike(4, 0.5, 0), PhaseLoad.between("welder", 1, A, B, 4_000, 0)))
                .solve();
        double open = 230 * ROOT_3;
        double volts = (open + Math.sqrt(open * open - 4 * 4_000)) / 2;
        assertThat(Math.hypot(flow.voltsRe(1, A) - flow.voltsRe(1, B), flow.voltsIm(1, A) - flow.voltsIm(1, B)))
                .isCloseTo(volts, within(1e-9));
        assertThat(flow.amps(0, N)).isCloseTo(0, within(1e-12));
        assertThat(flow.neutralVolts(1)).isCloseTo(0, within(1e-12));
    }

    @Test
    void aMachineInDeltaDrawsAsOneInStar() {
        PhaseMatrix ohms = Feeders.alike(4, 0.3, 0.2);
        PhaseFlow star = Feeder.of(Feeders.line(
                        230, ohms, PhaseLoad.threePhase("m", 1, 9_000, 4_000).toArray(PhaseLoad[]::new)))
                .solve();
        PhaseFlow delta = Feeder.of(Feeders.line(
                        230, ohms, PhaseLoad.delta("m", 1, 9_000, 4_000).toArray(PhaseLoad[]::new)))
                .solve();
        for (Conductor phase : Conductor.PHASES) {
            assertThat(delta.phaseVolts(1, phase)).isCloseTo(star.phaseVolts(1, phase), within(1e-9));
        }
    }

    @Test
    void anElectrodeAtTheHouseTakesItsShareOfTheReturn() {
        // 9 A return by 1 ohm of wire, beside it 4 + 4 ohm through earth: 8 A and 1 A.
        PhaseLoad iron = new PhaseLoad("iron", 1, A, N, 9 * 230, 0, PhaseLoad.Dependence.CURRENT, 230);
        PhaseNetwork network = new PhaseNetwork(
                List.of(Feeders.node("source"), Feeders.node("house")),
                Source.fourWire(0, 230, PhaseMatrix.zero(3), 4),
                List.of(Branch.Line.of("line", 0, 1, List.of(A, N), Feeders.alike(2, 1, 0))),
                List.of(Shunt.electrode("rod", 1, 4)),
                List.of(iron));
        PhaseFlow flow = Feeder.of(network).solve();
        assertThat(flow.amps(0, N)).isCloseTo(8, within(1e-9));
        assertThat(flow.voltsRe(1, N)).isCloseTo(4, within(1e-9));
        assertThat(flow.voltsRe(0, N)).isCloseTo(-4, within(1e-9));
        assertThat(flow.shuntWatts()).isCloseTo(4, within(1e-9));
        assertThat(flow.phaseVolts(1, A)).isCloseTo(230 - 9 - 8, within(1e-9));
        assertThat(flow.infeedWatts()).isCloseTo(flow.loadWatts() + flow.lossWatts(), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "DYN11, 1, -1, 0, 1.7320508075688772",
        "DYN1, 1, 0, -1, 1.7320508075688772",
        "YYN0, 2, -1, -1, 3",
        "YNYN0, 1, 0, 0, 1"
    })
    void aLoadOnOnePhaseDrawsFromTheHighSideAsTheVectorGroupSays(
            Transformers.Group group, double a, double b, double c, double by) {
        // No impedance: 10 A at 230 V on phase a; 25 to 1.
        PhaseLoad load = new PhaseLoad("load", 1, A, N, 2_300, 0, PhaseLoad.Dependence.CURRENT, 230);
        PhaseNetwork network = new PhaseNetwork(
                List.of(new PhaseNetwork.Node("mv", 5_750), Feeders.node("lv")),
                Source.balanced(0, 5_750, PhaseMatrix.zero(3)),
                List.of(Transformers.threePhase(
                        "t", 0, 1, group, 25, new Transformers.Leakage(0, 0, 0, 0), Transformers.StarPoint.wire(0))),
                List.of(),
                List.of(load));
        PhaseFlow flow = Feeder.of(network).solve();
        assertThat(flow.phaseVolts(1, A)).isCloseTo(230, within(1e-9));
        double amps = 10.0 / 25 / by;
        double angle = Math.atan2(flow.voltsIm(1, A), flow.voltsRe(1, A));
        assertThat(Math.toDegrees(angle))
                .isCloseTo(
                        group == Transformers.Group.DYN11 ? 30 : group == Transformers.Group.DYN1 ? -30 : 0,
                        within(1e-9));
        // Watts that each phase brings: volts times the current's part along them.
        double[] share = {a, b, c};
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double along = Math.cos(angle + k * 2 * Math.PI / 3) * share[k] * amps;
            assertThat(flow.infeedWatts(Conductor.PHASES.get(k))).isCloseTo(5_750 * along, within(1e-8));
            sum += 5_750 * along;
        }
        assertThat(sum).isCloseTo(2_300, within(1e-8));
    }

    @Test
    void unbalanceIsTheShareOfTheNegativeSequence() {
        // Positive 200 V, negative 10 V in phase at a.
        PhaseNetwork network = new PhaseNetwork(
                List.of(Feeders.node("s")),
                new Source(
                        0,
                        Conductor.PHASES,
                        List.of(210.0, -105.0, -105.0),
                        List.of(0.0, -190 * ROOT_3 / 2, 190 * ROOT_3 / 2),
                        PhaseMatrix.zero(3)),
                List.of(),
                List.of(),
                List.of());
        assertThat(Feeder.of(network).solve().unbalance(0)).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void sequencesGiveTheMatrixOfTheTextbook() {
        PhaseMatrix z = PhaseMatrix.ofSequences(0.3, 0.4, 0.9, 1.3);
        assertThat(z.re(0, 0)).isCloseTo(0.5, within(1e-15));
        assertThat(z.im(1, 1)).isCloseTo(0.7, within(1e-15));
        assertThat(z.re(0, 1)).isCloseTo(0.2, within(1e-15));
        assertThat(z.im(2, 1)).isCloseTo(0.3, within(1e-15));
        PhaseMatrix same = PhaseMatrix.ofSequences(0.3, 0.4, 0.3, 0.4, 0.9, 1.3);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(same.re(i, j)).isCloseTo(z.re(i, j), within(1e-15));
                assertThat(same.im(i, j)).isCloseTo(z.im(i, j), within(1e-15));
            }
        }
    }

    @Test
    void aStifflyHeldPositiveSequenceLeavesTheNegativeItsImpedance() {
        // Z1 = 0, Z2 = 2 ohm. A current of 3 A from a to b: negative sequence I2 = (3 - a^2 3) / 3 = sqrt(3) A in size.
        PhaseLoad load =
                new PhaseLoad("load", 0, A, B, 3 * 230 * ROOT_3, 0, PhaseLoad.Dependence.CURRENT, 230 * ROOT_3);
        PhaseNetwork network = new PhaseNetwork(
                List.of(Feeders.node("s")),
                Source.balanced(0, 230, PhaseMatrix.ofSequences(0, 0, 2, 0, 5, 0)),
                List.of(),
                List.of(),
                List.of(load));
        assertThat(Feeder.of(network).solve().unbalance(0)).isCloseTo(2 * ROOT_3 / 230, within(1e-9));
    }

    @Test
    void swappedPhasesStaySwapped() {
        PhaseNetwork network = new PhaseNetwork(
                List.of(Feeders.node("s"), Feeders.node("e")),
                Source.fourWire(0, 230, PhaseMatrix.zero(3), 0),
                List.of(new Branch.Line(
                        "line", 1, 0, List.of(A, B, C, N), List.of(B, C, A, N), Feeders.alike(4, 0.5, 0))),
                List.of(),
                List.of(PhaseLoad.of("house", 1, A, 2_000, 0)));
        PhaseFlow flow = Feeder.of(network).solve();
        assertThat(Math.atan2(flow.voltsIm(1, A), flow.voltsRe(1, A))).isCloseTo(-2 * Math.PI / 3, within(1e-9));
        assertThat(flow.infeedWatts(B)).isGreaterThan(2_000);
        assertThat(flow.infeedWatts(A)).isCloseTo(0, within(1e-9));
    }

    @Test
    void aSinglePhaseTransformerFeedsTwoWires() {
        // 10 kV between phases to 220 V, 2 ohm of wire and winding, 1.1 kW.
        PhaseNetwork network = new PhaseNetwork(
                List.of(new PhaseNetwork.Node("mv", 10_000 / ROOT_3), Feeders.node("lv"), Feeders.node("house")),
                Source.balanced(0, 10_000 / ROOT_3, PhaseMatrix.zero(3)),
                List.of(
                        Transformers.singlePhase(
                                "t", 0, 1, List.of(B, C), A, 10_000 / 220.0, 1, 0, Transformers.StarPoint.wire(4)),
                        Branch.Line.of("drop", 1, 2, List.of(A, N), Feeders.alike(2, 0.5, 0))),
                List.of(),
                List.of(PhaseLoad.of("house", 2, A, 1_100, 0)));
        PhaseFlow flow = Feeder.of(network).solve();
        assertThat(flow.phaseVolts(2, A)).isCloseTo((220 + Math.sqrt(220 * 220 - 8_800)) / 2, within(1e-9));
        assertThat(flow.infeedWatts(A)).isCloseTo(0, within(1e-9));
    }

    @Test
    void resistanceFollowsTemperatureAndGeometryGivesReactance() {
        assertThat(LineImpedance.alike(0.641, 0.3).at(70).phaseOhmPerKm()).isCloseTo(0.641 * 1.2, within(1e-12));
        // 35 mm2 in a row 0.4 m apart: GMD = 0.4 * cube root of 2 = 0.504 m, GMR = 2.75 mm, x = 0.0628 ln 183.
        double x = LineImpedance.reactanceOhmPerKm(0.4 * Math.cbrt(2), LineImpedance.strandedGmrM(35));
        assertThat(x).isCloseTo(0.327, within(1e-3));
    }

    @Test
    void oneFeederAnswersManyLoads() {
        PhaseNetwork network = Feeders.line(
                230, Feeders.alike(4, 0.4, 0.1), PhaseLoad.of("a", 1, A, 1_000, 100), PhaseLoad.of("b", 1, B, 500, 0));
        Feeder feeder = Feeder.of(network);
        feeder.solve(new double[] {4_000, 0}, new double[] {0, 900});
        PhaseFlow again = feeder.solve();
        assertThat(again.phaseVolts(1, A)).isEqualTo(Feeder.of(network).solve().phaseVolts(1, A));
    }

    /** The thing that surprises: with an own neutral, a phase can gain from its neighbour's load. */
    @Test
    void lessLoadOrAThickerWireCanLowerAnotherPhase() {
        PhaseLoad own = PhaseLoad.of("own", 1, A, 2_000, 0);
        PhaseLoad next = PhaseLoad.of("next", 1, B, 3_000, 0);
        double with = volts(Feeders.alike(4, 0.5, 0), own, next);
        double without = volts(Feeders.alike(4, 0.5, 0), own);
        assertThat(with).as("the neutral moves towards b, away from a").isGreaterThan(without + 2);
        double[][] thicker = {{0.5, 0, 0, 0}, {0, 0.25, 0, 0}, {0, 0, 0.5, 0}, {0, 0, 0, 0.5}};
        assertThat(volts(PhaseMatrix.of(thicker, new double[4][4]), own, next)).isLessThan(with - 0.05);
    }

    private static double volts(PhaseMatrix ohms, PhaseLoad... loads) {
        return Feeder.of(Feeders.line(230, ohms, loads)).solve().phaseVolts(1, A);
    }

    @Test
    void whatIsNotFedIsNamedAndHasNoNumber() {
        List<PhaseLoad> loads = new ArrayList<>();
        loads.add(PhaseLoad.of("far", 2, A, 100, 0));
        loads.add(PhaseLoad.of("missing phase", 1, B, 100, 0));
        PhaseNetwork network = new PhaseNetwork(
                List.of(Feeders.node("s"), Feeders.node("e"), Feeders.node("island")),
                Source.fourWire(0, 230, PhaseMatrix.zero(3), 0),
                List.of(Branch.Line.of("line", 0, 1, List.of(A, N), Feeders.alike(2, 0.5, 0))),
                List.of(),
                loads);
        PhaseFlow flow = Feeder.of(network).solve();
        assertThat(flow.isSolved()).isTrue();
        assertThat(flow.phaseVolts(2, A)).isNaN();
        assertThat(flow.phaseVolts(1, A)).isCloseTo(230, within(1e-9));
        assertThat(flow.trouble())
                .extracting(PhaseFlow.Trouble::kind)
                .containsExactly(PhaseFlow.Kind.NOT_FED, PhaseFlow.Kind.LOAD_NOT_FED);
        assertThat(flow.trouble().get(1).ids()).containsExactly("far", "missing phase");
    }
}
