package org.terrace.road;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.foot.CountyGround;
import org.terrace.network.Network;
import org.terrace.terrain.Tracks;

/** The road network as tracks over the ground: a station at each node, in the order of nodes, and at equal steps along each edge. */
final class RoadTracks {
    private RoadTracks() {}

    /** What a stretch of an edge costs in one direction, in seconds or whatever stands for them. */
    interface Cost {
        /** @param riseM NaN where not known. @return not negative, infinite where closed */
        double of(int edge, double runM, double riseM);
    }

    static Tracks of(RoadModel model, CountyGround ground, Cost cost) {
        return of(model, ground, cost, List.of());
    }

    /** @param places stations of their own, on no road; the last ones, in their order */
    static Tracks of(RoadModel model, CountyGround ground, Cost cost, List<Coordinate> places) {
        RoadNetwork roads = model.network();
        RoadHeights heights = model.heights();
        Network network = roads.network();
        Tracks.Builder builder = new Tracks.Builder();
        boolean[] onGround = new boolean[network.nodes()];
        for (int e = 0; e < network.edges(); e++) {
            onGround[network.from(e)] |= roads.isOnGround(e);
            onGround[network.to(e)] |= roads.isOnGround(e);
        }
        for (int n = 0; n < network.nodes(); n++) {
            builder.station(network.x(n), network.y(n), onGround[n]);
        }
        for (int e = 0; e < network.edges(); e++) {
            int last = heights.first(e + 1) - 1;
            int before = network.from(e);
            for (int s = heights.first(e) + 1; s <= last; s++) {
                int here = s == last ? network.to(e) : builder.station(heights.x(s), heights.y(s), roads.isOnGround(e));
                double run = heights.alongM(s) - heights.alongM(s - 1);
                double rise = heights.riseM(s);
                if (before != here && run > 0) {
                    builder.arc(before, here, cost.of(e, run, rise), cost.of(e, run, -rise));
                }
                before = here;
            }
        }
        places.forEach(p -> builder.station(p.x, p.y, true));
        return builder.build(ground.surface(), ground.seconds(1, 0));
    }
}
