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

/**
 * Hand-worked: a pipe is exposed within 20 m of a stream, its place is known to 10 m, cells are 30 m, a gully begins at 100,000 m2. A
 * pipe is judged in pieces of 2 m, whose middles are at 1, 3, 5 ... m.
 */
class PipeExposureTest {

    @Test
    void aHoseThatCrossesAStreamIsExposedTwentyMetresOnEitherSide() {
        AnalysisResult result = run(stream().add(LayerKind.PIPE, "p", line("600 0, 600 400"), "kind", "hose"));
        ResultTable pipes = result.table("pipe");
        assertThat(pipes.codesOf("exposure").code(0)).isEqualTo("exposed");
        assertThat(pipes.codesOf("reason").code(0)).isEqualTo("exposed_stream");
        assertThat(pipes.numbers("exposed_m").get(0)).isCloseTo(40, within(1e-9));
        // The errors can bring 10 m more on either side within 20 m.
        assertThat(pipes.numbers("exposed_borderline_m").get(0)).isCloseTo(20, within(1e-9));
        assertThat(pipes.numbers("crossings").get(0)).isEqualTo(1);
        ResultTable places = result.table("place");
        assertThat(places.codes()).containsExactly("p:stream#001");
        assertThat(places.text("crossed_code").get(0)).isEqualTo("s");
        assertThat(places.numbers("east_m").get(0)).isEqualTo(600);
        assertThat(places.numbers("north_m").get(0)).isCloseTo(200, within(2.0));
    }

    @Test
    void aHoseBesideAStreamIsJudgedByItsDistanceAndTheErrorOfItsPlace() {
        assertPipe("exposed", "exposed_stream", 200, 0, hoseAt(10));
        assertPipe("borderline", "may_be_exposed", 0, 200, hoseAt(11));
        assertPipe("borderline", "may_be_exposed", 0, 200, hoseAt(30));
        assertPipe("not_exposed", "not_exposed", 0, 0, hoseAt(31));
    }

    @Test
    void aHoseThatBeginsInAStreamDoesNotSurelyCrossIt() {
        // Within 10 m surely near, from 10 to 30 m maybe.
        assertPipe(
                "exposed",
                "exposed_stream",
                10,
                20,
                stream().add(LayerKind.PIPE, "p", line("600 200, 600 400"), "kind", "hose"));
    }

    @Test
    void aMetreOfTwoCausesCountsOnce() {
        // Streams at 200 and 210: from 180 to 230 is within 20 m of one or both.
        TestRegion two = stream().add(LayerKind.WATERCOURSE, "t", line("0 210, 1500 210"), "kind", "stream");
        assertPipe(
                "exposed",
                "exposed_stream",
                50,
                20,
                two.add(LayerKind.PIPE, "p", line("600 0, 600 400"), "kind", "hose"));
    }

    @Test
    void whatIsBuriedIsNotExposedAndWhatMayBeIsUnknown() {
        assertPipe("not_exposed", "buried", 0, 0, crossing("kind", "hose", "laying", "buried"));
        assertPipe("unknown", "laying_not_known", 40, 20, crossing("kind", "branch"));
        assertPipe("exposed", "exposed_stream", 40, 20, crossing("kind", "branch", "laying", "surface"));
        assertPipe(
                "not_exposed",
                "not_exposed",
                0,
                0,
                stream().add(LayerKind.PIPE, "p", line("600 300, 800 300"), "kind", "branch"));
    }

    @Test
    void aStockTrackTreadsOnFourMetres() {
        assertPipe("exposed", "exposed_stock_track", 4, 20, trackAcross("track"));
        assertPipe("not_exposed", "not_exposed", 0, 0, trackAcross("village"));
        TestRegion bridge = hillside().road("r", "LINESTRING (0 200, 1500 200)", "track", "", "bridge", "yes");
        assertPipe(
                "not_exposed",
                "not_exposed",
                0,
                0,
                bridge.add(LayerKind.PIPE, "p", line("600 0, 600 400"), "kind", "hose"));
    }

    @Test
    void aHoseAcrossAGullyOfTheElevationModelIsExposedAndOneBesideItMayBe() {
        // A valley along x = 495 falling south. Pieces at 476, 478 ... 514 lie within 20 m of it.
        // m2 below row 6.
        assertPipe(
                "exposed",
                "exposed_gully",
                40,
                80,
                valley().add(LayerKind.PIPE, "p", line("299 -600, 701 -600"), "kind", "hose"));
        // 60 m off: 20 + 10 + 30 can still flip; 62 m cannot.
        assertPipe(
                "borderline",
                "may_be_exposed",
                0,
                100,
                valley().add(LayerKind.PIPE, "p", line("435 -600, 435 -700"), "kind", "hose"));
        assertPipe(
                "not_exposed",
                "not_exposed",
                0,
                0,
                valley().add(LayerKind.PIPE, "p", line("433 -600, 433 -700"), "kind", "hose"));
        // Each row adds 33 cells, 29,700 m2: the gully begins in the fourth, at y = -105; 65 m above it none can be.
        assertPipe(
                "not_exposed",
                "not_exposed",
                0,
                0,
                valley().add(LayerKind.PIPE, "p", line("300 -40, 700 -40"), "kind", "hose"));
    }

