package org.terrace.water.laid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.network.DisjointSets;
import org.terrace.network.SegmentIndex;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;

/**
 * Joins pipes: at the works that they name or that stand at their ends, end to end, and where an end or a works lies on another pipe. Two
 * pipes that only cross are not joined. Taps are joined to the end of the pipe that names the house, else to the nearest pipe of the supply that
 * the household's record names, else to the nearest pipe; a house that is piped is not joined to a hose.
 */
final class PipeJoints {
    /** Places on one pipe this near to one another are one. */
    private static final double SAME_M = 0.5;

    private final PipeLines lines;
    private final FeatureTable works;
    private final FeatureTable households;
    private final double snapM;
    private final double tapReachM;
    private final int firstWork;
    private final int firstTap;
    private final DisjointSets joined;
    private final List<Cut> cuts = new ArrayList<>();
    /** What lies on a pipe, and an end of that pipe: joined over the pipe, and not at one node. */
    private final List<int[]> alongPipes = new ArrayList<>();

    private final PipeGraph.NoTap[] noTap;
    /** Straight metres from each tap to its pipe. */
    private final double[] tapOffM;

    /** A place on a pipe where something is joined to it. @param element an end, a works, or a tap's branch */
    private record Cut(int pipe, double alongM, int element) {}

    PipeJoints(PipeLines lines, FeatureTable works, FeatureTable households, double snapM, double tapReachM) {
        this.lines = lines;
        this.works = works;
        this.households = households;
        this.snapM = snapM;
        this.tapReachM = tapReachM;
        this.firstWork = 2 * lines.count();
        this.firstTap = firstWork + works.size();
        this.joined = new DisjointSets(firstTap + households.size());
        this.noTap = new PipeGraph.NoTap[households.size()];
        this.tapOffM = new double[households.size()];
    }

    PipeGraph graph() {
        joinWorks();
        joinEnds();
        joinOntoPipes();
        joinTaps();
        return assemble();
    }

    private static int end(int pipe, boolean last) {
        return 2 * pipe + (last ? 1 : 0);
    }

    private void joinWorks() {
        SegmentIndex.Builder points = new SegmentIndex.Builder();
        for (int w = 0; w < works.size(); w++) {
            if (works.hasGeometry(w)) {
                points.add(w, works.x(w), works.y(w));
            }
        }
        SegmentIndex index = points.build();
        FeatureTable pipes = lines.pipes();
        for (int p = 0; p < lines.count(); p++) {
            if (lines.isUsable(p)) {
                joinWork(p, false, works.rowOf(pipes.text("from_code").get(p)), index);
                joinWork(p, true, works.rowOf(pipes.text("to_code").get(p)), index);
            }
        }
    }

    private void joinWork(int pipe, boolean last, int named, SegmentIndex index) {
        Coordinate at = lines.end(pipe, last);
        int work = named;
        if (work < 0 && !index.isEmpty()) {
            int nearest = index.nearest(at.x, at.y);
            work = index.distance(nearest, at.x, at.y) <= snapM ? index.ownerOf(nearest) : -1;
        }
        if (work >= 0) {
            joined.join(firstWork + work, end(pipe, last));
        }
    }

    private void joinEnds() {
        SegmentIndex.Builder points = new SegmentIndex.Builder();
        for (int p = 0; p < lines.count(); p++) {
            if (lines.isUsable(p)) {
                points.add(end(p, false), lines.end(p, false).x, lines.end(p, false).y);
                points.add(end(p, true), lines.end(p, true).x, lines.end(p, true).y);
            }
        }
        SegmentIndex index = points.build();
        for (int e = 0; e < firstWork; e++) {
            int element = e;
            if (lines.isUsable(e / 2)) {
                Coordinate at = lines.end(e / 2, e % 2 == 1);
                index.forEachWithin(at.x, at.y, snapM, other -> joined.join(element, index.ownerOf(other)));
            }
        }
    }

