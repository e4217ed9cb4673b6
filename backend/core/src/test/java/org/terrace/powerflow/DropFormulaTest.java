package org.terrace.powerflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drops of aluminium conductors: 500 m, power factor 0.95, 0.30 ohm/km of reactance. */
class DropFormulaTest {
    private static final double PF = 0.95;
    private static final double X = 0.30;

    @ParameterizedTest(name = "{0} ohm/km")
    @CsvSource({
        // ohm/km of 35, 50, 70 and 120 mm2; drops by formula and at constant power, for one phase and for three
        "0.868, 20.0, 27.6, 10.0, 11.3",
        "0.641, 15.3, 18.9, 7.7, 8.4",
        "0.443, 11.2, 12.9, 5.6, 6.0",
        "0.253, 7.3, 8.0, 3.7, 3.8"
    })
    void theFormulaIsAScreenAndTheSweepIsExact(
            double r, double single, double singleExact, double three, double threeExact) {
        assertThat(DropFormula.singlePhasePercent(10, PF, 500, r, X, 220)).isCloseTo(single, within(0.05));
        assertThat(DropFormula.threePhasePercent(30, PF, 500, r, X, 380)).isCloseTo(three, within(0.05));
        assertThat(DropFormula.threePhasePercent(30, PF, 1000, r, X, 380)).isCloseTo(2 * three, within(0.1));
        // One phase: the loop of both conductors, 1 km.
        assertThat(exact(0.010, 0.220, r, X)).isCloseTo(singleExact, within(0.05));
        assertThat(exact(0.030, 0.380, r / 2, X / 2)).isCloseTo(threeExact, within(0.05));
    }

    private static double exact(double mw, double kv, double r, double x) {
        RadialSweep sweep = RadialSweep.ofLines(new int[] {0, 0}, new double[] {0, r}, new double[] {0, x});
        double q = mw * Math.sqrt(1 / (PF * PF) - 1);
        assertThat(sweep.solve(new double[] {0, mw}, new double[] {0, q}, kv, 0))
                .isPositive();
        return 100 * (1 - sweep.size(1) / kv);
    }

    @Test
    void aPowerFactorThatIsNoneIsAMistake() {
        assertThatThrownBy(() -> DropFormula.threePhasePercent(30, 95, 500, 0.868, X, 380))
                .hasMessageContaining("95");
    }
}
