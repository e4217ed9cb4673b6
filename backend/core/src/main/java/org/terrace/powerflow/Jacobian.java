package org.terrace.powerflow;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;

/**
 * The linear equations of one step: of each node the angle and, unless it is held, the relative size of the voltage are unknown.
 *
 * <p>The two rows of a node are multiplied by the inverse of their own two by two block. Then the largest entry of a column stands
 * on the diagonal or beside it, whatever the ratio of resistance to reactance, and the pivoting of the factorisation keeps to the
 * order that leaves few new entries.
 */
final class Jacobian {
    private final Admittances y;

    /** Row of a node's angle, and of its size after it; -1 for none. */
    private final int[] angleRow;

    private final int[] sizeRow;

    /** By entry of the admittances, the place of the column of the angle, and of the size; -1 for none. */
    private final int[] inAngle;

    private final int[] inSize;
    private final DMatrixSparseCSC matrix;
    private final DMatrixRMaj right;
    private final DMatrixRMaj answer;
    private final LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver =
            LinearSolverFactory_DSCC.lu(FillReducing.NONE);

    /** @param unknown by node, whether its angle is. @param held whether its size is not */
    Jacobian(Admittances y, boolean[] unknown, boolean[] held) {
        this.y = y;
        int n = unknown.length;
        this.angleRow = new int[n];
        this.sizeRow = new int[n];
        Arrays.fill(angleRow, -1);
        Arrays.fill(sizeRow, -1);
        int rows = 0;
        int[] order = order(unknown);
        for (int node : order) {
            angleRow[node] = rows++;
            sizeRow[node] = held[node] ? -1 : rows++;
        }
        this.right = new DMatrixRMaj(rows, 1);
        this.answer = new DMatrixRMaj(rows, 1);
        this.inAngle = new int[y.column.length];
        this.inSize = new int[y.column.length];
        this.matrix = layOut(order, rows);
    }

    private int[] order(boolean[] unknown) {
        int[] place = new int[unknown.length];
        int[] node = new int[unknown.length];
        int count = 0;
        for (int i = 0; i < unknown.length; i++) {
            place[i] = unknown[i] ? count : -1;
            if (unknown[i]) {
                node[count++] = i;
            }
        }
        int[][] neighbours = new int[count][];
        for (int k = 0; k < count; k++) {
            int from = y.start[node[k]];
            int to = y.start[node[k] + 1];
            int self = k;
            neighbours[k] = Arrays.stream(y.column, from, to)
                    .map(c -> place[c])
                    .filter(p -> p >= 0 && p != self)
                    .toArray();
        }
        int[] order = EliminationOrder.of(neighbours);
        return Arrays.stream(order).map(k -> node[k]).toArray();
    }

    /** The pattern of the matrix by columns; that of the admittances is symmetric, so its rows are its columns too. */
    private DMatrixSparseCSC layOut(int[] order, int rows) {
        DMatrixSparseCSC made = new DMatrixSparseCSC(rows, rows, 4 * y.column.length);
        int at = 0;
        int columns = 0;
        int[] first = new int[angleRow.length];
        for (int node : order) {
            int[] sorted = Arrays.stream(y.column, y.start[node], y.start[node + 1])
                    .filter(c -> angleRow[c] >= 0)
                    .boxed()
                    .sorted((a, b) -> Integer.compare(angleRow[a], angleRow[b]))
                    .mapToInt(i -> i)
                    .toArray();
            for (int column = 0; column < (sizeRow[node] < 0 ? 1 : 2); column++) {
                made.col_idx[columns++] = at;
                for (int row : sorted) {
                    first[row] = at;
                    made.nz_rows[at++] = angleRow[row];
                    if (sizeRow[row] >= 0) {
                        made.nz_rows[at++] = sizeRow[row];
                    }
                }
                for (int row : sorted) {
                    (column == 0 ? inAngle : inSize)[entry(row, node)] = first[row];
                }
            }
        }
        made.col_idx[columns] = at;
        made.nz_length = at;
        made.indicesSorted = true;
        return made;
    }

    private int entry(int row, int column) {
        return Arrays.binarySearch(y.column, y.start[row], y.start[row + 1], column);
    }

    /**
     * Sets the rows of a node.
     *
     * @param re voltages by node. @param im likewise
     * @param p power that flows into the network at the node. @param q likewise
     * @param slopeP what the drawn power gains by the relative size of the voltage. @param slopeQ likewise
     * @param missingP power that the node is short of. @param missingQ likewise
     */
    void setRows(
            int node,
            double[] re,
            double[] im,
            double p,
            double q,
            double slopeP,
            double slopeQ,
            double missingP,
            double missingQ) {
        int own = entry(node, node);
        double square = re[node] * re[node] + im[node] * im[node];
        double ownP = y.g[own] * square;
        double ownQ = -y.b[own] * square;
        double pByAngle = ownQ - q;
        double qByAngle = p - ownP;
        double pBySize = p + ownP + slopeP;
        double qBySize = q + ownQ + slopeQ;
        boolean both = sizeRow[node] >= 0;
        double determinant = both ? pByAngle * qBySize - pBySize * qByAngle : pByAngle;
        // The inverse {{a, b}, {c, d}} of the node's own block; of a held node only the first entry is there.
        double a = (both ? qBySize : 1) / determinant;
        double b = both ? -pBySize / determinant : 0;
        double c = both ? -qByAngle / determinant : 0;
        double d = both ? pByAngle / determinant : 0;
        if (!Double.isFinite(a + b + c + d)) {
            a = 1;
            b = 0;
            c = 0;
            d = 1;
        }
        for (int e = y.start[node]; e < y.start[node + 1]; e++) {
            int k = y.column[e];
            if (angleRow[k] < 0) {
                continue;
            }
            if (k == node) {
                put(inAngle[e], both, a * pByAngle + b * qByAngle, c * pByAngle + d * qByAngle);
                if (both) {
                    put(inSize[e], true, a * pBySize + b * qBySize, c * pBySize + d * qBySize);
                }
                continue;
            }
            // Power along one entry, v_i conj(y_ik v_k): turned back by the angle there, grown by the size.
            double currentRe = y.g[e] * re[k] - y.b[e] * im[k];
            double currentIm = y.g[e] * im[k] + y.b[e] * re[k];
            double pAlong = re[node] * currentRe + im[node] * currentIm;
            double qAlong = im[node] * currentRe - re[node] * currentIm;
            put(inAngle[e], both, a * qAlong - b * pAlong, c * qAlong - d * pAlong);
            if (sizeRow[k] >= 0) {
                put(inSize[e], both, a * pAlong + b * qAlong, c * pAlong + d * qAlong);
            }
        }
        right.data[angleRow[node]] = a * missingP + b * missingQ;
        if (both) {
            right.data[sizeRow[node]] = c * missingP + d * missingQ;
        }
    }

    private void put(int place, boolean both, double ofP, double ofQ) {
        matrix.nz_values[place] = ofP;
        if (both) {
            matrix.nz_values[place + 1] = ofQ;
        }
    }

    /** @return false when the equations have no single answer */
    boolean solve() {
        if (right.numRows == 0) {
            return true;
        }
        if (!solver.setA(matrix)) {
            return false;
        }
        solver.solve(right, answer);
        return true;
    }

    double angle(int node) {
        return answer.data[angleRow[node]];
    }

    /** Relative change of the size; 0 where it is held. */
    double size(int node) {
        return sizeRow[node] < 0 ? 0 : answer.data[sizeRow[node]];
    }
}
