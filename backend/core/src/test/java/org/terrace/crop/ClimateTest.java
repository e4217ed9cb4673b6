package org.terrace.crop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrace.TestReference;
import org.terrace.standard.Standard;
import org.terrace.standard.Tree;

/**
 * Means of the year by altitude from 16.9 degrees at 875 m, worked by hand and rounded to one digit; the tolerance of 0.06 is the
 * rounding with its exact ties (1,600 m at 0.60: 16.9 - 0.60 x 7.25 = 12.55, printed 12.5).
 */
class ClimateTest {

    @ParameterizedTest
    @CsvSource({
        "0.50, 17.3, 16.3, 15.5, 14.8, 13.3, 12.3, 11.3, 9.8, 8.8, 6.3",
        "0.60, 17.4, 16.1, 15.3, 14.3, 12.5, 11.3, 10.1, 8.3, 7.1, 4.1",
        "0.65, 17.5, 16.1, 15.1, 14.1, 12.2, 10.9, 9.6, 7.6, 6.3, 3.1"
    })
    void temperatureFallsWithAltitude(
            double lapse,
            double at790,
            double at1000,
            double at1145,
            double at1300,
            double at1600,
            double at1800,
            double at2000,
            double at2300,
            double at2500,
            double at3000) {
        Climate climate = new Climate(16.9, 875, lapse);
        double[] altitudes = {790, 1000, 1145, 1300, 1600, 1800, 2000, 2300, 2500, 3000};
        double[] expected = {at790, at1000, at1145, at1300, at1600, at1800, at2000, at2300, at2500, at3000};
        for (int i = 0; i < altitudes.length; i++) {
            assertThat(climate.meanC(altitudes[i])).as("%s m", altitudes[i]).isCloseTo(expected[i], within(0.06));
        }
    }

    /** 15 = 16.9 - 0.006 (h - 875), so h = 875 + 1.9 / 0.006 = 1,191.7 m. */
    @Test
    void loquatsEconomicFloorOf15DegreesLiesNear1190Metres() {
        Climate climate = new Climate(16.9, 875, 0.6);
        assertThat(climate.meanC(1191)).isGreaterThan(15);
        assertThat(climate.meanC(1192)).isLessThan(15);
    }

    @Test
    void withoutAStationThereIsNoTemperature() {
        Standard bare = Standard.parse("bare", Tree.of("bare.yaml", java.util.Map.of()), id -> {
            throw new IllegalArgumentException(id);
        });
        assertThat(Climate.of(bare)).isEmpty();
        assertThat(Climate.of(TestReference.reference().standard())).isPresent();
    }
}
