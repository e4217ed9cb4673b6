package org.terrace.terrain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/**
 * Contour lines of a grid by marching squares (Lorensen and Cline 1987 in two dimensions) on the squares between cell centres.
 *
 * <p>A corner at exactly the level counts as above it. Where two opposite corners are above and two below, the bilinear surface's
 * height at its saddle decides which pair is joined (the asymptotic decider: Nielson and Hamann 1991, Proc. Visualization '91, 83-91).
 * Squares with a corner without data have no lines. The result depends on nothing but the heights: lines are ordered by level,
 * open ones first, then from the north west.
 */
public final class Contours {
    /** Sides of a square, in the order top, right, bottom, left; segments per corner case keep the high ground on the left. */
    private static final int TOP = 0;

    private static final int RIGHT = 1;
    private static final int BOTTOM = 2;
    private static final int LEFT = 3;

    private final ElevationGrid grid;
    private final int firstColumn;
    private final int firstRow;
    private final int columns;
    private final int rows;
    private final int[] next;
    private final boolean[] entered;

    private Contours(ElevationGrid grid, int firstColumn, int firstRow, int columns, int rows) {
        this.grid = grid;
        this.firstColumn = firstColumn;
        this.firstRow = firstRow;
        this.columns = columns;
        this.rows = rows;
        next = new int[2 * columns * rows];
        Arrays.fill(next, -1);
        entered = new boolean[next.length];
    }

    /**
     * All contours at multiples of an interval over the whole grid.
     *
     * @throws IllegalArgumentException if the interval is not positive
     */
    public static List<Contour> of(ElevationGrid grid, double intervalM) {
        return of(grid, intervalM, 0, 0, grid.frame().columns(), grid.frame().rows());
    }

    /** Contours of a window of the grid: the squares between the centres of its cells. */
    public static List<Contour> of(
            ElevationGrid grid, double intervalM, int firstColumn, int firstRow, int columns, int rows) {
        if (!(intervalM > 0)) {
            throw new IllegalArgumentException("contour interval must be positive, was " + intervalM);
        }
        GridFrame frame = grid.frame();
        if (firstColumn < 0
                || firstRow < 0
                || columns < 0
                || rows < 0
                || firstColumn + columns > frame.columns()
                || firstRow + rows > frame.rows()) {
            throw new IllegalArgumentException("window " + firstColumn + "," + firstRow + " + " + columns + " x " + rows
                    + " leaves the grid of " + frame.columns() + " x " + frame.rows());
        }
        Contours trace = new Contours(grid, firstColumn, firstRow, columns, rows);
        List<Contour> lines = new ArrayList<>();
        trace.segments(intervalM).forEach((level, segments) -> trace.join(level * intervalM, segments.ends(), lines));
        return lines;
    }

    /** Directed segments (from side, to side) of every level, squares in reading order. */
    private Map<Long, Segments> segments(double interval) {
        Map<Long, Segments> byLevel = new TreeMap<>();
        for (int r = 0; r + 1 < rows; r++) {
            for (int c = 0; c + 1 < columns; c++) {
                float nw = at(c, r);
                float ne = at(c + 1, r);
                float sw = at(c, r + 1);
                float se = at(c + 1, r + 1);
                if (Float.isNaN(nw + ne + sw + se)) {
                    continue;
                }
                float low = Math.min(Math.min(nw, ne), Math.min(sw, se));
                float high = Math.max(Math.max(nw, ne), Math.max(sw, se));
                long last = (long) Math.floor(high / interval);
                for (long k = (long) Math.floor(low / interval); k <= last; k++) {
                    double level = k * interval;
                    if (level > low && level <= high) {
                        square(c, r, level, nw, ne, sw, se, byLevel.computeIfAbsent(k, none -> new Segments()));
                    }
                }
            }
        }
        return byLevel;
    }

