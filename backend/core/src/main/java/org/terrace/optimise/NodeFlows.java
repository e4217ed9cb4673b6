package org.terrace.optimise;

/** The relaxation of an open part, read for branching: what it serves, whether all are whole, and where to split. */
final class NodeFlows {
    /** People served, shares counted, and cost, with what is fixed. */
    final double people;

    final double cost;
    /** Whether each household that must be served is served in full. */
    final boolean possible;
    /** Open household to branch on and the open pair with most of its litres (-1: unserved), or -1 where all are whole. */
    final int split;

    final int splitPair;
    /** Pair of the whole problem by household, -1 for none; of use where nobody is split. */
    final int[] pairOf;

    NodeFlows(OpenPart open, TransportSimplex solved) {
        AssignmentProblem problem = open.problem;
        double[] sums = {open.fixedPeople, open.fixedCost};
        boolean[] unmet = {false};
        int[] best = {-1, -1};
        long[] most = {0};
        pairOf = open.fixedPair.clone();
        solved.forEachPortion(portion -> {
            int i = portion.household();
            int pair = portion.source() < 0 ? -1 : problem.pair(i, portion.source());
            double share = (double) portion.litresPerDay() / problem.litres[i];
            if (pair >= 0) {
                sums[0] += problem.people[i] * share;
                sums[1] += problem.cost[pair] * share;
                pairOf[open.household[i]] = open.pair[pair];
            } else if (open.must[i]) {
                unmet[0] = true;
            }
            boolean split = portion.litresPerDay() < problem.litres[i];
            boolean larger = best[0] < 0
                    || (best[0] == i && portion.litresPerDay() > most[0])
                    || (best[0] != i && problem.litres[i] > problem.litres[best[0]]);
            if (split && larger) {
                best[0] = i;
                best[1] = pair;
                most[0] = portion.litresPerDay();
            }
        });
        people = sums[0];
        cost = sums[1];
        possible = !unmet[0];
        split = best[0];
        splitPair = best[1];
    }
}
