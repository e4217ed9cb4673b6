package org.terrace.formats.write;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Creates one table of a GeoPackage, with its R-tree if wanted, and fills both, row by row. */
final class GeoPackageTable {
    private final Connection sqlite;
    private final OutputTable table;
    private final int srsId;
    private final boolean indexed;
    private final Cells cells;
    private final GeoPackageGeometry binary = new GeoPackageGeometry();
    private final Envelope bounds = new Envelope();
    private final String id;
    private final String geometry;

    /** @param index whether the geometries, if the table has them, get an R-tree */
    GeoPackageTable(Connection sqlite, OutputTable table, int srsId, boolean index) {
        this.sqlite = sqlite;
        this.table = table;
        this.srsId = srsId;
        this.indexed = index && table.geometry().isPresent();
        this.cells = new Cells(table);
        this.id = table.freeName("fid");
        this.geometry = table.freeName("geom");
    }

    String geometryColumn() {
        return geometry;
    }

    String geometryType() {
        return switch (table.geometry().orElseThrow()) {
            case POINT -> "POINT";
            case LINE -> "MULTILINESTRING";
            case POLYGON -> "MULTIPOLYGON";
            case ANY -> "GEOMETRY";
        };
    }

    boolean isIndexed() {
        return indexed;
    }

    private String rtree() {
        return "rtree_" + table.name() + "_" + geometry;
    }

    /** Of all rows written; null when none has a place. */
    Envelope bounds() {
        return bounds.copy();
    }

    void create() throws SQLException {
        StringBuilder sql = new StringBuilder("CREATE TABLE ").append(quoted(table.name()));
        sql.append(" (").append(quoted(id)).append(" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
        if (table.geometry().isPresent()) {
            sql.append(", ").append(quoted(geometry)).append(' ').append(geometryType());
        }
        for (OutputColumn column : table.columns()) {
            sql.append(", ").append(quoted(column.name())).append(' ').append(sqlType(column.type()));
        }
        run(sql.append(')').toString());
        if (indexed) {
            run("CREATE VIRTUAL TABLE " + quoted(rtree()) + " USING rtree(id, minx, maxx, miny, maxy)");
        }
    }

    private static String sqlType(OutputType type) {
        return switch (type) {
            case TEXT, CODE, MIXED -> "TEXT";
            case NUMBER -> "DOUBLE";
            case INTEGER -> "INTEGER";
            case DATE -> "DATE";
        };
    }

    void fill(RowSource rows) throws SQLException, IOException {
        int width = table.columns().size() + 2;
        String marks = String.join(",", Collections.nCopies(table.geometry().isPresent() ? width : width - 1, "?"));
        String insert = "INSERT INTO " + quoted(table.name()) + " VALUES (" + marks + ")";
        if (!indexed) {
            try (PreparedStatement statement = sqlite.prepareStatement(insert)) {
                rows.forEach(row -> guarded(() -> row(statement, row)));
            }
            return;
        }
        String index = "INSERT INTO " + quoted(rtree()) + " VALUES (?,?,?,?,?)";
        try (PreparedStatement statement = sqlite.prepareStatement(insert);
                PreparedStatement tree = sqlite.prepareStatement(index)) {
            rows.forEach(row -> guarded(() -> {
                row(statement, row);
                index(tree, row);
            }));
        }
        for (String trigger : GeoPackageSchema.triggers(
                rtree().replace("\"", "\"\""), quoted(table.name()), quoted(id), quoted(geometry))) {
            run(trigger);
        }
    }

    /** Something that SQLite may refuse. */
    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }

    private static void guarded(Step step) throws IOException {
        try {
            step.run();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void row(PreparedStatement statement, OutputRow row) throws SQLException {
        cells.next(row);
        int at = 1;
        statement.setLong(at++, cells.rows());
        if (table.geometry().isPresent()) {
            if (row.geometry().isPresent()) {
                Geometry shape = Shapes.uniform(
                        table.geometry().get(), cells.where(), row.geometry().get());
                statement.setBytes(at++, binary.bytes(shape, srsId));
                bounds.expandToInclude(shape.getEnvelopeInternal());
            } else {
                statement.setNull(at++, Types.BLOB);
            }
        }
        for (int i = 0; i < table.columns().size(); i++) {
            Optional<Object> cell = cells.cell(row, i);
            if (cell.isEmpty()) {
                statement.setNull(at++, Types.NULL);
            } else if (cell.get() instanceof BigDecimal d) {
                statement.setDouble(at++, d.doubleValue());
            } else if (cell.get() instanceof Long l) {
                statement.setLong(at++, l);
            } else {
                statement.setString(at++, cell.get().toString());
            }
        }
        statement.executeUpdate();
    }

    private void index(PreparedStatement tree, OutputRow row) throws SQLException {
        Envelope e = row.geometry().map(Geometry::getEnvelopeInternal).orElseGet(Envelope::new);
        if (e.isNull()) {
            return;
        }
        tree.setLong(1, cells.rows());
        tree.setDouble(2, e.getMinX());
        tree.setDouble(3, e.getMaxX());
        tree.setDouble(4, e.getMinY());
        tree.setDouble(5, e.getMaxY());
        tree.executeUpdate();
    }

    private void run(String sql) throws SQLException {
        try (PreparedStatement statement = sqlite.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
