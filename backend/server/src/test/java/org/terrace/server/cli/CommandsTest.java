package org.terrace.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrace.server.SampleFolder;
import org.terrace.server.TerraceServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line as a script uses it: exit codes, one JSON object, nothing half done. */
class CommandsTest {
    @TempDir
    Path folder;

    private record Ran(int exit, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    private Ran run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        if (!all.contains("sample") && !all.contains("--data")) {
            all.add("--data");
            all.add(folder.resolve("data").toString());
        }
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int exit = Cli.run(TerraceServer.class, all.toArray(String[]::new));
            return new Ran(exit, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void theSampleIsImportedAssessedAndExported() throws IOException {
        Ran imported = run("import", SampleFolder.path().toString(), "--json");
        assertThat(imported.exit()).as(imported.err()).isEqualTo(ExitCode.DONE);
        assertThat(imported.json().get("ok").asBoolean()).isTrue();
        assertThat(imported.json().get("files")).hasSize(14);

        Ran assessed = run("assess", "--lang", "zh-CN");
        assertThat(assessed.exit()).isEqualTo(ExitCode.DONE);
        assertThat(assessed.out()).contains("硬化路", "乡");
        int width = assessed.out()
                .lines()
                .filter(l -> l.contains("-+-"))
                .findFirst()
                .orElseThrow()
                .length();
        assertThat(assessed.out().lines().filter(l -> l.contains("乡 ")).toList())
                .allSatisfy(l -> assertThat(TextWidth.of(l)).as(l).isEqualTo(width));

        Path out = folder.resolve("out");
        Ran exported = run("export", "--format", "csv", "--out", out.toString(), "--what", "road.access");
        assertThat(exported.exit()).isEqualTo(ExitCode.DONE);
        List<String> houses = Files.readAllLines(out.resolve("road_access_household.csv"));
        assertThat(houses).hasSizeGreaterThan(5_900);
        assertThat(houses.get(0))
                .contains("\"code\",\"house_status\",\"people_registered\",\"township_code\",\"township_name\",")
                .contains("\"village_code\",\"village_name\",\"group_code\",\"group_name\",\"verdict\"");
        // The houses that the map counts: those that are not empty or demolished.
        long counted = houses.stream()
                .skip(1)
                .filter(row -> !row.matches(".*,\"?(empty|demolished)\"?,.*"))
                .count();
        assertThat(counted)
                .isEqualTo(run("assess", "--json").json().get("households").asLong());
        Ran gpkg = run("export", "--out", folder.resolve("r.gpkg").toString());
        assertThat(gpkg.exit()).isEqualTo(ExitCode.DONE);
        assertThat(Files.size(folder.resolve("r.gpkg"))).isGreaterThan(100_000);

        assertThat(run("counties", "--json")
                        .json()
                        .get("counties")
                        .get(0)
                        .get("code")
                        .asString())
                .isEqualTo("990001");
        assertThat(run("prune", "--keep", "1", "--json").json().get("versions").asInt())
                .isEqualTo(13);
    }

    @Test
    void aTextFileNamedTifIsRefusedInBothLanguagesAndLeavesNoCounty() throws IOException {
        Path file = file("hills.tif", "these are no hills");
        Ran english = run("import", file.toString(), "--county", "x", "--yes");
        assertThat(english.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(english.out()).contains("Nothing of hills.tif was imported");
        Ran chinese = run("import", file.toString(), "--county", "x", "--yes", "--lang", "zh-CN");
        assertThat(chinese.out()).contains("hills.tif 未导入任何内容");
        assertThat(run("counties", "--json").json().get("counties")).isEmpty();
    }

    @Test
    void badFilesAreRefusedWithAReason() throws IOException {
        for (Path file : List.of(
                file("empty.csv", ""),
                file("roads.osm.pbf", "\0\0\0\15 not quite"),
                file("shape.zip", "PK\3\4 but not a zip"),
                file("unknown.xyz", "?"))) {
            Ran ran = run("import", file.toString(), "--county", "x", "--yes", "--json");
            assertThat(ran.exit()).as(file.toString()).isEqualTo(ExitCode.REFUSED);
            assertThat(ran.json().get("files").get(0).get("issues").properties())
                    .isNotEmpty();
        }
        assertThat(run("counties", "--json").json().get("counties")).isEmpty();
    }

    /**
     * Ten by ten cells of 100 m around (500500, 3230500): the boundary is twice as wide, so half of it is covered. Of four households
     * two lie inside, one outside, and the fourth has no position and does not count.
     */
    @Test
    void anElevationModelSaysHowMuchOfTheCountyItCovers() throws IOException {
        StringBuilder grid = new StringBuilder(
                "ncols 10\nnrows 10\nxllcorner 500000\nyllcorner 3230000\ncellsize 100\nNODATA_value -9999\n");
        grid.append("900 900 900 900 900 900 900 900 900 900\n".repeat(10));
        Path dem = file("dem.asc", grid.toString());
        String[] takeDem = {"import", dem.toString(), "--county", "x", "--crs", "4543"};
        Ran alone = run(takeDem);
        assertThat(alone.exit()).as(alone.out()).isEqualTo(ExitCode.DONE);
        assertThat(alone.out()).as("nothing to compare with").doesNotContain("covers");

        Path households = file("h.csv", "code,x,y\nh1,500100,3230100\nh2,500900,3230900\nh3,501500,3230100\nh4,,\n");
        assertThat(run("import", households.toString(), "--county", "x", "--layer", "household", "--crs", "4543")
                        .exit())
                .isEqualTo(ExitCode.DONE);
        assertThat(run(takeDem).out())
                .contains("dem.asc covers 66 % of the households that have a position (1 of 3 lie outside)")
                .contains("its boundary is not on record");

        Path boundary = file(
                "b.csv",
                "code,level,wkt\nx,county,\"POLYGON((500000 3230000, 502000 3230000, 502000 3231000, 500000 3231000,"
                        + " 500000 3230000))\"\n");
        Ran drawn = run("import", boundary.toString(), "--county", "x", "--layer", "admin_boundary", "--crs", "4543");
        assertThat(drawn.exit()).as(drawn.out()).isEqualTo(ExitCode.DONE);
        assertThat(run("import", dem.toString(), "--county", "x", "--crs", "4543", "--dry-run", "--lang", "zh-CN")
                        .out())
                .contains("3 户中有 1 户在范围外", "全县面积的 50%");
    }

    @Test
    void theOfficialProfileTakesACodeOfOursAndNamesTheColumnsWhereItFindsNone() throws IOException {
        Path plain = file("plain.csv", "code,name,lon,lat\nh1,A,102.30,29.20\nh2,B,102.31,29.21\n");
        Ran ran = run(
                "import",
                plain.toString(),
                "--county",
                "x",
                "--layer",
                "household",
                "--profile",
                "official-household-record",
                "--yes",
                "--json");
        assertThat(ran.exit()).as(ran.out()).isEqualTo(ExitCode.DONE);
        JsonNode file = ran.json().get("files").get(0);
        assertThat(file.get("effect").get("added").asInt()).isEqualTo(2);
        assertThat(file.get("issues").properties()).isEmpty();

        Path nameless = file("nameless.csv", "no,lon,lat\n1,102.30,29.20\n");
        String[] wrong = {
            "import",
            nameless.toString(),
            "--county",
            "x",
            "--layer",
            "household",
            "--profile",
            "official-household-record"
        };
        Ran asked = run(wrong);
        assertThat(asked.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(asked.out())
                .contains("户编号, aac001", "no, lon, lat", "Nothing of nameless.csv was imported")
                .doesNotContain("line 2");
    }

    @Test
    void anElevationModelOfAnotherPlaceIsRefused() throws IOException {
        Path households = file("h.csv", "code,lon,lat\nh1,102.30,29.20\nh2,102.31,29.21\n");
        assertThat(run("import", households.toString(), "--county", "x", "--layer", "household", "--yes")
                        .exit())
                .isEqualTo(ExitCode.DONE);
        Path dem = file(
                "far.asc",
                "ncols 2\nnrows 2\nxllcorner 12.0\nyllcorner 45.0\ncellsize 0.1\nNODATA_value -9999\n9 9\n9 9\n");
        Ran ran = run("import", dem.toString(), "--county", "x", "--crs", "4326");
        assertThat(ran.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.out()).contains("far.asc covers nothing of the county").doesNotContain("Stored as");
    }

    /** Every fault is said with the file, the row and the reason, and what it costs is said by assess. */
    @Test
    void badRoadsAndAShortElevationModelAreSaidInBothLanguages() throws IOException {
        Path roads = file("roads.csv", """
                code,class,surface,wkt
                good,village,cement,"LINESTRING (102.30 29.21, 102.31 29.21)"
                seat,county,asphalt,"LINESTRING (102.31 29.21, 102.32 29.21)"
                point,village,cement,"LINESTRING (102.30 29.20)"
                zero,village,cement,"LINESTRING (102.30 29.20, 102.30 29.20)"
                nan,village,cement,"LINESTRING (NaN NaN, 102.31 29.20)"
                antimeridian,village,cement,"LINESTRING (179.9 29.2, -179.9 29.2)"
                """);
        Path households = file("h.csv", "code,lon,lat\nh1,102.3001,29.2101\nh2,102.31,29.2101\nh3,,\n");
        StringBuilder grid = new StringBuilder(
                "ncols 30\nnrows 30\nxllcorner 102.295\nyllcorner 29.205\ncellsize 0.0003\nNODATA_value -9999\n");
        grid.append("900 ".repeat(30).strip().concat("\n").repeat(30));
        Path dem = file("dem.asc", grid.toString());
        assertThat(run("import", households.toString(), "--county", "x", "--layer", "household", "--yes")
                        .exit())
                .isEqualTo(ExitCode.DONE);
        String[] takeRoads = {"import", roads.toString(), "--county", "x", "--layer", "road_segment", "--yes"};
        String[] takeDem = {"import", dem.toString(), "--county", "x", "--crs", "4326"};
        Ran english = run(takeRoads);
        assertThat(english.exit()).as(english.out()).isEqualTo(ExitCode.DONE);
        assertThat(english.out())
                .contains(
                        "roads.csv 4: the text in column wkt is no geometry: 'LINESTRING (102.30 29.20)'",
                        "roads.csv 5: the line has no length",
                        "roads.csv 6: the coordinates lie nowhere on the map",
                        "roads.csv 7: lies outside the area for which the coordinate system is meant");
        assertThat(run(with(takeRoads, "--lang", "zh-CN", "--mode", "replace")).out())
                .contains(
                        "roads.csv 4：wkt 列的文字不是图形",
                        "roads.csv 5：线的长度为零",
                        "roads.csv 6：坐标不在地图范围内",
                        "roads.csv 7：超出坐标系的适用范围");
        assertThat(run(takeDem).out()).contains("covers 50 % of the households", "1 of 2 lie outside");

        Ran assessed = run("assess", "--county", "x");
        assertThat(assessed.exit()).as(assessed.err()).isEqualTo(ExitCode.DONE);
        assertThat(assessed.out()).contains("Outside the elevation model: 1 households");
        Ran chinese = run("assess", "--county", "x", "--lang", "zh-CN");
        assertThat(chinese.out()).doesNotContain("Outside", "road.access");
    }

    private static String[] with(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void whyAFileIsBrokenAndWhyNothingWasWrittenIsSaidInTheUsersLanguage() throws IOException {
        Path gpkg = file("a.gpkg", "hello, this is text");
        assertThat(run("import", gpkg.toString(), "--county", "x", "--lang", "zh-CN")
                        .out())
                .contains("a.gpkg 无法按", "不是数据库文件或已损坏");
        Path json = file("a.geojson", "hello, this is text");
        assertThat(run("import", json.toString(), "--county", "x").out()).contains("it is no JSON text");

        Path households = file("h.csv", "code,lon,lat\nh1,102.30,29.20\n");
        assertThat(run("import", households.toString(), "--county", "x", "--layer", "household", "--yes")
                        .exit())
                .isEqualTo(ExitCode.DONE);
        assertThat(run("assess").exit()).isEqualTo(ExitCode.DONE);
        Ran ran =
                run("export", "--format", "csv", "--out", json.resolve("below").toString(), "--lang", "zh-CN");
        assertThat(ran.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.err()).containsAnyOf("是文件而不是目录", "无法读写");
    }

    @Test
    void anUnnamedCoordinateSystemIsAskedAndNotGuessed() throws IOException {
        Path file = file("h.csv", "code,x,y\nh1,500000,3230000\nh2,500100,3230100\n");
        Ran ran = run("import", file.toString(), "--county", "x", "--layer", "household", "--json");
        assertThat(ran.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.json()
                        .get("files")
                        .get(0)
                        .get("questions")
                        .get(0)
                        .get("id")
                        .asString())
                .isEqualTo("crs");
        Ran answered =
                run("import", file.toString(), "--county", "x", "--layer", "household", "--crs", "EPSG:4543", "--json");
        assertThat(answered.exit()).as(answered.out()).isEqualTo(ExitCode.DONE);
        assertThat(answered.json()
                        .get("files")
                        .get(0)
                        .get("effect")
                        .get("added")
                        .asInt())
                .isEqualTo(2);
        Ran again =
                run("import", file.toString(), "--county", "x", "--layer", "household", "--crs", "EPSG:4543", "--json");
        assertThat(again.json().get("files").get(0).get("sameAsBefore").asBoolean())
                .isTrue();
    }

    @Test
    void aWrongCoordinateSystemChangesNothing() throws IOException {
        Path good = file("h.csv", "code,lon,lat\nh1,102.30,29.20\nh2,102.31,29.21\n");
        assertThat(run("import", good.toString(), "--county", "x", "--layer", "household", "--crs", "4326")
                        .exit())
                .isEqualTo(ExitCode.DONE);
        Path wrong = file("w.csv", "code,x,y\nh1,500000,3230000\nh2,500100,3230100\n");
        Ran ran = run(
                "import", wrong.toString(), "--county", "x", "--layer", "household", "--crs", "EPSG:32633", "--json");
        assertThat(ran.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.json().get("files").get(0).get("issues").has("mostly_elsewhere"))
                .isTrue();
        assertThat(run("counties", "--json")
                        .json()
                        .get("counties")
                        .get(0)
                        .get("version")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void swappedDegreesAreFoundAndSaid() throws IOException {
        Path file = file("s.csv", "code,lon,lat\nh1,29.20,102.30\nh2,29.21,102.31\n");
        Ran ran = run("import", file.toString(), "--county", "x", "--layer", "household", "--crs", "4326", "--json");
        assertThat(ran.exit()).as(ran.out()).isEqualTo(ExitCode.DONE);
        Ran again = run("import", file.toString(), "--county", "x", "--layer", "household", "--crs", "4326");
        assertThat(again.out()).contains("lon = position, lat = position").doesNotContain("Not used");
    }

    @Test
    void oneLatitudeOfNinetyFiveIsReportedAndTheOthersAreImported() throws IOException {
        StringBuilder rows = new StringBuilder("code,lon,lat\n");
        for (int i = 0; i < 8; i++) {
            rows.append("h")
                    .append(i)
                    .append(",102.3")
                    .append(i)
                    .append(",29.2")
                    .append(i)
                    .append("\n");
        }
        rows.append("bad1,102.31,95\nbad2,29.21,102.31\nbad3,NaN,29.2\nbad4,,29.2\n");
        Path file = file("bad.csv", rows.toString());
        Ran ran = run("import", file.toString(), "--county", "x", "--layer", "household", "--yes");
        assertThat(ran.exit()).as(ran.out()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out())
                .contains("bad.csv line 12: 'NaN' in column lon is no coordinate")
                .contains("bad.csv line 13: column lon is blank")
                .contains("bad.csv 10:", "bad.csv 11:")
                .doesNotContain("Maybe: .");
    }

    @Test
    void aRefusedFileIsNotSaidToHaveAddedAnythingAndNothingEmptyIsProposed() throws IOException {
        Path file = file("few.csv", "code,lon,lat\nh1,102.30,29.20\nh2,102.31,950\n");
        Ran ran = run("import", file.toString(), "--county", "x", "--layer", "household");
        assertThat(ran.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.out()).contains("Nothing was imported").doesNotContain("Maybe: .", " added,");
    }

    @Test
    void theHelpIsInTheUsersLanguageAndNamesTheCommandThatWasTyped() {
        assertThat(run("up", "--help").out()).contains("terrace up").doesNotContain("terrace serve");
        assertThat(run("import", "--help", "--lang", "zh-CN").out()).contains("用法：");
        assertThat(run("export", "--lang", "zh-CN").err()).contains("缺少：--out");
    }

    @Test
    void aDryRunChangesNothing() throws IOException {
        Path file = file("h.csv", "code,lon,lat\nh1,102.30,29.20\n");
        Ran ran = run(
                "import",
                file.toString(),
                "--county",
                "x",
                "--layer",
                "household",
                "--crs",
                "4326",
                "--dry-run",
                "--json");
        assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
        assertThat(ran.json().get("files").get(0).get("effect").get("added").asInt())
                .isEqualTo(1);
        assertThat(run("counties", "--json").json().get("counties")).isEmpty();
    }

    @Test
    void misuseIsSaidWithItsExitCode() throws IOException {
        assertThat(run("import", "nowhere.csv", "--county", "x").exit()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(run("assess", "--county", "nowhere").exit()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(run("fly").exit()).isEqualTo(ExitCode.USAGE);
        Path file = file("h.csv", "code\nh1\n");
        assertThat(run("import", file.toString(), "--county", "x", "--mode", "improve")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("serve", "--listen", "0.0.0.0").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run("import", "--help", "--lang", "zh-CN").out()).contains("坐标系");
    }

    @Test
    void anotherLanguageIsRefusedWithThoseThatThereAre() {
        Ran french = run("counties", "--lang", "fr");
        assertThat(french.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(french.err()).contains("\"fr\"").contains("en, zh-CN");
        assertThat(run("counties", "--lang=fr", "--json").out()).contains("\"ok\":false");
    }
}
