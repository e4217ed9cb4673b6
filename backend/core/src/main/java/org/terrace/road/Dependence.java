package org.terrace.road;

import java.util.stream.IntStream;
import org.terrace.network.Network;
import org.terrace.network.ShortestPaths;

/**
 * How many households depend on each hardened road: those whose shortest way over connected hardened road to a root leads along it
 * (the betweenness of an edge towards the roots, Freeman 1977). One shortest-path tree from the roots, and one sum up the tree.
 */
final class Dependence {
    private final RoadNetwork roads;
    private final Network network;
    private final ShortestPaths paths;
    private final double[] atNode;
    private final double[] byRoad;

    /** @param edges that households start at. @param alongM where on them. @param weights households, or people, of each start */
    Dependence(RoadNetwork roads, int[] edges, double[] alongM, double[] weights) {
        this.roads = roads;
        this.network = roads.network();
        this.paths = ShortestPaths.from(
                network,
                IntStream.range(0, network.nodes()).filter(roads::isRootNode).toArray(),
                new double
                        [(int) IntStream.range(0, network.nodes())
                                .filter(roads::isRootNode)
                                .count()],
                this::length);
        this.atNode = new double[network.nodes()];
        this.byRoad = new double[roads.lines().lines.length];
        for (int i = 0; i < edges.length; i++) {
            if (edges[i] >= 0) {
                start(edges[i], alongM[i], weights[i]);
            }
        }
        sumUp();
    }

    private double length(int edge) {
        return roads.road(edge) == Network.JOINT || roads.isConnected(edge)
                ? network.lengthM(edge)
                : Double.POSITIVE_INFINITY;
    }

    private void start(int edge, double alongM, double weight) {
        double back = paths.cost(network.from(edge)) + alongM;
        double on = paths.cost(network.to(edge)) + network.lengthM(edge) - alongM;
        int node = back <= on ? network.from(edge) : network.to(edge);
        if (leaves(node, roads.road(edge))) {
            byRoad[roads.road(edge)] += weight;
        }
        atNode[node] += weight;
    }

    /** Whether the way on from a node is along another road, or there is none. */
    private boolean leaves(int node, int road) {
        int next = paths.edgeBefore(node);
        return next < 0 || roads.road(next) != road;
    }

    private void sumUp() {
        int[] order = paths.order();
        for (int k = order.length - 1; k >= 0; k--) {
            int node = order[k];
            int edge = paths.edgeBefore(node);
            if (edge < 0 || atNode[node] == 0) {
                continue;
            }
            int next = network.other(edge, node);
            atNode[next] += atNode[node];
            if (roads.road(edge) != Network.JOINT && leaves(next, roads.road(edge))) {
                byRoad[roads.road(edge)] += atNode[node];
            }
        }
    }

    /** Weight that passes a road, by road row; a way that leaves it and comes back counts again. */
    double of(int road) {
        return byRoad[road];
    }
}
