package org.terrace.water;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;

/**
 * The places where people can fetch water, with the height of each: springs, wells, tanks, public taps that are not recorded as
 * broken or as unsafe.
 *
 * @param row rows in the layer
 * @param heightM surveyed height, else of the elevation model; NaN when neither is known
 * @param surveyed whether the height is on record
 * @param certain whether the record says that it works; false where it does not say
 */
record WaterSources(FeatureTable layer, int[] row, double[] heightM, boolean[] surveyed, boolean[] certain) {

    private static final Set<String> KINDS = Set.of("spring", "well", "tank", "public_tap");

    static WaterSources of(FeatureTable layer, Heights heights) {
        List<Integer> rows = new ArrayList<>();
        Column.Codes working = layer.codesOf("working");
        Column.Codes quality = layer.codesOf("quality");
        for (int i = 0; i < layer.size(); i++) {
            if (KINDS.contains(layer.codesOf("kind").code(i))
                    && layer.hasGeometry(i)
                    && !working.is(i, "no")
                    && !quality.is(i, "fails")) {
                rows.add(i);
            }
        }
        int n = rows.size();
        WaterSources sources = new WaterSources(layer, new int[n], new double[n], new boolean[n], new boolean[n]);
        for (int k = 0; k < n; k++) {
            int i = rows.get(k);
            sources.row[k] = i;
            sources.heightM[k] = heights.of(layer, i);
            sources.surveyed[k] = Heights.isSurveyed(layer, i);
            sources.certain[k] = working.is(i, "yes");
        }
        return sources;
    }

    int size() {
        return row.length;
    }

    String code(int k) {
        return layer.code(row[k]);
    }

    /** Number of the source that is a row of the layer; -1 when it is none. */
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
