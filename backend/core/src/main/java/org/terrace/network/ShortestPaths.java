package org.terrace.network;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Least cost from one or several nodes to all others (Dijkstra 1959), over edges with costs of any kind that are not negative; an edge of
 * infinite cost is closed. Of ways that cost the same, the one found from the lower edge number is kept.
 */
public final class ShortestPaths {
    private final Network network;
    private final double[] cost;
    private final int[] edgeBefore;
    private final int[] settled;

    private ShortestPaths(Network network, double[] cost, int[] edgeBefore, int[] settled) {
        this.network = network;
        this.cost = cost;
        this.edgeBefore = edgeBefore;
        this.settled = settled;
    }

    /**
     * @param starts nodes. @param atStart what each costs already, not negative
     * @param costOfEdge cost of an edge in either direction, infinite where it is closed
     * @throws IllegalArgumentException for a cost that is negative or not a number
     */
    public static ShortestPaths from(Network network, int[] starts, double[] atStart, IntToDoubleFunction costOfEdge) {
        return from(network, starts, atStart, costOfEdge, Double.POSITIVE_INFINITY);
    }

    /** @param limit nodes that cost more are left at infinity */
    public static ShortestPaths from(
            Network network, int[] starts, double[] atStart, IntToDoubleFunction costOfEdge, double limit) {
        double[] edgeCost = new double[network.edges()];
        for (int e = 0; e < edgeCost.length; e++) {
            edgeCost[e] = costOfEdge.applyAsDouble(e);
            if (!(edgeCost[e] >= 0)) {
                throw new IllegalArgumentException("edge " + e + " costs " + edgeCost[e]);
            }
        }
        double[] cost = new double[network.nodes()];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        int[] edgeBefore = new int[network.nodes()];
        Arrays.fill(edgeBefore, -1);
        int[] settled = new int[network.nodes()];
        int count = 0;
        NodeHeap waiting = new NodeHeap(cost);
        for (int i = 0; i < starts.length; i++) {
            if (!(atStart[i] >= 0)) {
                throw new IllegalArgumentException("start " + starts[i] + " costs " + atStart[i]);
            }
            if (atStart[i] < cost[starts[i]]) {
                cost[starts[i]] = atStart[i];
                waiting.raise(starts[i]);
            }
        }
        for (int node = waiting.take(); node >= 0; node = waiting.take()) {
            settled[count++] = node;
            for (int k = 0; k < network.degree(node); k++) {
                int edge = network.incident(node, k);
                int next = network.other(edge, node);
                double then = cost[node] + edgeCost[edge];
                if (then < cost[next] && then <= limit) {
                    cost[next] = then;
                    edgeBefore[next] = edge;
                    waiting.raise(next);
                    // An edge so short that it adds nothing must not lead back.
                } else if (then == cost[next] && cost[node] < cost[next] && edgeBefore[next] > edge) {
                    edgeBefore[next] = edge;
                }
            }
        }
        return new ShortestPaths(network, cost, edgeBefore, Arrays.copyOf(settled, count));
    }

    /** Infinite where no way leads. */
    public double cost(int node) {
        return cost[node];
    }

    /** The edge by which the least way reaches the node, -1 at a start and where no way leads. */
    public int edgeBefore(int node) {
        return edgeBefore[node];
    }

    /** All nodes that a way leads to, each after the one before it on its way. */
    public int[] order() {
        return settled.clone();
    }

    /** Edges from a start to the node, in order; empty at a start and where no way leads. */
    public int[] path(int node) {
        int[] edges = new int[16];
        int length = 0;
        for (int at = node; edgeBefore[at] >= 0; at = network.other(edgeBefore[at], at)) {
            if (length == edges.length) {
                edges = Arrays.copyOf(edges, length * 2);
            }
            edges[length++] = edgeBefore[at];
        }
        int[] path = new int[length];
        for (int i = 0; i < length; i++) {
            path[i] = edges[length - 1 - i];
        }
        return path;
    }
}
