package org.terrace.water.scheme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.terrace.hydraulics.Link;
import org.terrace.hydraulics.Node;
import org.terrace.hydraulics.PipeNetwork;
import org.terrace.hydraulics.Simulation;
import org.terrace.hydraulics.SteadyState;
import org.terrace.water.laid.PipeGraph;

/**
 * Heads on mains between several open works, where how much flows on to the lower works is not known: only what taps draw is. Two bounds.
 *
 * <p>At most, the main is full and nothing flows on: the works feed what is drawn and take nothing in. At least, it carries on what its fall can,
 * or runs part-full because less comes than that: then water stands in it no higher than the pipe, or than the lowest works where those back
 * it up.
 */
final class BetweenWorks {
    private static final double FLOWS = 1e-9;

    /** By node, metres; heads that hang on one open works only are the same in both. */
    final double[] fullM;

    final double[] leastM;
    /** By node: error of the height behind the least head. */
    final double[] leastErrorM;
    /** By piece, with full mains; elsewhere as they were balanced. */
    final double[] flowM3PerS;

    final double[] lossM;

    private final PipeGraph graph;
    private final NodeHeights heights;
    private final PipeSizes sizes;
    private final Flowing flowing;
    private final double[] demand;
    private final double siphonM;

    /** @param siphonM that water climbs over its level in a full pipe */
    BetweenWorks(
            PipeGraph graph,
            NodeHeights heights,
            PipeSizes sizes,
            Flowing flowing,
            double[] demandM3PerS,
            double siphonM) {
        this.siphonM = siphonM;
        this.graph = graph;
        this.heights = heights;
        this.sizes = sizes;
        this.flowing = flowing;
        this.demand = demandM3PerS;
        this.fullM = flowing.headM.clone();
        this.leastM = flowing.headM.clone();
        this.leastErrorM = flowing.levelErrorM.clone();
        this.flowM3PerS = flowing.flowM3PerS.clone();
        this.lossM = flowing.lossM.clone();
        Map<Integer, List<Integer>> zones = new TreeMap<>();
        for (int e = 0; e < flowM3PerS.length; e++) {
            int inside = inside(e);
            if (flowing.isOpen(e) && flowing.isBetween(inside)) {
                zones.computeIfAbsent(flowing.zone(inside), k -> new ArrayList<>())
                        .add(e);
            }
        }
        zones.values().forEach(this::bound);
    }

    /** The end of a piece that is no open works; of two the first. */
    private int inside(int edge) {
        PipeGraph.Edge e = graph.edges().get(edge);
        return flowing.isLevel(e.from()) ? e.to() : e.from();
    }

    private int level(int edge) {
        PipeGraph.Edge e = graph.edges().get(edge);
        return flowing.isLevel(e.from()) ? e.from() : flowing.isLevel(e.to()) ? e.to() : -1;
    }

    private void bound(List<Integer> zone) {
        List<Integer> open = new ArrayList<>(zone);
        // Works that would be filled are shut: without what they take heads only rise, so none of them begins to give.
        while (fill(open)) {
            open.removeIf(e -> level(e) >= 0 && isFilled(e));
        }
        for (int e : zone) {
            if (!open.contains(e)) {
                flowM3PerS[e] = 0;
                lossM[e] = 0;
            }
        }
        double lowest = zone.stream()
                .filter(e -> level(e) >= 0)
                .mapToDouble(e -> heights.heightM()[level(e)])
                .min()
                .orElse(Double.NaN);
        for (int e : zone) {
            PipeGraph.Edge edge = graph.edges().get(e);
            if (edge.pipe() != PipeGraph.Edge.SERVICE) {
                least(edge.from(), edge.from(), lowest);
                least(edge.to(), edge.to(), lowest);
            }
        }
        for (int e : zone) {
            PipeGraph.Edge edge = graph.edges().get(e);
            if (edge.pipe() == PipeGraph.Edge.SERVICE) {
                least(edge.to(), edge.from(), lowest);
            }
        }
    }

    /** @param main node of the main that a place hangs on; itself on the main */
    private void least(int node, int main, double lowestM) {
        if (flowing.isLevel(node)) {
            return;
        }
        boolean backedUp = !(heights.heightM()[main] > lowestM);
        double standing = backedUp ? lowestM : heights.heightM()[main];
        // Where the pipe carries all that it can and the head line falls further below it than water climbs, it runs
        // part-full.
        double siphoned = Math.max(flowing.headM[main], heights.heightM()[main] - siphonM);
        double least = Double.isNaN(siphoned) ? flowing.headM[main] : Math.min(siphoned, standing);
        leastM[node] = Math.min(least, fullM[main]) - (fullM[main] - fullM[node]);
        leastErrorM[node] =
                backedUp ? flowing.levelErrorM[node] : Math.max(flowing.levelErrorM[node], heights.errorM()[main]);
    }

    private boolean isFilled(int edge) {
        return (flowing.isLevel(graph.edges().get(edge).to()) ? 1 : -1) * flowM3PerS[edge] > FLOWS;
    }

    /** Balances the open pieces of one part. @return whether works are filled through any of them */
    private boolean fill(List<Integer> open) {
        Map<Integer, Integer> local = new HashMap<>();
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int e : open) {
            PipeGraph.Edge edge = graph.edges().get(e);
            int[] ends = {edge.from(), edge.to()};
            int[] at = new int[2];
            for (int k = 0; k < 2; k++) {
                int n = ends[k];
                // Works that lie on two parts, or on two ways into one, hold their level for each.
                if (flowing.isLevel(n)) {
                    at[k] = nodes.size();
                    nodes.add(Node.Reservoir.of(e + "-" + n, heights.heightM()[n]));
                } else if (local.containsKey(n)) {
                    at[k] = local.getOrDefault(n, -1);
                } else {
                    at[k] = nodes.size();
                    local.put(n, at[k]);
                    nodes.add(Node.Junction.of(Integer.toString(n), 0, demand[n]));
                }
            }
            links.add(Link.Pipe.of(
                    Integer.toString(e),
                    at[0],
                    at[1],
                    flowing.lengthM(edge),
                    sizes.boreMm(edge.pipe()) / 1000,
                    sizes.roughness(edge.pipe())));
        }
        SteadyState state =
                Simulation.steady(new PipeNetwork(nodes, links, sizes.formula(), PipeNetwork.WATER_VISCOSITY, 0.5));
        boolean balanced = state.isBalanced();
        local.forEach((n, at) -> fullM[n] = balanced ? state.heads()[at] : Double.NaN);
        boolean filled = false;
        for (int k = 0; k < open.size(); k++) {
            flowM3PerS[open.get(k)] = balanced ? state.flows()[k] : Double.NaN;
            lossM[open.get(k)] = balanced ? state.losses()[k] : Double.NaN;
            filled |= level(open.get(k)) >= 0 && isFilled(open.get(k));
        }
        return filled;
    }
}
