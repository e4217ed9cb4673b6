package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.network.DisjointSets;
import org.terrace.region.FeatureTable;

/**
 * Where the lines of each transformer begin. A transformer is joined to the nearest vertex of the lines that name it; of lines that name
 * nobody, where no other transformer stands nearer to them; of lines that name another, only where it stands on them as they are drawn.
 * Besides these it is joined to further lines that are not joined to these, by their ends: several feeders leave one transformer.
 */
final class Leads {
    /** A place that rounding of coordinates leaves apart. */
    static final double SAME_M = 0.01;

    private final Wires wires;
    private final DrawnLines lines;
    private final FeatureTable facilities;
    private final GridRules rules;
    private final int[] degree;
    private final DisjointSets pieces;
    private final List<List<Integer>> byLine;
    private final List<Lead> leads = new ArrayList<>();

    /** How a line stands to a transformer by its record. */
    private enum Named {
        BY_ITS_LINE,
        BY_NOBODY,
        OTHER
    }

    /** A vertex near a transformer. @param node -1 where the vertex lies inside of a wire */
    private record Candidate(int line, double alongM, double gapM, Named named, int wire, int node, boolean isEnd) {
        static final Comparator<Candidate> BEST = Comparator.comparing(Candidate::named)
                .thenComparingDouble(Candidate::gapM)
                .thenComparingInt(Candidate::line)
                .thenComparingDouble(Candidate::alongM);
    }

    private record Lead(int transformer, Candidate to) {}

    /**
     * @param wires with the leads
     * @param nodeOf by row of the facilities: node of a transformer, -1 of others and of those without a position
     */
    record Joined(Wires wires, int[] nodeOf, List<Fault> faults) {}

    Leads(Wires wires, DrawnLines lines, FeatureTable facilities, GridRules rules) {
        this.wires = wires;
        this.lines = lines;
        this.facilities = facilities;
        this.rules = rules;
        this.degree = new int[wires.nodes()];
        this.pieces = new DisjointSets(wires.nodes());
        for (Wires.Wire wire : wires.wires) {
            if (wire.kind() == Wires.Kind.DRAWN) {
                degree[wire.from()]++;
                degree[wire.to()]++;
                pieces.join(wire.from(), wire.to());
            }
        }
        this.byLine = wires.byLine(lines.rows());
    }

    Joined joined() {
        DrawnLines.Vertices vertices = lines.vertexIndex();
        WireIndex onWires = new WireIndex(wires, lines);
        Map<Integer, List<Candidate>> near = new TreeMap<>();
        Map<Integer, Double> nearestTo = new HashMap<>();
        for (int t = 0; t < facilities.size(); t++) {
            if (!isTransformer(facilities, t) || !facilities.hasGeometry(t)) {
                continue;
            }
            List<Candidate> found = candidates(t, vertices, onWires);
            near.put(t, found);
            found.forEach(c -> nearestTo.merge(piece(c), c.gapM, Math::min));
        }
        near.forEach((t, found) -> choose(t, found, nearestTo));
        return build(near.keySet());
    }

    static boolean isTransformer(FeatureTable facilities, int row) {
        return row >= 0 && facilities.codesOf("kind").is(row, "transformer");
    }

    private List<Candidate> candidates(int transformer, DrawnLines.Vertices vertices, WireIndex onWires) {
        Coordinate at = facilities.at(transformer);
        List<Candidate> found = new ArrayList<>();
        for (int k : vertices.within(at, rules.transformerSnapM())) {
            Candidate c = candidate(
                    transformer, vertices.row(k), vertices.measure(k), vertices.at(k), Plan.metres(at, vertices.at(k)));
            if (c.wire >= 0 && (!lines.isDrop(c.line) || c.isEnd)) {
                found.add(c);
            }
        }
        if (found.isEmpty()) {
            onWires.nearestWithin(
                            at, rules.snapM(), w -> !lines.isDrop(wires.wire(w).line()))
                    .ifPresent(p -> found.add(
                            candidate(transformer, wires.wire(p.wire()).line(), p.alongM(), p.at(), p.offM())));
        }
        return found;
    }

