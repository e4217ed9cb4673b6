package org.terrace.terrain;

import java.util.Arrays;

/**
 * Cells waiting for the flood, the lowest first, of equal height the one that came first: a heap of four children to a node, height
 * and number of arrival packed into one long.
 */
final class FloodQueue {
    private long[] heap = new long[1024];
    private int size;
    private int arrivals;
    private final int[] cellOf;

    /** @param cells so many arrive at most */
    FloodQueue(int cells) {
        this.cellOf = new int[cells];
    }

    /** @param metres not NaN */
    void add(int cell, float metres) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        cellOf[arrivals] = cell;
        // -0 and 0 are one height.
        int bits = Float.floatToIntBits(metres + 0f);
        long key = ((long) (bits ^ ((bits >> 31) & 0x7FFFFFFF)) << 32) | arrivals++;
        int at = size++;
        while (at > 0 && key < heap[(at - 1) >> 2]) {
            heap[at] = heap[(at - 1) >> 2];
            at = (at - 1) >> 2;
        }
        heap[at] = key;
    }

    /** The lowest cell, -1 when none waits. */
    int take() {
        if (size == 0) {
            return -1;
        }
        int first = cellOf[(int) heap[0]];
        long key = heap[--size];
        int at = 0;
        while (true) {
            int child = 4 * at + 1;
            if (child >= size) {
                break;
            }
            int least = child;
            int last = Math.min(child + 3, size - 1);
            for (int c = child + 1; c <= last; c++) {
                if (heap[c] < heap[least]) {
                    least = c;
                }
            }
            if (heap[least] >= key) {
                break;
            }
            heap[at] = heap[least];
            at = least;
        }
        if (size > 0) {
            heap[at] = key;
        }
        return first;
    }
}
