package org.terrace.hydraulics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One of each between two pipes: reservoir at 60 m - pipe - link - pipe - tap at 10 m that draws 5 L/s. */
class ValvesAndPumpsTest {
    private static final double DRAWN = 0.005;
    private static final double V = DRAWN / (Math.PI * 0.01 / 4);
    private static final double G = 9.81456;

    private static PipeNetwork with(double reservoirM, Link link) {
        return PipeNetwork.of(
                List.of(
                        Node.Reservoir.of("R", reservoirM),
                        Node.Junction.of("before", 10, 0),
                        Node.Junction.of("after", 10, 0),
                        Node.Junction.of("tap", 10, DRAWN)),
                List.of(Link.Pipe.of("1", 0, 1, 100, 0.1, 120), link, Link.Pipe.of("2", 2, 3, 100, 0.1, 120)));
    }

    private static Link valve(Link.ValveKind kind, double setting, double k, Curve curve) {
        return new Link.Valve("v", 1, 2, kind, 0.1, setting, k, curve, Link.ValveState.WORKING);
    }

    private static Link valve(Link.ValveKind kind, double setting) {
        return valve(kind, setting, 0, Link.Valve.NO_CURVE);
    }

    @Test
    void aReducingValveHoldsThePressureAfterItDown() {
        SteadyState state = Simulation.steady(with(60, valve(Link.ValveKind.PRESSURE_REDUCING, 20)));
        assertThat(state.states()[1]).isEqualTo(LinkState.ACTIVE);
        assertThat(state.heads()[2]).isCloseTo(30, within(1e-6));
        assertThat(state.flows()[1]).isCloseTo(DRAWN, within(1e-12));
    }

    @Test
    void aReducingValveStandsOpenWhereThePressureIsBelowItsSetting() {
        SteadyState state = Simulation.steady(with(25, valve(Link.ValveKind.PRESSURE_REDUCING, 20)));
        assertThat(state.states()[1]).isEqualTo(LinkState.OPEN);
        assertThat(state.losses()[1]).isCloseTo(0, within(1e-6));
    }

    @Test
    void aReducingValveLetsNothingBack() {
        PipeNetwork network = PipeNetwork.of(
                List.of(
                        Node.Reservoir.of("low", 20),
                        Node.Junction.of("before", 0, 0.001),
                        Node.Junction.of("after", 0, 0.001),
                        Node.Reservoir.of("high", 60)),
                List.of(
                        Link.Pipe.of("1", 0, 1, 100, 0.1, 120),
                        valve(Link.ValveKind.PRESSURE_REDUCING, 30),
                        Link.Pipe.of("2", 2, 3, 100, 0.1, 120)));
        SteadyState state = Simulation.steady(network);
        assertThat(state.states()[1]).isEqualTo(LinkState.CLOSED);
        assertThat(state.flows()).containsExactly(new double[] {0.001, 0, -0.001}, within(1e-12));
    }

    @Test
    void aSustainingValveHoldsThePressureBeforeItUp() {
        PipeNetwork network = PipeNetwork.of(
                List.of(
                        Node.Reservoir.of("high", 60),
                        Node.Junction.of("before", 10, 0),
                        Node.Junction.of("after", 0, 0),
                        Node.Reservoir.of("low", 5)),
                List.of(
                        Link.Pipe.of("1", 0, 1, 500, 0.1, 120),
                        valve(Link.ValveKind.PRESSURE_SUSTAINING, 35),
                        Link.Pipe.of("2", 2, 3, 100, 0.1, 120)));
        SteadyState state = Simulation.steady(network);
        assertThat(state.heads()[1]).isCloseTo(45, within(1e-6));
        assertThat(Networks.lawError(network, state)).isLessThan(1e-6);
        assertThat(Networks.imbalance(network, state)).isLessThan(1e-12);
    }

