package org.terrace.terrain;

import java.util.Arrays;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/**
 * Gives every cell of a grid the cell that it drains to, by one flood inwards from the outlets.
 *
 * <p>The flood takes the lowest waiting cell each time, by its own height and not by the level of the water (Metz, Mitasova, Harmon
 * 2011, the way of GRASS r.watershed; a priority flood, Barnes, Lehman, Mulla 2014, that carves in place of filling). A cell drains to
 * the steepest of its lower neighbours (O'Callaghan, Mark 1984), and where no neighbour that the flood has met is lower, to the one
 * from which the flood came: out of a hollow the water takes the way whose highest point is lowest, over flat ground the way of fewest
 * steps.
 */
final class Flood {
    /** Cells between two looks at whether to stop. */
    private static final int STOP_EVERY = 1 << 16;

    private static final byte WAITING = 1;
    private static final byte MET = 2;

    private static final Directions STEPS = Directions.EIGHT;

    final int[] down;
    /** Cells in the order of the flood: each after the one that it drains to. */
    final int[] order;

    int reached;

    private final float[] metres;
    private final int columns;
    private final int rows;
    private final double[] run = new double[8];
    private final int[] offset = new int[8];

    private Flood(ElevationGrid grid) {
        GridFrame frame = grid.frame();
        this.metres = grid.metres();
        this.columns = frame.columns();
        this.rows = frame.rows();
        this.down = new int[frame.cells()];
        this.order = new int[frame.cells()];
        for (int k = 0; k < 8; k++) {
            run[k] = STEPS.run(frame, k);
            offset[k] = STEPS.rows(k) * columns + STEPS.columns(k);
        }
    }

    static Flood over(ElevationGrid grid, Runnable stop) {
        Flood flood = new Flood(grid);
        flood.rise(stop);
        return flood;
    }

    private void rise(Runnable stop) {
        byte[] state = new byte[down.length];
        FloodQueue queue = new FloodQueue(down.length);
        Arrays.fill(down, Drainage.NOWHERE);
        for (int cell = 0; cell < down.length; cell++) {
            if (!Float.isNaN(metres[cell]) && leadsOut(cell)) {
                down[cell] = Drainage.OUTLET;
                state[cell] = WAITING;
                queue.add(cell, metres[cell]);
            }
        }
        for (int cell = queue.take(); cell >= 0; cell = queue.take()) {
            if (reached % STOP_EVERY == 0) {
                stop.run();
            }
            order[reached++] = cell;
            state[cell] = MET;
            boolean inner = isInner(cell);
            double steepest = 0;
            for (int k = 0; k < 8; k++) {
                if (!inner && !inGrid(cell, k)) {
                    continue;
                }
                int beside = cell + offset[k];
                if (state[beside] == MET) {
                    double slope = (metres[cell] - metres[beside]) / run[k];
                    if (slope > steepest) {
                        steepest = slope;
                        down[cell] = beside;
                    }
                } else if (state[beside] == 0 && !Float.isNaN(metres[beside])) {
                    state[beside] = WAITING;
                    down[beside] = cell;
                    queue.add(beside, metres[beside]);
                }
            }
        }
    }

    private boolean isInner(int cell) {
        int column = cell % columns;
        return column > 0 && column < columns - 1 && cell >= columns && cell < down.length - columns;
    }

    private boolean inGrid(int cell, int k) {
        int column = cell % columns + STEPS.columns(k);
        int row = cell / columns + STEPS.rows(k);
        return column >= 0 && row >= 0 && column < columns && row < rows;
    }

    /** On the rim or beside a void. */
    private boolean leadsOut(int cell) {
        if (!isInner(cell)) {
            return true;
        }
        for (int k = 0; k < 8; k++) {
            if (Float.isNaN(metres[cell + offset[k]])) {
                return true;
            }
        }
        return false;
    }
}
