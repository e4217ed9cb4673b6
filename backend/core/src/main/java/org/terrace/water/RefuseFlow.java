package org.terrace.water;

import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.LimitCheck;
import org.terrace.terrain.Drainage;

/**
 * Whether the water of one place flows to another, as far as an elevation model can say.
 *
 * <p>It does for sure when its flow line, after a step at least, passes the other within the limit by a cell or more, the first place
 * lies above the other whatever the error of the heights, and where the line passes the other it is no deeper than that error. It may
 * where the line passes within the limit and a cell more, or begins there, and the heights allow it: a place on the other side of a ridge,
 * or a little below, of which two cells cannot tell.
 *
 * @param besideM a flow line this near reaches the place
 * @param heightErrorM of a difference of two heights
 * @param flowM no way of water is followed farther
 */
record RefuseFlow(Drainage drainage, double besideM, double heightErrorM, double flowM) {

    /** @param flowM metres along the flow line to where it is nearest; NaN where it does not reach the place */
    record Reach(Contamination contamination, double flowM) {
        static final Reach NONE = new Reach(Contamination.CLEAR, Double.NaN);
    }

    /** Unknown where the elevation model does not cover both places. */
    Reach between(Coordinate from, Coordinate to) {
        int start = drainage.cellAt(from.x, from.y);
        int end = drainage.cellAt(to.x, to.y);
        if (start < 0 || end < 0) {
            return new Reach(Contamination.UNKNOWN, Double.NaN);
        }
        double cellM = Math.max(drainage.frame().cellSizeX(), drainage.frame().cellSizeY());
        double endM = drainage.grid().nearest(to.x, to.y);
        LimitCheck above = LimitCheck.atLeast(drainage.grid().nearest(from.x, from.y) - endM, heightErrorM, 0);
        if (above == LimitCheck.UNKNOWN) {
            return new Reach(Contamination.UNKNOWN, Double.NaN);
        }
        if (!above.canBeKept()) {
            return Reach.NONE;
        }
        double nearest = Double.POSITIVE_INFINITY;
        double flowed = 0;
        double flowedThere = 0;
        double heightThere = Double.NaN;
        for (int at = start; at >= 0 && flowed <= flowM; at = drainage.downstream(at)) {
            double distance = distance(at, to);
            if (distance < nearest) {
                nearest = distance;
                flowedThere = flowed;
                heightThere = drainage.grid().metres()[at];
            }
            flowed += drainage.stepM(at);
        }
        LimitCheck near = LimitCheck.atMost(nearest, cellM, besideM);
        LimitCheck deep = LimitCheck.atLeast(heightThere - endM, heightErrorM, 0);
        if (!near.canBeKept() || !deep.canBeKept()) {
            return Reach.NONE;
        }
        boolean sure = near == LimitCheck.KEPT && above == LimitCheck.KEPT && flowedThere > 0;
        return new Reach(sure ? Contamination.DOWNSTREAM : Contamination.MAY_BE, flowedThere);
    }

    /** From a place to a cell's step down. */
    private double distance(int cell, Coordinate place) {
        int next = drainage.downstream(cell);
        Coordinate here = new Coordinate(drainage.x(cell), drainage.y(cell));
        return next < 0
                ? here.distance(place)
                : Distance.pointToSegment(place, here, new Coordinate(drainage.x(next), drainage.y(next)));
    }
}
