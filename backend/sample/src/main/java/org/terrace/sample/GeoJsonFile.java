package org.terrace.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.region.Attribute;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;

/** Writes a layer as GeoJSON (RFC 7946): degrees with six decimals, attribute ids as property names, one feature per line. */
final class GeoJsonFile {
    private final CoordinateTransform toDegrees =
            CoordinateTransform.between(Crs.epsg(SyntheticCounty.EPSG), Crs.WGS84);

    void write(Path file, FeatureTable table) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(
                    "{\"type\":\"FeatureCollection\",\"description\":\"" + SampleWriter.NOTICE + "\",\"features\":[\n");
            for (int row = 0; row < table.size(); row++) {
                StringBuilder line = new StringBuilder("{\"type\":\"Feature\",\"properties\":{\"code\":");
                quote(line, table.code(row));
                for (Attribute attribute : table.kind().attributes()) {
                    property(line, attribute, table.column(attribute.name()), row);
                }
                line.append("},\"geometry\":");
                geometry(line, toDegrees.apply(table.geometry(row).orElseThrow()));
                line.append(row + 1 < table.size() ? "},\n" : "}\n");
                out.write(line.toString());
            }
            out.write("]}\n");
        }
    }

    private static void property(StringBuilder line, Attribute attribute, Column column, int row) {
        if (column.isAbsent(row)) {
            return;
        }
        line.append(",\"").append(attribute.name()).append("\":");
        String text = SheetColumn.text(column, row);
        if (attribute.type() == Attribute.Type.NUMBER) {
            line.append(text);
        } else {
            quote(line, text);
        }
    }

    private static void quote(StringBuilder line, String text) {
        line.append('"')
                .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"');
    }

    private static void geometry(StringBuilder line, Geometry geometry) {
        if (geometry instanceof LineString string) {
            line.append("{\"type\":\"LineString\",\"coordinates\":");
            points(line, string.getCoordinates());
        } else if (geometry instanceof Polygon polygon) {
            line.append("{\"type\":\"Polygon\",\"coordinates\":");
            rings(line, polygon);
        } else {
            line.append("{\"type\":\"MultiPolygon\",\"coordinates\":[");
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                line.append(i == 0 ? "" : ",");
                rings(line, (Polygon) geometry.getGeometryN(i));
            }
            line.append(']');
        }
        line.append('}');
    }

    private static void rings(StringBuilder line, Polygon polygon) {
        Polygon ordered = (Polygon) polygon.norm().reverse();
        line.append('[');
        points(line, ordered.getExteriorRing().getCoordinates());
        for (int i = 0; i < ordered.getNumInteriorRing(); i++) {
            line.append(',');
            points(line, ordered.getInteriorRingN(i).getCoordinates());
        }
        line.append(']');
    }

    private static void points(StringBuilder line, Coordinate[] points) {
        line.append('[');
        for (int i = 0; i < points.length; i++) {
            line.append(i == 0 ? "[" : ",[")
                    .append(degrees(points[i].x))
                    .append(',')
                    .append(degrees(points[i].y))
                    .append(']');
        }
        line.append(']');
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
