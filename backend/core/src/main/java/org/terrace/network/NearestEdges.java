package org.terrace.network;

import java.util.stream.IntStream;

/** Nearest edges for many points at once, on all cores. */
public final class NearestEdges {
    private static final int CHUNK = 4096;

    private NearestEdges() {}

    /**
     * The nearest edge of each point, -1 where there is none (empty index, point without position). Points are taken cell by cell,
     * so that the answer for one is a near guess for the next; the result does not depend on it.
     */
    public static int[] of(SegmentIndex index, double[] x, double[] y) {
        int[] edges = new int[x.length];
        int[] order = byCell(index, x, y);
        IntStream.range(0, (x.length + CHUNK - 1) / CHUNK).parallel().forEach(chunk -> {
            int hint = -1;
            for (int k = chunk * CHUNK; k < Math.min(x.length, (chunk + 1) * CHUNK); k++) {
                int i = order[k];
                edges[i] = index.nearest(x[i], y[i], hint);
                hint = edges[i] >= 0 ? edges[i] : hint;
            }
        });
        return edges;
    }

    /** Point numbers sorted by grid cell (counting sort). */
    private static int[] byCell(SegmentIndex index, double[] x, double[] y) {
        int[] cell = new int[x.length];
        int[] start = new int[index.cells() + 1];
        for (int i = 0; i < x.length; i++) {
            cell[i] = index.cellNumber(x[i], y[i]);
            start[cell[i] + 1]++;
        }
        for (int c = 1; c < start.length; c++) {
            start[c] += start[c - 1];
        }
        int[] order = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            order[start[cell[i]]++] = i;
        }
        return order;
    }
}
