package org.terrace.sample;

import java.util.List;

/**
 * Seeded random numbers that are the same on every machine and Java version (SplitMix64; Steele, Lea, Flood 2014). Streams are
 * split by name, so that a new question in one place changes no answer elsewhere.
 */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** An independent stream; the same name gives the same stream however much was drawn from this one's siblings. */
    Dice split(String name, long number) {
        long hash = mix(state + GOLDEN * (number + 1));
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash * 31 + name.charAt(i));
        }
        return new Dice(hash);
    }

    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /** In [0, 1). */
    double unit() {
        state += GOLDEN;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * unit();
    }

    /** In 0 .. bound - 1. */
    int below(int bound) {
        return (int) (unit() * bound);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Position of the weight that the dice fall on. */
    int weighted(double... weights) {
        double sum = 0;
        for (double w : weights) {
            sum += w;
        }
        double at = unit() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Mean 0, standard deviation 1, within +-3.5: twelve uniforms less six, exact on every machine. */
    double bell() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += unit();
        }
        return Math.max(-3.5, Math.min(3.5, sum));
    }
}
