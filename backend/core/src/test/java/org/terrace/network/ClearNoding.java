package org.terrace.network;

import static org.terrace.network.Noding.FaultKind.DUPLICATE;
import static org.terrace.network.Noding.FaultKind.JOINED;
import static org.terrace.network.Noding.FaultKind.NEAR_MISS;
import static org.terrace.network.Noding.FaultKind.SELF_CROSSING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** The clear version of {@link Noding}: every piece against every other, sets and maps, no index. Says edges and faults in words. */
final class ClearNoding {
    private static final double ON_LINE_M = 1e-4;

    /** A straight piece, its line and part, and the nodes on it by their place along it. */
    private static final class Piece {
        final int line;
        final List<Coordinate> part;
        final int index;
        final Set<Coordinate> nodes = new HashSet<>();

        Piece(int line, List<Coordinate> part, int index) {
            this.line = line;
            this.part = part;
            this.index = index;
        }

        Coordinate a() {
            return part.get(index);
        }

        Coordinate b() {
            return part.get(index + 1);
        }

        double along(Coordinate c) {
            double dx = b().x - a().x;
            double dy = b().y - a().y;
            double t = ((c.x - a().x) * dx + (c.y - a().y) * dy) / (dx * dx + dy * dy);
            return Math.max(0, Math.min(1, t));
        }

        Coordinate nearest(Coordinate c) {
            double t = along(c);
            return t == 0
                    ? a()
                    : t == 1 ? b() : new Coordinate(a().x + t * (b().x - a().x), a().y + t * (b().y - a().y));
        }

        List<Coordinate> westFirst() {
            return a().compareTo(b()) <= 0 ? List.of(a(), b()) : List.of(b(), a());
        }
    }

    private record Edge(int line, Coordinate from, Coordinate to, double startM, double lengthM) {}

    private record Gap(Piece piece, Coordinate at, double widthM) {}

    private final double[] levels;
    private final double toleranceM;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    final List<Noding.Fault> faults = new ArrayList<>();

    ClearNoding(Geometry[] lines, double[] levels, double toleranceM) {
        this.levels = levels;
        this.toleranceM = toleranceM;
        List<List<Coordinate>> parts = new ArrayList<>();
        List<Integer> lineOf = new ArrayList<>();
        for (int line = 0; line < lines.length; line++) {
            for (int g = 0; g < lines[line].getNumGeometries(); g++) {
                List<Coordinate> points = new ArrayList<>();
                if (lines[line].getGeometryN(g) instanceof LineString) {
                    for (Coordinate c : lines[line].getGeometryN(g).getCoordinates()) {
                        if (points.isEmpty() || !points.get(points.size() - 1).equals2D(c)) {
                            points.add(new Coordinate(c.x, c.y));
                        }
                    }
                }
                if (points.size() > 1) {
                    parts.add(points);
                    lineOf.add(line);
                    for (int i = 0; i + 1 < points.size(); i++) {
                        pieces.add(new Piece(line, points, i));
                    }
                }
            }
        }
        shareVertices(parts);
        meet();
        List<Edge> joints = join(parts, lineOf);
        cut();
        edges.addAll(joints);
        missNearly(parts, lineOf);
        findDuplicates(parts, lineOf);
        faults.sort(Comparator.comparing(Noding.Fault::kind).thenComparingInt(Noding.Fault::line));
    }

    /** Edges in words, sorted; joints either way round. */
    List<String> edges() {
        return edges.stream()
                .map(e -> inWords(e.line, e.from, e.to, e.startM, e.lengthM))
                .sorted()
                .toList();
    }

    static String inWords(int line, Coordinate from, Coordinate to, double startM, double lengthM) {
        boolean turn = line == Network.JOINT && from.compareTo(to) > 0;
        return line + " " + (turn ? to : from) + " " + (turn ? from : to) + " " + startM + " " + lengthM;
    }

    /** By the plain formula: the one of JTS rounds otherwise. */
    private static double metres(Coordinate a, Coordinate b) {
        return Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
    }

    private void shareVertices(List<List<Coordinate>> parts) {
        Map<Coordinate, Integer> uses = new HashMap<>();
        parts.forEach(part -> part.forEach(c -> uses.merge(c, 1, Integer::sum)));
        for (Piece piece : pieces) {
            for (int v = piece.index; v <= piece.index + 1; v++) {
                Coordinate c = piece.part.get(v);
                if (v == 0 || v == piece.part.size() - 1 || uses.getOrDefault(c, 0) > 1) {
                    piece.nodes.add(c);
                }
            }
        }
    }

