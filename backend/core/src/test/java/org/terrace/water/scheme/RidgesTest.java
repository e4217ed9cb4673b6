package org.terrace.water.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
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

/**
 * Ground falls by 1 m in 30 from 1,030 m at a tank at the origin (surveyed), with a ridge across at 300 m east; beyond it, at 900 m, stands a
 * house at 1,000 m (surveyed). Water climbs 7 m over its level.
 */
class RidgesTest {
    private static final double PEAK = 70 * 1.12 * 3 / 1000 / 86_400;

    /**
     * The ridge stands at 1,045 m, 15 above the level; its ground is known to 10 m, on 300 of the 500 m over which errors become independent to 6:
     * 15 - 6 is more than 7. Without the ridge 30 m would stand at the house.
     */
    @Test
    void behindARidgeThatIsTooHighForSureNoWaterComes() {
        AnalysisResult result = run(tank().elevation(ridge(25))
                .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 900 0)"), pipe(32))
                .household("h", 900, 0, tap(1000, 4)));
        ResultTable taps = result.table("household");
        assertThat(taps.codesOf("tap").code(0)).isEqualTo("no_water_passes");
        assertThat(taps.numbers("residual_head_m").isAbsent(0)).isTrue();
        assertThat(taps.numbers("static_head_m").isAbsent(0)).isTrue();
        assertThat(taps.text("level_code").get(0)).isEmpty();
        assertThat(result.link("household_level").size()).isZero();
        ResultTable findings = result.table("finding");
        int at = findings.rowOf("no_passage:p");
        assertThat(findings.codesOf("certainty").code(at)).isEqualTo("sure");
        assertThat(findings.numbers("value").get(at)).isCloseTo(15, within(0.5));
        assertThat(findings.numbers("limit").get(at)).isEqualTo(7);
        assertThat(findings.numbers("value_error").get(at)).isCloseTo(6, within(0.3));
        assertThat(findings.numbers("people").get(at)).isEqualTo(4);
        assertThat(findings.numbers("east_m").get(at)).isCloseTo(300, within(15.0));
        assertThat(findings.rowOf("no_pressure:p")).as("said once").isNegative();
        ResultTable pipes = result.table("pipe");
        assertThat(pipes.codesOf("head_band").code(0)).isEqualTo("below_ground");
        assertThat(pipes.numbers("end_head_m").isAbsent(0)).isTrue();
        assertThat(pipes.numbers("flow_l_per_s").isAbsent(0)).isTrue();
        assertThat(result.table("supply").numbers("taps_no_water").get(0)).isEqualTo(1);
    }

    @Test
    void aRidgeThatTheWaterClimbsIsPassed() {
        // 1,032 m: 2 above the level, known to 6 (300 of 500 m of 10): may stand 8 above. 1,030 m may stand 6 above.
        assertThat(tapBehind(12)).isEqualTo("may_not_pass");
        assertThat(tapBehind(10)).isEqualTo("good");
    }

    private static String tapBehind(double overM) {
        return run(tank().elevation(ridge(overM))
                        .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 900 0)"), pipe(50))
                        .household("h", 900, 0, tap(1000, 4)))
                .table("household")
                .codesOf("tap")
                .code(0);
    }

    @Test
    void whereTheErrorDecidesTheTapIsOpenAndTheRidgeIsSurveyedFirst() {
        AnalysisResult result = run(tank().elevation(ridge(20))
                .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 900 0)"), pipe(50))
                .household("h", 900, 0, tap(1000, 4)));
        assertThat(result.table("household").codesOf("tap").code(0)).isEqualTo("may_not_pass");
        ResultTable findings = result.table("finding");
        int at = findings.rowOf("no_passage:p");
        assertThat(findings.codesOf("certainty").code(at)).isEqualTo("possible");
        assertThat(findings.numbers("people").get(at)).isEqualTo(4);
        ResultTable survey = result.table("survey");
        assertThat(survey.text("feature_code").get(survey.rowOf("tank:1"))).isEqualTo("p");
        assertThat(survey.numbers("open_people").get(survey.rowOf("tank:1"))).isEqualTo(4);
        assertThat(survey.numbers("east_m").get(survey.rowOf("tank:1"))).isCloseTo(300, within(15.0));
    }

    /** 20 people before the ridge and 40 behind it: only the 20 draw. */
    @Test
    void onTheNearSideHeadsAreThoseOfWhatIsDrawnThere() {
        ResultTable taps = run(tank().elevation(ridge(35))
                        .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 150 0, 900 0)"), pipe(20))
                        .household("far", 900, 0, tap(1000, 40))
                        .household("near", 150, 0, tap(1000, 20)))
                .table("household");
        assertThat(taps.codesOf("tap").code(taps.rowOf("near"))).isEqualTo("good");
        double loss = loss(150.083, 20 * PEAK, 0.02) + loss(Math.hypot(0.5, 25), 20 * PEAK, 0.02);
        assertThat(taps.numbers("residual_head_m").get(taps.rowOf("near"))).isCloseTo(30 - loss, within(1e-3));
        assertThat(taps.codesOf("tap").code(taps.rowOf("far"))).isEqualTo("no_water_passes");
    }

    @Test
    void anotherWayRoundTheRidgeCarriesAllOfTheWater() {
        AnalysisResult result = run(tank().elevation(ridge(25))
                .add(LayerKind.PIPE, "over", TestRegion.wkt("LINESTRING (0 0, 600 0)"), pipe(32))
                .add(LayerKind.PIPE, "round", TestRegion.wkt("LINESTRING (0 0, 0 -300, 600 -300, 600 0)"), pipe(32))
                .household("h", 600, 0, tap(1000, 20)));
        ResultTable taps = result.table("household");
        assertThat(taps.codesOf("tap").code(0)).isEqualTo("good");
        double loss = loss(Math.hypot(1200, 20), 20 * PEAK, 0.032) + loss(Math.hypot(0.5, 10), 20 * PEAK, 0.02);
        assertThat(taps.numbers("residual_head_m").get(0)).isCloseTo(30 - loss, within(1e-3));
        ResultTable findings = result.table("finding");
        assertThat(findings.numbers("people").get(findings.rowOf("no_passage:over")))
                .as("nobody lacks water for it")
                .isZero();
    }

    /** A tank at 1,010 m, 600 m east, is drawn to be filled over the ridge; what hangs on it has nothing. */
    @Test
    void aTankBehindTheRidgeStaysEmptyUnlessSomethingElseMayFillIt() {
        TestRegion county = new TestRegion()
                .elevation(ridge(25))
                .add(LayerKind.WATER_FACILITY, "spring", TestRegion.point(0, 0), "kind", "spring", "elevation_m", 1030)
                .add(LayerKind.WATER_FACILITY, "tank", TestRegion.point(600, 0), "kind", "tank", "elevation_m", 1010)
                .add(LayerKind.PIPE, "main", TestRegion.wkt("LINESTRING (0 0, 600 0)"), pipe(50))
                .add(LayerKind.PIPE, "branch", TestRegion.wkt("LINESTRING (600 0, 900 0)"), pipe(32))
                .household("h", 900, 0, tap(990, 4));
        AnalysisResult result = run(county);
        assertThat(result.table("household").codesOf("tap").code(0)).isEqualTo("no_water_passes");
        ResultTable findings = result.table("finding");
        assertThat(findings.numbers("people").get(findings.rowOf("no_passage:main")))
                .isEqualTo(4);
        ResultTable pipes = result.table("pipe");
        assertThat(pipes.numbers("capacity_l_per_s").get(pipes.rowOf("main"))).isZero();
        assertThat(pipes.codesOf("head_band").code(pipes.rowOf("branch"))).isEqualTo("unknown");

        Assessment assessment = assess(county);
        Explanation why = new WaterPipes().explain(assessment, result, "household", "h");
        assertThat(why.steps().get(0).key()).isEqualTo("water.pipes.step_no_water_passes");
        assertThat(why.steps().get(0).texts())
                .containsEntry("pipe_code", "main")
                .containsEntry("level_code", "spring");
        assertThat(why.steps().get(0).numbers().get("above_m")).isCloseTo(15, within(0.5));
        assertThat(why.way().get(0).headM()[0]).as("at rest up to the ridge").isEqualTo(1030);
        assertThat(why.way().get(0).headM()[why.way().get(0).headM().length - 1])
                .isNaN();

        county.add(LayerKind.WATER_FACILITY, "well", TestRegion.point(600, 60), "kind", "well", "elevation_m", 1010)
                .add(LayerKind.PIPE, "lift", TestRegion.wkt("LINESTRING (600 60, 600 0)"), pipe(50));
        assertThat(run(county).table("household").codesOf("tap").code(0)).isEqualTo("good");
    }

    /** Nobody drew what fills the tank; the ridge only parts the houses below it. */
    @Test
    void aTankThatNothingAboveIsDrawnToFillHoldsItsLevel() {
        ResultTable taps = run(tank().elevation(ridge(25))
                        .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 150 0)"), pipe(50))
                        .household("h", 150, 0, tap(1000, 4)))
                .table("household");
        assertThat(taps.codesOf("tap").code(0)).isEqualTo("good");
    }

    @Test
    void aRidgeIsToldThoughThePipesBoreIsNot() {
        ResultTable taps = run(tank().elevation(ridge(25))
                        .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 900 0)"), "kind", "branch")
                        .household("h", 900, 0, tap(1000, 4)))
                .table("household");
        assertThat(taps.codesOf("tap").code(0)).isEqualTo("no_water_passes");
    }

    /**
     * At rest the ridge of 1,025 m lies below the level; at the peak friction takes the head line far below it. Less gets over than is drawn: what
     * is left at the house is not known, only that it is too little.
     */
    @Test
    void whereFrictionTakesTheHeadLineBelowARidgeTheHeadBehindIsTooLowAndNotAFigure() {
        AnalysisResult result = run(tank().elevation(ridge(5))
                .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 450 0)"), pipe(20))
                .add(LayerKind.PIPE, "q", TestRegion.wkt("LINESTRING (450 0, 900 0)"), pipe(50))
                .household("h", 900, 0, tap(950, 150)));
        ResultTable taps = result.table("household");
        double atTheRidge = 1030 - loss(300, 150 * PEAK, 0.02);
        assertThat(atTheRidge).isLessThan(1025 - 7 - 10);
        assertThat(taps.codesOf("tap").code(0)).isEqualTo("too_low");
        assertThat(taps.numbers("residual_head_m").isAbsent(0)).isTrue();
        assertThat(taps.numbers("static_head_m").get(0)).isEqualTo(80);
        assertThat(result.table("finding").codes()).contains("no_pressure:p").doesNotContain("no_passage:p");
        ResultTable pipes = result.table("pipe");
        assertThat(pipes.numbers("end_head_m").isAbsent(1)).isTrue();
        assertThat(pipes.numbers("flow_l_per_s").isAbsent(1)).isTrue();
    }

    /** A house that has no position of its own and was put at the middle of its group, somewhere on 300 m of slope. */
    @Test
    void anErrorLargerThanTheWholeRangeOfGoodHeadsTellsNothing() {
        GridFrame frame = new GridFrame(-600, 600, 30, 30, 60, 40);
        float[] heights = new float[frame.cells()];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = (float) (1020 - frame.centreX(i % frame.columns()) / 10);
        }
        TestRegion county = tank().elevation(new ElevationGrid(frame, heights))
                .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 100 0, 200 0)"), pipe(50))
                // 10 m of the model and 1 m in 10 over the error: 35 m is the range from the 5 needed to 40.
                .household("known", 100, 0, "people_resident", 4, "water_connection", "piped", "position_error_m", 250)
                .household("lost", 200, 0, "people_resident", 4, "water_connection", "piped", "position_error_m", 260);
        Assessment assessment = assess(county);
        AnalysisResult result = new WaterPipes().run(assessment);
        ResultTable taps = result.table("household");
        assertThat(taps.numbers("head_error_m").get(0)).isCloseTo(35, within(1e-3));
        assertThat(taps.codesOf("tap").code(0)).isEqualTo("may_be_low");
        assertThat(taps.numbers("residual_head_m").get(0)).isCloseTo(20, within(0.1));
        assertThat(taps.numbers("head_error_m").get(1)).isCloseTo(36, within(1e-3));
        assertThat(taps.codesOf("tap").code(1)).isEqualTo("unknown");
        assertThat(taps.numbers("residual_head_m").isAbsent(1)).isTrue();
        assertThat(taps.numbers("static_head_m").isAbsent(1)).isTrue();
        assertThat(new WaterPipes()
                        .explain(assessment, result, "household", "lost")
                        .steps()
                        .get(0)
                        .key())
                .isEqualTo("water.pipes.step_error_tells_nothing");
    }

    /** 0.15 m3 a day for 4 people who need 0.157 to basically meet the quantity; the spring is surveyed, the heights of the houses as well. */
    @Test
    void aSourceIsTooWeakOnlyWhereTheHeadIsSurelyThere() {
        TestRegion county = new TestRegion()
                .elevation(ridge(0))
                .add(
                        LayerKind.WATER_FACILITY,
                        "spring",
                        TestRegion.point(0, 0),
                        "kind",
                        "spring",
                        "elevation_m",
                        1030,
                        "dry_season_yield_m3_per_day",
                        0.15)
                .add(LayerKind.PIPE, "p", TestRegion.wkt("LINESTRING (0 0, 990 0)"), pipe(50))
                .household("a", 600, 0, tap(1010, 2))
                .household("b", 960, 0, "people_resident", 2, "water_connection", "piped", "position_error_m", 0);
        ResultTable taps = run(county).table("household");
        assertThat(taps.codesOf("tap").code(0)).isEqualTo("source_too_weak");
        // 32 m of head, known to 10: may be more than 40.
        assertThat(taps.codesOf("tap").code(1)).isEqualTo("may_be_high");
    }

    private static double loss(double lengthM, double m3PerS, double boreM) {
        return 10.6668 * lengthM * Math.pow(m3PerS, 1.852) / (Math.pow(140, 1.852) * Math.pow(boreM, 4.871));
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
        return new Object[] {"elevation_m", height, "people_resident", people, "water_connection", "piped", "storeys", 1
        };
    }

    /** North of 150 m south the ridge stands so far above the slope; further south there is none. */
    private static ElevationGrid ridge(double overM) {
        GridFrame frame = new GridFrame(-105, 105, 30, 30, 40, 20);
        float[] heights = new float[frame.cells()];
        for (int i = 0; i < heights.length; i++) {
            double x = frame.centreX(i % frame.columns());
            double y = frame.centreY(i / frame.columns());
            heights[i] = (float) (1030 - x / 30 + (Math.abs(x - 300) < 20 && y > -150 ? overM : 0));
        }
        return new ElevationGrid(frame, heights);
    }

    private static Assessment assess(TestRegion region) {
        return Assessment.of(region.build(), TestReference.reference(Map.of()));
    }

    private static AnalysisResult run(TestRegion region) {
        return new WaterPipes().run(assess(region));
    }
}
