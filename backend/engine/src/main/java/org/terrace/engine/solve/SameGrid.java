package org.terrace.engine.solve;

import java.nio.file.Path;
import org.terrace.engine.RefusedException;
import org.terrace.region.GridFrame;

/** Values by cell of the elevation, from a grid of their own that must lie exactly on it. */
final class SameGrid {
    /** A millionth of a cell: what is lost where one file gives the size of a cell and another the corners. */
    private static final double TOLERANCE_CELLS = 1e-6;

    private SameGrid() {}

    /** @throws RefusedException when the grid lies elsewhere */
    static float[] read(Path file, Elevation ground) {
        Elevation given = Elevation.read(file);
        GridFrame frame = ground.grid().frame();
        if (!same(given.grid().frame(), frame)) {
            throw RefusedException.of(
                    "other_grid", "file", file, "theirs", given.grid().frame(), "ours", frame);
        }
        return given.grid().metres().clone();
    }

    private static boolean same(GridFrame a, GridFrame b) {
        return a.columns() == b.columns()
                && a.rows() == b.rows()
                && Math.abs(a.originX() - b.originX()) <= TOLERANCE_CELLS * b.cellSizeX()
                && Math.abs(a.originY() - b.originY()) <= TOLERANCE_CELLS * b.cellSizeY()
                && Math.abs(a.cellSizeX() - b.cellSizeX()) * b.columns() <= TOLERANCE_CELLS * b.cellSizeX()
                && Math.abs(a.cellSizeY() - b.cellSizeY()) * b.rows() <= TOLERANCE_CELLS * b.cellSizeY();
    }
}
