package org.terrace.optimise;

import java.util.Arrays;

/**
 * A part of all assignments: some households must be served, some pairs are shut. What is decided is taken out of the problem that is left.
 */
final class BranchNode {
    final boolean[] shut;
    final boolean[] must;

    BranchNode(int households, int pairs) {
        shut = new boolean[pairs];
        must = new boolean[households];
    }

    private BranchNode(BranchNode other) {
        shut = other.shut.clone();
        must = other.must.clone();
    }

    /** Only this pair, or none at all for pair -1. */
    BranchNode only(AssignmentProblem problem, int household, int pair) {
        BranchNode child = new BranchNode(this);
        Arrays.fill(child.shut, problem.first[household], problem.first[household + 1], true);
        if (pair >= 0) {
            child.shut[pair] = shut[pair];
            child.must[household] = true;
        }
        return child;
    }

    /** Anything but this pair, or served for pair -1. */
    BranchNode not(int household, int pair) {
        BranchNode child = new BranchNode(this);
        if (pair >= 0) {
            child.shut[pair] = true;
        } else {
            child.must[household] = true;
        }
        return child;
    }
}
