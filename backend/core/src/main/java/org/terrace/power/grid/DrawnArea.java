package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * Makes an area of the wires that one transformer feeds: cuts them where households are connected, and puts together again what only the
 * noding had cut. A section ends where lines meet, where the line ends, or where somebody hangs on it.
 */
final class DrawnArea {
    /** Places on a line this near to one another are one node. */
    static final double SAME_M = 1;

    private final String transformer;
    private final Wires wires;
    private final DrawnLines lines;
    private final WireLengths lengths;
    private final List<Integer> own;
    private final int[] degree;
    private final Map<Integer, List<Hook>> hooksOf = new HashMap<>();
    private final List<Coordinate> places = new ArrayList<>();
    private final Map<Integer, Integer> placeOfNode = new HashMap<>();
    private final List<RawSection> sections = new ArrayList<>();
    private final List<RawSection> drops = new ArrayList<>();
    private final List<Customer> customers = new ArrayList<>();
    private final int root;

    /**
     * @param own wires of the area, ascending
     * @param root node of the transformer
     */
    DrawnArea(
            String transformer,
            Wires wires,
            DrawnLines lines,
            WireLengths lengths,
            List<Integer> own,
            int root,
            List<Hook> hooks) {
        this.transformer = transformer;
        this.wires = wires;
        this.lines = lines;
        this.lengths = lengths;
        this.own = own;
        this.root = root;
        this.degree = new int[wires.nodes()];
        for (Hook hook : hooks) {
            hooksOf.computeIfAbsent(hook.wire(), k -> new ArrayList<>()).add(hook);
        }
        for (int w : own) {
            degree[wires.wire(w).from()]++;
            degree[wires.wire(w).to()]++;
        }
    }

    AreaTree tree() {
        place(root);
        List<Integer> chain = new ArrayList<>();
        for (int w : own) {
            Wires.Wire wire = wires.wire(w);
            if (wire.kind() != Wires.Kind.DRAWN) {
                continue;
            }
            if (!chain.isEmpty() && !goesOn(chain.get(chain.size() - 1), w)) {
                lay(chain);
                chain.clear();
            }
            chain.add(w);
        }
        if (!chain.isEmpty()) {
            lay(chain);
        }
        for (int w : own) {
            if (wires.wire(w).kind() != Wires.Kind.DRAWN) {
                bridge(w);
            }
        }
        sections.addAll(drops);
        customers.sort(Comparator.comparing(Customer::household));
        return new AreaTree(transformer, false, places, sections, customers);
    }

    private int place(int node) {
        return placeOfNode.computeIfAbsent(node, n -> {
            places.add(wires.places.get(n));
            return places.size() - 1;
        });
    }

    /** Whether a wire goes on along the line of another, and nothing else is joined between them. */
    private boolean goesOn(int before, int w) {
        Wires.Wire a = wires.wire(before);
        Wires.Wire b = wires.wire(w);
        return a.line() == b.line()
                && a.to() == b.from()
                && a.toM() == b.fromM()
                && a.to() != root
                && degree[a.to()] == 2;
    }

    /** A place on the line where a section ends. */
    private record Stop(double alongM, int place) {}

    private void lay(List<Integer> chain) {
        Wires.Wire first = wires.wire(chain.get(0));
        Wires.Wire last = wires.wire(chain.get(chain.size() - 1));
        int line = first.line();
        Stop begin = new Stop(first.fromM(), place(first.from()));
        Stop end = new Stop(last.toM(), place(last.to()));
        List<Hook> hooks = new ArrayList<>();
        chain.forEach(w -> hooks.addAll(hooksOf.getOrDefault(w, List.of())));
        hooks.sort(Comparator.comparingDouble(Hook::alongM).thenComparing(Hook::household));
        List<Stop> stops = new ArrayList<>(List.of(begin));
        for (Hook hook : hooks) {
            Stop before = stops.get(stops.size() - 1);
            Stop at;
            if (end.alongM - hook.alongM() <= SAME_M && end.alongM - hook.alongM() < hook.alongM() - begin.alongM) {
                at = end;
            } else if (hook.alongM() - before.alongM <= SAME_M) {
                at = before;
            } else {
                places.add(lines.at(line, hook.alongM()));
                at = new Stop(hook.alongM(), places.size() - 1);
                stops.add(at);
            }
            hang(hook, at.place);
        }
        if (stops.size() == 1 && begin.place == end.place) {
            // A ring with nobody on it is two sections, so that none leads back to its own beginning.
            double middle = (begin.alongM + end.alongM) / 2;
            places.add(lines.at(line, middle));
            stops.add(new Stop(middle, places.size() - 1));
        }
        stops.add(end);
        for (int i = 1; i < stops.size(); i++) {
            Stop a = stops.get(i - 1);
            Stop b = stops.get(i);
            sections.add(RawSection.of(
                    lines.isDrop(line) ? Section.Kind.SERVICE_DROP : Section.Kind.LINE,
                    lines.table.code(line) + "@" + Math.round(a.alongM),
                    lines.table,
                    line,
                    a.place,
                    b.place,
                    lengths.onLine(line, a.alongM, b.alongM),
                    a.alongM,
                    b.alongM));
        }
    }

    private void hang(Hook hook, int at) {
        if (hook.house().isEmpty()) {
            customers.add(new Customer(hook.household(), at, hook.dropM()));
            return;
        }
        Coordinate house = hook.house().get();
        places.add(house);
        int door = places.size() - 1;
        drops.add(RawSection.assumed(
                Section.Kind.ASSUMED_DROP,
                hook.household() + ":drop",
                at,
                door,
                lengths.slopes().straight(places.get(at), house),
                List.of()));
        customers.add(new Customer(hook.household(), door, 0));
    }

    private void bridge(int w) {
        Wires.Wire wire = wires.wire(w);
        boolean lead = wire.kind() == Wires.Kind.LEAD;
        sections.add(RawSection.of(
                lead ? Section.Kind.LEAD : Section.Kind.JOINT,
                lead ? transformer + ":lead" : lines.table.code(wire.line()) + ":joint",
                lines.table,
                wire.line(),
                place(wire.from()),
                place(wire.to()),
                lengths.of(wires, w),
                Double.NaN,
                Double.NaN));
    }
}
