package org.terrace.optimise;

/** Greatest common measures: of litres, and of people counted in whole, half or smaller binary parts. */
final class Divisor {
    private Divisor() {}

    static long gcd(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }

    /** 1, 1/2, 1/4 ... 1/64: the largest of which all are multiples; 0 where none is. */
    static double grain(double[] value) {
        double grain = 1;
        for (double v : value) {
            while (v / grain != Math.rint(v / grain)) {
                grain /= 2;
                if (grain < 1.0 / 64) {
                    return 0;
                }
            }
        }
        return grain;
    }

    /** A bound rounded down to the grain, with room for what was rounded in adding it up. */
    static double floor(double bound, double grain) {
        double safe = bound + 1e-9 * Math.max(1, Math.abs(bound));
        return grain == 0 ? safe : Math.floor(safe / grain) * grain;
    }
}
