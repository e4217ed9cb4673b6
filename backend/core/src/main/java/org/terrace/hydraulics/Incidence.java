package org.terrace.hydraulics;

/** The links at each node, ascending. */
final class Incidence {
    private Incidence() {}

    static int[][] of(PipeNetwork network) {
        int[] count = new int[network.nodes().size()];
        for (Link link : network.links()) {
            count[link.from()]++;
            count[link.to()]++;
        }
        int[][] at = new int[count.length][];
        for (int i = 0; i < count.length; i++) {
            at[i] = new int[count[i]];
        }
        for (int k = network.links().size() - 1; k >= 0; k--) {
            Link link = network.links().get(k);
            at[link.from()][--count[link.from()]] = k;
            at[link.to()][--count[link.to()]] = k;
        }
        return at;
    }
}
