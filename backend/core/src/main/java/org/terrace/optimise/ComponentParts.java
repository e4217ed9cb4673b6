package org.terrace.optimise;

import java.util.Arrays;

/** Each component as a problem of its own, with the way there and back. */
final class ComponentParts {
    private final AssignmentProblem problem;
    private final Components components;
    private final int[][] households;
    private final int[][] sources;
    private final int[] numberOfSource;
    private final int[] pairs;

    ComponentParts(AssignmentProblem problem, Components components) {
        this.problem = problem;
        this.components = components;
        this.households = members(components.ofHousehold);
        this.sources = members(components.ofSource);
        this.numberOfSource = new int[problem.sources()];
        for (int[] list : sources) {
            for (int at = 0; at < list.length; at++) {
                numberOfSource[list[at]] = at;
            }
        }
        this.pairs = new int[components.count];
        for (int i = 0; i < problem.households(); i++) {
            if (components.ofHousehold[i] >= 0) {
                pairs[components.ofHousehold[i]] += problem.first[i + 1] - problem.first[i];
            }
        }
    }

    private int[][] members(int[] componentOf) {
        int[] size = new int[components.count];
        for (int c : componentOf) {
            if (c >= 0) {
                size[c]++;
            }
        }
        int[][] lists = new int[components.count][];
        Arrays.setAll(lists, c -> new int[size[c]]);
        int[] next = new int[components.count];
        for (int at = 0; at < componentOf.length; at++) {
            int c = componentOf[at];
            if (c >= 0) {
                lists[c][next[c]++] = at;
            }
        }
        return lists;
    }

    int pairs(int component) {
        return pairs[component];
    }

    AssignmentProblem part(int component) {
        int[] list = households[component];
        double[] people = new double[list.length];
        long[] litres = new long[list.length];
        int[] first = new int[list.length + 1];
        int[] source = new int[pairs[component]];
        double[] cost = new double[pairs[component]];
        int pair = 0;
        for (int at = 0; at < list.length; at++) {
            int i = list[at];
            people[at] = problem.people[i];
            litres[at] = problem.litres[i];
            for (int k = problem.first[i]; k < problem.first[i + 1]; k++) {
                source[pair] = numberOfSource[problem.source[k]];
                cost[pair++] = problem.cost[k];
            }
            first[at + 1] = pair;
        }
        long[] capacity = Arrays.stream(sources[component])
                .mapToLong(s -> problem.capacity[s])
                .toArray();
        return new AssignmentProblem(people, litres, capacity, first, source, cost);
    }

    /** Pairs that serve the households of a component, in the numbers of its own problem. */
    int[] pairsOf(int component, Allotment allotment) {
        int[] list = households[component];
        int[] own = new int[list.length];
        int pair = 0;
        for (int at = 0; at < list.length; at++) {
            int i = list[at];
            own[at] = allotment.pairOf[i] < 0 ? Allotment.NONE : pair + allotment.pairOf[i] - problem.first[i];
            pair += problem.first[i + 1] - problem.first[i];
        }
        return own;
    }

    /** Takes what was found for a component. */
    void adopt(int component, int[] own, Allotment allotment) {
        int[] list = households[component];
        for (int i : list) {
            if (allotment.pairOf[i] >= 0) {
                allotment.release(i);
            }
        }
        int pair = 0;
        for (int at = 0; at < list.length; at++) {
            int i = list[at];
            if (own[at] >= 0) {
                allotment.serve(i, problem.first[i] + own[at] - pair);
            }
            pair += problem.first[i + 1] - problem.first[i];
        }
    }

    double people(int component, Allotment allotment) {
        double sum = 0;
        for (int i : households[component]) {
            sum += allotment.pairOf[i] < 0 ? 0 : problem.people[i];
        }
        return sum;
    }
}