    /** Ends that met no works, alone or several at one place, and works, are joined to pipes that pass by. */
    private void joinOntoPipes() {
        boolean[] hasWorks = new boolean[firstTap];
        for (int w = firstWork; w < firstTap; w++) {
            hasWorks[joined.find(w)] = true;
        }
        List<Cut> found = new ArrayList<>();
        for (int e = 0; e < firstWork; e++) {
            int element = e;
            if (lines.isUsable(e / 2) && !hasWorks[joined.find(e)]) {
                Coordinate at = lines.end(e / 2, e % 2 == 1);
                nearest(at, q -> !isJoined(element, q), snapM).ifPresent(cut(e, found));
            }
        }
        for (int w = 0; w < works.size(); w++) {
            if (works.hasGeometry(w)) {
                int element = firstWork + w;
                lines.within(works.x(w), works.y(w), snapM, q -> !isJoined(element, q))
                        .forEach(cut(element, found));
            }
        }
        cuts.addAll(found);
        found.forEach(c -> alongPipes.add(new int[] {c.element, end(c.pipe, false)}));
    }

    private boolean isJoined(int element, int pipe) {
        int set = joined.find(element);
        return set == joined.find(end(pipe, false)) || set == joined.find(end(pipe, true));
    }

    private static Consumer<PipeLines.Place> cut(int element, List<Cut> to) {
        return place -> to.add(new Cut(place.pipe(), place.alongM(), element));
    }

    private Optional<PipeLines.Place> nearest(Coordinate at, IntPredicate allowed, double reachM) {
        return lines.within(at.x, at.y, reachM, allowed).stream()
                .min(Comparator.comparingDouble(PipeLines.Place::offM).thenComparingInt(PipeLines.Place::pipe));
    }

    /** Which elements hang together, over whole pipes. */
    private DisjointSets supplies() {
        DisjointSets supplies = new DisjointSets(firstTap);
        for (int e = 0; e < firstTap; e++) {
            supplies.join(e, joined.find(e));
        }
        for (int p = 0; p < lines.count(); p++) {
            supplies.join(end(p, false), end(p, true));
        }
        alongPipes.forEach(link -> supplies.join(link[0], link[1]));
        return supplies;
    }

    private void joinTaps() {
        DisjointSets supplies = supplies();
        Column.Codes connection = households.codesOf("water_connection");
        Column.Codes kind = lines.pipes().codesOf("kind");
        int[] namedBy = namedBy();
        for (int i = 0; i < households.size(); i++) {
            boolean piped = connection.is(i, "piped");
            if (namedBy[i] >= 0 && households.hasGeometry(i)) {
                int pipe = namedBy[i];
                noTap[i] = PipeGraph.NoTap.NONE;
                tapOffM[i] = lines.end(pipe, true).distance(households.at(i));
                cuts.add(new Cut(pipe, lines.lengthM(pipe), firstTap + i));
                continue;
            }
            if (!piped && !connection.is(i, "hose")) {
                noTap[i] = PipeGraph.NoTap.NOT_CONNECTED;
                continue;
            }
            if (!households.hasGeometry(i)) {
                noTap[i] = PipeGraph.NoTap.NO_POSITION;
                continue;
            }
            int work = works.rowOf(households.text("water_source_code").get(i));
            Optional<PipeLines.Place> place = nearest(
                    households.at(i),
                    q -> !(piped && kind.is(q, "hose"))
                            && (work < 0 || supplies.find(firstWork + work) == supplies.find(end(q, false))),
                    tapReachM);
            noTap[i] = place.isPresent() ? PipeGraph.NoTap.NONE : PipeGraph.NoTap.NO_PIPE_NEAR;
            if (place.isPresent()) {
                tapOffM[i] = place.get().offM();
                cuts.add(new Cut(place.get().pipe(), place.get().alongM(), firstTap + i));
            }
        }
    }

