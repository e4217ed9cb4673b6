package org.terrace.road;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.network.EdgeShapes;
import org.terrace.network.Network;
import org.terrace.network.SegmentIndex;

/**
 * The shortest ways to the nearest of the township seats: straight over the ground to a road within reach, along the network of whatever
 * surface, and straight over the ground from a road to the seat. As at the door, all places within reach of the seat are offered, so a
 * road more lengthens no way: towards either end of a road the farthest that is within reach is best, for over the ground one goes
 * straight.
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

    /** What of a straight piece is within reach of a place: first, nearest and last, in metres along its edge, and how far each is off. */
    private record Within(double[] alongM, double[] offM) {}

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

    /** Offers the seat to both ends of every piece of road within reach. */
    private void offer(int seat, List<double[]> offers) {
        Coordinate at = seats.get(seat);
        SegmentIndex index = model.pieces().index();
        for (int piece : index.within(at.x, at.y, reachM)) {
            int edge = index.ownerOf(piece);
            Within within = within(piece, at.x, at.y);
            for (int k = 0; k < within.alongM.length; k++) {
                stopsByEdge
                        .computeIfAbsent(edge, e -> new ArrayList<>())
                        .add(new Stop(seat, within.alongM[k], within.offM[k]));
            }
            int last = within.alongM.length - 1;
            offers.add(new double[] {network.from(edge), within.offM[0] + within.alongM[0], seat});
            offers.add(new double[] {
                network.to(edge), within.offM[last] + Math.max(0, network.lengthM(edge) - within.alongM[last]), seat
            });
        }
    }

    private Within within(int piece, double x, double y) {
        EdgeShapes shapes = model.network().shapes();
        int p = model.pieces().firstPoint(piece);
        double ax = shapes.x(p);
        double ay = shapes.y(p);
        double dx = shapes.x(p + 1) - ax;
        double dy = shapes.y(p + 1) - ay;
        double length = Math.sqrt(dx * dx + dy * dy);
        double foot = length == 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
        double h = length == 0 ? 0 : Math.abs((x - ax) * dy - (y - ay) * dx) / length;
        double half = Math.sqrt(Math.max(0, reachM * reachM - h * h));
        double[] along = new double[3];
        double[] off = new double[3];
        for (int k = 0; k < 3; k++) {
            double at = Math.max(0, Math.min(length, foot + (k - 1) * half));
            double t = length == 0 ? 0 : at / length;
            off[k] = Math.hypot(ax + t * dx - x, ay + t * dy - y);
            along[k] = Math.min(network.lengthM(model.pieces().index().ownerOf(piece)), shapes.alongM(p) + at);
        }
        return new Within(along, off);
    }

    Ways ways() {
        return ways;
    }

    /** The shortest way from a door; null where no road within reach leads to a seat. */
    @Nullable Way from(double x, double y) {
        Ways.Start start = ways.from(x, y, Ways.Reach.of(reachM), Ways.Weight.NONE);
        Way best = start == null || seatOfNode[start.node()] < 0
                ? null
                : new Way(seatOfNode[start.node()], start.totalM(), start.node());
        SegmentIndex index = model.pieces().index();
        for (int piece : index.within(x, y, reachM)) {
            List<Stop> stops = stopsByEdge.getOrDefault(index.ownerOf(piece), List.of());
            if (stops.isEmpty()) {
                continue;
            }
            Within within = within(piece, x, y);
            for (Stop stop : stops) {
                for (int k = 0; k < within.alongM.length; k++) {
                    double metres = within.offM[k] + Math.abs(within.alongM[k] - stop.alongM) + stop.offRoadM;
                    if (best == null || metres < best.metres) {
                        best = new Way(stop.seat, metres, -1);
                    }
                }
            }
        }
        return best;
    }
}
