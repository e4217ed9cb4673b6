package org.terrace.road;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.network.EdgeShapes;
import org.terrace.network.Network;
import org.terrace.network.ShortestPaths;
import org.terrace.standard.Standard;

/**
 * The least way from any door to a set of edges (the connected hardened network): straight over the ground to a place on any road within
 * reach, then along the network of whatever surface. A metre over the ground may weigh more than a metre of road: with weight 1 it is
 * the shortest way, with more it keeps to the roads that are there.
 *
 * <p>The minimum is taken over <em>all</em> places within reach, not from the nearest one, so a road more makes no way dearer. On a straight
 * piece of road, u metres beyond the foot of the perpendicular of length h, the way costs w sqrt(h^2 + u^2) + u and more with
 * u: least at u = -h / sqrt(w^2 - 1), or at the end of the part within reach that is nearest to it; on an edge of the set itself, at
 * the nearest point.
 */
final class Ways {
    private final Network network;
    private final EdgeShapes shapes;
    private final IntPredicate goal;
    private final ShortestPaths paths;
    private final RoadPieces pieces;

    /**
     * Where a way begins.
     *
     * @param edge that it meets first. @param alongM metres from the edge's start
     * @param offRoadM straight metres from the door. @param roadM metres along the network
     * @param node end of the edge that it goes to, -1 when the edge is one of the set
     * @param cost metres, those over the ground weighted
     */
    record Start(int edge, double alongM, double x, double y, double offRoadM, double roadM, int node, double cost) {
        double totalM() {
            return offRoadM + roadM;
        }
    }

    private Ways(RoadNetwork roads, RoadPieces pieces, IntPredicate goal, int[] starts, double[] atStart) {
        this.network = roads.network();
        this.shapes = roads.shapes();
        this.goal = goal;
        this.pieces = pieces;
        this.paths = ShortestPaths.from(network, starts, atStart, network::lengthM);
    }

    /** @param goal the edges that ways lead to */
    static Ways toEdges(RoadNetwork roads, RoadPieces pieces, IntPredicate goal) {
        Network network = roads.network();
        BitSet nodes = new BitSet();
        for (int e = 0; e < network.edges(); e++) {
            if (goal.test(e)) {
                nodes.set(network.from(e));
                nodes.set(network.to(e));
            }
        }
        int[] starts = nodes.stream().toArray();
        return new Ways(roads, pieces, goal, starts, new double[starts.length]);
    }

    /** @param nodes that ways lead to. @param metres that are still to go from each */
    static Ways toNodes(RoadNetwork roads, RoadPieces pieces, int[] nodes, double[] metres) {
        return new Ways(roads, pieces, e -> false, nodes, metres);
    }

    /** Metres from a node along the network; infinite where no way leads. */
    double metres(int node) {
        return paths.cost(node);
    }

    /** All nodes that have a way, each after the one that its way leads to. */
    int[] order() {
        return paths.order();
    }

    /** The edge that leads on from a node, -1 at the set and where no way leads. */
    int next(int node) {
        return paths.edgeBefore(node);
    }

    /**
     * The least way from a door.
     *
     * @param reach how far from the door a road may be met
     * @param weight of a metre over the ground against a metre of road
     * @return null where no road within reach leads there
     */
    @Nullable Start from(double x, double y, Reach reach, Weight weight) {
        Search search = new Search(x, y, reach.roadM, weight);
        pieces.index().forEachWithin(x, y, reach.farthestM(), search::look);
        return search.found;
    }

    /**
     * How far from a door roads may be met over the ground.
     *
     * @param roadM any road
     * @param goalM one that ways lead to: that it is not sought along far roads when it lies just beyond the reach of any
     */
    record Reach(double roadM, double goalM) {
        static Reach of(Standard standard) {
            return new Reach(standard.number("road.attach.reach_m"), standard.number("road.attach.goal_m"));
        }

        static Reach of(double metres) {
            return new Reach(metres, metres);
        }

        /** Without what lies beyond the reach of roads. */
        Reach ofRoads() {
            return new Reach(roadM, roadM);
        }

        /** By so much more or, negative, less. */
        Reach by(double metres) {
            return new Reach(Math.max(0, roadM + metres), Math.max(0, goalM + metres));
        }

        double farthestM() {
            return Math.max(roadM, goalM);
        }

        /** The same for a door that is so far from the nearest goal: it looks farther than roads are met only where it finds one there. */
        Reach near(double goalDistanceM) {
            return goalDistanceM > roadM && goalDistanceM <= goalM ? this : ofRoads();
        }
    }

    /**
     * What a metre over the ground weighs against a metre of road.
     *
     * @param within the reach of roads, at least 1
     * @param beyond it, at least as much: a road that is there is given up for a long new one only where it leads far around
     */
    record Weight(double within, double beyond) {
        /** A metre is a metre. */
        static final Weight NONE = new Weight(1, 1);

