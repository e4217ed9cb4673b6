package org.terrace.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.terrace.TestReference;
import org.terrace.TestRegion;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.Field;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.Verdict;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;
import org.terrace.region.LayerKind;

/** Hand-worked on level ground of 30 m cells, where a metre takes 0.72 s (5 km/h), there and back 1.44 s. */
class FacilityReachTest {

    @Test
    void aRoundTripOnLevelGroundIsTwiceTheWay() {
        AnalysisResult result = run(level().add(
                        LayerKind.FACILITY, "r", TestRegion.point(105, 45), "kind", "refuse_point")
                // 300 m east: 432 s. 750 m: 18.0 min; 810 m: 19.44 min, with an error of 2 x 30 m x 0.72 s = 0.72 min.
                .household("near", 405, 45)
                .household("far", 855, 45)
                .household("edge", 915, 45)
                .household("beyond", 1005, 45)
                .householdWithoutPosition("nowhere"));
        ResultTable doors = result.table("household");
        assertThat(minutes(doors, "near")).isCloseTo(7.2, within(1e-5));
        assertThat(minutes(doors, "far")).isCloseTo(18.0, within(1e-5));
        assertThat(minutes(doors, "nowhere")).isNaN();
        assertThat(verdict(doors, "near")).isEqualTo(Verdict.SERVED);
        assertThat(verdict(doors, "far")).isEqualTo(Verdict.SERVED);
        assertThat(verdict(doors, "edge")).isEqualTo(Verdict.BORDERLINE);
        assertThat(verdict(doors, "beyond")).isEqualTo(Verdict.UNSERVED);
        assertThat(verdict(doors, "nowhere")).isEqualTo(Verdict.UNKNOWN);
        assertThat(doors.numbers("refuse_point_line_m").get(doors.rowOf("near")))
                .isEqualTo(300);
        assertThat(result.link("household_facility").size()).isEqualTo(4);
    }

    @Test
    void thereAndBackLeadToTheSameFacility() {
        // A slope of 25 %, one refuse point 480 m up it and one 480 m down. Straight up 2.22 s a metre and down 1.22 s
        // make 27.5 min, slantwise a little less; down to the one and down from the other would be some 15.
        TestRegion both = slope().add(LayerKind.FACILITY, "up", TestRegion.point(45, 45), "kind", "refuse_point")
                .add(LayerKind.FACILITY, "down", TestRegion.point(1005, 45), "kind", "refuse_point")
                .household("h", 525, 45);
        TestRegion down = slope().add(LayerKind.FACILITY, "down", TestRegion.point(1005, 45), "kind", "refuse_point")
                .household("h", 525, 45);
        double alone = minutes(run(down).table("household"), "h");
        assertThat(alone).isBetween(24.0, 27.5);
        assertThat(minutes(run(both).table("household"), "h")).isCloseTo(alone, within(1e-4));
        assertThat(verdict(run(both).table("household"), "h")).isEqualTo(Verdict.UNSERVED);
    }

    @Test
    void onASlopeThePositionErrorIsWalkedOnTheSlope() {
        // 360 m slantwise and 10 m to the middle of the cell: 18.65 min; 30 m more take 1.5 min, on the level 0.72.
        ResultTable doors = run(slope().add(LayerKind.FACILITY, "r", TestRegion.point(45, 45), "kind", "refuse_point")
                        .household("h", 415, 45)
                        .household("near", 375, 45))
                .table("household");
        assertThat(minutes(doors, "h")).isCloseTo(18.65, within(0.01));
        assertThat(verdict(doors, "h")).isEqualTo(Verdict.BORDERLINE);
        assertThat(verdict(doors, "near")).isEqualTo(Verdict.SERVED);
    }

    @Test
    void beyondTheSearchNoMinutesAreToldAndTheLimitIsNotKept() {
        TestRegion region = level().add(LayerKind.FACILITY, "r", TestRegion.point(105, 45), "kind", "refuse_point")
                .household("h", 1155, 45);
        ResultTable doors = new FacilityReach()
                .run(Assessment.of(
                        region.build(), TestReference.reference(Map.of("facility.reach.search_minutes", 15))))
                .table("household");
        assertThat(minutes(doors, "h")).isNaN();
        assertThat(verdict(doors, "h")).isEqualTo(Verdict.UNSERVED);
    }

    @Test
    void offTheMiddleOfACellTheStepToItCountsToo() {
        // From 10 m west of the middle to 5 m east of another, 300 m apart: 300 + 10 + 5 m, there and back.
        ResultTable doors = run(level().add(LayerKind.FACILITY, "r", TestRegion.point(95, 45), "kind", "refuse_point")
                        .household("h", 410, 45))
                .table("household");
        assertThat(minutes(doors, "h")).isCloseTo(315 * 1.44 / 60, within(1e-5));
    }

