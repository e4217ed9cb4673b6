package org.terrace.hydraulics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Losses of single pipes against the formulas written out here by hand. */
class HeadLossTest {
    private static final double NU = PipeNetwork.WATER_VISCOSITY;
    private static final double G = 9.81456; // 32.2 feet

    private static double loss(HeadLossFormula formula, double lengthM, double mm, double roughness, double litres) {
        return formula.lossM(Link.Pipe.of("p", 0, 1, lengthM, mm / 1_000, roughness), litres / 1_000, NU);
    }

    @Test
    void hazenWilliamsInHosesOnAMountainside() {
        // 10.6668 x 500 x 0.0001^1.852 / (140^1.852 x 0.016^4.871) = 12.36 m.
        assertThat(loss(HeadLossFormula.HAZEN_WILLIAMS, 500, 16, 140, 0.1)).isCloseTo(12.36, within(0.005));
        assertThat(loss(HeadLossFormula.HAZEN_WILLIAMS, 1_000, 26, 140, 0.3)).isCloseTo(17.77, within(0.005));
        assertThat(loss(HeadLossFormula.HAZEN_WILLIAMS, 1_000, 26, 140, -0.3)).isCloseTo(-17.77, within(0.005));
    }

    @Test
    void darcyWeisbachTurbulentBySwameeAndJain() {
        // 100 mm, 10 L/s: v = 1.2732 m/s, Re = 0.1 x 1.2732 / 1.0219e-6 = 124,590.
        double v = 0.01 / (Math.PI * 0.01 / 4);
        double re = v * 0.1 / NU;
        double f = 0.25 / Math.pow(Math.log10(0.00026 / (3.7 * 0.1) + 5.74 / Math.pow(re, 0.9)), 2);
        assertThat(re).isCloseTo(124_590, within(20.0));
        assertThat(loss(HeadLossFormula.DARCY_WEISBACH, 200, 100, 0.00026, 10))
                .isCloseTo(f * 200 / 0.1 * v * v / (2 * G), within(1e-6));
    }

    @Test
    void darcyWeisbachLaminarByHagenAndPoiseuille() {
        // 100 mm, 0.1 L/s: Re 1,246; h = 128 nu L Q / (pi g d^4), whatever the roughness.
        double h = 128 * NU * 200 * 1e-4 / (Math.PI * G * 1e-4);
        assertThat(loss(HeadLossFormula.DARCY_WEISBACH, 200, 100, 0.00026, 0.1)).isCloseTo(h, within(1e-9));
        assertThat(loss(HeadLossFormula.DARCY_WEISBACH, 200, 100, 0.002, 0.1)).isCloseTo(h, within(1e-9));
    }

    @Test
    void chezyManningByTheHydraulicRadius() {
        // v = R^(2/3) sqrt(h/L) / n with R = d/4: h = n^2 v^2 L / R^(4/3). EPANET rounds 1.486 up to 1.49 and 1.3333
        // down: 0.63 %.
        double v = 0.01 / (Math.PI * 0.01 / 4);
        double h = 0.012 * 0.012 * v * v * 200 / Math.pow(0.025, 4.0 / 3);
        assertThat(loss(HeadLossFormula.CHEZY_MANNING, 200, 100, 0.012, 10)).isCloseTo(h, within(0.007 * h));
    }

    @Test
    void bendsTakeTheirShareOfTheVelocityHead() {
        Link.Pipe plain = Link.Pipe.of("p", 0, 1, 100, 0.1, 140);
        Link.Pipe bent = new Link.Pipe("p", 0, 1, 100, 0.1, 140, 2.5, false, true);
        double v = 0.01 / (Math.PI * 0.01 / 4);
        assertThat(HeadLossFormula.HAZEN_WILLIAMS.lossM(bent, 0.01, NU)
                        - HeadLossFormula.HAZEN_WILLIAMS.lossM(plain, 0.01, NU))
                .isCloseTo(2.5 * v * v / (2 * G), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"HAZEN_WILLIAMS, 140", "DARCY_WEISBACH, 0.00026", "CHEZY_MANNING, 0.012"})
    void lossGrowsWithFlowAndItsDerivativeIsThatOfTheCurve(HeadLossFormula formula, double roughness) {
        Link.Pipe pipe = Link.Pipe.of("p", 0, 1, 100, 0.05, roughness);
        Loss loss = new Loss();
        double r = formula.resistance(pipe);
        for (double q = 1e-5; q < 5e-3; q *= 1.3) {
            formula.friction(pipe, r, q * (1 + 1e-6), NU, loss);
            double above = loss.head;
            formula.friction(pipe, r, q * (1 - 1e-6), NU, loss);
            double below = loss.head;
            formula.friction(pipe, r, q, NU, loss);
            assertThat(above).isGreaterThan(below);
            assertThat(loss.gradient)
                    .as("q %s", q)
                    .isCloseTo((above - below) / (2e-6 * q), within(0.01 * loss.gradient));
        }
    }
}
