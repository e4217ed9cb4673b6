package org.terrace.terrain;

import java.util.stream.IntStream;

/**
 * Times spreading over the ground on several processors: the rows are cut into bands, each with a {@link Wave} of its own. For a window
 * of time the bands spread side by side, then each takes what its neighbours have to offer to its rim, and so on. What crosses a rim
 * comes late by a window at most and is put right then; the least times do not depend on the order of work, so the answer has the bits
 * of a single wave.
 *
 * @see "Meyer and Sanders (2003), Delta-stepping: a parallelizable shortest path algorithm, Journal of Algorithms 49"
 */
final class Bands {
    /** Thinner bands would do nothing but talk to each other. */
    private static final int ROWS_AT_LEAST = 64;

    /** Below this many cells one wave is through before the others have started. */
    private static final int CELLS_AT_LEAST = 200_000;

    /** Long enough that taking turns costs little, short enough that little has to be put right. */
    private static final int BUCKETS_PER_WINDOW = 48;

    private Bands() {}

    /** How many bands serve a surface on this machine. */
    static int usual(WalkingSurface surface) {
        int rows = surface.frame().rows();
        return surface.frame().cells() < CELLS_AT_LEAST
                ? 1
                : Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), rows / ROWS_AT_LEAST));
    }

    /**
     * Spreads from the given padded cells, on foot, until nothing waits.
     *
     * @param time by padded cell; improved in place
     * @param count of bands, at least one, of two padded rows or more each
     */
    static void spread(
            WalkingSurface surface,
            double[] time,
            int[] from,
            boolean towards,
            double limit,
            int count,
            Runnable stop) {
        Wave[] waves = cut(surface, time, towards, limit, count);
        int rows = surface.paddedRows();
        for (int cell : from) {
            int row = cell / surface.stride();
            int band = 0;
            while (row >= firstRow(band + 1, count, rows)) {
                band++;
            }
            waves[band].add(cell);
        }
        double window = count == 1 ? Double.POSITIVE_INFINITY : BUCKETS_PER_WINDOW * surface.bucketSeconds();
        for (double next = earliest(waves); next < Double.POSITIVE_INFINITY; next = earliest(waves)) {
            double until = next + window;
            IntStream.range(0, count).parallel().forEach(b -> waves[b].spread(until, stop));
            for (int b = 1; b < count; b++) {
                waves[b].takeFrom(waves[b - 1]);
                waves[b - 1].takeFrom(waves[b]);
            }
        }
    }

    private static Wave[] cut(WalkingSurface surface, double[] time, boolean towards, double limit, int count) {
        if (count == 1) {
            return new Wave[] {new Wave(surface, Tracks.NONE, time, towards, limit)};
        }
        int rows = surface.paddedRows();
        Wave[] waves = new Wave[count];
        for (int b = 0; b < count; b++) {
            waves[b] =
                    Wave.ofRows(surface, time, towards, limit, firstRow(b, count, rows), firstRow(b + 1, count, rows));
        }
        return waves;
    }

    private static int firstRow(int band, int count, int rows) {
        return (int) ((long) rows * band / count);
    }

    private static double earliest(Wave[] waves) {
        double earliest = Double.POSITIVE_INFINITY;
        for (Wave wave : waves) {
            earliest = Math.min(earliest, wave.next());
        }
        return earliest;
    }
}
