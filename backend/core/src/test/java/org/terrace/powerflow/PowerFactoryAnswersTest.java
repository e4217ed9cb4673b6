package org.terrace.powerflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Answers of PowerFactory, Integral and pandapower to small networks, as pandapower's own tests hold them: each has a source of 1.01 pu, a line
 * of 12.2 km and a bus at its end.
 */
class PowerFactoryAnswersTest {
    private static final double PU = 1e-6;
    private static final double MW = 5e-6;
    private static final double KA = 1e-6;

    private final PowerNetwork.Builder grid = PowerNetwork.builder();
    private int b1;
    private int b2;
    private int lines;

    @BeforeEach
    void connection() {
        b1 = grid.bus("b1", 20);
        b2 = grid.bus("b2", 20);
        grid.source(Source.of("grid", b1, 1.01));
    }

    private int line(int from, int to, int parallel, boolean inService) {
        return grid.line(new Line(
                "line" + ++lines, from, to, 12.2, 0.08, 0.12, 300, 0, parallel, 0.2 * 0.8 * parallel, inService));
    }

    private FlowState solved() {
        FlowState state = PowerFlow.solve(grid.build());
        assertThat(state.collapse()).isEmpty();
        assertThat(state.balance().missingMw()).isCloseTo(0, within(1e-9));
        return state;
    }

    private void assertBus(FlowState state, int bus, double vmPu) {
        assertThat(state.vmPu()[bus]).isCloseTo(vmPu, within(PU));
    }

    @Test
    void aLineOpenAtOneEndStaysCharged() {
        line(b1, b2, 2, true);
        int open = line(b1, b2, 1, true);
        line(b1, b2, 1, false);
        grid.joint(new Switch(b2, Switch.Kind.LINE, open, false, 0));
        grid.load(Load.of("load", b2, 1.2, 1.1));
        FlowState state = solved();
        assertBus(state, b2, 1.007395422);
        BranchFlow first = state.branches().get(0);
        assertThat(first.pFromMw()).isCloseTo(1.20221, within(MW));
        assertThat(first.qFromMvar()).isCloseTo(0.167390, within(MW));
        assertThat(first.pToMw()).isCloseTo(-1.2, within(MW));
        assertThat(Math.max(first.iFromKa(), first.iToKa())).isCloseTo(0.0466479, within(KA));
        assertThat(first.loadingPercent()).isCloseTo(14.578, within(1e-3));
        BranchFlow charged = state.branches().get(1);
        assertThat(charged.pFromMw()).isCloseTo(0.000132, within(MW));
        assertThat(charged.qFromMvar()).isCloseTo(-0.469371, within(MW));
        assertThat(charged.iFromKa()).isCloseTo(0.0134154, within(KA));
        assertThat(charged.pToMw()).isZero();
        assertThat(charged.loadingPercent()).isCloseTo(8.385, within(1e-3));
        assertThat(state.branches().get(2).iFromKa()).isZero();
    }

