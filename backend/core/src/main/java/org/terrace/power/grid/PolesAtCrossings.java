package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrace.network.SegmentIndex;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;

/**
 * Lines that cross pass over one another, unless a pole stands there: then both get a vertex where they cross, and so are joined. No other
 * point is moved, and no line gets longer. A pole that stands a few metres off, as poles do whose position was read from a phone, only
 * suggests that they may be joined.
 */
final class PolesAtCrossings {
    /** So far off a pole stands where two lines cross. */
    private static final double STANDS_THERE_M = 1;

    private final Geometry[] lines;
    private final FeatureTable facilities;
    private final double reachM;
    /** By line, part and piece: the points to put in. */
    private final Map<Integer, List<Insert>> inserts = new TreeMap<>();

    private final List<Near> near = new ArrayList<>();

    /** A straight piece of a line. */
    private record Piece(int line, int part, int first, Coordinate a, Coordinate b) {}

    private record Insert(int part, int first, Coordinate at) {}

    /** A crossing of two lines with a pole near it. @param poleM metres to the pole */
    record Near(int line, int other, Coordinate at, double poleM) {}

    PolesAtCrossings(Geometry[] lines, FeatureTable facilities, double reachM) {
        this.lines = lines;
        this.facilities = facilities;
        this.reachM = reachM;
    }

    /** Writes the lines with their new vertices. @return crossings that have a pole near, but not there */
    List<Near> putIn() {
        List<Coordinate> poles = new ArrayList<>();
        for (int i = 0; i < facilities.size(); i++) {
            if (facilities.codesOf("kind").is(i, "pole") && facilities.hasGeometry(i)) {
                poles.add(facilities.at(i));
            }
        }
        if (poles.isEmpty()) {
            return near;
        }
        List<Piece> pieces = pieces();
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        for (int k = 0; k < pieces.size(); k++) {
            Piece piece = pieces.get(k);
            builder.add(k, piece.a.x, piece.a.y, piece.b.x, piece.b.y);
        }
        SegmentIndex index = builder.build();
        for (Coordinate pole : poles) {
            int[] near = index.within(pole.x, pole.y, reachM);
            for (int i = 0; i < near.length; i++) {
                for (int j = i + 1; j < near.length; j++) {
                    cross(pieces.get(near[i]), pieces.get(near[j]), pole);
                }
            }
        }
        inserts.forEach((line, points) -> lines[line] = with(lines[line], points));
        return near;
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (int line = 0; line < lines.length; line++) {
            for (int g = 0; g < lines[line].getNumGeometries(); g++) {
                if (lines[line].getGeometryN(g) instanceof LineString part) {
                    Coordinate[] points = part.getCoordinates();
                    for (int i = 1; i < points.length; i++) {
                        pieces.add(new Piece(line, g, i - 1, points[i - 1], points[i]));
                    }
                }
            }
        }
        return pieces;
    }

    private void cross(Piece one, Piece other, Coordinate pole) {
        if (one.line == other.line) {
            return;
        }
        RobustLineIntersector intersector = new RobustLineIntersector();
        intersector.computeIntersection(one.a, one.b, other.a, other.b);
        if (!intersector.hasIntersection() || intersector.getIntersectionNum() != 1) {
            return;
        }
        Coordinate found = intersector.getIntersection(0);
        Coordinate at = new Coordinate(found.x + 0.0, found.y + 0.0);
        double poleM = Plan.metres(at, pole);
        if (poleM > reachM) {
            return;
        }
        if (poleM > STANDS_THERE_M) {
            near.add(new Near(Math.min(one.line, other.line), Math.max(one.line, other.line), at, poleM));
            return;
        }
        for (Piece piece : List.of(one, other)) {
            if (!at.equals2D(piece.a) && !at.equals2D(piece.b)) {
                inserts.computeIfAbsent(piece.line, k -> new ArrayList<>())
                        .add(new Insert(piece.part, piece.first, at));
            }
        }
    }

    private static Geometry with(Geometry line, List<Insert> inserts) {
        LineString[] parts = new LineString[line.getNumGeometries()];
        for (int g = 0; g < parts.length; g++) {
            int part = g;
            LineString drawn = (LineString) line.getGeometryN(g);
            Coordinate[] points = drawn.getCoordinates();
            List<Coordinate> all = new ArrayList<>();
            for (int i = 0; i < points.length; i++) {
                int first = i;
                all.add(points[i]);
                inserts.stream()
                        .filter(n -> n.part == part && n.first == first)
                        .map(Insert::at)
                        .distinct()
                        .sorted(Comparator.comparingDouble(c -> Plan.metres(points[first], c)))
                        .forEach(all::add);
            }
            parts[g] = Geometries.FACTORY.createLineString(all.toArray(Coordinate[]::new));
        }
        return parts.length == 1
                ? parts[0]
                : Geometries.FACTORY.createMultiLineString(Arrays.copyOf(parts, parts.length));
    }
}
