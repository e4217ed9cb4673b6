package org.terrace.optimise;

import java.util.Arrays;

/** The 0-1 knapsack by dynamic programming over the litres, reusing its table from one call to the next. */
final class Knapsack {
    private double[] best = new double[0];
    private long[] taken = new long[0];
    private int words;

    /**
     * Most value within a capacity.
     *
     * @param count of items used from {@code weight} and {@code value}; weights above 0
     */
    double solve(int capacity, int count, int[] weight, double[] value) {
        if (best.length <= capacity) {
            best = new double[capacity + 1];
        }
        Arrays.fill(best, 0, capacity + 1, 0);
        words = (capacity >> 6) + 1;
        if (taken.length < words * count) {
            taken = new long[words * count];
        }
        Arrays.fill(taken, 0, words * count, 0);
        for (int item = 0; item < count; item++) {
            int row = item * words;
            int w = weight[item];
            double v = value[item];
            for (int c = capacity; c >= w; c--) {
                double with = best[c - w] + v;
                if (with > best[c]) {
                    best[c] = with;
                    taken[row + (c >> 6)] |= 1L << c;
                }
            }
        }
        return best[capacity];
    }

    /** Which items the last solution takes, the first {@code count} of which were given. */
    void chosen(int capacity, int count, int[] weight, boolean[] out) {
        int c = capacity;
        for (int item = count - 1; item >= 0; item--) {
            out[item] = (taken[item * words + (c >> 6)] & 1L << c) != 0;
            if (out[item]) {
                c -= weight[item];
            }
        }
    }
}
