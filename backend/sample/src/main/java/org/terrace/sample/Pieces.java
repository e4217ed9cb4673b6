package org.terrace.sample;

import java.util.HashMap;
import java.util.Map;

/** Connected pieces of equal marks on a grid (side by side, not corner to corner). */
final class Pieces {
    private final int[] marks;
    private final int columns;
    private final int[] piece;
    private final int[] stack;

    Pieces(int[] marks, int columns) {
        this.marks = marks;
        this.columns = columns;
        this.piece = new int[marks.length];
        this.stack = new int[marks.length];
    }

    /** Leaves every mark its largest piece; the others take the mark of a neighbour, or become none (-1). */
    void joinStrays() {
        for (int round = 0; round < 4; round++) {
            int[] sizes = label();
            Map<Integer, Integer> largest = new HashMap<>();
            for (int i = 0; i < marks.length; i++) {
                int found = piece[i];
                largest.merge(marks[i], found, (a, b) -> sizes[b] > sizes[a] ? b : a);
            }
            int[] before = marks.clone();
            for (int i = 0; i < marks.length; i++) {
                if (before[i] >= 0 && largest.getOrDefault(before[i], -1) != piece[i]) {
                    marks[i] = neighbour(before, i);
                }
            }
        }
    }

    /** The mark of a neighbouring cell of another piece that has one, else the mark as it is; -1 in the last resort. */
    private int neighbour(int[] before, int i) {
        int c = i % columns;
        int[] sides = {c > 0 ? i - 1 : i, c + 1 < columns ? i + 1 : i, i - columns, i + columns};
        int found = before[i];
        for (int side : sides) {
            if (side >= 0 && side < before.length && piece[side] != piece[i]) {
                found = before[side];
                if (found >= 0) {
                    return found;
                }
            }
        }
        return found;
    }

    /** Numbers the pieces; returns their sizes. */
    private int[] label() {
        java.util.Arrays.fill(piece, -1);
        int[] sizes = new int[marks.length];
        int pieces = 0;
        for (int start = 0; start < marks.length; start++) {
            if (piece[start] >= 0) {
                continue;
            }
            int top = 0;
            stack[top++] = start;
            piece[start] = pieces;
            while (top > 0) {
                int i = stack[--top];
                sizes[pieces]++;
                int c = i % columns;
                top = visit(c > 0 ? i - 1 : i, i, top);
                top = visit(c + 1 < columns ? i + 1 : i, i, top);
                top = visit(i - columns, i, top);
                top = visit(i + columns, i, top);
            }
            pieces++;
        }
        return sizes;
    }

    private int visit(int to, int from, int top) {
        if (to >= 0 && to < marks.length && piece[to] < 0 && marks[to] == marks[from]) {
            piece[to] = piece[from];
            stack[top] = to;
            return top + 1;
        }
        return top;
    }
}
