package org.terrace.road;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.network.Network;
import org.terrace.network.SegmentIndex;

/** The shortest ways over the road network, of whatever surface, to the nearest of the township seats. */
final class SeatWays {
    /** A seat farther from any road than this is on no road. */
    private static final double SEAT_REACH_M = 1_000;

    private final Ways ways;
    private final int[] seatOfNode;

    SeatWays(RoadModel model, List<Coordinate> seats) {
        Network network = model.network().network();
        SegmentIndex pieces = model.ways().pieces();
        int[] nodes = new int[2 * seats.size()];
        double[] metres = new double[2 * seats.size()];
        int[] seatOf = new int[2 * seats.size()];
        int count = 0;
        for (int seat = 0; seat < seats.size(); seat++) {
            Coordinate at = seats.get(seat);
            int piece = pieces.nearest(at.x, at.y);
            if (piece < 0 || pieces.distance(piece, at.x, at.y) > SEAT_REACH_M) {
                continue;
            }
            int edge = pieces.ownerOf(piece);
            double off = pieces.distance(piece, at.x, at.y);
            double along = model.ways().alongM(piece, pieces.nearestPointOn(piece, at.x, at.y));
            nodes[count] = network.from(edge);
            metres[count] = off + along;
            seatOf[count++] = seat;
            nodes[count] = network.to(edge);
            metres[count] = off + Math.max(0, network.lengthM(edge) - along);
            seatOf[count++] = seat;
        }
        this.ways = Ways.toNodes(model.network(), Arrays.copyOf(nodes, count), Arrays.copyOf(metres, count));
        this.seatOfNode = new int[network.nodes()];
        Arrays.fill(seatOfNode, -1);
        for (int k = 0; k < count; k++) {
            if (ways.next(nodes[k]) < 0 && ways.metres(nodes[k]) == metres[k] && seatOfNode[nodes[k]] < 0) {
                seatOfNode[nodes[k]] = seatOf[k];
            }
        }
        IntStream.range(0, network.nodes())
                .filter(n -> ways.next(n) >= 0)
                .boxed()
                .sorted((a, b) -> Double.compare(ways.metres(a), ways.metres(b)))
                .forEach(n -> seatOfNode[n] = seatOfNode[network.other(ways.next(n), n)]);
    }

    Ways ways() {
        return ways;
    }

    /** The seat that the shortest way from a node leads to, -1 where none does. */
    int seatOf(int node) {
        return seatOfNode[node];
    }
}
