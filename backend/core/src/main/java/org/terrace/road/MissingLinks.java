package org.terrace.road;

import java.util.HashMap;
import java.util.Map;

/**
 * How much road would have to be hardened so that the households of an area are reached: the stretches of all their ways that are
 * not hardened, each metre counted once however many ways lead over it.
 */
final class MissingLinks {
    private final RoadModel roads;
    /** Metres covered from the start and from the end of an edge. */
    private final Map<Integer, double[]> covered = new HashMap<>();

    MissingLinks(RoadModel roads) {
        this.roads = roads;
    }

    void add(Ways.Start start) {
        roads.ways().follow(start, this::cover);
    }

    private void cover(int edge, double fromM, double toM) {
        if (WayKind.of(roads.network(), edge) == WayKind.HARDENED) {
            return;
        }
        double[] both = covered.computeIfAbsent(edge, e -> new double[2]);
        // A way leaves an edge at one of its ends.
        if (toM <= fromM) {
            both[0] = Math.max(both[0], fromM);
        } else {
            both[1] = Math.max(both[1], roads.network().network().lengthM(edge) - fromM);
        }
    }

    double kilometres() {
        return covered.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .mapToDouble(e -> Math.min(
                                roads.network().network().lengthM(e.getKey()), e.getValue()[0] + e.getValue()[1]))
                        .sum()
                / 1000;
    }
}
