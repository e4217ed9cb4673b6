package org.terrace.terrain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/**
 * The ground as a person walks over it: what every step from cell centre to cell centre costs in seconds, and the least time from
 * or to any set of cells (an anisotropic least-cost surface).
 *
 * <p>A step from cell u to cell v takes {@code model(run, rise) * (w(u) + w(v)) / 2 + run * (p(u) + p(v)) / 2}, run and rise between
 * the two centres. w is the ground's weight on the walking time (1 on open ground, 1/0.6 off the path, 0 where one rides), p its own
 * pace in seconds per metre whatever the slope (friction times lambda of {@code r.walk}, or 1/speed where one rides). A knight's move
 * takes the mean over the four cells that it touches, as {@code r.walk} does. A step is closed when either end has no height, where
 * a barrier crosses it, and where w or p is NaN. Where the ground is of several kinds ({@link Ground}), it says itself what the first
 * term is before the weight.
 *
 * <p>Deterministic: the least time over all paths, each path added up from its start, does not depend on the order of work.
 *
 * @see "Dijkstra (1959); GRASS GIS 8 manual, r.walk"
 */
public final class WalkingSurface {
    /** Cells of rim without height on each side, so that no step leaves the arrays. */
    private static final int RIM = 2;

    private static final float[] NONE = {};

    /** Stands for ground that is walked over everywhere by the one model. */
    private static final Ground OF_ONE_KIND = new LandCover(new short[0], List.of());

    private static final double LONGEST_TRACED_S = 1e9;

    private final GridFrame frame;
    private final WalkingModel model;
    private final Ground ground;
    private final Directions directions;
    private final int stride;
    private final int[] offsets;
    private final int[] opposites;
    private final double[] runs;
    private final double[] least;
    private final float[] heights;
    private final float[] weights;
    private final float[] paces;
    private final char[] closed;
    private final double bucketSeconds;
    private final Shores shores;

