package org.terrace.formats.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.region.GeometryKind;
import org.terrace.region.LayerKind;

/**
 * Looks at geometry in the county's CRS. What cannot be used (no place, no length, wrong kind) is an error; what only looks wrong
 * (crosses itself, leads outside, came before) is a warning and kept as it is; a point outside the county is a warning too, and
 * {@link #isPlace} says that it must not be used. Nothing is repaired.
 * Seats of a township, a village and a group may share a spot.
 */
public final class GeometryChecks {
    private static final double TOO_SHORT_M = 1e-6;

    /** A county that lies across the edge of its zone is computed in it all the same: lengths there are 0.3 % too long at most. */
    private static final double BESIDE_DEGREES = 1;

    private final Envelope area;
    private final Optional<Envelope> county;
    private final Set<Long> seen = new HashSet<>();

    /** @param countyLonLat where the county lies, in degrees */
    public GeometryChecks(Crs crs, Optional<Envelope> countyLonLat) {
        CoordinateTransform transform = CoordinateTransform.between(Crs.WGS84, crs);
        Envelope meant = crs.areaOfUse();
        if (!crs.isGeographic()) {
            meant.expandBy(BESIDE_DEGREES, 0);
        }
        this.area = box(meant, transform);
        this.county = countyLonLat.map(e -> box(e, transform));
    }

    private static Envelope box(Envelope lonLat, CoordinateTransform transform) {
        Envelope box = new Envelope();
        for (int i = 0; i <= 8; i++) {
            for (int k = 0; k <= 8; k++) {
                double[] p = transform.point(
                        lonLat.getMinX() + i * lonLat.getWidth() / 8, lonLat.getMinY() + k * lonLat.getHeight() / 8);
                if (Double.isFinite(p[0] + p[1])) {
                    box.expandToInclude(p[0], p[1]);
                }
            }
        }
        return box;
    }

    /** The geometry in the layer's kind (areas become their centroid in a point layer); empty when it cannot be used. */
    public Optional<Geometry> usable(Geometry geometry, LayerKind kind, Place place, IssueSink issues) {
        if (geometry.isEmpty()) {
            issues.report(Issue.error("geometry_empty", place));
            return Optional.empty();
        }
        for (Coordinate c : geometry.getCoordinates()) {
            if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
                issues.report(Issue.error("geometry_nowhere", place));
                return Optional.empty();
            }
        }
        Optional<Geometry> fitting = fit(single(geometry), kind.geometry());
        if (fitting.isEmpty()) {
            issues.report(Issue.error("geometry_kind", place)
                    .value(geometry.getGeometryType())
                    .with("layer_kind", kind.id()));
            return Optional.empty();
        }
        Geometry good = fitting.get();
        if (good instanceof Lineal && !(good.getLength() > TOO_SHORT_M)) {
            issues.report(Issue.error("zero_length", place));
            return Optional.empty();
        }
        look(geometry, good, kind, place, issues);
        return fitting;
    }

    private void look(Geometry source, Geometry good, LayerKind kind, Place place, IssueSink issues) {
        if (source instanceof Lineal && !source.isSimple()) {
            issues.report(Issue.warning("line_crosses_itself", place));
        }
        if (source instanceof Polygonal) {
            TopologyValidationError error = new IsValidOp(source).getValidationError();
            if (error != null) {
                issues.report(Issue.warning("polygon_invalid", place)
                        .with("x", Math.round(error.getCoordinate().x))
                        .with("y", Math.round(error.getCoordinate().y))
                        .with("kind", error.getErrorType()));
            }
        }
        String position = kind.geometry() == GeometryKind.POINT ? "position_" : "";
        if (!area.contains(good.getEnvelopeInternal())) {
            issues.report(Issue.warning(position + "outside_crs_area", place));
        } else if (!nearCounty(good)) {
            issues.report(Issue.warning(position + "outside_county", place));
        }
        if (kind != LayerKind.ADMIN_UNIT && !seen.add(fingerprint(good, kind))) {
            issues.report(Issue.warning("duplicate_geometry", place));
        }
    }

    /**
     * False for a point that lies where the county is not: a mistyped coordinate, whose distances would all be wrong. Lines and areas
     * may lead out of the county.
     */
    public boolean isPlace(Geometry geometry, LayerKind kind) {
        return kind.geometry() != GeometryKind.POINT
                || (area.contains(geometry.getEnvelopeInternal()) && nearCounty(geometry));
    }

    private boolean nearCounty(Geometry geometry) {
        return county.isEmpty() || county.get().intersects(geometry.getEnvelopeInternal());
    }

    private static Geometry single(Geometry geometry) {
        return geometry instanceof GeometryCollection && geometry.getNumGeometries() == 1
                ? geometry.getGeometryN(0)
                : geometry;
    }

    private static Optional<Geometry> fit(Geometry geometry, GeometryKind kind) {
        return switch (kind) {
            case POINT ->
                Optional.of(
                        geometry instanceof Puntal && geometry.getNumGeometries() == 1
                                ? geometry
                                : geometry.getCentroid());
            case LINE -> Optional.of(geometry).filter(g -> g instanceof Lineal);
            case POLYGON -> Optional.of(geometry).filter(g -> g instanceof Polygonal);
            case ANY -> Optional.of(geometry);
        };
    }

    /** 64 bits of layer and vertices to the millimetre; two different geometries share one by chance once in 10^8 files. */
    private static long fingerprint(Geometry geometry, LayerKind kind) {
        long hash = kind.ordinal() * 31L + (geometry instanceof Polygon ? 7 : 3);
        for (Coordinate c : geometry.getCoordinates()) {
            hash = mix(hash ^ Math.round(c.x * 1000));
            hash = mix(hash + Math.round(c.y * 1000));
        }
        return hash;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }

    /** A copy with x and y exchanged. */
    public static Geometry swapped(Geometry geometry) {
        Geometry copy = geometry.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence sequence, int i) {
                double x = sequence.getX(i);
                sequence.setOrdinate(i, CoordinateSequence.X, sequence.getY(i));
                sequence.setOrdinate(i, CoordinateSequence.Y, x);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }
}
