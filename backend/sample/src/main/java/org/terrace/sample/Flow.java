package org.terrace.sample;

import java.util.Arrays;
import org.terrace.terrain.CellHeap;

/**
 * Where water goes on a grid of heights: each cell drains to its steepest lower neighbour (D8; O'Callaghan and Mark 1984).
 * Cells of {@code base} drain nowhere.
 */
final class Flow {
    static final int[] DX = {-1, 0, 1, -1, 1, -1, 0, 1};
    static final int[] DY = {-1, -1, -1, 0, 0, 1, 1, 1};
    static final double[] STEP = {Math.sqrt(2), 1, Math.sqrt(2), 1, 1, Math.sqrt(2), 1, Math.sqrt(2)};

    /** Blurs the eight directions of the grid, which would otherwise be seen as straight valleys. */
    private static final double[] WOBBLE = wobble();

    final int columns;
    final int rows;
    /** Neighbour that each cell drains to; itself for base cells and pits. */
    final int[] receiver;
    /** Distance to the receiver in cells. */
    final float[] step;
    /** Cells from the mouths upwards: a receiver always stands before its donors. */
    final int[] order;

    private Flow(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.receiver = new int[columns * rows];
        this.step = new float[columns * rows];
        this.order = new int[columns * rows];
    }

    private static double[] wobble() {
        Dice dice = new Dice(8);
        double[] values = new double[256];
        Arrays.setAll(values, i -> dice.unit());
        return values;
    }

    static Flow of(double[] z, boolean[] base, int columns, int rows) {
        Flow flow = new Flow(columns, rows);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                flow.route(z, base, c, r);
            }
        }
        flow.sort();
        return flow;
    }

    private void route(double[] z, boolean[] base, int c, int r) {
        int i = r * columns + c;
        receiver[i] = i;
        step[i] = 1;
        if (base[i]) {
            return;
        }
        double steepest = 0;
        for (int k = 0; k < 8; k++) {
            int cc = c + DX[k];
            int rr = r + DY[k];
            if (cc >= 0 && rr >= 0 && cc < columns && rr < rows) {
                int j = rr * columns + cc;
                double slope = (z[i] - z[j]) / STEP[k] * (1 + 0.2 * WOBBLE[(i * 7 + k * 13) & 255]);
                if (slope > steepest) {
                    steepest = slope;
                    receiver[i] = j;
                    step[i] = (float) STEP[k];
                }
            }
        }
    }

    private void sort() {
        int n = receiver.length;
        int[] first = new int[n + 1];
        for (int i = 0; i < n; i++) {
            if (receiver[i] != i) {
                first[receiver[i] + 1]++;
            }
        }
        for (int i = 0; i < n; i++) {
            first[i + 1] += first[i];
        }
        int[] fill = Arrays.copyOf(first, n);
        int[] donors = new int[first[n]];
        for (int i = 0; i < n; i++) {
            if (receiver[i] != i) {
                donors[fill[receiver[i]]++] = i;
            }
        }
        int done = 0;
        for (int i = 0; i < n; i++) {
            if (receiver[i] == i) {
                order[done++] = i;
            }
        }
        for (int at = 0; at < done; at++) {
            int i = order[at];
            for (int d = first[i]; d < first[i + 1]; d++) {
                order[done++] = donors[d];
            }
        }
    }

    /** Cells that drain through each cell, itself included. */
    float[] areaCells() {
        float[] area = new float[receiver.length];
        Arrays.fill(area, 1);
        for (int at = order.length - 1; at >= 0; at--) {
            int i = order[at];
            if (receiver[i] != i) {
                area[receiver[i]] += area[i];
            }
        }
        return area;
    }

    /**
     * Raises pits until everything drains to the base (priority flood; Barnes, Lehman, Mulla 2014), each raised cell by a hair
     * above the one it drains to.
     */
    static void fill(double[] z, boolean[] base, int columns, int rows) {
        boolean[] done = new boolean[z.length];
        CellHeap heap = new CellHeap(columns * 4);
        for (int i = 0; i < z.length; i++) {
            if (base[i]) {
                done[i] = true;
                heap.add(z[i], i);
            }
        }
        while (!heap.isEmpty()) {
            int i = heap.pop();
            int c = i % columns;
            int r = i / columns;
            for (int k = 0; k < 8; k++) {
                int cc = c + DX[k];
                int rr = r + DY[k];
                if (cc >= 0 && rr >= 0 && cc < columns && rr < rows) {
                    int j = rr * columns + cc;
                    if (!done[j]) {
                        done[j] = true;
                        z[j] = Math.max(z[j], z[i] + 0.02 * STEP[k]);
                        heap.add(z[j], j);
                    }
                }
            }
        }
    }
}
