package org.terrace.hydraulics;

import java.util.Arrays;

/** Which nodes water can reach, and by which valves alone. */
final class Ways {
    private final Moment at;
    private final boolean[] apart;

    Ways(Moment at) {
        this.at = at;
        this.apart = new boolean[at.nodes.length];
    }

    /** Looks anew after states changed. */
    void look() {
        reach(at.reached, true);
        openOnlyWays();
    }

    /** Which nodes an open way joins to a head that is given. @param holding whether valves that hold their setting count as ways */
    private void reach(boolean[] into, boolean holding) {
        Arrays.fill(into, false);
        int[] next = new int[at.nodes.length];
        int count = 0;
        for (int i = 0; i < at.nodes.length; i++) {
            if (at.unknown[i] < 0) {
                into[i] = true;
                next[count++] = i;
            }
        }
        for (int done = 0; done < count; done++) {
            for (int k : at.linksAt[next[done]]) {
                int other = at.links[k].from() == next[done] ? at.links[k].to() : at.links[k].from();
                if (!into[other] && !at.isShut(k) && (holding || !at.holdsItsSetting(k))) {
                    into[other] = true;
                    next[count++] = other;
                }
            }
        }
    }

    /**
     * A valve that is the only way to a part of the network cannot hold its setting: what is drawn there sets its flow. It stands open,
     * one after the other until every part that is reached at all is reached without the help of such valves.
     */
    private void openOnlyWays() {
        Arrays.fill(at.onlyWay, false);
        boolean holds = false;
        for (int k = 0; k < at.links.length && !holds; k++) {
            holds = at.holdsItsSetting(k);
        }
        for (boolean opened = holds; opened; ) {
            opened = false;
            reach(apart, false);
            for (int k = 0; k < at.links.length && !opened; k++) {
                if (at.holdsItsSetting(k)) {
                    boolean reduces = ((Link.Valve) at.links[k]).kind() == Link.ValveKind.PRESSURE_REDUCING;
                    int needed = reduces ? at.links[k].from() : at.links[k].to();
                    int other = reduces ? at.links[k].to() : at.links[k].from();
                    if (apart[other] && !apart[needed]) {
                        at.onlyWay[k] = true;
                        opened = true;
                    }
                }
            }
        }
    }
}
