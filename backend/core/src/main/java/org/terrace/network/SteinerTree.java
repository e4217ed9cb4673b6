package org.terrace.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A short tree over some nodes of a network (Mehlhorn 1988): every node belongs to the nearest terminal; edges between two terminals' nodes
 * stand for the ways between these; the least tree over those ways is laid out along them, made a least tree again and freed of ends that
 * are no terminals. At most 2 (1 - 1/k) times as long as the shortest tree over k terminals, and in practice a few percent longer.
 *
 * <p>Of ways and edges that cost the same the lower edge number is taken.
 *
 * @see "Mehlhorn, A faster approximation algorithm for the Steiner problem in graphs, Inf. Proc. Letters 27 (1988) 125-128"
 */
public final class SteinerTree {
    private SteinerTree() {}

    /** A way between two terminals by one edge between their nodes. */
    private record Way(double cost, int edge) {
        static final Comparator<Way> LEAST =
                Comparator.comparingDouble(Way::cost).thenComparingInt(Way::edge);
    }

    /**
     * @param terminals nodes
     * @param costOfEdge not negative, infinite where it is closed
     * @return edges of the tree, ascending; of several trees where no way leads from terminal to terminal
     */
    public static int[] over(Network network, int[] terminals, IntToDoubleFunction costOfEdge) {
        ShortestPaths near = ShortestPaths.from(network, terminals, new double[terminals.length], costOfEdge);
        int[] terminalOf = new int[network.nodes()];
        Arrays.fill(terminalOf, -1);
        for (int node : near.order()) {
            int before = near.edgeBefore(node);
            terminalOf[node] = before < 0 ? node : terminalOf[network.other(before, node)];
        }
        List<Way> ways = new ArrayList<>();
        for (int e = 0; e < network.edges(); e++) {
            int a = network.from(e);
            int b = network.to(e);
            if (terminalOf[a] >= 0 && terminalOf[b] >= 0 && terminalOf[a] != terminalOf[b]) {
                double cost = near.cost(a) + costOfEdge.applyAsDouble(e) + near.cost(b);
                if (Double.isFinite(cost)) {
                    ways.add(new Way(cost, e));
                }
            }
        }
        ways.sort(Way.LEAST);
        boolean[] used = new boolean[network.edges()];
        DisjointSets joined = new DisjointSets(network.nodes());
        for (Way way : ways) {
            int a = network.from(way.edge);
            int b = network.to(way.edge);
            if (joined.find(terminalOf[a]) != joined.find(terminalOf[b])) {
                joined.join(terminalOf[a], terminalOf[b]);
                used[way.edge] = true;
                for (int end : new int[] {a, b}) {
                    for (int e : near.path(end)) {
                        used[e] = true;
                    }
                }
            }
        }
        return prune(network, terminals, leastTree(network, used, costOfEdge));
    }

    private static boolean[] leastTree(Network network, boolean[] used, IntToDoubleFunction costOfEdge) {
        boolean[] tree = new boolean[used.length];
        DisjointSets joined = new DisjointSets(network.nodes());
        IntStream.range(0, used.length)
                .filter(e -> used[e])
                .mapToObj(e -> new Way(costOfEdge.applyAsDouble(e), e))
                .sorted(Way.LEAST)
                .forEach(way -> {
                    int a = network.from(way.edge);
                    int b = network.to(way.edge);
                    tree[way.edge] = joined.find(a) != joined.find(b);
                    joined.join(a, b);
                });
        return tree;
    }

    private static int[] prune(Network network, int[] terminals, boolean[] tree) {
        int[] degree = new int[network.nodes()];
        boolean[] stays = new boolean[network.nodes()];
        for (int terminal : terminals) {
            stays[terminal] = true;
        }
        for (int e = 0; e < tree.length; e++) {
            if (tree[e]) {
                degree[network.from(e)]++;
                degree[network.to(e)]++;
            }
        }
        for (int node = 0; node < degree.length; node++) {
            for (int at = node; degree[at] == 1 && !stays[at]; ) {
                int end = at;
                int edge = IntStream.range(0, network.degree(end))
                        .map(k -> network.incident(end, k))
                        .filter(e -> tree[e])
                        .findFirst()
                        .orElseThrow();
                tree[edge] = false;
                degree[end]--;
                at = network.other(edge, end);
                degree[at]--;
            }
        }
        return IntStream.range(0, tree.length).filter(e -> tree[e]).toArray();
    }
}
