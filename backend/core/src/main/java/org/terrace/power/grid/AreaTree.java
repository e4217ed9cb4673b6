package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.network.Network;
import org.terrace.network.ShortestPaths;
import org.terrace.region.FeatureTable;

/**
 * Orients the wires of one area away from its transformer, by the shortest way along the wire. What no shortest way uses closes a loop. Of
 * ways that are equally long the one by the section that was given first is taken.
 */
final class AreaTree {
    /** Less around is two drawings of one pole, and no loop. */
    private static final double LEAST_LOOP_M = 10;

    private final String transformer;
    private final boolean estimated;
    private final List<Coordinate> places;
    private final List<RawSection> raws;
    private final List<Customer> customers;
    private final List<Fault> faults = new ArrayList<>();
    private final ShortestPaths paths;
    /** By place: number in the area, -1 for none. */
    private final int[] nodeAt;
    /** Places in the order of nodes. */
    private final int[] order;

    /**
     * @param places of nodes, the transformer first
     * @param customers at numbers of places
     */
    AreaTree(
            String transformer,
            boolean estimated,
            List<Coordinate> places,
            List<RawSection> raws,
            List<Customer> customers) {
        this.transformer = transformer;
        this.estimated = estimated;
        this.places = places;
        this.raws = raws;
        this.customers = customers;
        int n = raws.size();
        double[] none = new double[places.size()];
        Network network = new Network(
                none,
                none,
                raws.stream().mapToInt(RawSection::a).toArray(),
                raws.stream().mapToInt(RawSection::b).toArray(),
                new int[n],
                new double[n],
                raws.stream().mapToDouble(r -> r.length().metres()).toArray());
        this.paths = ShortestPaths.from(network, new int[] {0}, new double[1], network::lengthM);
        this.order = paths.order();
        this.nodeAt = new int[places.size()];
        Arrays.fill(nodeAt, -1);
        for (int i = 0; i < order.length; i++) {
            nodeAt[order[i]] = i;
        }
    }

    /** The same drawing with other records of some lines. */
    AreaTree with(FeatureTable table, Set<String> edited) {
        return new AreaTree(
                transformer,
                estimated,
                places,
                raws.stream()
                        .map(r -> edited.contains(r.line()) ? r.of(table) : r)
                        .toList(),
                customers);
    }

    boolean has(Set<String> lines) {
        return raws.stream().anyMatch(r -> lines.contains(r.line()));
    }

    /** Loops and phases. Call after {@link #area}. */
    List<Fault> faults() {
        return faults;
    }

    GridArea area() {
        boolean[] inTree = new boolean[raws.size()];
        int nodes = order.length;
        int[] feeding = new int[nodes];
        for (int n = 1; n < nodes; n++) {
            feeding[n] = paths.edgeBefore(order[n]);
            inTree[feeding[n]] = true;
        }
        int[] parent = new int[nodes];
        for (int n = 1; n < nodes; n++) {
            RawSection raw = raws.get(feeding[n]);
            parent[n] = nodeAt[raw.b() == order[n] && raw.a() != order[n] ? raw.a() : raw.b()];
        }
        int[] feeder = new Feeders(nodes, parent, feeding).numbers();
        Phases phases = new Phases(nodes);
        Codes codes = new Codes();
        List<Section> sections = new ArrayList<>();
        for (int n = 1; n < nodes; n++) {
            RawSection raw = raws.get(feeding[n]);
            Phases.Of of = phases.below(n, parent[n], raw);
            Section section = section(raw, codes, parent[n], n, of, feeder[n]);
            of.fault()
                    .ifPresent(kind -> faults.add(
                            Fault.length(kind, raw.line(), section.code(), section.lengthM(), middle(section))));
            sections.add(section);
        }
        List<Section> closing = new ArrayList<>();
        for (int e = 0; e < raws.size(); e++) {
            RawSection raw = raws.get(e);
            if (nodeAt[raw.a()] < 0) {
                throw new IllegalStateException("section " + raw.name() + " hangs on nothing in the area of "
                        + transformer + ". Maybe its line was given to a transformer that does not reach it");
            }
            if (inTree[e] || raw.length().metres() == 0) {
                continue;
            }
            // From the end that is nearer to the transformer.
            boolean forward = nodeAt[raw.a()] <= nodeAt[raw.b()];
            int from = nodeAt[forward ? raw.a() : raw.b()];
            int to = nodeAt[forward ? raw.b() : raw.a()];
            Section section = section(
                    raw, codes, from, to, phases.between(from, to, raw), feeder[from] == feeder[to] ? feeder[to] : 0);
            double aroundM = aroundM(from, to, parent) + section.lengthM();
            if (aroundM < LEAST_LOOP_M) {
                continue;
            }
            closing.add(section);
            faults.add(new Fault(
                    Fault.Kind.LOOP, raw.line(), section.code(), Double.NaN, aroundM, Double.NaN, middle(section)));
        }
        List<Coordinate> at = Arrays.stream(order).mapToObj(places::get).toList();
        List<Customer> hanging = customers.stream()
                .map(c -> new Customer(c.household(), nodeAt[c.node()], c.dropM()))
                .toList();
        return new GridArea(transformer, estimated, at, sections, closing, hanging);
    }

