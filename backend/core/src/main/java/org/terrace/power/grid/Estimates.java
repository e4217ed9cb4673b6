package org.terrace.power.grid;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/**
 * The estimated networks of a snapshot. Each follows from its transformer, its houses, the roads around them and the ground alone: where these
 * are what they were in an earlier snapshot, its network is taken from there.
 */
final class Estimates {
    private final Optional<ElevationGrid> ground;
    private final Map<String, Made> made = new TreeMap<>();

    private record Made(EstimatedArea.Given given, GridArea area) {}

    private Estimates(Optional<ElevationGrid> ground) {
        this.ground = ground;
    }

    /** @param fed by row of the transformer: rows of its households. @param earlier made under the same settings */
    static Estimates of(
            Region region, Map<Integer, List<Integer>> fed, SlopeLengths slopes, Optional<Estimates> earlier) {
        Estimates estimates = new Estimates(region.elevation());
        if (fed.isEmpty()) {
            return estimates;
        }
        FeatureTable households = region.households();
        FeatureTable facilities = region.table(LayerKind.POWER_FACILITY);
        NearRoads roads = new NearRoads(region.roads());
        Map<String, Made> before = earlier.filter(e -> isSame(e.ground, region.elevation()))
                .map(e -> e.made)
                .orElse(Map.of());
        List<Map.Entry<Integer, List<Integer>>> all = List.copyOf(fed.entrySet());
        Made[] found = new Made[all.size()];
        IntStream.range(0, found.length).parallel().forEach(k -> {
            int t = all.get(k).getKey();
            List<Integer> rows = all.get(k).getValue();
            EstimatedArea.Given given = EstimatedArea.Given.of(
                    facilities.code(t),
                    facilities.at(t),
                    rows.stream().map(households::code).toList(),
                    rows.stream().map(households::at).toList(),
                    roads);
            Made kept = before.get(given.transformer());
            found[k] = kept != null && kept.given.equals(given)
                    ? kept
                    : new Made(given, new EstimatedArea(given, slopes).tree().area());
        });
        for (Made one : found) {
            estimates.made.put(one.given.transformer(), one);
        }
        return estimates;
    }

    private static boolean isSame(Optional<ElevationGrid> a, Optional<ElevationGrid> b) {
        return a.isPresent() == b.isPresent() && (a.isEmpty() || a.get() == b.get());
    }

    /** By transformer. */
    Map<String, GridArea> areas() {
        Map<String, GridArea> areas = new TreeMap<>();
        made.forEach((transformer, one) -> areas.put(transformer, one.area));
        return areas;
    }
}
