package org.terrace.road;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.foot.CountyGround;
import org.terrace.network.Network;
import org.terrace.region.GridFrame;
import org.terrace.region.Region;
import org.terrace.terrain.TimeField;
import org.terrace.terrain.Tracks;

/**
 * Walking time from every cell of the county to the connected hardened road, and back from it: over the open ground, along roads and
 * paths, rivers crossed where a road or path crosses them.
 */
final class WalkTimes {
    private static final Derived.Key<WalkTimes> KEY = new Derived.Key<>("road.walk", WalkTimes.class);

    private final CountyGround ground;
    private final TimeField to;
    private final TimeField back;

    private WalkTimes(CountyGround ground, TimeField to, TimeField back) {
        this.ground = ground;
        this.to = to;
        this.back = back;
    }

    /** Empty where the county has no elevation model, or no connected hardened road. */
    static Optional<WalkTimes> of(Assessment assessment, RoadModel model) {
        RoadNetwork roads = model.network();
        RoadHeights heights = model.heights();
        Region region = assessment.region();
        if (region.elevation().isEmpty() || roads.connected().isEmpty()) {
            return Optional.empty();
        }
        CountyGround ground = CountyGround.of(assessment);
        String rules = ground.rules() + "/" + RoadRules.of(assessment.standard());
        Derived derived = assessment.derived();
        return Optional.of(derived.get(KEY, rules, () -> {
            Tracks tracks = RoadTracks.of(model, ground, (edge, run, rise) -> ground.seconds(run, rise));
            int[] targets = targets(roads, heights);
            Runnable stop = assessment.deadline()::check;
            Optional<WalkTimes> earlier = derived.earlier(KEY, rules).filter(w -> w.ground == ground);
            List<TimeField> both = Stream.of(true, false)
                    .parallel()
                    .map(towards -> earlier.isPresent()
                            ? earlier.get().field(towards).again(tracks, targets, stop)
                            : TimeField.of(ground.surface(), tracks, targets, towards, stop))
                    .toList();
            return new WalkTimes(ground, both.get(0), both.get(1));
        }));
    }

    /** Stations on connected hardened road. */
    private static int[] targets(RoadNetwork roads, RoadHeights heights) {
        Network network = roads.network();
        boolean[] node = new boolean[network.nodes()];
        int inner = network.nodes();
        IntStream.Builder targets = IntStream.builder();
        for (int e = 0; e < network.edges(); e++) {
            int count = heights.first(e + 1) - heights.first(e) - 2;
            if (roads.isConnected(e)) {
                node[network.from(e)] = true;
                node[network.to(e)] = true;
                for (int s = 0; s < count; s++) {
                    targets.add(inner + s);
                }
            }
            inner += count;
        }
        for (int n = 0; n < node.length; n++) {
            if (node[n]) {
                targets.add(n);
            }
        }
        return targets.build().toArray();
    }

    /** Minutes on foot from a place to the connected hardened road; NaN where not known. */
    double toMin(double x, double y) {
        return minutes(to, x, y);
    }

    /** Minutes on foot from the connected hardened road to a place. */
    double backMin(double x, double y) {
        return minutes(back, x, y);
    }

    private double minutes(TimeField field, double x, double y) {
        return field.seconds(ground.cellAt(x, y)) / 60;
    }

    GridFrame frame() {
        return ground.frame();
    }

    TimeField field(boolean towards) {
        return towards ? to : back;
    }
}
