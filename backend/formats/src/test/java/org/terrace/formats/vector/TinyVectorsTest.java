package org.terrace.formats.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrace.formats.ReadAll;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.source.ReadOptions;

/** GeoJSON, GeoPackage and XLSX, tiny, good and bad. */
final class TinyVectorsTest {
    private static final String FEATURE =
            "{\"type\":\"Feature\",\"id\":7,\"properties\":{\"名称\":\"村道\",\"n\":12,\"x\":1.5,\"ok\":true,\"none\":null,"
                    + "\"list\":[1,{\"a\":\"b\"}]},\"geometry\":%s}";

    @TempDir
    Path folder;

    private ReadAll geoJson(String text) throws IOException {
        return ReadAll.of(Files.writeString(folder.resolve("t.geojson"), text));
    }

    private static String collection(String... geometries) {
        StringBuilder out = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (int i = 0; i < geometries.length; i++) {
            out.append(i == 0 ? "" : ",").append(FEATURE.formatted(geometries[i]));
        }
        return out.append("]").toString();
    }

    @Test
    void everyGeometryAndValueOfGeoJson() throws IOException {
        ReadAll all = geoJson(collection(
                        "{\"type\":\"Point\",\"coordinates\":[102.1,29.2,800]}",
                        "{\"coordinates\":[[0,0],[3,4]],\"type\":\"LineString\"}",
                        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[1,1],[2,1],[2,2],[1,2],[1,1]]]}",
                        "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]}]}",
                        "null",
                        "{\"type\":\"LineString\",\"coordinates\":[[0,0]]}")
                + "}");
        assertThat(all.features).hasSize(6);
        assertThat(all.features.get(0).attributes().toString())
                .isEqualTo("{名称=村道, n=12, x=1.5, ok=true, list=[1,{\"a\":\"b\"}], id=7}");
        assertThat(all.features.get(0).geometry().orElseThrow().getCoordinate().getZ())
                .isEqualTo(800);
        assertThat(all.features.get(1).geometry().orElseThrow().getLength()).isEqualTo(5);
        assertThat(all.features.get(2).geometry().orElseThrow().getArea()).isEqualTo(99);
        assertThat(all.features.get(4).geometry()).isEmpty();
        assertThat(all.issues.of("bad_geometry")).hasSize(1);
        assertThat(all.issues.of("bad_geometry").get(0).place().id()).isEqualTo("6");
        assertThat(all.layers.get("t").crs().orElseThrow().reason()).isEqualTo("default_wgs84");
    }

    @Test
    void anOldCrsMemberBehindTheFeaturesIsFound() throws IOException {
        ReadAll all = geoJson(collection("{\"type\":\"Point\",\"coordinates\":[535000,3234815]}")
                + ",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4543\"}}}");
        CrsFound crs = all.layers.get("t").crs().orElseThrow();
        assertThat(crs.crs().orElseThrow().epsg()).isEqualTo(4543);
        assertThat(crs.how()).isEqualTo(CrsFound.How.READ);
    }

    @Test
    void featuresLineByLineAndAloneAreReadToo() throws IOException {
        String point = FEATURE.formatted("{\"type\":\"Point\",\"coordinates\":[1,2]}");
        assertThat(geoJson(point + "\n" + point + "\n").features).hasSize(2);
        assertThat(geoJson("{\"type\":\"Point\",\"coordinates\":[1,2]}").features)
                .hasSize(1);
        assertThat(geoJson("{\"coordinates\":1}").issues.hasFatal()).isTrue();
        assertThat(geoJson("{\"type\":\"FeatureCollection\",\"features\":[]}")
                        .issues
                        .count("no_rows"))
                .isEqualTo(1);
    }

    @Test
    void idsInASpreadsheetStayTextAndDatesAreDates() throws IOException {
        Path file = folder.resolve("t.xlsx");
        try (Workbook workbook = new Workbook(Files.newOutputStream(file), "Test", "1.0")) {
            Worksheet first = workbook.newWorksheet("农户");
            first.value(0, 0, "农户登记表");
            first.value(1, 0, "户编号");
            first.value(1, 1, "经度");
            first.value(1, 2, "纬度");
            first.value(1, 3, "日期");
            first.value(1, 4, "数字");
            first.value(2, 0, "0051182400001");
            first.value(2, 1, 102.36);
            first.value(2, 2, "29°13'48\"");
            first.value(2, 3, LocalDate.of(2025, 3, 7));
            first.style(2, 3).format("yyyy-MM-dd").set();
            first.value(2, 4, 511824200001L);
            Worksheet second = workbook.newWorksheet("其他");
            second.value(0, 0, "a");
            second.value(0, 1, "b");
            second.value(1, 0, 1);
        }
        ReadAll all = ReadAll.of(file);
        assertThat(all.features).hasSize(1);
        assertThat(all.features.get(0).place().id()).isEqualTo("3");
        assertThat(all.features.get(0).attributes().toString())
                .isEqualTo("{户编号=0051182400001, 经度=102.36, 纬度=29°13'48\", 日期=2025-03-07, 数字=511824200001}");
        assertThat(all.features.get(0).geometry().orElseThrow().getCoordinate().y)
                .isEqualTo(29.23);
        assertThat(ReadAll.of(file, ReadOptions.defaults().withLayers("其他")).features)
                .hasSize(1);
        assertThat(ReadAll.of(file, ReadOptions.defaults().withLayers("none"))
                        .issues
                        .count("layer_missing"))
                .isEqualTo(1);
    }

    /** A GeoPackage made by GDAL: two layers, one in a Gauss-Kruger zone, one without geometry. */
    @Test
    void aGeoPackageOfAnotherProgram() throws Exception {
        Path csv = Files.writeString(
                folder.resolve("p.csv"), "code,wkt,n\n01,\"LINESTRING (500000 3200000, 500003 3200004)\",5\n");
        Path gpkg = folder.resolve("p 中文.gpkg");
        gdal(
                "ogr2ogr",
                "-f",
                "GPKG",
                gpkg.toString(),
                csv.toString(),
                "-nln",
                "roads",
                "-a_srs",
                "EPSG:4543",
                "-oo",
                "GEOM_POSSIBLE_NAMES=wkt",
                "-oo",
                "KEEP_GEOM_COLUMNS=NO");
        ReadAll all = ReadAll.of(gpkg);
        assertThat(all.issues.all()).isEmpty();
        assertThat(all.features.get(0).geometry().orElseThrow().getLength()).isEqualTo(5);
        assertThat(all.features.get(0).attributes()).containsEntry("code", "01");
        assertThat(all.layers
                        .get("roads")
                        .crs()
                        .orElseThrow()
                        .crs()
                        .orElseThrow()
                        .epsg())
                .isEqualTo(4543);
        assertThat(folder.toFile().list())
                .as("nothing written beside it")
                .containsExactlyInAnyOrder("p.csv", "p 中文.gpkg");
        byte[] bytes = Files.readAllBytes(gpkg);
        Path cut = Files.write(folder.resolve("cut.gpkg"), java.util.Arrays.copyOf(bytes, 5000));
        assertThat(ReadAll.of(cut).issues.hasFatal()).isTrue();
    }

    private static void gdal(String... command) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/ogr2ogr")), "no GDAL");
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
