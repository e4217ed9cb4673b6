package org.terrace.terrain;

import java.util.Arrays;
import org.terrace.region.GridFrame;

/**
 * Least seconds on foot from the cells around a place to it and back again, over the ground alone: the way there and the way back are
 * each the quickest, and may differ. For many places with a short reach, where a field over the whole county for each would be too much.
 *
 * <p>Keeps working memory: one instance for each thread.
 *
 * @see "Dijkstra (1959); Dial (1969)"
 */
public final class RoundTrips {

    /** What is told of each cell. */
    public interface Visitor {
        /** @param toSeconds from the cell to the place. @param backSeconds from the place to the cell */
        void cell(int cell, double toSeconds, double backSeconds);
    }

    private final WalkingSurface surface;
    private final GridFrame frame;
    private final double limit;
    /** No cell further away is crossed in less, for each row or column. */
    private final double quickest;

    private final int half;
    private final int side;
    private final double[] to;
    private final double[] back;

    /** @param limitSeconds of a way there and back together */
    public RoundTrips(WalkingSurface surface, double limitSeconds) {
        this.surface = surface;
        this.frame = surface.frame();
        this.limit = limitSeconds;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < surface.directions(); k++) {
            int cellsFar = Math.max(Math.abs(surface.columns(k)), Math.abs(surface.rows(k)));
            least = Math.min(least, surface.leastStep(k) / cellsFar);
        }
        this.quickest = least;
        double cells = Math.ceil(limitSeconds / 2 / quickest) + Wave.REACH;
        this.half = (int) Math.min(cells, Math.max(frame.columns(), frame.rows()) + Wave.REACH);
        this.side = 2 * half + 1;
        this.to = new double[side * side];
        this.back = new double[side * side];
    }

    /**
     * Tells every cell from which a way to the given cell and back takes no more than the limit, row by row from the north west.
     *
     * @param cell of the place, within the grid
     * @param stop asked now and then; throws to stop
     */
    public void around(int cell, Visitor visitor, Runnable stop) {
        int column = cell % frame.columns();
        int row = cell / frame.columns();
        if (!surface.isGround(cell)) {
            return;
        }
        spread(to, column, row, true, stop);
        spread(back, column, row, false, stop);
        for (int r = Math.max(0, row - half); r <= Math.min(frame.rows() - 1, row + half); r++) {
            for (int c = Math.max(0, column - half); c <= Math.min(frame.columns() - 1, column + half); c++) {
                int at = (r - row + half) * side + c - column + half;
                if (to[at] + back[at] <= limit) {
                    visitor.cell(r * frame.columns() + c, to[at], back[at]);
                }
            }
        }
    }

    private void spread(double[] time, int column, int row, boolean towards, Runnable stop) {
        Arrays.fill(time, Double.POSITIVE_INFINITY);
        TimeBuckets waiting = new TimeBuckets(surface.bucketSeconds());
        int start = half * side + half;
        time[start] = 0;
        waiting.add(start, 0);
        int taken = 0;
        for (int at = waiting.take(); at >= 0; at = waiting.take()) {
            if ((++taken & 0xffff) == 0) {
                stop.run();
            }
            int here = surface.padded(column + at % side - half, row + at / side - half);
            double now = time[at];
            for (int k = 0; k < surface.directions(); k++) {
                int c = at % side + surface.columns(k);
                int r = at / side + surface.rows(k);
                if (c < 0 || r < 0 || c >= side || r >= side || time[r * side + c] <= now + surface.leastStep(k)) {
                    continue;
                }
                double then = now + surface.stepTo(here, k, towards);
                double atLeastBack = Math.max(Math.abs(c - half), Math.abs(r - half)) * quickest;
                // False for NaN: a closed step.
                if (then < time[r * side + c] && then + atLeastBack <= limit) {
                    time[r * side + c] = then;
                    waiting.add(r * side + c, then);
                }
            }
        }
    }
}
