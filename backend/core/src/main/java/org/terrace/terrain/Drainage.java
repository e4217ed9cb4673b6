package org.terrace.terrain;

import java.util.Arrays;
import java.util.BitSet;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/**
 * Where the water of every cell of an elevation model goes, one cell after another in eight directions (D8: O'Callaghan, Mark 1984), and
 * the catchment of every cell. Cells are row * columns + column; their sides need not be equal.
 *
 * <p>Every cell with a height drains to an outlet: a cell on the grid's rim, or beside a void, that has no lower neighbour. Hollows are
 * neither filled nor left: water leaves one over its lowest sill, by the way whose highest point is lowest ({@link Flood} says how and
 * why). So the highest point on a cell's way is as low as on any way to an outlet.
 *
 * <p>Limits. A flow line is known to a cell, on flat ground and in hollows to less. Water that enters over the rim or out of a void is
 * not counted: catchments that reach the rim are too small. On a hillside all the water of a cell goes to one neighbour, so that lines
 * there run in eight directions only (Tarboton 1997 tells how they may spread): flow is to be believed where water gathers, not on spurs.
 */
public final class Drainage {
    /** What an outlet drains to. */
    public static final int OUTLET = -1;
    /** What a cell without height drains to. */
    public static final int NOWHERE = -2;

    private final ElevationGrid grid;
    private final int[] down;
    private final int[] cells;

    private Drainage(ElevationGrid grid, int[] down, int[] cells) {
        this.grid = grid;
        this.down = down;
        this.cells = cells;
    }

    /** @param stop called now and then; throws to end the work */
    public static Drainage of(ElevationGrid grid, Runnable stop) {
        Flood flood = Flood.over(grid, stop);
        int[] cells = new int[flood.down.length];
        for (int i = flood.reached - 1; i >= 0; i--) {
            int cell = flood.order[i];
            cells[cell]++;
            if (flood.down[cell] >= 0) {
                cells[flood.down[cell]] += cells[cell];
            }
        }
        return new Drainage(grid, flood.down, cells);
    }

    public ElevationGrid grid() {
        return grid;
    }

    public GridFrame frame() {
        return grid.frame();
    }

    /** The cell that holds a place; {@link #NOWHERE} outside the grid and where there is no height. */
    public int cellAt(double x, double y) {
        int column = frame().columnOf(x);
        int row = frame().rowOf(y);
        return Float.isNaN(grid.at(column, row)) ? NOWHERE : row * frame().columns() + column;
    }

    public double x(int cell) {
        return frame().centreX(cell % frame().columns());
    }

    public double y(int cell) {
        return frame().centreY(cell / frame().columns());
    }

    /** The cell that the water of a cell goes to, {@link #OUTLET} or {@link #NOWHERE}. */
    public int downstream(int cell) {
        return down[cell];
    }

    /** Cells whose water passes a cell, itself among them; 0 where there is no height. */
    public int upstreamCells(int cell) {
        return cells[cell];
    }

    /** Area whose water passes a cell, itself included, in square metres; NaN where there is no height. */
    public double catchmentM2(int cell) {
        return cells[cell] == 0 ? Double.NaN : cells[cell] * frame().cellSizeX() * frame().cellSizeY();
    }

    /** Whether a stream begins at or above a cell. */
    public boolean isStream(int cell, double thresholdM2) {
        return catchmentM2(cell) >= thresholdM2;
    }

    /** Metres from the centre of a cell to that of the next; 0 at an outlet. */
    public double stepM(int cell) {
        int next = down[cell];
        return next < 0 ? 0 : Math.hypot(x(next) - x(cell), y(next) - y(cell));
    }

    /** The way of a cell's water: the cell, then each next one, the outlet last. */
    public int[] way(int cell) {
        int[] way = new int[64];
        int length = 0;
        for (int at = cell; at >= 0; at = down[at]) {
            if (length == way.length) {
                way = Arrays.copyOf(way, 2 * length);
            }
            way[length++] = at;
        }
        return Arrays.copyOf(way, length);
    }

    /** Every cell whose water passes a cell, itself among them. */
    public BitSet upstream(int cell) {
        BitSet found = new BitSet(down.length);
        int[] waiting = new int[Math.max(1, cells[cell])];
        int count = 0;
        if (cells[cell] > 0) {
            found.set(cell);
            waiting[count++] = cell;
        }
        for (int done = 0; done < count; done++) {
            int at = waiting[done];
            for (int k = 0; k < 8; k++) {
                int column = at % frame().columns() + Directions.EIGHT.columns(k);
                int row = at / frame().columns() + Directions.EIGHT.rows(k);
                if (column >= 0 && row >= 0 && column < frame().columns() && row < frame().rows()) {
                    int beside = row * frame().columns() + column;
                    if (down[beside] == at) {
                        found.set(beside);
                        waiting[count++] = beside;
                    }
                }
            }
        }
        return found;
    }

    /** Metres that the water of one cell flows to reach another; NaN where it does not pass it within so many metres. */
    public double flowM(int from, int to, double withinM) {
        double metres = 0;
        for (int at = from; at >= 0 && metres <= withinM; at = down[at]) {
            if (at == to) {
                return metres;
            }
            metres += stepM(at);
        }
        return Double.NaN;
    }
}