    @Test
    void whatIsFedInLowersTheLoad() {
        line(b1, b2, 1, true);
        grid.load(Load.of("load", b2, 1.2, 1.1));
        grid.load(new Load("off", b2, 1.2, 1.1, 0, 0, 0, 0, false));
        grid.feed(Load.of("sgen", b2, -0.5, 0.1));
        FlowState state = solved();
        assertBus(state, b2, 1.00477465);
        assertThat(state.balance().feedsMw()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void transformersWithTapsInParallelAndOneThatIsOpenAtItsLowSide() {
        line(b1, b2, 1, true);
        int b3 = grid.bus("b3", 0.4);
        Transformer one = Transformer.of("t", b2, b3, 0.4, 22, 0.42, 5, 2, 2, 0.4, 150)
                .withTaps(List.of(new TapChanger(TapChanger.Side.HIGH, TapChanger.Kind.RATIO, 3 - 5, 1.25, 0)));
        grid.transformer(one.withParallel(2));
        int open = grid.transformer(one);
        grid.joint(new Switch(b3, Switch.Kind.TRANSFORMER, open, false, 0));
        grid.load(Load.of("load", b3, 0.2, 0.05));
        FlowState state = solved();
        assertBus(state, b2, 1.010159155);
        assertBus(state, b3, 0.980003098);
        assertThat(state.vaDegree()[b2]).isCloseTo(-0.06736233, within(1e-5));
        assertThat(state.vaDegree()[b3]).isCloseTo(-150.73914408, within(1e-4));
        BranchFlow loaded = state.branches().get(1);
        assertThat(loaded.pFromMw()).isCloseTo(0.204756, within(1e-5));
        assertThat(loaded.qFromMvar()).isCloseTo(0.052848, within(1e-5));
        assertThat(loaded.pToMw()).isCloseTo(-0.2, within(1e-5));
        assertThat(loaded.iFromKa()).isCloseTo(0.006043, within(KA));
        assertThat(loaded.iToKa()).isCloseTo(0.303631, within(KA));
        assertThat(loaded.loadingPercent()).isCloseTo(28.7842, within(1e-3));
        BranchFlow magnetised = state.branches().get(2);
        assertThat(magnetised.pFromMw()).isCloseTo(0.0017741, within(1e-5));
        assertThat(magnetised.iFromKa()).isCloseTo(0.000051, within(KA));
        assertThat(magnetised.iToKa()).isZero();
        assertThat(magnetised.loadingPercent()).isCloseTo(0.4830, within(1e-3));
    }

    @Test
    void twoSourcesAtDifferentAnglesDriveAFlowBetweenThem() {
        line(b1, b2, 1, true);
        int b3 = grid.bus("b3", 20);
        line(b2, b3, 1, true);
        grid.source(new Source("other", b3, 1.02, 3, true));
        FlowState state = solved();
        assertThat(state.loops()).isEqualTo(1);
        assertBus(state, b2, 1.015506741);
        assertThat(state.vaDegree()[b2]).isCloseTo(1.47521433, within(1e-5));
        // 5837.7758 kW go in at one end and 5653.1650 kW come out at the other.
        assertThat(state.branches().get(0).pFromMw()).isCloseTo(-5.6531650, within(MW));
        assertThat(state.branches().get(1).pToMw()).isCloseTo(5.8377758, within(MW));
    }

    @Test
    void aWardIsPartPowerAndPartImpedance() {
        line(b1, b2, 1, true);
        grid.load(Load.of("ward", b2, 0.5, 0.2));
        grid.shunt(new Shunt("ward", b2, 1.2, 1.1, 20, true));
        FlowState state = solved();
        assertBus(state, b2, 1.00192121);
        assertThat(state.balance().loadsMw() + state.balance().shuntsMw()).isCloseTo(1.7046146, within(MW));
    }

    @Test
    void anExtendedWardHoldsAVoltageBehindItsImpedance() {
        line(b1, b2, 1, true);
        grid.load(Load.of("xward", b2, 0.5, 0.2));
        grid.shunt(new Shunt("xward", b2, 1.2, 1.1, 20, true));
        int inner = grid.bus("inner", 20);
        grid.impedance(
                new Impedance("xward", b2, inner, 1, 50 / 400.0, 70 / 400.0, 50 / 400.0, 70 / 400.0, 0, 0, 0, 0, true));
        grid.generator(new Generator("xward", inner, 0, 1.06, true));
        FlowState state = solved();
        assertThat(state.held()).isEqualTo(1);
        assertBus(state, b2, 1.00308684);
    }

    @Test
    void aGeneratorHoldsItsVoltage() {
        line(b1, b2, 1, true);
        int b3 = grid.bus("b3", 0.4);
        int last = line(b2, b3, 1, true);
        grid.load(Load.of("load", b3, 1.2, 1.1));
        grid.generator(new Generator("gen", b3, 0.5, 1.0, true));
        grid.generator(new Generator("off", b2, 0.5, 1.0, false));
        FlowState state = solved();
        assertBus(state, b2, 1.00584636);
        assertBus(state, b3, 1);
        // The generator gives -260.66 kvar, so that the line brings 1100 + 260.66.
        assertThat(state.branches().get(last).qToMvar()).isCloseTo(-1.1 - 0.260660, within(MW));
    }

    @Test
    void aGeneratorBesideAClosedSwitchHoldsTheOtherBusToo() {
        line(b1, b2, 1, true);
        int b3 = grid.bus("b3", 20);
        grid.joint(new Switch(b2, Switch.Kind.BUS, b3, true, 0));
        grid.generator(new Generator("gen", b3, 0.3, 1.015, true));
        FlowState state = solved();
        assertBus(state, b2, 1.015);
        assertBus(state, b3, 1.015);
    }

    @Test
    void impedancesMayDifferByDirectionAndHaveShunts() {
        line(b1, b2, 1, true);
        int b3 = grid.bus("b3", 220);
        grid.impedance(new Impedance("z", b2, b3, 2, 0.02, 0.01, 0.03, 0.005, 0, 0, 0, 0, true));
        grid.load(Load.of("load", b3, 1, 0.5));
        FlowState state = solved();
        assertBus(state, b2, 1.004242894);
        assertBus(state, b3, 0.987779091);
        BranchFlow z = state.branches().get(1);
        assertThat(z.pFromMw()).isCloseTo(1.1237008, within(MW));
        assertThat(z.qFromMvar()).isCloseTo(1.0618504, within(MW));
        assertThat(z.iFromKa()).isCloseTo(0.0444417, within(KA));
        assertThat(z.iToKa()).isCloseTo(0.0029704, within(KA));

        PowerNetwork.Builder other = PowerNetwork.builder();
        other.bus("0", 110);
        other.bus("1", 20);
        other.source(Source.of("grid", 0, 1));
        other.impedance(new Impedance("z", 0, 1, 10, 0.002, 0.004, 0.005, 0.008, 0.001, 0.003, 0.006, 0.007, true));
        other.load(Load.of("load", 1, 20, 4));
        FlowState shunted = PowerFlow.solve(other.build());
        assertThat(shunted.vmPu()[1]).isCloseTo(0.986544, within(PU));
        assertThat(shunted.vaDegree()[1]).isCloseTo(-0.817801, within(1e-6));
        assertThat(shunted.branches().get(0).pFromMw()).isCloseTo(41.728311, within(1e-5));
    }

    @Test
    void shuntsDrawByTheSquareOfTheVoltageFromTheirOwnRating() {
        line(b1, b2, 1, true);
        grid.shunt(new Shunt("two steps", b2, 2 * 0.12, -2 * 1.2, 22, true));
        grid.shunt(new Shunt("off", b2, 0.12, -1.2, 20, false));
        FlowState state = solved();
        assertBus(state, b2, 1.0177330269);
        assertThat(state.balance().shuntsMw()).isCloseTo(0.20544, within(MW));
    }

    @Test
    void busesAtAClosedSwitchAreOne() {
        line(b1, b2, 1, true);
        int b3 = grid.bus("b3", 20);
        grid.joint(new Switch(b2, Switch.Kind.BUS, b3, true, 0));
        double[] parts = {1, 0.5};
        int[] buses = {b2, b3};
        for (int i = 0; i < 2; i++) {
            grid.load(Load.of("load", buses[i], parts[i], 0.5 * parts[i]));
            grid.feed(Load.of("sgen", buses[i], -0.5 * parts[i], 0.1 * parts[i]));
            // A ward and an extended ward at each.
            for (int k = 0; k < 2; k++) {
                grid.load(Load.of("ward", buses[i], 0.5 * parts[i], 0.2 * parts[i]));
                grid.shunt(new Shunt("ward", buses[i], 1.2 * parts[i], 1.1 * parts[i], 20, true));
            }
            int inner = grid.bus("inner" + i, 20);
            grid.impedance(new Impedance("xward", buses[i], inner, 1, 0.125, 0.175, 0.125, 0.175, 0, 0, 0, 0, true));
            grid.generator(new Generator("xward", inner, 0, 1.06, true));
        }
        FlowState state = solved();
        assertBus(state, b2, 0.982264132);
        assertThat(state.vmPu()[b3]).isEqualTo(state.vmPu()[b2]);
    }

    @Test
    void aTransformerMayHaveItsImpedanceMoreOnOneSideAndTapsAtAnAngle() {
        PowerNetwork.Builder other = PowerNetwork.builder();
        other.bus("0", 110);
        other.bus("1", 20);
        other.source(Source.of("grid", 0, 1));
        other.transformer(new Transformer(
                "t",
                0,
                1,
                150,
                120,
                19,
                3,
                1,
                20,
                0.12,
                0,
                List.of(new TapChanger(TapChanger.Side.HIGH, TapChanger.Kind.RATIO, -2, 5, 30)),
                0.6,
                0.2,
                1,
                1,
                true));
        other.load(Load.of("load", 1, 100, 20));
        FlowState state = PowerFlow.solve(other.build());
        assertThat(state.vmPu()[1]).isCloseTo(0.941818, within(PU));
        assertThat(state.vaDegree()[1]).isCloseTo(2.122982, within(1e-6));
        assertThat(state.branches().get(0).pFromMw()).isCloseTo(100.725785, within(1e-5));
        assertThat(state.branches().get(0).qFromMvar()).isCloseTo(22.173582, within(1e-4));
    }

    @Test
    void aTransformerOfThreeWindingsIsAStarOfThree() {
        line(b1, b2, 1, true);
        int b3 = grid.bus("b3", 0.6);
        int b4 = grid.bus("b4", 0.4);
        int centre = grid.bus("centre", 20);
        TapChanger tap = new TapChanger(TapChanger.Side.HIGH, TapChanger.Kind.RATIO, 2, 1.25, 0);
        ThreeWinding t = new ThreeWinding(
                "t3",
                new ThreeWinding.Winding(b2, 1, 22, 1, 0.03, 0, List.of(tap)),
                new ThreeWinding.Winding(b3, 0.7, 0.64, 0.5, 0.02, 0, List.of()),
                new ThreeWinding.Winding(b4, 0.3, 0.42, 0.25, 0.01, 0, List.of()),
                0.5,
                0.1,
                ThreeWinding.Place.HIGH,
                false,
                true);
        t.star(centre).forEach(grid::transformer);
        grid.load(Load.of("load", b3, 0.2, 0));
        grid.load(Load.of("load", b4, 0.1, 0));
        FlowState state = solved();
        // Theirs have the magnetising branch at the ends; here it stands in the middle.
        assertThat(state.vmPu()[b2]).isCloseTo(1.010117166, within(2e-6));
        assertThat(state.vmPu()[b3]).isCloseTo(0.955501331, within(2e-6));
        assertThat(state.vmPu()[b4]).isCloseTo(0.940630980, within(2e-6));
        BranchFlow high = state.branches().get(1);
        assertThat(high.pFromMw()).isCloseTo(0.30043, within(2e-5));
        assertThat(high.iFromKa()).isCloseTo(0.00858590198, within(KA));
        assertThat(state.branches().get(2).iToKa()).isCloseTo(0.20141269123, within(KA));
        assertThat(state.branches().get(3).iToKa()).isCloseTo(0.15344761586, within(KA));
        assertThat(high.loadingPercent()).isLessThan(37.21);
        assertThat(state.branches().get(3).loadingPercent()).isCloseTo(37.21, within(0.01));
    }
}
