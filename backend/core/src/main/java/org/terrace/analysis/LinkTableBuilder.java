package org.terrace.analysis;

import java.util.Arrays;

/** Collects the links of a {@link LinkTable}, which are added in the order of their start. */
public final class LinkTableBuilder {
    private final LinkSpec spec;
    private String[] from = new String[64];
    private String[] to = new String[64];
    private double[] value = new double[64];
    private int size;

    public LinkTableBuilder(LinkSpec spec) {
        this.spec = spec;
    }

    /** @param linkValue in the spec's unit; NaN where there is none */
    public LinkTableBuilder add(String fromCode, String toCode, double linkValue) {
        if (size == from.length) {
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
            value = Arrays.copyOf(value, size * 2);
        }
        from[size] = fromCode;
        to[size] = toCode;
        value[size++] = linkValue;
        return this;
    }

    public LinkTable build() {
        return new LinkTable(spec, Arrays.copyOf(from, size), Arrays.copyOf(to, size), Arrays.copyOf(value, size));
    }
}
