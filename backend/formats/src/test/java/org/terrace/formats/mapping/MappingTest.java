package org.terrace.formats.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.terrace.formats.issue.Issue;
import org.terrace.region.Feature;
import org.terrace.region.LayerKind;

final class MappingTest {
    private static final String RECORD = "official-household-record";

    @TempDir
    Path folder;

    private MappingRun csv(String profile, LayerKind kind, String text) throws Exception {
        return MappingRun.of(Files.writeString(folder.resolve("t.csv"), text), profile, kind, 4326, 4543);
    }

    @Test
    void personalColumnsNeverComeInAndAreNamed() throws Exception {
        MappingRun run = csv(
                RECORD,
                LayerKind.HOUSEHOLD,
                "户编号,姓名,身份证号,联系电话,银行卡号,健康状况,家庭人口数\n" + "H1,张三,510000190001010000,13800000000,6222,健康,4\n");
        assertThat(run.of(LayerKind.HOUSEHOLD).get(0).values()).containsOnlyKeys("people_registered");
        assertThat(run.mapping.dropped()).containsExactlyInAnyOrder("姓名", "身份证号", "联系电话", "银行卡号", "健康状况");
        assertThat(run.issues.of("personal_columns_dropped")).hasSize(1);
        assertThat(run.issues.all().toString())
                .doesNotContain("张三")
                .doesNotContain("6222")
                .doesNotContain("138000");
    }

    @Test
    void householdsWithoutCoordinatesGoInWithoutAPlace() throws Exception {
        MappingRun run = csv(RECORD, LayerKind.HOUSEHOLD, "户编号,组编码\nH1,99\n");
        assertThat(run.of(LayerKind.HOUSEHOLD).get(0).geometry()).isEmpty();
        assertThat(run.rejected).isEmpty();
    }

