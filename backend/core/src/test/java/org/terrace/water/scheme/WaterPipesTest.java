package org.terrace.water.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.terrace.TestReference;
import org.terrace.TestRegion;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.ResultTable;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;
import org.terrace.region.LayerKind;

/** A tank at the origin, 1,030 m high (surveyed), and houses along one pipe that runs east. Diameters on record are bores, C = 140. */
class WaterPipesTest {
    /** 70 L a day, 12 % lost, three times the mean at the peak, in m3/s. */
    private static final double PEAK = 70 * 1.12 * 3 / 1000 / 86_400;

    @Test
    void headLeftAtTheTapIsTheLevelLessFrictionLessTheGround() {
        // 500 m and 30 m down: 500.9 m of pipe; 37 people draw 0.1007 L/s.
        double q = 37 * PEAK;
        double length = Math.hypot(500, 30);
        double friction = 10.6668 * length * Math.pow(q, 1.852) / (Math.pow(140, 1.852) * Math.pow(0.016, 4.871));
        // The service pipe, 20 mm, half a metre long at least, has a share of its own.
        double service = 10.6668 * 0.5 * Math.pow(q, 1.852) / (Math.pow(140, 1.852) * Math.pow(0.020, 4.871));
        ResultTable taps = run(tank().add(
                                LayerKind.PIPE,
                                "p",
                                TestRegion.wkt("LINESTRING (0 0, 500 0)"),
                                "kind",
                                "branch",
                                "material",
                                "pe",
                                "diameter_mm",
                                16)
                        .elevation(flat(1000))
                        .household("h", 500, 0, tap(1000, 37)))
                .table("household");
        assertThat(taps.numbers("residual_head_m").get(0)).isCloseTo(30 - friction - service, within(1e-6));
        assertThat(friction).as("DOMAIN's 12.36 m for 500 m and 0.1 L/s").isCloseTo(12.55, within(0.05));
        assertThat(taps.numbers("static_head_m").get(0)).isEqualTo(30);
        assertThat(taps.codesOf("tap").code(0)).isEqualTo("good");
        assertThat(taps.text("level_code").get(0)).isEqualTo("tank");
    }

