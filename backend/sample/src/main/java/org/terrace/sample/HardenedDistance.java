package org.terrace.sample;

import java.util.List;
import org.terrace.network.SegmentIndex;

/** How far the nearest hardened road is: what the household record's access fields are (mostly) filled in from. */
final class HardenedDistance {
    private final SegmentIndex index;

    HardenedDistance(List<RoadLine> lines) {
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        for (int i = 0; i < lines.size(); i++) {
            RoadLine line = lines.get(i);
            for (int k = 1; k < line.x().length && line.surface().isHardened(); k++) {
                builder.add(i, line.x()[k - 1], line.y()[k - 1], line.x()[k], line.y()[k]);
            }
        }
        this.index = builder.build();
    }

    double metres(double x, double y) {
        int edge = index.nearest(x, y);
        return edge < 0 ? Double.NaN : index.distance(edge, x, y);
    }
}
