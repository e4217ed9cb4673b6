package org.terrace.optimise;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A bound of people that knows that households are whole: each source by itself filled at best with whole households.
 *
 * <p>Lagrange again, now with prices on the households: each counts max(0, v - w p) for itself, p the least price of its sources, and the rest of
 * its people, v less that, counts at any source that serves it. sum_i of the former + sum_s knapsack of the latter bounds every
 * assignment, and never lies above the bound of the relaxation. It is what 60-litre households leave in 7,040 litres: 20 litres nobody can use. Where
 * a knapsack is too large for its table, litres that no sum of demands can reach (their greatest common divisor) are cut off.
 *
 * @see "Martello, Toth, Knapsack Problems, 1990, chapter 7"
 */
final class KnapsackBound {
    /** Capacity in common measures times kinds of items: the size of a table one source may cost. */
    private static final long TABLE = 2_000_000;

    private final AssignmentProblem problem;
    private final double[] price;
    private final double[] inside;
    private final double[] bySource;
    private final Knapsack knapsack = new Knapsack();

    KnapsackBound(AssignmentProblem problem, Reach reach, double[] price) {
        this.problem = problem;
        this.price = price;
        this.inside = new double[problem.households()];
        for (int i = 0; i < inside.length; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int k = problem.first[i]; k < problem.first[i + 1]; k++) {
                if (problem.litres[i] <= problem.capacity[problem.source[k]]) {
                    least = Math.min(least, price[problem.source[k]]);
                }
            }
            // Nobody reaches it: nothing to count at any source, nor for itself.
            inside[i] = Math.min(problem.people[i], problem.litres[i] * least);
        }
        this.bySource = new double[problem.sources()];
        for (int s = 0; s < bySource.length; s++) {
            bySource[s] = price[s] == 0 ? 0 : source(s, reach);
        }
    }

    /** People a household counts for itself. */
    double ofHousehold(int household) {
        return problem.people[household] - inside[household];
    }

    /** People a source counts. */
    double ofSource(int source) {
        return bySource[source];
    }

    private record Kind(long litres, double value) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            int byLitres = Long.compare(litres, other.litres);
            return byLitres != 0 ? byLitres : Double.compare(value, other.value);
        }
    }

    private double source(int s, Reach reach) {
        long capacity = problem.capacity[s];
        Map<Kind, Integer> counted = new HashMap<>();
        long measure = 0;
        for (int place = reach.first[s]; place < reach.first[s + 1]; place++) {
            int i = reach.household[place];
            if (problem.litres[i] <= capacity && inside[i] > 0) {
                counted.merge(new Kind(problem.litres[i], inside[i]), 1, Integer::sum);
                measure = Divisor.gcd(measure, problem.litres[i]);
            }
        }
        if (counted.isEmpty()) {
            return 0;
        }
        Map<Kind, Integer> kinds = new TreeMap<>(counted);
        long units = capacity / measure;
        double relaxed = price[s] * (units * measure);
        int items = 0;
        for (Map.Entry<Kind, Integer> kind : kinds.entrySet()) {
            items += 32 - Integer.numberOfLeadingZeros(copies(kind, capacity));
        }
        if (units * items > TABLE) {
            return relaxed;
        }
        int[] weight = new int[items];
        double[] value = new double[items];
        int count = 0;
        for (Map.Entry<Kind, Integer> kind : kinds.entrySet()) {
            int copies = copies(kind, capacity);
            for (int bundle = 1; copies > 0; bundle *= 2) {
                int take = Math.min(bundle, copies);
                copies -= take;
                long litres = kind.getKey().litres() * take;
                weight[count] = (int) (litres / measure);
                value[count++] = kind.getKey().value() * take;
            }
        }
        return Math.min(relaxed, knapsack.solve((int) units, count, weight, value));
    }

    private static int copies(Map.Entry<Kind, Integer> kind, long capacity) {
        return (int) Math.min(kind.getValue(), capacity / kind.getKey().litres());
    }
}
