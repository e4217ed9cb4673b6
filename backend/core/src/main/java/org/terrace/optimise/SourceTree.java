package org.terrace.optimise;

import java.util.Arrays;

/**
 * A basis of the transportation problem as a tree over households and sources, hanging from a root that stands for "unserved" and
 * for "unused".
 *
 * <p>Every household has a parent: the source that serves it, or the root. Nearly all households are leaves; only the few that have
 * sources below them join sources to one another. So prices are kept for sources alone and a household's follows from its parent:
 * a pivot touches a few sources, not thousands of households. A source hangs from the root by its unused litres, or from a household.
 *
 * <p>Prices have two parts, compared one after the other: a rank (of people per litre) and a scaled cost per litre.
 */
final class SourceTree {
    static final int NONE = -1;

    final int root;
    /** Source that the household hangs from, or the root; the litres and the scaled cost per litre of that arc. */
    final int[] parent;

    final long[] parentFlow;
    final long[] parentCost;
    final int[] parentRank;
    /** Household that the source hangs from, or NONE: from the root by its unused litres. */
    final int[] above;

    final long[] aboveFlow;
    final long[] aboveCost;
    final long[] load;
    final int[] rank;
    final long[] price;

    private final int[] depth;
    private final int[] firstSource;
    private final int[] nextSource;
    private final int[] previousSource;
    private final int[] firstJoin;
    private final int[] nextJoin;
    private final int[] previousJoin;
    private final int[] stack;

    SourceTree(int households, int sources) {
        root = sources;
        parent = filled(households, root);
        parentFlow = new long[households];
        parentCost = new long[households];
        parentRank = new int[households];
        above = filled(sources, NONE);
        aboveFlow = new long[sources];
        aboveCost = new long[sources];
        load = new long[sources];
        rank = new int[sources + 1];
        price = new long[sources + 1];
        depth = filled(sources + 1, 1);
        depth[root] = 0;
        firstSource = filled(households, NONE);
        nextSource = filled(sources, NONE);
        previousSource = filled(sources, NONE);
        firstJoin = filled(sources + 1, NONE);
        nextJoin = filled(households, NONE);
        previousJoin = filled(households, NONE);
        stack = new int[sources + 1];
    }

    SourceTree(SourceTree other) {
        root = other.root;
        parent = other.parent.clone();
        parentFlow = other.parentFlow.clone();
        parentCost = other.parentCost.clone();
        parentRank = other.parentRank.clone();
        above = other.above.clone();
        aboveFlow = other.aboveFlow.clone();
        aboveCost = other.aboveCost.clone();
        load = other.load.clone();
        rank = other.rank.clone();
        price = other.price.clone();
        depth = other.depth.clone();
        firstSource = other.firstSource.clone();
        nextSource = other.nextSource.clone();
        previousSource = other.previousSource.clone();
        firstJoin = other.firstJoin.clone();
        nextJoin = other.nextJoin.clone();
        previousJoin = other.previousJoin.clone();
        stack = new int[other.stack.length];
    }

    private static int[] filled(int length, int value) {
        int[] array = new int[length];
        Arrays.fill(array, value);
        return array;
    }

    /** Nodes are sources, the root, then households. */
    int nodeOf(int household) {
        return root + 1 + household;
    }

    boolean isHousehold(int node) {
        return node > root;
    }

    int householdOf(int node) {
        return node - root - 1;
    }

    int up(int node) {
        if (node > root) {
            return parent[node - root - 1];
        }
        return above[node] == NONE ? root : root + 1 + above[node];
    }

    int depthOf(int node) {
        return node > root ? 2 * depth[parent[node - root - 1]] + 1 : 2 * depth[node];
    }

    boolean isJoin(int household) {
        return firstSource[household] != NONE;
    }

    /**
     * Turns round the path from {@code node} up to {@code cut}, whose arc upwards leaves, and hangs {@code node} from {@code under} by the entering
     * arc. Prices are left to {@link #shift}.
     */
    void rehang(int node, int cut, int under, long flow, long cost, int arcRank) {
        int current = node;
        int newParent = under;
        long newFlow = flow;
        long newCost = cost;
        int newRank = arcRank;
        while (true) {
            int oldParent = up(current);
            if (isHousehold(current)) {
                int household = householdOf(current);
                long oldFlow = parentFlow[household];
                long oldCost = parentCost[household];
                int oldRank = parentRank[household];
                if (isJoin(household)) {
                    removeJoin(household);
                }
                parent[household] = newParent;
                parentFlow[household] = newFlow;
                parentCost[household] = newCost;
                parentRank[household] = newRank;
                if (isJoin(household)) {
                    addJoin(household);
                }
                newFlow = oldFlow;
                newCost = oldCost;
                newRank = oldRank;
            } else {
                long oldFlow = aboveFlow[current];
                long oldCost = aboveCost[current];
                if (above[current] != NONE) {
                    removeSource(current);
                }
                above[current] = newParent == root ? NONE : householdOf(newParent);
                aboveFlow[current] = newFlow;
                aboveCost[current] = newCost;
                if (above[current] != NONE) {
                    addSource(current);
                }
                newFlow = oldFlow;
                newCost = oldCost;
                newRank = 0;
            }
            if (current == cut) {
                return;
            }
            newParent = current;
            current = oldParent;
        }
    }

    /** Adds to the prices of all sources at and below a node, and counts their depths anew. */
    void shift(int node, int rankBy, long priceBy) {
        int top = 0;
        if (isHousehold(node)) {
            for (int s = firstSource[householdOf(node)]; s != NONE; s = nextSource[s]) {
                stack[top++] = s;
            }
        } else {
            stack[top++] = node;
        }
        while (top > 0) {
            int s = stack[--top];
            rank[s] += rankBy;
            price[s] += priceBy;
            depth[s] = above[s] == NONE ? 1 : depth[parent[above[s]]] + 1;
            for (int join = firstJoin[s]; join != NONE; join = nextJoin[join]) {
                for (int below = firstSource[join]; below != NONE; below = nextSource[below]) {
                    stack[top++] = below;
                }
            }
        }
    }

    private void addSource(int s) {
        int household = above[s];
        int old = firstSource[household];
        if (old == NONE) {
            firstSource[household] = s;
            addJoin(household);
        } else {
            previousSource[old] = s;
            firstSource[household] = s;
        }
        nextSource[s] = old;
        previousSource[s] = NONE;
    }

    private void removeSource(int s) {
        int household = above[s];
        if (previousSource[s] == NONE) {
            firstSource[household] = nextSource[s];
        } else {
            nextSource[previousSource[s]] = nextSource[s];
        }
        if (nextSource[s] != NONE) {
            previousSource[nextSource[s]] = previousSource[s];
        }
        if (firstSource[household] == NONE) {
            removeJoin(household);
        }
    }

    private void addJoin(int household) {
        int at = parent[household];
        int old = firstJoin[at];
        if (old != NONE) {
            previousJoin[old] = household;
        }
        firstJoin[at] = household;
        nextJoin[household] = old;
        previousJoin[household] = NONE;
    }

    private void removeJoin(int household) {
        if (previousJoin[household] == NONE) {
            firstJoin[parent[household]] = nextJoin[household];
        } else {
            nextJoin[previousJoin[household]] = nextJoin[household];
        }
        if (nextJoin[household] != NONE) {
            previousJoin[nextJoin[household]] = previousJoin[household];
        }
    }
}