    private void square(int c, int r, double level, float nw, float ne, float sw, float se, Segments out) {
        int corners = (nw >= level ? 8 : 0) | (ne >= level ? 4 : 0) | (se >= level ? 2 : 0) | (sw >= level ? 1 : 0);
        switch (corners) {
            case 1 -> add(out, c, r, BOTTOM, LEFT);
            case 2 -> add(out, c, r, RIGHT, BOTTOM);
            case 3 -> add(out, c, r, RIGHT, LEFT);
            case 4 -> add(out, c, r, TOP, RIGHT);
            case 6 -> add(out, c, r, TOP, BOTTOM);
            case 7 -> add(out, c, r, TOP, LEFT);
            case 8 -> add(out, c, r, LEFT, TOP);
            case 9 -> add(out, c, r, BOTTOM, TOP);
            case 11 -> add(out, c, r, RIGHT, TOP);
            case 12 -> add(out, c, r, LEFT, RIGHT);
            case 13 -> add(out, c, r, BOTTOM, RIGHT);
            case 14 -> add(out, c, r, LEFT, BOTTOM);
            case 5, 10 -> {
                double saddle = ((double) nw * se - (double) ne * sw) / ((double) nw + se - ne - sw);
                boolean highJoined = saddle >= level;
                if (corners == 5) {
                    add(out, c, r, TOP, highJoined ? LEFT : RIGHT);
                    add(out, c, r, BOTTOM, highJoined ? RIGHT : LEFT);
                } else {
                    add(out, c, r, LEFT, highJoined ? BOTTOM : TOP);
                    add(out, c, r, RIGHT, highJoined ? TOP : BOTTOM);
                }
            }
            default -> throw new IllegalStateException("no line at " + level + " through case " + corners);
        }
    }

    private void add(Segments out, int c, int r, int from, int to) {
        out.add(side(c, r, from), side(c, r, to));
    }

    /** Number of a side: twice the cell in its north or west, plus one when it runs down. */
    private int side(int c, int r, int side) {
        int cell = r * columns + c;
        return switch (side) {
            case TOP -> 2 * cell;
            case BOTTOM -> 2 * (cell + columns);
            case LEFT -> 2 * cell + 1;
            default -> 2 * (cell + 1) + 1;
        };
    }

    /** Every side is left by one segment of a level at most and entered by one at most: following them gives the lines. */
    private void join(double level, int[] ends, List<Contour> lines) {
        for (int i = 0; i < ends.length; i += 2) {
            next[ends[i]] = ends[i + 1];
            entered[ends[i + 1]] = true;
        }
        for (int i = 0; i < ends.length; i += 2) {
            if (!entered[ends[i]]) {
                follow(level, ends[i], lines);
            }
        }
        for (int i = 0; i < ends.length; i += 2) {
            if (next[ends[i]] >= 0) {
                follow(level, ends[i], lines);
            }
        }
        for (int i = 1; i < ends.length; i += 2) {
            entered[ends[i]] = false;
        }
    }

    private void follow(double level, int start, List<Contour> lines) {
        double[] x = new double[64];
        double[] y = new double[64];
        int n = 0;
        int side = start;
        while (side >= 0) {
            if (n == x.length) {
                x = Arrays.copyOf(x, 2 * n);
                y = Arrays.copyOf(y, 2 * n);
            }
            int cell = side / 2;
            int c = cell % columns;
            int r = cell / columns;
            boolean down = (side & 1) == 1;
            double a = at(c, r);
            double b = down ? at(c, r + 1) : at(c + 1, r);
            double part = (level - a) / (b - a);
            GridFrame frame = grid.frame();
            double px = frame.centreX(firstColumn + c) + (down ? 0 : part * frame.cellSizeX());
            double py = frame.centreY(firstRow + r) - (down ? part * frame.cellSizeY() : 0);
            if (n == 0 || px != x[n - 1] || py != y[n - 1]) {
                x[n] = px;
                y[n++] = py;
            }
            int following = next[side];
            next[side] = -1;
            side = following;
        }
        if (n > 1) {
            lines.add(new Contour(level, Arrays.copyOf(x, n), Arrays.copyOf(y, n)));
        }
    }

    private float at(int c, int r) {
        return grid.metres()[(firstRow + r) * grid.frame().columns() + firstColumn + c];
    }

    /** A growing list of (from side, to side). */
    private static final class Segments {
        private int[] ends = new int[64];
        private int size;

        void add(int from, int to) {
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, 2 * size);
            }
            ends[size++] = from;
            ends[size++] = to;
        }

        int[] ends() {
            return Arrays.copyOf(ends, size);
        }
    }
}
