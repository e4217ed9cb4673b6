package org.terrace.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.terrace.TestReference;
import org.terrace.TestRegion;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.Verdict;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;
import org.terrace.region.LayerKind;
import org.terrace.water.scheme.WaterPipes;

/**
 * One working spring at the origin, 1,000 m high (surveyed); households with surveyed heights, so that no height error blurs. Unless a
 * test says otherwise the quality passes, no day is cut, and 60 L are used per person and day.
 */
class WaterAccessTest {

    @Test
    void safeOnlyIfAllFourAtLeastBasicallyMeet() {
        assertJudged(Verdict.SERVED, "four_indicators_met", 5000, 1000, "water_connection", "piped");
        assertJudged(Verdict.UNSERVED, "quality_fails", 1, 1000, "water_quality", "fails");
        assertJudged(Verdict.UNSERVED, "cut_too_often", 1, 1000, "water_days_cut", 37);
        assertJudged(Verdict.SERVED, "four_indicators_met", 1, 1000, "water_days_cut", 36);
        // Rich: 35 L.
        assertJudged(Verdict.UNSERVED, "too_few_litres", 1, 1000, "water_litres_per_person_day", 34.9);
        assertJudged(Verdict.SERVED, "four_indicators_met", 1, 1000, "water_litres_per_person_day", 35);
    }

    @Test
    void whatIsNotOnRecordIsUnknownUnlessTheRecordDeclaresTheWhole() {
        Object[] bare = {"elevation_m", 1000, "water_connection", "piped", "water_days_cut", 0};
        assertThat(reason(run(spring().household("h", 1, 0, bare)))).isEqualTo("quality_not_known");
        assertThat(reason(run(spring().household("h", 1, 0, with(bare, "declared_safe_water", "yes")))))
                .isEqualTo("declared_safe");
        ResultTable no = run(spring().household("h", 1, 0, with(bare, "declared_safe_water", "no")));
        assertThat(reason(no)).isEqualTo("declared_unsafe");
        assertThat(no.verdict("verdict", 0)).isEqualTo(Verdict.UNSERVED);
    }

    @Test
    void measuredAndDeclaredThatDisagreeAreBorderline() {
        assertJudged(Verdict.BORDERLINE, "four_met_declared_unsafe", 1, 1000, "declared_safe_water", "no");
    }

    @Test
    void aHoseIsBorderlineBecauseFloodsAreNotChecked() {
        assertJudged(Verdict.BORDERLINE, "hose_on_record", 5000, 1000, "water_connection", "hose");
    }

    @Test
    void bothDistancesMustHoldWhereTheGroundIsNotKnown() {
        assertJudged(Verdict.SERVED, "four_indicators_met", 700, 1080);
        assertJudged(Verdict.UNSERVED, "source_beyond_limits", 900, 1100);
        ResultTable near = run(spring().household("h", 380, 0, all(1040)));
        assertThat(near.codesOf("convenience").code(0)).as("400 m and 40 m").isEqualTo("meets");
        ResultTable lower = run(spring().household("h", 390, 0, all(1041)));
        assertThat(lower.codesOf("convenience").code(0)).isEqualTo("basically_meets");
    }

    @Test
    void whereOnlyTheLiteralOrHoldsItIsBorderlineAndBothAreTold() {
        // 300 m away and 250 m up: the absurd case.
        ResultTable table = assertJudged(Verdict.BORDERLINE, "only_literal_or_holds", 300, 1250);
        assertThat(table.codesOf("convenience").code(0)).isEqualTo("fails");
        assertThat(table.codesOf("convenience_literal").code(0)).isEqualTo("meets");
    }

    @Test
    void thePositionErrorCanFlip() {
        // 800 m limit, 790 m +- 15 m.
        assertJudged(Verdict.BORDERLINE, "error_can_flip", 790, 1000);
    }

    /** The river may run on either side of a house whose place is known to 60 m: nothing is plain, wherever it is drawn. */
    @Test
    void aRiverWithinThePositionErrorLeavesTheWayOpenOnBothSides() {
        for (double x : new double[] {80, 120}) {
            TestRegion county = spring().elevation(slope(0))
                    .add(LayerKind.WATERCOURSE, "r", TestRegion.wkt("LINESTRING (100 -400, 100 400)"), "kind", "river")
                    .household("h", x, 0, all(1000, "position_error_m", 60));
            ResultTable table = run(county);
            assertThat(table.verdict("verdict", 0)).as("house at %s m", x).isEqualTo(Verdict.BORDERLINE);
            assertThat(reason(table)).as("house at %s m", x).isEqualTo("error_can_flip");
        }
    }

