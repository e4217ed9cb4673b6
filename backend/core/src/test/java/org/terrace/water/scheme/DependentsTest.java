package org.terrace.water.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.terrace.TestReference;
import org.terrace.TestRegion;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.LinkTable;
import org.terrace.analysis.ResultTable;
import org.terrace.region.LayerKind;

/** A spring at 1,050 m fills a tank at 1,030 m, 500 m east; houses at 1,000 m hang on pipes that lead on from the tank. No code names any pipe. */
class DependentsTest {

    @Test
    void whoeverDrawsThroughAPipeHangsOnItWithoutAnyCode() {
        AnalysisResult result = run(supply().add(LayerKind.PIPE, "branch", line("500 0, 900 0"), PIPE)
                .household("first", 700, 10, house(3))
                .household("last", 900, 10, house(2))
                .household("empty", 900, 20, house(5, "house_status", "empty"))
                .household(
                        "fetches",
                        500,
                        100,
                        "people_resident",
                        4,
                        "water_connection",
                        "carried",
                        "water_source_code",
                        "tank")
                .household("far", 1300, 0, house(1, "water_source_code", "tank"))
                .household("other", 5000, 0, house(7)));
        assertBehind(result, "branch", 3, 6);
        assertBehind(result, "main", 4, 10);
        assertThat(linked(result, "drawn_through", "first")).containsExactly("branch", "main");
        assertThat(linked(result, "drawn_through", "fetches")).containsExactly("main");
        assertThat(linked(result, "drawn_from", "last")).containsExactly("spring");
        assertThat(linked(result, "drawn_from", "other")).isEmpty();
        ResultTable supply = result.table("supply");
        assertThat(supply.numbers("people").get(supply.rowOf("spring")))
                .as("all who are connected, wherever they draw")
                .isEqualTo(10);
        assertThat(supply.numbers("people_at_taps").get(supply.rowOf("spring"))).isEqualTo(5);
    }

    @Test
    void inALoopAHouseHangsOnEveryWayThatBringsItWater() {
        AnalysisResult result = run(supply().add(LayerKind.PIPE, "north", line("500 0, 500 200, 900 200, 900 0"), PIPE)
                .add(LayerKind.PIPE, "south", line("500 0, 900 0"), PIPE)
                .add(LayerKind.PIPE, "on", line("900 0, 1200 0"), PIPE)
                .household("h", 1200, 0, house(2)));
        assertThat(linked(result, "drawn_through", "h")).containsExactly("main", "north", "on", "south");
    }

    /** The spring's height is not known, and no elevation model is there: no flow is, but the pipe says what it fills. */
    @Test
    void whereNoFlowIsKnownTheRecordAndThePipesAsDrawnCount() {
        AnalysisResult result = run(new TestRegion()
                .add(LayerKind.WATER_FACILITY, "spring", TestRegion.point(0, 0), "kind", "spring")
                .add(LayerKind.WATER_FACILITY, "tank", TestRegion.point(500, 0), "kind", "tank")
                .add(
                        LayerKind.PIPE,
                        "main",
                        line("0 0, 500 0"),
                        "diameter_mm",
                        50,
                        "from_code",
                        "spring",
                        "to_code",
                        "tank")
                .add(LayerKind.PIPE, "branch", line("500 0, 900 0"), "diameter_mm", 50)
                .household("h", 900, 0, "people_resident", 2, "water_connection", "piped"));
        assertThat(linked(result, "drawn_through", "h")).containsExactly("branch", "main");
        assertThat(linked(result, "drawn_from", "h")).containsExactly("spring");
    }

    @Test
    void aPipeThatNamesAHouseLeadsToIt() {
        AnalysisResult result = run(supply().add(LayerKind.PIPE, "near", line("500 0, 900 0"), PIPE)
                .add(LayerKind.PIPE, "own", line("500 0, 900 40"), "diameter_mm", 50, "to_code", "h")
                .household("h", 900, 10, house(2)));
        assertThat(linked(result, "drawn_through", "h")).containsExactly("main", "own");
    }

    @Test
    void whoFetchedFromWorksThatAreBrokenHangsOnNothing() {
        AnalysisResult result = run(new TestRegion()
                .add(LayerKind.WATER_FACILITY, "s", TestRegion.point(0, 0), "kind", "spring", "working", "no")
                .household(
                        "fetches", 10, 0, "people_resident", 2, "water_connection", "carried", "water_source_code", "s")
                .household(
                        "piped", 10, 0, "people_resident", 2, "water_connection", "piped", "water_source_code", "s"));
        assertThat(linked(result, "drawn_from", "fetches")).isEmpty();
        assertThat(linked(result, "drawn_from", "piped"))
                .as("the record says so")
                .containsExactly("s");
    }

    private static final Object[] PIPE = {"diameter_mm", 50};

    private static TestRegion supply() {
        return new TestRegion()
                .add(LayerKind.WATER_FACILITY, "spring", TestRegion.point(0, 0), "kind", "spring", "elevation_m", 1050)
                .add(LayerKind.WATER_FACILITY, "tank", TestRegion.point(500, 0), "kind", "tank", "elevation_m", 1030)
                .add(LayerKind.PIPE, "main", line("0 0, 500 0"), PIPE);
    }

    private static Object[] house(int people, Object... more) {
        Object[] house = {"people_resident", people, "elevation_m", 1000, "water_connection", "piped"};
        Object[] all = java.util.Arrays.copyOf(house, house.length + more.length);
        System.arraycopy(more, 0, all, house.length, more.length);
        return all;
    }

    private static org.locationtech.jts.geom.Geometry line(String points) {
        return TestRegion.wkt("LINESTRING (" + points + ")");
    }

    private static void assertBehind(AnalysisResult result, String pipe, int households, int people) {
        ResultTable pipes = result.table("pipe");
        int row = pipes.rowOf(pipe);
        assertThat(pipes.numbers("households_behind").get(row)).as(pipe).isEqualTo(households);
        assertThat(pipes.numbers("people_behind").get(row)).as(pipe).isEqualTo(people);
    }

    private static String[] linked(AnalysisResult result, String link, String household) {
        LinkTable links = result.link(link);
        return IntStream.range(0, links.size())
                .filter(i -> links.from()[i].equals(household))
                .mapToObj(i -> links.to()[i])
                .toArray(String[]::new);
    }

    private static AnalysisResult run(TestRegion region) {
        return new WaterPipes().run(Assessment.of(region.build(), TestReference.reference(Map.of())));
    }
}
