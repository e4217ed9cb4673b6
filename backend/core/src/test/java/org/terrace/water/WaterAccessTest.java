package org.terrace.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
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
        assertJudged("h", Verdict.SERVED, "piped_rest_not_known", 5000, 1000, "water_connection", "piped");
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
                "h",
                Verdict.SERVED,
                "piped_rest_not_known",
                1,
                1000,
                "water_connection",
                "piped",
                "water_days_cut",
                36);
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
        FetchRule literal = new FetchRule(800, 80, 1600, "literal_or");
        assertThat(literal.judge(300, 250, 15, 0, true)).isEqualTo(FetchRule.Outcome.BOTH_HOLD);
        FetchRule both = new FetchRule(800, 80, 1600, "both_distances");
        assertThat(both.judge(300, 250, 15, 0, true)).isEqualTo(FetchRule.Outcome.ONE_HOLDS);
        assertThat(both.judge(300, -75, 15, 14.1, true)).as("height error").isEqualTo(FetchRule.Outcome.ERROR_CAN_FLIP);
    }

    @Test
    void theHeightAloneCountsOnlyWithinReach() {
        FetchRule rule = new FetchRule(800, 80, 1600, "both_distances");
        assertThat(rule.judge(1500, 0, 15, 0, true)).isEqualTo(FetchRule.Outcome.ONE_HOLDS);
        assertThat(rule.judge(1700, 0, 15, 0, true))
                .as("an hour away at the same height")
                .isEqualTo(FetchRule.Outcome.NEITHER_HOLDS);
        assertThat(rule.judge(300, 0, 15, 0, false))
                .as("of a source that may be dry nothing good is known")
                .isEqualTo(FetchRule.Outcome.STATE_UNKNOWN);
    }

    @Test
    void oneMoreSourceWorsensNobody() {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        List<Verdict> worstFirst = List.of(Verdict.UNSERVED, Verdict.UNKNOWN, Verdict.BORDERLINE, Verdict.SERVED);
        for (int round = 0; round < 50; round++) {
            TestRegion few = new TestRegion();
            TestRegion more = new TestRegion();
            int sources = 1 + random.nextInt(6);
            for (int k = 0; k <= sources; k++) {
                double level = 900.0 + random.nextInt(300);
                Object[] values = random.nextInt(3) == 0
                        ? new Object[] {"kind", "spring", "elevation_m", level}
                        : new Object[] {"kind", "spring", "working", "yes", "elevation_m", level};
                Geometry at = TestRegion.point(random.nextInt(4000), random.nextInt(4000));
                more.add(LayerKind.WATER_FACILITY, "s" + k, at, values);
                if (k < sources) {
                    few.add(LayerKind.WATER_FACILITY, "s" + k, at, values);
                }
            }
            for (int h = 0; h < 20; h++) {
                double x = random.nextInt(4000);
                double y = random.nextInt(4000);
                double height = 900 + random.nextInt(300);
                few.household("h" + h, x, y, "elevation_m", height);
                more.household("h" + h, x, y, "elevation_m", height);
            }
            ResultTable before = run(few);
            ResultTable after = run(more);
            for (int h = 0; h < 20; h++) {
                assertThat(worstFirst.indexOf(after.verdict("verdict", h)))
                        .as("seed %d, round %d, household %d", seed, round, h)
                        .isGreaterThanOrEqualTo(worstFirst.indexOf(before.verdict("verdict", h)));
            }
        }
    }

    @Test
    void aQuantityBetweenTheZonesIsBorderlineUntilTheZoneIsConfirmed() {
        // 20 L in a short area, 35 L in a rich one; the zone of the test's profile is confirmed: rich.
        assertJudged(
                "h",
                Verdict.UNSERVED,
                "too_few_litres",
                1,
                1000,
                "water_connection",
                "piped",
                "water_litres_per_person_day",
                31);
        QuantityRule open = new QuantityRule(35, 20, "rich", false, Map.of("dry", "short"));
        assertThat(open.judge(31, "any")).isEqualTo(QuantityRule.Outcome.DEPENDS_ON_ZONE);
        assertThat(open.judge(31, "dry")).isEqualTo(QuantityRule.Outcome.ENOUGH);
        assertThat(open.judge(19, "any")).isEqualTo(QuantityRule.Outcome.TOO_LITTLE);
        QuantityRule confirmed = new QuantityRule(35, 20, "rich", true, Map.of("dry", "short"));
        assertThat(confirmed.judge(31, "wet")).isEqualTo(QuantityRule.Outcome.TOO_LITTLE);
        assertThat(confirmed.judge(31, "dry")).isEqualTo(QuantityRule.Outcome.ENOUGH);
        assertThat(confirmed.judge(35, "wet")).as("the limit itself").isEqualTo(QuantityRule.Outcome.ENOUGH);
    }

    @Test
    void whereNothingCanBeMeasuredTheRecordsOwnWordIsBorderlineAtBest() {
        TestRegion noSources = new TestRegion()
                .household("no", 0, 0, "declared_safe_water", "no")
                .household("yes", 0, 0, "declared_safe_water", "yes");
        ResultTable table = run(noSources);
        assertThat(table.verdict("verdict", table.rowOf("no"))).isEqualTo(Verdict.UNSERVED);
        assertThat(table.verdict("verdict", table.rowOf("yes"))).isEqualTo(Verdict.BORDERLINE);
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
