package org.terrace.hydraulics;

import java.util.Arrays;

/** Multipliers, one for each step of pattern time, from the start again after the last. */
public record Pattern(double[] multipliers) {
    public static final Pattern ALWAYS = new Pattern(new double[] {1});

    /** @throws IllegalArgumentException without multipliers */
    public Pattern {
        if (multipliers.length == 0) {
            throw new IllegalArgumentException("a pattern has at least one multiplier");
        }
        multipliers = multipliers.clone();
    }

    /** @param step of pattern time, from 0 */
    public double at(long step) {
        return multipliers[(int) (step % multipliers.length)];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pattern p && Arrays.equals(multipliers, p.multipliers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(multipliers);
    }
}
