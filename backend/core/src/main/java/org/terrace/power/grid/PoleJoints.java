package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/** Puts gaps that may be closed where two lines cross and a pole stands near: between a place on the one and the same place on the other. */
final class PoleJoints {
    private final Wires wires;
    private final DrawnLines lines;
    private final List<List<Integer>> byLine;

    /** @param joints by number of the gap in the wires: what is told when it is closed */
    record Added(Wires wires, List<Fault> joints) {}

    private PoleJoints(Wires wires, DrawnLines lines) {
        this.wires = wires;
        this.lines = lines;
        this.byLine = wires.byLine(lines.rows());
    }

    /** @param joints of the gaps that are there already */
    static Added add(Wires wires, DrawnLines lines, List<Fault> joints) {
        return lines.polesNear.isEmpty() ? new Added(wires, joints) : new PoleJoints(wires, lines).added(joints);
    }

    private Added added(List<Fault> joints) {
        List<PolesAtCrossings.Near> inOrder = new ArrayList<>(lines.polesNear);
        inOrder.sort(Comparator.comparingDouble(PolesAtCrossings.Near::poleM)
                .thenComparingInt(PolesAtCrossings.Near::line)
                .thenComparingInt(PolesAtCrossings.Near::other)
                .thenComparing(PolesAtCrossings.Near::at));
        Map<Wires.Cut, Integer> nodeAt = new HashMap<>();
        List<Wires.Cut> cuts = new ArrayList<>();
        List<Wires.Cut[]> pairs = new ArrayList<>();
        List<Fault> all = new ArrayList<>(joints);
        for (PolesAtCrossings.Near near : inOrder) {
            Optional<Wires.Cut> one = on(near.line(), near.at());
            Optional<Wires.Cut> other = on(near.other(), near.at());
            if (one.isEmpty() || other.isEmpty()) {
                continue;
            }
            for (Wires.Cut cut : List.of(one.get(), other.get())) {
                if (nodeAt.putIfAbsent(cut, 0) == null) {
                    cuts.add(cut);
                }
            }
            pairs.add(new Wires.Cut[] {one.get(), other.get()});
            all.add(Fault.gap(
                    Fault.Kind.JOINED,
                    lines.table.code(near.line()),
                    lines.table.code(near.other()),
                    near.poleM(),
                    near.at()));
        }
        cuts.sort(Comparator.comparingInt(Wires.Cut::wire).thenComparingDouble(Wires.Cut::metres));
        for (int i = 0; i < cuts.size(); i++) {
            nodeAt.put(cuts.get(i), wires.nodes() + i);
        }
        List<Wires.Wire> more = pairs.stream()
                .map(pair -> new Wires.Wire(
                        Wires.Kind.JOINT,
                        nodeAt.getOrDefault(pair[0], -1),
                        nodeAt.getOrDefault(pair[1], -1),
                        wires.wire(pair[0].wire()).line(),
                        Double.NaN,
                        Double.NaN))
                .toList();
        return new Added(wires.split(cuts, lines).wires().with(List.of(), more), all);
    }

    /** Inside of a wire of the line; empty where a node is there already: what meets at it is joined or not without a pole. */
    private Optional<Wires.Cut> on(int line, Coordinate at) {
        double best = Double.POSITIVE_INFINITY;
        Optional<Wires.Cut> found = Optional.empty();
        for (int w : byLine.get(line)) {
            List<Coordinate> course = wires.course(w, lines);
            double along = wires.wire(w).fromM();
            for (int i = 1; i < course.size(); i++) {
                Coordinate a = course.get(i - 1);
                Coordinate b = course.get(i);
                double length = Plan.metres(a, b);
                double t =
                        length > 0 ? ((at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y)) / (length * length) : 0;
                double metres = along + Math.max(0, Math.min(1, t)) * length;
                double off = Plan.metres(lines.at(line, metres), at);
                if (off < best) {
                    best = off;
                    boolean inside = metres > wires.wire(w).fromM() + Leads.SAME_M
                            && metres < wires.wire(w).toM() - Leads.SAME_M;
                    found = inside ? Optional.of(new Wires.Cut(w, metres)) : Optional.empty();
                }
                along += length;
            }
        }
        return found;
    }
}
