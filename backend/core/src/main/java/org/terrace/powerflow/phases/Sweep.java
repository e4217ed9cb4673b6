package org.terrace.powerflow.phases;

import java.util.Arrays;
import java.util.List;

/**
 * The linear part of a radial feeder: voltages for given currents drawn. One pass from the ends to the source adds the currents up, one
 * back takes the drops off. Everything that is in proportion to voltage (electrodes, charging, iron) is eliminated beforehand, node by
 * node from the ends, so that the two passes are exact and not a step of an iteration.
 *
 * <p>Below a node, all is I = G V + J with J from the loads. A branch V = A U - Z I then gives, with M = 1 / (1 + Z G):
 * V = M A U - M Z J, and for its first node G' = A^T G M A, J' = A^T (1 - G M Z) J. Without shunts this is V = A U - Z J and J' = J,
 * the ladder as the textbooks have it.
 *
 * <p>Conductors of all nodes are numbered through, node by node from the source outwards. Complex numbers lie as pairs.
 *
 * @see "Kersting, Distribution System Modeling and Analysis, chapter 10: the ladder iterative technique"
 */
final class Sweep {
    /** A pivot this small beside the others: rounding of 1 + Z G, which is regular for passive networks. */
    private static final double LEAST_PIVOT = 1e-14;

    final SupplyTree tree;

    /** Number of conductors of all nodes. */
    final int conductors;

    /** By place in the order of the tree: its first conductor; one more entry at the end. */
    final int[] first;

    /** By node and kind of conductor, five to a node: its number, -1 where it is not fed. */
    final int[] numberOf;

    /** 1 / (nominal volts)^2 by place. */
    private final double[] perSquareVolt;

    /** Without shunts below and no transformer, currents go straight through: the conductor that feeds each, else -1. */
    private final int[] straight;

    private final boolean[] plain;
    /** M Z by place. */
    private final double[][] drop;
    /** M A and A^T (1 - G M Z), of places that are not plain, with the conductors of the feeding node they belong to. */
    private final double[][] carry;

    private final double[][] collect;
    private final int[][] feeders;

    /** G by place, for the currents at the end; empty where nothing is in proportion to voltage. */
    private final double[][] proportional;

    private final int[] placeOfBranch;

    /** Volts at the source's node without load. */
    private final double[] open;

    Sweep(PhaseNetwork network, SupplyTree tree) {
        this.tree = tree;
        int places = tree.order.size();
        first = new int[places + 1];
        numberOf = new int[5 * network.nodes().size()];
        Arrays.fill(numberOf, -1);
        placeOfBranch = new int[network.branches().size()];
        Arrays.fill(placeOfBranch, -1);
        perSquareVolt = new double[places];
        for (int p = 0; p < places; p++) {
            SupplyTree.Fed fed = tree.feeding.get(p);
            for (int i = 0; i < fed.toConductors().size(); i++) {
                numberOf[5 * fed.to() + fed.toConductors().get(i).ordinal()] = first[p] + i;
            }
            first[p + 1] = first[p] + fed.toConductors().size();
            if (fed.branch() >= 0) {
                placeOfBranch[fed.branch()] = p;
            }
            double volts = network.nodes().get(fed.to()).volts();
            perSquareVolt[p] = 1 / (volts * volts);
        }
        conductors = first[places];
        straight = new int[conductors];
        plain = new boolean[places];
        drop = new double[places][];
        carry = new double[places][];
        collect = new double[places][];
        feeders = new int[places][];
        proportional = new double[places][];
        open = new double[2 * first[1]];
        layOut(network);
    }

    /** Place that a branch feeds, -1 for one that feeds none. */
    int placeOfBranch(int branch) {
        return placeOfBranch[branch];
    }

    private int[] numbers(int node, List<Conductor> at) {
        return at.stream().mapToInt(c -> numberOf[5 * node + c.ordinal()]).toArray();
    }

