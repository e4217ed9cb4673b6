package org.terrace.optimise;

import java.util.Arrays;

/**
 * Carries litres left over at one source, too few or too far for anybody, to where an unserved household can use them.
 *
 * <p>A household of source t that also reaches source s moves into what is left at s, and leaves more room at t; so on from t, until a
 * source is found where the room serves one household more, or one with more people in place of another (an ejection chain). The
 * search goes on from the source with the most room, and settles each source once. People never become fewer.
 */
final class RoomChains {
    private static final int NONE = -1;

    private final Allotment allotment;
    private final AssignmentProblem problem;
    private final Reach reach;
    private final SourceRefill refill;
    private final int most;
    private final boolean swaps;
    private final long[] room;
    private final int[] via;
    private final int[] viaPair;
    private final int[] back;
    private final int[] backPair;
    private final int[] towards;
    private final boolean[] settled;
    private final int[] touched;
    private int touchedCount;
    private long work;

    /**
     * @param most sources to settle in one search
     * @param swaps whether a household may also move the other way, so that less than a household's litres are carried
     */
    RoomChains(Allotment allotment, Reach reach, SourceRefill refill, int most, boolean swaps) {
        this.allotment = allotment;
        this.problem = allotment.problem;
        this.reach = reach;
        this.refill = refill;
        this.most = most;
        this.swaps = swaps;
        int m = problem.sources();
        room = new long[m];
        via = new int[m];
        viaPair = new int[m];
        back = new int[m];
        backPair = new int[m];
        towards = new int[m];
        settled = new boolean[m];
        touched = new int[m];
        Arrays.fill(room, NONE);
    }

    /** Looked at so far: pairs. */
    long work() {
        return work;
    }

    /** Whether what is left at a source could be put to use somewhere, and was. */
    boolean carryFrom(int start) {
        touchedCount = 0;
        touch(start, allotment.left[start]);
        towards[start] = NONE;
        int found = NONE;
        for (int steps = 0; steps < most && found < 0; steps++) {
            int s = roomiest();
            if (s < 0) {
                break;
            }
            settled[s] = true;
            if (s != start && pays(s)) {
                found = s;
            } else {
                spread(s);
            }
        }
        boolean done = found >= 0 && apply(found);
        for (int at = 0; at < touchedCount; at++) {
            room[touched[at]] = NONE;
            settled[touched[at]] = false;
        }
        return done;
    }

    private void touch(int s, long litres) {
        if (room[s] < 0) {
            touched[touchedCount++] = s;
        }
        room[s] = litres;
    }

    private int roomiest() {
        int best = NONE;
        for (int at = 0; at < touchedCount; at++) {
            int s = touched[at];
            if (!settled[s] && (best < 0 || room[s] > room[best] || (room[s] == room[best] && s < best))) {
                best = s;
            }
        }
        return best;
    }

    /** Moves of one household into the room at s, and where wanted of one back, that leave more room elsewhere. */
    private void spread(int s) {
        work += reach.first[s + 1] - reach.first[s];
        for (int place = reach.first[s]; place < reach.first[s + 1]; place++) {
            int i = reach.household[place];
            int pair = allotment.pairOf[i];
            if (pair < 0 || problem.source[pair] == s || settled[problem.source[pair]]) {
                continue;
            }
            int t = problem.source[pair];
            if (problem.litres[i] <= room[s]) {
                offer(t, allotment.left[t] + problem.litres[i], i, reach.pair[place], NONE, NONE, s);
            } else if (swaps) {
                swap(s, t, i, reach.pair[place]);
            }
        }
    }

    private void swap(int s, int t, int i, int pair) {
        for (int j = allotment.firstOf[s]; j != NONE; j = allotment.nextOf[j]) {
            long carried = problem.litres[i] - problem.litres[j];
            work++;
            if (carried > 0 && carried <= room[s] && j != via[s] && allotment.left[t] + carried > room[t]) {
                int other = problem.pair(j, t);
                if (other >= 0) {
                    offer(t, allotment.left[t] + carried, i, pair, j, other, s);
                }
            }
        }
    }

    private void offer(int t, long litres, int i, int pair, int j, int otherPair, int s) {
        if (litres > room[t]) {
            touch(t, litres);
            via[t] = i;
            viaPair[t] = pair;
            back[t] = j;
            backPair[t] = otherPair;
            towards[t] = s;
        }
    }

    /** Whether the room at t serves one more, or more people in place of others, without the household that moves away. */
    private boolean pays(int t) {
        long free = room[t];
        work += reach.first[t + 1] - reach.first[t];
        for (int place = reach.first[t]; place < reach.first[t + 1]; place++) {
            int u = reach.household[place];
            if (allotment.pairOf[u] >= 0) {
                continue;
            }
            if (problem.litres[u] <= free) {
                return true;
            }
            if (place > reach.first[t] && sameUnserved(u, reach.household[place - 1])) {
                continue;
            }
            for (int j = allotment.firstOf[t]; j != NONE; j = allotment.nextOf[j]) {
                work++;
                if (problem.people[j] < problem.people[u]
                        && problem.litres[u] - problem.litres[j] <= free
                        && j != via[t]) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean sameUnserved(int u, int before) {
        return allotment.pairOf[before] < 0 && reach.alike(u, before);
    }

    /** Moves from the start of the chain on, then fills its end anew. */
    private boolean apply(int end) {
        int length = 0;
        for (int s = end; towards[s] != NONE; s = towards[s]) {
            length++;
        }
        int[] chain = new int[length];
        for (int s = end; towards[s] != NONE; s = towards[s]) {
            chain[--length] = s;
        }
        for (int s : chain) {
            if (back[s] >= 0) {
                allotment.release(back[s]);
                allotment.move(via[s], viaPair[s]);
                allotment.serve(back[s], backPair[s]);
            } else {
                allotment.move(via[s], viaPair[s]);
            }
        }
        return refill.refill(end);
    }
}
