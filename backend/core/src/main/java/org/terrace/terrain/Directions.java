package org.terrace.terrain;

import org.terrace.region.GridFrame;

/** Steps from a cell: to its eight neighbours, or also the eight knight's moves of chess, which bends paths less. */
public enum Directions {
    EIGHT(8),
    SIXTEEN(16);

    private static final int[] COLUMNS = {-1, 1, 0, 0, -1, 1, 1, -1, -1, 1, 1, -1, -2, 2, 2, -2};
    private static final int[] ROWS = {0, 0, -1, 1, -1, -1, 1, 1, -2, -2, 2, 2, -1, -1, 1, 1};

    private final int count;

    Directions(int count) {
        this.count = count;
    }

    /** @throws IllegalArgumentException unless 8 or 16 */
    public static Directions of(int count) {
        for (Directions directions : values()) {
            if (directions.count == count) {
                return directions;
            }
        }
        throw new IllegalArgumentException(count + " directions: 8 or 16");
    }

    public int count() {
        return count;
    }

    /** Columns to the east of step k. */
    int columns(int k) {
        return COLUMNS[k];
    }

    /** Rows to the south of step k. */
    int rows(int k) {
        return ROWS[k];
    }

    /** The step back. */
    int opposite(int k) {
        for (int i = 0; i < count; i++) {
            if (COLUMNS[i] == -COLUMNS[k] && ROWS[i] == -ROWS[k]) {
                return i;
            }
        }
        throw new IllegalStateException("no step back from " + k);
    }

    /** Horizontal length of step k in the frame's unit; cells need not be square. */
    double run(GridFrame frame, int k) {
        double east = COLUMNS[k] * frame.cellSizeX();
        double south = ROWS[k] * frame.cellSizeY();
        return Math.sqrt(east * east + south * south);
    }
}
