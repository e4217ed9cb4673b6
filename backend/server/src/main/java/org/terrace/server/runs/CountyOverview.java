package org.terrace.server.runs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.terrace.analysis.Analysis;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/** The few facts about a county that stand at its door. */
public record CountyOverview(long households, long people, double[] bbox, List<Level> levels, String level) {

    /**
     * How far the data reach, level by level.
     *
     * @param have layers that are there
     * @param missing layers that the next file would have to bring
     * @param unlocks analyses that can then say something
     */
    public record Level(String level, List<String> have, List<String> missing, List<String> unlocks) {}

    /** Kept by data version: counting a million households for every look at a list would be slow. */
    @Component
    public static final class Kept {
        private final CatalogueOfAnalyses catalogue;
        private final Map<Long, CountyOverview> byVersion = new ConcurrentHashMap<>();

        Kept(CatalogueOfAnalyses catalogue) {
            this.catalogue = catalogue;
        }

        public CountyOverview of(Snapshot snapshot) {
            return byVersion.computeIfAbsent(
                    snapshot.version().id(), id -> CountyOverview.of(snapshot, catalogue.analyses()));
        }
    }

    static CountyOverview of(Snapshot snapshot, List<Analysis> analyses) {
        Region region = snapshot.region();
        FeatureTable households = region.households();
        double people = Arrays.stream(households.numbers("people_registered").values())
                .filter(v -> !Double.isNaN(v))
                .sum();
        List<Level> levels = levels(snapshot, analyses);
        String level = "";
        for (Level next : levels) {
            if (!next.missing().isEmpty()) {
                break;
            }
            level = next.level();
        }
        return new CountyOverview(households.size(), Math.round(people), bbox(snapshot), levels, level);
    }

    /** West, south, east, north of everything but the elevation model, which often covers far more; empty without positions. */
    private static double[] bbox(Snapshot snapshot) {
        Envelope metric = new Envelope();
        for (LayerKind kind : LayerKind.values()) {
            metric.expandToInclude(snapshot.region().table(kind).envelope());
        }
        if (metric.isNull()) {
            snapshot.region()
                    .elevation()
                    .ifPresent(g -> metric.expandToInclude(g.frame().envelope()));
        }
        return metric.isNull() ? new double[0] : degrees(snapshot, metric);
    }

    private static double[] degrees(Snapshot snapshot, Envelope metric) {
        Envelope degrees = new Envelope();
        for (int i = 0; i <= 2; i++) {
            for (int j = 0; j <= 2; j++) {
                double[] at = snapshot.toDegrees()
                        .point(
                                metric.getMinX() + metric.getWidth() * i / 2,
                                metric.getMinY() + metric.getHeight() * j / 2);
                degrees.expandToInclude(at[0], at[1]);
            }
        }
        return new double[] {degrees.getMinX(), degrees.getMinY(), degrees.getMaxX(), degrees.getMaxY()};
    }

    /** What each level asks for, as GETTING-DATA says it. */
    private static List<Level> levels(Snapshot snapshot, List<Analysis> analyses) {
        Region region = snapshot.region();
        FeatureTable recorded =
                snapshot.recorded().getOrDefault(LayerKind.HOUSEHOLD, FeatureTable.empty(LayerKind.HOUSEHOLD));
        int own = 0;
        for (int i = 0; i < recorded.size(); i++) {
            own += recorded.hasGeometry(i) ? 1 : 0;
        }
        FeatureTable units = region.adminUnits();
        boolean placed = false;
        for (int i = 0; i < units.size() && !placed; i++) {
            placed = units.hasGeometry(i);
        }
        boolean households = recorded.size() > 0;
        boolean located = households && own * 2 >= recorded.size();
        boolean unitsPlaced = placed || located;
        return List.of(
                level("A", analyses, List.of(), "household", households, "admin_unit", unitsPlaced),
                level(
                        "B",
                        analyses,
                        List.of(LayerKind.ROAD_SEGMENT),
                        "elevation",
                        region.elevation().isPresent(),
                        "road_segment",
                        has(region, LayerKind.ROAD_SEGMENT),
                        "household",
                        located),
                level(
                        "C",
                        analyses,
                        List.of(LayerKind.WATER_FACILITY),
                        "water_facility",
                        has(region, LayerKind.WATER_FACILITY)),
                level(
                        "D",
                        analyses,
                        List.of(LayerKind.POWER_FACILITY),
                        "power_facility",
                        has(region, LayerKind.POWER_FACILITY)),
                level(
                        "E",
                        analyses,
                        List.of(LayerKind.PLOT),
                        "plot",
                        has(region, LayerKind.PLOT),
                        "constraint_area",
                        region.has(LayerKind.CONSTRAINT_AREA)));
    }

    private static boolean has(Region region, LayerKind kind) {
        return region.table(kind).size() > 0;
    }

    private static Level level(String id, List<Analysis> analyses, List<LayerKind> brings, Object... layersAndState) {
        List<String> have = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < layersAndState.length; i += 2) {
            ((boolean) layersAndState[i + 1] ? have : missing).add((String) layersAndState[i]);
        }
        List<String> unlocks = analyses.stream()
                .filter(a -> brings.isEmpty()
                        ? a.layers().contains(LayerKind.HOUSEHOLD) && !a.needs().isEmpty()
                        : a.layers().stream().anyMatch(brings::contains))
                .map(Analysis::id)
                .toList();
        return new Level(id, have, missing, unlocks);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CountyOverview o
                && households == o.households
                && people == o.people
                && Arrays.equals(bbox, o.bbox)
                && levels.equals(o.levels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bbox);
    }
}
