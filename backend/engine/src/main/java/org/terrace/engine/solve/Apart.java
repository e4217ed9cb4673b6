package org.terrace.engine.solve;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrace.engine.RefusedException;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.network.Network;
import org.terrace.network.SegmentIndex;
import org.terrace.network.ShortestPaths;

/** Where two pieces of a network come closest: there a road is missing, or drawn short. */
final class Apart {
    /** Lines that come so close cross without a junction. */
    private static final double TOUCHING_M = 0.01;

    private Apart() {}

    static RefusedException refused(Network network, Geometry[] lines, int fromEdge, int toEdge, Crs metric) {
        Set<Integer> near = reached(network, fromEdge);
        Set<Integer> far = reached(network, toEdge);
        SegmentIndex index = index(lines, far);
        double gapM = Double.POSITIVE_INFINITY;
        Coordinate at = new Coordinate();
        for (int line : near) {
            for (Coordinate c : lines[line].getCoordinates()) {
                int segment = index.nearest(c.x, c.y);
                if (segment >= 0 && index.distance(segment, c.x, c.y) < gapM) {
                    gapM = index.distance(segment, c.x, c.y);
                    at = c;
                }
            }
        }
        // The ends of the farther piece may fall short of the middle of a line of this one, or lines cross between
        // vertices.
        SegmentIndex back = index(lines, near);
        for (int line : far) {
            for (Coordinate c : lines[line].getCoordinates()) {
                int segment = back.nearest(c.x, c.y);
                if (segment >= 0 && back.distance(segment, c.x, c.y) < gapM) {
                    gapM = back.distance(segment, c.x, c.y);
                    at = c;
                }
            }
            for (int other : near) {
                if (gapM > TOUCHING_M
                        && lines[line].getEnvelopeInternal().intersects(lines[other].getEnvelopeInternal())
                        && lines[line].intersects(lines[other])) {
                    gapM = 0;
                    at = lines[line].intersection(lines[other]).getCoordinate();
                }
            }
        }
        return RefusedException.of(
                gapM > TOUCHING_M ? "no_way" : "no_way_levels",
                "from_roads",
                near.size(),
                "from_km",
                km(lines, near),
                "to_roads",
                far.size(),
                "to_km",
                km(lines, far),
                "at",
                lonLat(at.x, at.y, metric),
                "gap",
                String.format(Locale.ROOT, "%,.1f", gapM));
    }

    static String lonLat(double x, double y, Crs metric) {
        double[] p = CoordinateTransform.between(metric, Crs.WGS84).point(x, y);
        return String.format(Locale.ROOT, "%.5f, %.5f", p[0], p[1]);
    }

    /** Lines that connect with an edge. */
    private static Set<Integer> reached(Network network, int edge) {
        ShortestPaths paths =
                ShortestPaths.from(network, new int[] {network.from(edge)}, new double[1], network::lengthM);
        Set<Integer> lines = new HashSet<>();
        for (int e = 0; e < network.edges(); e++) {
            if (network.line(e) >= 0 && Double.isFinite(paths.cost(network.from(e)))) {
                lines.add(network.line(e));
            }
        }
        return lines;
    }

    private static SegmentIndex index(Geometry[] lines, Set<Integer> chosen) {
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        chosen.forEach(line -> builder.add(line, lines[line]));
        return builder.build();
    }

    private static String km(Geometry[] lines, Set<Integer> chosen) {
        double metres =
                chosen.stream().mapToDouble(line -> lines[line].getLength()).sum();
        return String.format(Locale.ROOT, "%,.1f", metres / 1000);
    }
}
