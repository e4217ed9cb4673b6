package org.terrace.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.terrace.analysis.Deadline;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.Verdict;
import org.terrace.formats.source.InputFile;
import org.terrace.server.importing.ImportChoices;
import org.terrace.server.importing.Importer;
import org.terrace.server.runs.CountyOverview;
import org.terrace.server.runs.Results;
import org.terrace.server.runs.Snapshot;
import org.terrace.server.runs.Snapshots;
import org.terrace.server.store.CountyStore;

/** What a county gets from the first files alone. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class DataLevelTest {
    private static final Path FOLDER = TestFolder.make();

    @Autowired
    CountyStore store;

    @Autowired
    Importer importer;

    @Autowired
    Snapshots snapshots;

    @Autowired
    Results results;

    @Autowired
    CountyOverview.Kept overviews;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("terrace.data", FOLDER::toString);
    }

    @Test
    void levelAAloneTellsWhatTheRecordDeclaresAndGuessesNothing() throws Exception {
        store.create("a", "Level A", 0, false, "cn-national");
        bring("a", "units.csv", "admin_unit", """
                code,name,level,parent_code,radius_m,lon,lat
                990001101,Town,township,,,102.30,29.20
                990001101201,Village,village,990001101,,102.30,29.20
                99000110120101,Group,group,990001101201,400,102.31,29.21
                """);
        bring("a", "households.csv", "household", """
                code,group_code,people_registered,declared_road_surface,declared_road_distance_m,declared_safe_water
                h1,99000110120101,4,cement,,
                h2,99000110120101,3,earth,,
                h3,99000110120101,3,earth,2000,no
                h4,99000110120101,3,,400,yes
                h5,99000110120101,3,,2000,
                """);
        Snapshot snapshot = assessed("a");
        assertThat(overviews.of(snapshot).level()).isEqualTo("A");
        assertThat(snapshot.region().households().numbers("position_error_m").get(0))
                .isEqualTo(400);
        assertThat(overviews.of(snapshot).levels().get(1).missing()).contains("elevation", "road_segment", "household");
        ResultTable roads = results.find(snapshot, "road.access").orElseThrow().table("household");
        assertThat(verdicts(roads))
                .as(
                        "what nobody checked is borderline at best; a declared lack is one; nothing declared, nothing known")
                .containsExactly(
                        Verdict.BORDERLINE, Verdict.UNKNOWN, Verdict.UNSERVED, Verdict.BORDERLINE, Verdict.UNKNOWN);
        assertThat(roads.codesOf("reason").code(1)).isEqualTo("no_roads_on_record");
        assertThat(roads.codesOf("reason").code(4))
                .as("the main road is far, but what the entry road is made of is not known")
                .isEqualTo("declared_far_surface_unknown");
        ResultTable water = results.find(snapshot, "water.access").orElseThrow().table("household");
        assertThat(verdicts(water))
                .containsExactly(
                        Verdict.UNKNOWN, Verdict.UNKNOWN, Verdict.UNSERVED, Verdict.BORDERLINE, Verdict.UNKNOWN);
    }

    private static List<Verdict> verdicts(ResultTable table) {
        return IntStream.range(0, table.size())
                .mapToObj(row -> table.verdict("verdict", row))
                .toList();
    }

    @Test
    void levelBJudgesRoadsAndWhatTheGroupsRadiusCanFlipIsBorderline() throws Exception {
        store.create("b", "Level B", 0, false, "cn-national");
        bring("b", "units.csv", "admin_unit", """
                code,name,level,parent_code,radius_m,lon,lat
                99000110120101,Group,group,,400,102.31,29.21
                """);
        bring("b", "households.csv", "household", """
                code,group_code,lon,lat
                h1,99000110120101,,
                h2,99000110120101,102.31,29.21
                h3,99000110120101,102.312,29.21
                """);
        bring("b", "roads.csv", "road_segment", """
                code,road_class,surface,wkt
                r1,county,asphalt,"LINESTRING (102.306 29.20, 102.306 29.22)"
                """);
        Snapshot snapshot = assessed("b");
        ResultTable roads = results.find(snapshot, "road.access").orElseThrow().table("household");
        // 0.004 degrees of longitude at 29.21 N are 389 m: within 500 m when the house is known to 15 m, open when
        // known to 400 m.
        assertThat(roads.verdict("verdict", roads.rowOf("h1"))).isEqualTo(Verdict.BORDERLINE);
        assertThat(roads.verdict("verdict", roads.rowOf("h2"))).isEqualTo(Verdict.SERVED);
        assertThat(roads.verdict("verdict", roads.rowOf("h3"))).isEqualTo(Verdict.UNSERVED);
        ResultTable water = results.find(snapshot, "water.access").orElseThrow().table("household");
        assertThat(water.verdict("verdict", 0)).isEqualTo(Verdict.UNKNOWN);
    }

    private Snapshot assessed(String county) {
        Snapshot snapshot =
                snapshots.newest(store.findCounty(county).orElseThrow()).orElseThrow();
        results.assess(snapshot, Deadline.NEVER, Results.Listener.NONE);
        return snapshot;
    }

    private void bring(String county, String name, String layer, String content) throws Exception {
        Path file = Files.writeString(FOLDER.resolve(county + "-" + name), content);
        ImportChoices choices = ImportChoices.parse(layer, "terrace", "4326", "", "");
        Importer.Committed committed =
                importer.commit(county, InputFile.of(file), choices, name, Importer.Rejected.IGNORED);
        assertThat(committed.version())
                .as(
                        "%s %s %s",
                        name,
                        committed.report().issues().all(),
                        committed.report().questions())
                .isPresent();
    }
}
