package org.terrace.power.grid;

import org.locationtech.jts.geom.Coordinate;

/** Distances in plan, to the last digit as the noding measures them. */
final class Plan {
    private Plan() {}

    static double metres(Coordinate a, Coordinate b) {
        double dx = a.x - b.x;
        double dy = a.y - b.y;
        return Math.sqrt(dx * dx + dy * dy);
    }
}
