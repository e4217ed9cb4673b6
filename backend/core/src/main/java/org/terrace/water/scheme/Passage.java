package org.terrace.water.scheme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.terrace.network.DisjointSets;
import org.terrace.region.FeatureTable;
import org.terrace.standard.Standard;
import org.terrace.water.laid.Levels;
import org.terrace.water.laid.PipeGraph;

/**
 * Where the water of each open works gets to through the pipes when nothing is drawn. It rises no higher than its level and, where a pipe
 * is full and tight, a few metres more: over a higher ridge none passes, however deep the ground lies behind.
 *
 * <p>From every works that holds water the pipes are flooded. A tank or the like holds none where works above are drawn to fill it and the
 * water of none of them gets to it; what nothing above is drawn to fill is filled by what nobody drew.
 *
 * <p>Level and ground are wrong independently: a ridge stops the water for sure only beyond both errors. That it is passed for sure is
 * told by an error that grows with the distance from the works, since heights of the model near each other are wrong alike; with the
 * whole error at the works' door no water would ever surely leave it.
 *
 * @see "practical limit of a siphon: 10.3 m of air pressure at sea level, less vapour and the air that comes out of the water"
 */
final class Passage {
    private static final Set<String> SOURCES = Set.of("spring", "intake", "reservoir");

    /** How a place is reached. */
    enum Reach {
        /** From some works whatever the errors. */
        PASSES,
        /** The errors decide. */
        MAY_NOT_PASS,
        /** From none, whatever the errors. */
        NO_WATER,
        /** No works are drawn whose level is known, or a well may feed it. */
        NOT_TOLD;

        boolean isReached() {
            return this == PASSES || this == MAY_NOT_PASS;
        }

        static Reach worse(Reach a, Reach b) {
            return a.compareTo(b) >= 0 ? a : b;
        }
    }

    /**
     * @param siphonM that water climbs over its level
     * @param modelErrorM of heights of the elevation model. @param rampM places further apart than this have them independently
     */
    record Rules(double siphonM, double modelErrorM, double rampM) {
        static Rules of(Standard standard) {
            return new Rules(
                    standard.number("water.pipe.siphon_m"),
                    standard.number("elevation.error_m"),
                    standard.number("water.project.height_error_range_m"));
        }

        /** Share of the error that is independent in heights of the model so far apart. */
        double independent(double apartM) {
            return rampM <= 0 ? 1 : Math.min(1, apartM / rampM);
        }
    }

    /**
     * A piece of pipe that stands too high, or may.
     *
     * @param point of its ground. @param aboveM the level. @param errorM of that. @param beyond node on its far side
     */
    record Ridge(int edge, int point, boolean sure, int level, double aboveM, double errorM, int beyond) {}

    /** By node. */
    final Reach[] reach;
    /** By node: the highest works whose water gets there; works that hold water, themselves; -1 for none. */
    final int[] levelNode;
    /** By piece: whether the water of some works gets through, or may. */
    final boolean[] crossed;
    /** By piece that no works' water surely passes: the ridge for the works that it is least in the way of. */
    final Map<Integer, Ridge> ridges = new TreeMap<>();

    private final PipeGraph graph;
    private final FeatureTable works;
    private final NodeHeights heights;
    private final PipeGround[] grounds;
    private final Rules rules;
    private final List<List<Integer>> edgesAt = new ArrayList<>();
    private final BitSet crossedForSure = new BitSet();
    /** Parts between open works. */
    private final DisjointSets zone;
    /** By node, while the water of one works is followed. */
    private final Reach[] here;
    /** By zone: the highest level beside it. */
    private final double[] highestM;

    private final BitSet unknownLevel = new BitSet();
    private final BitSet wells = new BitSet();

    /** @param grounds by piece of the graph; those of service pipes are not read: a house's own height is judged at its tap */
    Passage(PipeGraph graph, FeatureTable works, NodeHeights heights, PipeGround[] grounds, Rules rules) {
        this.graph = graph;
        this.works = works;
        this.heights = heights;
        this.grounds = grounds;
        this.rules = rules;
        int n = graph.nodes();
        this.reach = new Reach[n];
        Arrays.fill(reach, Reach.NO_WATER);
        this.here = reach.clone();
        this.levelNode = new int[n];
        Arrays.fill(levelNode, -1);
        this.crossed = new boolean[graph.edges().size()];
        this.zone = new DisjointSets(n);
        this.highestM = new double[n];
        Arrays.fill(highestM, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < n; i++) {
            edgesAt.add(new ArrayList<>());
        }
        for (int e = 0; e < crossed.length; e++) {
            PipeGraph.Edge edge = graph.edges().get(e);
            edgesAt.get(edge.from()).add(e);
            edgesAt.get(edge.to()).add(e);
            if (!isLevel(edge.from()) && !isLevel(edge.to())) {
                zone.join(edge.from(), edge.to());
            }
        }
        zones();
        flood();
        ridges.values().removeIf(r -> crossedForSure.get(r.edge) || reach[r.beyond] == Reach.NOT_TOLD);
    }

    private boolean isLevel(int node) {
        return Levels.isLevel(works, graph.work()[node]);
    }

    private double levelM(int node) {
        return heights.heightM()[node];
    }

    List<Integer> edgesAt(int node) {
        return edgesAt.get(node);
    }

    int other(int edge, int node) {
        PipeGraph.Edge e = graph.edges().get(edge);
        return e.from() == node ? e.to() : e.from();
    }