    @Test
    void aStreamOnTheMapAndTheGullyUnderItAreCrossedOnce() {
        ResultTable pipes = run(valley().add(LayerKind.WATERCOURSE, "s", line("505 0, 505 -990"), "kind", "stream")
                        .add(LayerKind.PIPE, "p", line("299 -600, 701 -600"), "kind", "hose"))
                .table("pipe");
        assertThat(pipes.numbers("crossings").get(0)).isEqualTo(1);
        // 475 to 515 by the gully, 485 to 525 by the stream.
        assertThat(pipes.numbers("exposed_m").get(0)).isCloseTo(50, within(2.0));
    }

    @Test
    void aSlopeIsSteepWhateverItsErrorOrMayBe() {
        assertPipe("exposed", "exposed_steep_slope", 100, 0, slope(41));
        assertPipe("borderline", "may_be_exposed", 0, 100, slope(33));
        assertPipe("not_exposed", "not_exposed", 0, 0, slope(29));
    }

    @Test
    void withoutElevationStreamsAndRoadsNothingIsSaid() {
        TestRegion bare = new TestRegion();
        assertPipe(
                "unknown",
                "nothing_to_judge_by",
                Double.NaN,
                Double.NaN,
                bare.add(LayerKind.PIPE, "p", line("600 0, 600 400"), "kind", "hose"));
        TestRegion mapped = new TestRegion()
                .layer(LayerKind.ROAD_SEGMENT)
                .add(LayerKind.WATERCOURSE, "s", line("0 900, 1500 900"), "kind", "stream");
        assertPipe(
                "borderline",
                "gullies_not_checked",
                0,
                0,
                mapped.add(LayerKind.PIPE, "p", line("600 0, 600 400"), "kind", "hose"));
    }

    /**
     * The ground falls to the east by 1 m in 10: a spring at 500 m east stands 10 m above a tank at 600. From it a main leads over the stream to the
     * tank, and from the tank a branch and two hoses to houses further east.
     */
    @Test
    void aHouseholdIsToldByThePipesThroughWhichItsWaterComes() {
        TestRegion region = stream()
                .add(LayerKind.WATER_FACILITY, "spring", TestRegion.point(500, 400), "kind", "spring")
                .add(LayerKind.WATER_FACILITY, "tank", TestRegion.point(600, 0), "kind", "tank")
                .add(LayerKind.WATER_FACILITY, "other", TestRegion.point(600, 350), "kind", "spring")
                .add(LayerKind.PIPE, "main", line("500 400, 600 0"), "kind", "main", "laying", "surface")
                .add(LayerKind.PIPE, "branch", line("600 0, 1100 0"), "kind", "branch", "laying", "buried")
                // Two hoses side by side from another spring: one crosses the stream further down, one does not.
                .add(LayerKind.PIPE, "dry", line("600 350, 1100 350"), "kind", "hose")
                .add(LayerKind.PIPE, "wet", line("600 350, 1100 330, 1200 100"), "kind", "hose")
                .add(LayerKind.PIPE, "own", line("600 350, 800 400"), "kind", "hose", "to_code", "named")
                .household("piped", 1100, 20, "water_connection", "piped", "people_registered", 4)
                .household("far", 1400, 0, "water_connection", "piped", "water_source_code", "tank")
                .household("hose", 1000, 345, "water_connection", "hose")
                .household("named", 820, 400, "people_registered", 2)
                .household("tap", 1, 1, "water_connection", "public_tap", "water_source_code", "tank")
                .household("none", 1, 1, "water_connection", "hose")
                .household("carried", 1, 1, "water_connection", "carried", "water_source_code", "spring");
        AnalysisResult result = run(region);
        assertHousehold(result, "piped", "exposed", "pipes_exposed");
        assertHousehold(result, "far", "exposed", "pipes_exposed");
        assertHousehold(result, "hose", "unknown", "pipes_differ");
        assertHousehold(result, "named", "not_exposed", "pipes_not_exposed");
        assertHousehold(result, "tap", "exposed", "pipes_exposed");
        assertHousehold(result, "none", "unknown", "source_not_on_record");
        assertHousehold(result, "carried", "no_pipe", "no_pipe");
        ResultTable pipes = result.table("pipe");
        assertThat(pipes.numbers("households_depending").get(pipes.rowOf("main")))
                .as("piped, far and tap")
                .isEqualTo(3);
        assertThat(pipes.numbers("households_depending").get(pipes.rowOf("branch")))
                .as("piped, and far, which draws where its supply comes nearest")
                .isEqualTo(2);
        assertThat(pipes.numbers("households_depending").get(pipes.rowOf("own")))
                .isEqualTo(1);
        assertThat(result.facts())
                .containsEntry("households_exposed", 3.0)
                // 4 registered, and 3 on average at each of the two whose people are not on record.
                .containsEntry("people_exposed", 10.0)
                .containsEntry("households_hoses_unknown", 2.0);
    }

