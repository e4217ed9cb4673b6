package org.terrace.hydraulics;

import java.util.Arrays;
import java.util.BitSet;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;

/**
 * The symmetric positive definite equations of the unknown heads: one row for each junction, one entry for each pair that a link joins.
 * The pattern is laid out once; numbers are added anew for each iteration.
 *
 * @see "George and Liu (1981), Computer Solution of Large Sparse Positive Definite Systems: minimum degree"
 */
final class HeadSystem {
    private final int n;
    /** Row of an unknown in the order of elimination. */
    private final int[] row;

    private final DMatrixSparseCSC matrix;
    private final int[] diagonal;
    /** By pair, the places of its two entries. */
    private final int[] upper;

    private final int[] lower;
    private final DMatrixRMaj right;
    private final DMatrixRMaj answer;
    private final LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver =
            LinearSolverFactory_DSCC.cholesky(FillReducing.NONE);

    /** @param from unknown at one end of each pair. @param to at the other end; both within 0..n-1, or -1 for a head that is given */
    HeadSystem(int n, int[] from, int[] to) {
        this.n = n;
        this.row = minimumDegree(n, from, to);
        this.right = new DMatrixRMaj(n, 1);
        this.answer = new DMatrixRMaj(n, 1);
        this.diagonal = new int[n];
        this.upper = new int[from.length];
        this.lower = new int[from.length];
        this.matrix = layOut(from, to);
    }

    private DMatrixSparseCSC layOut(int[] from, int[] to) {
        BitSet[] inColumn = new BitSet[n];
        for (int i = 0; i < n; i++) {
            inColumn[i] = new BitSet();
            inColumn[i].set(i);
        }
        for (int k = 0; k < from.length; k++) {
            if (from[k] >= 0 && to[k] >= 0) {
                inColumn[row[from[k]]].set(row[to[k]]);
                inColumn[row[to[k]]].set(row[from[k]]);
            }
        }
        int entries = Arrays.stream(inColumn).mapToInt(BitSet::cardinality).sum();
        DMatrixSparseCSC made = new DMatrixSparseCSC(n, n, entries);
        int at = 0;
        for (int c = 0; c < n; c++) {
            made.col_idx[c] = at;
            for (int r = inColumn[c].nextSetBit(0); r >= 0; r = inColumn[c].nextSetBit(r + 1)) {
                made.nz_rows[at++] = r;
            }
        }
        made.col_idx[n] = at;
        made.nz_length = at;
        made.indicesSorted = true;
        for (int i = 0; i < n; i++) {
            diagonal[i] = place(made, row[i], row[i]);
        }
        for (int k = 0; k < from.length; k++) {
            boolean inside = from[k] >= 0 && to[k] >= 0;
            upper[k] = inside ? place(made, row[from[k]], row[to[k]]) : -1;
            lower[k] = inside ? place(made, row[to[k]], row[from[k]]) : -1;
        }
        return made;
    }

    private static int place(DMatrixSparseCSC m, int r, int c) {
        return Arrays.binarySearch(m.nz_rows, m.col_idx[c], m.col_idx[c + 1], r);
    }

    /** Eliminates the unknown with the fewest neighbours first; its neighbours become neighbours of each other. */
    private static int[] minimumDegree(int n, int[] from, int[] to) {
        BitSet[] next = new BitSet[n];
        for (int i = 0; i < n; i++) {
            next[i] = new BitSet();
        }
        for (int k = 0; k < from.length; k++) {
            if (from[k] >= 0 && to[k] >= 0 && from[k] != to[k]) {
                next[from[k]].set(to[k]);
                next[to[k]].set(from[k]);
            }
        }
        DegreeQueue waiting = new DegreeQueue(next);
        int[] row = new int[n];
        for (int step = 0; step < n; step++) {
            int least = waiting.take();
            row[least] = step;
            BitSet around = next[least];
            for (int i = around.nextSetBit(0); i >= 0; i = around.nextSetBit(i + 1)) {
                next[i].or(around);
                next[i].clear(i);
                next[i].clear(least);
                waiting.put(i);
            }
        }
        return row;
    }

    void clear() {
        Arrays.fill(matrix.nz_values, 0, matrix.nz_length, 0);
        Arrays.fill(right.data, 0);
    }

    /** Adds to the entry of an unknown itself. */
    void addDiagonal(int unknown, double value) {
        matrix.nz_values[diagonal[unknown]] += value;
    }

    /** Adds to both entries of a pair. */
    void addPair(int pair, double value) {
        matrix.nz_values[upper[pair]] += value;
        matrix.nz_values[lower[pair]] += value;
    }

    void addRight(int unknown, double value) {
        right.data[row[unknown]] += value;
    }

    /** Solves into the array, by unknown. @return false when the equations are not positive definite */
    boolean solve(double[] heads) {
        if (n == 0) {
            return true;
        }
        if (!solver.setA(matrix)) {
            return false;
        }
        solver.setStructureLocked(true);
        solver.solve(right, answer);
        for (int i = 0; i < n; i++) {
            heads[i] = answer.data[row[i]];
        }
        return true;
    }
}
