package org.terrace.water;

import java.util.Optional;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;

/** Height of a point feature: the surveyed one where the record has it, else the elevation model's, else NaN. */
public record Heights(Optional<ElevationGrid> grid) {

    public double of(FeatureTable layer, int row) {
        double surveyed = layer.numbers("elevation_m").get(row);
        if (!Double.isNaN(surveyed)) {
            return surveyed;
        }
        return grid.map(g -> g.bilinear(layer.x(row), layer.y(row))).orElse(Double.NaN);
    }

    /** Whether the elevation model has a height there. */
    public boolean isGround(double x, double y) {
        return grid.map(g -> !Double.isNaN(g.bilinear(x, y))).orElse(false);
    }

    public static boolean isSurveyed(FeatureTable layer, int row) {
        return !layer.numbers("elevation_m").isAbsent(row);
    }
}
