package org.terrace.water;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.terrace.analysis.ColumnSpec;

/** What one of the four indicators of safe water says of a household, from best to worst; in the order of the scheme's codes. */
enum Indicator {
    MEETS,
    BASICALLY_MEETS,
    FAILS,
    UNKNOWN;

    /** Name of the class scheme in {@code data/class-schemes.yaml}. */
    static final String SCHEME = "water_indicator";

    static final List<String> CODES = Stream.of(values()).map(Indicator::code).toList();

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ColumnSpec column(String id) {
        return ColumnSpec.classes(id, SCHEME, CODES);
    }

    /** Met or basically met: good enough to be safe. */
    boolean isSafe() {
        return this == MEETS || this == BASICALLY_MEETS;
    }

    boolean betterThan(Indicator other) {
        return compareTo(other) < 0;
    }

    /** A value that may not exceed the limits; NaN is unknown. */
    static Indicator atMost(double value, double meets, double basic) {
        return Double.isNaN(value) ? UNKNOWN : value <= meets ? MEETS : value <= basic ? BASICALLY_MEETS : FAILS;
    }

    /** A value that may not fall below the limits; NaN is unknown. */
    static Indicator atLeast(double value, double meets, double basic) {
        return atMost(-value, -meets, -basic);
    }
}
