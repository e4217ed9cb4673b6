package org.terrace.optimise;

import java.util.Arrays;

/**
 * Fills one source anew, at best, with households among its own and the unserved: a knapsack by people, then by cost.
 *
 * <p>Of households alike in people and litres only the cheapest that could fit are looked at. Where the table would be too large, the
 * households with most litres stay, and the rest is chosen anew.
 */
final class SourceRefill {
    private static final long TABLE = 1_000_000;

    private final Allotment allotment;
    private final AssignmentProblem problem;
    private final Reach reach;
    private final Knapsack knapsack = new Knapsack();
    private final double peopleWeight;
    private int[] place = new int[64];
    private int[] weight = new int[64];
    private double[] value = new double[64];
    private long[] key = new long[64];
    private boolean[] chosen = new boolean[64];

    SourceRefill(Allotment allotment, Reach reach, double grain) {
        this.allotment = allotment;
        this.problem = allotment.problem;
        this.reach = reach;
        double dearest = 0;
        for (double cost : problem.cost) {
            dearest = Math.max(dearest, cost);
        }
        // One grain of people outweighs the cost of all households a source could serve, as far as a double can hold
        // both.
        this.peopleWeight = (1 + dearest * 256) / (grain == 0 ? 1e-3 : grain);
    }

    private double value(int at) {
        return problem.people[reach.household[at]] * peopleWeight - problem.cost[reach.pair[at]];
    }

    /** Whether the source could be filled better, and was. */
    boolean refill(int s) {
        int own = 0;
        int count = 0;
        long ownLitres = 0;
        ensure(reach.first[s + 1] - reach.first[s]);
        for (int at = reach.first[s]; at < reach.first[s + 1]; at++) {
            int i = reach.household[at];
            if (allotment.pairOf[i] == reach.pair[at]) {
                own++;
                ownLitres += problem.litres[i];
                place[count++] = at;
            } else if (allotment.pairOf[i] < 0 && problem.litres[i] <= problem.capacity[s]) {
                place[count++] = at;
            }
        }
        if (count == own) {
            return false;
        }
        long capacity = ownLitres + allotment.left[s];
        count = cheapestOfEachKind(count, capacity);
        long measure = 0;
        for (int item = 0; item < count; item++) {
            measure = Divisor.gcd(measure, problem.litres[reach.household[place[item]]]);
        }
        if (capacity / measure * count > TABLE) {
            capacity = core(s, capacity, measure, count);
            int kept = 0;
            for (int item = 0; item < count; item++) {
                int i = reach.household[place[item]];
                if (!chosen[item] && problem.litres[i] <= capacity) {
                    place[kept++] = place[item];
                }
            }
            count = kept;
        }
        return choose((int) (capacity / measure), measure, count);
    }

    private boolean choose(int units, long measure, int count) {
        double before = 0;
        for (int item = 0; item < count; item++) {
            int at = place[item];
            weight[item] = (int) (problem.litres[reach.household[at]] / measure);
            value[item] = value(at);
            before += allotment.pairOf[reach.household[at]] == reach.pair[at] ? value[item] : 0;
        }
        double after = knapsack.solve(units, count, weight, value);
        if (after <= before + 1e-11 * Math.abs(before) + 1e-9) {
            return false;
        }
        knapsack.chosen(units, count, weight, chosen);
        for (int item = 0; item < count; item++) {
            int i = reach.household[place[item]];
            if (!chosen[item] && allotment.pairOf[i] == reach.pair[place[item]]) {
                allotment.release(i);
            }
        }
        for (int item = 0; item < count; item++) {
            int i = reach.household[place[item]];
            if (chosen[item] && allotment.pairOf[i] < 0) {
                allotment.serve(i, reach.pair[place[item]]);
            }
        }
        return true;
    }

    /** Marks own households that stay, those with most litres, until the rest fits the table; returns the capacity of the rest. */
    private long core(int s, long capacity, long measure, int count) {
        Arrays.fill(chosen, 0, count, false);
        long room = TABLE / count * measure;
        long free = allotment.left[s];
        for (int item = 0; item < count; item++) {
            int i = reach.household[place[item]];
            if (allotment.pairOf[i] == reach.pair[place[item]]) {
                if (free + problem.litres[i] <= room) {
                    free += problem.litres[i];
                } else {
                    chosen[item] = true;
                }
            }
        }
        return Math.min(capacity, free);
    }

    private void ensure(int length) {
        if (place.length < length) {
            place = new int[length];
            key = new long[length];
            weight = new int[length];
            value = new double[length];
            chosen = new boolean[length];
        }
    }

    /** Of each kind the cheapest that could fit together, and all own ones; the places come kind by kind. */
    private int cheapestOfEachKind(int count, long capacity) {
        int kept = 0;
        int start = 0;
        while (start < count) {
            int kind = reach.household[place[start]];
            int end = start;
            while (end < count && reach.alike(kind, reach.household[place[end]])) {
                float cost = (float) problem.cost[reach.pair[place[end]]];
                key[end] = (long) Float.floatToIntBits(cost) << 32 | place[end];
                end++;
            }
            Arrays.sort(key, start, end);
            for (int item = start; item < end; item++) {
                int at = (int) key[item];
                if (item - start < capacity / problem.litres[kind]
                        || allotment.pairOf[reach.household[at]] == reach.pair[at]) {
                    place[kept++] = at;
                }
            }
            start = end;
        }
        return kept;
    }
}
