package org.terrace.powerflow.phases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The same question asked otherwise: nodal admittances of all conductors in one dense matrix, Newton's method from the voltages without
 * load. Knows no tree. For small networks with regular impedances.
 */
final class DenseNewton {
    private final PhaseNetwork network;
    private final int[] numberOf;
    private final int unknowns;
    private final double[][] linear;
    private final double[] right;
    double[] x;

    DenseNewton(PhaseNetwork network) {
        this.network = network;
        numberOf = new int[5 * network.nodes().size()];
        Arrays.fill(numberOf, -1);
        int[] count = {0};
        number(network.source().node(), network.source().conductors(), count);
        for (Branch branch : network.branches()) {
            number(branch.from(), branch.fromConductors(), count);
            number(branch.to(), branch.toConductors(), count);
        }
        unknowns = count[0];
        linear = new double[2 * unknowns][2 * unknowns];
        right = new double[2 * unknowns];
        stamp();
        x = solve(linear, right);
    }

    private void number(int node, List<Conductor> conductors, int[] count) {
        for (Conductor c : conductors) {
            if (numberOf[5 * node + c.ordinal()] < 0) {
                numberOf[5 * node + c.ordinal()] = count[0]++;
            }
        }
    }

    private int[] numbers(int node, List<Conductor> conductors) {
        return conductors.stream()
                .mapToInt(c -> numberOf[5 * node + c.ordinal()])
                .toArray();
    }

    private void add(int row, int column, double re, double im) {
        linear[2 * row][2 * column] += re;
        linear[2 * row][2 * column + 1] -= im;
        linear[2 * row + 1][2 * column] += im;
        linear[2 * row + 1][2 * column + 1] += re;
    }

    private void stamp() {
        for (Branch branch : network.branches()) {
            double[][][] y = inverse(branch.ohms());
            int[] from = numbers(branch.from(), branch.fromConductors());
            int[] to = numbers(branch.to(), branch.toConductors());
            for (int i = 0; i < to.length; i++) {
                for (int k = 0; k < to.length; k++) {
                    // I = Y (A U - V) arrives at the second node, A' I leaves the first.
                    add(to[i], to[k], y[0][i][k], y[1][i][k]);
                    for (int j = 0; j < from.length; j++) {
                        double a = branch.ratio(k, j);
                        add(to[i], from[j], -a * y[0][i][k], -a * y[1][i][k]);
                        double b = branch.ratio(i, j);
                        add(from[j], to[k], -b * y[0][i][k], -b * y[1][i][k]);
                        for (int l = 0; l < from.length; l++) {
                            double c = b * branch.ratio(k, l);
                            add(from[j], from[l], c * y[0][i][k], c * y[1][i][k]);
                        }
                    }
                }
            }
        }
        for (Shunt shunt : network.shunts()) {
            int[] on = numbers(shunt.node(), shunt.conductors());
            for (int i = 0; i < on.length; i++) {
                for (int k = 0; k < on.length; k++) {
                    add(on[i], on[k], shunt.siemens().re(i, k), shunt.siemens().im(i, k));
                }
            }
        }
        Source source = network.source();
        double[][][] y = inverse(source.ohms());
        int[] on = numbers(source.node(), source.conductors());
        for (int i = 0; i < on.length; i++) {
            for (int k = 0; k < on.length; k++) {
                add(on[i], on[k], y[0][i][k], y[1][i][k]);
                double re = source.emfRe().get(k);
                double im = source.emfIm().get(k);
                right[2 * on[i]] += y[0][i][k] * re - y[1][i][k] * im;
                right[2 * on[i] + 1] += y[0][i][k] * im + y[1][i][k] * re;
            }
        }
    }

