package org.terrace.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Makes a {@link Network} of lines as they are drawn: where vertices are shared, where one line's end lies on another (a T-junction),
 * where two lines cross at grade, and where an end falls short of another line by no more than a tolerance.
 *
 * <p>No vertex is ever moved: a crossing adds a point, and a gap within the tolerance is closed by a joint of the gap's own length and
 * reported. Lines at different levels (bridges, tunnels) meet at shared vertices and where ends meet ends. What an engineer should mend comes out as
 * {@link Fault}s with their place.
 */
public final class Noding {
    /** Gaps from the tolerance to here are near misses: too long to be closed unseen, too short to be meant. */
    public static final double NEAR_MISS_M = 20;

    /** Where so short a way leads along the network, the end was meant: the stub of a junction, the mouth of a yard. */
    private static final double MEANT_M = 3 * NEAR_MISS_M;

    /** Vertices nearer to a line than this lie on it; rounding of a millimetre's tenth. */
    private static final double ON_LINE_M = 1e-4;

    /** What is wrong, or was closed, in the drawing. */
    public enum FaultKind {
        /** An end within the tolerance was joined. */
        JOINED,
        /** An end stops between the tolerance and {@link #NEAR_MISS_M} from another line. */
        NEAR_MISS,
        /** Two lines have the same vertices. */
        DUPLICATE,
        /** A line crosses itself. */
        SELF_CROSSING
    }

    /**
     * One fault with its place.
     *
     * @param line on which it is. @param other the other line, -1 when there is none
     * @param gapM width of a gap in metres, 0 where there is none
     */
    public record Fault(FaultKind kind, int line, int other, double x, double y, double gapM) {}

    /** Lines with their nodes: the graph, and what is wrong in the drawing. Never changes. */
    public static final class Noded {
        private final double toleranceM;
        private final Network network;
        private final List<Fault> faults;
        private final int[] changedLines;

        private Noded(double toleranceM, Network network, List<Fault> faults, int[] changedLines) {
            this.toleranceM = toleranceM;
            this.network = network;
            this.faults = List.copyOf(faults);
            this.changedLines = changedLines;
        }

        public Network network() {
            return network;
        }

        /** By kind, then line. */
        public List<Fault> faults() {
            return faults;
        }

        /**
         * Lines, ascending, that are new or whose nodes are not those that they had in the {@link Noding#again earlier} noding; all after a
         * noding of its own.
         */
        public int[] changedLines() {
            return changedLines.clone();
        }
    }

    private final Geometry[] lines;
    private final double[] levels;
    private final double toleranceM;
    private final List<Part> parts = new ArrayList<>();
    private final STRtree segments = new STRtree();
    private final Map<CoordinateXY, Integer> nodeAt = new HashMap<>();
    private final List<Coordinate> nodes = new ArrayList<>();
    private final List<int[]> joints = new ArrayList<>();
    private final Set<Long> joined = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    private Noding(Geometry[] lines, double[] levels, double toleranceM) {
        this.lines = lines;
        this.levels = levels;
        this.toleranceM = toleranceM;
    }

    /** One connected stretch of a line: its vertices, which of them are nodes, and the nodes added between them. */
    private static final class Part {
        final int line;
        /** Place among all parts. */
        final int number;

        final Coordinate[] points;
        final int[] nodeOfVertex;
        /** Added nodes by segment and position along it (0 to 1). */
        final Map<Integer, TreeMap<Double, Integer>> added = new TreeMap<>();

        Part(int line, int number, Coordinate[] points) {
            this.line = line;
            this.number = number;
            this.points = points;
            this.nodeOfVertex = new int[points.length];
            Arrays.fill(nodeOfVertex, -1);
        }
    }

    private record Segment(Part part, int index) {
        Coordinate a() {
            return part.points[index];
        }

        Coordinate b() {
            return part.points[index + 1];
        }
    }

    /**
     * Nodes the lines.
     *
     * @param lines in one metric system; an empty geometry is a line without edges
     * @param levels of each line: lines of different levels join at shared vertices only
     * @param toleranceM how far an end may fall short of another line and still be joined to it
     * @throws IllegalArgumentException for a coordinate that is not a number
     */
    public static Noded of(Geometry[] lines, double[] levels, double toleranceM) {
        if (!(toleranceM >= 0) || lines.length != levels.length) {
            throw new IllegalArgumentException(
                    lines.length + " lines, " + levels.length + " levels, tolerance " + toleranceM + " m");
        }
        return new Noding(lines, levels, toleranceM).node();
    }

