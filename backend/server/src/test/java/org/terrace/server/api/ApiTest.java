package org.terrace.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.terrace.analysis.Deadline;
import org.terrace.server.SampleFolder;
import org.terrace.server.TestFolder;
import org.terrace.server.importing.CountyFolders;
import org.terrace.server.importing.ImportList;
import org.terrace.server.runs.Job;
import org.terrace.server.runs.Jobs;
import org.terrace.server.runs.Results;
import org.terrace.server.runs.Snapshots;
import org.terrace.server.store.CountyStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP contract, on the sample county. */
@SpringBootTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest {
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

    @Autowired
    Jobs jobs;

    private int households;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("terrace.data", FOLDER::toString);
    }

    @BeforeAll
    void sample() {
        ImportList list = ImportList.read(SampleFolder.path().resolve(ImportList.FILE_NAME));
        folders.load(list, "en", (entry, committed) -> {});
        var snapshot =
                snapshots.newest(store.findCounty("990001").orElseThrow()).orElseThrow();
        results.assess(snapshot, Deadline.NEVER, Results.Listener.NONE);
        households = snapshot.region().households().size();
    }

    @Test
    void theCountyTellsItsDataAndItsAnalyses() throws Exception {
        http.perform(get("/api/counties"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].code").value("990001"))
                .andExpect(jsonPath("$[0].synthetic").value(true))
                .andExpect(jsonPath("$[0].dataLevel").value("E"))
                .andExpect(jsonPath("$[0].bbox", hasSize(4)));
        http.perform(get(C))
                .andExpect(jsonPath("$.households").value(households))
                .andExpect(jsonPath("$.analyses[?(@.id=='road.access')].state").value("ready"))
                .andExpect(jsonPath("$.analyses[?(@.id=='road.access')].facts.households_outside_elevation")
                        .value(0.0))
                .andExpect(jsonPath("$.standards.thresholds", hasSize(greaterThan(20))));
        http.perform(get("/api/schemes"))
                .andExpect(jsonPath("$.verdict[0].code").value("served"));
    }

    @Test
    void positionsAndColumnsHaveOneValuePerHousehold() throws Exception {
        ByteBuffer positions = bytes(C + "/households/positions");
        assertThat(positions.getInt()).isEqualTo(households);
        assertThat(positions.remaining()).isEqualTo(8 * households);
        assertThat(bytes(C + "/tables/road.access/household/columns/verdict").remaining())
                .isEqualTo(households);
        assertThat(bytes(C + "/tables/road.access/household/columns/distance_m").remaining())
                .isEqualTo(4 * households);
        assertThat(bytes(C + "/households/attributes/people_registered").remaining())
                .isEqualTo(4 * households);
        ByteBuffer units = bytes(C + "/households/units");
        assertThat(units.getInt()).isEqualTo(households);
        assertThat(units.getInt()).isEqualTo(3);
        assertThat(units.remaining()).isEqualTo(6 * households);
    }

    private ByteBuffer bytes(String url) throws Exception {
        byte[] body = http.perform(get(url))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void anUnchangedColumnIsNotSentAgain() throws Exception {
        String url = C + "/tables/road.access/household/columns/verdict";
        String tag = http.perform(get(url)).andReturn().getResponse().getHeader("ETag");
        http.perform(get(url).header("If-None-Match", tag)).andExpect(status().isNotModified());
    }

    @Test
    void internalAndSensitiveAttributesAreNoColumns() throws Exception {
        for (String name : new String[] {"name", "income_per_person_yuan", "nonsense"}) {
            http.perform(get(C + "/households/attributes/" + name))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.code").value("not_found"));
        }
    }

    @Test
    void aTableIsFilteredSortedAndPaged() throws Exception {
        JsonNode page = json(C + "/tables/road.access/household?verdict=unserved&sort=-distance_m&limit=3");
        assertThat(page.get("total").asInt()).isBetween(1, households - 1);
        assertThat(page.get("rows")).hasSize(3);
        double first = page.get("rows").get(0).get("distance_m").asDouble();
        double second = page.get("rows").get(1).get("distance_m").asDouble();
        assertThat(first).isGreaterThanOrEqualTo(second);
        assertThat(page.get("rows").get(0).get("verdict").asString()).isEqualTo("unserved");
        String township = json(C + "/units").get("townships").get(0).get("code").asString();
        JsonNode inTownship = json(C + "/tables/road.access/household?limit=1&unit=" + township);
        assertThat(inTownship.get("total").asInt()).isBetween(100, households - 1);
        http.perform(get(C + "/tables/road.access/household?sort=nonsense")).andExpect(status().isNotFound());
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
    void aHouseholdShowsItsVerdictsWithReasonsAndItsIndustries() throws Exception {
        JsonNode household = json(C + "/households/S0000010");
        assertThat(household
                        .get("results")
                        .valueStream()
                        .map(r -> r.get("analysis").asString()))
                .contains("road.access", "water.access", "power.voltage", "summary.household");
        JsonNode road = household.get("results").get(0);
        assertThat(road.get("verdictColumn").asString()).isEqualTo("verdict");
        assertThat(road.get("row").get("reason").asString()).isNotEmpty();
        assertThat(household.get("units").get("township").get("name").asString())
                .isNotEmpty();
        assertThat(household.get("industries")).isNotEmpty();
        http.perform(get(C + "/households/nobody")).andExpect(status().isNotFound());
    }

    @Test
    void theSummaryCountsEveryHouseholdOnce() throws Exception {
        JsonNode summary = json(C + "/summary");
        for (JsonNode need : summary.get("needs")) {
            long sum = 0;
            for (String verdict : new String[] {"served", "borderline", "unserved", "unknown"}) {
                sum += need.get(verdict).get("households").asLong();
            }
            assertThat(sum).isEqualTo(summary.get("households").asLong());
        }
        assertThat(summary.get("needs")
                        .get(0)
                        .get("committee")
                        .get("served")
                        .get("villages")
                        .asInt())
                .isPositive();
        assertThat(summary.get("bands")).isNotEmpty();
        assertThat(summary.get("villages").get(0).get("committeeRoad").asString())
                .isNotEmpty();
    }

    @Test
    void featuresCarryTheClassThatAnAnalysisGaveThem() throws Exception {
        JsonNode roads = json(C + "/features/road_segment?simplify=20");
        assertThat(roads.get("features").size()).isGreaterThan(2_000);
        assertThat(roads.get("features").get(0).get("properties").has("network"))
                .isTrue();
        http.perform(get(C + "/features/household")).andExpect(status().isNotFound());
        http.perform(get(C + "/features/plot?bbox=1,2,3")).andExpect(status().isBadRequest());
    }

    @Test
    void aPointOnTheGroundKnowsItsHeightAndItsCrops() throws Exception {
        JsonNode point = json(C + "/point?lon=102.30&lat=29.20");
        assertThat(point.get("altitudeM").asDouble()).isBetween(700.0, 3_200.0);
        assertThat(point.get("zone").asString()).isNotEmpty();
        assertThat(point.get("crops")).isNotEmpty();
        assertThat(point.get("nearestRoadM").asDouble()).isPositive();
        http.perform(get(C + "/point?lon=999&lat=0")).andExpect(status().isBadRequest());
    }

    @Test
    void aTankThatIsRaisedGivesMoreHeadAndNothingIsStored() throws Exception {
        JsonNode tap = firstTapBelow("W0000002");
        String code = tap.path("code").asString();
        double before = tap.path("static_head_m").asDouble();
        String raise = """
                {"analysis": "water.pipes", "explain": {"table": "household", "code": "%s"},
                 "edits": [{"layer": "water_facility", "code": "W0000002", "attributes": {"elevation_m": 1000}}]}""".formatted(code);
        JsonNode answer = JsonMapper.shared()
                .readTree(http.perform(post(C + "/what-if")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(raise))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray());
        JsonNode households = answer.path("tables").path(0);
        assertThat(households.path("table").asString()).isEqualTo("household");
        JsonNode row = households
                .path("changed")
                .valueStream()
                .filter(r -> r.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(row.path("before").path("static_head_m").asDouble()).isEqualTo(before);
        assertThat(row.path("after").path("static_head_m").asDouble() - before).isCloseTo(1000 - 862.3, within(0.11));
        assertThat(answer.path("explanation")
                        .path("way")
                        .path(0)
                        .path("headM")
                        .path(0)
                        .asDouble())
                .isEqualTo(1000);
        assertThat(firstTapBelow("W0000002").path("static_head_m").asDouble()).isEqualTo(before);
    }

    @Test
    void aThickerWireRaisesTheVoltageOfTheHousesBeyondItAndNothingIsStored() throws Exception {
        JsonNode line = first(
                "power.voltage/line",
                r -> r.path("customers").asInt() > 3
                        && r.path("wire").asString().equals("JKLYJ-25")
                        && r.path("drop_v").asDouble() > 4);
        String code = line.path("code").asString();
        WhatIf rewired = new WhatIf(http, C, """
                {"layer": "power_line", "code": "%s", "attributes": {"conductor": "JKLYJ-95", "phases": 3}}""".formatted(code));
        JsonNode answer = rewired.answer();
        JsonNode row = WhatIf.changed(answer, "line", code);
        assertThat(row.path("after").path("drop_v").asDouble())
                .isLessThan(line.path("drop_v").asDouble());
        JsonNode house = WhatIf.first(
                answer, "household", r -> r.path("after").path("voltage_v").asDouble() > 0);
        JsonNode explained = rewired.explaining(house.path("code").asString());
        JsonNode way = explained.path("explanation").path("way");
        assertThat(way.path(0).path("volts").path("middleV").path(0).asDouble()).isBetween(200.0, 245.0);
        assertThat(way.valueStream()
                        .anyMatch(s -> s.path("numbers").path("amperes").asDouble() > 0))
                .isTrue();
        assertThat(WhatIf.changed(explained, "line", code).path("before")).isEqualTo(row.path("before"));
    }

    /** Low and high by 5 % each. */
    @Test
    void aTapThatIsChangedMovesTheVoltageOfItsArea() throws Exception {
        JsonNode transformer = first(
                "power.voltage/transformer",
                r -> r.path("lowest_v").asDouble() > 190 && r.path("customers").asInt() > 5);
        String code = transformer.path("code").asString();
        double[] lowest = new double[2];
        for (int k = 0; k < 2; k++) {
            String edit = """
                    {"layer": "power_facility", "code": "%s", "attributes": {"tap_percent": %d}}""".formatted(code, 10 * k - 5);
            lowest[k] = WhatIf.changed(new WhatIf(http, C, edit).answer(), "transformer", code)
                    .path("after")
                    .path("lowest_v")
                    .asDouble();
        }
        assertThat(lowest[0]).isGreaterThan(lowest[1] + 15);
    }

    @Test
    void aNewTransformerTakesOverTheHousesAroundIt() throws Exception {
        JsonNode section = first(
                "power.network/section",
                r -> r.path("kind").asString().equals("line")
                        && r.path("customers").asInt() > 4
                        && r.path("wire_m").asDouble() > 600
                        && r.path("closes_loop").asString().equals("no"));
        double[] at = snapshots
                .newest(store.findCounty("990001").orElseThrow())
                .orElseThrow()
                .toDegrees()
                .point(
                        section.path("to_east_m").asDouble(),
                        section.path("to_north_m").asDouble());
        String add = """
                {"layer": "power_facility", "code": "NEW-1", "add": true, "lon": %s, "lat": %s,
                 "attributes": {"kind": "transformer", "kva": 100, "tap_percent": 0}}""".formatted(at[0], at[1]);
        JsonNode answer = new WhatIf(http, C, add).answer();
        JsonNode built = WhatIf.changed(answer, "transformer", "NEW-1");
        assertThat(built.path("before").isNull()).isTrue();
        assertThat(built.path("after").path("customers").asInt()).isGreaterThan(4);
        WhatIf.first(
                answer,
                "household",
                r -> r.path("after").path("transformer_code").asString("").equals("NEW-1"));
        String old = section.path("transformer_code").asString();
        new WhatIf(http, C, add.replace("NEW-1", old))
                .asked()
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("code_taken"));
        new WhatIf(http, C, add.replace("\"lon\"", "\"nowhere\"")).asked().andExpect(status().isBadRequest());
    }

    private JsonNode first(String table, Predicate<JsonNode> wanted) throws Exception {
        return rows(table, "").valueStream().filter(wanted).findFirst().orElseThrow();
    }

    private JsonNode firstTapBelow(String level) throws Exception {
        JsonNode rows = JsonMapper.shared()
                .readTree(http.perform(get(C + "/tables/water.pipes/household").param("limit", "1000"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .path("rows");
        return rows.valueStream()
                .filter(r -> r.path("level_code").asString("").equals(level))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode rows(String table, String query) throws Exception {
        return JsonMapper.shared()
                .readTree(http.perform(get(C + "/tables/" + table + "?limit=1000" + query))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .path("rows");
    }

    /** Works by the village on record, pipes and exposed places by where they lie: a list can be limited to an area. */
    @Test
    void rowsAboutWorksAndPlacesSayToWhichTownshipTheyBelong() throws Exception {
        for (String table : List.of("water.sources/source", "water.pipes/pipe", "water.exposure/place")) {
            JsonNode rows = rows(table, "");
            assertThat(rows.size()).as(table).isGreaterThan(100);
            long placed = rows.valueStream()
                    .filter(r -> r.path("township_code").asString("").startsWith("990001"))
                    .filter(r -> r.path("village_code")
                            .asString("")
                            .startsWith(r.path("township_code").asString("")))
                    .count();
            assertThat(placed).as(table).isGreaterThan(rows.size() * 9L / 10);
        }
        // The record says village 990001101201 of township 990001101.
        assertThat(rows("water.sources/source", "&code=W0000001")
                        .get(0)
                        .path("village_code")
                        .asString())
                .isEqualTo("990001101201");
        // A table that says it itself is left as it is; households are asked for by unit.
        assertThat(rows("water.access/household", "&code=S0000001").get(0).has("township_code"))
                .isFalse();
    }

    @Test
    void aProjectNamesTheHouseholdsThatGain() throws Exception {
        JsonNode project =
                rows("water.projects/project", "&kind=gravity_scheme").get(0);
        JsonNode links = JsonMapper.shared()
                .readTree(http.perform(get(C + "/links/water.projects/household_project")
                                .param("to", project.path("code").asString()))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray());
        assertThat(links.size()).isEqualTo(project.path("households_gain").asInt());
        assertThat(links.valueStream().map(l -> l.path("from").asString())).allMatch(code -> code.startsWith("S"));
        http.perform(get(C + "/links/water.projects/nothing?to=x")).andExpect(status().isNotFound());
    }

    @Test
    void aTrialThatMeansNothingIsRefused() throws Exception {
        tried("{\"layer\": \"pipe\", \"code\": \"nowhere\"}").andExpect(status().isNotFound());
        tried("{\"layer\": \"pipe\", \"code\": \"G0000001\", \"attributes\": {\"diameter_mm\": -3}}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("out_of_range"))
                .andExpect(jsonPath("$.params.attribute").value("diameter_mm"))
                .andExpect(jsonPath("$.params.min").value("1"))
                .andExpect(jsonPath("$.params.unit").value("mm"));
        tried("{\"layer\": \"pipe\", \"code\": \"G0000001\", \"attributes\": {\"material\": \"gold\"}}")
                .andExpect(jsonPath("$.code").value("bad_value"));
        tried("{\"layer\": \"pipe\", \"code\": \"G0000001\", \"lon\": 100, \"lat\": 30}")
                .andExpect(jsonPath("$.code").value("bad_point"));
    }

    private ResultActions tried(String edit) throws Exception {
        return http.perform(post(C + "/what-if")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"analysis\": \"water.pipes\", \"edits\": [" + edit + "]}"));
    }

    @Test
    void placesAreFoundByNameAndByCode() throws Exception {
        assertThat(json(C + "/search?q=S0000010").get(0).get("kind").asString()).isEqualTo("household");
        assertThat(json(C + "/search?q=Damaling").get(0).get("kind").asString()).isEqualTo("township");
    }

    @Test
    void tilesArePictures() throws Exception {
        byte[] base = http.perform(get("/tiles/990001/base/12/3212/1701.png"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(base).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(2_000);
        http.perform(get("/tiles/990001/field/crop.suitability/altitude_zone/12/3212/1701.png"))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.IMAGE_PNG));
        http.perform(get("/tiles/990001/base/3/99/99.png")).andExpect(status().isOk());
    }

    @Test
    void theDataScreenTellsLevelsLayersAndImports() throws Exception {
        http.perform(get(C + "/data"))
                .andExpect(jsonPath("$.level").value("E"))
                .andExpect(jsonPath("$.levels", hasSize(5)))
                .andExpect(jsonPath("$.imports", hasSize(14)))
                .andExpect(jsonPath("$.layers[?(@.kind=='household')].issuesByCode")
                        .isNotEmpty());
    }

    @Test
    void anUploadIsLookedAtChangedCommittedAndAssessed() throws Exception {
        http.perform(post("/api/counties")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"code\":\"up1\",\"name\":\"Upload\"}"))
                .andExpect(status().isCreated());
        String csv = "code,lon,lat,people_registered\nh1,102.30,29.20,4\nh2,102.31,29.21,many\n,102.32,29.22,3\n";
        JsonNode preview = upload("up1", "houses.csv", csv.getBytes(StandardCharsets.UTF_8), "household");
        assertThat(preview.get("questions").get(0).get("id").asString()).isEqualTo("crs");
        assertThat(preview.get("canCommit").asBoolean()).isFalse();
        String id = preview.get("importId").asString();
        http.perform(post("/api/counties/up1/imports/" + id + "/commit")).andExpect(status().isConflict());
        http.perform(put("/api/counties/up1/imports/" + id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"layer\":\"household\",\"crs\":\"EPSG:4326\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.canCommit").value(true))
                .andExpect(jsonPath("$.effect.added").value(2))
                .andExpect(jsonPath("$.rejected").value(1));
        http.perform(get("/api/counties/up1/imports/" + id + "/bad-rows.csv"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("102.32")));
        JsonNode committed = JsonMapper.shared()
                .readTree(http.perform(post("/api/counties/up1/imports/" + id + "/commit"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        String job = committed.get("jobId").asString();
        for (int i = 0; i < 100 && !jobs.find(job).orElseThrow().state().isOver(); i++) {
            Thread.sleep(100);
        }
        assertThat(jobs.find(job).orElseThrow().state()).isEqualTo(Job.State.DONE);
        http.perform(get("/api/jobs/" + job)).andExpect(jsonPath("$.state").value("done"));
        http.perform(get("/api/counties/up1"))
                .andExpect(jsonPath("$.households").value(2));
        http.perform(delete("/api/counties/up1/imports/" + id)).andExpect(status().isNoContent());
    }

    private JsonNode upload(String county, String name, byte[] content, String layer) throws Exception {
        return JsonMapper.shared()
                .readTree(http.perform(multipart("/api/counties/" + county + "/imports")
                                .file(new MockMultipartFile("file", name, "text/csv", content))
                                .param("layer", layer))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void resultsAreExportedAsGeoPackage() throws Exception {
        var started =
                http.perform(get(C + "/export?format=gpkg&what=road.access")).andReturn();
        http.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch(started))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString(".gpkg")))
                .andExpect(content().string(containsString("SQLite format 3")));
        http.perform(get(C + "/export?format=dxf")).andExpect(status().isBadRequest());
    }

    @Test
    void anotherHostNameIsRefused() throws Exception {
        http.perform(get("/api/counties").with(r -> {
                    r.setServerName("evil.example");
                    return r;
                }))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("host_refused"));
    }

    @Test
    void aPageFromElsewhereMayNotChangeAnything() throws Exception {
        http.perform(post(C + "/assess")
                        .header("Origin", "https://evil.example")
                        .header("Host", "localhost"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("origin_refused"));
    }

    @Test
    void whatIsNotThereIsAProblemWithACode() throws Exception {
        http.perform(get("/api/counties/nowhere/summary"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.code", is("not_found")))
                .andExpect(jsonPath("$.params.what").value("county"));
        http.perform(get(C + "?version=123456")).andExpect(status().isNotFound());
        http.perform(get("/api/nonsense")).andExpect(status().isNotFound()).andExpect(jsonPath("$.code", not("")));
    }

    @Test
    void theInterfaceDescribesItself() throws Exception {
        http.perform(get("/v3/api-docs"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths").isNotEmpty());
    }
}
