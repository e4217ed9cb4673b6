package org.terrace.power.grid;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.terrace.network.Network;
import org.terrace.network.ShortestPaths;

/**
 * Which transformer of a piece is nearest to each node, along wires that name it or nobody. Of several equally near the first is taken; of
 * those that no line names, the one whose way begins with the first line.
 */
final class NearestFeeders {
    private static final int NOBODY = LineNames.NOBODY;

    private final Network network;
    private final int[] start;
    private final int[] named;
    private final int[] nearest;
    private final double[] nearestM;

    /**
     * @param network wires as long as they are
     * @param start node of each transformer
     * @param named by wire: number of the transformer that it names; what turns out to be no name is changed here
     */
    NearestFeeders(Network network, int[] start, int[] named) {
        this.network = network;
        this.start = start;
        this.named = named;
        this.nearest = new int[network.nodes()];
        this.nearestM = new double[network.nodes()];
    }

    int nearest(int node) {
        return nearest[node];
    }

    double metres(int node) {
        return nearestM[node];
    }

    /** Transformers that a line names, ascending. */
    private int[] named() {
        return Arrays.stream(named).filter(k -> k != NOBODY).distinct().sorted().toArray();
    }

    private ShortestPaths from(int transformer) {
        return ShortestPaths.from(
                network,
                new int[] {start[transformer]},
                new double[1],
                i -> named[i] == transformer || named[i] == NOBODY ? network.lengthM(i) : Double.POSITIVE_INFINITY);
    }

    /**
     * Names to which no way leads over wires that may be theirs are no names. Transformers that no line names are searched from together, the
     * others one after the other: there may be hundreds.
     */
    void search() {
        boolean again = true;
        while (again) {
            boolean[] unreached = new boolean[named.length];
            Arrays.fill(nearestM, Double.POSITIVE_INFINITY);
            int[] those = named();
            searchFromAllBut(those);
            for (int k : those) {
                ShortestPaths paths = from(k);
                for (int node = 0; node < nearest.length; node++) {
                    if (isNearer(paths.cost(node), k, node)) {
                        nearestM[node] = paths.cost(node);
                        nearest[node] = k;
                    }
                }
                for (int i = 0; i < named.length; i++) {
                    unreached[i] |= named[i] == k && Double.isInfinite(paths.cost(nearEnd(i, paths)));
                }
            }
            // All at once: which transformer was looked at first must not decide.
            again = false;
            for (int i = 0; i < named.length; i++) {
                if (unreached[i]) {
                    named[i] = NOBODY;
                    again = true;
                }
            }
        }
    }

    private boolean isNearer(double metres, int transformer, int node) {
        return metres < nearestM[node]
                || (metres == nearestM[node] && Double.isFinite(metres) && transformer < nearest[node]);
    }

    private void searchFromAllBut(int[] those) {
        int[] transformers = IntStream.range(0, start.length)
                .filter(k -> Arrays.binarySearch(those, k) < 0)
                .toArray();
        int[] starts = IntStream.of(transformers).map(k -> start[k]).toArray();
        ShortestPaths paths = ShortestPaths.from(
                network,
                starts,
                new double[starts.length],
                i -> named[i] == NOBODY ? network.lengthM(i) : Double.POSITIVE_INFINITY);
        for (int t = transformers.length - 1; t >= 0; t--) {
            nearest[starts[t]] = transformers[t];
        }
        for (int node : paths.order()) {
            int before = paths.edgeBefore(node);
            nearest[node] = before < 0 ? nearest[node] : nearest[network.other(before, node)];
            nearestM[node] = paths.cost(node);
        }
    }

    private int nearEnd(int i, ShortestPaths paths) {
        return paths.cost(network.to(i)) < paths.cost(network.from(i)) ? network.to(i) : network.from(i);
    }

    /** The shortest ways to the wires that name a transformer are that transformer's, where no two claim them. */
    void claimWays() {
        int several = -2;
        int[] claim = new int[named.length];
        Arrays.fill(claim, NOBODY);
        for (int k : named()) {
            ShortestPaths paths = from(k);
            for (int i = 0; i < named.length; i++) {
                if (named[i] != k) {
                    continue;
                }
                for (int w : paths.path(nearEnd(i, paths))) {
                    claim[w] = claim[w] == NOBODY || claim[w] == k ? k : several;
                }
            }
        }
        for (int i = 0; i < named.length; i++) {
            if (named[i] == NOBODY && claim[i] != several) {
                named[i] = claim[i];
            }
        }
    }
}
