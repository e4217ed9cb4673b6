package org.terrace.formats.vector;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.source.RawSink;
import org.terrace.formats.source.ReadOptions;
import org.terrace.formats.source.Reader;
import org.terrace.formats.source.SourceLayer;

/** GeoPackage: every feature layer and attribute table, read only and without touching the file or its folder. */
public final class GeoPackageReader implements Reader {
    private static final String FORMAT = "GeoPackage";

    @Override
    public String format() {
        return "geopackage";
    }

    @Override
    public Set<String> extensions() {
        return Set.of("gpkg");
    }

    @Override
    public boolean recognises(InputFile file, byte[] head) {
        return head.length > 16 && new String(head, 0, 15, StandardCharsets.ISO_8859_1).equals("SQLite format 3");
    }

    @Override
    public void read(InputFile file, ReadOptions options, RawSink sink, IssueSink issues) {
        Place whole = Place.file(file.name());
        Properties readOnly = new Properties();
        readOnly.setProperty("open_mode", "1");
        String url =
                "jdbc:sqlite:" + file.path().toUri().toString().replaceFirst("^file:/+", "file:/") + "?immutable=1";
        try (Connection connection = DriverManager.getConnection(url, readOnly)) {
            List<Layer> layers = layers(connection);
            if (layers.isEmpty()) {
                issues.report(Issue.error("no_layers", whole).with("format", FORMAT));
            }
            for (String wanted : options.layers()) {
                if (layers.stream().noneMatch(l -> l.table().equals(wanted))) {
                    issues.report(Issue.error("layer_missing", whole).with("wanted", wanted));
                }
            }
            for (Layer layer : layers) {
                if (options.wants(layer.table())) {
                    features(file, connection, layer, sink, issues);
                }
            }
        } catch (SQLException e) {
            issues.report(Issue.broken(whole, FORMAT, e));
        }
    }

    /** A row of gpkg_contents. @param geometryColumn "" for a table without geometry */
    private record Layer(String table, String geometryColumn, Optional<CrsFound> crs) {}

    private static List<Layer> layers(Connection connection) throws SQLException {
        Map<Integer, Optional<CrsFound>> systems = systems(connection);
        List<Layer> layers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select c.table_name, g.column_name, g.srs_id"
                        + " from gpkg_contents c left join gpkg_geometry_columns g on g.table_name = c.table_name"
                        + " where c.data_type in ('features', 'attributes', 'aspatial') order by c.table_name")) {
            while (rows.next()) {
                String column = rows.getString(2);
                layers.add(new Layer(
                        rows.getString(1),
                        column == null ? "" : column,
                        column == null ? Optional.empty() : systems.getOrDefault(rows.getInt(3), Optional.empty())));
            }
        }
        return layers;
    }

    private static Map<Integer, Optional<CrsFound>> systems(Connection connection) throws SQLException {
        Map<Integer, Optional<CrsFound>> systems = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select srs_id, organization, organization_coordsys_id, definition"
                                + " from gpkg_spatial_ref_sys where srs_id > 0")) {
            while (rows.next()) {
                boolean epsg = "epsg".equalsIgnoreCase(rows.getString(2));
                String wkt = rows.getString(4);
                Optional<Crs> crs = epsg ? Crs.find(rows.getInt(3)) : Optional.empty();
                crs = crs.isPresent() || wkt == null ? crs : Crs.fromWkt(wkt);
                systems.put(
                        rows.getInt(1),
                        Optional.of(crs.map(c -> CrsFound.read(c, "srs"))
                                .orElseGet(() -> CrsFound.notUnderstood(wkt == null ? "" : wkt))));
            }
        }
        return systems;
    }

    private static void features(InputFile file, Connection connection, Layer layer, RawSink sink, IssueSink issues)
            throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        String key = "";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("pragma table_info(" + quoted(layer.table()) + ")")) {
            while (rows.next()) {
                types.put(rows.getString("name"), rows.getString("type").toUpperCase(Locale.ROOT));
                if (rows.getInt("pk") == 1) {
                    key = rows.getString("name");
                }
            }
        }
        List<String> columns = new ArrayList<>(types.keySet());
        columns.remove(layer.geometryColumn());
        sink.layer(new SourceLayer(layer.table(), columns, layer.crs(), Optional.empty()));
        GeoPackageBinary binary = new GeoPackageBinary();
        long number = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + quoted(layer.table()))) {
            ResultSetMetaData meta = rows.getMetaData();
            while (rows.next()) {
                number++;
                String id = key.isEmpty() ? Long.toString(number) : String.valueOf(rows.getObject(key));
                Place place = Place.feature(file.name(), layer.table(), id);
                Map<String, Object> values = new LinkedHashMap<>();
                Optional<Geometry> geometry = Optional.empty();
                for (int i = 1; i <= meta.getColumnCount(); i++) {
                    String name = meta.getColumnName(i);
                    Object value = rows.getObject(i);
                    if (name.equals(layer.geometryColumn())) {
                        geometry = geometry(binary, value, place, issues);
                    } else {
                        Object clean = clean(value, types.getOrDefault(name, ""));
                        if (clean != null) {
                            values.put(name, clean);
                        }
                    }
                }
                sink.feature(new RawFeature(place, values, geometry));
            }
        }
    }

    private static Optional<Geometry> geometry(
            GeoPackageBinary binary, @Nullable Object value, Place place, IssueSink issues) {
        if (!(value instanceof byte[] bytes)) {
            return Optional.empty();
        }
        try {
            return binary.decode(bytes);
        } catch (ParseException | RuntimeException e) {
            issues.report(Issue.error("bad_geometry", place).with("detail", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static @Nullable Object clean(@Nullable Object value, String type) {
        if (value == null || value instanceof byte[] || (value instanceof String s && s.isBlank())) {
            return null;
        }
        if (value instanceof Integer i) {
            return type.equals("BOOLEAN") ? (Object) (i != 0) : (Object) i.longValue();
        }
        if (type.equals("DATE") && value instanceof String s) {
            try {
                return LocalDate.parse(s);
            } catch (DateTimeParseException e) {
                return s;
            }
        }
        return value;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
