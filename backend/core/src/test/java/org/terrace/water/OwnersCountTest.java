package org.terrace.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.terrace.TestReference;
import org.terrace.TestRegion;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.Verdict;
import org.terrace.region.LayerKind;
import org.terrace.water.scheme.WaterPipes;

/** A spring whose owner reports 57 households, of which one of three people is on record: with three in each 171 people drink. */
class OwnersCountTest {

    @Test
    void oneHouseOnRecordDoesNotSwitchOffTheOwnersCount() {
        // 5 m3 leave 1,488 L to 3 people, and 26.1 L to 171: below the 35 of a water-rich area.
        ResultTable table = households(5, 57);
        assertThat(table.numbers("litres_dry_season").get(0)).isCloseTo(5000 / 1.12 / 3, within(1e-9));
        assertThat(table.numbers("litres_if_reported").get(0)).isCloseTo(5000 / 1.12 / 171, within(1e-9));
        assertThat(table.codesOf("quantity").code(0)).isEqualTo("unknown");
        assertThat(table.codesOf("reason").code(0)).isEqualTo("litres_depend_on_record");
        assertThat(table.verdict("verdict", 0)).isEqualTo(Verdict.BORDERLINE);
        assertThat(table.codesOf("jmp").code(0)).isEqualTo("basic");
    }

    @Test
    void whereBothCountsAgreeTheLesserStands() {
        // 10 m3: 52 L to each of 171, basically met; 20 m3: 104 L.
        assertJudged(Verdict.SERVED, "basically_meets", households(10, 57));
        assertJudged(Verdict.SERVED, "meets", households(20, 57));
        assertJudged(Verdict.UNSERVED, "fails", households(0.1, 57));
        ResultTable one = households(5, 1);
        assertJudged(Verdict.SERVED, "meets", one);
        assertThat(one.numbers("litres_if_reported").isAbsent(0)).isTrue();
    }

    @Test
    void nothingIsGivenAwayThatTheOwnersHouseholdsMayDrink() {
        ResultTable source = sources(5, 57);
        assertThat(source.codesOf("load").code(0)).isEqualTo("count_first");
        assertThat(source.numbers("left_m3_per_day").isAbsent(0)).isTrue();
        assertThat(source.numbers("needed_on_record_m3_per_day").get(0)).isCloseTo(0.118, within(1e-9));
        // 117.6 L rounded up, and 168 people more at 39.2 L.
        assertThat(source.numbers("needed_if_reported_m3_per_day").get(0))
                .isCloseTo(0.118 + 168 * 0.0392, within(1e-9));
        ResultTable more = sources(10, 57);
        assertThat(more.codesOf("load").code(0)).isEqualTo("strained");
        assertThat(more.numbers("left_m3_per_day").get(0)).isCloseTo(10 - 0.118 - 168 * 0.0392, within(0.001));
        assertThat(sources(5, 1).codesOf("load").code(0)).isEqualTo("spare");
    }

    private static void assertJudged(Verdict verdict, String quantity, ResultTable table) {
        assertThat(table.codesOf("quantity").code(0)).isEqualTo(quantity);
        assertThat(table.verdict("verdict", 0)).isEqualTo(verdict);
    }

    private static Assessment county(double yield, int reported) {
        return Assessment.of(
                new TestRegion()
                        .add(
                                LayerKind.WATER_FACILITY,
                                "s",
                                TestRegion.point(0, 0),
                                "kind",
                                "spring",
                                "working",
                                "yes",
                                "quality",
                                "passes",
                                "elevation_m",
                                1000,
                                "dry_season_yield_m3_per_day",
                                yield,
                                "households_reported",
                                reported)
                        .household(
                                "h",
                                10,
                                0,
                                "elevation_m",
                                1000,
                                "people_resident",
                                3,
                                "water_connection",
                                "piped",
                                "water_source_code",
                                "s",
                                "water_days_cut",
                                0)
                        .build(),
                TestReference.reference(Map.of()));
    }

    private static ResultTable households(double yield, int reported) {
        Assessment plain = county(yield, reported);
        return new WaterAccess()
                .run(plain.withInputs(Map.of(WaterPipes.ID, new WaterPipes().run(plain))))
                .table("household");
    }

    private static ResultTable sources(double yield, int reported) {
        return new SourceAssignment().run(county(yield, reported)).table("source");
    }
}
