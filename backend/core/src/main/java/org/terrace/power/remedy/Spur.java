package org.terrace.power.remedy;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The way of a new 10 kV line over the terrain, from a line that is there.
 *
 * @param course from the line to the transformer. @param lengthM along the slope. @param steepM of it on steep ground
 */
record Spur(List<Coordinate> course, double lengthM, double steepM) {
    static final Spur NONE = new Spur(List.of(), 0, 0);

    Spur {
        course = List.copyOf(course);
    }
}
