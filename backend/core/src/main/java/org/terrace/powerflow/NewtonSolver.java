package org.terrace.powerflow;

import java.util.Arrays;

/**
 * Voltages of any grid by the method of Newton and Raphson in polar form. Laid out once; solved for any part of the loads,
 * from where it last stood.
 *
 * @see "Tinney and Hart (1967), Power flow solution by Newton's method"
 */
final class NewtonSolver {
    private static final int MOST_ROUNDS = 30;
    private static final double TOLERANCE = 1e-12;

    /** Change at which rounding may keep voltages from settling further. */
    private static final double ROUNDING = 1e-8;

    /** A step that takes more of a voltage than this leads nowhere. */
    private static final double FALLEN = -0.95;

    private static final double RISEN = 4;

    private final Grid grid;
    private final Admittances y;
    private final Jacobian jacobian;
    private final boolean[] unknown;
    private final boolean[] held;
    private final int[] live;
    final double[] size;
    final double[] angle;
    final double[] re;
    final double[] im;
    private final double[] missingP;
    private final double[] missingQ;

    /** Of the last solve. */
    int rounds;

    NewtonSolver(Grid grid) {
        this.grid = grid;
        this.y = new Admittances(grid);
        this.unknown = new boolean[grid.n];
        this.held = new boolean[grid.n];
        this.live = grid.order;
        for (int i : live) {
            unknown[i] = !(grid.sourcePu[i] > 0);
            held[i] = grid.heldPu[i] > 0;
        }
        this.jacobian = new Jacobian(y, unknown, held);
        this.size = new double[grid.n];
        this.angle = new double[grid.n];
        this.re = new double[grid.n];
        this.im = new double[grid.n];
        this.missingP = new double[grid.n];
        this.missingQ = new double[grid.n];
        start();
    }

    /** Voltages without load, from the sources outwards: they hold the shifts and ratios of transformers. */
    void start() {
        for (int i : live) {
            if (grid.via[i] < 0) {
                size[i] = grid.sourcePu[i];
                angle[i] = Math.toRadians(grid.sourceDegree[i]);
            } else {
                int near = grid.other(grid.via[i], i);
                Complex carry = grid.portFrom(grid.via[i], near).openVoltage();
                double ratio = carry.size();
                size[i] = held[i] ? grid.heldPu[i] : ratio > 0.5 && ratio < 2 ? size[near] * ratio : size[near];
                angle[i] = angle[near] + Math.atan2(carry.im(), carry.re());
            }
        }
        turn();
    }

    private void turn() {
        for (int i : live) {
            re[i] = size[i] * Math.cos(angle[i]);
            im[i] = size[i] * Math.sin(angle[i]);
        }
    }

    /** @param scale part of all loads and feeds. @return false when no balance was found; voltages are then of no use */
    boolean solve(double scale) {
        double before = Double.POSITIVE_INFINITY;
        for (rounds = 1; rounds <= MOST_ROUNDS; rounds++) {
            setUp(scale);
            if (!jacobian.solve()) {
                return false;
            }
            double change = 0;
            for (int i : live) {
                if (unknown[i]) {
                    double turned = jacobian.angle(i);
                    double grown = jacobian.size(i);
                    if (!(grown > FALLEN && grown < RISEN && Math.abs(turned) < 10)) {
                        return false;
                    }
                    angle[i] += turned;
                    size[i] *= 1 + grown;
                    change = Math.max(change, Math.max(Math.abs(turned), Math.abs(grown)));
                }
            }
            turn();
            if (change <= TOLERANCE || (change <= ROUNDING && change >= before / 2)) {
                return true;
            }
            before = change;
        }
        return false;
    }

    private void setUp(double scale) {
        for (int i : live) {
            double ire = 0;
            double iim = 0;
            for (int e = y.start[i]; e < y.start[i + 1]; e++) {
                int k = y.column[e];
                ire += y.g[e] * re[k] - y.b[e] * im[k];
                iim += y.g[e] * im[k] + y.b[e] * re[k];
            }
            double p = re[i] * ire + im[i] * iim;
            double q = im[i] * ire - re[i] * iim;
            double v = size[i];
            missingP[i] = -p - scale * (grid.p0[i] + v * (grid.p1[i] + v * grid.p2[i]));
            missingQ[i] = -q - scale * (grid.q0[i] + v * (grid.q1[i] + v * grid.q2[i]));
            if (unknown[i]) {
                double slopeP = scale * v * (grid.p1[i] + 2 * v * grid.p2[i]);
                double slopeQ = scale * v * (grid.q1[i] + 2 * v * grid.q2[i]);
                jacobian.setRows(i, re, im, p, q, slopeP, slopeQ, missingP[i], missingQ[i]);
            }
        }
    }

    /** The node that the last round left with the largest imbalance; -1 when there is none. */
    int worst() {
        int worst = -1;
        for (int i : live) {
            if (unknown[i] && (worst < 0 || missing(i) > missing(worst))) {
                worst = i;
            }
        }
        return worst;
    }

    /** MVA that a node was short of in the last round. */
    double missing(int node) {
        return Math.hypot(missingP[node], held[node] ? 0 : missingQ[node]);
    }

    double[][] voltages() {
        return new double[][] {size.clone(), angle.clone()};
    }

    void goBackTo(double[][] voltages) {
        System.arraycopy(voltages[0], 0, size, 0, size.length);
        System.arraycopy(voltages[1], 0, angle, 0, angle.length);
        turn();
    }

    double lowest() {
        return Arrays.stream(live).mapToDouble(i -> size[i]).min().orElse(1);
    }
}
