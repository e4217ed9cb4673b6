package org.terrace.hydraulics;

import java.util.BitSet;
import java.util.TreeSet;

/** Nodes by the number of their neighbours, then by number: the fewest first. */
final class DegreeQueue {
    private final BitSet[] next;
    private final int[] degree;
    private final TreeSet<Long> order = new TreeSet<>();

    DegreeQueue(BitSet[] next) {
        this.next = next;
        this.degree = new int[next.length];
        for (int i = 0; i < next.length; i++) {
            degree[i] = next[i].cardinality();
            order.add(key(i));
        }
    }

    private long key(int node) {
        return (long) degree[node] << 32 | node;
    }

    int take() {
        return (int) (long) java.util.Objects.requireNonNull(order.pollFirst());
    }

    /** Puts a waiting node in its new place. */
    void put(int node) {
        order.remove(key(node));
        degree[node] = next[node].cardinality();
        order.add(key(node));
    }
}
