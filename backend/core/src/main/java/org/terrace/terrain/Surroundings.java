package org.terrace.terrain;

import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
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
        return places(x, y, errorM).mapToDouble(p -> grid.bilinear(p.x, p.y)).toArray();
    }

    /** The place, and places on the circle of the error around it and half-way there, in eight directions. */
    public static Stream<Coordinate> places(double x, double y, double errorM) {
        Stream.Builder<Coordinate> places = Stream.builder();
        places.add(new Coordinate(x, y));
        for (int k = 0; k < DIRECTIONS; k++) {
            double angle = 2 * Math.PI * k / DIRECTIONS;
            double east = errorM * StrictMath.cos(angle);
            double north = errorM * StrictMath.sin(angle);
            places.add(new Coordinate(x + east, y + north));
            places.add(new Coordinate(x + east / 2, y + north / 2));
        }
        return places.build();
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