    /** Metres of tree between two nodes. */
    private double aroundM(int a, int b, int[] parent) {
        Set<Integer> above = new HashSet<>();
        for (int n = a; n >= 0; n = n == 0 ? -1 : parent[n]) {
            above.add(n);
        }
        int meet = b;
        while (!above.contains(meet)) {
            meet = parent[meet];
        }
        return paths.cost(order[a]) + paths.cost(order[b]) - 2 * paths.cost(order[meet]);
    }

    private Section section(RawSection raw, Codes codes, int from, int to, Phases.Of phases, int feeder) {
        boolean forward = nodeAt[raw.a()] == from;
        List<Coordinate> course = new ArrayList<>(raw.course());
        if (!forward) {
            Collections.reverse(course);
        }
        return new Section(
                codes.of(raw),
                raw.kind(),
                raw.line(),
                from,
                to,
                raw.length().metres(),
                raw.length().onGround(),
                raw.conductor(),
                raw.neutral(),
                raw.phases(),
                phases.phases(),
                phases.phase(),
                feeder,
                forward ? raw.fromM() : raw.toM(),
                forward ? raw.toM() : raw.fromM(),
                course);
    }

    private Coordinate middle(Section section) {
        Coordinate a = places.get(order[section.from()]);
        Coordinate b = places.get(order[section.to()]);
        return new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
    }

    /** Names of sections: what the piece is called, and a number where two are called alike. */
    private static final class Codes {
        private final Set<String> taken = new HashSet<>();

        String of(RawSection raw) {
            String code = raw.name();
            for (int n = 2; !taken.add(code); n++) {
                code = raw.name() + "#" + n;
            }
            return code;
        }
    }

    /** Trunks that leave the transformer: what it feeds at once, or over a lead. */
    private final class Feeders {
        private final int[] number;

        Feeders(int nodes, int[] parent, int[] feeding) {
            number = new int[nodes];
            Arrays.fill(number, -1);
            boolean[] isHead = new boolean[nodes];
            isHead[0] = true;
            List<Integer> trunks = new ArrayList<>();
            for (int n = 1; n < nodes; n++) {
                if (isHead[parent[n]]) {
                    Section.Kind kind = raws.get(feeding[n]).kind();
                    isHead[n] = kind == Section.Kind.LEAD;
                    if (kind != Section.Kind.LEAD && kind != Section.Kind.ASSUMED_DROP) {
                        trunks.add(n);
                    }
                }
            }
            trunks.sort((a, b) -> Integer.compare(feeding[a], feeding[b]));
            for (int k = 0; k < trunks.size(); k++) {
                number[trunks.get(k)] = k + 1;
            }
            number[0] = 0;
            for (int n = 1; n < nodes; n++) {
                if (number[n] < 0) {
                    number[n] = isHead[n] || isHead[parent[n]] ? 0 : number[parent[n]];
                }
            }
            // A lead to one trunk is part of it.
            for (int n = nodes - 1; n > 0; n--) {
                if (isHead[n]) {
                    int head = n;
                    int[] below = trunks.stream()
                            .filter(t -> parent[t] == head)
                            .mapToInt(t -> number[t])
                            .toArray();
                    number[n] = below.length == 1 ? below[0] : 0;
                }
            }
        }

        int[] numbers() {
            return number;
        }
    }
}
