package org.terrace.optimise;

import java.util.Arrays;

/**
 * Households that each need some litres of water a day, sources that yield some, and which household could be served from which
 * source at what cost: the generalised assignment problem of Ross and Soland (1975), where a household may stay unserved and needs
 * the same at every source.
 *
 * <p>People are counted as doubles (halves for those who are there half the year), litres are whole. Households and sources are
 * numbered from 0 in the order they were added. Immutable.
 *
 * @see "Ross, G. T., Soland, R. M., A branch and bound algorithm for the generalized assignment problem, Mathematical Programming 8
 *     (1975) 91-103"
 */
public final class AssignmentProblem {
    /** Litres, people and costs stay below this, so that their sums are exact or nearly so in 53 bits. */
    static final double LARGEST = 1e12;

    final double[] people;
    final long[] litres;
    final long[] capacity;
    /** The pairs of household i are first[i] to first[i + 1] - 1, by rising source. */
    final int[] first;

    final int[] source;
    final double[] cost;

    AssignmentProblem(double[] people, long[] litres, long[] capacity, int[] first, int[] source, double[] cost) {
        this.people = people;
        this.litres = litres;
        this.capacity = capacity;
        this.first = first;
        this.source = source;
        this.cost = cost;
    }

    public static Builder builder() {
        return new Builder();
    }

    public int households() {
        return people.length;
    }

    public int sources() {
        return capacity.length;
    }

    /** Admissible pairs of household and source. */
    public int pairs() {
        return source.length;
    }

    public double people(int household) {
        return people[household];
    }

    public long litresPerDay(int household) {
        return litres[household];
    }

    public long capacityLitresPerDay(int source) {
        return capacity[source];
    }

    /** Cost in person-seconds of serving a household from a source; NaN where the pair is not admissible. */
    public double cost(int household, int at) {
        int pair = pair(household, at);
        return pair < 0 ? Double.NaN : cost[pair];
    }

    int pair(int household, int at) {
        return Arrays.binarySearch(source, first[household], first[household + 1], at);
    }

    /** The same households and pairs with other capacities. */
    AssignmentProblem withCapacity(long[] litresPerDay) {
        return new AssignmentProblem(people, litres, litresPerDay.clone(), first, source, cost);
    }

    /** Takes sources first, then each household followed by the sources that reach it, and refuses values that mean nothing. */
    public static final class Builder {
        private double[] people = new double[64];
        private long[] litres = new long[64];
        private long[] capacity = new long[16];
        private int[] first = new int[65];
        private int[] source = new int[256];
        private double[] cost = new double[256];
        private int households;
        private int sources;
        private int pairs;

        private Builder() {}

        /** Makes room for that many pairs at once: spares copies where there are millions. */
        public Builder expectPairs(int count) {
            if (count > source.length) {
                source = Arrays.copyOf(source, count);
                cost = Arrays.copyOf(cost, count);
            }
            return this;
        }

        /** Adds a source and returns its number. */
        public int source(long capacityLitresPerDay) {
            if (capacityLitresPerDay < 0 || capacityLitresPerDay > LARGEST) {
                throw new IllegalArgumentException("source " + sources + ": capacity " + capacityLitresPerDay
                        + " litres a day, must be from 0 to " + LARGEST);
            }
            if (sources == capacity.length) {
                capacity = Arrays.copyOf(capacity, 2 * sources);
            }
            capacity[sources] = capacityLitresPerDay;
            return sources++;
        }

        /** Adds a household and returns its number. */
        public int household(double peopleServed, long litresPerDay) {
            if (!(peopleServed > 0 && peopleServed <= LARGEST)) {
                throw new IllegalArgumentException("household " + households + ": people " + peopleServed
                        + ", must be above 0 and at most " + LARGEST);
            }
            if (litresPerDay <= 0 || litresPerDay > LARGEST) {
                throw new IllegalArgumentException("household " + households + ": demand " + litresPerDay
                        + " litres a day, must be from 1 to " + LARGEST);
            }
            if (households == people.length) {
                people = Arrays.copyOf(people, 2 * households);
                litres = Arrays.copyOf(litres, 2 * households);
                first = Arrays.copyOf(first, 2 * households + 1);
            }
            people[households] = peopleServed;
            litres[households] = litresPerDay;
            first[households + 1] = pairs;
            return households++;
        }

        /** Says that the household added last may be served from this source. */
        public Builder reachedFrom(int at, double costPersonSeconds) {
            int household = households - 1;
            if (household < 0) {
                throw new IllegalStateException("source " + at + " reaches no household. Maybe none was added before.");
            }
            if (at < 0 || at >= sources) {
                throw new IllegalArgumentException(
                        "household " + household + ": source " + at + " is not one of the " + sources + " added");
            }
            if (!(costPersonSeconds >= 0 && costPersonSeconds <= LARGEST)) {
                throw new IllegalArgumentException("household " + household + " at source " + at + ": cost "
                        + costPersonSeconds + " person-seconds, must be from 0 to " + LARGEST);
            }
            if (pairs == source.length) {
                int length = (int) Math.min(Integer.MAX_VALUE - 8L, pairs * 3L / 2);
                source = Arrays.copyOf(source, length);
                cost = Arrays.copyOf(cost, length);
            }
            int place = pairs;
            for (; place > first[household] && source[place - 1] >= at; place--) {
                if (source[place - 1] == at) {
                    throw new IllegalArgumentException("household " + household + ": source " + at + " twice");
                }
            }
            System.arraycopy(source, place, source, place + 1, pairs - place);
            System.arraycopy(cost, place, cost, place + 1, pairs - place);
            source[place] = at;
            cost[place] = costPersonSeconds;
            first[households] = ++pairs;
            return this;
        }

        public AssignmentProblem build() {
            return new AssignmentProblem(
                    Arrays.copyOf(people, households),
                    Arrays.copyOf(litres, households),
                    Arrays.copyOf(capacity, sources),
                    Arrays.copyOf(first, households + 1),
                    source.length == pairs ? source : Arrays.copyOf(source, pairs),
                    cost.length == pairs ? cost : Arrays.copyOf(cost, pairs));
        }
    }
}