    /** By household: the pipe that leads to it by its code; -1 for none. Of several the last. */
    private int[] namedBy() {
        int[] pipe = new int[households.size()];
        Arrays.fill(pipe, -1);
        for (int p = 0; p < lines.count(); p++) {
            String to = lines.pipes().text("to_code").get(p);
            int household = lines.isUsable(p) && works.rowOf(to) < 0 ? households.rowOf(to) : -1;
            if (household >= 0) {
                pipe[household] = p;
            }
        }
        return pipe;
    }

    private PipeGraph assemble() {
        List<List<Cut>> byPipe = new ArrayList<>();
        for (int p = 0; p < lines.count(); p++) {
            byPipe.add(new ArrayList<>());
            if (lines.isUsable(p)) {
                byPipe.get(p).add(new Cut(p, 0, end(p, false)));
                byPipe.get(p).add(new Cut(p, lines.lengthM(p), end(p, true)));
            }
        }
        cuts.forEach(c -> byPipe.get(c.pipe).add(c));
        for (List<Cut> of : byPipe) {
            of.sort(Comparator.comparingDouble(Cut::alongM).thenComparingInt(Cut::element));
            for (int i = 1; i < of.size(); i++) {
                if (of.get(i).alongM - of.get(i - 1).alongM <= SAME_M) {
                    joined.join(of.get(i).element, of.get(i - 1).element);
                }
            }
        }
        return new Assembly(byPipe).graph();
    }

    /** Numbers the nodes and makes the edges. */
    private final class Assembly {
        private final int[] node = new int[firstTap + households.size()];
        private final List<Coordinate> places = new ArrayList<>();
        private final List<Integer> workAt = new ArrayList<>();
        private final List<PipeGraph.Edge> edges = new ArrayList<>();

        Assembly(List<List<Cut>> byPipe) {
            Arrays.fill(node, -1);
            // Where several works share a node, an open one gives its kind.
            for (boolean levels : new boolean[] {true, false}) {
                for (int w = 0; w < works.size(); w++) {
                    if (works.hasGeometry(w) && Levels.isLevel(works, w) == levels) {
                        nodeOf(firstWork + w, works.at(w), w);
                    }
                }
            }
            for (int p = 0; p < lines.count(); p++) {
                List<Cut> of = byPipe.get(p);
                for (int i = 1; i < of.size(); i++) {
                    Cut a = of.get(i - 1);
                    Cut b = of.get(i);
                    int from = nodeOf(a.element, lines.at(p, a.alongM), -1);
                    int to = nodeOf(b.element, lines.at(p, b.alongM), -1);
                    if (from != to) {
                        edges.add(new PipeGraph.Edge(from, to, p, a.alongM, b.alongM));
                    }
                }
            }
        }

        private int nodeOf(int element, Coordinate at, int work) {
            int set = joined.find(element);
            if (node[set] < 0) {
                node[set] = places.size();
                places.add(at);
                workAt.add(work);
            }
            return node[set];
        }

        PipeGraph graph() {
            List<Integer> households = new ArrayList<>();
            places.forEach(p -> households.add(-1));
            for (int i = 0; i < noTap.length; i++) {
                if (noTap[i] == PipeGraph.NoTap.NONE) {
                    int tap = places.size();
                    places.add(PipeJoints.this.households.at(i));
                    workAt.add(-1);
                    households.add(i);
                    edges.add(new PipeGraph.Edge(
                            node[joined.find(firstTap + i)],
                            tap,
                            PipeGraph.Edge.SERVICE,
                            0,
                            Math.max(tapOffM[i], SAME_M)));
                }
            }
            int[] nodeOfWork = new int[works.size()];
            Arrays.setAll(nodeOfWork, w -> node[joined.find(firstWork + w)]);
            return new PipeGraph(
                    lines,
                    List.copyOf(places),
                    workAt.stream().mapToInt(w -> w).toArray(),
                    households.stream().mapToInt(h -> h).toArray(),
                    List.copyOf(edges),
                    nodeOfWork,
                    noTap);
        }
    }
}
