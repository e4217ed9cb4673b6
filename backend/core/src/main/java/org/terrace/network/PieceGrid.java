package org.terrace.network;

import java.util.Arrays;

/**
 * Finds the straight pieces of lines near a straight piece. Square cells as wide as a piece is on average, laid around a torus of about two
 * cells a piece: a lone vertex far away makes neither the cells coarse nor the grid large, it only shares cells with others. Built by
 * counting, O(pieces); never changes.
 */
final class PieceGrid {
    private static final int MAX_CELLS = 1 << 24;

    final Part[] partOf;
    final int[] indexInPart;
    /** Where each piece starts and ends: x, y, x, y. */
    final double[] ends;

    final int[] cellStart;
    final int[] cellPieces;
    private final double cell;
    private final double perCell;
    private final int columnBits;
    private final int rowMask;

    PieceGrid(Part[][] partsOfLines) {
        int count = 0;
        for (Part[] parts : partsOfLines) {
            for (Part part : parts) {
                count += part.pieces();
            }
        }
        partOf = new Part[count];
        indexInPart = new int[count];
        ends = new double[4 * count];
        double spans = 0;
        int piece = 0;
        for (Part[] parts : partsOfLines) {
            for (Part part : parts) {
                for (int i = 0; i < part.pieces(); i++, piece++) {
                    partOf[piece] = part;
                    indexInPart[piece] = i;
                    ends[4 * piece] = part.x[i];
                    ends[4 * piece + 1] = part.y[i];
                    ends[4 * piece + 2] = part.x[i + 1];
                    ends[4 * piece + 3] = part.y[i + 1];
                    spans += (Math.abs(part.x[i + 1] - part.x[i]) + Math.abs(part.y[i + 1] - part.y[i])) / count;
                }
            }
        }
        cell = Double.isFinite(1 / spans) && Double.isFinite(spans) ? spans : 1;
        perCell = 1 / cell;
        int cells = Math.min(MAX_CELLS, Integer.highestOneBit(Math.max(count, 32)) * 2);
        columnBits = Integer.numberOfTrailingZeros(cells) / 2;
        rowMask = (cells >> columnBits) - 1;
        cellStart = new int[cells + 1];
        Cells of = new Cells();
        // The cells of each piece in turn, to be counted and then sorted by.
        int[] cellOf = new int[2 * count + 64];
        int[] upTo = new int[count];
        int entries = 0;
        for (int p = 0; p < count; p++) {
            of.along(ends[4 * p], ends[4 * p + 1], ends[4 * p + 2], ends[4 * p + 3], 0);
            if (entries + of.count > cellOf.length) {
                cellOf = Arrays.copyOf(cellOf, 2 * (entries + of.count));
            }
            for (int k = 0; k < of.count; k++) {
                cellOf[entries++] = of.cells[k];
                cellStart[of.cells[k] + 1]++;
            }
            upTo[p] = entries;
        }
        for (int c = 0; c < cells; c++) {
            cellStart[c + 1] += cellStart[c];
        }
        cellPieces = new int[entries];
        int[] next = Arrays.copyOf(cellStart, cells);
        int entry = 0;
        for (int p = 0; p < count; p++) {
            for (; entry < upTo[p]; entry++) {
                cellPieces[next[cellOf[entry]]++] = p;
            }
        }
    }

    int pieces() {
        return partOf.length;
    }

    /** The cells beside a straight piece, some perhaps twice; used over and over by one thread. */
    final class Cells {
        int[] cells = new int[64];
        int count;

        /** Cells that hold all within a reach (along each axis) of the piece. */
        void along(double x1, double y1, double x2, double y2, double reach) {
            count = 0;
            long firstColumn = (long) Math.floor((Math.min(x1, x2) - reach) * perCell);
            long lastColumn = (long) Math.floor((Math.max(x1, x2) + reach) * perCell);
            long firstRow = (long) Math.floor((Math.min(y1, y2) - reach) * perCell);
            long lastRow = (long) Math.floor((Math.max(y1, y2) + reach) * perCell);
            boolean small = (lastColumn - firstColumn) * (lastRow - firstRow) <= 4;
            double slope = (y2 - y1) / (x2 - x1);
            for (long column = firstColumn; column <= lastColumn; column++) {
                long low = firstRow;
                long high = lastRow;
                if (!small && Double.isFinite(slope)) {
                    double atWest = y1 + (column * cell - reach - x1) * slope;
                    double atEast = y1 + ((column + 1) * cell + reach - x1) * slope;
                    // One cell more on both sides: rounding must never lose a cell.
                    low = Math.max(low, (long) Math.floor((Math.min(atWest, atEast) - reach) * perCell) - 1);
                    high = Math.min(high, (long) Math.floor((Math.max(atWest, atEast) + reach) * perCell) + 1);
                }
                for (long row = low; row <= high; row++) {
                    if (count == cells.length) {
                        cells = Arrays.copyOf(cells, 2 * count);
                    }
                    cells[count++] = ((int) row & rowMask) << columnBits | ((int) column & ((1 << columnBits) - 1));
                }
            }
        }
    }
}
