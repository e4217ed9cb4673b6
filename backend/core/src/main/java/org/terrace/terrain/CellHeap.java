package org.terrace.terrain;

import java.util.Arrays;

/** A binary heap of cells by key, smallest first; equal keys by cell number, so that the order never depends on chance. */
public final class CellHeap {
    private double[] keys;
    private int[] cells;
    private int size;

    public CellHeap(int capacity) {
        keys = new double[Math.max(16, capacity)];
        cells = new int[keys.length];
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Key of the cell that {@link #pop} gives next. */
    public double topKey() {
        return keys[0];
    }

    public void add(double key, int cell) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            cells = Arrays.copyOf(cells, size * 2);
        }
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!before(key, cell, keys[parent], cells[parent])) {
                break;
            }
            keys[at] = keys[parent];
            cells[at] = cells[parent];
            at = parent;
        }
        keys[at] = key;
        cells[at] = cell;
    }

    public int pop() {
        int top = cells[0];
        double key = keys[--size];
        int cell = cells[size];
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && before(keys[child + 1], cells[child + 1], keys[child], cells[child])) {
                child++;
            }
            if (!before(keys[child], cells[child], key, cell)) {
                break;
            }
            keys[at] = keys[child];
            cells[at] = cells[child];
            at = child;
        }
        keys[at] = key;
        cells[at] = cell;
        return top;
    }

    private static boolean before(double key, int cell, double otherKey, int otherCell) {
        return key < otherKey || (key == otherKey && cell < otherCell);
    }
}