    private void meet() {
        RobustLineIntersector intersector = new RobustLineIntersector();
        for (Piece one : pieces) {
            for (Piece two : pieces) {
                boolean neighbours = one.part == two.part && Math.abs(one.index - two.index) <= 1;
                if (one == two || neighbours || levels[one.line] != levels[two.line]) {
                    continue;
                }
                List<List<Coordinate>> both = new ArrayList<>(List.of(one.westFirst(), two.westFirst()));
                both.sort(Comparator.<List<Coordinate>, Coordinate>comparing(p -> p.get(0))
                        .thenComparing(p -> p.get(1)));
                List<Coordinate> corners =
                        both.stream().flatMap(List::stream).sorted().toList();
                intersector.computeIntersection(
                        both.get(0).get(0),
                        both.get(0).get(1),
                        both.get(1).get(0),
                        both.get(1).get(1));
                for (int k = 0; k < intersector.getIntersectionNum(); k++) {
                    Coordinate at = new Coordinate(intersector.getIntersection(k).x, intersector.getIntersection(k).y);
                    if (one.part == two.part && one.index < two.index && intersector.isProper()) {
                        faults.add(new Noding.Fault(SELF_CROSSING, one.line, -1, at.x, at.y, 0));
                    }
                    Coordinate node = corners.stream()
                            .filter(c -> c.distance(at) <= ON_LINE_M)
                            .min(Comparator.comparingDouble(c -> c.distance(at)))
                            .orElse(at);
                    one.nodes.add(node);
                    two.nodes.add(node);
                }
            }
        }
    }

    /** The gap to the nearest piece of each other part, by part. */
    private List<Gap> gaps(List<Coordinate> part, int line, Coordinate end, double reachM) {
        List<Gap> gaps = new ArrayList<>();
        for (Piece piece : pieces) {
            Coordinate at = piece.nearest(end);
            boolean isEnd = at.equals(piece.part.get(0)) || at.equals(piece.part.get(piece.part.size() - 1));
            Gap gap = new Gap(piece, at, metres(at, end));
            if (piece.part == part || gap.widthM > reachM || (levels[piece.line] != levels[line] && !isEnd)) {
                continue;
            }
            Gap last = gaps.isEmpty() ? gap : gaps.get(gaps.size() - 1);
            if (last == gap || last.piece.part != piece.part) {
                gaps.add(gap);
            } else if (gap.widthM < last.widthM) {
                gaps.set(gaps.size() - 1, gap);
            }
        }
        return gaps;
    }

    private List<Edge> join(List<List<Coordinate>> parts, List<Integer> lineOf) {
        List<Edge> joints = new ArrayList<>();
        Set<Set<Coordinate>> joined = new HashSet<>();
        for (int p = 0; p < parts.size(); p++) {
            for (int vertex : new int[] {0, parts.get(p).size() - 1}) {
                Coordinate end = parts.get(p).get(vertex);
                List<Gap> gaps = gaps(parts.get(p), lineOf.get(p), end, toleranceM);
                gaps.sort(Comparator.comparing(Gap::at));
                for (Gap gap : gaps) {
                    gap.piece.nodes.add(gap.widthM <= ON_LINE_M ? end : gap.at);
                    if (gap.widthM > ON_LINE_M && joined.add(Set.of(end, gap.at))) {
                        joints.add(new Edge(Network.JOINT, end, gap.at, 0, metres(end, gap.at)));
                        faults.add(new Noding.Fault(JOINED, lineOf.get(p), gap.piece.line, end.x, end.y, gap.widthM));
                    }
                }
            }
        }
        return joints;
    }