    private void layOut(PhaseNetwork network) {
        ComplexBlock[] below = shunts(network);
        int[] placeOf = new int[network.nodes().size()];
        for (int p = 0; p < below.length; p++) {
            placeOf[tree.order.get(p)] = p;
        }
        for (int p = below.length - 1; p >= 0; p--) {
            SupplyTree.Fed fed = tree.feeding.get(p);
            PhaseMatrix ohms = p == 0
                    ? network.source().ohms()
                    : network.branches().get(fed.branch()).ohms();
            ComplexBlock z = ComplexBlock.of(ohms, fed.rows());
            ComplexBlock g = below[p];
            boolean line = p > 0 && network.branches().get(fed.branch()) instanceof Branch.Line;
            plain[p] = line && g.isZero();
            proportional[p] = g.isZero() ? new double[0] : g.a;
            if (p > 0) {
                feeders[p] = numbers(fed.from(), fed.fromConductors());
            }
            if (plain[p]) {
                drop[p] = z.a;
                System.arraycopy(feeders[p], 0, straight, first[p], feeders[p].length);
                continue;
            }
            ComplexBlock m = ComplexBlock.identity(z.rows).plus(z.times(g), 1).inverse(LEAST_PIVOT);
            ComplexBlock mz = m.times(z);
            drop[p] = mz.a;
            if (p == 0) {
                open(network.source(), m);
                continue;
            }
            ComplexBlock a = line
                    ? ComplexBlock.identity(z.rows)
                    : ratio(network.branches().get(fed.branch()));
            ComplexBlock ma = m.times(a);
            carry[p] = ma.a;
            ComplexBlock back = a.transposed();
            collect[p] = back.times(ComplexBlock.identity(z.rows).plus(g.times(mz), -1)).a;
            ComplexBlock up = back.times(g).times(ma);
            int feeding = placeOf[fed.from()];
            for (int i = 0; i < up.rows; i++) {
                for (int j = 0; j < up.rows; j++) {
                    below[feeding].add(
                            feeders[p][i] - first[feeding],
                            feeders[p][j] - first[feeding],
                            up.a[2 * (i * up.rows + j)],
                            up.a[2 * (i * up.rows + j) + 1]);
                }
            }
        }
    }

    private ComplexBlock[] shunts(PhaseNetwork network) {
        ComplexBlock[] at = new ComplexBlock[tree.order.size()];
        int[] placeOf = new int[network.nodes().size()];
        for (int p = 0; p < at.length; p++) {
            int m = first[p + 1] - first[p];
            at[p] = new ComplexBlock(m, m);
            placeOf[tree.order.get(p)] = p;
        }
        for (Shunt shunt : network.shunts()) {
            int p = placeOf[shunt.node()];
            int[] on = numbers(shunt.node(), shunt.conductors());
            for (int i = 0; i < on.length; i++) {
                for (int j = 0; j < on.length; j++) {
                    if (on[i] >= 0 && on[j] >= 0) {
                        at[p].add(
                                on[i] - first[p],
                                on[j] - first[p],
                                shunt.siemens().re(i, j),
                                shunt.siemens().im(i, j));
                    }
                }
            }
        }
        return at;
    }

    private static ComplexBlock ratio(Branch branch) {
        ComplexBlock a = new ComplexBlock(
                branch.toConductors().size(), branch.fromConductors().size());
        for (int i = 0; i < a.rows; i++) {
            for (int j = 0; j < a.columns; j++) {
                a.add(i, j, branch.ratio(i, j), 0);
            }
        }
        return a;
    }

    private void open(Source source, ComplexBlock m) {
        ComplexBlock emf = new ComplexBlock(m.rows, 1);
        for (int i = 0; i < m.rows; i++) {
            emf.add(i, 0, source.emfRe().get(i), source.emfIm().get(i));
        }
        System.arraycopy(m.times(emf).a, 0, open, 0, open.length);
    }

