package org.terrace.powerflow;

import java.util.ArrayList;
import java.util.List;

/** Voltages of a grid without loops and held voltages: a sweep for the tree of each source. */
final class GridSweep {
    private final Grid grid;
    final double[] re;
    final double[] im;

    /** Most that a tree needed. */
    int rounds;

    GridSweep(Grid grid) {
        if (grid.loops > 0 || grid.held() > 0) {
            throw new IllegalArgumentException(grid.loops + " loops and " + grid.held() + " held voltages: no tree");
        }
        this.grid = grid;
        this.re = new double[grid.n];
        this.im = new double[grid.n];
    }

    /** @return false when a tree does not come to rest */
    boolean solve() {
        int[] tree = new int[grid.n];
        List<List<Integer>> trees = new ArrayList<>();
        for (int i : grid.order) {
            if (grid.via[i] < 0) {
                tree[i] = trees.size();
                trees.add(new ArrayList<>());
            } else {
                tree[i] = tree[grid.other(grid.via[i], i)];
            }
            trees.get(tree[i]).add(i);
        }
        return trees.stream().allMatch(this::solve);
    }

    private boolean solve(List<Integer> nodes) {
        int n = nodes.size();
        int[] place = new int[grid.n];
        int[] parent = new int[n];
        TwoPort[] ports = new TwoPort[n];
        Complex[] shunts = new Complex[n];
        double[][] drawn = new double[4][n];
        for (int k = 0; k < n; k++) {
            int i = nodes.get(k);
            place[i] = k;
            ports[k] = TwoPort.of(Complex.ONE, Complex.ZERO, Complex.ZERO);
            if (grid.via[i] >= 0) {
                int up = grid.other(grid.via[i], i);
                parent[k] = place[up];
                ports[k] = grid.portFrom(grid.via[i], up);
            }
            // What follows the square of the voltage is an admittance.
            shunts[k] = new Complex(grid.shuntG[i] + grid.p2[i], grid.shuntB[i] - grid.q2[i]);
            drawn[0][k] = grid.p0[i];
            drawn[1][k] = grid.q0[i];
            drawn[2][k] = grid.p1[i];
            drawn[3][k] = grid.q1[i];
        }
        int root = nodes.get(0);
        Complex given = Complex.polar(grid.sourcePu[root], grid.sourceDegree[root]);
        RadialSweep sweep = new RadialSweep(parent, ports, shunts);
        int took = sweep.solve(drawn[0], drawn[1], drawn[2], drawn[3], given.re(), given.im());
        rounds = Math.max(rounds, took);
        for (int k = 0; k < n; k++) {
            re[nodes.get(k)] = sweep.re(k);
            im[nodes.get(k)] = sweep.im(k);
        }
        return took != RadialSweep.COLLAPSED;
    }
}
