package org.terrace.engine.solve;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.terrace.engine.RefusedException;
import org.terrace.formats.Survey;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.issue.Issues;
import org.terrace.region.GridFrame;

/**
 * Points of a file as cells of a grid. Coordinates are taken in the grid's system; numbers that can only be degrees are taken as
 * longitude and latitude.
 *
 * @param cells row * columns + column, in the file's order
 * @param outside how many points lie outside the grid or have no position
 */
record Targets(int[] cells, int outside) {
    private static final Envelope DEGREES = new Envelope(-180, 180, -90, 90);

    /** @throws RefusedException when no point lies on the grid */
    static Targets read(Path file, Elevation ground) {
        Source source = Source.of(file, new Issues());
        Survey.Layer layer = source.survey().layers().get(0);
        GridFrame frame = ground.grid().frame();
        IntStream.Builder cells = IntStream.builder();
        int[] outside = {0};
        source.read(layer, raw -> {
            Optional<Coordinate> at = raw.geometry().map(g -> place(g.getCoordinate(), ground));
            int column = at.map(c -> frame.columnOf(c.x)).orElse(-1);
            int row = at.map(c -> frame.rowOf(c.y)).orElse(-1);
            if (column >= 0 && row >= 0 && column < frame.columns() && row < frame.rows()) {
                cells.add(row * frame.columns() + column);
            } else {
                outside[0]++;
            }
        });
        int[] found = cells.build().toArray();
        if (found.length == 0) {
            throw new RefusedException(file + ": none of " + outside[0] + " points lies on the elevation, which covers "
                    + frame.envelope() + ". Maybe another coordinate system is meant");
        }
        return new Targets(found, outside[0]);
    }

    private static Coordinate place(Coordinate c, Elevation ground) {
        Optional<Crs> crs = ground.crs();
        if (DEGREES.contains(c)
                && crs.isPresent()
                && !ground.grid().frame().envelope().contains(c)) {
            double[] xy = CoordinateTransform.between(Crs.WGS84, crs.get()).point(c.x, c.y);
            return new Coordinate(xy[0], xy[1]);
        }
        return c;
    }
}
