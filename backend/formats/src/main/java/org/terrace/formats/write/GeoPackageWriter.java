package org.terrace.formats.write;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.terrace.formats.crs.Crs;

/**
 * GeoPackage 1.3 with any number of tables, each with its own system, and an R-tree on every geometry column unless it is left out. Geometries stay in the
 * table's system, in two dimensions; lines and polygons become multi-lines and multi-polygons, so that a table holds one type.
 *
 * <p>The same tables and time give the same content.
 */
public final class GeoPackageWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /** Numbers for systems that no registry knows. */
    private static final int FIRST_OWN_SYSTEM = 100_000;

    private final Connection sqlite;
    private final String lastChange;
    private final boolean index;
    private final Map<Crs, Integer> systems = new HashMap<>();
    private final Set<String> identifiers = new HashSet<>();

    private GeoPackageWriter(Connection sqlite, Instant lastChange, boolean index) {
        this.sqlite = sqlite;
        this.lastChange = TIME.format(lastChange);
        this.index = index;
    }

    /**
     * Writes the file when all is well, else leaves what was there.
     *
     * @param lastChange recorded as the time of change of every table
     */
    public static void write(Path target, Instant lastChange, List<TableRows> tables) throws IOException {
        write(target, lastChange, true, tables);
    }

    /** The same without the R-trees: smaller by a third, for files that are carried and not looked at. */
    public static void writeWithoutIndex(Path target, Instant lastChange, List<TableRows> tables) throws IOException {
        write(target, lastChange, false, tables);
    }

    private static void write(Path target, Instant lastChange, boolean index, List<TableRows> tables)
            throws IOException {
        checkNames(tables);
        TargetFile.write(target, file -> {
            try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                GeoPackageWriter writer = new GeoPackageWriter(sqlite, lastChange, index);
                writer.start();
                for (TableRows one : tables) {
                    writer.table(one);
                }
                sqlite.commit();
            } catch (SQLException e) {
                throw new IOException("writing " + target.getFileName() + ": " + e.getMessage(), e);
            }
        });
    }

    private static void checkNames(List<TableRows> tables) {
        Set<String> seen = new HashSet<>();
        for (TableRows one : tables) {
            String name = one.table().name().toLowerCase(Locale.ROOT);
            if (!seen.add(name)) {
                throw new IllegalArgumentException("two tables named " + name);
            }
            if (name.startsWith("gpkg_") || name.startsWith("sqlite_") || name.startsWith("rtree_")) {
                throw new IllegalArgumentException("the table name " + name + " is reserved");
            }
        }
    }

    private void start() throws SQLException {
        run("PRAGMA application_id = " + GeoPackageSchema.APPLICATION_ID);
        run("PRAGMA user_version = " + GeoPackageSchema.VERSION);
        run("PRAGMA journal_mode = OFF");
        run("PRAGMA synchronous = OFF");
        sqlite.setAutoCommit(false);
        for (String table : GeoPackageSchema.tables()) {
            run(table);
        }
        for (GeoPackageSchema.System system : GeoPackageSchema.systems()) {
            add(system);
        }
        systems.put(Crs.WGS84, Crs.WGS84.epsg());
    }

    private void table(TableRows one) throws SQLException, IOException {
        OutputTable table = one.table();
        boolean places = table.geometry().isPresent();
        int srsId = places ? system(table.crs()) : 0;
        GeoPackageTable filled = new GeoPackageTable(sqlite, table, srsId, index);
        filled.create();
        filled.fill(one.rows());
        contents(table, srsId, filled.bounds());
        if (places) {
            insert("gpkg_geometry_columns", table.name(), filled.geometryColumn(), filled.geometryType(), srsId, 0, 0);
        }
        if (filled.isIndexed()) {
            insert(
                    "gpkg_extensions",
                    table.name(),
                    filled.geometryColumn(),
                    "gpkg_rtree_index",
                    "http://www.geopackage.org/spec120/#extension_rtree",
                    "write-only");
        }
    }

    private void contents(OutputTable table, int srsId, Envelope box) throws SQLException {
        boolean places = table.geometry().isPresent();
        String sql = places && !box.isNull()
                ? "INSERT INTO gpkg_contents VALUES (?,?,?,?,?,?,?,?,?,?)"
                : "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)"
                        + " VALUES (?,?,?,?,?,?)";
        String type = places ? "features" : "attributes";
        String identifier = table.title().isEmpty() ? table.name() : table.title();
        while (!identifiers.add(identifier)) {
            identifier += " (" + table.name() + ")";
        }
        if (places && !box.isNull()) {
            bind(
                    sql,
                    table.name(),
                    type,
                    identifier,
                    table.title(),
                    lastChange,
                    box.getMinX(),
                    box.getMinY(),
                    box.getMaxX(),
                    box.getMaxY(),
                    srsId);
        } else {
            bind(sql, table.name(), type, identifier, table.title(), lastChange, srsId);
        }
    }

    /** The number of the system in this file; it is entered when it is new. */
    private int system(Crs crs) throws SQLException {
        Integer known = systems.get(crs);
        if (known != null) {
            return known;
        }
        int id = crs.epsg() == 0 ? FIRST_OWN_SYSTEM + systems.size() : crs.epsg();
        String organization = crs.epsg() == 0 ? "NONE" : "EPSG";
        add(new GeoPackageSchema.System(crs.name("en"), id, organization, id, crs.wkt(), crs.name("zh-CN")));
        systems.put(crs, id);
        return id;
    }

    private void add(GeoPackageSchema.System s) throws SQLException {
        insert(
                "gpkg_spatial_ref_sys",
                s.name(),
                s.id(),
                s.organization(),
                s.organizationId(),
                s.definition(),
                s.description());
    }

    private void insert(String table, Object... values) throws SQLException {
        bind("INSERT INTO " + table + " VALUES (?" + ",?".repeat(values.length - 1) + ")", values);
    }

    private void bind(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = sqlite.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = sqlite.createStatement()) {
            statement.execute(sql);
        }
    }
}
