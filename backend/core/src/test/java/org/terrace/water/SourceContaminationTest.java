package org.terrace.water;

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
import org.terrace.water.scheme.WaterPipes;

/** Hand-worked on slopes of 30 m cells: a flow line within 60 m reaches a source, its place is known to 30 m, heights to 10 m. */
class SourceContaminationTest {

    @Test
    void aDumpOnTheSideOfTheValleyFoulsTheSpringBelow() {
        // From the cell at (315, -405) six cells east to the valley, 180 m, and thirteen south to -795, 390 m.
        AnalysisResult result = run(valley().add(LayerKind.FACILITY, "d", TestRegion.point(300, -400), "kind", "dump"));
        ResultTable sources = result.table("water_facility");
        assertThat(sources.codes()).as("a tank is no source").containsExactly("spring");
        assertSpring("downstream", "refuse_above", result);
        assertThat(sources.text("refuse_code").get(0)).isEqualTo("d");
        assertThat(sources.numbers("flow_m").get(0)).isCloseTo(570, within(1e-9));
        ResultTable pairs = result.table("refuse_above");
        assertThat(pairs.codes()).containsExactly("spring:d");
        assertThat(pairs.numbers("to_north_m").get(0)).isEqualTo(-800);
        assertThat(result.link("refuse_source").from()).containsExactly("d");
    }

    @Test
    void whatLiesBelowOrBeyondARidgeOrTooFarDoesNot() {
        assertSpring(
                "clear",
                "no_refuse_above",
                run(valley().add(LayerKind.FACILITY, "d", TestRegion.point(495, -900), "kind", "dump")));
        assertSpring(
                "clear",
                "no_refuse_above",
                run(ridge().add(LayerKind.FACILITY, "d", TestRegion.point(300, -800), "kind", "refuse_point")));
        // Followed for 300 m the water is at -525, 245 m from the spring.
        AnalysisResult result = run(
                valley().add(LayerKind.FACILITY, "d", TestRegion.point(300, -400), "kind", "dump"),
                Map.of("water.contamination.flow_m", 300));
        assertSpring("clear", "no_refuse_above", result);
    }

    @Test
    void inTheSpringsOwnCellOrAcrossANarrowRidgeTheModelCannotTell() {
        assertSpring(
                "may_be",
                "refuse_maybe_above",
                run(valley().add(LayerKind.FACILITY, "d", TestRegion.point(500, -790), "kind", "dump")));
        // The spring's cell at 555 lies at 982 m, the dump's across the ridge at 465 at 991 m, 75 m from the spring.
        assertSpring(
                "may_be",
                "refuse_maybe_above",
                run(ridge().add(LayerKind.FACILITY, "d", TestRegion.point(450, -800), "kind", "dump")));
    }

    @Test
    void theErrorOfTwoHeightsDecidesAndNotOfOne() {
        // In the valley, 12 and 15 m above the spring: two heights of 10 m each differ by 14.1 m.
        assertSpring(
                "may_be",
                "refuse_maybe_above",
                run(valley().add(LayerKind.FACILITY, "d", TestRegion.point(495, -675), "kind", "dump")));
        assertSpring(
                "downstream",
                "refuse_above",
                run(valley().add(LayerKind.FACILITY, "d", TestRegion.point(495, -645), "kind", "dump")));
    }

    @Test
    void aSpringHighOnTheBankIsNotReached() {
        // 60 m beside the flow line, but 18 m above it.
        TestRegion bank = valley(555).add(LayerKind.FACILITY, "d", TestRegion.point(300, -400), "kind", "dump");
        assertSpring("clear", "no_refuse_above", run(bank));
    }

    @Test
    void withoutRefuseOnRecordOrElevationNothingIsSaid() {
        assertSpring(
                "unknown",
                "no_refuse_on_record",
                run(valley().add(LayerKind.FACILITY, "d", TestRegion.point(300, -400), "kind", "school")));
        assertSpring(
                "unknown",
                "no_elevation",
                run(new TestRegion()
                        .add(LayerKind.WATER_FACILITY, "spring", TestRegion.point(1, 1), "kind", "spring")
                        .add(LayerKind.FACILITY, "d", TestRegion.point(2, 2), "kind", "dump")));
        assertSpring(
                "unknown",
                "outside_elevation",
                run(valley(5000).add(LayerKind.FACILITY, "d", TestRegion.point(300, -400), "kind", "dump")));
    }

