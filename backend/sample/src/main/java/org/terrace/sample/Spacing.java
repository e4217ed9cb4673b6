package org.terrace.sample;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Points that keep a distance from each other, in buckets of that size. */
final class Spacing {
    private final double gap;
    private final Map<Long, double[]> buckets = new HashMap<>();

    Spacing(double gap) {
        this.gap = gap;
    }

    boolean isFree(double x, double y) {
        long c = (long) Math.floor(x / gap);
        long r = (long) Math.floor(y / gap);
        for (long rr = r - 1; rr <= r + 1; rr++) {
            for (long cc = c - 1; cc <= c + 1; cc++) {
                double[] points = buckets.get(key(cc, rr));
                for (int i = 0; points != null && i < points.length; i += 2) {
                    double dx = points[i] - x;
                    double dy = points[i + 1] - y;
                    if (dx * dx + dy * dy < gap * gap) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    void add(double x, double y) {
        long key = key((long) Math.floor(x / gap), (long) Math.floor(y / gap));
        double[] points = buckets.get(key);
        double[] more = points == null ? new double[2] : Arrays.copyOf(points, points.length + 2);
        more[more.length - 2] = x;
        more[more.length - 1] = y;
        buckets.put(key, more);
    }

    private static long key(long column, long row) {
        return (column << 32) ^ (row & 0xFFFFFFFFL);
    }
}
