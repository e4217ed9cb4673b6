package org.terrace.terrain;

import org.terrace.region.ElevationGrid;

/**
 * Steepness and facing of the ground at a cell, by Horn's third-order finite difference (Horn 1981, Proc. IEEE 69(1), 14-47; the
 * method of GRASS r.slope.aspect and of ArcGIS). The grid must be in metres; cells need not be square.
 */
public final class Slope {
    private Slope() {}

    /** Degrees from the horizontal; NaN on the rim and where one of the nine cells has no data. */
    public static double degrees(ElevationGrid grid, int column, int row) {
        double east = eastward(grid, column, row);
        double north = northward(grid, column, row);
        return Math.toDegrees(StrictMath.atan(Math.sqrt(east * east + north * north)));
    }

    /** Direction that the slope faces (downhill), degrees clockwise from north; NaN on flat ground and without data. */
    public static double aspectDegrees(ElevationGrid grid, int column, int row) {
        double east = eastward(grid, column, row);
        double north = northward(grid, column, row);
        if (east == 0 && north == 0) {
            return Double.NaN;
        }
        double degrees = Math.toDegrees(StrictMath.atan2(-east, -north));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    /** Rise per metre towards the east. */
    public static double eastward(ElevationGrid grid, int c, int r) {
        double rise = grid.at(c + 1, r - 1)
                + 2.0 * grid.at(c + 1, r)
                + grid.at(c + 1, r + 1)
                - grid.at(c - 1, r - 1)
                - 2.0 * grid.at(c - 1, r)
                - grid.at(c - 1, r + 1);
        return rise / (8 * grid.frame().cellSizeX());
    }

    /** Rise per metre towards the north. */
    public static double northward(ElevationGrid grid, int c, int r) {
        double rise = grid.at(c - 1, r - 1)
                + 2.0 * grid.at(c, r - 1)
                + grid.at(c + 1, r - 1)
                - grid.at(c - 1, r + 1)
                - 2.0 * grid.at(c, r + 1)
                - grid.at(c + 1, r + 1);
        return rise / (8 * grid.frame().cellSizeY());
    }

    /** Degrees at a point: of the cell that holds it. */
    public static double degreesAt(ElevationGrid grid, double x, double y) {
        return degrees(grid, grid.frame().columnOf(x), grid.frame().rowOf(y));
    }
}
