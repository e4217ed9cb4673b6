package org.terrace.network;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * Finds the nearest straight edge of a set of lines, planar, in the metric CRS of its coordinates.
 *
 * <p>A uniform grid of square cells (about two edges in each) holds the edges that cross it; above it stands a quadtree of
 * 'something is here' bits. A search goes down the quadtree, nearest child first, and leaves what cannot be nearer than the best
 * edge so far; empty mountainsides cost a few steps. Build O(edges), query about O(log cells), memory about 60 bytes an edge.
 *
 * <p>Exact: the result is the minimum over all edges of the distance to the closed segment; of several at the same distance the
 * one added first is taken, so the answer does not depend on the search order. Immutable, safe for several threads.
 */
public final class SegmentIndex {
    /** The largest side of the grid: 2^12 cells. */
    private static final int MAX_LEVEL = 12;

    /** Up to so many cells are looked through one by one instead of going down the quadtree. */
    private static final int CELLS_TO_SCAN = 64;

    private final double[] x1;
    private final double[] y1;
    private final double[] x2;
    private final double[] y2;
    private final int[] owner;
    private final double originX;
    private final double originY;
    private final double cell;
    private final int level;
    /** Per level (0 = the root) one bit a node, Morton-free row-major order. */
    private final long[][] occupied;

    private final int[] cellStart;
    private final int[] cellEdges;

