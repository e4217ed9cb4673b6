package org.terrace.water;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;

/**
 * The works that water can be fetched from, with the height of each: all that have a place and are not recorded as broken.
 * Works without a place may well be in use: nothing is told of the way to them.
 *
 * @param row rows in the layer
 * @param heightM surveyed height, else of the elevation model; NaN when neither is known
 * @param surveyed whether the height is on record
 * @param certain whether the record says that it works; false where it does not say
 * @param offered whether one is sent there who names no source: a fit place to fetch from, whose water is not known to fail
 */
record WaterSources(
        FeatureTable layer, int[] row, double[] heightM, boolean[] surveyed, boolean[] certain, boolean[] offered) {

    private static final Set<String> OFFERED = Set.of("spring", "well", "tank", "public_tap");

    static WaterSources of(FeatureTable layer, Heights heights) {
        List<Integer> rows = new ArrayList<>();
        Column.Codes working = layer.codesOf("working");
        Column.Codes quality = layer.codesOf("quality");
        for (int i = 0; i < layer.size(); i++) {
            if (layer.hasGeometry(i) && !working.is(i, "no")) {
                rows.add(i);
            }
        }
        int n = rows.size();
        WaterSources sources =
                new WaterSources(layer, new int[n], new double[n], new boolean[n], new boolean[n], new boolean[n]);
        for (int k = 0; k < n; k++) {
            int i = rows.get(k);
            sources.row[k] = i;
            sources.heightM[k] = heights.of(layer, i);
            sources.surveyed[k] = Heights.isSurveyed(layer, i);
            sources.certain[k] = working.is(i, "yes");
            sources.offered[k] = OFFERED.contains(layer.codesOf("kind").code(i)) && !quality.is(i, "fails");
        }
        return sources;
    }

    int size() {
        return row.length;
    }

    String code(int k) {
        return layer.code(row[k]);
    }

    /** Number of the source that is a row of the layer; -1 for works that are out of use or have no place. */
    int of(int layerRow) {
        int k = Arrays.binarySearch(row, layerRow);
        return k < 0 ? -1 : k;
    }

    double x(int k) {
        return layer.x(row[k]);
    }

    double y(int k) {
        return layer.y(row[k]);
    }
}
