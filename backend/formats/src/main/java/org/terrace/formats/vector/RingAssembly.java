package org.terrace.formats.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;

/**
 * Polygons from a shapefile's bag of rings: clockwise rings are shells, the others holes of the smallest shell around them. A hole
 * that lies in no shell is a shell drawn the wrong way round.
 */
final class RingAssembly {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private RingAssembly() {}

    static Optional<Geometry> polygons(Coordinate[][] parts, Place place, IssueSink issues) {
        List<LinearRing> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (Coordinate[] part : parts) {
            Coordinate[] closed = close(part, place, issues);
            if (closed.length < 4) {
                issues.report(Issue.warning("ring_too_short", place).value(part.length));
                continue;
            }
            LinearRing ring = FACTORY.createLinearRing(closed);
            (Orientation.isCCW(closed) ? holes : shells).add(ring);
        }
        List<List<LinearRing>> holesOf = new ArrayList<>();
        int shellCount = shells.size();
        for (int i = 0; i < shellCount; i++) {
            holesOf.add(new ArrayList<>());
        }
        for (LinearRing hole : holes) {
            int shell = smallestAround(hole, shells.subList(0, shellCount));
            if (shell >= 0) {
                holesOf.get(shell).add(hole);
            } else {
                shells.add(hole);
                holesOf.add(new ArrayList<>());
            }
        }
        Polygon[] polygons = new Polygon[shells.size()];
        for (int i = 0; i < polygons.length; i++) {
            polygons[i] = FACTORY.createPolygon(shells.get(i), holesOf.get(i).toArray(new LinearRing[0]));
        }
        if (polygons.length == 0) {
            return Optional.empty();
        }
        return Optional.of(polygons.length == 1 ? polygons[0] : FACTORY.createMultiPolygon(polygons));
    }

    private static Coordinate[] close(Coordinate[] ring, Place place, IssueSink issues) {
        if (ring.length < 3 || ring[0].equals2D(ring[ring.length - 1])) {
            return ring;
        }
        issues.report(Issue.warning("ring_not_closed", place));
        Coordinate[] closed = Arrays.copyOf(ring, ring.length + 1);
        closed[ring.length] = ring[0].copy();
        return closed;
    }

    private static int smallestAround(LinearRing hole, List<LinearRing> shells) {
        int best = -1;
        for (int i = 0; i < shells.size(); i++) {
            LinearRing shell = shells.get(i);
            if (shell.getEnvelopeInternal().contains(hole.getEnvelopeInternal())
                    && inside(hole, shell)
                    && (best < 0 || shells.get(best).getEnvelopeInternal().contains(shell.getEnvelopeInternal()))) {
                best = i;
            }
        }
        return best;
    }

    /** By the first vertex that is not on the shell's line: a hole may touch its shell. */
    private static boolean inside(LinearRing hole, LinearRing shell) {
        for (Coordinate c : hole.getCoordinates()) {
            int where = PointLocation.locateInRing(c, shell.getCoordinates());
            if (where != Location.BOUNDARY) {
                return where == Location.INTERIOR;
            }
        }
        return true;
    }
}
