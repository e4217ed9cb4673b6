package org.terrace.terrain;

import java.util.Arrays;
import org.terrace.region.GridFrame;

/**
 * Ways over the ground along which one goes at a pace of their own: stations, each with a place, and arcs between them with the
 * seconds that they take in either direction. A station is reached from the cell that holds it, and left to it, over the straight
 * line to the cell's centre; where a barrier lies between, from the nearest cell beside it on the station's own side. What passes over or under something else has no station in common with it, so a bridge is no junction.
 *
 * <p>A station outside the grid can be passed but not be reached on foot. Never changes; made by {@link Builder}.
 */
public final class Tracks {
    static final Tracks NONE = new Tracks(new Builder());

    /** No arc is shorter, so that a way along an arc is always later than its start, whatever the rounding. */
    private static final double SHORTEST_S = 1e-6;

    private final double[] x;
    private final double[] y;
    private final int[] cell;
    private final double[] boardS;
    private final int[] firstArc;
    private final int[] arcTo;
    private final double[] arcOutS;
    private final double[] arcBackS;
    /** Stations by cell as chains: the first of each cell that has any, and the next of each station; -1 ends. */
    private final int[] firstInCell;

    private final int[] nextInCell;

    /** Without stations. */
    private Tracks(Builder none) {
        this(none, (x, y) -> -1, new GridFrame(0, 0, 1, 1, 1, 1), 1);
    }

    private Tracks(Builder b, Boarding boarding, GridFrame frame, double boardSecondsPerMetre) {
        int n = b.stations;
        this.x = Arrays.copyOf(b.x, n);
        this.y = Arrays.copyOf(b.y, n);
        this.cell = new int[n];
        this.boardS = new double[n];
        this.firstInCell = n == 0 ? new int[0] : new int[frame.cells()];
        this.nextInCell = new int[n];
        Arrays.fill(firstInCell, -1);
        for (int s = n - 1; s >= 0; s--) {
            cell[s] = b.boarding[s] ? boarding.cell(x[s], y[s]) : -1;
            nextInCell[s] = -1;
            if (cell[s] >= 0) {
                double dx = x[s] - frame.centreX(cell[s] % frame.columns());
                double dy = y[s] - frame.centreY(cell[s] / frame.columns());
                boardS[s] = Math.max(SHORTEST_S, Math.sqrt(dx * dx + dy * dy) * boardSecondsPerMetre);
                nextInCell[s] = firstInCell[cell[s]];
                firstInCell[cell[s]] = s;
            }
        }
        this.firstArc = new int[n + 1];
        for (int a = 0; a < b.arcs; a++) {
            firstArc[b.from[a] + 1]++;
            firstArc[b.to[a] + 1]++;
        }
        for (int s = 0; s < n; s++) {
            firstArc[s + 1] += firstArc[s];
        }
        this.arcTo = new int[2 * b.arcs];
        this.arcOutS = new double[2 * b.arcs];
        this.arcBackS = new double[2 * b.arcs];
        int[] next = Arrays.copyOf(firstArc, n);
        for (int a = 0; a < b.arcs; a++) {
            put(next[b.from[a]]++, b.to[a], b.outS[a], b.backS[a]);
            put(next[b.to[a]]++, b.from[a], b.backS[a], b.outS[a]);
        }
    }

    private void put(int slot, int to, double out, double back) {
        arcTo[slot] = to;
        arcOutS[slot] = Math.max(SHORTEST_S, out);
        arcBackS[slot] = Math.max(SHORTEST_S, back);
    }

    public int stations() {
        return x.length;
    }

    public double x(int station) {
        return x[station];
    }

    public double y(int station) {
        return y[station];
    }

    /** The cell from which the station is reached, row * columns + column; -1 outside the grid and where nobody gets on or off. */
    int cell(int station) {
        return cell[station];
    }

    /** Seconds between the station and the centre of its cell, the same in both directions. */
    double boardS(int station) {
        return boardS[station];
    }

