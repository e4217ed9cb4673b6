package org.terrace.power.grid;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.network.SegmentIndex;

/** The drawn wires, to be found by a place near them. */
final class WireIndex {
    private final Wires wires;
    private final SegmentIndex index;
    private int[] wireOf = new int[64];
    private double[] startM = new double[64];

    /** A place on a wire. @param alongM plan metres along its line. @param offM straight metres to it */
    record Place(int wire, double alongM, double offM, Coordinate at) {
        static final Comparator<Place> NEAREST = Comparator.comparingDouble(Place::offM)
                .thenComparingInt(Place::wire)
                .thenComparingDouble(Place::alongM);
    }

    WireIndex(Wires wires, DrawnLines lines) {
        this.wires = wires;
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        int count = 0;
        for (int w = 0; w < wires.count(); w++) {
            if (wires.wire(w).kind() != Wires.Kind.DRAWN) {
                continue;
            }
            List<Coordinate> course = wires.course(w, lines);
            double along = wires.wire(w).fromM();
            for (int i = 1; i < course.size(); i++) {
                if (count == wireOf.length) {
                    wireOf = Arrays.copyOf(wireOf, 2 * count);
                    startM = Arrays.copyOf(startM, 2 * count);
                }
                wireOf[count] = w;
                startM[count] = along;
                builder.add(count++, course.get(i - 1).x, course.get(i - 1).y, course.get(i).x, course.get(i).y);
                along += Plan.metres(course.get(i - 1), course.get(i));
            }
        }
        this.index = builder.build();
    }

    /** The nearest place of each wire that is allowed and comes within the reach, by wire. */
    List<Place> within(Coordinate at, double reachM, IntPredicate allowed) {
        Map<Integer, Place> nearest = new TreeMap<>();
        index.forEachWithin(at.x, at.y, reachM, edge -> {
            if (allowed.test(wireOf[index.ownerOf(edge)])) {
                Place place = place(edge, at);
                nearest.merge(place.wire, place, (a, b) -> Place.NEAREST.compare(b, a) < 0 ? b : a);
            }
        });
        return List.copyOf(nearest.values());
    }

    /** The nearest place of all that are allowed; empty when none comes within the reach. */
    Optional<Place> nearestWithin(Coordinate at, double reachM, IntPredicate allowed) {
        return within(at, reachM, allowed).stream().min(Place.NEAREST);
    }

    private Place place(int edge, Coordinate at) {
        int number = index.ownerOf(edge);
        Coordinate foot = index.nearestPointOn(edge, at.x, at.y);
        int w = wireOf[number];
        double along = startM[number] + Plan.metres(index.startOf(edge), foot);
        Wires.Wire wire = wires.wire(w);
        return new Place(
                w, Math.max(wire.fromM(), Math.min(wire.toM(), along)), index.distance(edge, at.x, at.y), foot);
    }
}