    private void cut() {
        double[] atM = new double[levels.length];
        for (int p = 0; p < pieces.size(); p++) {
            Piece piece = pieces.get(p);
            // A vertex that one piece of a part has as a node, its neighbour has too.
            if (piece.index > 0 && pieces.get(p - 1).nodes.contains(piece.a())) {
                piece.nodes.add(piece.a());
            }
            if (piece.index + 2 < piece.part.size() && pieces.get(p + 1).nodes.contains(piece.b())) {
                piece.nodes.add(piece.b());
            }
        }
        Coordinate last = new Coordinate();
        double lastM = 0;
        for (Piece piece : pieces) {
            double lengthM = metres(piece.a(), piece.b());
            List<Coordinate> nodes = new ArrayList<>(piece.nodes);
            nodes.sort(Comparator.<Coordinate>comparingInt(c -> c.equals(piece.a()) ? 0 : c.equals(piece.b()) ? 2 : 1)
                    .thenComparingDouble(piece::along)
                    .thenComparing(c -> c));
            for (Coordinate node : nodes) {
                boolean isStart = node.equals(piece.a());
                if (isStart && piece.index > 0) {
                    continue;
                }
                double hereM = isStart
                        ? atM[piece.line]
                        : node.equals(piece.b())
                                ? atM[piece.line] + lengthM
                                : atM[piece.line] + piece.along(node) * lengthM;
                if (!isStart && (!last.equals(node) || hereM > lastM)) {
                    edges.add(new Edge(piece.line, last, node, lastM, hereM - lastM));
                }
                last = node;
                lastM = hereM;
            }
            atM[piece.line] += lengthM;
        }
    }

    private void missNearly(List<List<Coordinate>> parts, List<Integer> lineOf) {
        for (int p = 0; p < parts.size(); p++) {
            for (int vertex : new int[] {0, parts.get(p).size() - 1}) {
                Coordinate end = parts.get(p).get(vertex);
                long degree = edges.stream().filter(e -> e.from.equals(end)).count()
                        + edges.stream().filter(e -> e.to.equals(end)).count();
                if (degree != 1) {
                    continue;
                }
                Set<Integer> near = linesNear(end);
                int line = lineOf.get(p);
                gaps(parts.get(p), line, end, Noding.NEAR_MISS_M).stream()
                        .filter(gap -> gap.widthM > toleranceM && !near.contains(gap.piece.line))
                        .min(Comparator.comparingDouble(Gap::widthM))
                        .ifPresent(gap -> faults.add(
                                new Noding.Fault(NEAR_MISS, line, gap.piece.line, end.x, end.y, gap.widthM)));
            }
        }
    }

    /** Lines with an edge at a node to which 60 m lead: edges are relaxed until none shortens a way. */
    private Set<Integer> linesNear(Coordinate start) {
        Map<Coordinate, Double> wayM = new HashMap<>(Map.of(start, 0.0));
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (Edge e : edges) {
                for (Coordinate from : List.of(e.from, e.to)) {
                    Coordinate to = from == e.from ? e.to : e.from;
                    double then = wayM.getOrDefault(from, Double.POSITIVE_INFINITY) + e.lengthM;
                    if (then <= 60 && then < wayM.getOrDefault(to, Double.POSITIVE_INFINITY)) {
                        wayM.put(to, then);
                        shorter = true;
                    }
                }
            }
        }
        Set<Integer> near = new TreeSet<>();
        for (Edge e : edges) {
            if (wayM.containsKey(e.from) || wayM.containsKey(e.to)) {
                near.add(e.line);
            }
        }
        return near;
    }

    private void findDuplicates(List<List<Coordinate>> parts, List<Integer> lineOf) {
        for (int p = 0; p < parts.size(); p++) {
            List<Coordinate> turned = new ArrayList<>(parts.get(p));
            Collections.reverse(turned);
            for (int q = 0; q < p; q++) {
                if (parts.get(q).equals(parts.get(p)) || parts.get(q).equals(turned)) {
                    if (!lineOf.get(q).equals(lineOf.get(p))) {
                        Coordinate at = parts.get(p).get(0);
                        faults.add(new Noding.Fault(DUPLICATE, lineOf.get(p), lineOf.get(q), at.x, at.y, 0));
                    }
                    break;
                }
            }
        }
    }

    static List<String> edges(Network network) {
        String[] words = new String[network.edges()];
        for (int e = 0; e < words.length; e++) {
            Coordinate from = new Coordinate(network.x(network.from(e)), network.y(network.from(e)));
            Coordinate to = new Coordinate(network.x(network.to(e)), network.y(network.to(e)));
            words[e] = inWords(network.line(e), from, to, network.startM(e), network.lengthM(e));
        }
        Arrays.sort(words);
        return List.of(words);
    }
}
