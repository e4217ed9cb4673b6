package org.terrace.engine.solve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.terrace.engine.RefusedException;
import org.terrace.formats.Survey;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.region.GridFrame;

/**
 * Points of a file as cells of a grid. Coordinates are taken in the grid's system; numbers that can only be degrees are taken as
 * longitude and latitude.
 *
 * @param cells row * columns + column, in the file's order
 * @param outside how many points lie outside the grid
 * @param unusable how many rows have no position, or one that is none
 * @param unused why points are in no cell, with their lines
 */
record Targets(int[] cells, int outside, int unusable, List<Issue> unused) {
    private static final Envelope DEGREES = new Envelope(-180, 180, -90, 90);

    /** @throws RefusedException when no point lies on the grid */
    static Targets read(Path file, Elevation ground) {
        Source source = Source.of(file, new Issues());
        Survey.Layer layer = source.survey().layers().get(0);
        GridFrame frame = ground.grid().frame();
        IntStream.Builder cells = IntStream.builder();
        List<Issue> unused = new ArrayList<>();
        int[] count = {0, 0};
        source.read(
                layer,
                raw -> {
                    Optional<Coordinate> at = raw.geometry().map(g -> place(g.getCoordinate(), ground));
                    int column = at.map(c -> frame.columnOf(c.x)).orElse(-1);
                    int row = at.map(c -> frame.rowOf(c.y)).orElse(-1);
                    if (at.isEmpty()) {
                        count[1]++;
                    } else if (column >= 0 && row >= 0 && column < frame.columns() && row < frame.rows()) {
                        cells.add(row * frame.columns() + column);
                    } else {
                        count[0]++;
                        unused.add(Issue.warning("outside_elevation", raw.place()));
                    }
                },
                unused::add);
        int[] found = cells.build().toArray();
        if (found.length == 0) {
            throw RefusedException.of(
                    "no_target", "file", file, "rows", count[0] + count[1], "extent", frame.envelope());
        }
        return new Targets(found, count[0], count[1], List.copyOf(unused));
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
