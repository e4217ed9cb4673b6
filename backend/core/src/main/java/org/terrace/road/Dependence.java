package org.terrace.road;

import java.util.stream.IntStream;
import org.terrace.network.Network;
import org.terrace.network.ShortestPaths;

/**
 * How many households depend on each hardened road: those whose shortest way over connected hardened road to a root leads along it
 * (the betweenness of an edge, Girvan and Newman 2002, towards the roots). One shortest-path tree from the roots, and one sum up the tree.
 */
final class Dependence {
    private final RoadNetwork roads;
    private final Network network;
    private final ShortestPaths paths;

    /** Where the tree leaves each road: a way that comes back to a road leaves it twice. */
    private final int[] exits;

    Dependence(RoadNetwork roads) {
        this.roads = roads;
        this.network = roads.network();
        int[] rootNodes =
                IntStream.range(0, network.nodes()).filter(roads::isRootNode).toArray();
        this.paths = ShortestPaths.from(network, rootNodes, new double[rootNodes.length], this::length);
        this.exits = new int[roads.lines().lines.length];
        for (int node : paths.order()) {
            int edge = paths.edgeBefore(node);
            if (edge >= 0 && roads.road(edge) != Network.JOINT && leaves(network.other(edge, node), roads.road(edge))) {
                exits[roads.road(edge)]++;
            }
        }
    }

    /**
     * Weight that passes each road, by road row; a way that leaves it and comes back counts once.
     *
     * @param edges that households start at, -1 for one that starts nowhere. @param alongM where on them
     * @param weights households, or people, of each start
     */
    double[] byRoad(int[] edges, double[] alongM, double[] weights) {
        double[] byRoad = new double[roads.lines().lines.length];
        double[] atNode = new double[network.nodes()];
        for (int i = 0; i < edges.length; i++) {
            if (edges[i] >= 0) {
                start(edges[i], alongM[i], weights[i], atNode, byRoad);
            }
        }
        sumUp(atNode, byRoad);
        return byRoad;
    }

    private double length(int edge) {
        return roads.road(edge) == Network.JOINT || roads.isConnected(edge)
                ? network.lengthM(edge)
                : Double.POSITIVE_INFINITY;
    }

    private void start(int edge, double alongM, double weight, double[] atNode, double[] byRoad) {
        double back = paths.cost(network.from(edge)) + alongM;
        double on = paths.cost(network.to(edge)) + network.lengthM(edge) - alongM;
        int node = back <= on ? network.from(edge) : network.to(edge);
        // A start beside the tree is no exit of the tree: the road may have one exit and be come back to all the same.
        boolean onTree = paths.edgeBefore(network.other(edge, node)) == edge;
        if (leavesForGood(node, roads.road(edge), !onTree || exits[roads.road(edge)] > 1)) {
            byRoad[roads.road(edge)] += weight;
        }
        atNode[node] += weight;
    }

    /** Whether the way on from a node is along another road, or there is none. */
    private boolean leaves(int node, int road) {
        int next = paths.edgeBefore(node);
        return next < 0 || roads.road(next) != road;
    }

    /** @param mayComeBack false where it is known that no way comes back to the road */
    private boolean leavesForGood(int node, int road, boolean mayComeBack) {
        if (!leaves(node, road)) {
            return false;
        }
        int at = node;
        for (int edge = paths.edgeBefore(at); mayComeBack && edge >= 0; edge = paths.edgeBefore(at)) {
            if (roads.road(edge) == road) {
                return false;
            }
            at = network.other(edge, at);
        }
        return true;
    }

    private void sumUp(double[] atNode, double[] byRoad) {
        int[] order = paths.order();
        for (int k = order.length - 1; k >= 0; k--) {
            int node = order[k];
            int edge = paths.edgeBefore(node);
            if (edge < 0 || atNode[node] == 0) {
                continue;
            }
            int next = network.other(edge, node);
            atNode[next] += atNode[node];
            if (roads.road(edge) != Network.JOINT
                    && leavesForGood(next, roads.road(edge), exits[roads.road(edge)] > 1)) {
                byRoad[roads.road(edge)] += atNode[node];
            }
        }
    }
}
