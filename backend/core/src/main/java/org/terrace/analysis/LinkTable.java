package org.terrace.analysis;

import java.util.Arrays;

/**
 * Links from features to features, ordered by (from, to). Immutable by contract.
 *
 * @param value distance, minutes ... in the spec's unit; NaN where there is none
 */
public record LinkTable(LinkSpec spec, String[] from, String[] to, double[] value) {
    public LinkTable {
        if (from.length != to.length || from.length != value.length) {
            throw new IllegalArgumentException("links " + spec.id() + ": " + from.length + " from, " + to.length
                    + " to, " + value.length + " values");
        }
    }

    public int size() {
        return from.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkTable l
                && spec.equals(l.spec)
                && Arrays.equals(from, l.from)
                && Arrays.equals(to, l.to)
                && Arrays.equals(value, l.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(from);
    }
}