    @Test
    void aTapAboveTheTankHasNoPressure() {
        ResultTable taps = run(tank().add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 500 0)"), pipe(32))
                        .household("h", 500, 0, tap(1035, 4)))
                .table("household");
        assertThat(taps.codesOf("tap").code(0)).isEqualTo("too_low");
        assertThat(taps.numbers("residual_head_m").get(0)).isLessThan(-5);
    }

    @Test
    void twoStoreysNeedTwelveMetresAndFortyIsTheMostThatStands() {
        AnalysisResult result =
                run(tank().add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 100 0, 200 0, 300 0)"), pipe(50))
                        .household("a", 100, 0, with(tap(1020, 4), "storeys", 2))
                        .household("b", 200, 0, with(tap(1020, 4), "storeys", 1))
                        .household("c", 300, 0, tap(989, 4)));
        ResultTable taps = result.table("household");
        assertThat(taps.codesOf("tap").code(0)).as("10 m for two storeys").isEqualTo("too_low");
        assertThat(taps.codesOf("tap").code(1)).as("10 m for one").isEqualTo("good");
        assertThat(taps.codesOf("tap").code(2)).as("41 m").isEqualTo("too_high");
        ResultTable findings = result.table("finding");
        assertThat(findings.codes()).contains("tap_too_low:a", "tap_too_high:c");
        assertThat(findings.numbers("limit").get(findings.rowOf("tap_too_low:a")))
                .isEqualTo(12);
    }

    @Test
    void aBreakPressureTankBeginsAnewAndTheClassIsHeldAgainstTheStaticHead() {
        TestRegion region = tank().add(
                        LayerKind.PIPE,
                        "upper",
                        TestRegion.wkt("LINESTRING (0 0, 300 0)"),
                        with(pipe(32), "pressure_class_mpa", 0.6))
                .add(
                        LayerKind.PIPE,
                        "lower",
                        TestRegion.wkt("LINESTRING (300 0, 600 0)"),
                        with(pipe(32), "pressure_class_mpa", 0.6))
                .elevation(flat(940))
                .household("h", 600, 0, tap(940, 4));
        AnalysisResult without = run(region);
        assertThat(without.table("pipe").codesOf("class_check").code(0))
                .as("90 m in 0.6 MPa")
                .isEqualTo("exceeded");
        assertThat(without.table("household").numbers("static_head_m").get(0)).isEqualTo(90);
        assertThat(without.table("pipe").numbers("needed_class_mpa").get(0)).isEqualTo(1.0);
        region.add(
                LayerKind.WATER_FACILITY,
                "bpt",
                TestRegion.point(300, 0),
                "kind",
                "break_pressure_tank",
                "elevation_m",
                975);
        AnalysisResult broken = run(region);
        assertThat(broken.table("household").numbers("static_head_m").get(0)).isEqualTo(35);
        assertThat(broken.table("household").text("level_code").get(0)).isEqualTo("bpt");
        assertThat(broken.table("pipe").codesOf("class_check").code(0)).isEqualTo("kept");
    }

    /** At the tap 30 m are left, at a knoll on the way 3: the colour is that of the knoll, and so is what its heading says. */
    @Test
    void theBandIsThatOfTheLeastHeadAlongThePipe() {
        GridFrame frame = new GridFrame(-105, 105, 30, 30, 40, 7);
        float[] heights = new float[frame.cells()];
        for (int i = 0; i < heights.length; i++) {
            double x = frame.centreX(i % frame.columns());
            heights[i] = Math.abs(x) < 20 ? 1030 : Math.abs(x - 300) < 20 ? 1027 : 1000;
        }
        AnalysisResult result = run(tank().elevation(new ElevationGrid(frame, heights))
                .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 900 0)"), pipe(100))
                .household("h", 900, 0, tap(1000, 4)));
        ResultTable pipes = result.table("pipe");
        assertThat(pipes.numbers("least_head_m").get(0)).isCloseTo(3, within(0.01));
        assertThat(pipes.numbers("end_head_m").get(0)).isCloseTo(30, within(0.01));
        assertThat(pipes.codesOf("head_band").code(0)).isEqualTo("up_to_5");
    }

    @Test
    void aLoopIsBalanced() {
        // Two ways of 200 m to one point: each carries half, so the head lost is that of half the flow over 200 m.
        double half = 20 * PEAK;
        double loss = 10.6668 * 200 * Math.pow(half, 1.852) / (Math.pow(140, 1.852) * Math.pow(0.02, 4.871));
        ResultTable taps = run(tank().add(
                                LayerKind.PIPE, "n", TestRegion.wkt("LINESTRING (0 0, 0 100, 100 100)"), pipe(20))
                        .add(LayerKind.PIPE, "s", TestRegion.wkt("LINESTRING (0 0, 100 0, 100 100)"), pipe(20))
                        .elevation(flat(1030))
                        .household("h", 100, 100, with(tap(1000, 40), "water_source_code", "tank")))
                .table("household");
        double service = 10.6668
                * Math.hypot(0.5, 30)
                * Math.pow(2 * half, 1.852)
                / (Math.pow(140, 1.852) * Math.pow(0.020, 4.871));
        assertThat(taps.numbers("residual_head_m").get(0)).isCloseTo(30 - loss - service, within(1e-6));
    }

    @Test
    void withinTheHeightErrorATapIsOpenAndTheTankIsSurveyedFirst() {
        TestRegion region = new TestRegion()
                .elevation(flat(1000))
                .add(LayerKind.WATER_FACILITY, "tank", TestRegion.point(0, 0), "kind", "tank", "working", "yes")
                .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 100 0, 200 0, 300 0, 400 0)"), pipe(50));
        for (int k = 1; k <= 4; k++) {
            region.household("h" + k, 100 * k, 0, tap(990, 4));
        }
        AnalysisResult result = run(region);
        assertThat(result.table("household").codesOf("tap").code(0)).isEqualTo("may_be_low");
        assertThat(result.table("household").numbers("head_error_m").get(0)).isEqualTo(10);
        ResultTable survey = result.table("survey");
        assertThat(survey.text("feature_code").get(survey.rowOf("tank:1"))).isEqualTo("tank");
        assertThat(survey.numbers("open_people").get(survey.rowOf("tank:1"))).isEqualTo(16);
    }

    @Test
    void whatLiesBehindAPipeOfUnknownSizeIsUnknown() {
        ResultTable taps = run(tank().add(LayerKind.PIPE, "a", TestRegion.wkt("LINESTRING (0 0, 100 0)"), pipe(32))
                        .add(LayerKind.PIPE, "b", TestRegion.wkt("LINESTRING (100 0, 200 0)"), "kind", "branch")
                        .household("near", 100, 0, tap(1010, 4))
                        .household("behind", 200, 0, tap(1010, 4)))
                .table("household");
        assertThat(taps.codesOf("tap").code(taps.rowOf("near"))).isEqualTo("good");
        assertThat(taps.codesOf("tap").code(taps.rowOf("behind"))).isEqualTo("unknown");
        assertThat(taps.numbers("static_head_m").get(taps.rowOf("behind")))
                .as("that much is known")
                .isEqualTo(20);
    }

    @Test
    void pipesThatCrossAreNotJoinedAndPipesThatNothingFeedsAreTold() {
        AnalysisResult result =
                run(tank().add(LayerKind.PIPE, "fed", TestRegion.wkt("LINESTRING (0 0, 200 0)"), pipe(32))
                        .add(LayerKind.PIPE, "dry", TestRegion.wkt("LINESTRING (100 -100, 100 100)"), pipe(32))
                        .household("h", 100, 100, tap(1000, 4)));
        assertThat(result.table("household").codesOf("tap").code(0)).isEqualTo("unknown");
        assertThat(result.table("finding").codes()).contains("no_level:dry");
    }

    @Test
    void aSummitGathersAirAndLetsNoWaterPassWhereItIsTooHigh() {
        // The head at the peak is just below the level.
        AnalysisResult result = run(tank().elevation(hump())
                .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 900 0)"), pipe(32))
                .household("h", 900, 0, tap(1000, 4)));
        ResultTable findings = result.table("finding");
        int air = findings.rowOf("air_lock:p");
        assertThat(findings.numbers("value").get(air)).isCloseTo(24, within(0.5));
        assertThat(findings.numbers("east_m").get(air)).isCloseTo(300.0, within(15.0));
        int dry = findings.rowOf("no_passage:p");
        assertThat(findings.codesOf("certainty").code(dry))
                .as("15 m above the level")
                .isEqualTo("sure");
        assertThat(result.table("pipe").codesOf("head_band").code(0)).isEqualTo("below_ground");
    }

    /** The same hump, with the pipe cut on its top: the air gathers there all the same, and once. */
    @Test
    void aSummitWhereOnePipeWasJoinedToTheNextIsToldOnce() {
        ResultTable findings = run(tank().elevation(hump())
                        .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 300 0)"), pipe(32))
                        .add(LayerKind.PIPE, "q", TestRegion.wkt("LINESTRING (300 0, 900 0)"), pipe(32))
                        .household("h", 900, 0, tap(1000, 4)))
                .table("finding");
        List<String> air = List.of(findings.codes()).stream()
                .filter(c -> c.startsWith("air_lock"))
                .toList();
        assertThat(air).hasSize(1);
        // Between the humps' foot at 270 m (1,021 m) and the top at 300 m (1,045 m).
        assertThat(findings.numbers("value").get(findings.rowOf(air.get(0)))).isCloseTo(24, within(0.2));
        assertThat(findings.numbers("east_m").get(findings.rowOf(air.get(0)))).isEqualTo(300);
        assertThat(findings.codes()).as("dry where they are joined").contains("no_pressure:p", "no_pressure:q");
    }

    /** Water that falls on one side only gathers no air: the branch to the house on the top lets it out upward. */
    @Test
    void aPipeThatEndsOnATopHasNoSummit() {
        ResultTable findings = run(tank().elevation(hump())
                        .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 300 0)"), pipe(32))
                        .household("h", 300, 0, tap(1000, 4)))
                .table("finding");
        assertThat(findings.codes()).noneMatch(c -> c.startsWith("air_lock"));
    }

    /** Ground falls from 1,030 m by one in thirty, with a hump of 25 m at 300 m east. */
    private static ElevationGrid hump() {
        GridFrame frame = new GridFrame(-105, 105, 30, 30, 40, 7);
        float[] heights = new float[frame.cells()];
        for (int i = 0; i < heights.length; i++) {
            double x = frame.centreX(i % frame.columns());
            heights[i] = (float) (1030 - x / 30 + (Math.abs(x - 300) < 20 ? 25 : 0));
        }
        return new ElevationGrid(frame, heights);
    }

    @Test
    void theProfileShowsGroundAndHeadFromTheLevelToTheTap() {
        TestRegion region = tank().elevation(flat(1000))
                .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (500 0, 0 0)"), pipe(32))
                .household("h", 500, 20, tap(1000, 4));
        Assessment assessment = assess(region);
        WaterPipes pipes = new WaterPipes();
        Explanation explained = pipes.explain(assessment, pipes.run(assessment), "household", "h");
        List<Double> heads = new ArrayList<>();
        explained.way().forEach(s -> IntStream.range(0, s.headM().length).forEach(i -> heads.add(s.headM()[i])));
        assertThat(explained.way()).extracting(Explanation.Stretch::kind).containsExactly("pipe", "service");
        assertThat(heads.get(0)).isEqualTo(1030);
        assertThat(heads).as("falls all the way").isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(explained.way().get(1).alongM()[1]).isCloseTo(520, within(1e-9));
    }

    @Test
    void theProfileBeginsWhereTheWaterComesFromAndNotAtTheNearerTankThatItFills() {
        // The spring, 10 m above the tank, is two pieces from the tap, the tank beyond it one.
        TestRegion region = new TestRegion()
                .add(
                        LayerKind.WATER_FACILITY,
                        "spring",
                        TestRegion.point(-500, 0),
                        "kind",
                        "spring",
                        "elevation_m",
                        1040)
                .add(LayerKind.WATER_FACILITY, "tank", TestRegion.point(500, 0), "kind", "tank", "elevation_m", 1030)
                .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (-500 0, 500 0)"), pipe(32))
                .household("other", -250, 0, tap(1000, 4))
                .household("h", 0, 0, tap(1000, 4));
        Assessment assessment = assess(region);
        WaterPipes pipes = new WaterPipes();
        Explanation explained = pipes.explain(assessment, pipes.run(assessment), "household", "h");
        assertThat(explained.way().get(0).headM()[0]).isEqualTo(1040);
        assertThat(explained.way()).extracting(Explanation.Stretch::kind).containsExactly("pipe", "pipe", "service");
    }

    /** Counties edit their profile while the server runs and the snapshot stays in memory. */
    @Test
    void aSettingThatChangesIsHeardThoughTheProfileKeepsItsName() {
        Assessment calm = assess(tank().elevation(flat(1000))
                .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 500 0)"), pipe(16))
                .household("h", 500, 0, tap(1000, 20)));
        Assessment busy = new Assessment(
                calm.region(),
                TestReference.reference(Map.of("water.demand.peak_hour_factor", 4)),
                Map.of(),
                calm.derived(),
                calm.progress(),
                calm.deadline());
        double before = new WaterPipes()
                .run(calm)
                .table("household")
                .numbers("residual_head_m")
                .get(0);
        double after = new WaterPipes()
                .run(busy)
                .table("household")
                .numbers("residual_head_m")
                .get(0);
        assertThat(after).isLessThan(before - 1);
    }

    @Test
    void raisingTheTankLowersNoTap() {
        double before = Double.NEGATIVE_INFINITY;
        for (int level = 1000; level <= 1050; level += 10) {
            ResultTable taps = run(new TestRegion()
                            .add(
                                    LayerKind.WATER_FACILITY,
                                    "tank",
                                    TestRegion.point(0, 0),
                                    "kind",
                                    "tank",
                                    "elevation_m",
                                    level)
                            .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 500 0)"), pipe(20))
                            .household("h", 500, 0, tap(1000, 20)))
                    .table("household");
            assertThat(taps.numbers("residual_head_m").get(0)).isGreaterThan(before);
            before = taps.numbers("residual_head_m").get(0);
        }
    }

    private static TestRegion tank() {
        return new TestRegion()
                .add(
                        LayerKind.WATER_FACILITY,
                        "tank",
                        TestRegion.point(0, 0),
                        "kind",
                        "tank",
                        "working",
                        "yes",
                        "elevation_m",
                        1030);
    }

    private static Object[] pipe(double diameterMm) {
        return new Object[] {"kind", "branch", "material", "pe", "diameter_mm", diameterMm};
    }

    private static Object[] tap(double height, int people) {
        return new Object[] {"elevation_m", height, "people_resident", people, "water_connection", "piped"};
    }

    private static Object[] with(Object[] some, Object... more) {
        List<Object> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private static ElevationGrid flat(float height) {
        GridFrame frame = new GridFrame(-300, 300, 30, 30, 40, 20);
        float[] heights = new float[frame.cells()];
        java.util.Arrays.fill(heights, height);
        return new ElevationGrid(frame, heights);
    }

    private static Assessment assess(TestRegion region) {
        return Assessment.of(region.build(), TestReference.reference(Map.of()));
    }

    private static AnalysisResult run(TestRegion region) {
        return new WaterPipes().run(assess(region));
    }
}
