package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;

/**
 * Stretches that are drawn upon one another: of wires between the same two nodes with the same course the first is kept, so that a line drawn
 * twice, or a branch that was drawn from the transformer on, makes no loop.
 */
final class DrawnTwice {
    /** Middles of wires this near to one another are one. */
    private static final double SAME_M = 1;

    final boolean[] kept;
    final List<Fault> faults = new ArrayList<>();

    /** A line that lies on another: how long, and where it first does. */
    private static final class Overlap {
        private final Coordinate at;
        private double metres;

        Overlap(Coordinate at) {
            this.at = at;
        }
    }

    private record Pair(int line, int other) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair o) {
            return line != o.line ? Integer.compare(line, o.line) : Integer.compare(other, o.other);
        }
    }

    DrawnTwice(Wires wires, DrawnLines lines) {
        this.kept = new boolean[wires.count()];
        Map<Long, List<Integer>> between = new HashMap<>();
        Map<Pair, Overlap> overlaps = new TreeMap<>();
        for (int w = 0; w < kept.length; w++) {
            Wires.Wire wire = wires.wire(w);
            kept[w] = true;
            if (wire.kind() != Wires.Kind.DRAWN || !(wire.toM() > wire.fromM())) {
                continue;
            }
            long ends = (long) Math.min(wire.from(), wire.to()) << 32 | Math.max(wire.from(), wire.to());
            List<Integer> there = between.computeIfAbsent(ends, k -> new ArrayList<>(1));
            Coordinate middle = middle(wire, lines);
            for (int other : there) {
                if (kept[w] && Plan.metres(middle, middle(wires.wire(other), lines)) <= SAME_M) {
                    kept[w] = false;
                    Overlap overlap = overlaps.computeIfAbsent(
                            new Pair(wire.line(), wires.wire(other).line()), k -> new Overlap(middle));
                    overlap.metres += wire.toM() - wire.fromM();
                }
            }
            if (kept[w]) {
                there.add(w);
            }
        }
        overlaps.forEach((pair, overlap) -> faults.add(Fault.length(
                Fault.Kind.DUPLICATE,
                lines.table.code(pair.line),
                pair.line == pair.other ? "" : lines.table.code(pair.other),
                overlap.metres,
                overlap.at)));
    }

    private static Coordinate middle(Wires.Wire wire, DrawnLines lines) {
        return lines.at(wire.line(), (wire.fromM() + wire.toM()) / 2);
    }
}
