package org.terrace.region;

import org.locationtech.jts.geom.Envelope;

/**
 * Where the cells of a grid lie: axis-aligned, row 0 in the north, column 0 in the west, cells not necessarily square.
 *
 * @param originX east of the upper left CORNER of the upper left cell
 * @param originY north of that corner
 * @param cellSizeX width of a cell, positive
 * @param cellSizeY height of a cell, positive (rows go south)
 */
public record GridFrame(double originX, double originY, double cellSizeX, double cellSizeY, int columns, int rows) {

    public GridFrame {
        if (!(cellSizeX > 0) || !(cellSizeY > 0)) {
            throw new IllegalArgumentException("cell size must be positive, was " + cellSizeX + " x " + cellSizeY);
        }
        if (columns <= 0 || rows <= 0 || (long) columns * rows > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("grid of " + columns + " x " + rows + " cells");
        }
    }

    public int cells() {
        return columns * rows;
    }

    /** East of the centre of a column. */
    public double centreX(int column) {
        return originX + (column + 0.5) * cellSizeX;
    }

    /** North of the centre of a row. */
    public double centreY(int row) {
        return originY - (row + 0.5) * cellSizeY;
    }

    /** The column that holds x, outside 0..columns-1 when x is outside or NaN. */
    public int columnOf(double x) {
        return index((x - originX) / cellSizeX);
    }

    public int rowOf(double y) {
        return index((originY - y) / cellSizeY);
    }

    /** Java makes 0 of NaN: a place that nobody knows would lie in the first cell. */
    private static int index(double cells) {
        return Double.isNaN(cells) ? -1 : (int) Math.floor(cells);
    }

    public Envelope envelope() {
        return new Envelope(originX, originX + columns * cellSizeX, originY - rows * cellSizeY, originY);
    }
}
