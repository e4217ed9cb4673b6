package org.terrace.road;

import java.util.Arrays;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.network.EdgeShapes;
import org.terrace.network.Network;
import org.terrace.network.SegmentIndex;

/** The straight pieces of all roads that one can step on: neither on a bridge nor in a tunnel. */
final class RoadPieces {
    private final Network network;
    private final EdgeShapes shapes;
    private final Supplier<Found> found;

    private record Found(SegmentIndex index, int[] pointOfPiece) {}

    RoadPieces(RoadNetwork roads) {
        this.network = roads.network();
        this.shapes = roads.shapes();
        this.found = Lazily.once(() -> find(roads));
    }

    private Found find(RoadNetwork roads) {
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        int[] points = new int[shapes.points()];
        int count = 0;
        for (int e = 0; e < network.edges(); e++) {
            if (roads.road(e) == Network.JOINT || roads.isRaised(e)) {
                continue;
            }
            roads.addPieces(e, builder);
            for (int p = shapes.first(e); p + 1 < shapes.first(e + 1); p++) {
                points[count++] = p;
            }
        }
        return new Found(builder.build(), Arrays.copyOf(points, count));
    }

    /** Each piece is owned by its edge. */
    SegmentIndex index() {
        return found.get().index;
    }

    /** The point of the edge's shape at which a piece starts. */
    int firstPoint(int piece) {
        return found.get().pointOfPiece[piece];
    }

    /** Metres from its edge's start to a place on a piece. */
    double alongM(int piece, Coordinate at) {
        int p = firstPoint(piece);
        double dx = at.x - shapes.x(p);
        double dy = at.y - shapes.y(p);
        return Math.min(network.lengthM(index().ownerOf(piece)), shapes.alongM(p) + Math.sqrt(dx * dx + dy * dy));
    }
}