    private WalkingSurface(Builder b) {
        this.frame = b.grid.frame();
        this.model = b.model;
        this.ground = b.ground;
        this.directions = b.directions;
        this.stride = frame.columns() + 2 * RIM;
        int n = directions.count();
        this.offsets = new int[n];
        this.runs = new double[n];
        this.least = new double[n];
        this.opposites = new int[n];
        for (int k = 0; k < n; k++) {
            opposites[k] = directions.opposite(k);
            offsets[k] = directions.rows(k) * stride + directions.columns(k);
            runs[k] = directions.run(frame, k);
        }
        this.heights = padded(b.grid.metres());
        this.weights = b.weights.length == 0 ? NONE : padded(b.weights);
        this.paces = b.paces.length == 0 ? NONE : padded(b.paces);
        this.closed = b.barriers.isEmpty() ? new char[0] : b.barriers.closed(frame, directions, stride, RIM);
        this.shores = b.barriers.shores(frame);
        double perMetre = leastSecondsPerMetre();
        double shortest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            // A hair less than the least: rounding must not make a step look dearer than it can be.
            least[k] = runs[k] * perMetre * (1 - 1e-9);
            shortest = Math.min(shortest, least[k]);
        }
        this.bucketSeconds = shortest;
    }

    /** Ground that is open everywhere that has a height. */
    public static Builder over(ElevationGrid grid, WalkingModel model, Directions directions) {
        return new Builder(grid, model, directions);
    }

    /** @throws IllegalArgumentException where a metre of ground would cost nothing: ways over it could not be told apart */
    private double leastSecondsPerMetre() {
        double walking = ground == OF_ONE_KIND ? model.leastSecondsPerMetre() : ground.leastSecondsPerMetre();
        if (weights.length == 0 && paces.length == 0) {
            return walking;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < heights.length; i++) {
            double weight = weights.length == 0 ? 1 : weights[i];
            double pace = paces.length == 0 ? 0 : paces[i];
            double perMetre = weight * walking + pace;
            if (perMetre == 0) {
                throw new IllegalArgumentException("a cell has neither a walking weight nor a pace of its own");
            }
            if (perMetre < least) {
                least = perMetre;
            }
        }
        return Double.isInfinite(least) ? walking : least;
    }

    private float[] padded(float[] values) {
        float[] out = new float[stride * (frame.rows() + 2 * RIM)];
        Arrays.fill(out, Float.NaN);
        for (int row = 0; row < frame.rows(); row++) {
            System.arraycopy(values, row * frame.columns(), out, (row + RIM) * stride + RIM, frame.columns());
        }
        return out;
    }

    public GridFrame frame() {
        return frame;
    }

    /**
     * Least seconds from the nearest of the given cells to every cell, or from every cell to the nearest of them.
     *
     * @param cells row * columns + column, each with a height; may repeat
     * @param seconds what is on the clock at each of them already, not negative
     * @param towards true: from every cell towards the given ones; false: away from them
     * @param limitSeconds cells beyond are left out; infinite for none
     * @param stop asked now and then; throws to stop
     * @return seconds by cell, row by row from the north west; NaN where the ground has no height or no way leads
     * @throws IllegalArgumentException for a cell outside the grid, or seconds that are negative or not a number
     */
    public double[] seconds(int[] cells, double[] seconds, boolean towards, double limitSeconds, Runnable stop) {
        return seconds(cells, seconds, towards, limitSeconds, Bands.usual(this), stop);
    }

    double[] seconds(int[] cells, double[] seconds, boolean towards, double limitSeconds, int bands, Runnable stop) {
        double[] time = new double[heights.length];
        Arrays.fill(time, Double.POSITIVE_INFINITY);
        for (int i = 0; i < cells.length; i++) {
            start(cells[i], seconds[i], time);
        }
        int[] from = IntStream.of(cells)
                .map(this::padded)
                .filter(at -> time[at] <= limitSeconds && time[at] < Double.POSITIVE_INFINITY)
                .toArray();
        Bands.spread(this, time, from, towards, limitSeconds, bands, stop);
        return unpadded(time, limitSeconds);
    }

    private void start(int cell, double seconds, double[] time) {
        if (cell < 0 || cell >= frame.cells() || !(seconds >= 0)) {
            throw new IllegalArgumentException(
                    "start at cell " + cell + " of " + frame.cells() + " with " + seconds + " s");
        }
        int at = padded(cell);
        // A cell without height is no ground: nobody starts there.
        if (!Float.isNaN(heights[at]) && seconds < time[at]) {
            time[at] = seconds;
        }
    }

    /** The cell from whose centre one steps straight to a place without crossing a barrier: its own, else the nearest beside it; -1 for none. */
    public int boardingCell(double x, double y) {
        int column = frame.columnOf(x);
        int row = frame.rowOf(y);
        if (column < 0 || row < 0 || column >= frame.columns() || row >= frame.rows()) {
            return -1;
        }
        if (closed.length == 0 || shores.isClear(column, row, x, y)) {
            return row * frame.columns() + column;
        }
        int best = -1;
        double nearest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < 8; k++) {
            int c = column + directions.columns(k);
            int r = row + directions.rows(k);
            double dx = frame.centreX(c) - x;
            double dy = frame.centreY(r) - y;
            if (c >= 0
                    && r >= 0
                    && c < frame.columns()
                    && r < frame.rows()
                    && dx * dx + dy * dy < nearest
                    && shores.isClear(c, r, x, y)) {
                nearest = dx * dx + dy * dy;
                best = r * frame.columns() + c;
            }
        }
        return best;
    }

    /** Places in an array of times: padded cells, then stations. */
    int places(Tracks tracks) {
        return heights.length + tracks.stations();
    }

    /** Where stations start in an array of times. */
    int firstStation() {
        return heights.length;
    }

    double bucketSeconds() {
        return bucketSeconds;
    }

    /** Padded cells in a padded row. */
    int stride() {
        return stride;
    }

    int paddedRows() {
        return frame.rows() + 2 * RIM;
    }

    /** The directions in which a barrier closes the padded cell, a bit for each. */
    int closed(int at) {
        return closed.length == 0 ? 0 : closed[at];
    }

    /** Seconds that no step in direction k undercuts. */
    double leastStep(int k) {
        return least[k];
    }

    /** Seconds that spreading from a padded cell adds until its neighbour in direction k, barriers aside; NaN where the step is closed. */
    double openStep(int k, int at, int next, boolean towards) {
        return step(k, at, next, towards ? (double) heights[at] - heights[next] : (double) heights[next] - heights[at]);
    }

    /** Whether the cell has a height. */
    boolean isGround(int cell) {
        return !Float.isNaN(heights[padded(cell)]);
    }

    int directions() {
        return offsets.length;
    }

    /** The padded cell one step away. */
    int neighbour(int at, int k) {
        return at + offsets[k];
    }

    /** Whether a padded cell is ground within the grid. */
    boolean isGroundAt(int at) {
        return !Float.isNaN(heights[at]);
    }

    /**
     * Seconds that spreading from the neighbour in direction k adds until this cell; NaN where the step is closed. Its bits are those of
     * {@link Wave}.
     */
    double stepFrom(int at, int k, boolean towards) {
        return stepTo(at + offsets[k], opposites[k], towards);
    }

    /** Seconds that spreading from this cell adds until the neighbour in direction k; NaN where the step is closed. */
    double stepTo(int at, int k, boolean towards) {
        return (closed(at) >>> k & 1) != 0 ? Double.NaN : openStep(k, at, at + offsets[k], towards);
    }

    private double step(int k, int cell, int next, double rise) {
        double walk = ground == OF_ONE_KIND ? model.seconds(runs[k], rise) : crossing(k, cell, rise);
        if (weights.length == 0 && paces.length == 0) {
            return walk;
        }
        double weight = weights.length == 0 ? 1 : mean(weights, k, cell, next);
        double pace = paces.length == 0 ? 0 : mean(paces, k, cell, next);
        // Where nobody walks, a cliff of endless walking time does not matter; ground without height stays closed.
        double walked = weight == 0 && !Double.isNaN(walk) ? 0 : walk * weight;
        return walked + runs[k] * pace;
    }

    private double crossing(int k, int cell, double rise) {
        if (Double.isNaN(rise)) {
            return Double.NaN;
        }
        int row = cell / stride;
        int from = (row - RIM) * frame.columns() + cell - row * stride - RIM;
        int columns = directions.columns(k);
        int rows = directions.rows(k);
        int to = from + rows * frame.columns() + columns;
        if (k < 8) {
            return ground.seconds(runs[k], rise, from, to);
        }
        int straight = from + (Math.abs(columns) == 2 ? columns / 2 : rows / 2 * frame.columns());
        int diagonal = from + Integer.signum(rows) * frame.columns() + Integer.signum(columns);
        return ground.seconds(runs[k], rise, from, to, straight, diagonal);
    }

    private double mean(float[] values, int k, int cell, int next) {
        if (k < 8) {
            return ((double) values[cell] + values[next]) / 2;
        }
        int columns = directions.columns(k);
        int rows = directions.rows(k);
        int straight = Math.abs(columns) == 2 ? columns / 2 : rows / 2 * stride;
        int diagonal = Integer.signum(rows) * stride + Integer.signum(columns);
        return ((double) values[cell] + values[next] + values[cell + straight] + values[cell + diagonal]) / 4;
    }

    int unpadded(int at) {
        return (at / stride - RIM) * frame.columns() + at % stride - RIM;
    }

    int padded(int cell) {
        return (cell / frame.columns() + RIM) * stride + cell % frame.columns() + RIM;
    }

    private double[] unpadded(double[] time, double limit) {
        double[] out = new double[frame.cells()];
        for (int row = 0; row < frame.rows(); row++) {
            System.arraycopy(time, (row + RIM) * stride + RIM, out, row * frame.columns(), frame.columns());
        }
        for (int i = 0; i < out.length; i++) {
            if (!(out[i] <= limit) || Double.isInfinite(out[i])) {
                out[i] = Double.NaN;
            }
        }
        return out;
    }

    /**
     * The way that {@link #seconds} found: from the cell, step by step, to the start whose time it carries (or from that start, read
     * backwards, when the times are away from it).
     *
     * @param seconds what {@link #seconds} returned for these arguments
     * @return cells from the given one to a start; empty where no way leads, or none that ends within 30 years (over a cliff), where
     *     rounding hides the steps
     */
    public int[] path(double[] seconds, int cell, boolean towards) {
        if (!(seconds[cell] <= LONGEST_TRACED_S)) {
            return new int[0];
        }
        int[] path = new int[64];
        int length = 0;
        for (int at = cell; at >= 0; at = before(seconds, at, towards)) {
            if (length == path.length) {
                path = Arrays.copyOf(path, length * 2);
            }
            path[length++] = at;
        }
        return Arrays.copyOf(path, length);
    }

    /** The cell from which this one got its time, -1 at a start. Of several the first by direction. */
    private int before(double[] seconds, int cell, boolean towards) {
        int at = padded(cell);
        for (int k = 0; k < offsets.length; k++) {
            int column = cell % frame.columns() + directions.columns(k);
            int row = cell / frame.columns() + directions.rows(k);
            if (column < 0 || row < 0 || column >= frame.columns() || row >= frame.rows()) {
                continue;
            }
            int other = row * frame.columns() + column;
            if (seconds[other] < seconds[cell] && seconds[other] + stepFrom(at, k, towards) == seconds[cell]) {
                return other;
            }
        }
        return -1;
    }

    /** What lies on the ground. */
    public static final class Builder {
        private final ElevationGrid grid;
        private final WalkingModel model;
        private final Directions directions;
        private float[] weights = NONE;
        private float[] paces = NONE;
        private Barriers barriers = Barriers.NONE;
        private Ground ground = OF_ONE_KIND;

        private Builder(ElevationGrid grid, WalkingModel model, Directions directions) {
            this.grid = grid;
            this.model = model;
            this.directions = directions;
        }

        /** Weight on the walking time by cell, not negative; NaN closes the cell. */
        public Builder weights(float[] byCell) {
            this.weights = checked(byCell, "weights");
            return this;
        }

        /** Seconds per metre by cell on top of the weighted walking time, not negative; NaN closes the cell. */
        public Builder paces(float[] byCell) {
            this.paces = checked(byCell, "paces");
            return this;
        }

        /** Kinds of ground in place of the one model. */
        public Builder ground(Ground ofKinds) {
            this.ground = ofKinds;
            return this;
        }

        public Builder barriers(Barriers across) {
            this.barriers = across;
            return this;
        }

        private float[] checked(float[] byCell, String what) {
            if (byCell.length != grid.frame().cells()) {
                throw new IllegalArgumentException(
                        byCell.length + " " + what + " for " + grid.frame().cells() + " cells");
            }
            for (int i = 0; i < byCell.length; i++) {
                if (byCell[i] < 0) {
                    throw new IllegalArgumentException(what + " of cell " + i + " is negative: " + byCell[i]);
                }
            }
            return byCell;
        }

        public WalkingSurface build() {
            return new WalkingSurface(this);
        }
    }
}
