package org.terrace.sample;

/** Smooth value noise in the plane: lattice values from a hash, quintic interpolation. Plain arithmetic, same bits everywhere. */
final class Noise {
    private final long seed;

    Noise(long seed) {
        this.seed = Dice.mix(seed + 77);
    }

    /** In [-1, 1], varying over about {@code wavelength} metres. */
    double at(double x, double y, double wavelength) {
        double u = x / wavelength;
        double v = y / wavelength;
        long i = (long) Math.floor(u);
        long j = (long) Math.floor(v);
        double s = smooth(u - i);
        double t = smooth(v - j);
        double north = value(i, j) * (1 - s) + value(i + 1, j) * s;
        double south = value(i, j + 1) * (1 - s) + value(i + 1, j + 1) * s;
        return north * (1 - t) + south * t;
    }

    /** Sum of octaves, each half as long and half as high; about in [-1, 1]. */
    double fractal(double x, double y, double wavelength, int octaves) {
        double sum = 0;
        double height = 0.5;
        double length = wavelength;
        for (int o = 0; o < octaves; o++) {
            sum += height * at(x + o * 1_237.0, y - o * 911.0, length);
            height /= 2;
            length /= 2;
        }
        return sum;
    }

    private double value(long i, long j) {
        long hash = Dice.mix(seed ^ Dice.mix(i * 0x9E3779B97F4A7C15L + Dice.mix(j + 0x632BE59BD9B4E019L)));
        return (hash >> 11) * 0x1.0p-52;
    }

    private static double smooth(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }
}