    @Test
    void aValveThatIsTheOnlyWayCannotHoldItsSetting() {
        SteadyState sustaining = Simulation.steady(with(60, valve(Link.ValveKind.PRESSURE_SUSTAINING, 80)));
        assertThat(sustaining.flows()[1]).isCloseTo(DRAWN, within(1e-12));
        assertThat(sustaining.losses()[1]).isCloseTo(0, within(1e-6));
        SteadyState tight = Simulation.steady(with(60, valve(Link.ValveKind.FLOW_CONTROL, 0.002)));
        assertThat(tight.flows()[1]).isCloseTo(DRAWN, within(1e-12));
        assertThat(tight.trouble()).singleElement().satisfies(t -> {
            assertThat(t.kind()).isEqualTo(SteadyState.Kind.VALVE_EXCEEDED);
            assertThat(t.ids()).containsExactly("v");
            assertThat(t.value()).isCloseTo(0.003, within(1e-9));
        });
        SteadyState wide = Simulation.steady(with(60, valve(Link.ValveKind.FLOW_CONTROL, 0.008)));
        assertThat(wide.trouble()).isEmpty();
    }

    @Test
    void aFlowControlValveLetsItsSettingThroughExactly() {
        PipeNetwork network = PipeNetwork.of(
                List.of(
                        Node.Reservoir.of("high", 60),
                        Node.Junction.of("before", 10, 0),
                        Node.Junction.of("after", 0, 0),
                        Node.Reservoir.of("low", 5)),
                List.of(
                        Link.Pipe.of("1", 0, 1, 500, 0.1, 120),
                        valve(Link.ValveKind.FLOW_CONTROL, 0.002),
                        Link.Pipe.of("2", 2, 3, 100, 0.1, 120)));
        SteadyState state = Simulation.steady(network);
        assertThat(state.flows()).containsExactly(new double[] {0.002, 0.002, 0.002}, within(1e-11));
        assertThat(Networks.lawError(network, state)).isLessThan(1e-8);
    }

    @Test
    void aBreakerTakesAwayItsSetting() {
        SteadyState state = Simulation.steady(with(60, valve(Link.ValveKind.PRESSURE_BREAKER, 12.5)));
        assertThat(state.losses()[1]).isCloseTo(12.5, within(1e-8));
    }

    @Test
    void aThrottleTakesKTimesTheVelocityHead() {
        SteadyState state = Simulation.steady(with(60, valve(Link.ValveKind.THROTTLE, 40)));
        assertThat(state.losses()[1]).isCloseTo(40 * V * V / (2 * G), within(1e-8));
    }

    @Test
    void aGeneralValveTakesWhatItsCurveSays() {
        Curve curve = new Curve(new double[] {0, 0.004, 0.008}, new double[] {0, 3, 11});
        SteadyState state = Simulation.steady(with(60, valve(Link.ValveKind.GENERAL, 0, 0, curve)));
        assertThat(state.losses()[1]).as("a quarter of the way from 3 to 11").isCloseTo(5, within(1e-8));
        Curve flat = new Curve(new double[] {0, 0.008}, new double[] {4, 4});
        assertThat(Simulation.steady(with(60, valve(Link.ValveKind.GENERAL, 0, 0, flat)))
                        .losses()[1])
                .as("the same at any flow")
                .isCloseTo(4, within(1e-8));
    }

    @Test
    void aPumpLiftsByItsCurveAndItsSpeed() {
        // Through 5 L/s at 30 m by custom: h = 4/3 x 30 - (30/3) (q / 5)^2; at 0.9 of its speed by affinity.
        PumpCurve curve = PumpCurve.Power.throughOnePoint(DRAWN, 30);
        assertThat(Simulation.steady(with(20, new Link.Pump("p", 1, 2, curve, 1, Pattern.ALWAYS, true)))
                        .losses()[1])
                .isCloseTo(-30, within(1e-6));
        double slower = 0.81 * 40.0002 - 10.0002;
        assertThat(Simulation.steady(with(20, new Link.Pump("p", 1, 2, curve, 0.9, Pattern.ALWAYS, true)))
                        .losses()[1])
                .isCloseTo(-slower, within(1e-4));
    }

    @Test
    void aPumpOfGivenPowerLiftsPowerByWeightOfFlow() {
        SteadyState state = Simulation.steady(
                with(20, new Link.Pump("p", 1, 2, new PumpCurve.ConstantPower(1_000), 1, Pattern.ALWAYS, true)));
        assertThat(state.losses()[1]).isCloseTo(-1_000 / (1_000 * G * DRAWN), within(1e-6));
    }

