package org.terrace.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.terrace.formats.mapping.MappingFiles;
import org.terrace.formats.source.InputFile;
import org.terrace.server.TestFolder;
import org.terrace.server.importing.ImportChoices;
import org.terrace.server.importing.ImportSessions;
import org.terrace.server.importing.Importer;
import org.terrace.server.importing.Watch;
import org.terrace.server.runs.Job;
import org.terrace.server.runs.Jobs;
import org.terrace.server.store.CountyStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a user does with a file: changes how it is read, stops it, takes it back. */
@SpringBootTest
@AutoConfigureMockMvc
class ImportApiTest {
    private static final String CSV = "HH,East,North,persons,owner_phone,surface\n"
            + "h1,102.30,29.20,4,13900000000,a\n"
            + "h2,102.31,29.21,5,13900000001,b\n";

    private static final Path FOLDER = TestFolder.make();

    @Autowired
    MockMvc http;

    @Autowired
    CountyStore store;

    @Autowired
    Importer importer;

    @Autowired
    ImportSessions sessions;

    @Autowired
    Jobs jobs;

    @TempDir
    Path folder;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("terrace.data", FOLDER::toString);
    }

    private String county(String code) throws Exception {
        http.perform(post("/api/counties")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"code\":\"" + code + "\"}"))
                .andExpect(status().isCreated());
        return "/api/counties/" + code;
    }

    private JsonNode upload(String county, String name, String content) throws Exception {
        return json(multipart(county + "/imports")
                .file(new MockMultipartFile("file", name, "text/csv", content.getBytes(StandardCharsets.UTF_8)))
                .param("layer", "household"));
    }

    private JsonNode json(org.springframework.test.web.servlet.RequestBuilder request) throws Exception {
        return JsonMapper.shared()
                .readTree(http.perform(request)
                        .andExpect(status().is2xxSuccessful())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    private ResultActions change(String address, String mapping) throws Exception {
        return http.perform(body(put(address), mapping));
    }

    private static MockHttpServletRequestBuilder body(MockHttpServletRequestBuilder request, String mapping) {
        return request.contentType(MediaType.APPLICATION_JSON)
                .content("{\"layer\":\"household\",\"crs\":\"EPSG:4490\",\"mapping\":[" + mapping + "]}");
    }

    private static String field(String attribute, String column) {
        return "{\"kind\":\"household\",\"attribute\":\"" + attribute + "\",\"column\":\"" + column + "\"}";
    }

    private static final String POSITION = "{\"kind\":\"\",\"attribute\":\"x\",\"column\":\"East\"},"
            + "{\"kind\":\"\",\"attribute\":\"y\",\"column\":\"North\"}";

    private static String columnOf(JsonNode preview, String attribute) {
        return preview.get("layers")
                .get(0)
                .get("fields")
                .valueStream()
                .filter(f -> f.get("attribute").asString().equals(attribute))
                .map(f -> f.get("column").asString(""))
                .findFirst()
                .orElse("no such field");
    }

    @Test
    void aFieldIsReadFromTheColumnThatTheUserChooses() throws Exception {
        String county = county("map1");
        JsonNode first = upload(county, "houses.csv", CSV);
        String import1 = county + "/imports/" + first.get("importId").asString();
        assertThat(columnOf(first, "people_registered")).isEmpty();
        assertThat(columnOf(first, "name")).isEqualTo("no such field"); // sensitive
        JsonNode second = json(
                body(put(import1), field("code", "HH") + "," + field("people_registered", "persons") + "," + POSITION));
        assertThat(columnOf(second, "code")).isEqualTo("HH");
        assertThat(columnOf(second, "people_registered")).isEqualTo("persons");
        assertThat(second.get("layers").get(0).get("position").get("x").asString())
                .isEqualTo("East");
        assertThat(second.get("canCommit").asBoolean()).isTrue();
        assertThat(second.get("effect").get("added").asInt()).isEqualTo(2);

        String yaml = http.perform(get(import1 + "/profile.yaml"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("houses.yaml")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(yaml).contains("--profile houses.yaml", "--crs EPSG:4490");
        var own = MappingFiles.read(Files.writeString(folder.resolve("houses.yaml"), yaml));
        Path again = Files.writeString(folder.resolve("again.csv"), CSV);
        ImportChoices choices = ImportChoices.parse("", "", "4490", "", "merge").withProfile(own);
        var report = importer.preview("map1", InputFile.of(again), choices, Importer.Rejected.IGNORED);
        assertThat(report.effect().added()).isEqualTo(2);

        json(post(import1 + "/commit"));
        http.perform(get(county)).andExpect(jsonPath("$.people").value(9));
        JsonNode third = json(body(
                put(lastImport(county)), field("code", "HH") + "," + field("people_registered", "") + "," + POSITION));
        assertThat(columnOf(third, "people_registered")).isEmpty();
    }

    private String lastImport(String county) throws Exception {
        return county + "/imports/"
                + upload(county, "houses.csv", CSV).get("importId").asString();
    }

    @Test
    void personalColumnsAndColumnsThatAreNotThereAreRefusedWithTheirReason() throws Exception {
        String county = county("map2");
        String id = lastImport(county);
        change(id, field("people_registered", "owner_phone") + "," + field("code", "HH") + "," + POSITION)
                .andExpect(jsonPath("$.canCommit").value(false))
                .andExpect(jsonPath("$.issues[?(@.code=='column_personal')].first[0].field")
                        .value("owner_phone"));
        change(id, field("people_registered", "nowhere"))
                .andExpect(jsonPath("$.canCommit").value(false))
                .andExpect(jsonPath("$.issues[?(@.code=='column_missing')].first[0].field")
                        .value("nowhere"));
        change(id, field("name", "surface"))
                .andExpect(jsonPath("$.canCommit").value(false))
                .andExpect(jsonPath("$.issues[?(@.code=='field_unknown')].first[0].field")
                        .value("name"));
        http.perform(put(id).contentType(MediaType.APPLICATION_JSON).content("{\"crs\":\"EPSG:1\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("bad_crs"));
    }

    @Test
    void aFileIsReadAndWrittenAsJobs() throws Exception {
        String county = county("job1");
        JsonNode started = json(multipart(county + "/imports/jobs")
                .file(new MockMultipartFile(
                        "file", "households.csv", "text/csv", CSV.getBytes(StandardCharsets.UTF_8))));
        assertThat(end(started)).isEqualTo(Job.State.DONE);
        String id = county + "/imports/" + started.get("importId").asString();
        http.perform(get(id)).andExpect(jsonPath("$.committed").value(false));
        JsonNode changing = json(body(put(id + "/jobs"), field("code", "HH") + "," + POSITION));
        assertThat(end(changing)).isEqualTo(Job.State.DONE);
        assertThat(end(json(post(id + "/commit/jobs")))).isEqualTo(Job.State.DONE);
        http.perform(get(id)).andExpect(jsonPath("$.committed").value(true));
        http.perform(get(county)).andExpect(jsonPath("$.households").value(2));
        http.perform(post(id + "/commit/jobs")).andExpect(status().isConflict());
    }

    private Job.State end(JsonNode started) throws InterruptedException {
        String job = started.get("jobId").asString();
        for (int i = 0; i < 300 && !jobs.find(job).orElseThrow().state().isOver(); i++) {
            Thread.sleep(100);
        }
        return jobs.find(job).orElseThrow().state();
    }

    @Test
    void anImportThatIsStoppedHalfwayLeavesNothing() throws Exception {
        String county = county("stop1");
        StringBuilder rows = new StringBuilder("code,lon,lat\n");
        for (int i = 0; i < 5_000; i++) {
            rows.append("h").append(i).append(",102.").append(10_000 + i).append(",29.2\n");
        }
        var upload = sessions.store(
                "stop1", "h.csv", new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
        ImportChoices choices = ImportChoices.parse("household", "terrace", "4490", "", "");
        var session = sessions.look(upload, choices, "en", Watch.NONE);
        assertThat(session.report().effect().added()).isEqualTo(5_000);
        Watch stopHalfway = (step, done, of) -> {
            if (step == Watch.Step.WRITING && done * 2 > of) {
                throw new CancellationException();
            }
        };
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> sessions.commit(session, "en", stopHalfway))
                .isInstanceOf(CancellationException.class);
        assertThat(store.newest("stop1")).isEmpty();
        assertThat(store.imports("stop1")).isEmpty();
        assertThat(sessions.commit(session, "en").version()).isPresent();
        http.perform(get(county)).andExpect(jsonPath("$.households").value(5_000));
    }

    @Test
    void anImportIsTakenBackAndGoingBackIsTakenBackToo() throws Exception {
        String county = county("undo1");
        take(
                "undo1",
                "one",
                "code,lon,lat,people_registered,elevation_m\na,102.30,29.20,1,9O0\nb,102.31,29.21,2,\n",
                "replace");
        take("undo1", "two", "code,lon,lat,people_registered\nb,102.31,29.21,5\nc,102.32,29.22,7\n", "replace");
        http.perform(get(county)).andExpect(jsonPath("$.people").value(12));
        JsonNode data = json(get(county + "/data"));
        assertThat(data.get("imports").get(0).get("before").asString())
                .isEqualTo(data.get("imports").get(1).get("version").asString());

        json(post(county + "/imports/two/undo"));
        http.perform(get(county))
                .andExpect(jsonPath("$.people").value(3))
                .andExpect(jsonPath("$.households").value(2));
        JsonNode back = json(get(county + "/data")).get("imports").get(0);
        assertThat(back.get("wentBack").asBoolean()).isTrue();
        assertThat(back.get("added").asInt()).isEqualTo(1); // a
        assertThat(back.get("removed").asInt()).isEqualTo(1); // c
        assertThat(back.get("changed").asInt()).isEqualTo(1); // b
        // What was wrong in the rows comes back with them.
        http.perform(get(county + "/data"))
                .andExpect(jsonPath("$.layers[?(@.kind=='household')].issuesByCode[?(@.code=='bad_number')].count")
                        .value(1));
        // The next import goes on from here.
        assertThat(take("undo1", "three", "code,lon,lat,people_registered\na,102.30,29.20,1\n", "merge"))
                .isFalse();

        json(post(county + "/imports/" + back.get("id").asString() + "/undo"));
        http.perform(get(county)).andExpect(jsonPath("$.people").value(12));
        json(post(county + "/imports/one/undo"));
        http.perform(get(county)).andExpect(jsonPath("$.households").value(0));
        json(post(county + "/imports/"
                + json(get(county + "/data")).get("imports").get(0).get("id").asString() + "/undo"));
        http.perform(get(county)).andExpect(jsonPath("$.people").value(12));
        http.perform(post(county + "/imports/three/undo")).andExpect(status().isConflict());
    }

    @Test
    void whatAFileWouldDoAndAllItsIssuesAreShownWhileItsSystemIsStillAsked() throws Exception {
        String county = county("shown1");
        // Of six rows one has no code, one an earlier code: four count, of which one has no position and one a letter
        // for a zero.
        String csv = "code,lon,lat,people_registered\na,102.30,29.20,1\nb,102.31,29.21,9O0\n,102.32,29.22,2\n"
                + "a,102.33,29.23,3\nc,,,4\nd,102.34,29.24,5\n";
        JsonNode shown = upload(county, "bad.csv", csv);
        assertThat(shown.get("questions").get(0).get("id").asString()).isEqualTo("crs");
        assertThat(shown.get("canCommit").asBoolean()).isFalse();
        assertThat(shown.get("effect").get("added").asInt()).isEqualTo(4);
        assertThat(shown.get("rejected").asInt()).isEqualTo(2);
        assertThat(shown.get("layers").get(0).get("features").asInt()).isEqualTo(6);
        assertThat(shown.get("layers").get(0).get("taken").asInt()).isEqualTo(4);
        assertThat(shown.get("issues").valueStream().map(i -> i.get("code").asString()))
                .contains("bad_number", "code_missing", "duplicate_code", "position_missing");

        String id = county + "/imports/" + shown.get("importId").asString();
        JsonNode answered = json(put(id).contentType(MediaType.APPLICATION_JSON)
                .content("{\"layer\":\"household\",\"crs\":\"EPSG:4326\"}"));
        assertThat(answered.get("canCommit").asBoolean()).isTrue();
        assertThat(answered.get("issues")).isEqualTo(shown.get("issues"));
        assertThat(answered.get("effect")).isEqualTo(shown.get("effect"));
        JsonNode report = json(post(id + "/commit")).get("report");
        assertThat(report.get("issues")).isEqualTo(shown.get("issues"));
        assertThat(report.get("effect")).isEqualTo(shown.get("effect"));
    }

    @Test
    void rowsOfSeveralZonesAreOfferedZoneByZone() throws Exception {
        String county = county("zones1");
        // Peru: three villages in zone 17, two in zone 18, in which the middle lies, one in 19.
        String csv =
                "code,lon,lat\na,-80.1,-5.0\nb,-80.2,-5.1\nc,-80.3,-5.2\nd,-75.2,-12.1\ne,-75.3,-12.2\nf,-70.0,-15.0\n";
        JsonNode shown = upload(county, "peru.csv", csv);
        assertThat(shown.get("effect").isNull()).isTrue();
        JsonNode zone = shown.get("questions").get(1);
        assertThat(zone.get("id").asString()).isEqualTo("zone");
        assertThat(zone.get("options").valueStream().map(JsonNode::asString))
                .containsExactly("EPSG:32717", "EPSG:32718", "EPSG:32719");
        assertThat(shown.get("issues")
                        .valueStream()
                        .filter(i -> i.get("code").asString().equals("several_zones"))
                        .map(i -> i.at("/first/0/params/zones").asString()))
                .containsExactly("EPSG:32717: 3, EPSG:32718: 2, EPSG:32719: 1");

        String id = county + "/imports/" + shown.get("importId").asString();
        JsonNode chosen = json(put(id).contentType(MediaType.APPLICATION_JSON)
                .content("{\"layer\":\"household\",\"crs\":\"EPSG:4326\",\"zone\":\"EPSG:32717\"}"));
        assertThat(chosen.get("canCommit").asBoolean()).isTrue();
        assertThat(chosen.get("effect").get("added").asInt()).isEqualTo(3);
        assertThat(chosen.get("rejected").asInt()).isEqualTo(3);
        json(post(id + "/commit"));
        http.perform(get(county))
                .andExpect(jsonPath("$.epsg").value(32717))
                .andExpect(jsonPath("$.households").value(3));
        http.perform(get(id + "/bad-rows.csv")).andExpect(content().string(containsString("-75.3")));
        // Another zone is not this county's.
        JsonNode again = upload(county, "peru.csv", csv);
        json(put(county + "/imports/" + again.get("importId").asString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"layer\":\"household\",\"crs\":\"EPSG:4326\",\"zone\":\"EPSG:32719\"}"))
                .get("issues")
                .valueStream()
                .filter(i -> i.get("code").asString().equals("zone_not_of_county"))
                .findAny()
                .orElseThrow();
    }

    /** @return whether a version came of it */
    private boolean take(String county, String token, String csv, String mode) throws Exception {
        Path file = Files.writeString(folder.resolve(token + ".csv"), csv);
        ImportChoices choices = ImportChoices.parse("household", "terrace", "4490", "", mode);
        var committed = importer.commit(county, InputFile.of(file), choices, token, Importer.Rejected.IGNORED);
        assertThat(committed.report().issues().hasFatal()).isFalse();
        return committed.version().isPresent();
    }
}
