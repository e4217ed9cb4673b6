package org.terrace.water.scheme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.terrace.water.laid.PipeGraph;

/**
 * Pieces of pipe from the works that hold water to one tap: at every node the one that brings most; where flows are not known, the fewest.
 *
 * @param start node of the works; the tap where no way is drawn
 */
record WayToTap(int start, List<Integer> pieces) {

    static WayToTap of(PipedSupplies s, int tap) {
        List<Integer> back = flowing(s, tap).orElseGet(() -> fewest(s, tap));
        int node = tap;
        for (int e : back) {
            node = s.passage.other(e, node);
        }
        List<Integer> pieces = new ArrayList<>(back);
        Collections.reverse(pieces);
        return new WayToTap(node, pieces);
    }

    /** From the tap on; empty where no water is known to come from a level. */
    private static Optional<List<Integer>> flowing(PipedSupplies s, int tap) {
        List<Integer> way = new ArrayList<>();
        int node = tap;
        // Water runs down the head and in no circle; rounding might, where next to nothing flows.
        while (!isFull(s, node) && way.size() < s.graph.edges().size()) {
            int most = -1;
            double inflow = 0;
            for (int e : s.passage.edgesAt(node)) {
                if (inflow(s, e, node) > inflow) {
                    most = e;
                    inflow = inflow(s, e, node);
                }
            }
            if (most < 0) {
                return Optional.empty();
            }
            way.add(most);
            node = s.passage.other(most, node);
        }
        return isFull(s, node) ? Optional.of(way) : Optional.empty();
    }

    private static double inflow(PipedSupplies s, int edge, int node) {
        PipeGraph.Edge e = s.graph.edges().get(edge);
        double flow = s.between.flowM3PerS[edge];
        return Double.isNaN(flow) ? 0 : e.to() == node ? flow : -flow;
    }

    /** Open works, if any are drawn that hold water; a tank that none gets to is passed through. */
    private static boolean isFull(PipedSupplies s, int node) {
        return s.flowing.isLevel(node) && s.passage.reach[node] != Passage.Reach.NO_WATER;
    }

    /** From the tap on. */
    private static List<Integer> fewest(PipedSupplies s, int tap) {
        int[] via = new int[s.graph.nodes()];
        Arrays.fill(via, -1);
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(tap));
        boolean[] seen = new boolean[s.graph.nodes()];
        seen[tap] = true;
        while (!queue.isEmpty()) {
            int node = queue.poll();
            if (isFull(s, node)) {
                List<Integer> way = new ArrayList<>();
                for (int n = node; n != tap; n = s.passage.other(via[n], n)) {
                    way.add(via[n]);
                }
                Collections.reverse(way);
                return way;
            }
            for (int e : s.passage.edgesAt(node)) {
                int other = s.passage.other(e, node);
                if (!seen[other]) {
                    seen[other] = true;
                    via[other] = e;
                    queue.add(other);
                }
            }
        }
        return List.of();
    }
}
