package org.terrace.hydraulics;

import java.util.Arrays;

/** What rounding leaves unbalanced. */
final class Residue {
    private Residue() {}

    /**
     * Takes what rounding left unbalanced at the junctions along open links to heads that are given: flows change by less than the
     * tolerance, and mass balances to the last digits.
     */
    static void takeAway(Moment at) {
        int[] order = new int[at.nodes.length];
        int[] by = new int[at.nodes.length];
        Arrays.fill(by, -1);
        boolean[] seen = new boolean[at.nodes.length];
        int count = 0;
        for (int i = 0; i < at.nodes.length; i++) {
            if (at.unknown[i] < 0) {
                seen[i] = true;
                order[count++] = i;
            }
        }
        for (int done = 0; done < count; done++) {
            for (int k : at.linksAt[order[done]]) {
                int other = at.links[k].from() == order[done] ? at.links[k].to() : at.links[k].from();
                boolean given =
                        at.holdsItsSetting(k) && ((Link.Valve) at.links[k]).kind() == Link.ValveKind.FLOW_CONTROL;
                if (!seen[other] && !at.isShut(k) && !given) {
                    seen[other] = true;
                    by[other] = k;
                    order[count++] = other;
                }
            }
        }
        double[] over = new double[at.nodes.length];
        for (int k = 0; k < at.links.length; k++) {
            over[at.links[k].from()] -= at.flow[k];
            over[at.links[k].to()] += at.flow[k];
        }
        for (int last = count - 1; last >= 0; last--) {
            int i = order[last];
            int k = by[i];
            if (k >= 0) {
                double extra = over[i] - at.drawn[i] - at.opening[i];
                int other = at.links[k].from() == i ? at.links[k].to() : at.links[k].from();
                at.flow[k] += at.links[k].from() == i ? extra : -extra;
                over[other] += extra;
            }
        }
    }
}
