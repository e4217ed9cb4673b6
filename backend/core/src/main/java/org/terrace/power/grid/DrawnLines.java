package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrace.network.SegmentIndex;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/**
 * The low-voltage lines and service drops of the layer as they are drawn, by row, with plan metres along each; parts of a line follow one
 * another without the gap. Other rows have no points. Where a pole stands at a crossing, both lines have a vertex.
 */
final class DrawnLines {
    private static final Geometry NONE = Geometries.FACTORY.createLineString();

    final FeatureTable table;
    /** What is noded: empty for rows that are not of low voltage, or cannot be used. */
    final Geometry[] lines;
    /** Levels of {@link Overhead}. */
    final double[] levels;
    /** Rows of low voltage that cannot be used. */
    final boolean[] bad;
    /** Crossings with a pole near. */
    final List<PolesAtCrossings.Near> polesNear;

    private final Coordinate[][] points;
    private final double[][] measures;
    private final Column.Codes kind;

    DrawnLines(Region region, double poleM) {
        this.table = region.table(LayerKind.POWER_LINE);
        this.kind = table.codesOf("kind");
        int n = table.size();
        this.lines = new Geometry[n];
        this.levels = new double[n];
        this.bad = new boolean[n];
        for (int row = 0; row < n; row++) {
            lines[row] = NONE;
            levels[row] = isDrop(row) ? Overhead.DROP : Overhead.LINE;
            if (isLowVoltage(row)) {
                Geometry drawn = table.geometry(row).orElse(NONE);
                bad[row] = !isUsable(drawn);
                lines[row] = bad[row] ? NONE : drawn;
            }
        }
        this.polesNear = new PolesAtCrossings(lines, region.table(LayerKind.POWER_FACILITY), poleM).putIn();
        this.points = new Coordinate[n][];
        this.measures = new double[n][];
        for (int row = 0; row < n; row++) {
            measure(row);
        }
    }

    boolean isDrop(int row) {
        return kind.is(row, "service_drop");
    }

    private boolean isLowVoltage(int row) {
        return isDrop(row) || kind.is(row, "low_voltage");
    }

    private static boolean isUsable(Geometry geometry) {
        if (!(geometry.getLength() > 0)) {
            return false;
        }
        return Arrays.stream(geometry.getCoordinates()).allMatch(c -> Double.isFinite(c.x) && Double.isFinite(c.y));
    }

    private void measure(int row) {
        List<Coordinate> at = new ArrayList<>();
        List<Double> along = new ArrayList<>();
        double metres = 0;
        for (int g = 0; g < lines[row].getNumGeometries(); g++) {
            if (!(lines[row].getGeometryN(g) instanceof LineString part) || part.getLength() == 0) {
                continue;
            }
            Coordinate[] all = part.getCoordinates();
            for (int i = 0; i < all.length; i++) {
                if (i > 0 && all[i].equals2D(all[i - 1])) {
                    continue;
                }
                if (i > 0) {
                    metres += Plan.metres(at.get(at.size() - 1), all[i]);
                }
                at.add(all[i]);
                along.add(metres);
            }
        }
        points[row] = at.toArray(Coordinate[]::new);
        measures[row] = along.stream().mapToDouble(Double::doubleValue).toArray();
    }

    int rows() {
        return points.length;
    }

    /** How many vertices a row has; 0 where it is no low-voltage line that can be used. */
    int vertices(int row) {
        return points[row].length;
    }

    Coordinate vertex(int row, int i) {
        return points[row][i];
    }

    /** Plan metres from the start of the line to a vertex; the first of a further part has those of the last before it. */
    double measure(int row, int i) {
        return measures[row][i];
    }

    double lengthM(int row) {
        return measures[row].length == 0 ? 0 : measures[row][measures[row].length - 1];
    }

    /** The place so many plan metres along; where a part ends and the next begins, of the part that begins. */
    Coordinate at(int row, double metres) {
        return between(row, lastUpTo(row, metres), metres);
    }

    private int lastUpTo(int row, double metres) {
        double[] of = measures[row];
        int low = 0;
        int high = of.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (of[middle] <= metres) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private Coordinate between(int row, int before, double metres) {
        Coordinate a = points[row][before];
        if (before + 1 == points[row].length || metres <= measures[row][before]) {
            return a;
        }
        Coordinate b = points[row][before + 1];
        double t = (metres - measures[row][before]) / (measures[row][before + 1] - measures[row][before]);
        return t >= 1 ? b : new Coordinate(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
    }

    /** The points from one place to another of the same part, at least two; backwards where the first lies farther along. */
    List<Coordinate> course(int row, double fromM, double toM) {
        double low = Math.min(fromM, toM);
        double high = Math.max(fromM, toM);
        List<Coordinate> course = new ArrayList<>();
        int i = lastUpTo(row, low);
        course.add(between(row, i, low));
        for (i++; i < points[row].length && measures[row][i] < high; i++) {
            course.add(points[row][i]);
        }
        course.add(i < points[row].length ? between(row, i - 1, high) : points[row][points[row].length - 1]);
        if (toM < fromM) {
            java.util.Collections.reverse(course);
        }
        return course;
    }

    /** All vertices as points; the owner is what {@link Vertices} numbers. */
    Vertices vertexIndex() {
        return new Vertices();
    }

    /** Vertices of all lines, to be found by their place. */
    final class Vertices {
        private final SegmentIndex index;
        private final int[] row;
        private final int[] vertex;

        private Vertices() {
            int all = Arrays.stream(points).mapToInt(p -> p.length).sum();
            row = new int[all];
            vertex = new int[all];
            SegmentIndex.Builder builder = new SegmentIndex.Builder();
            int k = 0;
            for (int r = 0; r < points.length; r++) {
                for (int v = 0; v < points[r].length; v++) {
                    row[k] = r;
                    vertex[k] = v;
                    builder.add(k++, points[r][v].x, points[r][v].y);
                }
            }
            index = builder.build();
        }

        /** Numbers of the vertices within a distance, ascending: by row, then along it. */
        int[] within(Coordinate at, double reachM) {
            return index.within(at.x, at.y, reachM);
        }

        int row(int k) {
            return row[k];
        }

        double measure(int k) {
            return measures[row[k]][vertex[k]];
        }

        Coordinate at(int k) {
            return points[row[k]][vertex[k]];
        }
    }
}
