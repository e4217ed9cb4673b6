package org.terrace.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Deadline;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.Verdict;
import org.terrace.formats.source.InputFile;
import org.terrace.server.importing.ImportChoices;
import org.terrace.server.importing.ImportReport;
import org.terrace.server.importing.Importer;
import org.terrace.server.runs.Results;
import org.terrace.server.runs.Snapshot;
import org.terrace.server.runs.Snapshots;
import org.terrace.server.store.CountyStore;

/** Roads, terrain and households as bad as they come: an issue for each, a result for everything else. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class BadRoadsTest {
    private static final Path FOLDER = TestFolder.make();

    @Autowired
    CountyStore store;

    @Autowired
    Importer importer;

    @Autowired
    Snapshots snapshots;

    @Autowired
    Results results;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("terrace.data", FOLDER::toString);
    }

    @Test
    void whatCannotBeUsedIsReportedAndTheRestIsJudged() throws Exception {
        store.create("bad", "Bad", 0, false, "cn-national");
        ImportReport roads = bring("roads.csv", "road_segment", """
                code,road_class,surface,wkt
                r1,county,asphalt,"LINESTRING (102.30 29.21, 102.31 29.21)"
                r2,village,cement,"LINESTRING (102.306 29.21, 102.306 29.212)"
                onepoint,village,cement,"LINESTRING (102.30 29.20)"
                nolength,village,cement,"LINESTRING (102.30 29.20, 102.30 29.20)"
                nan,village,cement,"LINESTRING (NaN NaN, 102.31 29.20)"
                antimeridian,village,cement,"LINESTRING (179.9 29.2, -179.9 29.2)"
                r3,track,earth,"LINESTRING (102.302 29.21, 102.302 29.214)"
                r4,track,earth,"LINESTRING (102.304 29.21, 102.304 29.214)"
                r5,track,earth,"LINESTRING (102.308 29.21, 102.308 29.214)"
                """);
        assertThat(roads.issues().all())
                .extracting(issue -> issue.code() + " in line " + issue.place().id())
                .containsExactly(
                        "bad_wkt in line 4",
                        "zero_length in line 5",
                        "geometry_nowhere in line 6",
                        "outside_crs_area in line 7");
        bring("households.csv", "household", """
                code,lon,lat
                h1,102.306,29.2105
                h2,102.40,29.30
                h3,,
                """);
        // About 1 x 1 km around h1; h2 lies far outside.
        StringBuilder grid = new StringBuilder(
                "ncols 30\nnrows 30\nxllcorner 529300\nyllcorner 3232200\ncellsize 30\nNODATA_value -9999\n");
        for (int row = 0; row < 30; row++) {
            for (int column = 0; column < 30; column++) {
                grid.append(1000 + row * 3).append(column < 29 ? ' ' : '\n');
            }
        }
        bring("dem.asc", "elevation", grid.toString());
        Snapshot snapshot =
                snapshots.newest(store.findCounty("bad").orElseThrow()).orElseThrow();
        results.assess(snapshot, Deadline.NEVER, Results.Listener.NONE);
        AnalysisResult access = results.find(snapshot, "road.access").orElseThrow();
        ResultTable households = access.table("household");
        assertThat(households.verdict("verdict", households.rowOf("h1"))).isEqualTo(Verdict.SERVED);
        assertThat(households.numbers("walk_to_min").get(households.rowOf("h1")))
                .isBetween(0.0, 2.0);
        assertThat(households.verdict("verdict", households.rowOf("h2"))).isEqualTo(Verdict.UNSERVED);
        assertThat(households.numbers("walk_to_min").get(households.rowOf("h2")))
                .as("no elevation there: not known, not nothing")
                .isNaN();
        assertThat(households.verdict("verdict", households.rowOf("h3"))).isEqualTo(Verdict.UNKNOWN);
        assertThat(access.facts()).containsEntry("households_outside_elevation", 1.0);
    }

    private ImportReport bring(String name, String layer, String content) throws Exception {
        Path file = Files.writeString(FOLDER.resolve(name), content);
        String crs = layer.equals("elevation") ? "4543" : "4326";
        ImportChoices choices = ImportChoices.parse(
                layer.equals("elevation") ? "" : layer, layer.equals("elevation") ? "" : "terrace", crs, "", "");
        Importer.Committed committed =
                importer.commit("bad", InputFile.of(file), choices, name, Importer.Rejected.IGNORED);
        assertThat(committed.version())
                .as(
                        "%s %s %s",
                        name,
                        committed.report().issues().all(),
                        committed.report().questions())
                .isPresent();
        return committed.report();
    }
}
