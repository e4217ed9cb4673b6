package org.terrace.optimise;

import java.util.Arrays;

/** The parts of a problem that share no source: what is best for each is best for all. Numbered by their first source. */
final class Components {
    final int count;
    /** Component of each source. */
    final int[] ofSource;
    /** Component of each household, -1 where no source reaches it. */
    final int[] ofHousehold;

    Components(AssignmentProblem problem) {
        int[] leader = new int[problem.sources()];
        Arrays.setAll(leader, s -> s);
        for (int i = 0; i < problem.households(); i++) {
            for (int k = problem.first[i] + 1; k < problem.first[i + 1]; k++) {
                int a = leader(leader, problem.source[k - 1]);
                int b = leader(leader, problem.source[k]);
                leader[Math.max(a, b)] = Math.min(a, b);
            }
        }
        ofSource = new int[problem.sources()];
        int next = 0;
        for (int s = 0; s < ofSource.length; s++) {
            int head = leader(leader, s);
            ofSource[s] = head == s ? next++ : ofSource[head];
        }
        count = next;
        ofHousehold = new int[problem.households()];
        for (int i = 0; i < ofHousehold.length; i++) {
            ofHousehold[i] = problem.first[i] == problem.first[i + 1] ? -1 : ofSource[problem.source[problem.first[i]]];
        }
    }

    private static int leader(int[] leader, int of) {
        int s = of;
        while (leader[s] != s) {
            leader[s] = leader[leader[s]];
            s = leader[s];
        }
        return s;
    }
}
