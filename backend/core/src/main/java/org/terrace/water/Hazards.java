package org.terrace.water;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.LimitCheck;
import org.terrace.network.SegmentIndex;

/**
 * Lines that are dangerous to a pipe within a distance, and how far pipe and line may lie from where they are drawn.
 *
 * <p>A stretch of pipe is surely exposed where even the error keeps it within the distance, and where it crosses the line for sure: it
 * comes from beyond distance and error, goes beyond them on the other side, and crosses an odd number of times on the way, so that no
 * error of the drawing can keep it on one side. Then its metres within the distance count. It may be exposed wherever the error can
 * bring it within the distance.
 */
record Hazards(SegmentIndex lines, double withinM, double errorM) {

    /** What a walk along a pipe found, by piece. @param crossings by piece how often it crosses a line */
    record Found(BitSet sure, BitSet possible, int[] crossings, int[] nearest) {}

    Found along(PipeSamples pipe) {
        int n = pipe.size();
        Found found = new Found(new BitSet(n), new BitSet(n), new int[n], new int[n]);
        BitSet within = new BitSet(n);
        int hint = -1;
        for (int i = 0; i < n; i++) {
            hint = lines.nearest(pipe.x(i), pipe.y(i), hint);
            found.nearest[i] = hint;
            double distance = hint < 0 ? Double.NaN : lines.distance(hint, pipe.x(i), pipe.y(i));
            LimitCheck near = LimitCheck.atMost(distance, errorM, withinM);
            found.sure.set(i, near == LimitCheck.KEPT);
            found.possible.set(i, near.canBeKept());
            within.set(i, distance <= withinM);
        }
        Map<Integer, Integer> crossed = new TreeMap<>();
        for (int first = 0; first < n; ) {
            if (!found.possible.get(first)) {
                first++;
                continue;
            }
            int last = first;
            crossed.clear();
            count(pipe, first, found, crossed);
            while (last + 1 < n && found.possible.get(last + 1) && !pipe.begins(last + 1)) {
                count(pipe, ++last, found, crossed);
            }
            boolean comesFromBeyond = !pipe.begins(first);
            boolean goesBeyond = last + 1 < n && !pipe.begins(last + 1);
            if (comesFromBeyond && goesBeyond && crossed.values().stream().anyMatch(times -> times % 2 == 1)) {
                for (int i = within.nextSetBit(first); i >= 0 && i <= last; i = within.nextSetBit(i + 1)) {
                    found.sure.set(i);
                }
            }
            first = last + 1;
        }
        return found;
    }

    /** Counts the crossings of a piece by line. */
    private void count(PipeSamples pipe, int piece, Found found, Map<Integer, Integer> crossed) {
        Coordinate a = new Coordinate(pipe.fromX()[piece], pipe.fromY()[piece]);
        Coordinate b = new Coordinate(pipe.toX()[piece], pipe.toY()[piece]);
        lines.forEachWithin(pipe.x(piece), pipe.y(piece), pipe.lengthM()[piece] / 2 + 1e-6, edge -> {
            if (cross(a, b, lines.startOf(edge), lines.endOf(edge))) {
                found.crossings[piece]++;
                crossed.merge(lines.ownerOf(edge), 1, Integer::sum);
            }
        });
    }

    /** A point on a line counts as on its left, so that a way through a corner crosses once. */
    private static boolean cross(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
        return isLeft(a, b, c) != isLeft(a, b, d) && isLeft(c, d, a) != isLeft(c, d, b);
    }

    private static boolean isLeft(Coordinate from, Coordinate to, Coordinate point) {
        return Orientation.index(from, to, point) >= 0;
    }
}
