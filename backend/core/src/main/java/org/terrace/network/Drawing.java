package org.terrace.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Lines as they are drawn, with a search for their straight pieces. A drawing that differs from another in a few lines shares all else with
 * it: what was taken out stays in the grid and is passed over, what came in is looked through one by one, until that is so much that the
 * grid is made anew. Never changes.
 */
final class Drawing {
    /** One piece for so many in the grid is looked through by itself before the grid is made anew; and a few at least. */
    private static final int LOOSE_SHARE = 64;

    private static final int LOOSE_AT_LEAST = 64;

    final Geometry[] lines;
    final double[] levels;
    final Part[][] parts;
    /** Key of each line, which its parts carry. */
    final int[] slotOf;
    /** Number of the line of each key; -1 for a line of an earlier drawing only. */
    final int[] lineOf;

    private final PieceGrid grid;
    /** Parts that are not in the grid. */
    private final Part[] loose;

    private Drawing(
            Geometry[] lines,
            double[] levels,
            Part[][] parts,
            int[] slotOf,
            int[] lineOf,
            PieceGrid grid,
            Part[] loose) {
        this.lines = lines;
        this.levels = levels;
        this.parts = parts;
        this.slotOf = slotOf;
        this.lineOf = lineOf;
        this.grid = grid;
        this.loose = loose;
    }

    static Drawing of(Geometry[] lines, double[] levels) {
        int n = lines.length;
        Part[][] parts = new Part[n][];
        int[] slots = new int[n];
        for (int line = 0; line < n; line++) {
            slots[line] = line;
            parts[line] = Part.of(lines[line], line, line, levels[line]);
        }
        return new Drawing(
                lines.clone(), levels.clone(), parts, slots, slots.clone(), new PieceGrid(parts), new Part[0]);
    }

    /** The drawing of other lines. @param kept number in this drawing of each line, or -1 for one that is new */
    Drawing with(Geometry[] others, double[] otherLevels, int[] kept) {
        int n = others.length;
        Part[][] otherParts = new Part[n][];
        int[] slots = new int[n];
        int nextSlot = lineOf.length;
        for (int line = 0; line < n; line++) {
            slots[line] = kept[line] >= 0 ? slotOf[kept[line]] : nextSlot++;
            otherParts[line] =
                    kept[line] >= 0 ? parts[kept[line]] : Part.of(others[line], line, slots[line], otherLevels[line]);
        }
        int[] numbers = new int[nextSlot];
        Arrays.fill(numbers, -1);
        for (int line = 0; line < n; line++) {
            numbers[slots[line]] = line;
        }
        List<Part> out = new ArrayList<>();
        int pieces = 0;
        for (Part part : loose) {
            if (numbers[part.slot] >= 0) {
                out.add(part);
                pieces += part.pieces();
            }
        }
        for (int line = 0; line < n; line++) {
            if (kept[line] < 0) {
                for (Part part : otherParts[line]) {
                    out.add(part);
                    pieces += part.pieces();
                }
            }
        }
        boolean anew = pieces > Math.max(LOOSE_AT_LEAST, grid.pieces() / LOOSE_SHARE);
        return new Drawing(
                others.clone(),
                otherLevels.clone(),
                otherParts,
                slots,
                numbers,
                anew ? new PieceGrid(otherParts) : grid,
                anew ? new Part[0] : out.toArray(Part[]::new));
    }

    /** Whether so many keys are of lines no longer there that the drawing is better made anew. */
    boolean isWorn() {
        return lineOf.length > 2 * lines.length + LOOSE_AT_LEAST;
    }

    /** A search, to be used over and over by one thread. */
    Search search() {
        return new Search();
    }

    /** Pieces of all lines near a straight piece. */
    final class Search {
        Part[] part = new Part[64];
        int[] piece = new int[64];
        int count;
        private final PieceGrid.Cells cells = grid.new Cells();
        private final int[] seen = new int[grid.pieces()];
        private int turn;
        private double west;
        private double south;
        private double east;
        private double north;

        /** Finds, each once and in no order, the pieces whose box meets the box of the given piece widened by a reach. */
        void find(double x1, double y1, double x2, double y2, double reach) {
            count = 0;
            turn++;
            west = Math.min(x1, x2) - reach;
            east = Math.max(x1, x2) + reach;
            south = Math.min(y1, y2) - reach;
            north = Math.max(y1, y2) + reach;
            cells.along(x1, y1, x2, y2, reach);
            double[] ends = grid.ends;
            for (int c = 0; c < cells.count; c++) {
                int cell = cells.cells[c];
                for (int k = grid.cellStart[cell]; k < grid.cellStart[cell + 1]; k++) {
                    int p = grid.cellPieces[k];
                    if (seen[p] == turn) {
                        continue;
                    }
                    seen[p] = turn;
                    int at = 4 * p;
                    if (isNear(ends[at], ends[at + 1], ends[at + 2], ends[at + 3])
                            && lineOf[grid.partOf[p].slot] >= 0) {
                        add(grid.partOf[p], grid.indexInPart[p]);
                    }
                }
            }
            for (Part other : loose) {
                for (int i = 0; i < other.pieces(); i++) {
                    if (isNear(other.x[i], other.y[i], other.x[i + 1], other.y[i + 1])) {
                        add(other, i);
                    }
                }
            }
        }

        /** Number of the line that the k-th piece found is of. */
        int lineOf(int k) {
            return lineOf[part[k].slot];
        }

        private boolean isNear(double x1, double y1, double x2, double y2) {
            return Math.min(x1, x2) <= east
                    && Math.max(x1, x2) >= west
                    && Math.min(y1, y2) <= north
                    && Math.max(y1, y2) >= south;
        }

        private void add(Part found, int index) {
            if (count == part.length) {
                part = Arrays.copyOf(part, 2 * count);
                piece = Arrays.copyOf(piece, 2 * count);
            }
            part[count] = found;
            piece[count++] = index;
        }
    }
}
