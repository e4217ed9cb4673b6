package org.terrace.sample;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.terrace.region.Attribute;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;

/** Writes one layer as a GeoPackage 1.3 without spatial index, in the county's metric CRS, attribute ids as column names. */
final class GeoPackageFile {
    private static final String WKT =
            "PROJCS[\"CGCS2000 / 3-degree Gauss-Kruger CM 102E\",GEOGCS[\"China Geodetic Coordinate"
                    + " System 2000\",DATUM[\"China_2000\",SPHEROID[\"CGCS2000\",6378137,298.257222101]],PRIMEM[\"Greenwich\",0],"
                    + "UNIT[\"degree\",0.0174532925199433],AUTHORITY[\"EPSG\",\"4490\"]],PROJECTION[\"Transverse_Mercator\"],"
                    + "PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\",102],PARAMETER[\"scale_factor\",1],"
                    + "PARAMETER[\"false_easting\",500000],PARAMETER[\"false_northing\",0],UNIT[\"metre\",1],"
                    + "AUTHORITY[\"EPSG\",\"4543\"]]";

    private GeoPackageFile() {}

    static void write(Path file, FeatureTable table) throws IOException {
        Files.deleteIfExists(file);
        List<Attribute> attributes = table.kind().attributes().stream()
                .filter(a -> isUsed(table.column(a.name())))
                .toList();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = OFF");
            statement.execute("PRAGMA application_id = 0x47504B47");
            statement.execute("PRAGMA user_version = 10300");
            connection.setAutoCommit(false);
            metadata(connection, statement, table);
            features(connection, statement, table, attributes);
            connection.commit();
        } catch (SQLException e) {
            throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static boolean isUsed(Column column) {
        for (int i = 0; i < column.size(); i++) {
            if (!column.isAbsent(i)) {
                return true;
            }
        }
        return false;
    }

    private static void metadata(Connection connection, Statement statement, FeatureTable table) throws SQLException {
        statement.execute(
                "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,"
                        + " organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,"
                        + " description TEXT)");
        statement.execute("CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,"
                + " identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL,"
                + " min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER)");
        statement.execute(
                "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL UNIQUE, column_name TEXT NOT NULL,"
                        + " geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,"
                        + " CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name))");
        insert(connection, "gpkg_spatial_ref_sys", "undefined Cartesian", -1, "NONE", -1, "undefined", "");
        insert(connection, "gpkg_spatial_ref_sys", "undefined geographic", 0, "NONE", 0, "undefined", "");
        insert(
                connection,
                "gpkg_spatial_ref_sys",
                "WGS 84",
                4326,
                "EPSG",
                4326,
                "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],"
                        + "UNIT[\"degree\",0.0174532925199433],AUTHORITY[\"EPSG\",\"4326\"]]",
                "");
        int epsg = SyntheticCounty.EPSG;
        insert(connection, "gpkg_spatial_ref_sys", "CGCS2000 / 3-degree GK CM 102E", epsg, "EPSG", epsg, WKT, "");
        Envelope box = table.envelope();
        insert(
                connection,
                "gpkg_contents",
                table.kind().id(),
                "features",
                table.kind().id(),
                SampleWriter.NOTICE,
                "2026-01-01T00:00:00.000Z",
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY(),
                epsg);
        insert(connection, "gpkg_geometry_columns", table.kind().id(), "geom", "GEOMETRY", epsg, 0, 0);
    }

    private static void insert(Connection connection, String table, Object... values) throws SQLException {
        String marks = "?, ".repeat(values.length - 1) + "?";
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    private static void features(
            Connection connection, Statement statement, FeatureTable table, List<Attribute> attributes)
            throws SQLException {
        StringBuilder create = new StringBuilder("CREATE TABLE " + table.kind().id()
                + " (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom GEOMETRY, code TEXT");
        for (Attribute attribute : attributes) {
            create.append(", ").append(attribute.name());
            create.append(attribute.type() == Attribute.Type.NUMBER ? " DOUBLE" : " TEXT");
        }
        statement.execute(create.append(')').toString());
        String marks = ", ?".repeat(attributes.size());
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table.kind().id() + " VALUES (?, ?, ?" + marks + ")")) {
            for (int row = 0; row < table.size(); row++) {
                insert.setInt(1, row + 1);
                insert.setBytes(2, blob(table.geometry(row).orElseThrow()));
                insert.setString(3, table.code(row));
                for (int a = 0; a < attributes.size(); a++) {
                    Column column = table.column(attributes.get(a).name());
                    if (column.isAbsent(row)) {
                        insert.setObject(4 + a, null);
                    } else if (column instanceof Column.Numbers numbers) {
                        insert.setDouble(4 + a, numbers.get(row));
                    } else {
                        insert.setString(4 + a, SheetColumn.text(column, row));
                    }
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static byte[] blob(Geometry geometry) {
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
        return ByteBuffer.allocate(8 + wkb.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) 1)
                .putInt(SyntheticCounty.EPSG)
                .put(wkb)
                .array();
    }
}