    @Test
    void aNumberThatIsNoneIsReportedWithAHintAndUnknown() throws Exception {
        MappingRun run = csv(
                "terrace",
                LayerKind.HOUSEHOLD,
                "code,elevation_m,arable_mu\na,\"1,2O4\",３.５\nb,\"1,204\",x\nc,30196,2\nd,1204,-3\n");
        List<Feature> rows = run.of(LayerKind.HOUSEHOLD);
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0).values()).containsOnly(Map.entry("arable_mu", 3.5));
        assertThat(run.issues.count("full_width_digits")).isEqualTo(1);
        List<Issue> bad = run.issues.of("bad_number");
        assertThat(bad.stream().map(i -> i.params().get("hint")))
                .containsExactly("letter", "not_a_number", "thousands");
        assertThat(bad.get(0).place().id()).isEqualTo("2");
        assertThat(bad.get(0).value()).isEqualTo("1,2O4");
        assertThat(run.issues.of("implausible_number").stream().map(Issue::value))
                .containsExactly("30196", "-3");
        assertThat(rows.get(2).number("elevation_m")).isNaN();
    }

    @Test
    void anUnknownCodeNeverBecomesTheFirstOne() throws Exception {
        MappingRun run = csv(RECORD, LayerKind.HOUSEHOLD, "户编号,入户路类型,生活用电\nH1,石板路,是\nH2,水泥路,也许\n");
        List<Feature> rows = run.of(LayerKind.HOUSEHOLD);
        assertThat(rows.get(0).values()).containsOnly(Map.entry("declared_power", "yes"));
        assertThat(rows.get(1).values()).containsOnly(Map.entry("declared_road_surface", "cement"));
        assertThat(run.issues.of("unknown_value").stream().map(Issue::value)).containsExactly("石板路", "也许");
    }

    @Test
    void aCodeTwiceOrMissingRejectsTheRow() throws Exception {
        MappingRun run = csv("terrace", LayerKind.HOUSEHOLD, "code,lon,lat\na,102,29\na,102.1,29\n,102.2,29\n");
        assertThat(run.of(LayerKind.HOUSEHOLD)).hasSize(1);
        assertThat(run.issues.counts()).containsEntry("duplicate_code", 1).containsEntry("code_missing", 1);
        assertThat(run.rejected).hasSize(2);
    }

    @Test
    void theUnitInTheHeaderWins() throws Exception {
        MappingRun run = csv(RECORD, LayerKind.HOUSEHOLD, "户编号,与村主干路距离（米）,耕地面积(公顷)\nH1,350,0.2\n");
        assertThat(run.of(LayerKind.HOUSEHOLD).get(0).number("declared_road_distance_m"))
                .isEqualTo(350);
        assertThat(run.of(LayerKind.HOUSEHOLD).get(0).number("arable_mu")).isEqualTo(3);
    }

    @Test
    void datesOfManyFormsBecomeOne() throws Exception {
        MappingRun run = csv(
                "terrace",
                LayerKind.HOUSEHOLD,
                "code,voltage_measured_on\na,2025年3月7日\nb,2025/3/7\nc,20250307\nd,7.3.25\ne,2025-02-30\n");
        assertThat(run.of(LayerKind.HOUSEHOLD).stream().map(f -> f.text("voltage_measured_on")))
                .containsExactly("2025-03-07", "2025-03-07", "2025-03-07", "", "");
        assertThat(run.issues.count("bad_date")).isEqualTo(2);
    }

    @Test
    void geometryThatCannotBeUsedRejectsTheRow() throws Exception {
        MappingRun run = csv(
                "terrace",
                LayerKind.ROAD_SEGMENT,
                "code,wkt\n"
                        + "a,\"LINESTRING (102 29, 102 29)\"\n"
                        + "b,POINT (102 29)\n"
                        + "c,\"LINESTRING (102 29, 102.01 29.01, 102.01 29, 102 29.01)\"\n"
                        + "d,\"LINESTRING (102 29, 102.001 99)\"\n"
                        + "e,\"LINESTRING (102 29, 102.001 29)\"\n"
                        + "f,\"LINESTRING (102 29, 102.001 29)\"\n"
                        + "g,LINESTRING (102\n");
        assertThat(run.of(LayerKind.ROAD_SEGMENT).stream().map(Feature::code))
                .contains("c", "e", "f")
                .doesNotContain("a", "b", "d");
        assertThat(run.issues.counts())
                .containsEntry("zero_length", 1)
                .containsEntry("geometry_kind", 1)
                .containsEntry("line_crosses_itself", 1)
                .containsEntry("geometry_nowhere", 1)
                .containsEntry("duplicate_geometry", 1)
                .containsEntry("bad_wkt", 1);
    }

    @Test
    void aPointOutsideTheCountyIsReportedAndItsPositionNotUsed() throws Exception {
        Path file =
                Files.writeString(folder.resolve("o.csv"), "code,lon,lat\na,102.3,29.2\nb,103.2,29.2\nc,110,29.2\n");
        MappingRun run = MappingRun.of(
                file,
                MappingGuess.canonical(LayerKind.HOUSEHOLD),
                4326,
                4543,
                Optional.of(new Envelope(101.9, 102.6, 28.8, 29.6)));
        assertThat(run.issues.counts())
                .containsEntry("position_outside_county", 1)
                .containsEntry("position_outside_crs_area", 1);
        assertThat(run.of(LayerKind.HOUSEHOLD))
                .as("the record stays, at its group")
                .hasSize(3)
                .filteredOn(f -> f.geometry().isPresent())
                .extracting(Feature::code)
                .containsExactly("a");
    }

    @Test
    void aRoadMayLeadOutOfTheCounty() throws Exception {
        Path file = Files.writeString(folder.resolve("r.csv"), "code,wkt\na,\"LINESTRING (103.2 29.2, 103.3 29.2)\"\n");
        MappingRun run = MappingRun.of(
                file,
                MappingGuess.canonical(LayerKind.ROAD_SEGMENT),
                4326,
                4543,
                Optional.of(new Envelope(101.9, 102.6, 28.8, 29.6)));
        assertThat(run.issues.counts()).containsEntry("outside_county", 1);
        assertThat(run.of(LayerKind.ROAD_SEGMENT)).allMatch(f -> f.geometry().isPresent());
    }

    @Test
    void columnsAreGuessedByNameLabelAndSynonym() throws Exception {
        Profiles profiles = MappingRun.profiles();
        List<String> columns = List.of("编号", "surface", "Width", "道路名");
        Map<String, List<String>> labels = Map.of("width_m", List.of("Width", "宽度"), "name", List.of("道路名"));
        MappingProfile roads = profiles.guess("roads", columns, Optional.of(LayerKind.ROAD_SEGMENT), labels)
                .orElseThrow();
        assertThat(roads.uses("roads", columns).stream().map(MappingProfile.ColumnUse::attribute))
                .containsExactly("code", "surface", "width_m", "name");
        assertThat(guessed(profiles, "户编号", "入户路类型")).contains(RECORD);
        assertThat(guessed(profiles, "ER_ID", "RoadCatego")).contains("pmgsy-roads");
        assertThat(guessed(profiles, "foo", "bar")).isEmpty();
    }

    private static Optional<String> guessed(Profiles profiles, String... columns) {
        return profiles.guess("x", List.of(columns), Optional.empty(), Map.of()).map(MappingProfile::id);
    }

    @Test
    void aFileOfWhichNothingIsMeantIsRefused() throws Exception {
        MappingRun run = csv("osm", LayerKind.ROAD_SEGMENT, "a,b\n1,2\n");
        assertThat(run.issues.hasFatal()).isTrue();
        assertThat(run.issues.counts()).containsKey("nothing_mapped");
    }
}