    @Test
    void onTheTerrainMinutesDecideAndNotDistances() {
        // Flat ground of 30 m cells, a household at 480 m (16 cells): 5.8 min there, 8.9 min back with the load.
        ResultTable flat = run(spring().elevation(slope(0)).household("h", 480, 0, all(1000)));
        assertThat(flat.numbers("round_trip_min").get(0)).isCloseTo((1 + 1 / 0.65) * 480 * 0.72 / 60, within(1e-4));
        assertThat(flat.codesOf("convenience").code(0)).isEqualTo("basically_meets");
        assertThat(flat.codesOf("convenience_literal").code(0))
                .as("no height between")
                .isEqualTo("meets");
        // The spring 120 m below over 480 m: down 480 * 0.72 - 120 * 1.9998 or so, up with the load (480 * 0.72 + 120 *
        // 6) / 0.65.
        ResultTable steep = run(spring().elevation(slope(120.0 / 480)).household("h", 480, 0, all(1120)));
        assertThat(steep.numbers("round_trip_min").get(0)).isBetween(24.0, 40.0);
        assertThat(reason(steep)).isEqualTo("only_literal_or_holds");
        ResultTable far = run(spring().elevation(slope(0)).household("h", 2400, 0, all(1200)));
        assertThat(reason(far)).isEqualTo("source_too_far");
        assertThat(far.numbers("round_trip_min").isAbsent(0))
                .as("beyond what is looked for")
                .isTrue();
    }

    @Test
    void withoutAHeightTheRuleCannotBeJudged() {
        ResultTable table = run(spring().household("h", 100, 0, "water_connection", "carried"));
        assertThat(reason(table)).isEqualTo("height_unknown");
        assertThat(table.verdict("verdict", 0)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aSourceWhoseStateIsNotOnRecordDoesNotServe() {
        TestRegion unsure = new TestRegion()
                .add(LayerKind.WATER_FACILITY, "s", TestRegion.point(0, 0), "kind", "spring", "elevation_m", 1000)
                .household("h", 100, 0, all(1000));
        assertThat(reason(run(unsure))).isEqualTo("source_state_unknown");
    }

    @Test
    void aBrokenSourceIsNotOne() {
        TestRegion broken = new TestRegion()
                .add(LayerKind.WATER_FACILITY, "s", TestRegion.point(0, 0), "kind", "spring", "working", "no")
                .household("h", 100, 0, all(1000));
        assertThat(reason(run(broken))).isEqualTo("no_sources_on_record");
    }

    @Test
    void whoHasNoRecordAtAllAndNoSourceNearIsUnknown() {
        ResultTable table = run(spring().household("h", 3000, 0, "elevation_m", 1500));
        assertThat(reason(table)).isEqualTo("connection_not_known");
        assertThat(reason(run(spring().household("h", 3000, 0, all(1500))))).isEqualTo("source_beyond_limits");
    }

    @Test
    void aSourceInReachIsTakenBeforeANearerOneThatIsTooHigh() {
        TestRegion region = spring().add(
                        LayerKind.WATER_FACILITY,
                        "cliff",
                        TestRegion.point(590, 0),
                        "kind",
                        "spring",
                        "working",
                        "yes",
                        "elevation_m",
                        1300);
        ResultTable table = run(region.household("h", 600, 0, all(1000)));
        assertThat(table.text("source_code").get(0)).isEqualTo("spring");
        assertThat(table.verdict("verdict", 0)).isEqualTo(Verdict.SERVED);
        assertThat(table.numbers("horizontal_m").get(0)).isCloseTo(600, within(1e-9));
    }

    @Test
    void theDrySeasonYieldIsSharedByAllWhoDependOnIt() {
        // 0.5 m3 a day, 12 % lost, for 5 + 10 people: 29.8 L, too little where water is rich; the 60 L of the record
        // are
        // of another season.
        TestRegion region = new TestRegion()
                .add(
                        LayerKind.WATER_FACILITY,
                        "intake",
                        TestRegion.point(0, 500),
                        "kind",
                        "intake",
                        "working",
                        "yes",
                        "dry_season_yield_m3_per_day",
                        0.5)
                .add(LayerKind.WATER_FACILITY, "tank", TestRegion.point(0, 0), "kind", "tank", "working", "yes")
                .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 500, 0 0)"), "from_code", "intake")
                .household("a", 10, 0, all(1000, "people_resident", 5, "water_source_code", "tank"))
                .household(
                        "b",
                        20,
                        0,
                        all(1000, "people_registered", 10, "water_source_code", "intake", "water_connection", "piped"));
        ResultTable table = run(region);
        assertThat(table.numbers("litres_dry_season").get(0)).isCloseTo(500.0 / 1.12 / 15, within(1e-9));
        assertThat(table.codesOf("reason").code(1)).isEqualTo("dry_season_too_little");
    }

    @Test
    void anUnmeasuredSpringIsNeverEnoughAndTakesNothingAway() {
        TestRegion region = spring().household("a", 10, 0, all(1000, "water_source_code", "spring"));
        ResultTable table = run(region);
        assertThat(table.numbers("litres_dry_season").isAbsent(0)).isTrue();
        assertThat(table.codesOf("quantity").code(0)).as("60 L on record").isEqualTo("meets");
    }

    @Test
    void aTapThatNoWaterReachesIsNotSafeWhateverTheRecordSays() {
        // The tank stands 10 m below the house (both surveyed).
        TestRegion region = works("tank", "tank", 0, 990, Double.NaN)
                .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 100 0)"), "diameter_mm", 32)
                .household("h", 100, 0, all(1000, "water_connection", "piped"));
        ResultTable table = run(region);
        assertThat(reason(table)).isEqualTo("no_pressure_at_tap");
        assertThat(table.verdict("verdict", 0)).isEqualTo(Verdict.BORDERLINE);
        assertThat(table.codesOf("convenience").code(0))
                .as("a pipe without water spares nobody the way")
                .isEqualTo("unknown");
        assertThat(table.codesOf("jmp").code(0)).isEqualTo("unknown");
    }

