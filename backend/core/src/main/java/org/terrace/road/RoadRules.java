package org.terrace.road;

import java.util.TreeSet;
import org.terrace.standard.Standard;

/**
 * What of a standard decides the road network. A value: two standards that say the same give equal rules, so what was derived under
 * one holds under the other.
 *
 * @param hardenedSurfaces surfaces that count as hardened
 * @param rootClasses classes of road that the network is rooted at
 * @param rootsAtSeat whether hardened roads at the county seat are roots too
 * @param seatReachM how far from the seat's point a road still is at the seat
 * @param footClasses never roads for vehicles
 * @param toleranceM ends of lines within this are joined
 */
record RoadRules(
        TreeSet<String> hardenedSurfaces,
        TreeSet<String> rootClasses,
        boolean rootsAtSeat,
        double seatReachM,
        TreeSet<String> footClasses,
        double toleranceM) {

    static RoadRules of(Standard standard) {
        TreeSet<String> roots = new TreeSet<>(standard.texts("road.roots"));
        return new RoadRules(
                new TreeSet<>(standard.texts("road.hardened_surfaces")),
                roots.contains("main_roads") ? new TreeSet<>(standard.texts("road.root_classes")) : new TreeSet<>(),
                roots.contains("county_seat"),
                standard.number("road.root_seat_reach_m"),
                new TreeSet<>(standard.texts("road.foot_classes")),
                standard.number("road.snap_tolerance_m"));
    }
}
