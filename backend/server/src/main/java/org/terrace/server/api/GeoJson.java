package org.terrace.server.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.terrace.formats.crs.CoordinateTransform;

/** Geometry of a region as GeoJSON in degrees, seven decimals: a centimetre. */
final class GeoJson {
    private GeoJson() {}

    static @Nullable Map<String, Object> ofNullable(Optional<Geometry> geometry, CoordinateTransform toDegrees) {
        return geometry.filter(g -> !g.isEmpty()).map(g -> of(g, toDegrees)).orElse(null);
    }

    static Map<String, Object> of(Geometry metric, CoordinateTransform toDegrees) {
        return object(toDegrees.apply(metric));
    }

    private static Map<String, Object> object(Geometry g) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", g.getGeometryType());
        if (g instanceof Point point) {
            json.put("coordinates", position(point.getCoordinate()));
        } else if (g instanceof LineString line) {
            json.put("coordinates", positions(line.getCoordinates()));
            json.put("type", "LineString");
        } else if (g instanceof Polygon polygon) {
            json.put("coordinates", rings(polygon));
        } else if (g.getGeometryType().equals("GeometryCollection")) {
            List<Object> parts = new ArrayList<>();
            for (int i = 0; i < g.getNumGeometries(); i++) {
                parts.add(object(g.getGeometryN(i)));
            }
            json.put("geometries", parts);
        } else if (g instanceof GeometryCollection collection) {
            List<Object> parts = new ArrayList<>();
            for (int i = 0; i < collection.getNumGeometries(); i++) {
                parts.add(object(collection.getGeometryN(i)).getOrDefault("coordinates", List.of()));
            }
            json.put("coordinates", parts);
        }
        return json;
    }

    private static List<Object> rings(Polygon polygon) {
        List<Object> rings = new ArrayList<>();
        rings.add(positions(polygon.getExteriorRing().getCoordinates()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(positions(polygon.getInteriorRingN(i).getCoordinates()));
        }
        return rings;
    }

    private static List<double[]> positions(Coordinate[] coordinates) {
        List<double[]> all = new ArrayList<>(coordinates.length);
        for (Coordinate c : coordinates) {
            all.add(position(c));
        }
        return all;
    }

    static double[] position(Coordinate c) {
        return new double[] {degrees(c.x), degrees(c.y)};
    }

    static double degrees(double value) {
        return Math.round(value * 1e7) / 1e7;
    }
}
