package org.terrace.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.Deadline;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.Field;
import org.terrace.analysis.FieldSpec;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.catalogue.Catalogue;
import org.terrace.region.Geometries;
import org.terrace.region.GridFrame;
import org.terrace.region.LayerKind;
import org.terrace.server.SampleFolder;
import org.terrace.server.TestFolder;
import org.terrace.server.importing.CountyFolders;
import org.terrace.server.importing.ImportList;
import org.terrace.server.runs.CatalogueOfAnalyses;
import org.terrace.server.runs.Results;
import org.terrace.server.runs.Snapshots;
import org.terrace.server.store.CountyStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server does for any analysis that returns places, a way or a field, by one made up for it: it marks the middle of the
 * county and a place a kilometre east of it, and walks between them.
 */
@SpringBootTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacesApiTest {
    private static final String C = "/api/counties/990001";
    private static final Path FOLDER = TestFolder.make();

    @Autowired
    MockMvc http;

    @Autowired
    CountyStore store;

    @Autowired
    CountyFolders folders;

    @Autowired
    Snapshots snapshots;

    @Autowired
    Results results;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("terrace.data", FOLDER::toString);
    }

    @TestConfiguration
    static class Catalogues {
        @Bean
        @Primary
        CatalogueOfAnalyses withMarks() {
            return new CatalogueOfAnalyses() {
                @Override
                public List<Analysis> analyses() {
                    List<Analysis> all = new ArrayList<>(Catalogue.analyses());
                    all.add(new Marks());
                    return List.copyOf(all);
                }
            };
        }
    }

    /** Three marks: at the middle, a kilometre east of it, and one whose place nobody knows. A link leads to the north. */
    private static final class Marks implements Analysis {
        private static final TableSpec MARK = new TableSpec(
                "mark",
                "mark",
                List.of(
                        ColumnSpec.classes("kind", "road_fault", List.of("near_miss", "joined")),
                        ColumnSpec.number("gap_m", "m", 1),
                        ColumnSpec.number("east_m", "m", 1),
                        ColumnSpec.number("north_m", "m", 1)));
        private static final TableSpec LINK = new TableSpec(
                "link",
                "link",
                List.of(
                        ColumnSpec.number("east_m", "m", 1),
                        ColumnSpec.number("north_m", "m", 1),
                        ColumnSpec.number("to_east_m", "m", 1),
                        ColumnSpec.number("to_north_m", "m", 1)));
        private static final FieldSpec WALK = new FieldSpec("walk", "minutes", "", List.of());

        @Override
        public String id() {
            return "test.marks";
        }

        @Override
        public int engineVersion() {
            return 1;
        }

        @Override
        public Set<LayerKind> layers() {
            return Set.of(LayerKind.HOUSEHOLD);
        }

        @Override
        public Outputs outputs(org.terrace.standard.ReferenceData reference) {
            return new Outputs(List.of(MARK, LINK), List.of(WALK), List.of());
        }

        @Override
        public AnalysisResult run(Assessment assessment) {
            Coordinate middle = middle(assessment);
            ResultTableBuilder table = new ResultTableBuilder(MARK, new String[] {"M1", "M2", "M3"})
                    .set(0, "kind", "near_miss")
                    .set(0, "gap_m", 0.4)
                    .set(0, "east_m", middle.x)
                    .set(0, "north_m", middle.y)
                    .set(1, "kind", "joined")
                    .set(1, "east_m", middle.x + 1_000)
                    .set(1, "north_m", middle.y)
                    .set(2, "kind", "joined");
            ResultTableBuilder link = new ResultTableBuilder(LINK, new String[] {"L1"})
                    .set(0, "east_m", middle.x)
                    .set(0, "north_m", middle.y)
                    .set(0, "to_east_m", middle.x)
                    .set(0, "to_north_m", middle.y + 500);
            GridFrame frame = new GridFrame(middle.x - 1_000, middle.y + 1_000, 1_000, 1_000, 2, 2);
            Field walk = new Field(WALK, frame, new float[] {5, 15, 25, Float.NaN});
            return new AnalysisResult(id(), List.of(table.build(), link.build()), List.of(walk), List.of(), Map.of());
        }

        private static Coordinate middle(Assessment assessment) {
            Envelope county = assessment.region().households().envelope();
            return county.centre();
        }

        @Override
        public Explanation explain(Assessment assessment, AnalysisResult result, String tableId, String code) {
            Coordinate from = middle(assessment);
            Coordinate to = new Coordinate(from.x + 300, from.y);
            return new Explanation(
                    List.of(),
                    Optional.empty(),
                    List.of(new Explanation.Stretch(
                            "off_road",
                            "",
                            Geometries.FACTORY.createLineString(new Coordinate[] {from, to}),
                            new double[] {0, 150, 300},
                            new double[] {1_200.123, Double.NaN, 1_210})));
        }
    }

    @BeforeAll
    void sample() {
        folders.load(ImportList.read(SampleFolder.path().resolve(ImportList.FILE_NAME)), "en", (entry, done) -> {});
        results.assess(
                snapshots.newest(store.findCounty("990001").orElseThrow()).orElseThrow(),
                Deadline.NEVER,
                Results.Listener.NONE);
    }

    private JsonNode json(String url) throws Exception {
        return JsonMapper.shared()
                .readTree(http.perform(get(url))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void rowsWithAPlaceSayWhereTheyLieAndRowsWithoutOneSayNothing() throws Exception {
        JsonNode rows = json(C + "/tables/test.marks/mark?sort=code").get("rows");
        assertThat(rows).hasSize(3);
        JsonNode first = rows.get(0);
        JsonNode second = rows.get(1);
        assertThat(first.get("lon").asDouble()).isBetween(101.0, 104.0);
        assertThat(second.get("lat").asDouble()).isCloseTo(first.get("lat").asDouble(), within(0.001));
        // A kilometre along a parallel near 29 degrees north: 1 / (111.32 cos 29.2) degrees.
        assertThat(second.get("lon").asDouble() - first.get("lon").asDouble()).isCloseTo(0.01029, within(0.0001));
        assertThat(rows.get(2).get("lon").isNull()).isTrue();
        assertThat(json(C + "/tables/road.access/household?limit=1")
                        .get("rows")
                        .get(0)
                        .has("lon"))
                .isFalse();
    }

    @Test
    void theRowsOfATableArePointsWithTheirValuesByBoxAndByClass() throws Exception {
        String url = C + "/tables/test.marks/mark/points";
        JsonNode all = json(url);
        assertThat(all.get("type").asString()).isEqualTo("FeatureCollection");
        assertThat(all.get("total").asInt()).isEqualTo(2);
        JsonNode first = all.get("features").get(0);
        assertThat(first.get("geometry").get("type").asString()).isEqualTo("Point");
        assertThat(first.get("properties").get("code").asString()).isEqualTo("M1");
        assertThat(first.get("properties").get("kind").asString()).isEqualTo("near_miss");
        assertThat(first.get("properties").get("gap_m").asDouble()).isEqualTo(0.4);
        assertThat(all.get("features").get(1).get("properties").has("gap_m")).isFalse();

        double lon = first.get("geometry").get("coordinates").get(0).asDouble();
        double lat = first.get("geometry").get("coordinates").get(1).asDouble();
        String near = "bbox=" + (lon - 0.002) + "," + (lat - 0.002) + "," + (lon + 0.002) + "," + (lat + 0.002);
        assertThat(json(url + "?" + near).get("total").asInt()).isEqualTo(1);
        assertThat(json(url + "?kind=joined")
                        .get("features")
                        .get(0)
                        .get("properties")
                        .get("code")
                        .asString())
                .isEqualTo("M2");
        JsonNode fewer = json(url + "?limit=1");
        assertThat(fewer.get("total").asInt()).isEqualTo(2);
        assertThat(fewer.get("features")).hasSize(1);
        http.perform(get(url + "?bbox=1,2,3")).andExpect(status().isBadRequest());
        http.perform(get(url)).andExpect(header().exists("ETag"));
    }

    @Test
    void rowsThatLeadSomewhereAreLines() throws Exception {
        JsonNode link =
                json(C + "/tables/test.marks/link/points").get("features").get(0);
        assertThat(link.get("geometry").get("type").asString()).isEqualTo("LineString");
        assertThat(link.get("geometry").get("coordinates")).hasSize(2);
        JsonNode row = json(C + "/tables/test.marks/link").get("rows").get(0);
        assertThat(row.get("to_lat").asDouble()).isGreaterThan(row.get("lat").asDouble());
        assertThat(json(C + "/tables/test.marks/mark").get("rows").get(0).has("to_lat"))
                .isFalse();
    }

    /** M3 has no place: its cells stay empty. The link leads half a kilometre north: 0.0045 degrees. */
    @Test
    void rowsWithAPlaceAreExportedWhereTheyLie() throws Exception {
        Map<String, String> csv = exported("csv");
        List<String> marks = csv.get("test_marks_mark.csv").lines().toList();
        assertThat(marks.get(0)).endsWith("\"lon\",\"lat\"");
        assertThat(marks.get(1)).matches(".*,102\\.\\d+,29\\.\\d+");
        assertThat(marks.get(3)).endsWith(",,");
        List<String> links = csv.get("test_marks_link.csv").lines().toList();
        assertThat(links.get(0)).endsWith("\"lon\",\"lat\",\"to_lon\",\"to_lat\",\"wkt\"");
        String[] cells = links.get(1).split(",");
        assertThat(Double.parseDouble(cells[8]) - Double.parseDouble(cells[6])).isCloseTo(0.0045, within(0.0001));
        assertThat(links.get(1)).contains("LINESTRING (102.");

        Map<String, String> geoJson = exported("geojson");
        JsonNode mark = JsonMapper.shared()
                .readTree(geoJson.get("test_marks_mark.geojson"))
                .get("features");
        assertThat(mark.get(0).get("geometry").get("type").asString()).isEqualTo("Point");
        assertThat(mark.get(2).get("geometry").isNull()).isTrue();
        JsonNode link = JsonMapper.shared()
                .readTree(geoJson.get("test_marks_link.geojson"))
                .get("features");
        assertThat(link.get(0).get("geometry").get("type").asString()).isEqualTo("LineString");
        assertThat(link.get(0).get("properties").has("lon")).isFalse();

        Path gpkg = Files.write(FOLDER.resolve("marks.gpkg"), bytes("gpkg"));
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + gpkg);
                Statement statement = sqlite.createStatement();
                ResultSet row = statement.executeQuery("SELECT group_concat(table_name || ' ' || geometry_type_name)"
                        + " FROM gpkg_geometry_columns ORDER BY 1")) {
            assertThat(row.getString(1)).contains("test_marks_mark POINT", "test_marks_link MULTILINESTRING");
        }
    }

    private byte[] bytes(String format) throws Exception {
        MvcResult begun = http.perform(get(C + "/export?format=" + format + "&what=test.marks"))
                .andReturn();
        begun.getAsyncResult();
        return begun.getResponse().getContentAsByteArray();
    }

    /** Files of the archive by name. */
    private Map<String, String> exported(String format) throws Exception {
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes(format)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void aTableWithoutPlacesHasNoPoints() throws Exception {
        http.perform(get(C + "/tables/road.access/household/points")).andExpect(status().isNotFound());
    }

    @Test
    void anExplanationTellsTheWayStretchByStretchWithItsHeights() throws Exception {
        JsonNode way = json(C + "/explain/test.marks/mark/M1").get("way");
        assertThat(way).hasSize(1);
        JsonNode stretch = way.get(0);
        assertThat(stretch.get("kind").asString()).isEqualTo("off_road");
        assertThat(stretch.get("line").get("coordinates")).hasSize(2);
        assertThat(stretch.get("alongM").get(2).asDouble()).isEqualTo(300);
        assertThat(stretch.get("heightM").get(0).asDouble()).isEqualTo(1_200.12);
        assertThat(stretch.get("heightM").get(1).isNull()).isTrue();
    }

    @Test
    void theLegendOfAFieldHasTheBandsOfItsTiles() throws Exception {
        JsonNode legend = json(C + "/fields/test.marks/walk");
        assertThat(legend.get("unit").asString()).isEqualTo("minutes");
        assertThat(legend.get("bands").valueStream().map(b -> b.get("upTo").asDouble()))
                .containsExactly(10.0, 20.0, 30.0);
        JsonNode zones = json(C + "/fields/crop.suitability/altitude_zone");
        assertThat(zones.get("scheme").asString()).isEqualTo("altitude_zone");
        assertThat(zones.get("bands").get(0).get("code").asString()).isEqualTo("valley");
        assertThat(zones.get("bands").get(0).get("upTo").isNull()).isTrue();
        assertThat(json(C + "/fields/test.marks/nonsense").get("bands")).isEmpty();
    }

    /** M1 is the middle of the county, where the four cells of the field meet: a little south west of it is the third, south east none. */
    @Test
    void aFieldSaysItsValueAtAPlaceAndNothingWhereItKnowsNone() throws Exception {
        JsonNode m1 = json(C + "/tables/test.marks/mark?code=M1").get("rows");
        assertThat(m1).hasSize(1);
        double lon = m1.get(0).get("lon").asDouble();
        double lat = m1.get(0).get("lat").asDouble();
        String at = C + "/fields/test.marks/walk/at?lat=" + (lat - 0.001) + "&lon=";
        JsonNode there = json(at + (lon - 0.001));
        assertThat(there.get("value").asDouble()).isEqualTo(25);
        assertThat(there.get("unit").asString()).isEqualTo("minutes");
        assertThat(json(at + (lon + 0.001)).get("value").isNull()).isTrue();
        assertThat(json(at + 0).get("value").isNull()).isTrue();
    }
}
