package org.terrace.optimise;

import java.util.Arrays;

/** What a node of the search leaves open, as a problem of its own: households with one pair that must be served are served. */
final class OpenPart {
    /** Where no household, nor any number of them, can reach an impossible capacity is not looked for beyond this many words. */
    private static final int WORDS = 256;

    final AssignmentProblem problem;
    /** Household and first pair of the whole problem, by open household; pair of the whole problem, by open pair. */
    final int[] household;

    final int[] pair;
    final boolean[] must;
    final int[] fixedPair;
    final double fixedPeople;
    final double fixedCost;
    /** People of the households that are neither fixed nor open. */
    final double lostPeople;

    final boolean possible;

    OpenPart(AssignmentProblem whole, BranchNode node) {
        int n = whole.households();
        long[] left = whole.capacity.clone();
        fixedPair = new int[n];
        Arrays.fill(fixedPair, -1);
        double people = 0;
        double cost = 0;
        for (int i = 0; i < n; i++) {
            int only = node.must[i] ? onlyPair(whole, node, i) : -1;
            if (only >= 0) {
                fixedPair[i] = only;
                left[whole.source[only]] -= whole.litres[i];
                people += whole.people[i];
                cost += whole.cost[only];
            }
        }
        fixedPeople = people;
        fixedCost = cost;
        int[] households = new int[n];
        int[] pairs = new int[whole.pairs()];
        int[] first = new int[n + 1];
        int open = 0;
        int count = 0;
        double lost = 0;
        boolean fits = Arrays.stream(left).allMatch(litres -> litres >= 0);
        for (int i = 0; i < n; i++) {
            if (fixedPair[i] >= 0) {
                continue;
            }
            int before = count;
            for (int k = whole.first[i]; k < whole.first[i + 1]; k++) {
                if (!node.shut[k] && whole.litres[i] <= left[whole.source[k]]) {
                    pairs[count++] = k;
                }
            }
            if (count > before) {
                households[open++] = i;
                first[open] = count;
            } else {
                fits &= !node.must[i];
                lost += whole.people[i];
            }
        }
        possible = fits;
        lostPeople = lost;
        household = Arrays.copyOf(households, open);
        pair = Arrays.copyOf(pairs, count);
        must = new boolean[open];
        double[] openPeople = new double[open];
        long[] litres = new long[open];
        for (int at = 0; at < open; at++) {
            must[at] = node.must[household[at]];
            openPeople[at] = whole.people[household[at]];
            litres[at] = whole.litres[household[at]];
        }
        int[] source = new int[count];
        double[] costs = new double[count];
        for (int k = 0; k < count; k++) {
            source[k] = whole.source[pair[k]];
            costs[k] = whole.cost[pair[k]];
        }
        AssignmentProblem loose =
                new AssignmentProblem(openPeople, litres, left, Arrays.copyOf(first, open + 1), source, costs);
        problem = fits ? loose.withCapacity(reachable(loose)) : loose;
    }

    private static int onlyPair(AssignmentProblem whole, BranchNode node, int household) {
        int only = -1;
        for (int k = whole.first[household]; k < whole.first[household + 1]; k++) {
            if (!node.shut[k]) {
                if (only >= 0) {
                    return -1;
                }
                only = k;
            }
        }
        return only;
    }

    /** The most litres within each capacity that some set of its households adds up to. */
    private static long[] reachable(AssignmentProblem loose) {
        long[] capacity = loose.capacity.clone();
        long[] measure = new long[capacity.length];
        long[] sum = new long[capacity.length];
        for (int i = 0; i < loose.households(); i++) {
            for (int k = loose.first[i]; k < loose.first[i + 1]; k++) {
                int s = loose.source[k];
                measure[s] = Divisor.gcd(measure[s], loose.litres[i]);
                sum[s] += loose.litres[i];
            }
        }
        long[][] sums = new long[capacity.length][];
        for (int s = 0; s < capacity.length; s++) {
            capacity[s] = Math.min(capacity[s], sum[s]);
            if (measure[s] > 0 && capacity[s] / measure[s] < 64L * WORDS) {
                sums[s] = new long[(int) (capacity[s] / measure[s] / 64) + 1];
                sums[s][0] = 1;
            }
        }
        for (int i = 0; i < loose.households(); i++) {
            for (int k = loose.first[i]; k < loose.first[i + 1]; k++) {
                int s = loose.source[k];
                if (sums[s] != null) {
                    add(sums[s], (int) (loose.litres[i] / measure[s]));
                }
            }
        }
        for (int s = 0; s < capacity.length; s++) {
            if (measure[s] > 0) {
                long units = capacity[s] / measure[s];
                while (sums[s] != null && (sums[s][(int) (units >> 6)] & 1L << units) == 0) {
                    units--;
                }
                capacity[s] = units * measure[s];
            }
        }
        return capacity;
    }

    /** bits |= bits << by */
    private static void add(long[] bits, int by) {
        int words = by >> 6;
        int rest = by & 63;
        for (int w = bits.length - 1; w >= words; w--) {
            long moved = bits[w - words] << rest;
            if (rest > 0 && w > words) {
                moved |= bits[w - words - 1] >>> (64 - rest);
            }
            bits[w] |= moved;
        }
    }
}
