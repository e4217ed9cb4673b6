package org.terrace.network;

import java.util.Arrays;

/** Nodes waiting for their turn by cost, of equal cost the lowest first: a binary heap that knows where each node is. */
final class NodeHeap {
    private final double[] cost;
    private final int[] placeOf;
    private int[] heap = new int[64];
    private int size;

    /** @param cost of each node; the caller lowers it and then calls {@link #raise} */
    NodeHeap(double[] cost) {
        this.cost = cost;
        this.placeOf = new int[cost.length];
        Arrays.fill(placeOf, -1);
    }

    /** Puts a node in, or moves it up after its cost fell. */
    void raise(int node) {
        if (placeOf[node] < 0) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, size * 2);
            }
            placeOf[node] = size++;
        }
        int at = placeOf[node];
        while (at > 0 && before(node, heap[(at - 1) / 2])) {
            put(at, heap[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        put(at, node);
    }

    /** The node of least cost, -1 when none waits. */
    int take() {
        if (size == 0) {
            return -1;
        }
        int first = heap[0];
        placeOf[first] = -1;
        int node = heap[--size];
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], node)) {
                break;
            }
            put(at, heap[child]);
            at = child;
        }
        if (size > 0) {
            put(at, node);
        }
        return first;
    }

    private boolean before(int a, int b) {
        return cost[a] < cost[b] || (cost[a] == cost[b] && a < b);
    }

    private void put(int at, int node) {
        heap[at] = node;
        placeOf[node] = at;
    }
}
