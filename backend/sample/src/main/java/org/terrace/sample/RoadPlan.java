package org.terrace.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The legs of all roads on the lattice while they are being planned; what came first stays, unless a better road comes over it. Cut
 * into lines at the end.
 */
final class RoadPlan {
    /** A leg between two nodes, {@code a < b}. */
    static final class Leg {
        final int a;
        final int b;
        RoadLine.Kind kind;
        final int village;
        RoadLine.Surface surface;
        boolean bridge;

        Leg(int a, int b, RoadLine.Kind kind, RoadLine.Surface surface, int village, boolean bridge) {
            this.a = a;
            this.b = b;
            this.kind = kind;
            this.surface = surface;
            this.village = village;
            this.bridge = bridge;
        }

        int other(int node) {
            return node == a ? b : a;
        }

        boolean looksLike(Leg next) {
            return kind == next.kind && surface == next.surface && bridge == next.bridge && village == next.village;
        }
    }

    private final Lattice lattice;
    private final Map<Long, Leg> legs = new HashMap<>();
    private final List<Leg> inOrder = new ArrayList<>();
    private final TreeMap<Integer, List<Leg>> atNode = new TreeMap<>();

    RoadPlan(Lattice lattice) {
        this.lattice = lattice;
    }

    /** Adds the way from {@code target} back to its source and returns the legs that are new, from the target on. */
    List<Leg> addWay(Lattice.Ways ways, int target, RoadLine.Kind kind, RoadLine.Surface surface, int village) {
        List<Leg> added = new ArrayList<>();
        for (int at = target; ways.from[at] >= 0; at = ways.from[at]) {
            int a = Math.min(at, ways.from[at]);
            int b = Math.max(at, ways.from[at]);
            long key = (long) a << 32 | b;
            Leg known = legs.get(key);
            if (known != null && known.kind.compareTo(kind) > 0) {
                known.kind = kind;
                known.surface = surface;
            }
            if (known == null) {
                boolean bridge = kind != RoadLine.Kind.PATH && lattice.crossesWater(a, b);
                Leg leg = new Leg(a, b, kind, surface, village, bridge);
                legs.put(key, leg);
                inOrder.add(leg);
                atNode.computeIfAbsent(a, n -> new ArrayList<>()).add(leg);
                atNode.computeIfAbsent(b, n -> new ArrayList<>()).add(leg);
                added.add(leg);
            }
        }
        return added;
    }

    /** True when the way from {@code target} ends at a hardened road. */
    boolean endsAtHardened(Lattice.Ways ways, int target) {
        int at = target;
        while (ways.from[at] >= 0) {
            at = ways.from[at];
        }
        return atNode.getOrDefault(at, List.of()).stream().anyMatch(leg -> leg.surface.isHardened());
    }

    boolean touches(int node) {
        return atNode.containsKey(node);
    }

    /** All nodes that have a road of at least this kind, ascending. */
    int[] nodes(RoadLine.Kind atLeast) {
        return atNode.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(l -> l.kind.compareTo(atLeast) <= 0))
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    /** Chains of like legs between junctions. */
    List<RoadLine> lines(RoadShape shape) {
        List<RoadLine> lines = new ArrayList<>();
        java.util.Set<Leg> used = new java.util.HashSet<>();
        for (Leg leg : inOrder) {
            if (used.add(leg)) {
                java.util.ArrayDeque<Integer> nodes = new java.util.ArrayDeque<>(List.of(leg.a, leg.b));
                extend(nodes, leg, leg.b, used, true);
                extend(nodes, leg, leg.a, used, false);
                int[] chain = nodes.stream().mapToInt(Integer::intValue).toArray();
                lines.add(shape.line(leg.kind, leg.surface, leg.bridge, leg.village, chain));
            }
        }
        return lines;
    }

    private void extend(
            java.util.ArrayDeque<Integer> nodes, Leg first, int end, java.util.Set<Leg> used, boolean atTail) {
        Leg leg = first;
        int node = end;
        while (atNode.getOrDefault(node, List.of()).size() == 2) {
            List<Leg> both = atNode.getOrDefault(node, List.of());
            Leg next = both.get(0) == leg ? both.get(1) : both.get(0);
            if (!next.looksLike(leg) || !used.add(next)) {
                return;
            }
            node = next.other(node);
            if (atTail) {
                nodes.addLast(node);
            } else {
                nodes.addFirst(node);
            }
            leg = next;
        }
    }
}
