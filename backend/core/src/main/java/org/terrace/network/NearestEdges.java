package org.terrace.network;

import java.util.stream.IntStream;

/** Nearest edges for many points at once, on all cores. */
public final class NearestEdges {
    private static final int CHUNK = 4096;

    private NearestEdges() {}

    /** The nearest edge of each point, -1 where there is none (empty index, point without position). */
    public static int[] of(SegmentIndex index, double[] x, double[] y) {
        int[] edges = new int[x.length];
        IntStream.range(0, (x.length + CHUNK - 1) / CHUNK).parallel().forEach(chunk -> {
            int hint = -1;
            for (int i = chunk * CHUNK; i < Math.min(x.length, (chunk + 1) * CHUNK); i++) {
                edges[i] = index.nearest(x[i], y[i], hint);
                hint = edges[i] >= 0 ? edges[i] : hint;
            }
        });
        return edges;
    }
}
