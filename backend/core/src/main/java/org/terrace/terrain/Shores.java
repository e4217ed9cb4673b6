package org.terrace.terrain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.region.GridFrame;

/** Barriers by the cells that they pass, to ask whether the short line from a cell's centre to a place beside it is clear. */
final class Shores {
    private final GridFrame frame;
    private final Map<Integer, List<Coordinate[]>> barriersByCell = new HashMap<>();

    /** Cells that have a barrier in them or in a cell beside them: few, and every household asks. */
    private final BitSet beside = new BitSet();

    Shores(GridFrame frame) {
        this.frame = frame;
    }

    /** Puts a straight piece of a barrier into every cell that its bounding box meets; pieces are short against the county. */
    void add(Coordinate a, Coordinate b) {
        int steps = (int) Math.max(
                1,
                Math.ceil(Math.max(Math.abs(b.x - a.x) / frame.cellSizeX(), Math.abs(b.y - a.y) / frame.cellSizeY())
                        / 2));
        Coordinate from = a;
        for (int s = 1; s <= steps; s++) {
            Coordinate to =
                    s == steps ? b : new Coordinate(a.x + (b.x - a.x) * s / steps, a.y + (b.y - a.y) * s / steps);
            addShort(from, to);
            from = to;
        }
    }

    private void addShort(Coordinate a, Coordinate b) {
        int firstColumn = Math.max(0, frame.columnOf(Math.min(a.x, b.x)));
        int lastColumn = Math.min(frame.columns() - 1, frame.columnOf(Math.max(a.x, b.x)));
        int firstRow = Math.max(0, frame.rowOf(Math.max(a.y, b.y)));
        int lastRow = Math.min(frame.rows() - 1, frame.rowOf(Math.min(a.y, b.y)));
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                barriersByCell
                        .computeIfAbsent(row * frame.columns() + column, k -> new ArrayList<>())
                        .add(new Coordinate[] {a, b});
            }
        }
        for (int row = Math.max(0, firstRow - 1); row <= Math.min(frame.rows() - 1, lastRow + 1); row++) {
            int first = Math.max(0, firstColumn - 1);
            int end = Math.min(frame.columns(), lastColumn + 2);
            if (first < end) {
                beside.set(row * frame.columns() + first, row * frame.columns() + end);
            }
        }
    }

    /** Whether no barrier meets the line from the cell's centre to a place in it or in a cell beside it. */
    boolean isClear(int column, int row, double x, double y) {
        if (!beside.get(row * frame.columns() + column)) {
            return true;
        }
        Coordinate place = new Coordinate(x, y);
        Coordinate centre = new Coordinate(frame.centreX(column), frame.centreY(row));
        RobustLineIntersector intersector = new RobustLineIntersector();
        for (int r = row - 1; r <= row + 1; r++) {
            for (int c = column - 1; c <= column + 1; c++) {
                for (Coordinate[] piece : barriersByCell.getOrDefault(r * frame.columns() + c, List.of())) {
                    intersector.computeIntersection(place, centre, piece[0], piece[1]);
                    if (intersector.hasIntersection()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
