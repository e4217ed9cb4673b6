package org.terrace.optimise;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The network simplex method for the assignment of litres: households send what they need to sources, or to nobody.
 *
 * <p>With y = litres flowing from a household to a source, the relaxation is a transportation problem (all litres of a household weigh alike at
 * every source). What a litre unserved costs comes first: its rank, the place of people per litre among all such ratios. A price of the
 * first kind is always the rank of one household or 0, for the rank lies only on arcs to the root; so the ranks may stand for the
 * ratios, and the comparison is exact however close two ratios are. Costs per litre come second, scaled to whole numbers.
 *
 * <p>Trees are kept strongly feasible (from every node some litres can flow to the root), so it never cycles. Households are priced block by
 * block in a ring, the best arc of a block enters. Flows are whole litres throughout.
 *
 * @see "Ahuja, Magnanti, Orlin, Network Flows, 1993, sections 11.5-11.6; Cunningham, A network simplex method, Mathematical Programming 11 (1976)"
 */
final class TransportSimplex {
    /** Rank of a household that must be served: above every rank of people per litre. */
    static final int MUST = 1 << 28;

    /** Sum of the dearest path stays below 2^60. */
    private static final double ROOM = 0x1p60;

    private static final int BLOCK = 12;

    final AssignmentProblem problem;
    final SourceTree tree;
    final double scale;
    private final long[] capacity;
    private final int[] outRank;
    private final long[] outCost;
    private int position;
    private long pivots;

    private int bestPair;
    private int bestItem;
    private int bestRank;
    private long bestPrice;

    /**
     * @param outRank what a litre unserved costs first, by household
     * @param outCost what a litre unserved costs second, in person-seconds
     */
    TransportSimplex(AssignmentProblem problem, int[] outRank, double[] outCost) {
        this.problem = problem;
        this.outRank = outRank;
        this.capacity = problem.capacity.clone();
        this.tree = new SourceTree(problem.households(), problem.sources());
        this.scale = scale(problem, outCost);
        this.outCost = new long[outCost.length];
        for (int i = 0; i < outCost.length; i++) {
            this.outCost[i] = (long) (outCost[i] * scale);
        }
        start();
    }

    private TransportSimplex(TransportSimplex other) {
        problem = other.problem;
        outRank = other.outRank;
        outCost = other.outCost;
        scale = other.scale;
        capacity = other.capacity.clone();
        tree = new SourceTree(other.tree);
        position = other.position;
        pivots = other.pivots;
    }

    TransportSimplex copy() {
        return new TransportSimplex(this);
    }

    /** A power of two such that no sum along a path of the tree leaves the range of a long. */
    private static double scale(AssignmentProblem problem, double[] outCost) {
        double dearest = 1e-9;
        for (int i = 0; i < problem.households(); i++) {
            dearest = Math.max(dearest, outCost[i]);
            for (int k = problem.first[i]; k < problem.first[i + 1]; k++) {
                dearest = Math.max(dearest, problem.cost[k] / problem.litres[i]);
            }
        }
        double paths = 2.0 * Math.min(problem.sources(), problem.households()) + 4;
        return Math.scalb(1.0, Math.min(52, Math.getExponent(ROOM / (dearest * paths)) - 1));
    }

    /** Scaled cost of one litre of a pair. */
    private long cost(int household, int pair) {
        return (long) (problem.cost[pair] * (scale / problem.litres[household]));
    }

    long pivots() {
        return pivots;
    }

    long capacity(int source) {
        return capacity[source];
    }

    /** Every household to its cheapest source that stays below its capacity, the highest ranks first. */
    private void start() {
        for (int i : Order.descending(outRank)) {
            int best = SourceTree.NONE;
            for (int k = problem.first[i]; k < problem.first[i + 1]; k++) {
                int s = problem.source[k];
                if (allowed(k)
                        && tree.load[s] + problem.litres[i] < capacity[s]
                        && (best < 0 || problem.cost[k] < problem.cost[best])) {
                    best = k;
                }
            }
            boolean out = best < 0 || (outRank[i] == 0 && outCost[i] < cost(i, best));
            tree.parentFlow[i] = problem.litres[i];
            tree.parent[i] = out ? tree.root : problem.source[best];
            tree.parentCost[i] = out ? outCost[i] : cost(i, best);
            tree.parentRank[i] = out ? outRank[i] : 0;
            if (!out) {
                tree.load[problem.source[best]] += problem.litres[i];
            }
        }
    }