    private void zones() {
        for (int i = 0; i < graph.nodes(); i++) {
            if (!isLevel(i)) {
                int work = graph.work()[i];
                boolean well = work >= 0
                        && works.codesOf("kind").is(work, "well")
                        && !works.codesOf("working").is(work, "no");
                wells.set(zone.find(i), wells.get(zone.find(i)) || well);
                continue;
            }
            for (int e : edgesAt.get(i)) {
                int z = zone.find(other(e, i));
                if (Double.isNaN(levelM(i))) {
                    unknownLevel.set(z);
                } else {
                    highestM[z] = Math.max(highestM[z], levelM(i));
                }
            }
        }
    }

    /** From above downwards: whether works hold water is known before their own water is followed. */
    private void flood() {
        IntStream.range(0, reach.length)
                .filter(this::isLevel)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer w) -> -levelM(w)).thenComparing(w -> w))
                .forEach(w -> {
                    if (Double.isNaN(levelM(w))) {
                        reach[w] = Reach.NOT_TOLD;
                    } else if (!isFilledAsDrawn(w)) {
                        reach[w] = Reach.PASSES;
                    }
                    if (reach[w].isReached()) {
                        levelNode[w] = w;
                        flood(w);
                    }
                });
        for (int i = 0; i < reach.length; i++) {
            int z = zone.find(i);
            boolean dry = reach[i] == Reach.NO_WATER && (wells.get(z) || Double.isInfinite(highestM[z]));
            if (!isLevel(i) && (dry || unknownLevel.get(z))) {
                reach[i] = Reach.NOT_TOLD;
                levelNode[i] = -1;
            }
        }
    }

    /** Whether works above, and nothing else, are drawn to fill it. */
    private boolean isFilledAsDrawn(int node) {
        if (SOURCES.contains(works.codesOf("kind").code(graph.work()[node]))) {
            return false;
        }
        boolean above = false;
        for (int e : edgesAt.get(node)) {
            int next = other(e, node);
            int z = zone.find(next);
            if (isLevel(next) ? Double.isNaN(levelM(next)) : unknownLevel.get(z) || wells.get(z)) {
                return false;
            }
            above |= (isLevel(next) ? levelM(next) : highestM[z]) > levelM(node);
        }
        return above;
    }

    /** Follows the water of works that hold some. */
    private void flood(int source) {
        List<Integer> touched = new ArrayList<>(List.of(source));
        here[source] = reach[source];
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(source));
        while (!open.isEmpty()) {
            int node = open.poll();
            for (int e : edgesAt.get(node)) {
                int next = other(e, node);
                Reach reached = Reach.worse(past(e, source, next), here[node]);
                crossed[e] |= reached.isReached();
                boolean enters = !isLevel(next) || levelM(source) > levelM(next);
                if (reached.isReached() && enters && reached.compareTo(here[next]) < 0) {
                    touched.add(next);
                    here[next] = reached;
                    reach[next] = reached.compareTo(reach[next]) < 0 ? reached : reach[next];
                    if (!isLevel(next)) {
                        levelNode[next] = levelNode[next] < 0 ? source : levelNode[next];
                        open.add(next);
                    }
                }
            }
        }
        touched.forEach(node -> here[node] = Reach.NO_WATER);
    }

    /** How the water of some works passes one piece; a ridge in it is kept. */
    private Reach past(int edge, int source, int beyond) {
        PipeGround ground = grounds[edge];
        int worst = -1;
        Reach reached = Reach.PASSES;
        for (int i = 0; i < ground.size(); i++) {
            Reach at = at(edge, i, source, levelM(source));
            boolean worse = at.compareTo(reached) > 0;
            if (worse || (worst >= 0 && at == reached && ground.groundM()[i] > ground.groundM()[worst])) {
                worst = i;
                reached = at;
            }
        }
        if (worst < 0) {
            crossedForSure.set(edge);
            return reached;
        }
        double above = ground.groundM()[worst] - levelM(source);
        Ridge ridge =
                new Ridge(edge, worst, reached == Reach.NO_WATER, source, above, errorM(edge, worst, source), beyond);
        ridges.merge(edge, ridge, (a, b) -> a.sure == b.sure ? (a.aboveM <= b.aboveM ? a : b) : a.sure ? b : a);
        return reached;
    }

    /**
     * Whether the water of some works passes one place of a piece.
     *
     * @param waterM level or head line there
     */
    Reach at(int edge, int point, int source, double waterM) {
        double over = grounds[edge].groundM()[point] - waterM - rules.siphonM;
        double error = errorM(edge, point, source);
        if (over > error) {
            return Reach.NO_WATER;
        }
        double apart = graph.places().get(source).distance(grounds[edge].at()[point]);
        double near = Math.hypot(heights.errorM()[source], rules.modelErrorM) * rules.independent(apart);
        return over + Math.min(error, near) > 0 ? Reach.MAY_NOT_PASS : Reach.PASSES;
    }

    /** Of a height above some level. */
    double errorM(int edge, int point, int source) {
        return Math.hypot(heights.errorM()[source], grounds[edge].errorM()[point]);
    }

    /** Those who lack water for a ridge, or may: all who hang on its far side and are reached in no better way. */
    double peopleBehind(Ridge ridge, double[] peopleAt) {
        double people = 0;
        BitSet seen = new BitSet();
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(ridge.beyond));
        while (!open.isEmpty()) {
            int node = open.poll();
            boolean lacks = reach[node] == Reach.NO_WATER || (!ridge.sure && reach[node] == Reach.MAY_NOT_PASS);
            if (!lacks || seen.get(node)) {
                continue;
            }
            seen.set(node);
            people += Double.isNaN(peopleAt[node]) ? 0 : peopleAt[node];
            edgesAt.get(node).stream().filter(e -> e != ridge.edge).forEach(e -> open.add(other(e, node)));
        }
        return people;
    }
}
