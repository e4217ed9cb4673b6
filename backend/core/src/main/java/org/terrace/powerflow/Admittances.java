package org.terrace.powerflow;

import java.util.Map;
import java.util.TreeMap;

/** The admittance matrix of a grid's live nodes by rows, columns in order; its pattern is symmetric. Rows of dead nodes are empty. */
final class Admittances {
    /** By row, the place of its first entry; one more at the end. */
    final int[] start;

    final int[] column;
    final double[] g;
    final double[] b;

    Admittances(Grid grid) {
        Map<Integer, double[]>[] rows = rows(grid.n);
        for (int i : grid.order) {
            add(rows, i, i, new Complex(grid.shuntG[i], grid.shuntB[i]));
        }
        for (Branch branch : grid.branches) {
            if (branch.isBetweenNodes() && grid.live[branch.from()]) {
                TwoPort port = branch.port();
                add(rows, branch.from(), branch.from(), port.ff());
                add(rows, branch.from(), branch.to(), port.ft());
                add(rows, branch.to(), branch.from(), port.tf());
                add(rows, branch.to(), branch.to(), port.tt());
            }
        }
        this.start = new int[grid.n + 1];
        for (int i = 0; i < grid.n; i++) {
            start[i + 1] = start[i] + rows[i].size();
        }
        this.column = new int[start[grid.n]];
        this.g = new double[column.length];
        this.b = new double[column.length];
        int at = 0;
        for (Map<Integer, double[]> row : rows) {
            for (Map.Entry<Integer, double[]> entry : row.entrySet()) {
                column[at] = entry.getKey();
                g[at] = entry.getValue()[0];
                b[at++] = entry.getValue()[1];
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<Integer, double[]>[] rows(int n) {
        Map<Integer, double[]>[] rows = new Map[n];
        for (int i = 0; i < n; i++) {
            rows[i] = new TreeMap<>();
        }
        return rows;
    }

    private static void add(Map<Integer, double[]>[] rows, int row, int column, Complex value) {
        double[] entry = rows[row].computeIfAbsent(column, c -> new double[2]);
        entry[0] += value.re();
        entry[1] += value.im();
    }
}