    private static double[][][] inverse(PhaseMatrix matrix) {
        int n = matrix.order();
        double[][][] y = new double[2][n][n];
        for (int c = 0; c < n; c++) {
            double[][] real = new double[2 * n][2 * n];
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < n; k++) {
                    real[2 * i][2 * k] = matrix.re(i, k);
                    real[2 * i][2 * k + 1] = -matrix.im(i, k);
                    real[2 * i + 1][2 * k] = matrix.im(i, k);
                    real[2 * i + 1][2 * k + 1] = matrix.re(i, k);
                }
            }
            double[] unit = new double[2 * n];
            unit[2 * c] = 1;
            double[] column = solve(real, unit);
            for (int i = 0; i < n; i++) {
                y[0][i][c] = column[2 * i];
                y[1][i][c] = column[2 * i + 1];
            }
        }
        return y;
    }

    /** @return whether Newton's method came to rest */
    boolean solve(double scale) {
        x = solve(linear, right);
        for (int round = 0; round < 60; round++) {
            double[][] jacobian = jacobian(scale);
            double[] miss = residual(scale);
            double[] step = solve(jacobian, miss);
            double change = 0;
            for (int i = 0; i < x.length; i++) {
                x[i] -= step[i];
                change = Math.max(change, Math.abs(step[i]));
            }
            if (change < 1e-9) {
                return true;
            }
        }
        return false;
    }

    private double[] residual(double scale) {
        double[] miss = new double[2 * unknowns];
        for (int i = 0; i < miss.length; i++) {
            miss[i] = -right[i];
            for (int k = 0; k < miss.length; k++) {
                miss[i] += linear[i][k] * x[k];
            }
        }
        for (PhaseLoad load : network.loads()) {
            double[] d = across(load);
            double square = d[0] * d[0] + d[1] * d[1];
            double factor = scale * Math.pow(square, load.dependence().exponent() / 2.0 - 1) / nominal(load);
            double re = factor * (load.watts() * d[0] + load.vars() * d[1]);
            double im = factor * (load.watts() * d[1] - load.vars() * d[0]);
            put(miss, at(load), re, im);
            put(miss, back(load), -re, -im);
        }
        return miss;
    }

    private static double nominal(PhaseLoad load) {
        return load.dependence().exponent() == 0
                ? 1
                : Math.pow(load.nominalVolts(), load.dependence().exponent());
    }

    private static void put(double[] into, int number, double re, double im) {
        if (number >= 0) {
            into[2 * number] += re;
            into[2 * number + 1] += im;
        }
    }

    /** The derivative of the currents that do not balance by the voltages. */
    double[][] jacobian(double scale) {
        double[][] made = new double[2 * unknowns][];
        for (int i = 0; i < made.length; i++) {
            made[i] = linear[i].clone();
        }
        for (PhaseLoad load : network.loads()) {
            double[] d = across(load);
            double square = d[0] * d[0] + d[1] * d[1];
            int k = load.dependence().exponent();
            double factor = scale * Math.pow(square, k / 2.0 - 1) / nominal(load);
            for (int part = 0; part < 2; part++) {
                double dRe = part == 0 ? 1 : 0;
                double dIm = 1 - dRe;
                double along = (k - 2) * (d[0] * dRe + d[1] * dIm) / square;
                double uRe = factor * (dRe + along * d[0]);
                double uIm = factor * (dIm + along * d[1]);
                double iRe = load.watts() * uRe + load.vars() * uIm;
                double iIm = load.watts() * uIm - load.vars() * uRe;
                for (int end = 0; end < 2; end++) {
                    int row = end == 0 ? at(load) : back(load);
                    double sign = end == 0 ? 1 : -1;
                    for (int other = 0; other < 2; other++) {
                        int column = other == 0 ? at(load) : back(load);
                        double both = other == 0 ? sign : -sign;
                        if (row >= 0 && column >= 0) {
                            made[2 * row][2 * column + part] += both * iRe;
                            made[2 * row + 1][2 * column + part] += both * iIm;
                        }
                    }
                }
            }
        }
        return made;
    }

    private int at(PhaseLoad load) {
        return numberOf[5 * load.node() + load.at().ordinal()];
    }

    private int back(PhaseLoad load) {
        return numberOf[5 * load.node() + load.back().ordinal()];
    }

    private double[] across(PhaseLoad load) {
        int at = at(load);
        int back = back(load);
        return new double[] {x[2 * at] - (back < 0 ? 0 : x[2 * back]), x[2 * at + 1] - (back < 0 ? 0 : x[2 * back + 1])
        };
    }

    double re(int node, Conductor c) {
        return x[2 * numberOf[5 * node + c.ordinal()]];
    }

    double im(int node, Conductor c) {
        return x[2 * numberOf[5 * node + c.ordinal()] + 1];
    }

    void put(int node, Conductor c, double re, double im) {
        x[2 * numberOf[5 * node + c.ordinal()]] = re;
        x[2 * numberOf[5 * node + c.ordinal()] + 1] = im;
    }

    /** Sign of the determinant at the present voltages. */
    static double sign(double[][] matrix) {
        List<double[]> rows = new ArrayList<>();
        for (double[] row : matrix) {
            rows.add(row.clone());
        }
        double[][] a = rows.toArray(double[][]::new);
        double sign = 1;
        for (int c = 0; c < a.length; c++) {
            int pivot = pivot(a, c);
            if (pivot != c) {
                double[] held = a[c];
                a[c] = a[pivot];
                a[pivot] = held;
                sign = -sign;
            }
            sign *= Math.signum(a[c][c]);
            for (int i = c + 1; i < a.length; i++) {
                double by = a[i][c] / a[c][c];
                for (int k = c; k < a.length && by != 0; k++) {
                    a[i][k] -= by * a[c][k];
                }
            }
        }
        return sign;
    }

    private static int pivot(double[][] a, int c) {
        int pivot = c;
        for (int i = c + 1; i < a.length; i++) {
            if (Math.abs(a[i][c]) > Math.abs(a[pivot][c])) {
                pivot = i;
            }
        }
        return pivot;
    }

    private static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = Arrays.copyOf(matrix[i], n + 1);
            a[i][n] = right[i];
        }
        for (int c = 0; c < n; c++) {
            int pivot = pivot(a, c);
            double[] held = a[c];
            a[c] = a[pivot];
            a[pivot] = held;
            for (int i = c + 1; i < n; i++) {
                double by = a[i][c] / a[c][c];
                for (int k = c; k <= n && by != 0; k++) {
                    a[i][k] -= by * a[c][k];
                }
            }
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            x[i] = a[i][n];
            for (int k = i + 1; k < n; k++) {
                x[i] -= a[i][k] * x[k];
            }
            x[i] /= a[i][i];
        }
        return x;
    }
}
