package org.terrace.powerflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taps of transformers of three windings, at the star and at the terminals: answers of PowerFactory, as pandapower's tests hold them. */
class ThreeWindingTest {

    @ParameterizedTest(name = "{0}, {1} steps at {2} degrees")
    @CsvSource({
        "HIGH, 2, 0, 0.998129, 0.898854, 0.903326, -0.686136, 0.998127, 0.898367, 0.902842, -0.723542",
        "HIGH, -1, 0, 0.998009, 1.042353, 1.046203, -0.583495, 0.99801, 1.042629, 1.046477, -0.565781",
        "MEDIUM, 2, 0, 0.998058, 1.089856, 0.993842, -0.555702, 0.998055, 1.088759, 0.993837, -0.61575",
        "MEDIUM, -1, 0, 0.998054, 0.9397, 0.993834, -0.653191, 0.998055, 0.940291, 0.993837, -0.61575",
        "LOW, 2, 0, 0.998056, 0.989781, 1.093532, -0.615751, 0.998055, 0.98978, 1.093221, -0.61575",
        "LOW, -1, 0, 0.998055, 0.98978, 0.943978, -0.61575, 0.998055, 0.98978, 0.944145, -0.61575",
        "HIGH, 2, 15, 0.998127, 0.901427, 0.905886, -2.035887, 0.998125, 0.900955, 0.905417, -2.07209",
        "HIGH, -1, 30, 0.998016, 1.034638, 1.038516, 0.908979, 0.998017, 1.034873, 1.038751, 0.924241"
    })
    void tapsAtTheStarAndAtTheTerminals(
            ThreeWinding.Place at,
            double steps,
            double degree,
            double starHigh,
            double starMedium,
            double starLow,
            double starAngle,
            double high,
            double medium,
            double low,
            double angle) {
        FlowState star = solved(at, steps, degree, true);
        assertVoltages(star, starHigh, starMedium, starLow, starAngle);
        FlowState terminals = solved(at, steps, degree, false);
        assertVoltages(terminals, high, medium, low, angle);
    }

    private static void assertVoltages(FlowState state, double high, double medium, double low, double angle) {
        assertThat(state.vmPu()[1]).isCloseTo(high, within(1e-6));
        assertThat(state.vmPu()[2]).isCloseTo(medium, within(1e-6));
        assertThat(state.vmPu()[3]).isCloseTo(low, within(1e-6));
        assertThat(state.vaDegree()[2]).isCloseTo(angle, within(1e-5));
    }

    private static FlowState solved(ThreeWinding.Place at, double steps, double degree, boolean atStar) {
        PowerNetwork.Builder grid = PowerNetwork.builder();
        grid.bus("slack", 20);
        grid.bus("hv", 20);
        grid.bus("mv", 0.6);
        grid.bus("lv", 0.4);
        grid.bus("centre", 20);
        grid.source(Source.of("grid", 0, 1));
        grid.line(new Line("line", 1, 0, 12.2, 0.08, 0.12, 300, 0, 1, 0.2, true));
        List<TapChanger> taps = List.of(new TapChanger(TapChanger.Side.HIGH, TapChanger.Kind.RATIO, steps, 5, degree));
        ThreeWinding t = new ThreeWinding(
                "t",
                winding(1, 1, 20, 2, 0.3, at == ThreeWinding.Place.HIGH ? taps : List.of()),
                winding(2, 0.7, 0.6, 1, 0.2, at == ThreeWinding.Place.MEDIUM ? taps : List.of()),
                winding(3, 0.3, 0.4, 0.5, 0.1, at == ThreeWinding.Place.LOW ? taps : List.of()),
                0,
                0,
                ThreeWinding.Place.HIGH,
                atStar,
                true);
        t.star(4).forEach(grid::transformer);
        // Theirs have the 50 kW and 10 % at the star.
        grid.shunt(new Shunt("magnetising", 4, 0.05, Math.sqrt(0.1 * 0.1 - 0.05 * 0.05), 20, true));
        grid.load(Load.of("mv", 2, 0.3, 0.2));
        grid.load(Load.of("lv", 3, 0.2, 0.1));
        return PowerFlow.solve(grid.build());
    }

    private static ThreeWinding.Winding winding(
            int bus, double mva, double kv, double vk, double vkr, List<TapChanger> taps) {
        return new ThreeWinding.Winding(bus, mva, kv, vk, vkr, 0, taps);
    }
}
