package org.terrace.water.scheme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.terrace.hydraulics.Link;
import org.terrace.hydraulics.Node;
import org.terrace.hydraulics.PipeNetwork;
import org.terrace.hydraulics.Simulation;
import org.terrace.hydraulics.SteadyState;
import org.terrace.network.DisjointSets;
import org.terrace.region.FeatureTable;
import org.terrace.water.laid.Levels;
import org.terrace.water.laid.PipeGraph;

/**
 * Heads and flows of all supplies at peak demand, and the static level when nothing flows.
 *
 * <p>Open works (springs, tanks, break-pressure tanks) hold their level and part a supply into zones. A pipe between two of them carries
 * what its fall can: its flow is its capacity. The static level of a zone is the highest that feeds it.
 */
final class Flowing {
    /** Of each node, the number of its supply; supplies are numbered by their lowest node. */
    final int[] supplyOf;

    final int supplies;
    /** Metres; NaN where not known. */
    final double[] headM;
    /** Metres when nothing flows; NaN where not known. */
    final double[] staticM;
    /** Error of the levels behind both. */
    final double[] levelErrorM;
    /** The open works that give the static level; -1 for none. */
    final int[] levelNode;
    /** Whether every bore on the way is on record, so that the head is known and not only the static level. */
    final boolean[] sure;

    final double[] flowM3PerS;
    final double[] lossM;
    /** Supplies whose flows could not be balanced. */
    final boolean[] unbalanced;

    private final PipeGraph graph;
    private final FeatureTable works;
    private final NodeHeights heights;
    private final PipeSizes sizes;
    private final double[] demand;

    /** @param demandM3PerS drawn at each node at the peak */
    Flowing(PipeGraph graph, FeatureTable works, NodeHeights heights, PipeSizes sizes, double[] demandM3PerS) {
        this.graph = graph;
        this.works = works;
        this.heights = heights;
        this.sizes = sizes;
        this.demand = demandM3PerS;
        int n = graph.nodes();
        this.supplyOf = new int[n];
        this.headM = nan(n);
        this.staticM = nan(n);
        this.levelErrorM = nan(n);
        this.levelNode = new int[n];
        Arrays.fill(levelNode, -1);
        this.sure = new boolean[n];
        this.flowM3PerS = nan(graph.edges().size());
        this.lossM = nan(graph.edges().size());
        DisjointSets joined = new DisjointSets(n);
        graph.edges().forEach(e -> joined.join(e.from(), e.to()));
        int count = 0;
        int[] number = new int[n];
        Arrays.fill(number, -1);
        for (int i = 0; i < n; i++) {
            int root = joined.find(i);
            number[root] = number[root] < 0 ? count++ : number[root];
            supplyOf[i] = number[root];
        }
        this.supplies = count;
        this.unbalanced = new boolean[count];
        zones();
        balance();
    }

    private static double[] nan(int n) {
        double[] all = new double[n];
        Arrays.fill(all, Double.NaN);
        return all;
    }

    boolean isLevel(int node) {
        return Levels.isLevel(works, graph.work()[node]);
    }

