package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The cheapest sizes of a branched pipe network that leave every node its head: exact, by dynamic programming from the leaves.
 *
 * <p>For every node the front of pairs (head that is needed there, cost of all pipes below) of which none is both lower and cheaper than
 * another. A pipe shifts the front of its lower end by its loss and its cost, for each size; the fronts of the pipes that begin at a node
 * are added. Losses are rounded up and levels down to whole centimetres, so a plan is on the safe side and the cheapest for these losses.
 */
final class LeastCostSizes {
    private LeastCostSizes() {}

    /** @param size by node: of the pipe that ends there; the root's is -1 */
    record Plan(int[] size, double cost) {}

    /** Fronts by ascending head and falling cost. */
    private record Front(int[] headCm, double[] cost) {
        /** Least cost with so much head; infinite when that is too little. */
        double costWith(int headCm) {
            int at = Arrays.binarySearch(this.headCm, headCm);
            int k = at >= 0 ? at : -at - 2;
            return k < 0 ? Double.POSITIVE_INFINITY : cost[k];
        }
    }

    /**
     * @param parent of each node, smaller than the node itself; the root is node 0
     * @param lossM by node and size: of the pipe that ends at the node; infinite for a size that must not be used
     * @param cost by node and size
     * @param requiredM head that each node needs, above the datum; negative infinity for none
     * @param levelM at the root
     * @return empty where no sizes keep all heads
     */
    static Optional<Plan> of(int[] parent, double[][] lossM, double[][] cost, double[] requiredM, double levelM) {
        int nodes = parent.length;
        int[][] lossCm = new int[nodes][];
        List<List<Front>> below = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            below.add(new ArrayList<>());
            lossCm[i] = i == 0 ? new int[0] : upCm(lossM[i]);
        }
        Front[] at = new Front[nodes];
        int levelCm = (int) Math.floor(levelM * 100 + 1e-6);
        for (int i = nodes - 1; i >= 0; i--) {
            at[i] = added(below.get(i), upCm(requiredM[i]), levelCm);
            if (i > 0) {
                below.get(parent[i]).add(through(at[i], lossCm[i], cost[i], levelCm));
            }
        }
        double least = at[0].costWith(levelCm);
        return Double.isInfinite(least)
                ? Optional.empty()
                : Optional.of(new Plan(sizes(parent, lossCm, cost, at, levelCm), least));
    }

    private static int[] upCm(double[] metres) {
        int[] cm = new int[metres.length];
        Arrays.setAll(cm, k -> upCm(metres[k]));
        return cm;
    }

    private static int upCm(double metres) {
        return metres == Double.NEGATIVE_INFINITY || metres < -10_000
                ? -1_000_000
                : metres > 20_000 ? Integer.MAX_VALUE : (int) Math.ceil(metres * 100 - 1e-6);
    }

    private static Front added(List<Front> fronts, int requiredCm, int levelCm) {
        int[] heads = fronts.stream().flatMapToInt(f -> Arrays.stream(f.headCm)).toArray();
        int[] all = Arrays.copyOf(heads, heads.length + 1);
        all[heads.length] = requiredCm;
        Arrays.sort(all);
        int[] headCm = new int[all.length];
        double[] cost = new double[all.length];
        int count = 0;
        for (int head : all) {
            if (head < requiredCm || head > levelCm) {
                continue;
            }
            double sum = 0;
            for (Front front : fronts) {
                sum += front.costWith(head);
            }
            if (!Double.isInfinite(sum) && (count == 0 || sum < cost[count - 1])) {
                headCm[count] = head;
                cost[count++] = sum;
            }
        }
        return new Front(Arrays.copyOf(headCm, count), Arrays.copyOf(cost, count));
    }

    private static Front through(Front below, int[] lossCm, double[] pipeCost, int levelCm) {
        int[] heads = new int[below.headCm.length * lossCm.length];
        int n = 0;
        for (int loss : lossCm) {
            for (int head : below.headCm) {
                if (loss != Integer.MAX_VALUE && head + loss <= levelCm) {
                    heads[n++] = head + loss;
                }
            }
        }
        heads = Arrays.stream(heads, 0, n).sorted().distinct().toArray();
        double[] cost = new double[heads.length];
        int[] kept = new int[heads.length];
        int[] enough = new int[lossCm.length];
        int count = 0;
        for (int head : heads) {
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < lossCm.length; k++) {
                if (lossCm[k] != Integer.MAX_VALUE) {
                    // Heads rise, so what is enough below does too.
                    while (enough[k] < below.headCm.length && below.headCm[enough[k]] <= head - lossCm[k]) {
                        enough[k]++;
                    }
                    if (enough[k] > 0) {
                        least = Math.min(least, below.cost[enough[k] - 1] + pipeCost[k]);
                    }
                }
            }
            if (count == 0 || least < cost[count - 1]) {
                kept[count] = head;
                cost[count++] = least;
            }
        }
        return new Front(Arrays.copyOf(kept, count), Arrays.copyOf(cost, count));
    }

    /** From the root down: with the head that is there, the cheapest size of each pipe; of equal ones the narrowest. */
    private static int[] sizes(int[] parent, int[][] lossCm, double[][] cost, Front[] at, int levelCm) {
        int[] size = new int[parent.length];
        int[] headCm = new int[parent.length];
        size[0] = -1;
        headCm[0] = levelCm;
        for (int i = 1; i < parent.length; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < lossCm[i].length; k++) {
                if (lossCm[i][k] == Integer.MAX_VALUE) {
                    continue;
                }
                double with = at[i].costWith(headCm[parent[i]] - lossCm[i][k]) + cost[i][k];
                if (with < least) {
                    least = with;
                    size[i] = k;
                }
            }
            headCm[i] = headCm[parent[i]] - lossCm[i][size[i]];
        }
        return size;
    }
}
