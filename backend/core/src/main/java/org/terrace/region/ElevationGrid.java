package org.terrace.region;

/**
 * Heights in metres at cell centres; NaN where there is no data. The vertical datum is whatever the file had: differences are
 * meaningful, absolute values carry the model's error.
 *
 * <p>The frame may be in the county's metric CRS, or in degrees straight from the file: who needs metres (slope, walking)
 * resamples first. {@link Region#elevation()} is always in the county's metric CRS.
 */
public final class ElevationGrid {
    private final GridFrame frame;
    private final float[] metres;

    /** @param metres row by row from the north west; kept, not copied */
    public ElevationGrid(GridFrame frame, float[] metres) {
        if (metres.length != frame.cells()) {
            throw new IllegalArgumentException(metres.length + " heights for " + frame.cells() + " cells");
        }
        this.frame = frame;
        this.metres = metres;
    }

    public GridFrame frame() {
        return frame;
    }

    /** NaN outside the grid. */
    public float at(int column, int row) {
        if (column < 0 || row < 0 || column >= frame.columns() || row >= frame.rows()) {
            return Float.NaN;
        }
        return metres[row * frame.columns() + column];
    }

    /** The shared array, row by row from the north west: do not write. */
    public float[] metres() {
        return metres;
    }

    /** Height of the cell that holds the point; NaN outside or without data. */
    public double nearest(double x, double y) {
        return at(frame.columnOf(x), frame.rowOf(y));
    }

    /**
     * Height by bilinear interpolation between the four surrounding cell centres. Within half a cell of the rim the rim's cell is
     * used. NaN as soon as one of the cells needed has no data: a height half made up is worse than none.
     */
    public double bilinear(double x, double y) {
        double column = (x - frame.originX()) / frame.cellSizeX() - 0.5;
        double row = (frame.originY() - y) / frame.cellSizeY() - 0.5;
        if (!(column >= -0.5 && row >= -0.5 && column <= frame.columns() - 0.5 && row <= frame.rows() - 0.5)) {
            return Double.NaN;
        }
        column = Math.max(0, Math.min(frame.columns() - 1, column));
        row = Math.max(0, Math.min(frame.rows() - 1, row));
        int c = Math.min((int) column, Math.max(0, frame.columns() - 2));
        int r = Math.min((int) row, Math.max(0, frame.rows() - 2));
        double u = column - c;
        double v = row - r;
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            double weight = ((k & 1) == 0 ? 1 - u : u) * (k < 2 ? 1 - v : v);
            if (weight != 0) {
                sum += weight * at(c + (k & 1), r + (k >> 1));
            }
        }
        return sum;
    }
}
