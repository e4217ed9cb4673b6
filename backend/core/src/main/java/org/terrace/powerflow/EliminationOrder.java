package org.terrace.powerflow;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * An order in which equations of a network are eliminated with few new entries: always the place with the fewest neighbours
 * next; its neighbours become neighbours of each other. Ends of trees go first and cost nothing.
 *
 * @see "George and Liu (1981), Computer Solution of Large Sparse Positive Definite Systems: minimum degree"
 */
final class EliminationOrder {
    private final int[][] next;
    private final int[] degree;
    private final boolean[] gone;
    private final int[] mark;

    private EliminationOrder(int[][] neighbours) {
        int n = neighbours.length;
        this.next = new int[n][];
        this.degree = new int[n];
        this.gone = new boolean[n];
        this.mark = new int[n];
        Arrays.fill(mark, -1);
        for (int i = 0; i < n; i++) {
            next[i] = neighbours[i].clone();
            degree[i] = neighbours[i].length;
        }
    }

    /** @param neighbours by place, each once, without itself. @return places in the order of elimination */
    static int[] of(int[][] neighbours) {
        return new EliminationOrder(neighbours).order();
    }

    private int[] order() {
        PriorityQueue<Long> waiting = new PriorityQueue<>();
        for (int i = 0; i < next.length; i++) {
            waiting.add(key(i));
        }
        int[] order = new int[next.length];
        int step = 0;
        for (Long key = waiting.poll(); key != null; key = waiting.poll()) {
            int least = (int) (long) key;
            if (gone[least] || key >>> 32 != degree[least]) {
                continue;
            }
            gone[least] = true;
            order[step++] = least;
            for (int k = 0; k < degree[least]; k++) {
                int near = next[least][k];
                join(near, least);
                waiting.add(key(near));
            }
        }
        return order;
    }

    private long key(int place) {
        return (long) degree[place] << 32 | place;
    }

    /** Neighbours of the one that goes become those of one of them. */
    private void join(int near, int going) {
        int[] mine = next[near];
        int kept = 0;
        mark[near] = near;
        for (int k = 0; k < degree[near]; k++) {
            if (mine[k] != going) {
                mark[mine[k]] = near;
                mine[kept++] = mine[k];
            }
        }
        for (int k = 0; k < degree[going]; k++) {
            int other = next[going][k];
            if (mark[other] != near) {
                mark[other] = near;
                if (kept == mine.length) {
                    mine = Arrays.copyOf(mine, 2 * kept + 4);
                }
                mine[kept++] = other;
            }
        }
        next[near] = mine;
        degree[near] = kept;
    }
}
