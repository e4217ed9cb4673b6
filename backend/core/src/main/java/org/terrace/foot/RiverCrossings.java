package org.terrace.foot;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;

/**
 * Where roads and paths lead over rivers: the stretch of each on either side of the point where the two lines meet. The rest of a road is
 * left out: one that runs along the bank, or ends there, leads nobody across.
 */
final class RiverCrossings {
    private RiverCrossings() {}

    /** @param reachM how much of a road belongs to a crossing, on either side. @return in the order of roads, then of rivers */
    static List<Geometry> of(List<Geometry> rivers, FeatureTable roads, double reachM) {
        List<PreparedGeometry> prepared =
                rivers.stream().map(PreparedGeometryFactory::prepare).toList();
        List<Geometry> crossings = new ArrayList<>();
        for (int i = 0; i < roads.size(); i++) {
            Geometry road = roads.geometry(i).orElse(Geometries.FACTORY.createLineString());
            if (road.isEmpty() || roads.codesOf("condition").is(i, "impassable")) {
                continue;
            }
            for (PreparedGeometry river : prepared) {
                if (river.intersects(road)) {
                    for (Coordinate at : road.intersection(river.getGeometry()).getCoordinates()) {
                        crossings.add(road.intersection(
                                Geometries.FACTORY.createPoint(at).buffer(reachM)));
                    }
                }
            }
        }
        return crossings;
    }

    /** Whether two lists hold the same lines in the same order. */
    static boolean same(List<Geometry> a, List<Geometry> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).equalsExact(b.get(i))) {
                return false;
            }
        }
        return true;
    }
}
