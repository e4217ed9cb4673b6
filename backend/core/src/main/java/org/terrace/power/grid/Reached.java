package org.terrace.power.grid;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.terrace.network.Network;

/** Which wires of a piece hang together with the transformer that they are given to, over wires that are given to it too. */
final class Reached {
    private static final int NOBODY = -1;

    /** By wire: whether an end of it is reached by its own transformer; of one that is cut, either end by that of its half. */
    private final boolean[] front;

    private final boolean[] back;
    /** By node: the first transformer that reaches it, -1 for none. */
    final int[] by;

    private final Network network;
    private final int[] before;
    private final int[] after;
    /** By node: the last transformer that was seen to reach it. */
    private final int[] seen;

    /**
     * @param start node of each transformer
     * @param before by wire: number of the transformer of its first half. @param after of its second half, the same where it is not cut
     */
    Reached(Network network, int[] start, int[] before, int[] after) {
        this.network = network;
        this.before = before;
        this.after = after;
        this.front = new boolean[network.edges()];
        this.back = new boolean[network.edges()];
        this.by = new int[network.nodes()];
        this.seen = new int[network.nodes()];
        Arrays.fill(by, NOBODY);
        Arrays.fill(seen, NOBODY);
        for (int k = 0; k < start.length; k++) {
            spread(k, start[k]);
        }
    }

    private void spread(int k, int start) {
        seen[start] = k;
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            int node = open.poll();
            by[node] = by[node] < 0 ? k : by[node];
            for (int e = 0; e < network.degree(node); e++) {
                int i = network.incident(node, e);
                front[i] |= before[i] == k && network.from(i) == node;
                back[i] |= after[i] == k && network.to(i) == node;
                int next = network.other(i, node);
                if (before[i] == k && after[i] == k && seen[next] != k) {
                    seen[next] = k;
                    open.add(next);
                }
            }
        }
    }

    /** Whether all of a wire hangs together with whom it is given to. */
    boolean wire(int i) {
        return before[i] == after[i] ? front[i] || back[i] : front[i] && back[i];
    }
}