    @Test
    void refuseThatTheModelDoesNotCoverMakesNoSourceClear() {
        // Uphill, 20 m beyond the northern rim, 820 m from the spring.
        TestRegion beyond = valley().add(LayerKind.FACILITY, "d", TestRegion.point(495, 20), "kind", "dump");
        assertSpring("unknown", "refuse_outside_elevation", run(beyond));
        assertThat(run(beyond).table("refuse_above").size()).isZero();
        beyond.add(LayerKind.FACILITY, "e", TestRegion.point(300, -400), "kind", "dump");
        assertSpring("downstream", "refuse_above", run(beyond));
        // Farther than any flow is followed.
        TestRegion far = valley().add(LayerKind.FACILITY, "d", TestRegion.point(495, 50_000), "kind", "dump");
        assertSpring("clear", "no_refuse_above", run(far));
    }

    @Test
    void refuseWithoutAPositionMayLieAboveAnySource() {
        TestRegion region = valley().addWithoutGeometry(LayerKind.FACILITY, "d", "kind", "dump");
        assertSpring("unknown", "refuse_without_position", run(region));
        region.add(LayerKind.FACILITY, "e", TestRegion.point(300, -400), "kind", "dump");
        assertSpring("downstream", "refuse_above", run(region));
    }

    @Test
    void whoDrinksThroughATankDrinksFromTheSpringAboveIt() {
        TestRegion region = valley().add(LayerKind.FACILITY, "d", TestRegion.point(300, -400), "kind", "dump")
                .add(
                        LayerKind.PIPE,
                        "p",
                        TestRegion.wkt("LINESTRING (495 -800, 495 -900)"),
                        "from_code",
                        "spring",
                        "to_code",
                        "tank")
                .household("direct", 1, 1, "water_source_code", "spring", "people_registered", 3, "people_resident", 2)
                .household(
                        "empty", 1, 1, "water_source_code", "spring", "people_registered", 9, "house_status", "empty")
                .household("tank", 1, 1, "water_source_code", "tank")
                .household("other", 1, 1, "water_source_code", "elsewhere")
                .household("unsaid", 1, 1);
        AnalysisResult result = run(region);
        ResultTable households = result.table("household");
        for (String code : new String[] {"direct", "tank"}) {
            int row = households.rowOf(code);
            assertThat(households.codesOf("contamination").code(row)).as(code).isEqualTo("downstream");
            assertThat(households.text("intake_code").get(row)).as(code).isEqualTo("spring");
        }
        assertThat(households.codesOf("reason").code(households.rowOf("other"))).isEqualTo("source_not_known");
        assertThat(households.codesOf("reason").code(households.rowOf("unsaid")))
                .isEqualTo("source_not_on_record");
        ResultTable sources = result.table("water_facility");
        assertThat(sources.numbers("households_drinking").get(0)).isEqualTo(2);
        // Two resident, and as many as on average where none are on record.
        assertThat(sources.numbers("people_drinking").get(0)).isEqualTo(4);
        assertThat(sources.numbers("people_not_on_record").get(0)).isEqualTo(1);
        Explanation why = new SourceContamination()
                .explain(Assessment.of(region.build(), TestReference.reference()), result, "household", "tank");
        assertThat(why.steps())
                .singleElement()
                .satisfies(s -> assertThat(s.numbers()).containsEntry("flow_m", 570.0));
    }

    private static void assertSpring(String contamination, String reason, AnalysisResult result) {
        ResultTable sources = result.table("water_facility");
        int row = sources.rowOf("spring");
        assertThat(sources.codesOf("reason").code(row)).isEqualTo(reason);
        assertThat(sources.codesOf("contamination").code(row)).isEqualTo(contamination);
    }

    private static AnalysisResult run(TestRegion region) {
        return run(region, Map.of());
    }

    private static AnalysisResult run(TestRegion region, Map<String, Object> changed) {
        Assessment plain = Assessment.of(region.build(), TestReference.reference(changed));
        return new SourceContamination().run(plain.withInputs(Map.of(WaterPipes.ID, new WaterPipes().run(plain))));
    }

    private static TestRegion valley() {
        return valley(495);
    }

    private static TestRegion valley(double springX) {
        return ground(1)
                .add(LayerKind.WATER_FACILITY, "spring", TestRegion.point(springX, -800), "kind", "spring")
                .add(LayerKind.WATER_FACILITY, "tank", TestRegion.point(495, -900), "kind", "tank");
    }

    private static TestRegion ridge() {
        return ground(-1).add(LayerKind.WATER_FACILITY, "spring", TestRegion.point(540, -800), "kind", "spring");
    }

    /** Falls 1 in 10 to the south, and 3 in 10 towards x = 495, or away from it. */
    private static TestRegion ground(int towards) {
        GridFrame frame = new GridFrame(0, 0, 30, 30, 33, 33);
        float[] metres = new float[frame.cells()];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = (float)
                    (1000 + towards * 0.3 * Math.abs(frame.centreX(i % 33) - 495) + 0.1 * frame.centreY(i / 33));
        }
        return new TestRegion().elevation(new ElevationGrid(frame, metres));
    }
}