    @Test
    void aPumpThatCannotLiftSoHighStandsStillAndIsNamed() {
        PipeNetwork network = PipeNetwork.of(
                List.of(Node.Reservoir.of("river", 0), Node.Junction.of("after", 0, 0), Node.Reservoir.of("hill", 50)),
                List.of(
                        new Link.Pump(
                                "weak", 0, 1, PumpCurve.Power.throughOnePoint(0.005, 30), 1, Pattern.ALWAYS, true),
                        Link.Pipe.of("1", 1, 2, 100, 0.1, 120)));
        SteadyState state = Simulation.steady(network);
        assertThat(state.states()[0]).isEqualTo(LinkState.CANNOT_LIFT);
        assertThat(state.flows()[0]).isZero();
        assertThat(state.trouble()).singleElement().satisfies(t -> {
            assertThat(t.kind()).isEqualTo(SteadyState.Kind.PUMP_TOO_WEAK);
            assertThat(t.ids()).containsExactly("weak");
            assertThat(t.value()).isCloseTo(10, within(0.01));
        });
    }

    @Test
    void aPumpThatGivesMoreThanTheEndOfItsCurveIsNamedWithThatEnd() {
        // Through 5 L/s at 30 m by custom: no head at 10.0 L/s; at 0.9 of its speed at 9.0. The slope below it draws
        // 12.
        PipeNetwork network = PipeNetwork.of(
                List.of(
                        Node.Reservoir.of("high", 60),
                        Node.Junction.of("after", 0, 0),
                        Node.Junction.of("tap", 0, 0.012)),
                List.of(
                        new Link.Pump(
                                "racing", 0, 1, PumpCurve.Power.throughOnePoint(0.005, 30), 0.9, Pattern.ALWAYS, true),
                        Link.Pipe.of("1", 1, 2, 10, 0.2, 120)));
        assertThat(Simulation.steady(network).trouble()).singleElement().satisfies(t -> {
            assertThat(t.kind()).isEqualTo(SteadyState.Kind.PUMP_BEYOND_CURVE);
            assertThat(t.ids()).containsExactly("racing");
            assertThat(t.value()).isCloseTo(0.009, within(1e-5));
        });
        PumpCurve measured = new PumpCurve.Points(new Curve(new double[] {0, 0.01}, new double[] {40, 5}));
        assertThat(measured.mostM3PerS()).isEqualTo(0.01);
        assertThat(Simulation.steady(with(20, new Link.Pump("p", 1, 2, measured, 1, Pattern.ALWAYS, true)))
                        .trouble())
                .isEmpty();
    }

    @Test
    void aCheckValveLetsNothingBack() {
        for (boolean forward : new boolean[] {true, false}) {
            PipeNetwork network = PipeNetwork.of(
                    List.of(
                            Node.Reservoir.of("a", forward ? 60 : 20),
                            Node.Junction.of("j", 0, 0.001),
                            Node.Reservoir.of("b", 40)),
                    List.of(
                            new Link.Pipe("cv", 0, 1, 100, 0.1, 120, 0, true, true),
                            Link.Pipe.of("1", 1, 2, 100, 0.1, 120)));
            SteadyState state = Simulation.steady(network);
            if (forward) {
                assertThat(state.flows()[0]).isGreaterThan(0.001);
            } else {
                assertThat(state.flows()).containsExactly(new double[] {0, -0.001}, within(1e-12));
            }
        }
    }

    @Test
    void anOpeningGivesItsFlowAtOneMetreTimesTheRootOfThePressure() {
        PipeNetwork network = PipeNetwork.of(
                List.of(Node.Reservoir.of("R", 30), new Node.Junction("leak", 10, List.of(), 0.0004)),
                List.of(Link.Pipe.of("1", 0, 1, 10, 0.2, 120)));
        SteadyState state = Simulation.steady(network);
        assertThat(state.demands()[1])
                .isCloseTo(0.0004 * Math.sqrt(state.heads()[1] - 10), within(1e-9))
                .isEqualTo(state.flows()[0], within(1e-12));
    }
}