    /**
     * Adds the currents up and takes the drops off.
     *
     * @param j currents drawn at each conductor; afterwards those drawn there and beyond
     * @param v volts; new ones afterwards
     * @param source 1 for the source as it is, 0 for one short-circuited: what the currents alone do
     * @return the largest change of a voltage, squared, by its nominal
     */
    double run(double[] j, double[] v, double source) {
        for (int p = plain.length - 1; p > 0; p--) {
            if (plain[p]) {
                for (int u = first[p]; u < first[p + 1]; u++) {
                    int to = 2 * straight[u];
                    j[to] += j[2 * u];
                    j[to + 1] += j[2 * u + 1];
                }
            } else {
                gather(p, j);
            }
        }
        double most = 0;
        for (int p = 0; p < plain.length; p++) {
            double largest = 0;
            int m = first[p + 1] - first[p];
            int base = 2 * first[p];
            double[] z = drop[p];
            for (int i = 0; i < m; i++) {
                double re;
                double im;
                int at = base + 2 * i;
                if (plain[p]) {
                    int from = 2 * straight[first[p] + i];
                    re = v[from];
                    im = v[from + 1];
                } else if (p == 0) {
                    re = source * open[2 * i];
                    im = source * open[2 * i + 1];
                } else {
                    re = 0;
                    im = 0;
                    int[] from = feeders[p];
                    for (int k = 0; k < from.length; k++) {
                        double aRe = carry[p][2 * (i * from.length + k)];
                        double aIm = carry[p][2 * (i * from.length + k) + 1];
                        double uRe = v[2 * from[k]];
                        double uIm = v[2 * from[k] + 1];
                        re += aRe * uRe - aIm * uIm;
                        im += aRe * uIm + aIm * uRe;
                    }
                }
                for (int k = 0; k < m; k++) {
                    double zRe = z[2 * (i * m + k)];
                    double zIm = z[2 * (i * m + k) + 1];
                    double iRe = j[base + 2 * k];
                    double iIm = j[base + 2 * k + 1];
                    re -= zRe * iRe - zIm * iIm;
                    im -= zRe * iIm + zIm * iRe;
                }
                double dRe = re - v[at];
                double dIm = im - v[at + 1];
                largest = Math.max(largest, dRe * dRe + dIm * dIm);
                v[at] = re;
                v[at + 1] = im;
            }
            most = Math.max(most, largest * perSquareVolt[p]);
        }
        return most;
    }

    private void gather(int p, double[] j) {
        int[] to = feeders[p];
        double[] by = collect[p];
        int m = first[p + 1] - first[p];
        int base = 2 * first[p];
        for (int i = 0; i < to.length; i++) {
            double re = 0;
            double im = 0;
            for (int k = 0; k < m; k++) {
                double aRe = by[2 * (i * m + k)];
                double aIm = by[2 * (i * m + k) + 1];
                double jRe = j[base + 2 * k];
                double jIm = j[base + 2 * k + 1];
                re += aRe * jRe - aIm * jIm;
                im += aRe * jIm + aIm * jRe;
            }
            j[2 * to[i]] += re;
            j[2 * to[i] + 1] += im;
        }
    }

    /** After a pass: J of each branch becomes the current that flows through it, what is in proportion to voltage included. */
    void currents(double[] j, double[] v) {
        for (int p = 0; p < plain.length; p++) {
            double[] g = proportional[p];
            int m = first[p + 1] - first[p];
            int base = 2 * first[p];
            for (int i = 0; i < m && g.length > 0; i++) {
                for (int k = 0; k < m; k++) {
                    double gRe = g[2 * (i * m + k)];
                    double gIm = g[2 * (i * m + k) + 1];
                    double vRe = v[base + 2 * k];
                    double vIm = v[base + 2 * k + 1];
                    j[base + 2 * i] += gRe * vRe - gIm * vIm;
                    j[base + 2 * i + 1] += gRe * vIm + gIm * vRe;
                }
            }
        }
    }
}
