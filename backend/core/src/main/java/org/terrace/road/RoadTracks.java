package org.terrace.road;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.network.Network;
import org.terrace.terrain.Tracks;

/** The road network as tracks over the ground: a station at each node, in the order of nodes, and at equal steps along each edge. */
final class RoadTracks {
    /** Heights along a road are taken this far apart: nearer ones show the elevation model's error, not the road. */
    private static final double EVEN_M = 200;

    private RoadTracks() {}

    /** What a stretch of an edge costs in one direction, in seconds or whatever stands for them. */
    interface Cost {
        /** @param riseM NaN where not known. @return not negative, infinite where closed */
        double of(int edge, double runM, double riseM);
    }

    static Tracks of(RoadModel model, Ground ground, Cost cost) {
        return of(model, ground, cost, List.of());
    }

    /** @param places stations of their own, on no road; the last ones, in their order */
    static Tracks of(RoadModel model, Ground ground, Cost cost, List<Coordinate> places) {
        RoadNetwork roads = model.network();
        RoadHeights heights = model.heights();
        Network network = roads.network();
        Tracks.Builder builder = new Tracks.Builder();
        boolean[] onGround = new boolean[network.nodes()];
        for (int e = 0; e < network.edges(); e++) {
            onGround[network.from(e)] |= !isRaised(roads, e);
            onGround[network.to(e)] |= !isRaised(roads, e);
        }
        for (int n = 0; n < network.nodes(); n++) {
            builder.station(network.x(n), network.y(n), onGround[n]);
        }
        for (int e = 0; e < network.edges(); e++) {
            boolean uneven = roads.road(e) != Network.JOINT && roads.lines().foot[roads.road(e)];
            int last = heights.first(e + 1) - 1;
            int before = network.from(e);
            for (int s = heights.first(e) + 1; s <= last; s++) {
                int here = s == last ? network.to(e) : builder.station(heights.x(s), heights.y(s), !isRaised(roads, e));
                double run = heights.alongM(s) - heights.alongM(s - 1);
                double rise = uneven
                        ? heights.heightM(s) - heights.heightM(s - 1)
                        : run * evenSlope(heights, e, (heights.alongM(s) + heights.alongM(s - 1)) / 2);
                if (before != here && run > 0) {
                    builder.arc(before, here, cost.of(e, run, rise), cost.of(e, run, -rise));
                }
                before = here;
            }
        }
        places.forEach(p -> builder.station(p.x, p.y, true));
        return builder.build(ground.frame(), ground.seconds(1, 0));
    }

    private static boolean isRaised(RoadNetwork roads, int edge) {
        return roads.road(edge) != Network.JOINT && roads.lines().raised[roads.road(edge)];
    }

    /** Rise per metre of the part of the edge around a place that is at least {@link #EVEN_M} long, or of the whole edge. */
    private static double evenSlope(RoadHeights heights, int edge, double m) {
        int first = heights.first(edge);
        int last = heights.first(edge + 1) - 1;
        double length = heights.alongM(last);
        int parts = (int) Math.max(1, Math.floor(length / EVEN_M));
        int part = (int) Math.min(parts - 1, Math.floor(m / length * parts));
        int a = first + (int) ((long) part * (last - first) / parts);
        int b = first + (int) ((long) (part + 1) * (last - first) / parts);
        return (heights.heightM(b) - heights.heightM(a)) / (heights.alongM(b) - heights.alongM(a));
    }
}
