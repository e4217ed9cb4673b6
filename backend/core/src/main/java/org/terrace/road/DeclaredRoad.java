package org.terrace.road;

import java.util.HashSet;
import java.util.Set;
import org.terrace.analysis.LimitCheck;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.Verdict;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.standard.Standard;

/**
 * Road access as the household's record declares it: the surface of its entry road and the distance to the village's main road. Used
 * only where nothing can be measured. Nobody has checked it, so what it claims is borderline at best; that it admits a lack is taken
 * as one.
 */
final class DeclaredRoad {
    private final Column.Codes surface;
    private final Column.Numbers distanceM;
    private final Set<String> hardened;
    private final double limitM;

    DeclaredRoad(FeatureTable households, Standard standard) {
        this.surface = households.codesOf("declared_road_surface");
        this.distanceM = households.numbers("declared_road_distance_m");
        this.hardened = new HashSet<>(standard.texts("road.hardened_surfaces"));
        this.limitM = standard.number("road.household.distance_m");
    }

    /** @param otherwise why nothing was measured: the reason where the record declares nothing either */
    void judge(ResultTableBuilder table, int row, String otherwise) {
        LimitCheck within = LimitCheck.atMost(distanceM.get(row), 0, limitM);
        if (!surface.isAbsent(row) && hardened.contains(surface.code(row))) {
            table.judge(row, Verdict.BORDERLINE, "declared_hardened_entry");
        } else if (within == LimitCheck.KEPT) {
            table.judge(row, Verdict.BORDERLINE, "declared_within_limit");
        } else if (within == LimitCheck.BROKEN && surface.isAbsent(row)) {
            table.judge(row, Verdict.UNKNOWN, "declared_far_surface_unknown");
        } else if (within == LimitCheck.BROKEN) {
            table.judge(row, Verdict.UNSERVED, "declared_too_far");
        } else {
            table.judge(row, Verdict.UNKNOWN, otherwise);
        }
    }
}