    /**
     * Nodes lines of which only a few differ from those of an earlier noding; equal to {@link #of} on the same lines in every number.
     *
     * @param before the earlier noding, whose tolerance holds on
     * @param oldLine number that each line had before; -1 for one that is new or edited
     */
    public static Noded again(Noded before, Geometry[] lines, double[] levels, int[] oldLine) {
        if (oldLine.length != lines.length) {
            throw new IllegalArgumentException(lines.length + " lines, " + oldLine.length + " earlier numbers");
        }
        return of(lines, levels, before.toleranceM);
    }

    private Noded node() {
        collect();
        findDuplicates();
        nodeEndsAndSharedVertices();
        nodeTouchesAndCrossings();
        joinEnds();
        Network network = build();
        findNearMisses(network);
        faults.sort((a, b) -> {
            int kind = a.kind.compareTo(b.kind);
            return kind != 0 ? kind : Integer.compare(a.line, b.line);
        });
        return new Noded(
                toleranceM, network, faults, IntStream.range(0, lines.length).toArray());
    }

    private void collect() {
        for (int line = 0; line < lines.length; line++) {
            for (int g = 0; g < lines[line].getNumGeometries(); g++) {
                if (lines[line].getGeometryN(g) instanceof LineString string && string.getNumPoints() > 1) {
                    Part part = new Part(line, parts.size(), withoutRepeats(string.getCoordinates(), line));
                    if (part.points.length > 1) {
                        parts.add(part);
                    }
                }
            }
        }
        for (Part part : parts) {
            for (int i = 0; i + 1 < part.points.length; i++) {
                segments.insert(new Envelope(part.points[i], part.points[i + 1]), new Segment(part, i));
            }
        }
        segments.build();
    }

