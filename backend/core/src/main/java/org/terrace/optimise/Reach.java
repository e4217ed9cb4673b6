package org.terrace.optimise;

/**
 * The pairs of a problem seen from its sources: those of source s are first[s] to first[s + 1] - 1, households alike in litres and
 * people next to each other.
 */
final class Reach {
    final int[] first;
    final int[] household;
    final int[] pair;

    private final AssignmentProblem problem;

    Reach(AssignmentProblem problem) {
        this.problem = problem;
        first = new int[problem.sources() + 1];
        for (int s : problem.source) {
            first[s + 1]++;
        }
        for (int s = 0; s < problem.sources(); s++) {
            first[s + 1] += first[s];
        }
        household = new int[problem.pairs()];
        pair = new int[problem.pairs()];
        int[] next = first.clone();
        for (int i : Order.byKind(problem)) {
            for (int k = problem.first[i]; k < problem.first[i + 1]; k++) {
                int place = next[problem.source[k]]++;
                household[place] = i;
                pair[place] = k;
            }
        }
    }

    boolean alike(int a, int b) {
        return problem.litres[a] == problem.litres[b] && problem.people[a] == problem.people[b];
    }
}
