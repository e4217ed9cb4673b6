package org.terrace.optimise;

/**
 * Serves the same households at less cost: one moves to a cheaper source, two change places, or one makes room by moving on to a third source.
 */
final class CheaperMoves {
    private static final int NONE = -1;

    private final Allotment allotment;
    private final AssignmentProblem problem;
    private long work;

    CheaperMoves(Allotment allotment) {
        this.allotment = allotment;
        this.problem = allotment.problem;
    }

    /** Looked at so far: pairs. */
    long work() {
        return work;
    }

    /** Tries every household once, while fewer pairs than {@code most} were looked at since the beginning; the number of moves made. */
    int sweep(long most) {
        int moves = 0;
        for (int i = 0; i < problem.households() && work < most; i++) {
            if (allotment.pairOf[i] >= 0 && improve(i)) {
                moves++;
            }
        }
        return moves;
    }

    /** Best of all moves of one household to a cheaper source. */
    private boolean improve(int i) {
        int from = allotment.pairOf[i];
        double most = 1e-9 * (1 + problem.cost[from]);
        int to = NONE;
        int other = NONE;
        int otherPair = NONE;
        for (int k = problem.first[i]; k < problem.first[i + 1]; k++) {
            work++;
            double gain = problem.cost[from] - problem.cost[k];
            if (gain <= most) {
                continue;
            }
            if (allotment.fits(i, k)) {
                most = gain;
                to = k;
                other = NONE;
                continue;
            }
            int t = problem.source[k];
            long lacking = problem.litres[i] - allotment.left[t];
            for (int j = allotment.firstOf[t]; j != NONE; j = allotment.nextOf[j]) {
                work++;
                if (problem.litres[j] < lacking) {
                    continue;
                }
                int away = away(j, from, i, gain - most);
                if (away >= 0) {
                    most = gain - (problem.cost[away] - problem.cost[allotment.pairOf[j]]);
                    to = k;
                    other = j;
                    otherPair = away;
                }
            }
        }
        if (to < 0) {
            return false;
        }
        allotment.release(i);
        if (other >= 0) {
            allotment.move(other, otherPair);
        }
        allotment.serve(i, to);
        return true;
    }

    /** Cheapest pair to which j can move once i has left its place, at less than so much more; or NONE. */
    private int away(int j, int left, int i, double lessThan) {
        int place = allotment.pairOf[j];
        int best = NONE;
        double limit = problem.cost[place] + lessThan;
        for (int k = problem.first[j]; k < problem.first[j + 1]; k++) {
            if (problem.cost[k] < limit && k != place) {
                int s = problem.source[k];
                long room = allotment.left[s] + (s == problem.source[left] ? problem.litres[i] : 0);
                if (problem.litres[j] <= room) {
                    best = k;
                    limit = problem.cost[k];
                }
            }
        }
        work += problem.first[j + 1] - problem.first[j];
        return best;
    }
}
