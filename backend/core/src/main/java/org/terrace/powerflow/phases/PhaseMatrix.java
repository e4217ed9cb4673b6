package org.terrace.powerflow.phases;

/**
 * A complex square matrix over the conductors of a line, transformer or shunt: ohms, ohms per kilometre, or siemens. Does not change.
 */
public final class PhaseMatrix {
    private static final double HALF_ROOT_3 = Math.sqrt(3) / 2;

    private final int order;
    private final double[] re;
    private final double[] im;

    private PhaseMatrix(int order, double[] re, double[] im) {
        this.order = order;
        this.re = re;
        this.im = im;
    }

    /** @throws IllegalArgumentException when the two are not square of the same order, or hold what is no number */
    public static PhaseMatrix of(double[][] re, double[][] im) {
        int n = re.length;
        PhaseMatrix made = zero(n);
        for (int i = 0; i < n; i++) {
            if (im.length != n || re[i].length != n || im[i].length != n) {
                throw new IllegalArgumentException("real and imaginary part are not square of the same order");
            }
            for (int j = 0; j < n; j++) {
                made.set(i, j, re[i][j], im[i][j]);
            }
        }
        return made;
    }

    public static PhaseMatrix zero(int order) {
        return new PhaseMatrix(order, new double[order * order], new double[order * order]);
    }

    /** The same on the diagonal and the same beside it: conductors that are alike and transposed. */
    public static PhaseMatrix alike(int order, double selfRe, double selfIm, double mutualRe, double mutualIm) {
        PhaseMatrix made = zero(order);
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                made.set(i, j, i == j ? selfRe : mutualRe, i == j ? selfIm : mutualIm);
            }
        }
        return made;
    }

    /**
     * Three phases, by positive (and negative) and zero sequence: self (2 Z1 + Z0) / 3, mutual (Z0 - Z1) / 3. Earth is an ideal return.
     */
    public static PhaseMatrix ofSequences(double r1, double x1, double r0, double x0) {
        return alike(3, (2 * r1 + r0) / 3, (2 * x1 + x0) / 3, (r0 - r1) / 3, (x0 - x1) / 3);
    }

    /** Three phases whose negative sequence differs from the positive, as in machines and stiffly held sources: circulant. */
    public static PhaseMatrix ofSequences(double r1, double x1, double r2, double x2, double r0, double x0) {
        PhaseMatrix made = zero(3);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                // (Z0 + a^k Z1 + a^-k Z2) / 3 with a = 1 at 120 degrees and k = j - i
                int k = Math.floorMod(j - i, 3);
                double c = k == 0 ? 1 : -0.5;
                double s = k == 0 ? 0 : k == 1 ? HALF_ROOT_3 : -HALF_ROOT_3;
                made.set(i, j, (r0 + c * (r1 + r2) - s * (x1 - x2)) / 3, (x0 + c * (x1 + x2) + s * (r1 - r2)) / 3);
            }
        }
        return made;
    }

    private void set(int i, int j, double real, double imaginary) {
        if (!Double.isFinite(real) || !Double.isFinite(imaginary)) {
            throw new IllegalArgumentException("row " + i + " column " + j + ": " + real + " + j " + imaginary);
        }
        re[i * order + j] = real;
        im[i * order + j] = imaginary;
    }

    public int order() {
        return order;
    }

    public double re(int i, int j) {
        return re[i * order + j];
    }

    public double im(int i, int j) {
        return im[i * order + j];
    }

    public PhaseMatrix times(double factor) {
        PhaseMatrix made = zero(order);
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                made.set(i, j, factor * re(i, j), factor * im(i, j));
            }
        }
        return made;
    }

    /** The real and the imaginary part each by its own factor, as when reactance is taken to another frequency. */
    public PhaseMatrix times(double realFactor, double imaginaryFactor) {
        PhaseMatrix made = zero(order);
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                made.set(i, j, realFactor * re(i, j), imaginaryFactor * im(i, j));
            }
        }
        return made;
    }

    /** The same real and imaginary number added to every entry: what all currents pass together, such as an earth electrode. */
    public PhaseMatrix plusEverywhere(double real, double imaginary) {
        PhaseMatrix made = zero(order);
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                made.set(i, j, re(i, j) + real, im(i, j) + imaginary);
            }
        }
        return made;
    }

    /** A row and a column of zeros after the last. */
    public PhaseMatrix withOneMore() {
        PhaseMatrix made = zero(order + 1);
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                made.set(i, j, re(i, j), im(i, j));
            }
        }
        return made;
    }

    /** Rows and columns of these conductors, in this order. */
    public PhaseMatrix only(int... rows) {
        PhaseMatrix made = zero(rows.length);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                made.set(i, j, re(rows[i], rows[j]), im(rows[i], rows[j]));
            }
        }
        return made;
    }
}
