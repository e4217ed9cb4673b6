package org.terrace.road;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.network.Network;
import org.terrace.network.SegmentIndex;

/**
 * The shortest ways to the nearest of the township seats: straight over the ground to a road within reach, along the network of whatever
 * surface, and straight over the ground from a road to the seat. As at the door, all places within reach of the seat are offered, so a
 * road more lengthens no way.
 */
final class SeatWays {
    private final RoadModel model;
    private final Network network;
    private final List<Coordinate> seats;
    private final double reachM;
    private final Ways ways;
    private final int[] seatOfNode;
    private final Map<Integer, List<Stop>> stopsByEdge = new HashMap<>();

    /** A place on an edge from which a seat is near. */
    private record Stop(int seat, double alongM, double offRoadM) {}

    /**
     * A way.
     *
     * @param node that it meets first, -1 where it stays on one edge
     */
    record Way(int seat, double metres, int node) {}

    /** @param reachM how far from a door, or a seat, a road may be met */
    SeatWays(RoadModel model, List<Coordinate> seats, double reachM) {
        this.model = model;
        this.network = model.network().network();
        this.seats = List.copyOf(seats);
        this.reachM = reachM;
        List<double[]> offers = new ArrayList<>();
        for (int seat = 0; seat < seats.size(); seat++) {
            offer(seat, offers);
        }
        int[] nodes = offers.stream().mapToInt(o -> (int) o[0]).toArray();
        double[] metres = offers.stream().mapToDouble(o -> o[1]).toArray();
        this.ways = Ways.toNodes(model.network(), model.pieces(), nodes, metres);
        this.seatOfNode = new int[network.nodes()];
        Arrays.fill(seatOfNode, -1);
        for (double[] offer : offers) {
            int node = (int) offer[0];
            if (ways.next(node) < 0 && ways.metres(node) == offer[1] && seatOfNode[node] < 0) {
                seatOfNode[node] = (int) offer[2];
            }
        }
        for (int node : ways.order()) {
            if (ways.next(node) >= 0) {
                seatOfNode[node] = seatOfNode[network.other(ways.next(node), node)];
            }
        }
    }

    /** Offers the seat to both ends of every piece of road within reach, from its nearest point. */
    private void offer(int seat, List<double[]> offers) {
        Coordinate at = seats.get(seat);
        SegmentIndex index = model.pieces().index();
        for (int piece : index.within(at.x, at.y, reachM)) {
            int edge = index.ownerOf(piece);
            double off = index.distance(piece, at.x, at.y);
            double along = model.pieces().alongM(piece, index.nearestPointOn(piece, at.x, at.y));
            stopsByEdge.computeIfAbsent(edge, e -> new ArrayList<>()).add(new Stop(seat, along, off));
            offers.add(new double[] {network.from(edge), off + along, seat});
            offers.add(new double[] {network.to(edge), off + Math.max(0, network.lengthM(edge) - along), seat});
        }
    }

    Ways ways() {
        return ways;
    }

    /** The shortest way from a door; null where no road within reach leads to a seat. */
    @Nullable Way from(double x, double y) {
        Ways.Start start = ways.from(x, y, reachM, 1);
        Way best = start == null || seatOfNode[start.node()] < 0
                ? null
                : new Way(seatOfNode[start.node()], start.totalM(), start.node());
        SegmentIndex index = model.pieces().index();
        for (int piece : index.within(x, y, reachM)) {
            for (Stop stop : stopsByEdge.getOrDefault(index.ownerOf(piece), List.of())) {
                double off = index.distance(piece, x, y);
                double along = model.pieces().alongM(piece, index.nearestPointOn(piece, x, y));
                double metres = off + Math.abs(along - stop.alongM) + stop.offRoadM;
                if (best == null || metres < best.metres) {
                    best = new Way(stop.seat, metres, -1);
                }
            }
        }
        return best;
    }
}
