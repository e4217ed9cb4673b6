package org.terrace.terrain;

import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrace.region.GridFrame;

/**
 * Lines that nobody crosses on foot (rivers), and the lines that lead over them (bridges, roads). A barrier closes exactly the steps
 * whose straight line it meets, so that no cell is lost and no step leaps over it; a crossing opens again the steps between cells
 * that it touches itself.
 */
public final class Barriers {
    /** Nothing in the way. */
    public static final Barriers NONE = new Barriers(List.of(), List.of());

    private final List<Geometry> lines;
    private final List<Geometry> crossings;

    /** @param lines and crossings in the grid's system; parts that are no lines are passed over */
    public Barriers(List<? extends Geometry> lines, List<? extends Geometry> crossings) {
        this.lines = List.copyOf(lines);
        this.crossings = List.copyOf(crossings);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The lines by cell. A place on a line itself is cut off from both sides. */
    Shores shores(GridFrame frame) {
        Shores shores = new Shores(frame);
        lines.forEach(line -> eachSegment(line, shores::add));
        return shores;
    }

    /** One bit per step that is closed, by padded cell. */
    char[] closed(GridFrame frame, Directions directions, int stride, int rim) {
        char[] closed = new char[stride * (frame.rows() + 2 * rim)];
        Cutter cutter = new Cutter(frame, directions, stride, rim, closed);
        lines.forEach(line -> eachSegment(line, cutter::cut));
        BitSet touched = new BitSet(closed.length);
        for (Geometry crossing : crossings) {
            touched.clear();
            eachSegment(crossing, (a, b) -> cutter.touch(a, b, touched));
            cutter.open(touched);
        }
        return closed;
    }

    private interface SegmentVisitor {
        void visit(Coordinate a, Coordinate b);
    }

    private static void eachSegment(Geometry geometry, SegmentVisitor visitor) {
        for (int g = 0; g < geometry.getNumGeometries(); g++) {
            if (geometry.getGeometryN(g) instanceof LineString line) {
                Coordinate[] points = line.getCoordinates();
                for (int i = 1; i < points.length; i++) {
                    visitor.visit(points[i - 1], points[i]);
                }
            }
        }
    }

    /** Marks steps on one grid. */
    private static final class Cutter {
        /** A long segment is gone along in stretches of so many cells, to look at the cells near it only. */
        private static final double STRETCH_CELLS = 4;

        private final GridFrame frame;
        private final Directions directions;
        private final int stride;
        private final int rim;
        private final char[] closed;
        private final RobustLineIntersector intersector = new RobustLineIntersector();

        Cutter(GridFrame frame, Directions directions, int stride, int rim, char[] closed) {
            this.frame = frame;
            this.directions = directions;
            this.stride = stride;
            this.rim = rim;
            this.closed = closed;
        }

        void cut(Coordinate a, Coordinate b) {
            near(a, b, 2, (column, row) -> {
                Coordinate from = new Coordinate(frame.centreX(column), frame.centreY(row));
                int at = at(column, row);
                for (int k = 0; k < directions.count(); k++) {
                    Coordinate to = new Coordinate(
                            frame.centreX(column + directions.columns(k)), frame.centreY(row + directions.rows(k)));
                    intersector.computeIntersection(from, to, a, b);
                    if (intersector.hasIntersection()) {
                        closed[at] |= (char) (1 << k);
                    }
                }
            });
        }

        /** The cells whose square the segment meets. */
        void touch(Coordinate a, Coordinate b, BitSet touched) {
            near(a, b, 0, (column, row) -> {
                double west = frame.originX() + column * frame.cellSizeX();
                double north = frame.originY() - row * frame.cellSizeY();
                double east = west + frame.cellSizeX();
                double south = north - frame.cellSizeY();
                if (inside(a, west, east, south, north)
                        || meets(a, b, west, south, east, north)
                        || meets(a, b, west, north, east, south)) {
                    touched.set(at(column, row));
                }
            });
        }

        private static boolean inside(Coordinate c, double west, double east, double south, double north) {
            return c.x >= west && c.x <= east && c.y >= south && c.y <= north;
        }

        private boolean meets(Coordinate a, Coordinate b, double x1, double y1, double x2, double y2) {
            intersector.computeIntersection(a, b, new Coordinate(x1, y1), new Coordinate(x2, y2));
            return intersector.hasIntersection();
        }

        void open(BitSet touched) {
            for (int at = touched.nextSetBit(0); at >= 0; at = touched.nextSetBit(at + 1)) {
                for (int k = 0; k < directions.count(); k++) {
                    if (touched.get(at + directions.rows(k) * stride + directions.columns(k))) {
                        closed[at] &= (char) ~(1 << k);
                    }
                }
            }
        }

        private int at(int column, int row) {
            return (row + rim) * stride + column + rim;
        }

        private interface CellVisitor {
            void visit(int column, int row);
        }

        /** Visits every cell within some cells of the segment, some of them more than once. */
        private void near(Coordinate a, Coordinate b, int margin, CellVisitor visitor) {
            double columns = Math.abs(b.x - a.x) / frame.cellSizeX();
            double rows = Math.abs(b.y - a.y) / frame.cellSizeY();
            int stretches = (int) Math.max(1, Math.ceil(Math.max(columns, rows) / STRETCH_CELLS));
            for (int s = 0; s < stretches; s++) {
                double x1 = a.x + (b.x - a.x) * s / stretches;
                double y1 = a.y + (b.y - a.y) * s / stretches;
                double x2 = a.x + (b.x - a.x) * (s + 1) / stretches;
                double y2 = a.y + (b.y - a.y) * (s + 1) / stretches;
                int firstColumn = clamp(frame.columnOf(Math.min(x1, x2)) - margin, frame.columns());
                int lastColumn = clamp(frame.columnOf(Math.max(x1, x2)) + margin, frame.columns());
                int firstRow = clamp(frame.rowOf(Math.max(y1, y2)) - margin, frame.rows());
                int lastRow = clamp(frame.rowOf(Math.min(y1, y2)) + margin, frame.rows());
                for (int row = firstRow; row <= lastRow; row++) {
                    for (int column = firstColumn; column <= lastColumn; column++) {
                        visitor.visit(column, row);
                    }
                }
            }
        }

        private static int clamp(int value, int count) {
            return Math.max(0, Math.min(count - 1, value));
        }
    }
}
