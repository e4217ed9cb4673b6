package org.terrace.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.terrace.analysis.Deadline;
import org.terrace.analysis.ResultTable;
import org.terrace.formats.RealData;
import org.terrace.formats.source.InputFile;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;
import org.terrace.server.importing.ImportChoices;
import org.terrace.server.importing.Importer;
import org.terrace.server.runs.CountySummary;
import org.terrace.server.runs.Results;
import org.terrace.server.runs.Snapshot;
import org.terrace.server.runs.Snapshots;
import org.terrace.server.store.CountyStore;
import org.terrace.server.store.Rasters;

/** A real extract of OpenStreetMap and a real SRTM tile, from file to verdict. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class RealDataTest {
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
    Rasters rasters;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("terrace.data", FOLDER::toString);
    }

    @Test
    void andorraIsImportedAssessedAndStandsWhereItStands() throws Exception {
        Path andorra = RealData.file("andorra");
        store.create("and", "Andorra", 0, false, "cn-national");
        for (String file : List.of("andorra-2025-01-19.osm.pbf", "N42E001.hgt.zip")) {
            Importer.Committed committed = importer.commit(
                    "and", InputFile.of(andorra.resolve(file)), ImportChoices.NONE, file, Importer.Rejected.IGNORED);
            assertThat(committed.report().issues().hasFatal()).as(file).isFalse();
            assertThat(committed.version()).as(file).isPresent();
        }
        Snapshot snapshot =
                snapshots.newest(store.findCounty("and").orElseThrow()).orElseThrow();
        assertThat(snapshot.region().epsg()).as("outside of China: UTM").isEqualTo(32631);
        ElevationGrid srtm = rasters.get(
                        snapshot.version().elevation().orElseThrow().contentHash())
                .grid();
        results.assess(snapshot, Deadline.NEVER, Results.Listener.NONE);
        ResultTable access = results.find(snapshot, "road.access").orElseThrow().table("household");
        FeatureTable households = snapshot.region().households();
        int compared = 0;
        List<String> lines = Files.readAllLines(andorra.resolve("expected/building_access_reference.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            int row = households.rowOf(code(cells[0]));
            if (row < 0) {
                continue;
            }
            compared++;
            double[] at = snapshot.toDegrees().point(households.x(row), households.y(row));
            // The reference has the centroid in degrees, Terrace takes it in metres: a decimetre for a large building.
            assertThat(at[0]).as(cells[0]).isCloseTo(Double.parseDouble(cells[1]), within(2e-6));
            assertThat(at[1]).as(cells[0]).isCloseTo(Double.parseDouble(cells[2]), within(2e-6));
            // Where the building really stands: the reference's printed coordinates are rounded, which moves one across
            // a cell's edge.
            double height = srtm.nearest(at[0], at[1]);
            if (!cells[3].isEmpty() && !Double.isNaN(height)) {
                assertThat(height).as(cells[0]).isEqualTo(Double.parseDouble(cells[3]));
            }
            double hardened = access.numbers("distance_m").get(access.rowOf(code(cells[0])));
            if (!cells[5].isEmpty() && !Double.isNaN(hardened)) {
                assertThat(hardened)
                        .as("%s: hardened and connected is never nearer than any hard way", cells[0])
                        .isGreaterThan(Double.parseDouble(cells[5]) - 1);
            }
        }
        assertThat(compared).isGreaterThan(3_000);
        assertThat(CountySummary.of(snapshot, results)).isPresent();
        assertThat(Map.copyOf(snapshot.version().layers())).containsKeys("road_segment", "household", "elevation");
    }

    /** The reference writes areas of ways as a(2 * id) and of relations as a(2 * id + 1), as libosmium does. */
    private static String code(String osm) {
        if (!osm.startsWith("a")) {
            return osm;
        }
        long area = Long.parseLong(osm.substring(1));
        return area % 2 == 0 ? "w" + area / 2 : "r" + area / 2;
    }

    private static org.assertj.core.data.Offset<Double> within(double value) {
        return org.assertj.core.data.Offset.offset(value);
    }
}
