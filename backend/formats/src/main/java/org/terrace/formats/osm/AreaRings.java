package org.terrace.formats.osm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Areas from the ways of a multipolygon relation: ways are joined end to end into rings; a ring inside an odd number of others is a
 * hole. The roles 'outer' and 'inner' are not trusted.
 */
final class AreaRings {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private AreaRings() {}

    /** Closed chains of node ids; empty when a way is left over that closes nothing. */
    static Optional<List<long[]>> join(List<long[]> ways) {
        List<long[]> rings = new ArrayList<>();
        Map<Long, List<long[]>> byEnd = new HashMap<>();
        List<long[]> open = new ArrayList<>();
        for (long[] way : ways) {
            if (way.length >= 4 && way[0] == way[way.length - 1]) {
                rings.add(way);
            } else if (way.length >= 2) {
                open.add(way);
                byEnd.computeIfAbsent(way[0], k -> new ArrayList<>()).add(way);
                byEnd.computeIfAbsent(way[way.length - 1], k -> new ArrayList<>())
                        .add(way);
            }
        }
        java.util.Set<long[]> used = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        for (long[] start : open) {
            if (!used.add(start)) {
                continue;
            }
            LongList chain = new LongList();
            for (long id : start) {
                chain.add(id);
            }
            long first = start[0];
            long last = start[start.length - 1];
            while (last != first) {
                Optional<long[]> next = byEnd.getOrDefault(last, List.of()).stream()
                        .filter(w -> !used.contains(w))
                        .findFirst();
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                long[] way = next.get();
                used.add(way);
                boolean forward = way[0] == last;
                for (int i = 1; i < way.length; i++) {
                    chain.add(way[forward ? i : way.length - 1 - i]);
                }
                last = forward ? way[way.length - 1] : way[0];
            }
            long[] ring = chain.toArray();
            if (ring.length >= 4) {
                rings.add(ring);
            }
        }
        return rings.isEmpty() ? Optional.empty() : Optional.of(rings);
    }

    static Geometry area(List<Coordinate[]> rings) {
        List<Polygon> alone = new ArrayList<>();
        for (Coordinate[] ring : rings) {
            alone.add(FACTORY.createPolygon(ring));
        }
        alone.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
        int[] container = new int[alone.size()];
        int[] depth = new int[alone.size()];
        for (int i = 0; i < alone.size(); i++) {
            container[i] = -1;
            for (int j = i - 1; j >= 0 && container[i] < 0; j--) {
                if (inside(alone.get(i), alone.get(j))) {
                    container[i] = j;
                    depth[i] = depth[j] + 1;
                }
            }
        }
        List<Polygon> areas = new ArrayList<>();
        for (int i = 0; i < alone.size(); i++) {
            if (depth[i] % 2 == 0) {
                List<LinearRing> holes = new ArrayList<>();
                for (int k = 0; k < alone.size(); k++) {
                    if (container[k] == i && depth[k] % 2 == 1) {
                        holes.add(alone.get(k).getExteriorRing());
                    }
                }
                areas.add(FACTORY.createPolygon(alone.get(i).getExteriorRing(), holes.toArray(new LinearRing[0])));
            }
        }
        return areas.size() == 1 ? areas.get(0) : FACTORY.createMultiPolygon(areas.toArray(new Polygon[0]));
    }

    private static boolean inside(Polygon inner, Polygon outer) {
        if (!outer.getEnvelopeInternal().contains(inner.getEnvelopeInternal())) {
            return false;
        }
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(outer);
        for (Coordinate c : inner.getExteriorRing().getCoordinates()) {
            int where = locator.locate(c);
            if (where != Location.BOUNDARY) {
                return where == Location.INTERIOR;
            }
        }
        return true;
    }
}
