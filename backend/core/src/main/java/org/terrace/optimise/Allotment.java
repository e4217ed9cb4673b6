package org.terrace.optimise;

import java.util.Arrays;

/** Which household is served whole by which pair, while it is being improved. */
final class Allotment {
    static final int NONE = -1;

    final AssignmentProblem problem;
    /** Pair that serves the household, or NONE. */
    final int[] pairOf;
    /** Litres a day left at each source. */
    final long[] left;
    /** The households of each source as linked lists. */
    final int[] firstOf;

    final int[] nextOf;
    private final int[] previousOf;

    Allotment(AssignmentProblem problem) {
        this.problem = problem;
        this.pairOf = new int[problem.households()];
        Arrays.fill(pairOf, NONE);
        this.left = problem.capacity.clone();
        this.firstOf = new int[problem.sources()];
        Arrays.fill(firstOf, NONE);
        this.nextOf = new int[problem.households()];
        this.previousOf = new int[problem.households()];
    }

    /** What the relaxation serves whole from one source. */
    static Allotment of(AssignmentBound bound, AssignmentProblem problem) {
        Allotment allotment = new Allotment(problem);
        bound.forEachPortion(portion -> {
            int i = portion.household();
            if (portion.source() >= 0 && portion.litresPerDay() == problem.litres[i]) {
                int pair = problem.pair(i, portion.source());
                if (allotment.fits(i, pair)) {
                    allotment.serve(i, pair);
                }
            }
        });
        return allotment;
    }

    int sourceOf(int household) {
        return pairOf[household] < 0 ? NONE : problem.source[pairOf[household]];
    }

    boolean fits(int household, int pair) {
        return problem.litres[household] <= left[problem.source[pair]];
    }

    void serve(int household, int pair) {
        int s = problem.source[pair];
        pairOf[household] = pair;
        left[s] -= problem.litres[household];
        int old = firstOf[s];
        if (old != NONE) {
            previousOf[old] = household;
        }
        nextOf[household] = old;
        previousOf[household] = NONE;
        firstOf[s] = household;
    }

    void release(int household) {
        int s = problem.source[pairOf[household]];
        left[s] += problem.litres[household];
        pairOf[household] = NONE;
        int next = nextOf[household];
        int previous = previousOf[household];
        if (previous == NONE) {
            firstOf[s] = next;
        } else {
            nextOf[previous] = next;
        }
        if (next != NONE) {
            previousOf[next] = previous;
        }
    }

    void move(int household, int pair) {
        release(household);
        serve(household, pair);
    }

    /** Serves whoever of the unserved still fits somewhere, most people per litre first, each from its cheapest such source. */
    void insert(int[] order) {
        for (int i : order) {
            if (pairOf[i] < 0) {
                int best = NONE;
                for (int k = problem.first[i]; k < problem.first[i + 1]; k++) {
                    if (fits(i, k) && (best < 0 || problem.cost[k] < problem.cost[best])) {
                        best = k;
                    }
                }
                if (best >= 0) {
                    serve(i, best);
                }
            }
        }
    }

    double people() {
        double sum = 0;
        for (int i = 0; i < pairOf.length; i++) {
            sum += pairOf[i] < 0 ? 0 : problem.people[i];
        }
        return sum;
    }

    double cost() {
        double sum = 0;
        for (int pair : pairOf) {
            sum += pair < 0 ? 0 : problem.cost[pair];
        }
        return sum;
    }
}
