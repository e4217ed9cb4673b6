package org.terrace.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.terrace.formats.crs.CoordinateTransform;

/** Geometry of a region as GeoJSON in degrees, seven decimals: a centimetre. */
final class GeoJson {
    /** A geometry; a collection has parts instead of coordinates. */
    @Schema(name = "Geometry")
    record Shape(
            String type,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "by type") @Nullable Object coordinates,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Shape> geometries) {}

    private GeoJson() {}

    static @Nullable Shape ofNullable(Optional<Geometry> geometry, CoordinateTransform toDegrees) {
        return geometry.filter(g -> !g.isEmpty()).map(g -> of(g, toDegrees)).orElse(null);
    }

    static Shape of(Geometry metric, CoordinateTransform toDegrees) {
        return shape(toDegrees.apply(metric));
    }

    private static Shape shape(Geometry g) {
        if (g.getGeometryType().equals("GeometryCollection")) {
            List<Shape> parts = new ArrayList<>();
            for (int i = 0; i < g.getNumGeometries(); i++) {
                parts.add(shape(g.getGeometryN(i)));
            }
            return new Shape(g.getGeometryType(), null, parts);
        }
        return new Shape(g instanceof LineString ? "LineString" : g.getGeometryType(), coordinates(g), null);
    }

    private static Object coordinates(Geometry g) {
        if (g instanceof Point point) {
            return position(point.getCoordinate());
        }
        if (g instanceof LineString line) {
            return positions(line.getCoordinates());
        }
        if (g instanceof Polygon polygon) {
            return rings(polygon);
        }
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < g.getNumGeometries(); i++) {
            parts.add(coordinates(g.getGeometryN(i)));
        }
        return parts;
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
