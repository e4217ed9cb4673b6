package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;

/**
 * Straight spans between places that a line might go: from each to its nearest neighbours, and the shortest tree over all, so that every
 * place can be reached.
 */
final class Spans {
    /** Neighbours of each place. */
    private static final int NEIGHBOURS = 6;

    private Spans() {}

    /** Pairs of numbers, the lower one first, ascending. */
    static List<int[]> between(List<Coordinate> places) {
        int n = places.size();
        Set<Long> pairs = new TreeSet<>();
        for (int i = 0; i < n; i++) {
            for (int j : nearest(places, i)) {
                pairs.add(pair(i, j));
            }
        }
        int[] parent = tree(places);
        for (int i = 1; i < n; i++) {
            pairs.add(pair(i, parent[i]));
        }
        List<int[]> spans = new ArrayList<>();
        pairs.forEach(p -> spans.add(new int[] {(int) (p >> 32), (int) (long) p}));
        return spans;
    }

    private static long pair(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    /** Of places equally far the lower numbers. */
    private static int[] nearest(List<Coordinate> places, int i) {
        int[] nearest = new int[Math.min(NEIGHBOURS, places.size() - 1)];
        double[] metres = new double[nearest.length];
        int found = 0;
        for (int j = 0; j < places.size(); j++) {
            double d = Plan.metres(places.get(i), places.get(j));
            if (j == i || (found == nearest.length && !(d < metres[found - 1]))) {
                continue;
            }
            int at = found < nearest.length ? found++ : found - 1;
            for (; at > 0 && d < metres[at - 1]; at--) {
                metres[at] = metres[at - 1];
                nearest[at] = nearest[at - 1];
            }
            metres[at] = d;
            nearest[at] = j;
        }
        return nearest;
    }

    /** By place: the one that it is joined to (Prim 1957). */
    private static int[] tree(List<Coordinate> places) {
        int n = places.size();
        int[] parent = new int[n];
        double[] gap = new double[n];
        boolean[] joined = new boolean[n];
        Arrays.fill(gap, Double.POSITIVE_INFINITY);
        for (int k = 0, at = 0; k < n; k++) {
            joined[at] = true;
            int next = -1;
            for (int i = 0; i < n; i++) {
                if (joined[i]) {
                    continue;
                }
                double d = Plan.metres(places.get(at), places.get(i));
                if (d < gap[i]) {
                    gap[i] = d;
                    parent[i] = at;
                }
                if (next < 0 || gap[i] < gap[next]) {
                    next = i;
                }
            }
            at = next;
        }
        return parent;
    }
}