    private Candidate candidate(int transformer, int line, double alongM, Coordinate vertex, double gapM) {
        int inside = -1;
        int node = -1;
        for (int w : byLine.get(line)) {
            Wires.Wire wire = wires.wire(w);
            if (isSame(wire.fromM(), alongM, wire.from(), vertex)) {
                node = wire.from();
                inside = w;
            } else if (isSame(wire.toM(), alongM, wire.to(), vertex)) {
                node = wire.to();
                inside = w;
            } else if (node < 0 && wire.fromM() < alongM && alongM < wire.toM()) {
                inside = w;
            }
        }
        String named = lines.table.text("transformer_code").get(line);
        Named by = named.equals(facilities.code(transformer))
                ? Named.BY_ITS_LINE
                : isTransformer(facilities, facilities.rowOf(named)) ? Named.OTHER : Named.BY_NOBODY;
        return new Candidate(line, alongM, gapM, by, inside, node, node >= 0 && degree[node] == 1);
    }

    private boolean isSame(double nodeM, double alongM, int node, Coordinate vertex) {
        return Math.abs(nodeM - alongM) <= SAME_M && Plan.metres(wires.places.get(node), vertex) <= SAME_M;
    }

    private int piece(Candidate c) {
        return pieces.find(wires.wire(c.wire).from());
    }

    private void choose(int transformer, List<Candidate> found, Map<Integer, Double> nearestTo) {
        found.sort(Candidate.BEST);
        List<Integer> joinedTo = new ArrayList<>();
        for (Candidate c : found) {
            int piece = piece(c);
            boolean first = joinedTo.isEmpty();
            boolean again = joinedTo.contains(piece);
            boolean takes = switch (c.named) {
                case BY_ITS_LINE -> true;
                case BY_NOBODY -> c.gapM <= nearestTo.getOrDefault(piece, 0.0) && (first || c.isEnd);
                case OTHER -> c.gapM <= rules.snapM();
            };
            // A second end of what is joined already closes a ring, if it was drawn to end here.
            if (again ? c.isEnd && c.gapM <= rules.snapM() && c.named != Named.OTHER && isNew(transformer, c) : takes) {
                leads.add(new Lead(transformer, c));
                joinedTo.add(piece);
            }
        }
    }

    /** Lines that share the vertex give it several times. */
    private boolean isNew(int transformer, Candidate c) {
        return leads.stream().noneMatch(l -> l.transformer == transformer && l.to.node == c.node);
    }

    private Joined build(Iterable<Integer> transformers) {
        Map<Wires.Cut, Integer> cutAt = new HashMap<>();
        List<Wires.Cut> cuts = new ArrayList<>();
        for (Lead lead : leads) {
            if (lead.to.node < 0) {
                Wires.Cut cut = new Wires.Cut(lead.to.wire, lead.to.alongM);
                if (cutAt.putIfAbsent(cut, 0) == null) {
                    cuts.add(cut);
                }
            }
        }
        Wires cutWires = wires.split(cuts, lines).wires();
        cuts.sort(Comparator.comparingInt(Wires.Cut::wire).thenComparingDouble(Wires.Cut::metres));
        for (int i = 0; i < cuts.size(); i++) {
            cutAt.put(cuts.get(i), wires.nodes() + i);
        }
        int[] nodeOf = new int[facilities.size()];
        Arrays.fill(nodeOf, -1);
        List<Fault> faults = new ArrayList<>();
        List<Coordinate> places = new ArrayList<>();
        List<Wires.Wire> more = new ArrayList<>();
        for (Lead lead : leads) {
            if (lead.to.gapM <= SAME_M && nodeOf[lead.transformer] < 0) {
                nodeOf[lead.transformer] = node(lead.to, cutAt);
            }
        }
        for (int t : transformers) {
            if (nodeOf[t] < 0) {
                nodeOf[t] = cutWires.nodes() + places.size();
                places.add(facilities.at(t));
            }
        }
        for (Lead lead : leads) {
            int to = node(lead.to, cutAt);
            if (to == nodeOf[lead.transformer]) {
                continue;
            }
            more.add(new Wires.Wire(
                    Wires.Kind.LEAD, nodeOf[lead.transformer], to, lead.to.line, Double.NaN, Double.NaN));
            if (lead.to.gapM > SAME_M) {
                faults.add(Fault.gap(
                        Fault.Kind.TRANSFORMER_JOINED,
                        facilities.code(lead.transformer),
                        lines.table.code(lead.to.line),
                        lead.to.gapM,
                        facilities.at(lead.transformer)));
            }
        }
        return new Joined(cutWires.with(places, more), nodeOf, faults);
    }

    private int node(Candidate to, Map<Wires.Cut, Integer> cutAt) {
        return to.node >= 0 ? to.node : cutAt.getOrDefault(new Wires.Cut(to.wire, to.alongM), -1);
    }
}
