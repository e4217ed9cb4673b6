package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.terrace.network.Level;
import org.terrace.region.FeatureTable;

/** The roads and paths of the county, to be had for the surroundings of a place: lines are built along them. */
final class NearRoads {
    private final STRtree tree = new STRtree();
    private final FeatureTable roads;

    NearRoads(FeatureTable roads) {
        this.roads = roads;
        for (int row = 0; row < roads.size(); row++) {
            Geometry line = roads.geometry(row).orElse(null);
            if (line != null && isUsable(line)) {
                tree.insert(line.getEnvelopeInternal(), row);
            }
        }
        tree.build();
    }

    private static boolean isUsable(Geometry line) {
        for (Coordinate c : line.getCoordinates()) {
            if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
                return false;
            }
        }
        return line.getLength() > 0;
    }

    /** A road and its level; two are equal that are drawn alike. */
    record Road(Geometry line, double level) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Road r
                    && Double.compare(level, r.level) == 0
                    && (line == r.line || line.equalsExact(r.line));
        }

        @Override
        public int hashCode() {
            return line.getNumPoints();
        }
    }

    /** Those whose box meets the given one, by code. */
    List<Road> within(Envelope box) {
        List<Integer> rows = new ArrayList<>();
        for (Object row : tree.query(box)) {
            rows.add((Integer) row);
        }
        rows.sort(null);
        List<Road> found = new ArrayList<>();
        for (int row : rows) {
            found.add(new Road(
                    roads.geometry(row).orElseThrow(),
                    Level.of(
                            roads.numbers("layer").get(row),
                            roads.codesOf("bridge").is(row, "yes"),
                            roads.codesOf("tunnel").is(row, "yes"))));
        }
        return found;
    }
}