    /** A hump of 30 m stands between tank and house, which lies 20 m below the tank. */
    @Test
    void aTapBehindARidgeThatNoWaterPassesIsLikeOneWithoutPressure() {
        GridFrame frame = new GridFrame(-105, 105, 30, 30, 40, 7);
        float[] heights = new float[frame.cells()];
        for (int i = 0; i < heights.length; i++) {
            double x = frame.centreX(i % frame.columns());
            heights[i] = (float) (1020 - x / 45 + (Math.abs(x - 300) < 20 ? 37 : 0));
        }
        Object[] piped = all(1000, "water_connection", "piped");
        ResultTable met = run(ridge(heights, frame).household("h", 900, 0, piped));
        assertThat(reason(met)).isEqualTo("no_pressure_at_tap");
        assertThat(met.codesOf("convenience").code(0)).isEqualTo("unknown");
        assertThat(met.codesOf("missing").code(0)).isEqualTo("convenience");
        ResultTable declared = run(ridge(heights, frame)
                .household("h", 900, 0, without(with(piped, "declared_safe_water", "yes"), "water_quality")));
        assertThat(reason(declared)).isEqualTo("declared_safe");
        ResultTable nothing = run(ridge(heights, frame).household("h", 900, 0, without(piped, "water_quality")));
        assertThat(reason(nothing)).isEqualTo("quality_not_known");
    }