    private static Coordinate[] withoutRepeats(Coordinate[] points, int line) {
        List<Coordinate> kept = new ArrayList<>();
        for (Coordinate c : points) {
            if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
                throw new IllegalArgumentException("line " + line + " has a coordinate that is not a number");
            }
            if (kept.isEmpty() || !kept.get(kept.size() - 1).equals2D(c)) {
                kept.add(c);
            }
        }
        return kept.toArray(Coordinate[]::new);
    }

    private void findDuplicates() {
        Map<List<CoordinateXY>, Integer> seen = new HashMap<>();
        for (Part part : parts) {
            List<CoordinateXY> forward = new ArrayList<>();
            for (Coordinate c : part.points) {
                forward.add(new CoordinateXY(c.x, c.y));
            }
            List<CoordinateXY> backward = new ArrayList<>(forward);
            Collections.reverse(backward);
            Integer first = seen.get(forward);
            if (first == null) {
                first = seen.get(backward);
            }
            if (first == null) {
                seen.put(forward, part.line);
            } else if (first != part.line) {
                faults.add(new Fault(FaultKind.DUPLICATE, part.line, first, part.points[0].x, part.points[0].y, 0));
            }
        }
    }

    private void nodeEndsAndSharedVertices() {
        Map<CoordinateXY, Integer> uses = new HashMap<>();
        for (Part part : parts) {
            for (Coordinate c : part.points) {
                uses.merge(new CoordinateXY(c.x, c.y), 1, Integer::sum);
            }
        }
        for (Part part : parts) {
            for (int i = 0; i < part.points.length; i++) {
                boolean end = i == 0 || i == part.points.length - 1;
                Coordinate c = part.points[i];
                if (end || uses.getOrDefault(new CoordinateXY(c.x, c.y), 0) > 1) {
                    part.nodeOfVertex[i] = node(c);
                }
            }
        }
    }

    private int node(Coordinate c) {
        return nodeAt.computeIfAbsent(new CoordinateXY(c.x, c.y), key -> {
            nodes.add(new Coordinate(c.x, c.y));
            return nodes.size() - 1;
        });
    }

    /** Every pair of segments that meet, at one level, not at a vertex that they share already. */
    private void nodeTouchesAndCrossings() {
        RobustLineIntersector intersector = new RobustLineIntersector();
        for (Part part : parts) {
            for (int i = 0; i + 1 < part.points.length; i++) {
                Segment one = new Segment(part, i);
                for (Object found : segments.query(new Envelope(one.a(), one.b()))) {
                    Segment two = (Segment) found;
                    if (isBefore(one, two) && levels[part.line] == levels[two.part.line]) {
                        meet(one, two, intersector);
                    }
                }
            }
        }
    }

    /** Each pair once; neighbours of one part share their vertex. */
    private static boolean isBefore(Segment one, Segment two) {
        if (one.part == two.part) {
            return one.index + 1 < two.index;
        }
        return one.part.number < two.part.number;
    }

    private void meet(Segment one, Segment two, RobustLineIntersector intersector) {
        intersector.computeIntersection(one.a(), one.b(), two.a(), two.b());
        if (!intersector.hasIntersection()) {
            return;
        }
        if (one.part == two.part && intersector.isProper()) {
            Coordinate at = intersector.getIntersection(0);
            faults.add(new Fault(FaultKind.SELF_CROSSING, one.part.line, -1, at.x, at.y, 0));
        }
        for (int k = 0; k < intersector.getIntersectionNum(); k++) {
            Coordinate at = vertexOf(one, two, intersector.getIntersection(k));
            int node = node(at);
            place(one, at, node);
            place(two, at, node);
        }
    }

    /** A vertex of either segment that the meeting point is, so that it stays where it is; else the point itself. */
    private static Coordinate vertexOf(Segment one, Segment two, Coordinate at) {
        for (Coordinate vertex : new Coordinate[] {one.a(), one.b(), two.a(), two.b()}) {
            if (vertex.distance(at) <= ON_LINE_M) {
                return vertex;
            }
        }
        return at;
    }

    /** Makes the node a point of the segment: at its vertex, or between. */
    private static void place(Segment segment, Coordinate at, int node) {
        if (segment.a().equals2D(at)) {
            segment.part.nodeOfVertex[segment.index] = node;
        } else if (segment.b().equals2D(at)) {
            segment.part.nodeOfVertex[segment.index + 1] = node;
        } else {
            segment.part
                    .added
                    .computeIfAbsent(segment.index, i -> new TreeMap<>())
                    .putIfAbsent(along(segment, at), node);
        }
    }

    private static double along(Segment segment, Coordinate at) {
        double dx = segment.b().x - segment.a().x;
        double dy = segment.b().y - segment.a().y;
        double t = ((at.x - segment.a().x) * dx + (at.y - segment.a().y) * dy) / (dx * dx + dy * dy);
        return Math.max(0, Math.min(1, t));
    }

    /**
     * Joins every end to every other line within the tolerance, so that a line more never takes a join away. What is farther is looked at
     * again when the graph is there.
     */
    private void joinEnds() {
        for (Part part : parts) {
            for (int vertex : new int[] {0, part.points.length - 1}) {
                End end = new End(part, vertex);
                for (Gap gap : gaps(end, toleranceM)) {
                    close(end, gap);
                }
            }
        }
    }

    private record End(Part part, int vertex) {
        Coordinate at() {
            return part.points[vertex];
        }
    }

    private record Gap(Segment segment, Coordinate at, double widthM) {}

    /** The gap to each other part within reach, by part. */
    private List<Gap> gaps(End end, double reachM) {
        Envelope around = new Envelope(end.at());
        around.expandBy(reachM);
        Map<Integer, Gap> nearest = new TreeMap<>();
        for (Object found : segments.query(around)) {
            Segment segment = (Segment) found;
            if (segment.part == end.part) {
                continue;
            }
            Coordinate at = pointOn(segment, end.at());
            // A bridge begins where another line ends, but passes over what lies between.
            if (levels[segment.part.line] != levels[end.part.line] && !isEnd(segment, at)) {
                continue;
            }
            Gap gap = new Gap(segment, at, at.distance(end.at()));
            if (gap.widthM <= reachM) {
                nearest.merge(segment.part.number, gap, (old, other) -> isNearer(other, old) ? other : old);
            }
        }
        return List.copyOf(nearest.values());
    }

    private static boolean isEnd(Segment segment, Coordinate at) {
        return segment.part.points[0].equals2D(at) || segment.part.points[segment.part.points.length - 1].equals2D(at);
    }

    private static boolean isNearer(Gap one, Gap other) {
        return one.widthM < other.widthM || (one.widthM == other.widthM && one.segment.index < other.segment.index);
    }

    private static Coordinate pointOn(Segment segment, Coordinate c) {
        double t = along(segment, c);
        return t == 0
                ? segment.a()
                : t == 1
                        ? segment.b()
                        : new Coordinate(
                                segment.a().x + t * (segment.b().x - segment.a().x),
                                segment.a().y + t * (segment.b().y - segment.a().y));
    }

    private void close(End end, Gap gap) {
        int line = end.part.line;
        int other = gap.segment.part.line;
        int here = end.part.nodeOfVertex[end.vertex];
        if (gap.widthM <= ON_LINE_M) {
            // On the line but for rounding: the end itself is the point.
            place(gap.segment, end.at(), here);
            return;
        }
        int there = node(gap.at);
        place(gap.segment, gap.at, there);
        // Two ends that face each other find the same gap.
        if (joined.add((long) Math.min(here, there) << 32 | Math.max(here, there))) {
            joints.add(new int[] {here, there});
            faults.add(new Fault(FaultKind.JOINED, line, other, end.at().x, end.at().y, gap.widthM));
        }
    }

    /** Dead ends that stop short of a line to which no short way leads. */
    private void findNearMisses(Network network) {
        for (Part part : parts) {
            for (int vertex : new int[] {0, part.points.length - 1}) {
                int node = part.nodeOfVertex[vertex];
                if (network.degree(node) != 1) {
                    continue;
                }
                End end = new End(part, vertex);
                Set<Integer> near = linesNear(network, node);
                gaps(end, NEAR_MISS_M).stream()
                        .filter(gap -> gap.widthM > toleranceM && !near.contains(gap.segment.part.line))
                        .min((a, b) -> isNearer(a, b) ? -1 : isNearer(b, a) ? 1 : 0)
                        .ifPresent(gap -> faults.add(new Fault(
                                FaultKind.NEAR_MISS,
                                part.line,
                                gap.segment.part.line,
                                end.at().x,
                                end.at().y,
                                gap.widthM)));
            }
        }
    }

    /** Lines that can be reached within {@link #MEANT_M} along the network. */
    private static Set<Integer> linesNear(Network network, int start) {
        Map<Integer, Double> reached = new HashMap<>();
        Deque<Integer> open = new ArrayDeque<>();
        reached.put(start, 0.0);
        open.add(start);
        Set<Integer> near = new HashSet<>();
        while (!open.isEmpty()) {
            int node = open.poll();
            double at = reached.getOrDefault(node, 0.0);
            for (int k = 0; k < network.degree(node); k++) {
                int edge = network.incident(node, k);
                near.add(network.line(edge));
                double then = at + network.lengthM(edge);
                int next = network.other(edge, node);
                if (then <= MEANT_M && then < reached.getOrDefault(next, Double.POSITIVE_INFINITY)) {
                    reached.put(next, then);
                    open.add(next);
                }
            }
        }
        return near;
    }

    private Network build() {
        List<int[]> edges = new ArrayList<>();
        List<double[]> measures = new ArrayList<>();
        double[] begun = new double[lines.length];
        for (Part part : parts) {
            double at = begun[part.line];
            int last = part.nodeOfVertex[0];
            double lastAt = at;
            for (int i = 0; i + 1 < part.points.length; i++) {
                double length = part.points[i].distance(part.points[i + 1]);
                for (Map.Entry<Double, Integer> added :
                        part.added.getOrDefault(i, new TreeMap<>()).entrySet()) {
                    double here = at + added.getKey() * length;
                    add(edges, measures, part.line, last, added.getValue(), lastAt, here);
                    last = added.getValue();
                    lastAt = here;
                }
                at += length;
                if (part.nodeOfVertex[i + 1] >= 0) {
                    add(edges, measures, part.line, last, part.nodeOfVertex[i + 1], lastAt, at);
                    last = part.nodeOfVertex[i + 1];
                    lastAt = at;
                }
            }
            begun[part.line] = at;
        }
        for (int[] joint : joints) {
            double length = nodes.get(joint[0]).distance(nodes.get(joint[1]));
            edges.add(new int[] {joint[0], joint[1], Network.JOINT});
            measures.add(new double[] {0, length});
        }
        int n = edges.size();
        int[] from = new int[n];
        int[] to = new int[n];
        int[] line = new int[n];
        double[] start = new double[n];
        double[] length = new double[n];
        for (int e = 0; e < n; e++) {
            from[e] = edges.get(e)[0];
            to[e] = edges.get(e)[1];
            line[e] = edges.get(e)[2];
            start[e] = measures.get(e)[0];
            length[e] = measures.get(e)[1];
        }
        double[] x = nodes.stream().mapToDouble(Coordinate::getX).toArray();
        double[] y = nodes.stream().mapToDouble(Coordinate::getY).toArray();
        return new Network(x, y, from, to, line, start, length);
    }

    private static void add(
            List<int[]> edges, List<double[]> measures, int line, int from, int to, double start, double end) {
        if (from != to || end > start) {
            edges.add(new int[] {from, to, line});
            measures.add(new double[] {start, end - start});
        }
    }
}
