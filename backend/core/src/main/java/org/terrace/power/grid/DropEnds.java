package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.network.SegmentIndex;

/** The free ends of service drops: the walls of houses. */
final class DropEnds {
    private final List<WireIndex.Place> ends = new ArrayList<>();
    private final SegmentIndex index;

    DropEnds(Wires wires, DrawnLines lines) {
        int[] degree = new int[wires.nodes()];
        wires.wires.forEach(w -> {
            degree[w.from()]++;
            degree[w.to()]++;
        });
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        for (int w = 0; w < wires.count(); w++) {
            Wires.Wire wire = wires.wire(w);
            if (wire.kind() != Wires.Kind.DRAWN || !lines.isDrop(wire.line())) {
                continue;
            }
            for (boolean last : new boolean[] {false, true}) {
                int node = last ? wire.to() : wire.from();
                if (degree[node] == 1) {
                    Coordinate at = wires.places.get(node);
                    builder.add(ends.size(), at.x, at.y);
                    ends.add(new WireIndex.Place(w, last ? wire.toM() : wire.fromM(), 0, at));
                }
            }
        }
        this.index = builder.build();
    }

    /** The nearest end of an allowed wire within the reach. */
    Optional<WireIndex.Place> nearest(Coordinate at, double reachM, IntPredicate allowed) {
        List<WireIndex.Place> near = new ArrayList<>();
        index.forEachWithin(at.x, at.y, reachM, edge -> {
            WireIndex.Place end = ends.get(index.ownerOf(edge));
            if (allowed.test(end.wire())) {
                near.add(new WireIndex.Place(end.wire(), end.alongM(), index.distance(edge, at.x, at.y), end.at()));
            }
        });
        return near.stream().min(WireIndex.Place.NEAREST);
    }
}
