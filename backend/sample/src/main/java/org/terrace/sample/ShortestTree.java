package org.terrace.sample;

import java.util.Arrays;
import java.util.List;

/** The shortest tree over spots, from the first (Prim 1957). */
final class ShortestTree {
    private ShortestTree() {}

    /**
     * @param order is filled with the spots as they were joined
     * @return by spot: the one that it was joined to
     */
    static int[] over(List<Sites.Spot> spots, int[] order) {
        int n = spots.size();
        int[] parent = new int[n];
        double[] gap = new double[n];
        boolean[] joined = new boolean[n];
        Arrays.fill(gap, Double.POSITIVE_INFINITY);
        gap[0] = 0;
        for (int k = 0; k < n; k++) {
            int next = -1;
            for (int i = 0; i < n; i++) {
                if (!joined[i] && (next < 0 || gap[i] < gap[next])) {
                    next = i;
                }
            }
            joined[next] = true;
            order[k] = next;
            for (int i = 0; i < n; i++) {
                double dx = spots.get(i).x() - spots.get(next).x();
                double dy = spots.get(i).y() - spots.get(next).y();
                if (!joined[i] && dx * dx + dy * dy < gap[i]) {
                    gap[i] = dx * dx + dy * dy;
                    parent[i] = next;
                }
            }
        }
        return parent;
    }
}
