package org.terrace.terrain;

import org.terrace.region.ElevationGrid;

/** The heights that a place may have whose position is known up to an error only. */
public final class Surroundings {
    private static final int DIRECTIONS = 8;

    private Surroundings() {}

    /**
     * Heights at the place, on the circle of the error around it and half-way there, in eight directions.
     *
     * @param errorM radius in the grid's unit, not negative
     * @return 17 heights, the first at the place itself; NaN outside the grid and beside voids
     */
    public static double[] heights(ElevationGrid grid, double x, double y, double errorM) {
        double[] heights = new double[1 + 2 * DIRECTIONS];
        heights[0] = grid.bilinear(x, y);
        for (int k = 0; k < DIRECTIONS; k++) {
            double angle = 2 * Math.PI * k / DIRECTIONS;
            double east = errorM * StrictMath.cos(angle);
            double north = errorM * StrictMath.sin(angle);
            heights[1 + 2 * k] = grid.bilinear(x + east, y + north);
            heights[2 + 2 * k] = grid.bilinear(x + east / 2, y + north / 2);
        }
        return heights;
    }

    /** The most that the height may differ from that at the place; 0 where nothing around it is known. */
    public static double spreadM(ElevationGrid grid, double x, double y, double errorM) {
        double[] heights = heights(grid, x, y, errorM);
        double spread = 0;
        for (double height : heights) {
            // False for NaN.
            if (Math.abs(height - heights[0]) > spread) {
                spread = Math.abs(height - heights[0]);
            }
        }
        return spread;
    }
}
