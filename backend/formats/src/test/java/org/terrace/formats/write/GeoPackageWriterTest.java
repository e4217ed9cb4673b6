package org.terrace.formats.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrace.formats.crs.Crs;
import org.terrace.region.GeometryKind;

class GeoPackageWriterTest {
    private static final Instant CHANGED = Instant.parse("2024-05-06T07:08:09Z");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("village.gpkg");
        write(file);
    }

    private static void write(Path target) throws Exception {
        GeoPackageWriter.write(
                target,
                CHANGED,
                List.of(
                        new TableRows(Village.HOUSEHOLDS, Village.households()),
                        new TableRows(Village.ROADS, Village.roads()),
                        new TableRows(Village.PLOTS, Village.plots()),
                        new TableRows(Village.COUNTS, Village.counts())));
    }

    @Test
    void passesTheChecksOfGdal() throws Exception {
        Gdal.Run run = Gdal.validateGeoPackage(file);
        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.output()).doesNotContainIgnoringCase("error").doesNotContain("Req ");
    }

    @Test
    void gdalReadsTheSameHouseholdsBack() throws Exception {
        assertThat(Gdal.csv(file, "households", folder, "-lco", "GEOMETRY=AS_XY"))
                .containsExactly(
                        "X,Y,code,village,voltage_v,persons,surveyed",
                        "102.1234567,27.5,007,\"大石板村, \"\"上\"\"组\",187.3,4,2024/02/29",
                        "102.2,27.6,110101199003071234,=1+1,,0,",
                        ",,009,\"𠮷村",
                        "第二行\",220,,2023/12/31");
        assertThat(Gdal.info(file, "-so", "households"))
                .contains("Feature Count: 3", "Geometry: Point", "ID[\"EPSG\",4490]", "IDENTIFIER=农户")
                .contains("code: String", "voltage_v: Real", "persons: Integer64", "surveyed: Date")
                .contains("Extent: (102.123457, 27.500000) - (102.200000, 27.600000)");
    }

    @Test
    void gdalReadsRoadsInTheirOwnSystem() throws Exception {
        assertThat(Gdal.csv(file, "道路", folder, "-lco", "GEOMETRY=AS_WKT"))
                .containsExactly(
                        "WKT,name,length_m",
                        "\"MULTILINESTRING ((500000 3042000,501000 3042000))\",通村路,1000",
                        "\"MULTILINESTRING ((500000 3042000,500000 3043000),(500500 3042000,500500 3042500))\",断头路,1000");
        assertThat(Gdal.info(file, "-so", "道路")).contains("ID[\"EPSG\",4543]", "Geometry: Multi Line String");
    }

    @Test
    void gdalFindsPlacesByTheSpatialIndex() throws Exception {
        assertThat(Gdal.csv(file, "households", folder, "-spat", "102.15", "27", "103", "28"))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("110101199003071234");
        assertThat(query(file, "SELECT count(*) FROM rtree_households_geom")).containsExactly("2");
        assertThat(Gdal.info(file, "-sql", "SELECT HasSpatialIndex('道路', 'geom') AS has"))
                .contains("= 1");
    }

    @Test
    void withoutAnIndexTheContentIsTheSame() throws Exception {
        Path bare = folder.resolve("bare.gpkg");
        GeoPackageWriter.writeWithoutIndex(
                bare, Instant.EPOCH, List.of(new TableRows(Village.HOUSEHOLDS, Village.households())));
        String rows = "SELECT hex(geom) || code FROM households WHERE geom IS NOT NULL";
        assertThat(query(bare, rows)).hasSize(2).isEqualTo(query(file, rows));
        String extent = "SELECT min_x || ' ' || max_y FROM gpkg_contents WHERE table_name = 'households'";
        assertThat(query(bare, extent)).containsExactly("102.1234567 27.6");
        assertThat(query(bare, "SELECT name FROM sqlite_master WHERE name LIKE 'rtree%'"))
                .isEmpty();
    }

    @Test
    void gdalCanEditTheTable() throws Exception {
        // The triggers of the index run in GDAL, which knows ST_MinX and the others.
        Gdal.info(file, "-sql", "SELECT 1");
        Gdal.Run edit = Gdal.edit(file, "DELETE FROM households WHERE code = '007'");
        assertThat(edit.status()).as(edit.output()).isZero();
        assertThat(query(file, "SELECT count(*) FROM rtree_households_geom")).containsExactly("1");
        Gdal.Run run = Gdal.validateGeoPackage(file);
        assertThat(run.status()).as(run.output()).isZero();
    }

    @Test
    void tablesWithoutPlacesAndColumnsNamedLikeTheKeyAreFine() throws Exception {
        assertThat(Gdal.csv(file, "counts", folder)).containsExactly("名称,n", "村,12", "组,48");
        assertThat(Gdal.csv(file, "plots", folder)).containsExactly("fid,", "a");
        assertThat(query(file, "SELECT fid_1 || fid FROM plots")).containsExactly("1a");
    }

    @Test
    void marksAndTimesAreThoseOfTheStandard() throws Exception {
        assertThat(query(file, "PRAGMA application_id")).containsExactly("1196444487");
        assertThat(query(file, "PRAGMA user_version")).containsExactly("10300");
        assertThat(query(file, "SELECT DISTINCT last_change FROM gpkg_contents"))
                .containsExactly("2024-05-06T07:08:09.000Z");
        assertThat(query(file, "SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1"))
                .containsExactly("-1", "0", "4326", "4490", "4543");
        assertThat(query(file, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(query(file, "PRAGMA foreign_key_check")).isEmpty();
    }

    @Test
    void sameInputGivesTheSameContent() throws Exception {
        Path again = folder.resolve("again.gpkg");
        write(again);
        for (String table : query(file, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) {
            String all = "SELECT * FROM \"" + table + "\"";
            assertThat(query(again, all)).isEqualTo(query(file, all));
        }
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void aSystemOfNoRegistryIsKeptByItsText() throws Exception {
        Crs own = Crs.fromWkt("PROJCS[\"Own grid\",GEOGCS[\"CGCS2000\",DATUM[\"D_China_2000\","
                        + "SPHEROID[\"CGCS2000\",6378137,298.257222101]],PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]],"
                        + "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",40000],PARAMETER[\"False_Northing\",0],"
                        + "PARAMETER[\"Central_Meridian\",102.25],PARAMETER[\"Scale_Factor\",1],"
                        + "PARAMETER[\"Latitude_Of_Origin\",27],UNIT[\"Meter\",1]]")
                .orElseThrow();
        OutputTable table = new OutputTable("own", "", Optional.of(GeometryKind.ANY), own, List.of());
        GeoPackageWriter.write(
                file,
                CHANGED,
                List.of(new TableRows(table, RowSource.of(List.of(OutputRow.at(Village.wkt("POINT (40000 0)")))))));
        assertThat(Gdal.validateGeoPackage(file).status()).isZero();
        assertThat(Gdal.info(file, "-so", "own")).contains("Own grid", "102.25");
        assertThat(Gdal.csv(
                        file,
                        "own",
                        folder,
                        "-t_srs",
                        "EPSG:4490",
                        "-lco",
                        "GEOMETRY=AS_XY",
                        "-lco",
                        "SEPARATOR=SEMICOLON"))
                .last()
                .asString()
                .startsWith("102.25;2");
    }

    @Test
    void aBadRowLeavesTheOldFile() throws Exception {
        byte[] before = Files.readAllBytes(file);
        RowSource bad = RowSource.of(List.of(OutputRow.of("村", "zwölf")));
        assertThatThrownBy(() -> GeoPackageWriter.write(file, CHANGED, List.of(new TableRows(Village.COUNTS, bad))))
                .hasMessageContaining("counts row 1 column n: zwölf is no INTEGER");
        assertThat(file).hasBinaryContent(before);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    private static List<String> query(Path gpkg, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + gpkg);
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery(sql)) {
            while (r.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= r.getMetaData().getColumnCount(); i++) {
                    Object value = r.getObject(i);
                    row.append(i == 1 ? "" : "|");
                    row.append(value instanceof byte[] b ? HexFormat.of().formatHex(b) : value);
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
