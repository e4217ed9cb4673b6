package org.terrace.formats.write;

import java.io.IOException;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Geometry objects of RFC 7946: 7 decimals, outer rings counter-clockwise, holes clockwise. Two dimensions, since a third would have to
 * be a height above the ellipsoid, which Terrace's heights are not.
 */
final class GeoJsonGeometry {
    private final Appendable out;

    GeoJsonGeometry(Appendable out) {
        this.out = out;
    }

    /** @param g in degrees, not empty */
    void write(Geometry g) throws IOException {
        boolean collection = g instanceof GeometryCollection
                && !(g instanceof MultiPoint || g instanceof MultiLineString || g instanceof MultiPolygon);
        String type = g instanceof LinearRing ? Geometry.TYPENAME_LINESTRING : g.getGeometryType();
        out.append("{\"type\":\"").append(type).append(collection ? "\",\"geometries\":" : "\",\"coordinates\":");
        if (collection) {
            parts(g, this::write);
        } else if (g instanceof GeometryCollection) {
            parts(g, this::coordinates);
        } else {
            coordinates(g);
        }
        out.append('}');
    }

    @FunctionalInterface
    private interface Part {
        void write(Geometry part) throws IOException;
    }

    private void parts(Geometry g, Part each) throws IOException {
        out.append('[');
        for (int i = 0; i < g.getNumGeometries(); i++) {
            out.append(i == 0 ? "" : ",");
            each.write(g.getGeometryN(i));
        }
        out.append(']');
    }

    private void coordinates(Geometry g) throws IOException {
        if (g instanceof Point p) {
            position(p.getCoordinateSequence(), 0);
        } else if (g instanceof LineString l) {
            line(l.getCoordinateSequence(), false);
        } else if (g instanceof Polygon p) {
            out.append('[');
            ring(p.getExteriorRing(), true);
            for (int i = 0; i < p.getNumInteriorRing(); i++) {
                out.append(',');
                ring(p.getInteriorRingN(i), false);
            }
            out.append(']');
        } else {
            throw new IllegalArgumentException("no GeoJSON for " + g.getGeometryType());
        }
    }

    private void ring(LinearRing ring, boolean counterClockwise) throws IOException {
        CoordinateSequence c = ring.getCoordinateSequence();
        line(c, Orientation.isCCW(c) != counterClockwise);
    }

    private void line(CoordinateSequence c, boolean backwards) throws IOException {
        out.append('[');
        for (int i = 0; i < c.size(); i++) {
            out.append(i == 0 ? "" : ",");
            position(c, backwards ? c.size() - 1 - i : i);
        }
        out.append(']');
    }

    private void position(CoordinateSequence c, int i) throws IOException {
        out.append('[').append(LonLat.degrees(c.getX(i))).append(',');
        out.append(LonLat.degrees(c.getY(i))).append(']');
    }
}
