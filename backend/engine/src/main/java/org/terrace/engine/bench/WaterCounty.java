package org.terrace.engine.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.terrace.optimise.AssignmentProblem;

/**
 * Seeded households of 1 to 8 people over a square, 60 litres a person a day in the west, 100 in the east, mixed between; sources of very
 * different yield anywhere, each household reached from the nearest; cost is the distance walked, times people.
 */
final class WaterCounty {
    private static final double WALKED_PER_METRE = 1.4;

    private WaterCounty() {}

    static AssignmentProblem problem(int households, int sources, int near, double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double side = Math.sqrt(households) * 100;
        double[] sourceX = random.doubles(sources, 0, side).toArray();
        double[] sourceY = random.doubles(sources, 0, side).toArray();
        double[] x = random.doubles(households, 0, side).toArray();
        double[] y = random.doubles(households, 0, side).toArray();
        int[] people = random.ints(households, 1, 9).toArray();
        long[] litres = new long[households];
        for (int i = 0; i < households; i++) {
            boolean west = x[i] + 0.15 * side * (random.nextDouble() - 0.5) < side / 2;
            litres[i] = people[i] * (west ? 60L : 100L);
        }
        double[] weight = new double[sources];
        Arrays.setAll(weight, s -> 0.2 + 3 * random.nextDouble() * random.nextDouble());
        double perWeight =
                share * Arrays.stream(litres).sum() / Arrays.stream(weight).sum();
        AssignmentProblem.Builder builder = AssignmentProblem.builder().expectPairs(households * near);
        for (double w : weight) {
            builder.source((long) (w * perWeight));
        }
        double[] distance = new double[sources];
        for (int i = 0; i < households; i++) {
            builder.household(people[i], litres[i]);
            for (int s = 0; s < sources; s++) {
                distance[s] = Math.hypot(x[i] - sourceX[s], y[i] - sourceY[s]);
            }
            double[] sorted = distance.clone();
            Arrays.sort(sorted);
            for (int s = 0; s < sources; s++) {
                if (distance[s] <= sorted[near - 1]) {
                    builder.reachedFrom(s, Math.rint(WALKED_PER_METRE * distance[s] * people[i]));
                }
            }
        }
        return builder.build();
    }
}