    private boolean allowed(int pair) {
        return capacity[problem.source[pair]] > 0;
    }

    /** Pivots until no arc pays. */
    TransportSimplex solve() {
        int items = problem.households() + problem.sources();
        int clean = 0;
        int inBlock = 0;
        reset();
        while (clean < items) {
            int item = position;
            position = position + 1 == items ? 0 : position + 1;
            clean++;
            if (item < problem.households()) {
                priceHousehold(item);
            } else {
                priceSource(item - problem.households());
            }
            inBlock++;
            if (bestItem >= 0 && (inBlock >= BLOCK || clean == items)) {
                enter();
                reset();
                clean = 0;
                inBlock = 0;
            }
        }
        return this;
    }

    private void reset() {
        bestItem = -1;
        bestRank = 0;
        bestPrice = 0;
    }

    private void priceHousehold(int i) {
        int at = tree.parent[i];
        int myRank = tree.parentRank[i] + tree.rank[at];
        long myPrice = tree.parentCost[i] + tree.price[at];
        double perLitre = scale / problem.litres[i];
        int[] rank = tree.rank;
        for (int k = problem.first[i]; k < problem.first[i + 1]; k++) {
            int s = problem.source[k];
            int byRank = myRank - rank[s];
            if (byRank >= bestRank) {
                long byPrice = myPrice - (long) (problem.cost[k] * perLitre) - tree.price[s];
                if ((byRank > bestRank || byPrice > bestPrice) && allowed(k)) {
                    bestItem = i;
                    bestPair = k;
                    bestRank = byRank;
                    bestPrice = byPrice;
                }
            }
        }
        consider(i, -1, myRank - outRank[i], myPrice - outCost[i]);
    }

    /** Unused litres: less use where a source costs, more use where a litre more pays. */
    private void priceSource(int s) {
        if (tree.above[s] == SourceTree.NONE) {
            return;
        }
        int item = problem.households() + s;
        if (tree.load[s] < capacity[s]) {
            consider(item, 0, tree.rank[s], tree.price[s]);
        }
        if (tree.load[s] > 0) {
            consider(item, 1, -tree.rank[s], -tree.price[s]);
        }
    }

    private void consider(int item, int pair, int byRank, long byPrice) {
        if (byRank > bestRank || (byRank == bestRank && byPrice > bestPrice)) {
            bestItem = item;
            bestPair = pair;
            bestRank = byRank;
            bestPrice = byPrice;
        }
    }

    /** Sends litres from tail to head by the entering arc and back along the tree, as many as fit, and exchanges the arcs. */
    private void enter() {
        pivots++;
        int root = tree.root;
        if (bestItem < problem.households()) {
            boolean out = bestPair < 0;
            int head = out ? root : problem.source[bestPair];
            pivot(
                    tree.nodeOf(bestItem),
                    head,
                    Long.MAX_VALUE,
                    out ? outCost[bestItem] : cost(bestItem, bestPair),
                    out ? outRank[bestItem] : 0);
        } else {
            int s = bestItem - problem.households();
            if (bestPair == 0) {
                pivot(s, root, capacity[s] - tree.load[s], 0, 0);
            } else {
                pivot(root, s, tree.load[s], 0, 0);
            }
        }
    }

