package org.terrace.water;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import org.terrace.analysis.Assessment;
import org.terrace.network.DisjointSets;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.water.laid.Levels;
import org.terrace.water.laid.PipeGraph;

/**
 * Sources whose water runs into another source that was measured: what was measured there holds what they give, and is counted once. Along
 * the pipes as they are joined, past joints and tanks, from the higher to the lower; the direction in which a pipe was drawn says nothing.
 *
 * <p>Where heights do not tell which of two stands above the other, and where a pipe branches off below both, so that their waters may as well
 * meet there, it is left open: then a supply yields at least what the reading with least water gives, and at most what that with most does.
 */
final class SourcesInSeries {
    /** How the water of one source comes to another. */
    private enum Way {
        NONE,
        /** All of it that no one draws before, whatever the errors. */
        SURE,
        /** A branch leaves below both: the two may meet there, and what the higher one gives is there in any case. */
        BRANCHED,
        /** The errors decide, or heights are not known. */
        OPEN
    }

    /** Yield of a supply in m3 a day. @param most infinite where a running source was not measured */
    record Yield(double least, double most) {}

    private final FeatureTable works;
    private final PipeGraph graph;
    private final Heights heights;
    private final double modelErrorM;
    private final List<List<Integer>> edgesAt = new ArrayList<>();
    private final IntPredicate isRunning;

    /** @param isRunning whether a works is not known to be broken */
    SourcesInSeries(Assessment assessment, PipeGraph graph, IntPredicate isRunning) {
        this.works = assessment.region().table(LayerKind.WATER_FACILITY);
        this.graph = graph;
        this.heights = new Heights(assessment.region().elevation());
        this.modelErrorM = assessment.standard().number("elevation.error_m");
        this.isRunning = isRunning;
        for (int n = 0; n < graph.nodes(); n++) {
            edgesAt.add(new ArrayList<>());
        }
        for (int e = 0; e < graph.edges().size(); e++) {
            PipeGraph.Edge edge = graph.edges().get(e);
            if (edge.pipe() != PipeGraph.Edge.SERVICE) {
                edgesAt.get(edge.from()).add(e);
                edgesAt.get(edge.to()).add(e);
            }
        }
    }

    /** @param sources of one supply */
    Yield of(List<Integer> sources) {
        List<Integer> running = sources.stream().filter(isRunning::test).toList();
        int n = running.size();
        Set<Integer> below = new HashSet<>();
        Way[][] ways = new Way[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                ways[a][b] = a == b || !isMeasured(running.get(b)) ? Way.NONE : way(running.get(a), running.get(b));
                if (ways[a][b] == Way.SURE) {
                    below.add(a);
                }
            }
        }
        DisjointSets joined = new DisjointSets(n);
        Set<Integer> enteredIfOpen = new HashSet<>();
        Map<Integer, Set<Integer>> open = new HashMap<>();
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n && !below.contains(a); b++) {
                if (ways[a][b] != Way.NONE && !below.contains(b)) {
                    joined.join(a, b);
                    if (ways[a][b] == Way.OPEN) {
                        enteredIfOpen.add(b);
                    }
                }
            }
        }
        for (int a = 0; a < n; a++) {
            if (!below.contains(a)) {
                open.computeIfAbsent(joined.find(a), k -> new HashSet<>()).add(a);
            }
        }
        double least = 0;
        double most = 0;
        for (Set<Integer> together : open.values()) {
            double[] yields =
                    together.stream().mapToDouble(k -> yieldOf(running.get(k))).toArray();
            double[] entered = together.stream()
                    .filter(enteredIfOpen::contains)
                    .mapToDouble(k -> yieldOf(running.get(k)))
                    .toArray();
            double[] known =
                    DoubleStream.of(yields).filter(y -> !Double.isNaN(y)).toArray();
            // One of those that others may run into holds them all; else what the best one gives is there.
            least += entered.length > 0
                    ? Arrays.stream(entered).min().orElse(0)
                    : Arrays.stream(known).max().orElse(0);
            boolean oneIntoOther = together.size() == 2 && isOneIntoOther(together, ways);
            most += known.length < yields.length
                    ? Double.POSITIVE_INFINITY
                    : oneIntoOther
                            ? Arrays.stream(known).max().orElse(0)
                            : Arrays.stream(known).sum();
        }
        return new Yield(least, most);
    }

    /** Whether one of two surely runs into the other, only which is not known. */
    private static boolean isOneIntoOther(Set<Integer> two, Way[][] ways) {
        List<Integer> of = List.copyOf(two);
        return ways[of.get(0)][of.get(1)] == Way.OPEN && ways[of.get(1)][of.get(0)] == Way.OPEN;
    }

    private boolean isMeasured(int work) {
        return !Double.isNaN(yieldOf(work));
    }

    private double yieldOf(int work) {
        return works.numbers("dry_season_yield_m3_per_day").get(work);
    }

    /** The surest of all ways along pipes. */
    private Way way(int source, int target) {
        int start = graph.nodeOfWork()[source];
        int end = graph.nodeOfWork()[target];
        if (start < 0 || end < 0) {
            return Way.NONE;
        }
        // Works that share a node are one place.
        Way first = start == end ? Way.OPEN : below(end, start);
        if (start == end || first == Way.NONE) {
            return first;
        }
        Way[] best = new Way[graph.nodes()];
        Arrays.fill(best, Way.NONE);
        best[start] = first;
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            int node = queue.poll();
            for (int e : edgesAt.get(node)) {
                PipeGraph.Edge edge = graph.edges().get(e);
                int next = edge.from() == node ? edge.to() : edge.from();
                Way there = next == end ? best[node] : worse(best[node], past(next, start, end));
                if (there != Way.NONE && (best[next] == Way.NONE || there.compareTo(best[next]) < 0)) {
                    best[next] = there;
                    if (next != end) {
                        queue.add(next);
                    }
                }
            }
        }
        return best[end];
    }

    private static Way worse(Way a, Way b) {
        return a == Way.NONE || b == Way.NONE ? Way.NONE : a.compareTo(b) >= 0 ? a : b;
    }

    /** Open works hold their level, so it has to lie between; a joint leaves the water no choice unless a pipe branches off below. */
    private Way past(int node, int start, int end) {
        if (Levels.isLevel(works, graph.work()[node])) {
            return worse(below(node, start), below(end, node));
        }
        if (edgesAt.get(node).size() <= 2) {
            return Way.SURE;
        }
        return switch (below(end, node)) {
            case SURE -> Way.SURE;
            case NONE -> Way.BRANCHED;
            default -> Way.OPEN;
        };
    }

    /** Whether one node stands below another. */
    private Way below(int low, int high) {
        double fall = heightM(high) - heightM(low);
        double error = Math.hypot(errorM(high), errorM(low));
        return fall > error ? Way.SURE : fall < -error ? Way.NONE : Way.OPEN;
    }

    /** A well's water stands at a depth that nobody wrote down. */
    private double heightM(int node) {
        int work = graph.work()[node];
        if (work < 0) {
            return heights.grid()
                    .map(g -> g.bilinear(
                            graph.places().get(node).x, graph.places().get(node).y))
                    .orElse(Double.NaN);
        }
        return works.codesOf("kind").is(work, "well") ? Double.NaN : heights.of(works, work);
    }

    private double errorM(int node) {
        int work = graph.work()[node];
        return work >= 0 && Heights.isSurveyed(works, work) ? 0 : modelErrorM;
    }
}