    /** Nothing is known of the last metres to a house that stands far from any pipe: not clear, though all that is drawn is. */
    @Test
    void aHouseFarFromAnyPipeIsNotToldToBeClear() {
        TestRegion region = stream()
                .add(LayerKind.WATER_FACILITY, "tank", TestRegion.point(600, 0), "kind", "tank")
                .add(LayerKind.PIPE, "branch", line("600 0, 1000 0"), "kind", "branch", "laying", "buried")
                .household("far", 1300, 0, "water_connection", "piped", "water_source_code", "tank");
        assertHousehold(run(region), "far", "unknown", "pipe_not_told");
    }

    @Test
    void theExposedStretchIsDrawn() {
        Assessment plain = Assessment.of(crossing("kind", "hose").build(), TestReference.reference());
        Assessment assessment = plain.withInputs(Map.of(WaterPipes.ID, new WaterPipes().run(plain)));
        PipeExposure analysis = new PipeExposure();
        AnalysisResult result = analysis.run(assessment);
        for (String table : new String[] {"pipe", "place"}) {
            Explanation why = analysis.explain(assessment, result, table, table.equals("pipe") ? "p" : "p:stream#001");
            assertThat(why.steps())
                    .singleElement()
                    .satisfies(step -> assertThat(step.key()).isEqualTo("water.exposure.step_stream"));
            assertThat(why.drawing().orElseThrow().getLength()).isCloseTo(40, within(1e-9));
        }
        assertThat(analysis.explain(assessment, result, "household", "nobody")).isEqualTo(Explanation.NONE);
    }

    private static void assertHousehold(AnalysisResult result, String code, String exposure, String reason) {
        ResultTable table = result.table("household");
        assertThat(table.codesOf("exposure").code(table.rowOf(code))).as(code).isEqualTo(exposure);
        assertThat(table.codesOf("reason").code(table.rowOf(code))).as(code).isEqualTo(reason);
    }

    private static void assertPipe(
            String exposure, String reason, double exposedM, double borderlineM, TestRegion region) {
        ResultTable pipes = run(region).table("pipe");
        int row = pipes.rowOf("p");
        assertThat(pipes.codesOf("reason").code(row)).isEqualTo(reason);
        assertThat(pipes.codesOf("exposure").code(row)).isEqualTo(exposure);
        if (Double.isNaN(exposedM)) {
            assertThat(pipes.numbers("exposed_m").get(row)).isNaN();
        } else {
            assertThat(pipes.numbers("exposed_m").get(row)).isCloseTo(exposedM, within(1e-9));
            assertThat(pipes.numbers("exposed_borderline_m").get(row)).isCloseTo(borderlineM, within(1e-9));
        }
    }

    private static AnalysisResult run(TestRegion region) {
        Assessment plain = Assessment.of(region.build(), TestReference.reference());
        return new PipeExposure().run(plain.withInputs(Map.of(WaterPipes.ID, new WaterPipes().run(plain))));
    }

    private static org.locationtech.jts.geom.Geometry line(String points) {
        return TestRegion.wkt("LINESTRING (" + points + ")");
    }

    /** A plane that falls to the east: each row of 50 cells drains by itself, 45,000 m2 at most, so no gully begins. */
    private static TestRegion hillside() {
        return ground(50, 30, -300, (x, y) -> 2000 - 0.1 * x).layer(LayerKind.ROAD_SEGMENT);
    }

    private static TestRegion stream() {
        return hillside().add(LayerKind.WATERCOURSE, "s", line("0 200, 1500 200"), "kind", "stream");
    }

    private static TestRegion crossing(Object... attributes) {
        return stream().add(LayerKind.PIPE, "p", line("600 0, 600 400"), attributes);
    }

    private static TestRegion hoseAt(double metres) {
        double y = 200 + metres;
        return stream().add(LayerKind.PIPE, "p", line("600 " + y + ", 800 " + y), "kind", "hose");
    }

    private static TestRegion trackAcross(String roadClass) {
        return hillside()
                .road("r", "LINESTRING (0 200, 1500 200)", roadClass, "")
                .add(LayerKind.PIPE, "p", line("600 0, 600 400"), "kind", "hose");
    }

    private static TestRegion valley() {
        return ground(33, 33, -990, (x, y) -> 1000 + 0.3 * Math.abs(x - 495) + 0.1 * y)
                .layer(LayerKind.ROAD_SEGMENT);
    }

    private static TestRegion slope(double degrees) {
        double rise = Math.tan(Math.toRadians(degrees));
        return ground(50, 30, -300, (x, y) -> 2000 - rise * x)
                .layer(LayerKind.ROAD_SEGMENT)
                .add(LayerKind.PIPE, "p", line("600 0, 700 0"), "kind", "hose");
    }

    private interface Height {
        double at(double x, double y);
    }

    private static TestRegion ground(int columns, int rows, double south, Height height) {
        GridFrame frame = new GridFrame(0, south + rows * 30, 30, 30, columns, rows);
        float[] metres = new float[frame.cells()];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = (float) height.at(frame.centreX(i % columns), frame.centreY(i / columns));
        }
        return new TestRegion().elevation(new ElevationGrid(frame, metres));
    }
}