    private void pivot(int tail, int head, long ownLimit, long arcCost, int arcRank) {
        long amount = ownLimit;
        int leaving = -1;
        boolean leavingOnTailSide = true;
        int u = tail;
        int v = head;
        while (u != v) {
            if (tree.depthOf(u) >= tree.depthOf(v)) {
                long limit = limit(u, true);
                if (limit < amount) {
                    amount = limit;
                    leaving = u;
                    leavingOnTailSide = true;
                }
                u = tree.up(u);
            } else {
                long limit = limit(v, false);
                if (limit <= amount) {
                    amount = limit;
                    leaving = v;
                    leavingOnTailSide = false;
                }
                v = tree.up(v);
            }
        }
        int apex = u;
        for (int node = tail; node != apex; node = tree.up(node)) {
            send(node, -amount);
        }
        for (int node = head; node != apex; node = tree.up(node)) {
            send(node, amount);
        }
        boolean slack = !tree.isHousehold(tail);
        if (slack) {
            int s = tail == tree.root ? head : tail;
            tree.load[s] += tail == tree.root ? -amount : amount;
        }
        if (leaving < 0) {
            return;
        }
        int moved = leavingOnTailSide ? tail : head;
        int other = leavingOnTailSide ? head : tail;
        exchange(moved, other, leaving, slack ? 0 : amount, arcCost, arcRank);
    }

    /** How many litres more (towards the root on the head's side, back from it on the tail's) the arc above a node can take. */
    private long limit(int node, boolean tailSide) {
        if (tree.isHousehold(node)) {
            return tailSide ? tree.parentFlow[tree.householdOf(node)] : Long.MAX_VALUE;
        }
        if (tree.above[node] == SourceTree.NONE) {
            return tailSide ? tree.load[node] : capacity[node] - tree.load[node];
        }
        return tailSide ? Long.MAX_VALUE : tree.aboveFlow[node];
    }

    private void send(int node, long upwards) {
        if (tree.isHousehold(node)) {
            tree.parentFlow[tree.householdOf(node)] += upwards;
        } else if (tree.above[node] == SourceTree.NONE) {
            tree.load[node] += upwards;
        } else {
            tree.aboveFlow[node] -= upwards;
        }
    }

    private void exchange(int moved, int other, int leaving, long flow, long arcCost, int arcRank) {
        int rankBefore = rank(moved);
        long priceBefore = price(moved);
        // An arc leads from a household to a source, or from a source to the root: seen from below it costs, seen from
        // above it saves.
        boolean downwards = tree.isHousehold(moved) || other == tree.root;
        int rankAfter = rank(other) + (downwards ? arcRank : -arcRank);
        long priceAfter = price(other) + (downwards ? arcCost : -arcCost);
        tree.rehang(moved, leaving, other, flow, arcCost, arcRank);
        tree.shift(moved, rankAfter - rankBefore, priceAfter - priceBefore);
    }

    int rank(int node) {
        if (tree.isHousehold(node)) {
            int i = tree.householdOf(node);
            return tree.parentRank[i] + tree.rank[tree.parent[i]];
        }
        return tree.rank[node];
    }

    private long price(int node) {
        if (tree.isHousehold(node)) {
            int i = tree.householdOf(node);
            return tree.parentCost[i] + tree.price[tree.parent[i]];
        }
        return tree.price[node];
    }

    /** Litres by household and source, household by household. */
    void forEachPortion(Consumer<Portion> consumer) {
        int[][] below = new int[problem.households()][];
        for (int s = 0; s < problem.sources(); s++) {
            int join = tree.above[s];
            if (join != SourceTree.NONE && tree.aboveFlow[s] > 0) {
                int[] old = below[join] == null ? new int[0] : below[join];
                below[join] = Arrays.copyOf(old, old.length + 1);
                below[join][old.length] = s;
            }
        }
        for (int i = 0; i < problem.households(); i++) {
            if (tree.parentFlow[i] > 0) {
                int at = tree.parent[i];
                consumer.accept(new Portion(i, at == tree.root ? -1 : at, tree.parentFlow[i]));
            }
            if (below[i] != null) {
                for (int s : below[i]) {
                    consumer.accept(new Portion(i, s, tree.aboveFlow[s]));
                }
            }
        }
    }

    /** Gives a solved source more litres; {@link #solve} goes on from where it is. */
    void addCapacity(int source, long litres) {
        capacity[source] += litres;
    }
}
