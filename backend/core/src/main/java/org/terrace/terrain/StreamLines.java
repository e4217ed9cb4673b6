package org.terrace.terrain;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.terrace.region.Geometries;

/**
 * The cells of a {@link Drainage} that gather a given area, as lines: from where a stream begins, or two meet, to where it meets another or
 * leaves the grid, in the direction of flow, through cell centres. A line's place is known to a cell.
 *
 * @param lines by their first cells, from the north west
 */
public record StreamLines(double thresholdM2, List<LineString> lines) {

    public StreamLines {
        lines = List.copyOf(lines);
    }

    /** @param thresholdM2 catchment at which a stream begins, positive */
    public static StreamLines of(Drainage drainage, double thresholdM2) {
        if (!(thresholdM2 > 0)) {
            throw new IllegalArgumentException("a stream begins at a catchment of " + thresholdM2 + " m2");
        }
        int cells = drainage.frame().cells();
        byte[] tributaries = new byte[cells];
        for (int cell = 0; cell < cells; cell++) {
            if (drainage.downstream(cell) >= 0 && drainage.isStream(cell, thresholdM2)) {
                tributaries[drainage.downstream(cell)]++;
            }
        }
        List<LineString> lines = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            if (drainage.isStream(cell, thresholdM2) && tributaries[cell] != 1 && drainage.downstream(cell) >= 0) {
                lines.add(down(drainage, cell, tributaries));
            }
        }
        return new StreamLines(thresholdM2, lines);
    }

    private static LineString down(Drainage drainage, int head, byte[] tributaries) {
        List<Coordinate> points = new ArrayList<>();
        points.add(new Coordinate(drainage.x(head), drainage.y(head)));
        int at = drainage.downstream(head);
        while (true) {
            points.add(new Coordinate(drainage.x(at), drainage.y(at)));
            if (tributaries[at] != 1 || drainage.downstream(at) < 0) {
                return Geometries.FACTORY.createLineString(points.toArray(Coordinate[]::new));
            }
            at = drainage.downstream(at);
        }
    }
}
