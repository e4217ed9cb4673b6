package org.terrace.server.tiles;

import java.util.ArrayList;
import java.util.List;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/**
 * Overviews of an elevation grid for small zooms: each level has cells twice as wide, the mean of the known ones among four, so that
 * a pixel never skips ground and nothing flickers between zooms. Costs a third of the grid's memory once.
 */
public final class ElevationPyramid {
    private static final int SMALLEST = 8;

    private final List<ElevationGrid> levels;
    private final float lowestM;
    private final float highestM;

    private ElevationPyramid(List<ElevationGrid> levels) {
        this.levels = List.copyOf(levels);
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float height : levels.get(levels.size() > 2 ? 2 : 0).metres()) {
            if (!Float.isNaN(height)) {
                low = Math.min(low, height);
                high = Math.max(high, height);
            }
        }
        lowestM = low;
        highestM = high;
    }

    /** @param metric heights in the county's metric CRS */
    public static ElevationPyramid of(ElevationGrid metric) {
        List<ElevationGrid> levels = new ArrayList<>();
        ElevationGrid level = metric;
        levels.add(level);
        while (Math.min(level.frame().columns(), level.frame().rows()) > SMALLEST) {
            level = halved(level);
            levels.add(level);
        }
        return new ElevationPyramid(levels);
    }

    /** The coarsest level whose cells are no wider than a length; the grid itself when that is shorter than its cells. */
    ElevationGrid level(double metres) {
        ElevationGrid best = levels.get(0);
        for (ElevationGrid level : levels) {
            if (Math.max(level.frame().cellSizeX(), level.frame().cellSizeY()) <= metres) {
                best = level;
            }
        }
        return best;
    }

    /** Lowest height of a coarse overview: for the tint. Infinite when nothing is known. */
    float lowestM() {
        return lowestM;
    }

    float highestM() {
        return highestM;
    }

    int levels() {
        return levels.size();
    }

    private static ElevationGrid halved(ElevationGrid fine) {
        GridFrame f = fine.frame();
        int columns = (f.columns() + 1) / 2;
        int rows = (f.rows() + 1) / 2;
        float[] metres = new float[columns * rows];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                float sum = 0;
                int known = 0;
                for (int k = 0; k < 4; k++) {
                    float height = fine.at(2 * c + (k & 1), 2 * r + (k >> 1));
                    if (!Float.isNaN(height)) {
                        sum += height;
                        known++;
                    }
                }
                metres[r * columns + c] = known == 0 ? Float.NaN : sum / known;
            }
        }
        return new ElevationGrid(
                new GridFrame(f.originX(), f.originY(), 2 * f.cellSizeX(), 2 * f.cellSizeY(), columns, rows), metres);
    }
}
