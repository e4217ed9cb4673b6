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

/** One working spring at the origin, 1,000 m high (surveyed); households with surveyed heights, so that no height error blurs. */
class WaterAccessTest {
    private final TestRegion region = new TestRegion()
            .add(
                    LayerKind.WATER_FACILITY,
                    "spring",
                    TestRegion.point(0, 0),
                    "kind",
                    "spring",
                    "working",
                    "yes",
                    "elevation_m",
                    1000);

    @Test
    void aPipedConnectionOnRecordServes() {
        assertJudged("h", Verdict.SERVED, "piped_on_record", 5000, 1000, "water_connection", "piped");
    }

    @Test
    void aHoseIsBorderlineBecauseFloodsAreNotChecked() {
        assertJudged("h", Verdict.BORDERLINE, "hose_on_record", 100, 1000, "water_connection", "hose");
    }

    @Test
    void aFailingRecordOutweighsThePipe() {
        assertJudged(
                "h", Verdict.UNSERVED, "quality_fails", 1, 1000, "water_connection", "piped", "water_quality", "fails");
        assertJudged(
                "h", Verdict.UNSERVED, "cut_too_often", 1, 1000, "water_connection", "piped", "water_days_cut", 37);
        assertJudged(
                "h", Verdict.SERVED, "piped_on_record", 1, 1000, "water_connection", "piped", "water_days_cut", 36);
    }

    @Test
    void bothDistancesMustHold() {
        assertJudged("h", Verdict.SERVED, "source_within_limits", 700, 1080);
        assertJudged("h", Verdict.UNSERVED, "source_beyond_limits", 900, 1100);
    }

    @Test
    void whereOnlyTheLiteralOrHoldsItIsBorderline() {
        // 300 m away and 250 m up: the absurd case.
        assertJudged("h", Verdict.BORDERLINE, "only_literal_or_holds", 300, 1250);
    }

    @Test
    void thePositionErrorCanFlip() {
        // 800 m limit, 790 m +- 15 m.
        assertJudged("h", Verdict.BORDERLINE, "error_can_flip", 790, 1000);
    }

    @Test
    void withoutAHeightTheRuleCannotBeJudged() {
        ResultTable table = run(region.household("h", 100, 0));
        assertThat(table.codesOf("reason").code(0)).isEqualTo("height_unknown");
        assertThat(table.verdict("verdict", 0)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aSourceWhoseStateIsNotOnRecordDoesNotServe() {
        TestRegion unsure = new TestRegion()
                .add(LayerKind.WATER_FACILITY, "s", TestRegion.point(0, 0), "kind", "spring", "elevation_m", 1000)
                .household("h", 100, 0, "elevation_m", 1000);
        assertThat(run(unsure).codesOf("reason").code(0)).isEqualTo("source_state_unknown");
    }

    @Test
    void aBrokenSourceIsNotOne() {
        TestRegion broken = new TestRegion()
                .add(LayerKind.WATER_FACILITY, "s", TestRegion.point(0, 0), "kind", "spring", "working", "no")
                .household("h", 100, 0, "elevation_m", 1000);
        assertThat(run(broken).codesOf("reason").code(0)).isEqualTo("no_sources_on_record");
    }

    @Test
    void aSourceInReachIsTakenBeforeANearerOneThatIsTooHigh() {
        region.add(
                LayerKind.WATER_FACILITY,
                "cliff",
                TestRegion.point(590, 0),
                "kind",
                "spring",
                "working",
                "yes",
                "elevation_m",
                1300);
        ResultTable table = run(region.household("h", 600, 0, "elevation_m", 1000));
        assertThat(table.text("source_code").get(0)).isEqualTo("spring");
        assertThat(table.verdict("verdict", 0)).isEqualTo(Verdict.SERVED);
        assertThat(table.numbers("horizontal_m").get(0)).isCloseTo(600, within(1e-9));
    }

    @Test
    void theReadingIsASetting() {
        FetchRule literal = new FetchRule(800, 80, "literal_or");
        assertThat(literal.judge(300, 250, 15, 0)).isEqualTo(FetchRule.Outcome.BOTH_HOLD);
        FetchRule both = new FetchRule(800, 80, "both_distances");
        assertThat(both.judge(300, 250, 15, 0)).isEqualTo(FetchRule.Outcome.ONE_HOLDS);
        assertThat(both.judge(300, -75, 15, 14.1)).as("height error").isEqualTo(FetchRule.Outcome.ERROR_CAN_FLIP);
    }

    private void assertJudged(
            String code, Verdict verdict, String reason, double x, double height, Object... attributes) {
        Object[] all = java.util.Arrays.copyOf(attributes, attributes.length + 2);
        all[attributes.length] = "elevation_m";
        all[attributes.length + 1] = height;
        TestRegion one = new TestRegion()
                .add(
                        LayerKind.WATER_FACILITY,
                        "spring",
                        TestRegion.point(0, 0),
                        "kind",
                        "spring",
                        "working",
                        "yes",
                        "elevation_m",
                        1000)
                .household(code, x, 0, all);
        ResultTable table = run(one);
        assertThat(table.codesOf("reason").code(0)).isEqualTo(reason);
        assertThat(table.verdict("verdict", 0)).isEqualTo(verdict);
    }

    private static ResultTable run(TestRegion region) {
        return new WaterAccess()
                .run(Assessment.of(region.build(), TestReference.reference(Map.of())))
                .table("household");
    }
}
