package org.terrace.powerflow.phases;

/**
 * A small dense complex matrix, made while a feeder is prepared; rows one after another, each number as real and imaginary part.
 */
final class ComplexBlock {
    final int rows;
    final int columns;
    final double[] a;

    ComplexBlock(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.a = new double[2 * rows * columns];
    }

    static ComplexBlock identity(int order) {
        ComplexBlock one = new ComplexBlock(order, order);
        for (int i = 0; i < order; i++) {
            one.a[2 * (i * order + i)] = 1;
        }
        return one;
    }

    static ComplexBlock of(PhaseMatrix matrix, int[] rows) {
        ComplexBlock made = new ComplexBlock(rows.length, rows.length);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                made.add(i, j, matrix.re(rows[i], rows[j]), matrix.im(rows[i], rows[j]));
            }
        }
        return made;
    }

    void add(int i, int j, double re, double im) {
        a[2 * (i * columns + j)] += re;
        a[2 * (i * columns + j) + 1] += im;
    }

    ComplexBlock times(ComplexBlock other) {
        ComplexBlock product = new ComplexBlock(rows, other.columns);
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                double re = a[2 * (i * columns + k)];
                double im = a[2 * (i * columns + k) + 1];
                for (int j = 0; j < other.columns; j++) {
                    double otherRe = other.a[2 * (k * other.columns + j)];
                    double otherIm = other.a[2 * (k * other.columns + j) + 1];
                    product.add(i, j, re * otherRe - im * otherIm, re * otherIm + im * otherRe);
                }
            }
        }
        return product;
    }

    ComplexBlock transposed() {
        ComplexBlock turned = new ComplexBlock(columns, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned.add(j, i, a[2 * (i * columns + j)], a[2 * (i * columns + j) + 1]);
            }
        }
        return turned;
    }

    ComplexBlock plus(ComplexBlock other, double factor) {
        ComplexBlock sum = new ComplexBlock(rows, columns);
        for (int i = 0; i < a.length; i++) {
            sum.a[i] = a[i] + factor * other.a[i];
        }
        return sum;
    }

    boolean isZero() {
        for (double part : a) {
            if (part != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The inverse by elimination with the largest pivot of each column.
     *
     * @param least pivots below this share of the largest entry count as none
     * @return of no rows when there is no inverse
     */
    ComplexBlock inverse(double least) {
        ComplexBlock left = plus(this, 0);
        ComplexBlock right = identity(rows);
        double largest = 0;
        for (int i = 0; i < rows * rows; i++) {
            largest = Math.max(largest, Math.hypot(a[2 * i], a[2 * i + 1]));
        }
        for (int c = 0; c < rows; c++) {
            int pivot = c;
            for (int i = c + 1; i < rows; i++) {
                if (left.size(i, c) > left.size(pivot, c)) {
                    pivot = i;
                }
            }
            if (!(left.size(pivot, c) > least * largest)) {
                return new ComplexBlock(0, 0);
            }
            left.swap(pivot, c);
            right.swap(pivot, c);
            double re = left.a[2 * (c * rows + c)];
            double im = left.a[2 * (c * rows + c) + 1];
            double square = re * re + im * im;
            left.scale(c, re / square, -im / square);
            right.scale(c, re / square, -im / square);
            for (int i = 0; i < rows; i++) {
                if (i != c) {
                    double byRe = left.a[2 * (i * rows + c)];
                    double byIm = left.a[2 * (i * rows + c) + 1];
                    left.subtract(i, c, byRe, byIm);
                    right.subtract(i, c, byRe, byIm);
                }
            }
        }
        return right;
    }

    private double size(int i, int j) {
        return Math.hypot(a[2 * (i * columns + j)], a[2 * (i * columns + j) + 1]);
    }

    private void swap(int i, int k) {
        for (int j = 0; j < 2 * columns; j++) {
            double held = a[2 * i * columns + j];
            a[2 * i * columns + j] = a[2 * k * columns + j];
            a[2 * k * columns + j] = held;
        }
    }

    private void scale(int i, double re, double im) {
        for (int j = 0; j < columns; j++) {
            int at = 2 * (i * columns + j);
            double old = a[at];
            a[at] = old * re - a[at + 1] * im;
            a[at + 1] = old * im + a[at + 1] * re;
        }
    }

    /** Takes a multiple of row k from row i. */
    private void subtract(int i, int k, double re, double im) {
        for (int j = 0; j < columns; j++) {
            int at = 2 * (i * columns + j);
            int by = 2 * (k * columns + j);
            double byRe = a[by];
            double byIm = a[by + 1];
            a[at] -= re * byRe - im * byIm;
            a[at + 1] -= re * byIm + im * byRe;
        }
    }
}