        /** @throws IllegalArgumentException for a weight below 1: ways over the ground would be had for less than roads */
        Weight {
            if (!(within >= 1 && beyond >= within)) {
                throw new IllegalArgumentException("road.off_road.weight is " + within + " and " + beyond
                        + " beyond reach, must be 1 or more and rising");
            }
        }

        static Weight of(Standard standard) {
            return new Weight(
                    standard.number("road.off_road.weight"), standard.number("road.off_road.weight_beyond_reach"));
        }
    }

    /** One search from one door. */
    private final class Search {
        private final double x;
        private final double y;
        private final double reachM;
        private final Weight weight;
        private double least = Double.POSITIVE_INFINITY;
        private @Nullable Start found;

        Search(double x, double y, double reachM, Weight weight) {
            this.x = x;
            this.y = y;
            this.reachM = reachM;
            this.weight = weight;
        }

        void look(int piece) {
            int edge = pieces.index().ownerOf(piece);
            int p = pieces.firstPoint(piece);
            double ax = shapes.x(p);
            double ay = shapes.y(p);
            double dx = shapes.x(p + 1) - ax;
            double dy = shapes.y(p + 1) - ay;
            double squared = dx * dx + dy * dy;
            double foot = squared == 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / squared;
            if (goal.test(edge)) {
                offer(edge, p, clamp(foot), 0, -1);
                return;
            }
            double nx = ax + clamp(foot) * dx - x;
            double ny = ay + clamp(foot) * dy - y;
            if (nx * nx + ny * ny > reachM * reachM) {
                return;
            }
            double hx = ax + foot * dx - x;
            double hy = ay + foot * dy - y;
            double h = Math.sqrt(hx * hx + hy * hy);
            double length = Math.sqrt(squared);
            double half = length == 0 ? 0 : Math.sqrt(Math.max(0, reachM * reachM - h * h)) / length;
            // Infinite for weight 1: the farthest that is within reach.
            double best = length == 0 ? 0 : h / Math.sqrt(weight.within * weight.within - 1) / length;
            double off = Double.isNaN(best) ? half : Math.min(half, best);
            offer(edge, p, clamp(foot - off), metres(network.from(edge)), network.from(edge));
            offer(edge, p, clamp(foot + off), metres(network.to(edge)), network.to(edge));
        }

        /** Of several that cost the same, that on the lowest edge, nearest to its start. */
        private boolean isBefore(int edge, double along) {
            return found != null && (edge < found.edge() || (edge == found.edge() && along < found.alongM()));
        }

        private static double clamp(double t) {
            return Math.max(0, Math.min(1, t));
        }

        /** @param metres from the node on; @param node -1 at the goal */
        private void offer(int edge, int p, double t, double metres, int node) {
            if (metres > least) {
                return;
            }
            double px = shapes.x(p) + t * (shapes.x(p + 1) - shapes.x(p));
            double py = shapes.y(p) + t * (shapes.y(p + 1) - shapes.y(p));
            double offRoad = Math.sqrt((px - x) * (px - x) + (py - y) * (py - y));
            double along = shapes.alongM(p) + t * (shapes.alongM(p + 1) - shapes.alongM(p));
            double toNode =
                    node < 0 ? 0 : node == network.from(edge) ? along : Math.max(0, network.lengthM(edge) - along);
            double road = node < 0 ? 0 : metres + toNode;
            double beyond = Math.max(0, offRoad - reachM);
            double cost = weight.within * (offRoad - beyond) + weight.beyond * beyond + road;
            if (cost < least || (cost == least && isBefore(edge, along))) {
                least = cost;
                found = new Start(edge, along, px, py, offRoad, road, node, cost);
            }
        }
    }

    /** Calls for every stretch of a way in order: an edge, from where to where on it in metres from its start. */
    void follow(Start start, Visitor visitor) {
        if (start.node() < 0) {
            return;
        }
        double end = start.node() == network.from(start.edge()) ? 0 : network.lengthM(start.edge());
        // A way that meets the network at a junction has nothing of the edge that it was found on.
        if (start.alongM() != end) {
            visitor.stretch(start.edge(), start.alongM(), end);
        }
        for (int node = start.node(); next(node) >= 0; node = network.other(next(node), node)) {
            int edge = next(node);
            boolean forward = network.from(edge) == node;
            visitor.stretch(edge, forward ? 0 : network.lengthM(edge), forward ? network.lengthM(edge) : 0);
        }
    }

    /** Is told of a stretch. */
    interface Visitor {
        void stretch(int edge, double fromM, double toM);
    }

    /** Where the way meets the set it leads to. */
    Coordinate end(Start start) {
        if (start.node() < 0) {
            return new Coordinate(start.x(), start.y());
        }
        int node = start.node();
        while (next(node) >= 0) {
            node = network.other(next(node), node);
        }
        return new Coordinate(network.x(node), network.y(node));
    }
}
