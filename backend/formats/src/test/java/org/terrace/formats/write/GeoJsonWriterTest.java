package org.terrace.formats.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.terrace.formats.crs.Crs;
import org.terrace.region.GeometryKind;

class GeoJsonWriterTest {
    @TempDir
    private Path folder;

    @Test
    void householdsBecomeFeaturesWithEveryProperty() throws Exception {
        assertThat(json(Village.HOUSEHOLDS, Village.households())).isEqualTo("""
                        {"type":"FeatureCollection",
                        "name":"households",
                        "title":"农户",
                        "source_crs":"EPSG:4490",
                        "datum_note":"坐标为CGCS2000",
                        "units":{"voltage_v":"V"},
                        "features":[
                        {"type":"Feature","properties":{"code":"007","village":"大石板村, \\"上\\"组","voltage_v":187.3,"persons":4,\
                        "surveyed":"2024-02-29"},"geometry":{"type":"Point","coordinates":[102.1234567,27.5]}},
                        {"type":"Feature","properties":{"code":"110101199003071234","village":"=1+1","voltage_v":null,"persons":0,\
                        "surveyed":null},"geometry":{"type":"Point","coordinates":[102.2,27.6]}},
                        {"type":"Feature","properties":{"code":"009","village":"𠮷村\\n第二行","voltage_v":220.0,"persons":null,\
                        "surveyed":"2023-12-31"},"geometry":null}
                        ]}
                        """);
    }

    @Test
    void outerRingsTurnLeftAndHolesRight() throws Exception {
        String json = json(Village.PLOTS, Village.plots());
        String geometry = json.substring(json.indexOf("\"geometry\":") + 11, json.lastIndexOf("}\n]}"));
        Polygon plot = (Polygon) new GeoJsonReader().read(geometry);
        assertThat(Orientation.isCCW(plot.getExteriorRing().getCoordinateSequence()))
                .isTrue();
        assertThat(Orientation.isCCW(plot.getInteriorRingN(0).getCoordinateSequence()))
                .isFalse();
        assertThat(plot.equalsTopo(Village.wkt("POLYGON ((102 27, 102 28, 103 28, 103 27, 102 27),"
                        + " (102.2 27.2, 102.4 27.2, 102.4 27.4, 102.2 27.2))")))
                .isTrue();
    }

    @Test
    void everyKindOfGeometryComesBackAsItWas() throws Exception {
        OutputTable any = new OutputTable("any", "", Optional.of(GeometryKind.ANY), Crs.WGS84, List.of());
        for (String wkt : List.of(
                "MULTIPOINT ((1 2), (3 4))",
                "LINESTRING (1 2, 3 4)",
                "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
                "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
                "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, -3.5 4))")) {
            String json = json(any, RowSource.of(List.of(OutputRow.at(Village.wkt(wkt)))));
            String geometry = json.substring(json.indexOf("\"geometry\":") + 11, json.lastIndexOf("}\n]}"));
            assertThat(new GeoJsonReader().read(geometry).toText()).isEqualTo(wkt);
        }
    }

    @Test
    void gdalReadsTheSameBack() throws Exception {
        Path file = folder.resolve("h.geojson");
        GeoJsonWriter.write(file, Village.HOUSEHOLDS, "note", Village.households());
        List<String> lines = Gdal.csv(file, "households", folder, "-lco", "GEOMETRY=AS_XY");
        assertThat(lines.get(0)).isEqualTo("X,Y,code,village,voltage_v,persons,surveyed");
        assertThat(lines.get(1)).isEqualTo("102.1234567,27.5,007,\"大石板村, \"\"上\"\"组\",187.3,4,2024/02/29");
        assertThat(lines.get(2)).isEqualTo("102.2,27.6,110101199003071234,=1+1,,0,");
        assertThat(Gdal.info(file, "-so", "-al"))
                .contains("Feature Count: 3", "Geometry: Point", "code: String", "persons: Integer");
    }

    @Test
    void anEmptyTableIsAnEmptyCollection() throws Exception {
        Path file = folder.resolve("empty.geojson");
        GeoJsonWriter.write(file, Village.ROADS, "", RowSource.of(List.of()));
        assertThat(Gdal.info(file, "-so", "-al")).contains("Feature Count: 0");
    }

    @Test
    void sameInputGivesTheSameBytes() throws Exception {
        assertThat(json(Village.ROADS, Village.roads())).isEqualTo(json(Village.ROADS, Village.roads()));
    }

    @Test
    void controlCharactersAndHalfCharactersAreEscaped() throws Exception {
        StringBuilder out = new StringBuilder();
        JsonText.write(out, "a\u0001\t\"\\\ud842𠮷");
        assertThat(out).hasToString("\"a\\u0001\\t\\\"\\\\\\ud842𠮷\"");
    }

    private static String json(OutputTable table, RowSource rows) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GeoJsonWriter.write(out, table, "坐标为CGCS2000", rows);
        return out.toString(StandardCharsets.UTF_8);
    }
}
