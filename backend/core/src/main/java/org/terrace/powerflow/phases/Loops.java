package org.terrace.powerflow.phases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Branches that close loops, by compensation: each is cut open, and its current is what makes the voltages at both sides of the cut
 * agree. How the voltages follow those currents is found once, by one sweep for each wire cut; the phases are coupled.
 *
 * @see "Shirmohammadi, Hong, Semlyen, Luo (1988), A compensation-based power flow method for weakly meshed distribution networks"
 */
final class Loops {
    /** Smaller pivots mean a loop without impedance: its current is not determined. */
    private static final double LEAST_PIVOT = 1e-12;

    private final List<SupplyTree.Fed> closing;
    private final Sweep sweep;

    /** Number of the first wire of each branch among all wires that are cut. */
    private final int[] first;

    private final int[][] from;
    private final int[][] to;
    private final double[][] ratio;

    /** Currents for a difference of voltage at the cuts; of no rows when they are not determined. */
    private final ComplexBlock answer;

    /** Currents of the wires that were cut. */
    final double[] current;

    private final double[] gap;
    private final double[] opened;
    private final double[] drawn;

    Loops(PhaseNetwork network, Sweep sweep) {
        this.closing = sweep.tree.closing;
        this.sweep = sweep;
        int n = closing.size();
        first = new int[n + 1];
        from = new int[n][];
        to = new int[n][];
        ratio = new double[n][];
        for (int k = 0; k < n; k++) {
            SupplyTree.Fed loop = closing.get(k);
            first[k + 1] = first[k] + loop.rows().length;
            from[k] = numbers(loop.from(), loop.fromConductors());
            to[k] = numbers(loop.to(), loop.toConductors());
            Branch branch = network.branches().get(loop.branch());
            ratio[k] = new double[to[k].length * from[k].length];
            for (int i = 0; i < to[k].length; i++) {
                for (int j = 0; j < from[k].length; j++) {
                    ratio[k][i * from[k].length + j] =
                            branch instanceof Branch.Line ? (i == j ? 1 : 0) : branch.ratio(loop.rows()[i], j);
                }
            }
        }
        current = new double[2 * first[n]];
        gap = new double[2 * first[n]];
        opened = new double[2 * sweep.conductors];
        drawn = new double[2 * sweep.conductors];
        answer = prepare(network);
    }

    private int[] numbers(int node, List<Conductor> at) {
        return at.stream().mapToInt(c -> sweep.numberOf[5 * node + c.ordinal()]).toArray();
    }

    private ComplexBlock prepare(PhaseNetwork network) {
        int wires = first[closing.size()];
        ComplexBlock law = new ComplexBlock(wires, wires);
        for (int k = 0; k < closing.size(); k++) {
            PhaseMatrix ohms = network.branches().get(closing.get(k).branch()).ohms();
            int[] rows = closing.get(k).rows();
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows.length; j++) {
                    law.add(first[k] + i, first[k] + j, ohms.re(rows[i], rows[j]), ohms.im(rows[i], rows[j]));
                }
            }
        }
        for (int q = 0; q < wires; q++) {
            Arrays.fill(current, 0);
            current[2 * q] = 1;
            Arrays.fill(drawn, 0);
            draw(drawn);
            Arrays.fill(opened, 0);
            sweep.run(drawn, opened, 0);
            measure(opened);
            for (int i = 0; i < wires; i++) {
                law.add(i, q, -gap[2 * i], -gap[2 * i + 1]);
            }
        }
        Arrays.fill(current, 0);
        return law.inverse(LEAST_PIVOT);
    }

    boolean isEmpty() {
        return closing.isEmpty();
    }

    /** Names of the branches when their currents are not determined: a loop has no impedance. */
    List<String> undetermined(PhaseNetwork network) {
        List<String> names = new ArrayList<>();
        if (answer.rows < first[closing.size()]) {
            closing.forEach(
                    loop -> names.add(network.branches().get(loop.branch()).id()));
        }
        return names;
    }

    /** As {@link Sweep#run}, with the loops closed. */
    double run(double[] j, double[] v, double source) {
        System.arraycopy(j, 0, drawn, 0, j.length);
        sweep.run(drawn, opened, source);
        measure(opened);
        Arrays.fill(current, 0);
        int n = answer.rows;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double re = answer.a[2 * (i * n + k)];
                double im = answer.a[2 * (i * n + k) + 1];
                current[2 * i] += re * gap[2 * k] - im * gap[2 * k + 1];
                current[2 * i + 1] += re * gap[2 * k + 1] + im * gap[2 * k];
            }
        }
        draw(j);
        return sweep.run(j, v, source);
    }

    /** The currents of the cut wires leave at their first nodes and arrive at their second. */
    private void draw(double[] j) {
        for (int k = 0; k < from.length; k++) {
            int width = from[k].length;
            for (int i = 0; i < to[k].length; i++) {
                double re = current[2 * (first[k] + i)];
                double im = current[2 * (first[k] + i) + 1];
                j[2 * to[k][i]] -= re;
                j[2 * to[k][i] + 1] -= im;
                for (int w = 0; w < width; w++) {
                    j[2 * from[k][w]] += ratio[k][i * width + w] * re;
                    j[2 * from[k][w] + 1] += ratio[k][i * width + w] * im;
                }
            }
        }
    }

    /** Differences of voltage at the cuts. */
    private void measure(double[] v) {
        for (int k = 0; k < from.length; k++) {
            int width = from[k].length;
            for (int i = 0; i < to[k].length; i++) {
                double re = -v[2 * to[k][i]];
                double im = -v[2 * to[k][i] + 1];
                for (int w = 0; w < width; w++) {
                    re += ratio[k][i * width + w] * v[2 * from[k][w]];
                    im += ratio[k][i * width + w] * v[2 * from[k][w] + 1];
                }
                gap[2 * (first[k] + i)] = re;
                gap[2 * (first[k] + i) + 1] = im;
            }
        }
    }

    int firstWire(int loop) {
        return first[loop];
    }
}