    private SegmentIndex(Builder b) {
        this.x1 = Arrays.copyOf(b.x1, b.size);
        this.y1 = Arrays.copyOf(b.y1, b.size);
        this.x2 = Arrays.copyOf(b.x2, b.size);
        this.y2 = Arrays.copyOf(b.y2, b.size);
        this.owner = Arrays.copyOf(b.owner, b.size);
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < b.size; i++) {
            minX = Math.min(minX, Math.min(x1[i], x2[i]));
            maxX = Math.max(maxX, Math.max(x1[i], x2[i]));
            minY = Math.min(minY, Math.min(y1[i], y2[i]));
            maxY = Math.max(maxY, Math.max(y1[i], y2[i]));
        }
        int wanted = 0;
        while (wanted < MAX_LEVEL && (1L << (2 * wanted)) < b.size / 2L) {
            wanted++;
        }
        this.level = wanted;
        double side = b.size == 0 ? 1 : Math.max(Math.max(maxX - minX, maxY - minY), 1e-6);
        this.cell = side * (1 + 1e-9) / (1 << level);
        this.originX = b.size == 0 ? 0 : minX;
        this.originY = b.size == 0 ? 0 : minY;
        int cells = 1 << (2 * level);
        this.cellStart = new int[cells + 1];
        // The cells of each edge in turn, to be counted and then sorted by.
        int[] cellOf = new int[2 * b.size + 64];
        int[] upTo = new int[b.size];
        int entries = 0;
        for (int e = 0; e < b.size; e++) {
            int before = entries;
            int firstColumn = firstColumn(e);
            int lastColumn = lastColumn(e);
            for (int c = firstColumn; c <= lastColumn; c++) {
                int high = highRow(e, c);
                for (int r = lowRow(e, c); r <= high; r++) {
                    if (entries == cellOf.length) {
                        cellOf = Arrays.copyOf(cellOf, 2 * entries);
                    }
                    cellOf[entries++] = (r << level) + c;
                }
            }
            for (int k = before; k < entries; k++) {
                cellStart[cellOf[k] + 1]++;
            }
            upTo[e] = entries;
        }
        for (int c = 0; c < cells; c++) {
            cellStart[c + 1] += cellStart[c];
        }
        this.cellEdges = new int[entries];
        int[] next = Arrays.copyOf(cellStart, cells);
        int entry = 0;
        for (int e = 0; e < b.size; e++) {
            for (; entry < upTo[e]; entry++) {
                cellEdges[next[cellOf[entry]]++] = e;
            }
        }
        this.occupied = occupiedBits();
    }

    private long[][] occupiedBits() {
        long[][] bits = new long[level + 1][];
        for (int l = level; l >= 0; l--) {
            int width = 1 << l;
            bits[l] = new long[(width * width + 63) >> 6];
            for (int row = 0; row < width; row++) {
                for (int column = 0; column < width; column++) {
                    int node = row * width + column;
                    if (l == level
                            ? cellStart[node] < cellStart[node + 1]
                            : childOccupied(bits[l + 1], l, column, row)) {
                        bits[l][node >> 6] |= 1L << node;
                    }
                }
            }
        }
        return bits;
    }

    private static boolean childOccupied(long[] below, int l, int column, int row) {
        int width = 1 << (l + 1);
        for (int k = 0; k < 4; k++) {
            int child = (2 * row + (k >> 1)) * width + 2 * column + (k & 1);
            if ((below[child >> 6] >>> child & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    // The cells of an edge are those that its closed segment touches: its bounding box where that is one column or row,
    // else column by
    // column. From one column to the next both rows move one way only, for each step of the arithmetic rounds so that
    // order stays.

    private int firstColumn(int e) {
        return clamp((int) ((Math.min(x1[e], x2[e]) - originX) / cell), 1 << level);
    }

    private int lastColumn(int e) {
        return clamp((int) ((Math.max(x1[e], x2[e]) - originX) / cell), 1 << level);
    }

    private int firstRow(int e) {
        return clamp((int) ((Math.min(y1[e], y2[e]) - originY) / cell), 1 << level);
    }

    private int lastRow(int e) {
        return clamp((int) ((Math.max(y1[e], y2[e]) - originY) / cell), 1 << level);
    }

    private int lowRow(int e, int column) {
        int first = firstRow(e);
        if (first == lastRow(e) || firstColumn(e) == lastColumn(e)) {
            return first;
        }
        double y = Math.min(yAt(e, originX + column * cell), yAt(e, originX + column * cell + cell));
        // One cell more on both sides: rounding must never lose a cell.
        return (int) Math.max(first, Math.floor((y - originY) / cell) - 1);
    }

    private int highRow(int e, int column) {
        int last = lastRow(e);
        if (firstRow(e) == last || firstColumn(e) == lastColumn(e)) {
            return last;
        }
        double y = Math.max(yAt(e, originX + column * cell), yAt(e, originX + column * cell + cell));
        return (int) Math.min(last, Math.floor((y - originY) / cell) + 1);
    }

    private double yAt(int e, double x) {
        return y1[e] + (x - x1[e]) / (x2[e] - x1[e]) * (y2[e] - y1[e]);
    }

    private static int clamp(int value, int width) {
        return Math.max(0, Math.min(width - 1, value));
    }

    public int edges() {
        return owner.length;
    }

    public boolean isEmpty() {
        return owner.length == 0;
    }

    /** The line (as numbered by whoever built the index) that an edge belongs to. */
    public int ownerOf(int edge) {
        return owner[edge];
    }

    /** Planar distance in metres from the point to the edge. */
    public double distance(int edge, double x, double y) {
        return Math.sqrt(squared(edge, x, y));
    }

    /** Planar distance in metres from the point to the nearest edge; NaN where there is none. */
    public double nearestDistance(double x, double y) {
        int edge = nearest(x, y);
        return edge < 0 ? Double.NaN : distance(edge, x, y);
    }

    /** Where the edge starts, as it was added. */
    public Coordinate startOf(int edge) {
        return new Coordinate(x1[edge], y1[edge]);
    }

    /** Where the edge ends, as it was added. */
    public Coordinate endOf(int edge) {
        return new Coordinate(x2[edge], y2[edge]);
    }

    /** The point on the edge that is nearest to the given one. */
    public Coordinate nearestPointOn(int edge, double x, double y) {
        double t = along(edge, x, y);
        return new Coordinate(x1[edge] + t * (x2[edge] - x1[edge]), y1[edge] + t * (y2[edge] - y1[edge]));
    }

    /**
     * The nearest edge, or -1 when the index is empty or the point has no position (NaN).
     *
     * @param hint an edge that is probably near (the answer for the point before), or -1: only speeds up
     */
    public int nearest(double x, double y, int hint) {
        if (owner.length == 0 || Double.isNaN(x) || Double.isNaN(y)) {
            return -1;
        }
        Search search = new Search(x, y);
        if (hint >= 0) {
            search.best = squared(hint, x, y);
            search.edge = hint;
            if (search.scanAround()) {
                return search.edge;
            }
        }
        search.descend(0, 0, 0);
        return search.edge;
    }

    /** The number of the grid cell that is nearest to the point, row by row from the south west: neighbours in space get near numbers. */
    int cellNumber(double x, double y) {
        int width = 1 << level;
        return cellOf(y - originY, width) * width + cellOf(x - originX, width);
    }

    /** How many grid cells there are. */
    int cells() {
        return 1 << (2 * level);
    }

    public int nearest(double x, double y) {
        return nearest(x, y, -1);
    }

    /** All edges within a distance (inclusive) of the point, each once, ascending. */
    public int[] within(double x, double y, double radiusM) {
        IntStream.Builder found = IntStream.builder();
        forEachWithin(x, y, radiusM, found);
        return found.build().sorted().toArray();
    }

    /** Visits all edges within a distance (inclusive) of the point, each once, in no order; makes no objects. */
    public void forEachWithin(double x, double y, double radiusM, IntConsumer visitor) {
        if (owner.length == 0 || Double.isNaN(x) || Double.isNaN(y) || !(radiusM >= 0)) {
            return;
        }
        int width = 1 << level;
        int firstColumn = cellOf(x - radiusM - originX, width);
        int lastColumn = cellOf(x + radiusM - originX, width);
        int firstRow = cellOf(y - radiusM - originY, width);
        int lastRow = cellOf(y + radiusM - originY, width);
        for (int r = firstRow; r <= lastRow; r++) {
            for (int c = firstColumn; c <= lastColumn; c++) {
                for (int i = cellStart[r * width + c]; i < cellStart[r * width + c + 1]; i++) {
                    int edge = cellEdges[i];
                    if (squared(edge, x, y) <= radiusM * radiusM
                            && isFirstCell(edge, c, r, firstColumn, firstRow, lastRow)) {
                        visitor.accept(edge);
                    }
                }
            }
        }
    }

    /**
     * Whether a cell of the edge is the lowest one of its westernmost column in a window. Columns of the window that hold the edge lie side by
     * side, so the column before tells.
     */
    private boolean isFirstCell(int e, int column, int row, int windowColumn, int windowRow, int lastWindowRow) {
        if (row != Math.max(lowRow(e, column), windowRow)) {
            return false;
        }
        return column == Math.max(firstColumn(e), windowColumn)
                || lowRow(e, column - 1) > lastWindowRow
                || highRow(e, column - 1) < windowRow;
    }

    private int cellOf(double offset, int width) {
        return clamp((int) Math.floor(Math.max(-1, Math.min(width, offset / cell))), width);
    }

    /** One query on its way down the quadtree. */
    private final class Search {
        private final double x;
        private final double y;
        private double best = Double.POSITIVE_INFINITY;
        private int edge = -1;

        Search(double x, double y) {
            this.x = x;
            this.y = y;
        }

        /** Looks through the cells of the circle of the best distance so far; false when they are too many and nothing was done. */
        boolean scanAround() {
            double radius = Math.sqrt(best) * (1 + 1e-9);
            int width = 1 << level;
            int firstColumn = cellOf(x - radius - originX, width);
            int lastColumn = cellOf(x + radius - originX, width);
            int firstRow = cellOf(y - radius - originY, width);
            int lastRow = cellOf(y + radius - originY, width);
            if ((long) (lastColumn - firstColumn + 1) * (lastRow - firstRow + 1) > CELLS_TO_SCAN) {
                return false;
            }
            for (int r = firstRow; r <= lastRow; r++) {
                scan(cellStart[r * width + firstColumn], cellStart[r * width + lastColumn + 1]);
            }
            return true;
        }

        void descend(int l, int column, int row) {
            if (l == level) {
                int c = row * (1 << level) + column;
                scan(cellStart[c], cellStart[c + 1]);
                return;
            }
            double half = cell * (1 << (level - l - 1));
            int nearColumn = x < originX + (2 * column + 1) * half ? 0 : 1;
            int nearRow = y < originY + (2 * row + 1) * half ? 0 : 1;
            for (int k = 0; k < 4; k++) {
                int c = 2 * column + ((k & 1) ^ nearColumn);
                int r = 2 * row + ((k >> 1) ^ nearRow);
                int node = r * (1 << (l + 1)) + c;
                if ((occupied[l + 1][node >> 6] >>> node & 1) != 0 && squaredToBox(c, r, half) <= best) {
                    descend(l + 1, c, r);
                }
            }
        }

        private double squaredToBox(int c, int r, double side) {
            double west = originX + c * side;
            double south = originY + r * side;
            double dx = x < west ? west - x : Math.max(0, x - west - side);
            double dy = y < south ? south - y : Math.max(0, y - south - side);
            // A hair less: rounding of the box must not leave out an edge on its rim.
            return (dx * dx + dy * dy) * (1 - 1e-12);
        }

        private void scan(int from, int to) {
            for (int i = from; i < to; i++) {
                int candidate = cellEdges[i];
                double d = squared(candidate, x, y);
                if (d < best || (d == best && candidate < edge)) {
                    best = d;
                    edge = candidate;
                }
            }
        }
    }

    /** Position of the nearest point along the edge, 0 to 1. */
    private double along(int e, double x, double y) {
        double dx = x2[e] - x1[e];
        double dy = y2[e] - y1[e];
        double length = dx * dx + dy * dy;
        if (length == 0) {
            return 0;
        }
        double t = ((x - x1[e]) * dx + (y - y1[e]) * dy) / length;
        return t < 0 ? 0 : t > 1 ? 1 : t;
    }

    private double squared(int e, double x, double y) {
        double t = along(e, x, y);
        double dx = x1[e] + t * (x2[e] - x1[e]) - x;
        double dy = y1[e] + t * (y2[e] - y1[e]) - y;
        return dx * dx + dy * dy;
    }

    /** Collects lines; edges keep the order in which they were added. */
    public static final class Builder {
        private double[] x1 = new double[64];
        private double[] y1 = new double[64];
        private double[] x2 = new double[64];
        private double[] y2 = new double[64];
        private int[] owner = new int[64];
        private int size;

        /** Adds all edges of a line or multi-line; other geometry adds nothing. */
        public Builder add(int ownerIndex, Geometry geometry) {
            for (int g = 0; g < geometry.getNumGeometries(); g++) {
                if (geometry.getGeometryN(g) instanceof LineString line) {
                    CoordinateSequence points = line.getCoordinateSequence();
                    for (int i = 1; i < points.size(); i++) {
                        add(ownerIndex, points.getX(i - 1), points.getY(i - 1), points.getX(i), points.getY(i));
                    }
                }
            }
            return this;
        }

        /** Adds a point, as an edge without length. */
        public Builder add(int ownerIndex, double x, double y) {
            return add(ownerIndex, x, y, x, y);
        }

        /** @throws IllegalArgumentException when a coordinate is not a finite number */
        public Builder add(int ownerIndex, double fromX, double fromY, double toX, double toY) {
            if (!Double.isFinite(fromX + fromY + toX + toY)) {
                throw new IllegalArgumentException("line " + ownerIndex + " has a coordinate that is not a number");
            }
            if (size == owner.length) {
                int longer = size * 2;
                x1 = Arrays.copyOf(x1, longer);
                y1 = Arrays.copyOf(y1, longer);
                x2 = Arrays.copyOf(x2, longer);
                y2 = Arrays.copyOf(y2, longer);
                owner = Arrays.copyOf(owner, longer);
            }
            x1[size] = fromX;
            y1[size] = fromY;
            x2[size] = toX;
            y2[size] = toY;
            owner[size++] = ownerIndex;
            return this;
        }

        public SegmentIndex build() {
            return new SegmentIndex(this);
        }
    }
}
