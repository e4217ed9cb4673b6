package org.terrace.optimise;

/**
 * Serves an unserved household by a chain of households that make place for one another: it enters a source, one there moves on to a second, one
 * there to a third, until one fits or one with fewer people goes without.
 *
 * <p>The search goes on from the source that lacks the fewest litres and settles each source once, so a chain never meets itself.
 */
final class PlaceChains {
    private static final int NONE = -1;

    private final Allotment allotment;
    private final AssignmentProblem problem;
    private final SourceRefill refill;
    private final int most;
    private final long[] lacking;
    private final int[] incoming;
    private final int[] incomingPair;
    private final int[] from;
    private final boolean[] settled;
    private final boolean[] known;
    private final int[] touched;
    private int touchedCount;
    private int dropped;
    private long work;

    /** @param most sources to settle in one search */
    PlaceChains(Allotment allotment, SourceRefill refill, int most) {
        this.allotment = allotment;
        this.problem = allotment.problem;
        this.refill = refill;
        this.most = most;
        int m = problem.sources();
        lacking = new long[m];
        incoming = new int[m];
        incomingPair = new int[m];
        from = new int[m];
        settled = new boolean[m];
        known = new boolean[m];
        touched = new int[m];
    }

    /** Looked at so far: pairs. */
    long work() {
        return work;
    }

    /**
     * Whether a chain was found by which more people are served.
     *
     * @param enough people gained that end the search at once; fewer are taken when it ends
     */
    boolean place(int household, double enough) {
        touchedCount = 0;
        offers(household, NONE);
        double best = 0;
        int end = NONE;
        int last = NONE;
        for (int steps = 0; steps < most && best < enough; steps++) {
            int s = leastLacking();
            if (s < 0) {
                break;
            }
            settled[s] = true;
            double gain = gain(household, s);
            if (gain > best) {
                best = gain;
                end = s;
                last = dropped;
            }
            for (int i = allotment.firstOf[s]; i != NONE; i = allotment.nextOf[i]) {
                if (problem.litres[i] >= lacking[s]) {
                    offers(i, s);
                }
            }
        }
        if (end >= 0) {
            apply(end, last);
        }
        for (int at = 0; at < touchedCount; at++) {
            known[touched[at]] = false;
            settled[touched[at]] = false;
        }
        return end >= 0;
    }

    private void offers(int i, int s) {
        work += problem.first[i + 1] - problem.first[i];
        for (int k = problem.first[i]; k < problem.first[i + 1]; k++) {
            int t = problem.source[k];
            long lacks = problem.litres[i] - allotment.left[t];
            if (t != s
                    && !settled[t]
                    && problem.litres[i] <= problem.capacity[t]
                    && (!known[t] || lacks < lacking[t])) {
                if (!known[t]) {
                    known[t] = true;
                    touched[touchedCount++] = t;
                }
                lacking[t] = lacks;
                incoming[t] = i;
                incomingPair[t] = k;
                from[t] = s;
            }
        }
    }

    private int leastLacking() {
        int best = NONE;
        for (int at = 0; at < touchedCount; at++) {
            int s = touched[at];
            if (!settled[s] && (best < 0 || lacking[s] < lacking[best] || (lacking[s] == lacking[best] && s < best))) {
                best = s;
            }
        }
        return best;
    }

    /** People gained if the chain ends at s: everybody fits, or the household with the fewest people that makes place goes without. */
    private double gain(int household, int s) {
        dropped = NONE;
        if (lacking[s] <= 0) {
            return problem.people[household];
        }
        double fewest = Double.POSITIVE_INFINITY;
        for (int j = allotment.firstOf[s]; j != NONE; j = allotment.nextOf[j]) {
            if (problem.litres[j] >= lacking[s] && problem.people[j] < fewest) {
                fewest = problem.people[j];
                dropped = j;
            }
        }
        return problem.people[household] - fewest;
    }

    private void apply(int end, int drop) {
        if (drop >= 0) {
            allotment.release(drop);
        }
        int s = end;
        while (from[s] != NONE) {
            allotment.move(incoming[s], incomingPair[s]);
            s = from[s];
        }
        allotment.serve(incoming[s], incomingPair[s]);
        refill.refill(end);
    }
}
