package org.terrace.sample;

/**
 * The ground of one landscape: heights in whole metres as the elevation file has them, and where water runs on it. Local metres:
 * x eastwards, y SOUTHWARDS from the north west corner, so that cell (column, row) has its centre at ((column + 0.5) * CELL_M,
 * (row + 0.5) * CELL_M).
 *
 * @param columns and rows are equal: the landscape is square
 * @param z height of each cell in metres, a whole number
 * @param slope rise over run of each cell
 * @param areaKm2 drained through each cell; the main rivers' own catchment lies beyond the frame
 * @param receiver the cell that each cell drains to; itself at the rivers and at the frame
 * @param rivers the main rivers
 */
record Terrain(int columns, int rows, short[] z, float[] slope, float[] areaKm2, int[] receiver, Rivers rivers) {
    static final int CELL_M = 30;

    int sizeM() {
        return columns * CELL_M;
    }

    boolean inside(double x, double y) {
        return x >= 0 && y >= 0 && x < sizeM() && y < sizeM();
    }

    /** The cell that holds a point inside. */
    int cellAt(double x, double y) {
        return (int) (y / CELL_M) * columns + (int) (x / CELL_M);
    }

    double xOf(int cell) {
        return (cell % columns + 0.5) * CELL_M;
    }

    double yOf(int cell) {
        return (cell / columns + 0.5) * CELL_M;
    }

    /** Height at a point, bilinear, at the frame that of the outermost cells. */
    double heightAt(double x, double y) {
        double c = Math.max(0, Math.min(columns - 1.001, x / CELL_M - 0.5));
        double r = Math.max(0, Math.min(rows - 1.001, y / CELL_M - 0.5));
        int i = (int) r * columns + (int) c;
        double u = c - (int) c;
        double v = r - (int) r;
        return (z[i] * (1 - u) + z[i + 1] * u) * (1 - v) + (z[i + columns] * (1 - u) + z[i + columns + 1] * u) * v;
    }

    double slopeDegAt(double x, double y) {
        return StrictMath.toDegrees(StrictMath.atan(slope[cellAt(x, y)]));
    }

    /** Metres above the nearest main river's level there. */
    double aboveValleyM(double x, double y) {
        return heightAt(x, y) - rivers.levelM(rivers.nearest(x, y), x);
    }
}
