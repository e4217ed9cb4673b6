package org.terrace.power.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.terrace.TestReference;

/** Loads worked by hand: what a transformer area draws at its peak, from a current, from energy, or as assumed. */
class AreaPeakTest {
    private static final LoadRules RULES =
            LoadRules.of(TestReference.reference().standard());

    private static List<HouseholdLoad> customers(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new HouseholdLoad(i, 1, true, ByLevel.NONE))
                .toList();
    }

    /** sqrt(3) x 0.38 kV x 50 A x 0.95 = 31.26 kW; 20 customers at 0.35 are 7 peaks at once: 4.466 kW each, 10 % up and down. */
    @Test
    void aPeakCurrentIsSharedByThePeaksThatFallTogether() {
        AreaPeak peak = AreaPeak.of(50, Double.NaN, Double.NaN, customers(20), RULES);

        assertThat(peak.source()).isEqualTo(AreaPeak.Source.PEAK_CURRENT);
        assertThat(peak.unitKw().at(Level.MIDDLE)).isCloseTo(4.466, within(0.001));
        assertThat(peak.unitKw().at(Level.FAVOURABLE)).isCloseTo(0.9 * 4.466, within(0.001));
        assertThat(peak.unitKw().at(Level.UNFAVOURABLE)).isCloseTo(1.1 * 4.466, within(0.001));
    }

    /** 4,000 kWh are 12.14 kW of many houses in the highest month, 2.428 kW for each of 20 at 0.25, a quarter less at the favourable level. */
    @Test
    void aCurrentAndAnEnergyThatDisagreeLeaveWhatLiesBetweenOpen() {
        AreaPeak peak = AreaPeak.of(50, 4_000, Double.NaN, customers(20), RULES);

        assertThat(peak.source()).isEqualTo(AreaPeak.Source.PEAK_CURRENT);
        assertThat(peak.unitKw().at(Level.MIDDLE)).isCloseTo(4.466, within(0.001));
        assertThat(peak.unitKw().at(Level.FAVOURABLE)).isCloseTo(0.75 * 2.428, within(0.001));
        assertThat(peak.unitKw().at(Level.UNFAVOURABLE)).isCloseTo(1.1 * 4.466, within(0.001));
    }

    @Test
    void theCurrentThatGoesWithAPeakIsTheOneThatItWasReadFrom() {
        AreaPeak peak = AreaPeak.of(50, 4_000, Double.NaN, customers(20), RULES);

        assertThat(peak.amperes(customers(20), RULES)).isCloseTo(50, within(1e-9));
        // 5 of 20 use a quarter of the energy, and so have the same peaks of their own.
        assertThat(AreaPeak.shareOfEnergy(customers(5), customers(20))).isEqualTo(0.25);
        ByLevel all =
                AreaPeak.of(Double.NaN, 4_000, Double.NaN, customers(20), RULES).unitKw();
        ByLevel some =
                AreaPeak.of(Double.NaN, 1_000, Double.NaN, customers(5), RULES).unitKw();
        assertThat(some.middle()).isCloseTo(all.middle(), within(1e-12));
    }

    /** 2,190 kWh in 730 h are 3 kW; mean of the day (44 x 0.5 + 4) / 48 = 0.5417 of the peak: 5.538 kW, in the highest month 6.646, if
     * they were many; five draw their peaks at 0.5 and not 0.25 at once. */
    @Test
    void meteredEnergyIsRaisedToTheEveningOfTheHighestMonth() {
        AreaPeak peak = AreaPeak.of(Double.NaN, 2_190, Double.NaN, customers(5), RULES);

        assertThat(peak.source()).isEqualTo(AreaPeak.Source.TRANSFORMER_ENERGY);
        assertThat(peak.unitKw().at(Level.MIDDLE)).isCloseTo(6.646 / 0.25 / 5, within(0.001));
        assertThat(peak.unitKw().at(Level.UNFAVOURABLE)).isCloseTo(1.25 * 6.646 / 0.25 / 5, within(0.001));
    }

    @Test
    void nothingMeteredIsAssumedAtThreeLevels() {
        AreaPeak peak = AreaPeak.of(0, 0, Double.NaN, customers(5), RULES);

        assertThat(peak.source().isCalibrated()).isFalse();
        assertThat(peak.unitKw()).isEqualTo(new ByLevel(2.4, 4, 8));
    }

    /** Those who come home for a season are left out of the favourable level, so that the others draw what was metered. */
    @Test
    void peopleWhoAreAwayDrawNothingAtTheFavourableLevel() {
        List<HouseholdLoad> half = new ArrayList<>(customers(4));
        for (int i = 0; i < 2; i++) {
            half.set(i, new HouseholdLoad(i, 1, false, ByLevel.NONE));
        }
        AreaPeak peak = AreaPeak.of(20, Double.NaN, Double.NaN, half, RULES);

        double kw = Math.sqrt(3) * 0.38 * 20 * 0.95;
        double two = RULES.coincidence().factor(2);
        assertThat(peak.unitKw().at(Level.FAVOURABLE)).isCloseTo(0.9 * kw / (2 * two), within(1e-9));
    }

    /** Between 5 and 20 customers: 10 lies at ln(10/5) / ln(20/5) = half the way: 0.425. */
    @Test
    void coincidenceFallsWithTheLogarithmOfTheNumber() {
        Coincidence c = RULES.coincidence();

        assertThat(c.factor(1)).isEqualTo(1);
        assertThat(c.factor(10)).isCloseTo(0.425, within(1e-12));
        assertThat(c.factor(5_000)).isEqualTo(0.25);
        for (int n = 1; n < 300; n++) {
            assertThat((n + 1) * c.factor(n + 1)).as("%d customers", n).isGreaterThanOrEqualTo(n * c.factor(n));
        }
    }

    @Test
    void aCoincidenceThatLetsMoreCustomersDrawLessIsRefused() {
        assertThatThrownBy(() -> Coincidence.of(List.of(1.0, 2.0, 10.0), List.of(1.0, 0.9, 0.1)))
                .hasMessageContaining("10.0 customers is 0.1");
        assertThatThrownBy(() -> Coincidence.of(List.of(5.0), List.of(1.0))).hasMessageContaining("first number is 1");
    }

    @Test
    void aDayNeedsFortyEightHalfHours() {
        assertThatThrownBy(() -> DayShape.of(List.of(1.0, 2.0))).hasMessageContaining("2 values");
        assertThatThrownBy(() -> DayShape.of(Collections.nCopies(48, 0.0))).hasMessageContaining("one above 0");
        assertThat(RULES.day().peakHalfHour()).isEqualTo(38);
    }
}
