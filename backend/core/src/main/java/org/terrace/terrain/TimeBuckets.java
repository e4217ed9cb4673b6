package org.terrace.terrain;

import java.util.Arrays;

/**
 * Cells waiting for their turn, in buckets of equal width of time (Dial 1969; Denardo and Fox 1979): a ring of buckets for what is
 * due soon, a heap for what is due beyond the ring, so that one cliff of many hours does not need a bucket for every second.
 *
 * <p>Within a bucket the order is free. When no step is shorter than the width, each cell comes once with its final time;
 * otherwise it may come again, and the caller's answer is right all the same.
 */
final class TimeBuckets {
    private static final int RING = 4096;

    /** Beyond 2^53 buckets a long division of time would no longer tell neighbours apart; the heap orders them all the same. */
    private static final long LAST = 1L << 53;

    private static final int[] EMPTY = {};

    private final double perSecond;
    private final int[][] cells = new int[RING][];
    private final int[] sizes = new int[RING];

    /** Arrays of buckets that are through, for those that begin: few are filled at a time, and memory once touched is near. */
    private final int[][] spares = new int[RING][];

    private int spare;
    private long current;
    private int inRing;
    private double[] laterTimes = new double[16];
    private int[] laterCells = new int[16];
    private int later;

    /** @param width seconds, positive */
    TimeBuckets(double width) {
        if (!(width > 0)) {
            throw new IllegalArgumentException("bucket width must be positive, was " + width);
        }
        this.perSecond = 1 / width;
        Arrays.fill(cells, EMPTY);
        Arrays.fill(spares, EMPTY);
    }

    /** @param time finite; one before the bucket of the cell that was taken last comes next, as of that bucket */
    void add(int cell, double time) {
        long bucket = bucket(time);
        if (bucket < current + RING) {
            put(slot(bucket), cell);
        } else {
            addLater(cell, time);
        }
    }

    private long bucket(double time) {
        return (long) Math.min(time * perSecond, LAST);
    }

    private int slot(long bucket) {
        return (int) Math.max(bucket, current) & (RING - 1);
    }

    private void put(int slot, int cell) {
        int[] held = cells[slot];
        if (sizes[slot] == held.length) {
            held = held.length == 0 && spare > 0 ? spares[--spare] : Arrays.copyOf(held, Math.max(64, held.length * 2));
            cells[slot] = held;
        }
        held[sizes[slot]++] = cell;
        inRing++;
    }

    /** A cell of the earliest bucket, or -1 when none is waiting. */
    int take() {
        return take(Double.POSITIVE_INFINITY);
    }

    /** A cell of the earliest bucket that lies before the bucket of a time, or -1 when none is waiting there. */
    int take(double until) {
        // The last bucket has all that is beyond: it has no end.
        long end = bucket(until) == LAST ? Long.MAX_VALUE : bucket(until);
        if (inRing == 0) {
            if (later == 0 || bucket(laterTimes[0]) >= end) {
                return -1;
            }
            current = bucket(laterTimes[0]);
            fetchLater();
        }
        int slot = slot(current);
        while (current < end && sizes[slot] == 0) {
            if (cells[slot].length > 0) {
                spares[spare++] = cells[slot];
                cells[slot] = EMPTY;
            }
            current++;
            slot = slot + 1 == RING ? 0 : slot + 1;
            if (later > 0 && bucket(laterTimes[0]) < current + RING) {
                fetchLater();
            }
        }
        if (current >= end) {
            return -1;
        }
        inRing--;
        return cells[slot][--sizes[slot]];
    }

    /** When the earliest bucket begins in which a cell is waiting, or a time in that bucket; infinite when none is. */
    double next() {
        if (inRing == 0) {
            return later == 0 ? Double.POSITIVE_INFINITY : laterTimes[0];
        }
        long bucket = current;
        while (sizes[(int) bucket & (RING - 1)] == 0) {
            bucket++;
        }
        return bucket / perSecond;
    }

    private void fetchLater() {
        while (later > 0 && bucket(laterTimes[0]) < current + RING) {
            put(slot(bucket(laterTimes[0])), laterCells[0]);
            removeFirstLater();
        }
    }

    private void addLater(int cell, double time) {
        if (later == laterCells.length) {
            laterTimes = Arrays.copyOf(laterTimes, later * 2);
            laterCells = Arrays.copyOf(laterCells, later * 2);
        }
        int at = later++;
        while (at > 0 && laterTimes[(at - 1) / 2] > time) {
            laterTimes[at] = laterTimes[(at - 1) / 2];
            laterCells[at] = laterCells[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        laterTimes[at] = time;
        laterCells[at] = cell;
    }

    private void removeFirstLater() {
        double time = laterTimes[--later];
        int cell = laterCells[later];
        int at = 0;
        while (2 * at + 1 < later) {
            int child = 2 * at + 1;
            if (child + 1 < later && laterTimes[child + 1] < laterTimes[child]) {
                child++;
            }
            if (laterTimes[child] >= time) {
                break;
            }
            laterTimes[at] = laterTimes[child];
            laterCells[at] = laterCells[child];
            at = child;
        }
        laterTimes[at] = time;
        laterCells[at] = cell;
    }
}
