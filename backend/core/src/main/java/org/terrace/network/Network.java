package org.terrace.network;

import java.util.Arrays;

/**
 * A graph of noded lines in arrays: nodes with a place, edges with a length and the line that they are a stretch of. Edges are walked both
 * ways. Never changes; the arrays are kept, not copied.
 */
public final class Network {
    /** Line of an edge that joins an end to the line it falls short of: on no map, as long as the gap. */
    public static final int JOINT = -1;

    private final double[] x;
    private final double[] y;
    private final int[] from;
    private final int[] to;
    private final int[] line;
    private final double[] startM;
    private final double[] lengthM;
    private final int[] firstIncident;
    private final int[] incident;

    /**
     * @param x of each node, metres east. @param y metres north
     * @param from node where an edge starts, in the direction of its line. @param to node where it ends
     * @param line line of the edge, or {@link #JOINT}
     * @param startM where on its line the edge starts, in metres along it. @param lengthM its length in metres
     */
    public Network(double[] x, double[] y, int[] from, int[] to, int[] line, double[] startM, double[] lengthM) {
        this.x = x;
        this.y = y;
        this.from = from;
        this.to = to;
        this.line = line;
        this.startM = startM;
        this.lengthM = lengthM;
        this.firstIncident = new int[x.length + 1];
        for (int e = 0; e < from.length; e++) {
            firstIncident[from[e] + 1]++;
            firstIncident[to[e] + 1]++;
        }
        for (int n = 0; n < x.length; n++) {
            firstIncident[n + 1] += firstIncident[n];
        }
        this.incident = new int[2 * from.length];
        int[] next = Arrays.copyOf(firstIncident, x.length);
        for (int e = 0; e < from.length; e++) {
            incident[next[from[e]]++] = e;
            incident[next[to[e]]++] = e;
        }
    }

    public int nodes() {
        return x.length;
    }

    public int edges() {
        return from.length;
    }

    public double x(int node) {
        return x[node];
    }

    public double y(int node) {
        return y[node];
    }

    public int from(int edge) {
        return from[edge];
    }

    public int to(int edge) {
        return to[edge];
    }

    /** The node at the other end. */
    public int other(int edge, int node) {
        return from[edge] == node ? to[edge] : from[edge];
    }

    /** The line of an edge, as numbered by whoever noded; {@link #JOINT} for a joint. */
    public int line(int edge) {
        return line[edge];
    }

    /** Where on its line the edge starts, in metres along it. */
    public double startM(int edge) {
        return startM[edge];
    }

    public double lengthM(int edge) {
        return lengthM[edge];
    }

    /** How many edge ends meet at a node; a loop counts twice. */
    public int degree(int node) {
        return firstIncident[node + 1] - firstIncident[node];
    }

    /** The k-th edge at a node, ascending. */
    public int incident(int node, int k) {
        return incident[firstIncident[node] + k];
    }
}
