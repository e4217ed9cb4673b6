package org.terrace.formats.write;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKTWriter;
import org.terrace.region.GeometryKind;

/** Brings geometries to the one type that a table of their kind holds. */
final class Shapes {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Shapes() {}

    /** The point, also when it is the only one of a collection. */
    static Point point(String where, Geometry geometry) {
        if (geometry.getNumGeometries() == 1 && geometry.getGeometryN(0) instanceof Point point) {
            return point;
        }
        throw unfit(GeometryKind.POINT, where, geometry);
    }

    /** As the table's kind wants it: a point, a multi-line, a multi-polygon, or (ANY) as it is. */
    static Geometry uniform(GeometryKind kind, String where, Geometry geometry) {
        return switch (kind) {
            case ANY -> geometry;
            case POINT -> point(where, geometry);
            case LINE ->
                FACTORY.createMultiLineString(
                        parts(kind, where, geometry, new LineString[geometry.getNumGeometries()]));
            case POLYGON ->
                FACTORY.createMultiPolygon(parts(kind, where, geometry, new Polygon[geometry.getNumGeometries()]));
        };
    }

    private static <T extends Geometry> T[] parts(GeometryKind kind, String where, Geometry geometry, T[] parts) {
        Class<?> type = parts.getClass().getComponentType();
        for (int i = 0; i < parts.length; i++) {
            if (!type.isInstance(geometry.getGeometryN(i))) {
                throw unfit(kind, where, geometry);
            }
            @SuppressWarnings("unchecked")
            T part = (T) geometry.getGeometryN(i);
            parts[i] = part;
        }
        return parts;
    }

    private static IllegalArgumentException unfit(GeometryKind kind, String where, Geometry geometry) {
        return new IllegalArgumentException(where + ": " + geometry.getGeometryType() + " in a table of " + kind);
    }

    /** Well-known text in two dimensions with 7 decimals. */
    static String wkt(Geometry degrees) {
        Geometry copy = degrees.copy();
        copy.apply(new Rounding());
        return new WKTWriter(2).write(copy);
    }

    private static final class Rounding implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence sequence, int i) {
            for (int ordinate : new int[] {Coordinate.X, Coordinate.Y}) {
                sequence.setOrdinate(
                        i, ordinate, Double.parseDouble(LonLat.degrees(sequence.getOrdinate(i, ordinate))));
            }
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
