package org.terrace.network;

import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Which lines form one piece: they share a vertex, or an end of one lies within a tolerance of the other. Lines that merely
 * cross (a bridge above a road) do not touch, nor do ends at another level.
 */
public final class TouchingLines {
    private TouchingLines() {}

    /**
     * Joins the lines that touch.
     *
     * @param lines in one metric CRS
     * @param levels OSM-style layer of each line: ends join lines of the same level only; shared vertices always join
     * @param include which lines take part; others stay alone
     * @param toleranceM how far an end may lie from another line and still touch it
     */
    public static DisjointSets join(Geometry[] lines, double[] levels, boolean[] include, double toleranceM) {
        DisjointSets sets = new DisjointSets(lines.length);
        Map<Coordinate, Integer> firstAt = new HashMap<>();
        STRtree tree = new STRtree();
        for (int i = 0; i < lines.length; i++) {
            if (!include[i]) {
                continue;
            }
            for (Coordinate c : lines[i].getCoordinates()) {
                Integer other = firstAt.putIfAbsent(new Coordinate(c.x, c.y), i);
                if (other != null) {
                    sets.join(other, i);
                }
            }
            tree.insert(lines[i].getEnvelopeInternal(), i);
        }
        for (int i = 0; i < lines.length; i++) {
            if (include[i]) {
                joinEnds(i, lines, levels, toleranceM, tree, sets);
            }
        }
        return sets;
    }

    private static void joinEnds(
            int i, Geometry[] lines, double[] levels, double toleranceM, STRtree tree, DisjointSets sets) {
        for (int g = 0; g < lines[i].getNumGeometries(); g++) {
            Coordinate[] points = lines[i].getGeometryN(g).getCoordinates();
            for (Coordinate end : new Coordinate[] {points[0], points[points.length - 1]}) {
                Envelope around = new Envelope(end);
                around.expandBy(toleranceM);
                Geometry point = lines[i].getFactory().createPoint(end);
                for (Object found : tree.query(around)) {
                    int other = (Integer) found;
                    if (sets.find(other) != sets.find(i)
                            && levels[other] == levels[i]
                            && lines[other].isWithinDistance(point, toleranceM)) {
                        sets.join(other, i);
                    }
                }
            }
        }
    }
}
