package org.terrace.formats.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** GeoJSON geometries; a broken one is an issue and no geometry. */
final class JsonGeometry {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private JsonGeometry() {}

    static Optional<Geometry> read(JsonParser json, Place place, IssueSink issues) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return Optional.empty();
        }
        String type = "";
        Object coordinates = List.of();
        List<Geometry> members = new ArrayList<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "type" -> type = json.getString();
                case "coordinates" -> coordinates = JsonValues.nested(json);
                case "geometries" -> {
                    boolean array = json.currentToken() == JsonToken.START_ARRAY;
                    while (array && json.nextToken() != JsonToken.END_ARRAY) {
                        read(json, place, issues).ifPresent(members::add);
                    }
                }
                default -> json.skipChildren();
            }
        }
        return build(type, coordinates, members, place, issues);
    }

    static Optional<Geometry> build(
            String type, Object coordinates, List<Geometry> members, Place place, IssueSink issues) {
        try {
            Geometry geometry = switch (type) {
                case "Point" -> FACTORY.createPoint(position(coordinates));
                case "MultiPoint" -> FACTORY.createMultiPointFromCoords(positions(coordinates));
                case "LineString" -> FACTORY.createLineString(positions(coordinates));
                case "MultiLineString" ->
                    FACTORY.createMultiLineString(list(coordinates).stream()
                            .map(c -> FACTORY.createLineString(positions(c)))
                            .toArray(LineString[]::new));
                case "Polygon" -> polygon(coordinates);
                case "MultiPolygon" ->
                    FACTORY.createMultiPolygon(list(coordinates).stream()
                            .map(JsonGeometry::polygon)
                            .toArray(Polygon[]::new));
                case "GeometryCollection" -> FACTORY.createGeometryCollection(members.toArray(new Geometry[0]));
                default -> throw new IllegalArgumentException("type " + type);
            };
            return geometry.isEmpty() ? Optional.empty() : Optional.of(geometry);
        } catch (IllegalArgumentException | ClassCastException | IndexOutOfBoundsException e) {
            issues.report(Issue.error("bad_geometry", place).with("detail", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static Polygon polygon(Object rings) {
        List<LinearRing> all = list(rings).stream()
                .map(r -> FACTORY.createLinearRing(positions(r)))
                .toList();
        return all.isEmpty()
                ? FACTORY.createPolygon()
                : FACTORY.createPolygon(all.get(0), all.subList(1, all.size()).toArray(new LinearRing[0]));
    }

    private static Coordinate[] positions(Object list) {
        return list(list).stream().map(JsonGeometry::position).toArray(Coordinate[]::new);
    }

    private static Coordinate position(Object numbers) {
        List<?> n = list(numbers);
        if (n.size() < 2) {
            throw new IllegalArgumentException("position of " + n.size() + " numbers");
        }
        return new Coordinate((Double) n.get(0), (Double) n.get(1), n.size() > 2 ? (Double) n.get(2) : Double.NaN);
    }

    private static List<?> list(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("array expected, was " + value);
    }
}
