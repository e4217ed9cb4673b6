package org.terrace.power.grid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * An area parted in two: what hangs below one section gets a transformer of its own, which may stand anywhere in it, and the section is
 * opened.
 *
 * @param rest what stays with the old transformer. @param own what the new one feeds
 * @param restCustomers by customer of the rest: its number in the whole area. @param ownCustomers the same
 */
public record AreaSplit(GridArea rest, GridArea own, int[] restCustomers, int[] ownCustomers) {

    /**
     * @param cut node whose feeding section is opened. @param root where the new transformer stands: the node itself or one below it
     * @param transformer code of the new one
     */
    public static AreaSplit of(GridArea area, int cut, int root, String transformer) {
        boolean[] below = new boolean[area.nodes()];
        below[cut] = true;
        for (int n = cut + 1; n < area.nodes(); n++) {
            below[n] = below[area.parent(n)];
        }
        if (cut == 0 || !below[root]) {
            throw new IllegalArgumentException(
                    "node " + root + " does not hang below section " + cut + " of " + area.transformer());
        }
        int[] restCustomers = customers(area, below, false);
        int[] ownCustomers = customers(area, below, true);
        return new AreaSplit(
                rebuilt(area, below, false, 0, area.transformer(), restCustomers),
                rebuilt(area, below, true, root, transformer, ownCustomers),
                restCustomers,
                ownCustomers);
    }

    private static int[] customers(GridArea area, boolean[] below, boolean inside) {
        int[] found = new int[area.customers().size()];
        int n = 0;
        for (int c = 0; c < found.length; c++) {
            if (below[area.customers().get(c).node()] == inside) {
                found[n++] = c;
            }
        }
        return Arrays.copyOf(found, n);
    }

    private static GridArea rebuilt(
            GridArea area, boolean[] below, boolean inside, int root, String transformer, int[] customers) {
        Map<Integer, List<Section>> at = new HashMap<>();
        for (Section s : area.sections()) {
            if (below[s.from()] == inside && below[s.to()] == inside) {
                at.computeIfAbsent(s.from(), k -> new ArrayList<>()).add(s);
                at.computeIfAbsent(s.to(), k -> new ArrayList<>()).add(s);
            }
        }
        int[] numberOf = new int[area.nodes()];
        Arrays.fill(numberOf, -1);
        numberOf[root] = 0;
        List<Integer> order = new ArrayList<>(List.of(root));
        List<Section> sections = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(root));
        int[] feeder = new int[area.nodes()];
        int[] phases = new int[area.nodes()];
        phases[root] = 3;
        int feeders = 0;
        while (!open.isEmpty()) {
            int node = open.poll();
            for (Section s : at.getOrDefault(node, List.of())) {
                int next = s.from() == node ? s.to() : s.from();
                if (numberOf[next] >= 0) {
                    continue;
                }
                feeder[next] = node == root ? ++feeders : feeder[node];
                phases[next] = s.phasesOnRecord() == 0 ? s.phases() : Math.min(phases[node], s.phasesOnRecord());
                numberOf[next] = order.size();
                order.add(next);
                open.add(next);
                sections.add(turned(s, s.from() == node, numberOf[node], numberOf[next], phases[next], feeder[next]));
            }
        }
        List<Section> closing = new ArrayList<>();
        for (Section s : area.closing()) {
            if (numberOf[s.from()] >= 0 && numberOf[s.to()] >= 0) {
                closing.add(turned(s, true, numberOf[s.from()], numberOf[s.to()], s.phases(), s.feeder()));
            }
        }
        return new GridArea(
                transformer,
                area.isEstimated(),
                order.stream().map(area::place).toList(),
                sections,
                closing,
                Arrays.stream(customers)
                        .mapToObj(area.customers()::get)
                        .map(c -> new Customer(c.household(), numberOf[c.node()], c.dropM()))
                        .toList());
    }

    private static Section turned(Section s, boolean sameWay, int from, int to, int phases, int feeder) {
        List<Coordinate> course = new ArrayList<>(s.course());
        if (!sameWay) {
            Collections.reverse(course);
        }
        return new Section(
                s.code(),
                s.kind(),
                s.line(),
                from,
                to,
                s.lengthM(),
                s.onGround(),
                s.conductor(),
                s.neutral(),
                s.phasesOnRecord(),
                phases,
                s.phase(),
                feeder,
                sameWay ? s.fromM() : s.toM(),
                sameWay ? s.toM() : s.fromM(),
                course);
    }
}
