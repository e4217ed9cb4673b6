package org.terrace.optimise;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded problems of several kinds, and the same written down so that a test can change or shuffle them. */
final class RandomAssignments {
    record Reached(int source, double cost) {}

    record Household(double people, long litres, List<Reached> sources) {}

    final List<Long> capacity = new ArrayList<>();
    final List<Household> households = new ArrayList<>();

    /** A few households, any litres, capacities from none to plenty; halves of people, ties and zeros among them. */
    static RandomAssignments tiny(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomAssignments drawn = new RandomAssignments();
        int sources = 1 + random.nextInt(4);
        int count = 1 + random.nextInt(7);
        int kind = random.nextInt(3);
        int[] largest = {900, 60, 400};
        for (int s = 0; s < sources; s++) {
            drawn.capacity.add(random.nextInt(10) == 0 ? 0L : random.nextInt(largest[kind]));
        }
        for (int i = 0; i < count; i++) {
            double people = (1 + random.nextInt(8)) * (random.nextInt(4) == 0 ? 0.5 : 1);
            long litres = kind == 0
                    ? (long) (people * (random.nextBoolean() ? 60 : 100))
                    : 1 + random.nextInt(kind == 1 ? 20 : 300);
            List<Reached> reached = new ArrayList<>();
            for (int s = 0; s < sources; s++) {
                if (random.nextInt(3) > 0) {
                    reached.add(new Reached(s, random.nextInt(kind == 2 ? 1000 : 20)));
                }
            }
            drawn.households.add(new Household(people, litres, reached));
        }
        return drawn;
    }

    /** Households on a square by two zones of litres per person, sources by nearness, water for a share of the demand. */
    static RandomAssignments county(long seed, int count, int sources, int near, double share) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomAssignments drawn = new RandomAssignments();
        double[] x = random.doubles(sources).toArray();
        double[] y = random.doubles(sources).toArray();
        double total = 0;
        for (int i = 0; i < count; i++) {
            double hx = random.nextDouble();
            double hy = random.nextDouble();
            int people = 1 + random.nextInt(8);
            long litres = people * (hx < 0.5 ? 60L : 100L);
            total += litres;
            List<Reached> all = new ArrayList<>();
            for (int s = 0; s < sources; s++) {
                all.add(new Reached(s, Math.rint(people * 3_000 * Math.hypot(hx - x[s], hy - y[s]))));
            }
            all.sort((a, b) -> Double.compare(a.cost(), b.cost()));
            drawn.households.add(new Household(people, litres, all.subList(0, near)));
        }
        double[] weight = random.doubles(sources, 0.2, 2).toArray();
        double sum = 0;
        for (double w : weight) {
            sum += w;
        }
        for (double w : weight) {
            drawn.capacity.add((long) (total * share * w / sum));
        }
        return drawn;
    }

    AssignmentProblem problem() {
        AssignmentProblem.Builder builder = AssignmentProblem.builder();
        capacity.forEach(builder::source);
        for (Household household : households) {
            builder.household(household.people(), household.litres());
            household.sources().forEach(reached -> builder.reachedFrom(reached.source(), reached.cost()));
        }
        return builder.build();
    }
}
