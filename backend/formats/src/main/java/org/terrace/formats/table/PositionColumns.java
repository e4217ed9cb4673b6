package org.terrace.formats.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.formats.source.CoordinateColumns;
import org.terrace.formats.text.AngleText;
import org.terrace.formats.text.NumberText;

/** Makes points (or any geometry from well-known text) out of a table's columns. */
final class PositionColumns {
    private static final List<String> X_NAMES = List.of(
            "经度",
            "东经",
            "lon",
            "lng",
            "long",
            "longitude",
            "x",
            "x坐标",
            "横坐标",
            "东坐标",
            "东",
            "easting",
            "east",
            "point_x",
            "x_coord",
            "lon_wgs84",
            "经度e");
    private static final List<String> Y_NAMES = List.of(
            "纬度",
            "北纬",
            "lat",
            "latitude",
            "y",
            "y坐标",
            "纵坐标",
            "北坐标",
            "北",
            "northing",
            "north",
            "point_y",
            "y_coord",
            "lat_wgs84",
            "纬度n");
    private static final List<String> WKT_NAMES = List.of("wkt", "geometry", "geom", "the_geom", "shape");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final String x;
    private final String y;
    private final String wkt;
    private final Optional<ZoneColumn> zone;
    private final WKTReader wktReader = new WKTReader(FACTORY);

    private PositionColumns(CoordinateColumns columns, List<String> header) {
        this.x = columns.x();
        this.y = columns.y();
        this.wkt = columns.wkt();
        this.zone = wkt.isEmpty() ? ZoneColumn.find(header) : Optional.empty();
    }

    /** What the table itself says of its coordinates: where a column names the zone of each row they are read as degrees. */
    static Optional<CrsFound> crs(Optional<PositionColumns> found) {
        return found.flatMap(p -> p.zone).map(z -> CrsFound.read(Crs.WGS84, CrsFound.ZONE_COLUMN));
    }

    /**
     * Known names in the header when the options name no columns. A chosen column that is missing is a fault of the whole file.
     * X and Y stand for east and north here; Chinese survey tables often turn them round, which the detection of the CRS sees.
     */
    static Optional<PositionColumns> find(List<String> header, CoordinateColumns chosen, Place file, IssueSink issues) {
        if (chosen.isKnown()) {
            for (String name : List.of(chosen.x(), chosen.y(), chosen.wkt())) {
                if (!name.isEmpty() && !header.contains(name)) {
                    issues.report(
                            Issue.error("column_missing", file).field(name).with("columns", String.join(", ", header)));
                    return Optional.empty();
                }
            }
            return Optional.of(new PositionColumns(chosen, header));
        }
        Optional<String> wkt = first(header, WKT_NAMES);
        Optional<String> x = first(header, X_NAMES);
        Optional<String> y = first(header, Y_NAMES);
        if (x.isPresent() && y.isPresent()) {
            return Optional.of(new PositionColumns(CoordinateColumns.xy(x.get(), y.get()), header));
        }
        if (x.isPresent() != y.isPresent() && wkt.isEmpty()) {
            issues.report(Issue.warning("coordinate_column_alone", file)
                    .field(x.or(() -> y).orElse("")));
        }
        return wkt.map(w -> new PositionColumns(CoordinateColumns.wkt(w), header));
    }

    private static Optional<String> first(List<String> header, List<String> names) {
        for (String name : names) {
            for (String column : header) {
                if (name.equals(column.strip().toLowerCase(Locale.ROOT).replaceAll("[（(].*[)）]$", ""))) {
                    return Optional.of(column);
                }
            }
        }
        return Optional.empty();
    }

    /** The columns in use; unknown ones where a table has no coordinates. */
    static Optional<CoordinateColumns> used(Optional<PositionColumns> found) {
        return Optional.of(found.map(PositionColumns::columns).orElseGet(CoordinateColumns::unknown));
    }

    private CoordinateColumns columns() {
        return new CoordinateColumns(x, y, wkt);
    }

    Optional<Geometry> geometry(Map<String, Object> row, Place place, IssueSink issues) {
        if (!wkt.isEmpty()) {
            return fromWkt(row, place, issues);
        }
        OptionalDouble east = ordinate(row, x, place, issues);
        OptionalDouble north = ordinate(row, y, place, issues);
        if (row.get(x) == null || row.get(y) == null) {
            issues.report(Issue.note("position_missing", place).field(row.get(x) == null ? x : y));
        }
        if (east.isEmpty() || north.isEmpty()) {
            return Optional.empty();
        }
        Coordinate read = new Coordinate(east.getAsDouble(), north.getAsDouble());
        Optional<Coordinate> at =
                zone.isEmpty() ? Optional.of(read) : zone.get().degrees(read.x, read.y, row, place, issues);
        return at.map(FACTORY::createPoint);
    }

    private Optional<Geometry> fromWkt(Map<String, Object> row, Place place, IssueSink issues) {
        Object text = row.get(wkt);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(wktReader.read(String.valueOf(text).replaceFirst("^SRID=\\d+;", "")));
        } catch (ParseException | IllegalArgumentException e) {
            issues.report(Issue.error("bad_wkt", place).field(wkt).value(text));
            return Optional.empty();
        }
    }

    private static OptionalDouble ordinate(Map<String, Object> row, String column, Place place, IssueSink issues) {
        Object value = row.get(column);
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (value instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        OptionalDouble parsed = AngleText.parse(String.valueOf(value));
        if (parsed.isEmpty()) {
            issues.report(Issue.error("bad_coordinate", place)
                    .field(column)
                    .value(value)
                    .with("hint", NumberText.parse(String.valueOf(value)).hint()));
        }
        return parsed;
    }
}