    @Test
    void aRiverIsCrossedWhereARoadCrossesIt() {
        TestRegion river = level().add(LayerKind.FACILITY, "r", TestRegion.point(105, 45), "kind", "refuse_point")
                .add(LayerKind.WATERCOURSE, "w", TestRegion.wkt("LINESTRING (301 -10, 301 1000)"), "kind", "river")
                .household("h", 405, 45);
        assertThat(minutes(run(river).table("household"), "h")).isNaN();
        assertThat(verdict(run(river).table("household"), "h")).isEqualTo(Verdict.UNKNOWN);
        river.road("b", "LINESTRING (200 45, 400 45)", "path", "");
        assertThat(minutes(run(river).table("household"), "h")).isCloseTo(7.2, within(1e-5));
    }

    @Test
    void aPathThatEndsAtTheRiverLeadsNobodyAcross() {
        // It enters the first cell of the other side by half a metre, before the river.
        TestRegion river = level().add(LayerKind.FACILITY, "r", TestRegion.point(105, 45), "kind", "refuse_point")
                .add(LayerKind.WATERCOURSE, "w", TestRegion.wkt("LINESTRING (301 -10, 301 1000)"), "kind", "river")
                .road("b", "LINESTRING (200 45, 300.5 45)", "path", "")
                .household("h", 405, 45);
        assertThat(minutes(run(river).table("household"), "h")).isNaN();
    }

    @Test
    void everyKindHasItsColumnsAndOnlyThoseWithASettingAVerdict() {
        ResultTable doors = run(level().add(LayerKind.FACILITY, "m", TestRegion.point(105, 45), "kind", "market")
                        .household("h", 405, 45))
                .table("household");
        assertThat(doors.spec().columns().stream().map(ColumnSpec::id))
                .contains("market_walk_min", "dump_line_m", "school_reach", "refuse_point_reach")
                .doesNotContain("market_reach");
        assertThat(doors.numbers("market_walk_min").get(0)).isCloseTo(7.2, within(1e-5));
        // No school on record: nobody knows whether there is none.
        assertThat(doors.verdict("school_reach", 0)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void withoutElevationTheStraightLineIsKnownAndTheVerdictIsNot() {
        ResultTable doors = run(new TestRegion()
                        .add(LayerKind.FACILITY, "r", TestRegion.point(105, 45), "kind", "refuse_point")
                        .household("h", 405, 45))
                .table("household");
        assertThat(doors.numbers("refuse_point_line_m").get(0)).isEqualTo(300);
        assertThat(verdict(doors, "h")).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void townshipsCountWhoLivesThere() {
        AnalysisResult result =
                run(level().add(LayerKind.FACILITY, "r", TestRegion.point(105, 45), "kind", "refuse_point")
                        .add(LayerKind.ADMIN_UNIT, "t", TestRegion.point(0, 0), "level", "township")
                        .household("near", 405, 45, "group_code", "t")
                        .household("empty", 405, 45, "group_code", "t", "house_status", "empty")
                        .household("beyond", 1005, 45, "group_code", "t")
                        .household("stray", 405, 45));
        ResultTable townships = result.table("township");
        assertThat(townships.codes()).containsExactly("t", "unassigned");
        assertThat(townships.numbers("households").values()).containsExactly(2, 1);
        assertThat(townships.numbers("refuse_point_served").values()).containsExactly(1, 1);
        assertThat(townships.numbers("refuse_point_unserved").values()).containsExactly(1, 0);
    }

    @Test
    void theFieldHoldsTheMinutesOfEveryCell() {
        Assessment assessment = Assessment.of(
                level().add(LayerKind.FACILITY, "r", TestRegion.point(105, 45), "kind", "refuse_point")
                        .build(),
                TestReference.reference());
        FacilityReach analysis = new FacilityReach();
        Field field = analysis.field(assessment, analysis.run(assessment), "refuse_point_walk_min");
        assertThat(field.at(105, 45)).isZero();
        assertThat(field.at(405, 45)).isCloseTo(7.2f, within(1e-4f));
    }

    private static double minutes(ResultTable doors, String code) {
        return doors.numbers("refuse_point_walk_min").get(doors.rowOf(code));
    }

    private static Verdict verdict(ResultTable doors, String code) {
        return doors.verdict("refuse_point_reach", doors.rowOf(code));
    }

    private static AnalysisResult run(TestRegion region) {
        return new FacilityReach().run(Assessment.of(region.build(), TestReference.reference()));
    }

    /** Falls 1 in 4 to the east. */
    private static TestRegion slope() {
        GridFrame frame = new GridFrame(0, 90, 30, 30, 40, 3);
        float[] metres = new float[frame.cells()];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = (float) (1000 - frame.centreX(i % 40) / 4);
        }
        return new TestRegion().elevation(new ElevationGrid(frame, metres));
    }

    private static TestRegion level() {
        GridFrame frame = new GridFrame(0, 90, 30, 30, 40, 3);
        float[] metres = new float[frame.cells()];
        Arrays.fill(metres, 1000);
        return new TestRegion().elevation(new ElevationGrid(frame, metres));
    }
}