    /** The first station of a cell, -1 when there is none. */
    int firstInCell(int unpadded) {
        return firstInCell.length == 0 ? -1 : firstInCell[unpadded];
    }

    int nextInCell(int station) {
        return nextInCell[station];
    }

    int firstArc(int station) {
        return firstArc[station];
    }

    int arcTo(int arc) {
        return arcTo[arc];
    }

    /** Seconds of an arc away from its station, or, {@code towards}, along it to the station. */
    double arcS(int arc, boolean towards) {
        return towards ? arcBackS[arc] : arcOutS[arc];
    }

    /**
     * By station the one of the other tracks at the very same place, -1 where there is none; no station of the other tracks comes
     * twice.
     */
    int[] matched(Tracks other) {
        int size = Integer.highestOneBit(Math.max(8, other.stations() * 4)) - 1;
        int[] slots = new int[size + 1];
        Arrays.fill(slots, -1);
        for (int s = 0; s < other.stations(); s++) {
            int slot = hash(other.x[s], other.y[s]) & size;
            while (slots[slot] >= 0) {
                slot = (slot + 1) & size;
            }
            slots[slot] = s;
        }
        int[] matched = new int[stations()];
        boolean[] taken = new boolean[other.stations()];
        for (int s = 0; s < matched.length; s++) {
            matched[s] = -1;
            for (int slot = hash(x[s], y[s]) & size; slots[slot] >= 0; slot = (slot + 1) & size) {
                int found = slots[slot];
                if (other.x[found] == x[s] && other.y[found] == y[s] && !taken[found]) {
                    taken[found] = true;
                    matched[s] = found;
                    break;
                }
            }
        }
        return matched;
    }

    private static int hash(double x, double y) {
        long bits = Double.doubleToLongBits(x) * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(y);
        bits *= 0xC2B2AE3D27D4EB4FL;
        return (int) (bits >>> 33);
    }

    /** From which cell a place is stepped on; -1 from none. */
    interface Boarding {
        int cell(double x, double y);
    }

    /** Collects stations and arcs. */
    public static final class Builder {
        private double[] x = new double[1024];
        private double[] y = new double[1024];
        private boolean[] boarding = new boolean[1024];
        private int stations;
        private int[] from = new int[1024];
        private int[] to = new int[1024];
        private double[] outS = new double[1024];
        private double[] backS = new double[1024];
        private int arcs;

        /**
         * @param canBoard whether one gets on and off here: not on a bridge, not in a tunnel
         * @return the station's number, counted from 0
         */
        public int station(double atX, double atY, boolean canBoard) {
            if (stations == x.length) {
                x = Arrays.copyOf(x, stations * 2);
                y = Arrays.copyOf(y, stations * 2);
                boarding = Arrays.copyOf(boarding, stations * 2);
            }
            x[stations] = atX;
            y[stations] = atY;
            boarding[stations] = canBoard;
            return stations++;
        }

        /**
         * @param secondsOut from {@code start} to {@code end}, infinite where that way is closed. @param secondsBack the other way
         * @throws IllegalArgumentException for seconds that are negative or not a number
         */
        public void arc(int start, int end, double secondsOut, double secondsBack) {
            if (!(secondsOut >= 0) || !(secondsBack >= 0)) {
                throw new IllegalArgumentException("arc of " + secondsOut + " s and " + secondsBack + " s");
            }
            if (arcs == from.length) {
                from = Arrays.copyOf(from, arcs * 2);
                to = Arrays.copyOf(to, arcs * 2);
                outS = Arrays.copyOf(outS, arcs * 2);
                backS = Arrays.copyOf(backS, arcs * 2);
            }
            from[arcs] = start;
            to[arcs] = end;
            outS[arcs] = secondsOut;
            backS[arcs++] = secondsBack;
        }

        /** @param boardSecondsPerMetre pace between a station and the centre of its cell, positive */
        public Tracks build(WalkingSurface ground, double boardSecondsPerMetre) {
            return new Tracks(this, ground::boardingCell, ground.frame(), boardSecondsPerMetre);
        }
    }
}
