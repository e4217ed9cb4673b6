package org.terrace.terrain;

import java.util.Arrays;

/**
 * Times spreading over the ground and along tracks from what waits, until nothing does or until a given time: over the whole ground,
 * or over one band of rows, which keeps what it has to offer beyond its rim for the band on the other side ({@link Bands}).
 *
 * @see "Dijkstra (1959); Dial (1969)"
 */
final class Wave {
    /** A knight's move goes two rows far. */
    static final int REACH = 2;

    private final WalkingSurface surface;
    private final Tracks tracks;
    private final double[] time;
    private final boolean towards;
    private final double limit;
    private final TimeBuckets waiting;
    private final long[] done; // a bit for each place
    private final int cells;

    /** Padded cells of the band, and those of them from which every step ends in it. */
    private final int first;

    private final int end;
    private final int innerFirst;
    private final int innerEnd;

    /** The least that was offered to the rows before the band and to those after it. */
    private final double[] before;

    private final double[] after;

    private int taken;

    /**
     * Over everything.
     *
     * @param time by padded cell, then by station of the tracks; improved in place
     * @param limit seconds; places beyond are left out
     */
    Wave(WalkingSurface surface, Tracks tracks, double[] time, boolean towards, double limit) {
        this(surface, tracks, time, towards, limit, 0, surface.firstStation(), new double[0], new double[0]);
    }

    /** Over the padded rows from the first to before the end, on foot only. */
    static Wave ofRows(WalkingSurface surface, double[] time, boolean towards, double limit, int firstRow, int endRow) {
        int stride = surface.stride();
        return new Wave(
                surface,
                Tracks.NONE,
                time,
                towards,
                limit,
                firstRow * stride,
                endRow * stride,
                untold(REACH * stride),
                untold(REACH * stride));
    }

    private Wave(
            WalkingSurface surface,
            Tracks tracks,
            double[] time,
            boolean towards,
            double limit,
            int first,
            int end,
            double[] before,
            double[] after) {
        this.surface = surface;
        this.tracks = tracks;
        this.time = time;
        this.towards = towards;
        this.limit = limit;
        this.waiting = new TimeBuckets(surface.bucketSeconds());
        this.done = new long[time.length / Long.SIZE + 1];
        this.cells = surface.firstStation();
        this.first = first;
        this.end = end;
        this.innerFirst = first + before.length;
        this.innerEnd = end - after.length;
        this.before = before;
        this.after = after;
    }

    private static double[] untold(int length) {
        double[] none = new double[length];
        Arrays.fill(none, Double.POSITIVE_INFINITY);
        return none;
    }

    /** Lets a place spread from the time that it has. */
    void add(int place) {
        done[place >> 6] &= ~(1L << place);
        waiting.add(place, time[place]);
    }

    /** The earliest time of what waits, to a bucket; infinite for nothing. */
    double next() {
        return waiting.next();
    }

    /** Spreads until nothing waits. @param stop asked now and then; throws to stop */
    void spread(Runnable stop) {
        spread(Double.POSITIVE_INFINITY, stop);
    }

    /** Spreads what waits for a time before the given one, to a bucket. */
    void spread(double until, Runnable stop) {
        boolean onFootOnly = tracks.stations() == 0;
        for (int place = waiting.take(until); place >= 0; place = waiting.take(until)) {
            if ((done[place >> 6] >>> place & 1) != 0) {
                continue;
            }
            done[place >> 6] |= 1L << place;
            if ((++taken & 0xffff) == 0) {
                stop.run();
            }
            if (onFootOnly) {
                walk(place);
            } else if (place < cells) {
                board(place, time[place]);
                walk(place);
            } else {
                ride(place, time[place]);
            }
        }
    }

    private void walk(int cell) {
        if (cell >= innerFirst && cell < innerEnd) {
            settle(cell);
        } else {
            settleAtRim(cell);
        }
    }

    /** The steps from one cell. A method of its own, so that it is compiled as a whole while the first surface is still spreading. */
    private void settle(int cell) {
        WalkingSurface ground = surface;
        double now = time[cell];
        int shut = ground.closed(cell);
        int n = ground.directions();
        for (int k = 0; k < n; k++) {
            int next = ground.neighbour(cell, k);
            if (time[next] <= now + ground.leastStep(k) || (shut >>> k & 1) != 0) {
                continue;
            }
            double then = now + ground.openStep(k, cell, next, towards);
            // False for NaN: a closed step.
            if (then < time[next] && then <= limit) {
                time[next] = then;
                done[next >> 6] &= ~(1L << next);
                waiting.add(next, then);
            }
        }
    }

    /** The same where a step may lead out of the band. */
    private void settleAtRim(int cell) {
        double now = time[cell];
        int shut = surface.closed(cell);
        for (int k = 0; k < surface.directions(); k++) {
            int next = surface.neighbour(cell, k);
            if ((shut >>> k & 1) != 0) {
                continue;
            }
            double then = now + surface.openStep(k, cell, next, towards);
            if (next >= first && next < end) {
                reach(next, then);
            } else if (then <= limit) {
                double[] beyond = next < first ? before : after;
                int at = next < first ? next - first + before.length : next - end;
                if (at >= 0 && at < beyond.length && then < beyond[at]) {
                    beyond[at] = then;
                }
            }
        }
    }

    /** From a cell to its stations. */
    private void board(int at, double now) {
        for (int s = tracks.firstInCell(surface.unpadded(at)); s >= 0; s = tracks.nextInCell(s)) {
            reach(cells + s, now + tracks.boardS(s));
        }
    }

    /** From a station along its arcs, and to its cell. */
    private void ride(int at, double now) {
        int station = at - cells;
        for (int a = tracks.firstArc(station); a < tracks.firstArc(station + 1); a++) {
            reach(cells + tracks.arcTo(a), now + tracks.arcS(a, towards));
        }
        int cell = tracks.cell(station);
        if (cell >= 0 && surface.isGround(cell)) {
            reach(surface.padded(cell), now + tracks.boardS(station));
        }
    }

    private void reach(int next, double then) {
        if (then < time[next] && then <= limit) {
            time[next] = then;
            add(next);
        }
    }

    /** Takes what the band before this one offers to its first rows, and the band after it to its last. */
    void takeFrom(Wave other) {
        boolean fromBefore = other.end == first;
        double[] offered = fromBefore ? other.after : other.before;
        int start = fromBefore ? first : end - offered.length;
        for (int i = 0; i < offered.length; i++) {
            if (offered[i] < time[start + i]) {
                time[start + i] = offered[i];
                add(start + i);
            }
        }
    }
}
