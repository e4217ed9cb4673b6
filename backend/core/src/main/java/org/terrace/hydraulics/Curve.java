package org.terrace.hydraulics;

import java.util.Arrays;

/** Straight lines through points of rising x; beyond the first and last point the outermost lines go on. */
public record Curve(double[] x, double[] y) {
    /** @throws IllegalArgumentException for fewer than two points, or x that do not rise */
    public Curve {
        if (x.length != y.length || x.length < 2) {
            throw new IllegalArgumentException("a curve has two points or more, not " + x.length);
        }
        for (int i = 1; i < x.length; i++) {
            if (!(x[i] > x[i - 1])) {
                throw new IllegalArgumentException("the curve's x do not rise at its point " + (i + 1));
            }
        }
        x = x.clone();
        y = y.clone();
    }

    private int piece(double at) {
        int i = 1;
        while (i < x.length - 1 && at > x[i]) {
            i++;
        }
        return i;
    }

    public double slope(double at) {
        int i = piece(at);
        return (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
    }

    public double at(double at) {
        int i = piece(at);
        return y[i - 1] + (at - x[i - 1]) * slope(at);
    }

    /** The x at which a curve of rising y has a value. */
    public double inverse(double value) {
        return new Curve(y, x).at(value);
    }

    /** Whether y rises from point to point. */
    public boolean rises() {
        for (int i = 1; i < y.length; i++) {
            if (!(y[i] > y[i - 1])) {
                return false;
            }
        }
        return true;
    }

    public double largestX() {
        return x[x.length - 1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Curve c && Arrays.equals(x, c.x) && Arrays.equals(y, c.y);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
    }
}
