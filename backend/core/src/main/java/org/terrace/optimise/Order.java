package org.terrace.optimise;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Numbers 0 to n - 1 in the order of what is known of each. */
final class Order {
    private Order() {}

    /** By falling key, equal keys by rising number. */
    static int[] descending(int[] key) {
        long[] both = new long[key.length];
        for (int i = 0; i < key.length; i++) {
            both[i] = (long) -key[i] << 32 | i;
        }
        Arrays.sort(both);
        int[] order = new int[key.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) both[i];
        }
        return order;
    }

    /** Place of each value among the distinct values, from 1 for the least. */
    static int[] ranks(double[] value) {
        double[] sorted = Arrays.stream(value).sorted().distinct().toArray();
        int[] rank = new int[value.length];
        for (int i = 0; i < rank.length; i++) {
            rank[i] = 1 + Arrays.binarySearch(sorted, value[i]);
        }
        return rank;
    }

    /** Households by litres, then people, then number. */
    static int[] byKind(AssignmentProblem problem) {
        return IntStream.range(0, problem.households())
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> problem.litres[i])
                        .thenComparingDouble(i -> problem.people[i])
                        .thenComparingInt(i -> i))
                .mapToInt(i -> i)
                .toArray();
    }

    /** Households by falling people per litre, then falling litres, then number. */
    static int[] byWorth(AssignmentProblem problem) {
        return IntStream.range(0, problem.households())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -problem.people[i] / problem.litres[i])
                        .thenComparingLong(i -> -problem.litres[i])
                        .thenComparingInt(i -> i))
                .mapToInt(i -> i)
                .toArray();
    }
}
