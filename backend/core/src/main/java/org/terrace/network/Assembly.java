package org.terrace.network;

import java.util.Arrays;

/**
 * A network put together from the cuts of its lines. Nodes are numbered as one comes upon them going along line after line, edges in the same
 * order, joints last: the numbers follow from the lines alone.
 */
final class Assembly {
    final Network network;
    /** Where the nodes of each line begin in {@link #nodeOf}. */
    final int[] first;
    /** Node of each cut. */
    final int[] nodeOf;
    /** The joints that are edges, in their order; of several between two nodes the first. */
    final Cuts.Joint[] joints;
    /** Line of each of them. */
    final int[] lineOfJoint;

    Assembly(Cuts[] cuts) {
        first = new int[cuts.length + 1];
        int jointsAtMost = 0;
        for (int line = 0; line < cuts.length; line++) {
            first[line + 1] = first[line] + cuts[line].nodes();
            jointsAtMost += cuts[line].joints().length;
        }
        int all = first[cuts.length];
        nodeOf = new int[all];
        Nodes nodes = new Nodes(all);
        int edges = 0;
        int[] from = new int[all + jointsAtMost];
        int[] to = new int[all + jointsAtMost];
        int[] line = new int[all + jointsAtMost];
        double[] startM = new double[all + jointsAtMost];
        double[] lengthM = new double[all + jointsAtMost];
        for (int l = 0; l < cuts.length; l++) {
            double[] places = cuts[l].places();
            int begin = 0;
            for (int end : cuts[l].partEnd()) {
                for (int k = begin; k < end; k++) {
                    int node = nodes.at(places[3 * k], places[3 * k + 1]);
                    nodeOf[first[l] + k] = node;
                    if (k == begin) {
                        continue;
                    }
                    int before = nodeOf[first[l] + k - 1];
                    double length = places[3 * k + 2] - places[3 * k - 1];
                    if (before != node || length > 0) {
                        from[edges] = before;
                        to[edges] = node;
                        line[edges] = l;
                        startM[edges] = places[3 * k - 1];
                        lengthM[edges++] = length;
                    }
                }
                begin = end;
            }
        }
        int onLines = edges;
        Cuts.Joint[] kept = new Cuts.Joint[jointsAtMost];
        int[] lineOf = new int[jointsAtMost];
        long[] joined = new long[tableSize(jointsAtMost)];
        for (int l = 0; l < cuts.length; l++) {
            for (Cuts.Joint joint : cuts[l].joints()) {
                int here = nodes.at(joint.x(), joint.y());
                int there = nodes.at(joint.toX(), joint.toY());
                // Two ends that face each other find the same gap.
                if (isNew(joined, (long) Math.min(here, there) << 32 | Math.max(here, there))) {
                    kept[edges - onLines] = joint;
                    lineOf[edges - onLines] = l;
                    from[edges] = here;
                    to[edges] = there;
                    line[edges] = Network.JOINT;
                    lengthM[edges++] = Part.distance(joint.x(), joint.y(), joint.toX(), joint.toY());
                }
            }
        }
        joints = Arrays.copyOf(kept, edges - onLines);
        lineOfJoint = Arrays.copyOf(lineOf, edges - onLines);
        network = new Network(
                Arrays.copyOf(nodes.x, nodes.count),
                Arrays.copyOf(nodes.y, nodes.count),
                Arrays.copyOf(from, edges),
                Arrays.copyOf(to, edges),
                Arrays.copyOf(line, edges),
                Arrays.copyOf(startM, edges),
                Arrays.copyOf(lengthM, edges));
    }

    /** Room for open addressing, at most half of it used. */
    private static int tableSize(int entries) {
        return Integer.highestOneBit(Math.max(2, entries)) * 4;
    }

    private static int slot(long key, int size) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32 ^ mixed) & (size - 1);
    }

    /** Puts a pair of nodes into a table where 0 is nothing: no pair of two nodes is. */
    private static boolean isNew(long[] table, long pair) {
        int slot = slot(pair, table.length);
        while (table[slot] != 0) {
            if (table[slot] == pair) {
                return false;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = pair;
        return true;
    }

    /** Nodes by their place. */
    private static final class Nodes {
        final double[] x;
        final double[] y;
        int count;
        /** Node and one; 0 where nothing is. */
        private final int[] table;

        Nodes(int atMost) {
            x = new double[atMost];
            y = new double[atMost];
            table = new int[tableSize(atMost)];
        }

        int at(double placeX, double placeY) {
            int slot = slot(
                    Double.doubleToRawLongBits(placeX) * 31 + Long.rotateLeft(Double.doubleToRawLongBits(placeY), 21),
                    table.length);
            while (table[slot] != 0) {
                int node = table[slot] - 1;
                if (x[node] == placeX && y[node] == placeY) {
                    return node;
                }
                slot = (slot + 1) & (table.length - 1);
            }
            x[count] = placeX;
            y[count] = placeY;
            table[slot] = ++count;
            return count - 1;
        }
    }
}
