package org.terrace.water.scheme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
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
 * what its fall can: its flow is its capacity. The static level of a place is the highest that gets there ({@link Passage}); where none does,
 * nothing flows and there is no head.
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
    private final Passage passage;
    private final double[] demand;
    /** By node: the part between open works that it lies in, by its lowest node. */
    private final int[] zoneOf;
    /** By that node: whether water has one way only in it, and whether it lies between several open works. */
    private final boolean[] isTree;

    private final boolean[] isBetweenLevels;

    /** @param demandM3PerS drawn at each node at the peak */
    Flowing(
            PipeGraph graph,
            FeatureTable works,
            NodeHeights heights,
            PipeSizes sizes,
            Passage passage,
            double[] demandM3PerS) {
        this.graph = graph;
        this.passage = passage;
        this.works = works;
        this.heights = heights;
        this.sizes = sizes;
        this.demand = demandM3PerS;
        int n = graph.nodes();
        this.supplyOf = new int[n];
        this.zoneOf = new int[n];
        this.isTree = new boolean[n];
        this.isBetweenLevels = new boolean[n];
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

    /** Whether water may stand at both ends of a piece and get through it. */
    boolean isOpen(int edge) {
        PipeGraph.Edge e = graph.edges().get(edge);
        return passage.crossed[edge] && isReached(e.from()) && isReached(e.to());
    }

    /** Whether the flow is what the fall between open works can carry, and not what is drawn. */
    boolean isCapacity(int edge) {
        PipeGraph.Edge e = graph.edges().get(edge);
        return isLevel(e.from())
                ? isLevel(e.to()) || isBetweenLevels[zoneOf[e.to()]]
                : isBetweenLevels[zoneOf[e.from()]];
    }

    /** Whether a place lies between several open works, and is none. */
    boolean isBetween(int node) {
        return !isLevel(node) && isBetweenLevels[zoneOf[node]];
    }

    /** The part between open works that a place lies in. */
    int zone(int node) {
        return zoneOf[node];
    }

    private boolean isReached(int node) {
        return passage.reach[node].isReached();
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
        for (int e = 0; e < graph.edges().size(); e++) {
            PipeGraph.Edge edge = graph.edges().get(e);
            if (isOpen(e) && !isLevel(edge.from()) && !isLevel(edge.to())) {
                zone.join(edge.from(), edge.to());
            }
        }
        int n = graph.nodes();
        int[] edgesIn = new int[n];
        int[] nodesIn = new int[n];
        int[] level = new int[n];
        Arrays.fill(level, -1);
        Arrays.setAll(zoneOf, zone::find);
        boolean[] assumed = new boolean[n];
        for (int i = 0; i < n; i++) {
            nodesIn[zone.find(i)]++;
        }
        for (int e = 0; e < graph.edges().size(); e++) {
            PipeGraph.Edge edge = graph.edges().get(e);
            int inside = isLevel(edge.from()) ? edge.to() : edge.from();
            if (isLevel(inside) || !isOpen(e)) {
                continue;
            }
            int z = zone.find(inside);
            edgesIn[z]++;
            assumed[z] |= !sizes.isKnown(edge.pipe());
            for (int end : new int[] {edge.from(), edge.to()}) {
                if (isLevel(end)) {
                    isBetweenLevels[z] |= level[z] >= 0 && level[z] != end;
                    level[z] = end;
                    levelErrorM[z] = Double.isNaN(levelErrorM[z])
                            ? heights.errorM()[end]
                            : Math.max(levelErrorM[z], heights.errorM()[end]);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            levelNode[i] = passage.levelNode[i];
            if (levelNode[i] >= 0) {
                levelErrorM[i] = isLevel(i) ? heights.errorM()[i] : levelErrorM[zone.find(i)];
                staticM[i] = heights.heightM()[levelNode[i]];
                sure[i] = isLevel(i);
                headM[i] = isLevel(i) ? staticM[i] : Double.NaN;
            }
        }
        for (int z = 0; z < n; z++) {
            isTree[z] = edgesIn[z] == nodesIn[z] && !isBetweenLevels[z];
        }
        reachThroughKnownPipes(assumed);
    }

    /** Where flows have a choice and less gets through one of the ways than is drawn, what the others carry is not known. */
    void blur(boolean[] isShort) {
        BitSet blurred = new BitSet();
        for (int e = 0; e < isShort.length; e++) {
            PipeGraph.Edge edge = graph.edges().get(e);
            int inside = isLevel(edge.from()) ? edge.to() : edge.from();
            blurred.set(zoneOf[inside], blurred.get(zoneOf[inside]) || (isShort[e] && !isTree[zoneOf[inside]]));
        }
        for (int i = 0; i < sure.length; i++) {
            sure[i] &= isLevel(i) || !blurred.get(zoneOf[i]);
        }
    }

    /**
     * In a tree below one level an assumed bore blurs what lies beyond it; where flows have a choice it blurs the whole zone.
     *
     * @param assumed by zone: whether one is
     */
    private void reachThroughKnownPipes(boolean[] assumed) {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int i = 0; i < graph.edges().size(); i++) {
                PipeGraph.Edge e = graph.edges().get(i);
                for (int k = 0; k < 2 && isOpen(i); k++) {
                    int a = k == 0 ? e.from() : e.to();
                    int b = k == 0 ? e.to() : e.from();
                    if (sure[a] && !sure[b] && !isLevel(b)) {
                        int z = zoneOf[b];
                        boolean blurred = assumed[z] && (!isTree[z] || !sizes.isKnown(e.pipe()));
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
            if (isReached(i)) {
                nodes.get(supplyOf[i]).add(i);
            }
        }
        for (int e = 0; e < graph.edges().size(); e++) {
            if (isOpen(e)) {
                edges.get(supplyOf[graph.edges().get(e).from()]).add(e);
            }
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