    private static TestRegion ridge(float[] heights, GridFrame frame) {
        return works("tank", "tank", 0, 1020, Double.NaN)
                .elevation(new ElevationGrid(frame, heights))
                .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 900 0)"), "diameter_mm", 32);
    }

    private static Object[] without(Object[] some, String attribute) {
        int at = Arrays.asList(some).indexOf(attribute);
        return IntStream.range(0, some.length)
                .filter(i -> i != at && i != at + 1)
                .mapToObj(i -> some[i])
                .toArray();
    }

    @Test
    void whatIsMissingIsNamed() {
        Object[] safe = all(1000, "declared_safe_water", "yes");
        assertThat(missing(safe)).isEqualTo("nothing");
        assertThat(missing(without(safe, "water_quality"))).isEqualTo("quality");
        assertThat(missing(without(safe, "water_litres_per_person_day"))).isEqualTo("quantity");
        assertThat(missing(without(safe, "water_days_cut"))).isEqualTo("guarantee");
        assertThat(missing(without(without(safe, "water_days_cut"), "water_quality")))
                .isEqualTo("several");
    }

    private static String missing(Object[] household) {
        return run(spring().household("h", 60, 0, household)).codesOf("missing").code(0);
    }

    @Test
    void theNearestSourceIsNoRecord() {
        AnalysisResult result = analyse(spring().household("named", 60, 0, all(1000, "water_source_code", "spring"))
                .household("near", 60, 0, all(1000)));
        ResultTable table = result.table("household");
        assertThat(table.codesOf("source_basis").code(0)).isEqualTo("on_record");
        assertThat(table.text("supply_code").get(0)).isEqualTo("spring");
        assertThat(table.codesOf("source_basis").code(1)).isEqualTo("nearest");
        assertThat(table.text("source_code").get(1)).isEqualTo("spring");
        assertThat(table.text("supply_code").get(1)).isEmpty();
        assertThat(result.link("household_source").from()).containsExactly("named");
        assertThat(result.link("household_nearest").from()).containsExactly("near");
    }

    @Test
    void aHouseThatNamesNoWorksHasThoseOfItsPipe() {
        ResultTable table = run(works("spring", "spring", 0, 1100, 1)
                .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 100 0)"), "diameter_mm", 50)
                .household("h", 100, 0, all(1000, "water_connection", "piped")));
        assertThat(table.text("source_code").get(0)).isEqualTo("spring");
        assertThat(table.codesOf("source_basis").code(0)).isEqualTo("by_pipes");
        assertThat(table.text("supply_code").get(0)).isEqualTo("spring");
    }

    @Test
    void qualityIsToldWithWhoseRecordItIs() {
        TestRegion region = new TestRegion()
                .add(
                        LayerKind.WATER_FACILITY,
                        "intake",
                        TestRegion.point(0, 500),
                        "kind",
                        "intake",
                        "working",
                        "yes",
                        "quality",
                        "passes")
                .add(LayerKind.WATER_FACILITY, "tank", TestRegion.point(0, 0), "kind", "tank", "working", "yes")
                .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 500, 0 0)"), "from_code", "intake")
                .household("own", 10, 0, all(1000, "water_source_code", "tank"))
                .household("works", 10, 0, without(all(1000, "water_source_code", "tank"), "water_quality"))
                .household("none", 10, 0, without(all(1000), "water_quality"));
        ResultTable table = run(region);
        assertQuality(table, "own", "meets", "household", "");
        assertQuality(table, "works", "meets", "works", "intake");
        assertQuality(table, "none", "unknown", "not_on_record", "");
    }

    private static void assertQuality(ResultTable table, String household, String quality, String basis, String code) {
        int row = table.rowOf(household);
        assertThat(table.codesOf("quality").code(row)).as(household).isEqualTo(quality);
        assertThat(table.codesOf("quality_basis").code(row)).as(household).isEqualTo(basis);
        assertThat(table.text("quality_code").get(row)).as(household).isEqualTo(code);
    }

    @Test
    void aHouseThatNamesNoSourceDrawsFromTheSupplyOfItsPipe() {
        // 1 m3 for 10 people who name the spring and 20 who do not: 1000 / 1.12 / 30 = 29.8 L.
        TestRegion region = works("spring", "spring", 0, 1100, 1)
                .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 100 0)"), "diameter_mm", 50)
                .household(
                        "a",
                        50,
                        0,
                        all(1000, "water_connection", "piped", "water_source_code", "spring", "people_resident", 10))
                .household("b", 100, 0, all(1000, "water_connection", "piped", "people_resident", 20));
        ResultTable table = run(region);
        assertThat(table.numbers("litres_dry_season").get(0)).isCloseTo(1000 / 1.12 / 30, within(1e-9));
        assertThat(table.numbers("litres_dry_season").get(1)).isCloseTo(1000 / 1.12 / 30, within(1e-9));
    }

    @Test
    void aBranchThatIsTeedOffTheMainBelongsToItsSupply() {
        TestRegion region = works("spring", "spring", 0, 1100, 10)
                .add(LayerKind.WATER_FACILITY, "a", TestRegion.point(400, 0), "kind", "tank", "working", "yes")
                .add(LayerKind.WATER_FACILITY, "b", TestRegion.point(200, 300), "kind", "tank", "working", "yes")
                .add(LayerKind.PIPE, "main", TestRegion.wkt("LINESTRING (0 0, 400 0)"))
                .add(LayerKind.PIPE, "branch", TestRegion.wkt("LINESTRING (200 0, 200 300)"))
                .household("h", 410, 0, all(1000, "water_source_code", "a", "people_resident", 100))
                .household("k", 210, 300, all(1000, "water_source_code", "b", "people_resident", 500));
        assertThat(run(region).numbers("litres_dry_season").get(0)).isCloseTo(10_000.0 / 1.12 / 600, within(1e-9));
    }

    @Test
    void aSpringThatIsPipedIntoAMeasuredIntakeIsCountedOnce() {
        TestRegion region = works("spring", "spring", 0, 1100, 1.5)
                .add(
                        LayerKind.WATER_FACILITY,
                        "intake",
                        TestRegion.point(200, 0),
                        "kind",
                        "intake",
                        "working",
                        "yes",
                        "dry_season_yield_m3_per_day",
                        1.5)
                .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 200 0)"))
                .household("h", 210, 0, all(1000, "water_source_code", "intake", "people_resident", 50));
        assertThat(run(region).numbers("litres_dry_season").get(0)).isCloseTo(30 / 1.12, within(1e-9));
    }

    @Test
    void aSourceOnRecordThatFailsIsNotForgottenForABetterOneNearby() {
        TestRegion region = spring().add(
                        LayerKind.WATER_FACILITY,
                        "bad",
                        TestRegion.point(300, 0),
                        "kind",
                        "spring",
                        "working",
                        "yes",
                        "elevation_m",
                        1000,
                        "quality",
                        "fails")
                .household("h", 200, 0, all(1000, "water_source_code", "bad"));
        assertThat(reason(run(region))).isEqualTo("quality_fails");
    }

    private static TestRegion works(String code, String kind, double x, double height, double yieldM3) {
        Object[] works = {"kind", kind, "working", "yes", "elevation_m", height};
        return new TestRegion()
                .add(
                        LayerKind.WATER_FACILITY,
                        code,
                        TestRegion.point(x, 0),
                        Double.isNaN(yieldM3) ? works : with(works, "dry_season_yield_m3_per_day", yieldM3));
    }

    @Test
    void theReadingIsASetting() {
        FetchRule.Trip absurd = new FetchRule.Trip(true, 45, 44, 46, 300, 250, 15, 0);
        assertThat(rule(true).judge(absurd).read()).isEqualTo(Indicator.MEETS);
        assertThat(rule(false).judge(absurd).read()).isEqualTo(Indicator.FAILS);
        FetchRule.Trip blurred = new FetchRule.Trip(false, Double.NaN, Double.NaN, Double.NaN, 300, -75, 15, 14.1);
        assertThat(rule(false).judge(blurred).errorDecides()).as("height error").isTrue();
    }

    @Test
    void theHeightAloneCountsOnlyWithinReach() {
        assertThat(rule(false).judge(flat(1500)).literal()).isEqualTo(Indicator.MEETS);
        assertThat(rule(false).judge(flat(1700)).literal())
                .as("an hour away at the same height")
                .isEqualTo(Indicator.FAILS);
    }

    private static FetchRule rule(boolean literal) {
        return new FetchRule(new FetchRule.Limits(10, 400, 40), new FetchRule.Limits(20, 800, 80), 1600, literal);
    }

    private static FetchRule.Trip flat(double horizontalM) {
        return new FetchRule.Trip(false, Double.NaN, Double.NaN, Double.NaN, horizontalM, 0, 15, 0);
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
                few.household("h" + h, x, y, all(height));
                more.household("h" + h, x, y, all(height));
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
    void bothZonesAreToldUntilTheZoneIsConfirmed() {
        QuantityRule.Limits rich = new QuantityRule.Limits(60, 35);
        QuantityRule.Limits scarce = new QuantityRule.Limits(40, 20);
        Map<String, QuantityRule.Zone> dry = Map.of("dry", QuantityRule.Zone.SHORT);
        QuantityRule open = new QuantityRule(rich, scarce, QuantityRule.Zone.RICH, false, dry);
        assertThat(open.dependsOnZone(31, "any")).isTrue();
        assertThat(open.dependsOnZone(31, "dry")).isFalse();
        assertThat(open.judge(31, "dry")).isEqualTo(Indicator.BASICALLY_MEETS);
        assertThat(open.dependsOnZone(19, "any")).isFalse();
        QuantityRule confirmed = new QuantityRule(rich, scarce, QuantityRule.Zone.RICH, true, dry);
        assertThat(confirmed.dependsOnZone(31, "wet")).isFalse();
        assertThat(confirmed.judge(31, "wet")).isEqualTo(Indicator.FAILS);
        assertThat(confirmed.judge(35, "wet")).as("the limit itself").isEqualTo(Indicator.BASICALLY_MEETS);
        ResultTable table = run(spring().household("h", 1, 0, all(1000, "water_litres_per_person_day", 31)));
        assertThat(table.codesOf("quantity_if_rich").code(0)).isEqualTo("fails");
        assertThat(table.codesOf("quantity_if_short").code(0)).isEqualTo("basically_meets");
    }

    @Test
    void theLadderOfOtherCountriesStandsBeside() {
        assertThat(jmp("piped", "yes")).isEqualTo("safely_managed");
        assertThat(jmp("carried", "yes")).isEqualTo("basic");
        assertThat(jmp("carried", "no")).isEqualTo("unimproved");
        assertThat(jmp("carried", ""))
                .as("whether the spring is protected is not guessed")
                .isEqualTo("unknown");
    }

    /** On premises, never cut and of good quality, all of them; but for one thing. */
    @Test
    void whatIsNotAvailableWhenNeededIsNotSafelyManaged() {
        assertThat(jmpPiped()).isEqualTo("safely_managed");
        assertThat(jmpPiped("water_litres_per_person_day", 10))
                .as("too few litres")
                .isEqualTo("basic");
        assertThat(jmpPiped("water_days_cut", 60)).as("cut too often").isEqualTo("basic");
        assertThat(jmpPiped("declared_safe_water", "no")).as("declared unsafe").isEqualTo("basic");
        TestRegion broken = new TestRegion()
                .add(
                        LayerKind.WATER_FACILITY,
                        "s",
                        TestRegion.point(0, 0),
                        "kind",
                        "spring",
                        "working",
                        "no",
                        "elevation_m",
                        1100,
                        "source_protected",
                        "yes")
                .household("h", 60, 0, all(1000, "water_connection", "piped", "water_source_code", "s"));
        assertThat(run(broken).codesOf("jmp").code(0))
                .as("where they drink now is not known")
                .isEqualTo("unknown");
    }

    private static String jmpPiped(Object... attributes) {
        Object[] piped = {"water_connection", "piped"};
        return run(spring().household("h", 60, 0, all(1000, with(piped, attributes))))
                .codesOf("jmp")
                .code(0);
    }

    private static String jmp(String connection, String springProtected) {
        Object[] spring = {"kind", "spring", "working", "yes", "elevation_m", 1000};
        TestRegion region = new TestRegion()
                .add(
                        LayerKind.WATER_FACILITY,
                        "s",
                        TestRegion.point(0, 0),
                        springProtected.isEmpty() ? spring : with(spring, "source_protected", springProtected))
                .elevation(slope(0))
                .household("h", 60, 0, all(1000, "water_connection", connection));
        return run(region).codesOf("jmp").code(0);
    }

    private static TestRegion spring() {
        return new TestRegion()
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
    }

    /** Ground that rises eastwards; a cell's centre lies at the origin. */
    private static ElevationGrid slope(double rise) {
        GridFrame frame = new GridFrame(-315, 315, 30, 30, 100, 21);
        float[] heights = new float[frame.cells()];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = (float) (1000 + rise * frame.centreX(i % frame.columns()));
        }
        return new ElevationGrid(frame, heights);
    }

    /** A household whose other three indicators are met, and who carries its water. */
    private static Object[] all(double height, Object... attributes) {
        Object[] met = {
            "elevation_m",
            height,
            "water_quality",
            "passes",
            "water_days_cut",
            0,
            "water_litres_per_person_day",
            60,
            "water_connection",
            "carried"
        };
        List<Object> given = Arrays.asList(attributes);
        Object[] kept = new Object[0];
        for (int i = 0; i < met.length; i += 2) {
            if (!given.contains(met[i])) {
                kept = with(kept, met[i], met[i + 1]);
            }
        }
        return with(kept, attributes);
    }

    private static Object[] with(Object[] some, Object... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray();
    }

    private static ResultTable assertJudged(
            Verdict verdict, String reason, double x, double height, Object... attributes) {
        ResultTable table = run(spring().household("h", x, 0, all(height, attributes)));
        assertThat(reason(table)).isEqualTo(reason);
        assertThat(table.verdict("verdict", 0)).isEqualTo(verdict);
        return table;
    }

    private static String reason(ResultTable table) {
        return table.codesOf("reason").code(0);
    }

    private static ResultTable run(TestRegion region) {
        return analyse(region).table("household");
    }

    private static AnalysisResult analyse(TestRegion region) {
        Assessment plain = Assessment.of(region.build(), TestReference.reference(Map.of()));
        return new WaterAccess().run(plain.withInputs(Map.of(WaterPipes.ID, new WaterPipes().run(plain))));
    }
}