    /** Static levels, and where the head is sure. */
    private void zones() {
        DisjointSets zone = new DisjointSets(graph.nodes());
        for (PipeGraph.Edge e : graph.edges()) {
            if (!isLevel(e.from()) && !isLevel(e.to())) {
                zone.join(e.from(), e.to());
            }
        }
        int n = graph.nodes();
        int[] edgesIn = new int[n];
        int[] nodesIn = new int[n];
        boolean[] assumed = new boolean[n];
        boolean[] severalLevels = new boolean[n];
        boolean[] unknownLevel = new boolean[n];
        for (int i = 0; i < n; i++) {
            nodesIn[zone.find(i)]++;
        }
        for (PipeGraph.Edge e : graph.edges()) {
            int inside = isLevel(e.from()) ? e.to() : e.from();
            if (isLevel(inside)) {
                continue;
            }
            int z = zone.find(inside);
            edgesIn[z]++;
            assumed[z] |= !sizes.isKnown(e.pipe());
            for (int end : new int[] {e.from(), e.to()}) {
                if (isLevel(end)) {
                    unknownLevel[z] |= Double.isNaN(heights.heightM()[end]);
                    severalLevels[z] |= levelNode[z] >= 0 && levelNode[z] != end;
                    if (levelNode[z] < 0 || heights.heightM()[end] > heights.heightM()[levelNode[z]]) {
                        levelNode[z] = end;
                    }
                    levelErrorM[z] = Double.isNaN(levelErrorM[z])
                            ? heights.errorM()[end]
                            : Math.max(levelErrorM[z], heights.errorM()[end]);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            int z = zone.find(i);
            if (isLevel(i)) {
                levelNode[i] = i;
                levelErrorM[i] = heights.errorM()[i];
                staticM[i] = heights.heightM()[i];
                sure[i] = true;
            } else if (levelNode[z] >= 0 && !unknownLevel[z]) {
                levelNode[i] = levelNode[z];
                levelErrorM[i] = levelErrorM[z];
                staticM[i] = heights.heightM()[levelNode[z]];
            }
        }
        reachThroughKnownPipes(zone, z -> edgesIn[z] == nodesIn[z] && !severalLevels[z], assumed);
    }

    /**
     * In a tree below one level an assumed bore blurs what lies beyond it; where flows have a choice it blurs the whole zone.
     *
     * @param tree whether a zone is one
     */
    private void reachThroughKnownPipes(DisjointSets zone, IntPredicate tree, boolean[] assumed) {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (PipeGraph.Edge e : graph.edges()) {
                for (int k = 0; k < 2; k++) {
                    int a = k == 0 ? e.from() : e.to();
                    int b = k == 0 ? e.to() : e.from();
                    if (sure[a] && !sure[b] && !isLevel(b)) {
                        int z = zone.find(b);
                        boolean blurred = assumed[z] && (!tree.test(z) || !sizes.isKnown(e.pipe()));
                        if (!blurred && !Double.isNaN(staticM[b])) {
                            sure[b] = true;
                            grown = true;
                        }
                    }
                }
            }
        }
    }

    private void balance() {
        List<List<Integer>> nodes = new ArrayList<>();
        List<List<Integer>> edges = new ArrayList<>();
        for (int s = 0; s < supplies; s++) {
            nodes.add(new ArrayList<>());
            edges.add(new ArrayList<>());
        }
        for (int i = 0; i < graph.nodes(); i++) {
            nodes.get(supplyOf[i]).add(i);
        }
        for (int e = 0; e < graph.edges().size(); e++) {
            edges.get(supplyOf[graph.edges().get(e).from()]).add(e);
        }
        for (int s = 0; s < supplies; s++) {
            if (!edges.get(s).isEmpty()) {
                balance(s, nodes.get(s), edges.get(s));
            }
        }
    }

    private void balance(int supply, List<Integer> nodes, List<Integer> edges) {
        int[] local = new int[graph.nodes()];
        List<Node> junctions = new ArrayList<>();
        for (int i : nodes) {
            // Without a height nothing is said of a level; what hangs on it stays unknown.
            if (isLevel(i) && Double.isNaN(heights.heightM()[i])) {
                return;
            }
            local[i] = junctions.size();
            junctions.add(
                    isLevel(i)
                            ? Node.Reservoir.of(Integer.toString(i), heights.heightM()[i])
                            : Node.Junction.of(Integer.toString(i), 0, demand[i]));
        }
        List<Link> links = new ArrayList<>();
        for (int e : edges) {
            PipeGraph.Edge edge = graph.edges().get(e);
            links.add(Link.Pipe.of(
                    Integer.toString(e),
                    local[edge.from()],
                    local[edge.to()],
                    lengthM(edge),
                    sizes.boreMm(edge.pipe()) / 1000,
                    sizes.roughness(edge.pipe())));
        }
        SteadyState state =
                Simulation.steady(new PipeNetwork(junctions, links, sizes.formula(), PipeNetwork.WATER_VISCOSITY, 0.5));
        if (!state.isBalanced()) {
            unbalanced[supply] = true;
            return;
        }
        for (int i : nodes) {
            headM[i] = state.heads()[local[i]];
        }
        for (int k = 0; k < edges.size(); k++) {
            flowM3PerS[edges.get(k)] = state.flows()[k];
            lossM[edges.get(k)] = state.losses()[k];
        }
    }

    /** Along the slope between its ends. */
    double lengthM(PipeGraph.Edge edge) {
        double rise = heights.heightM()[edge.to()] - heights.heightM()[edge.from()];
        return Double.isNaN(rise) ? edge.drawnM() : Math.sqrt(edge.drawnM() * edge.drawnM() + rise * rise);
    }
}
