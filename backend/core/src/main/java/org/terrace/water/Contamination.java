package org.terrace.water;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whether refuse lies above a source. The order is that of the class scheme {@code contamination}. */
enum Contamination {
    CLEAR,
    /** The error of the flow line or of a height decides. */
    MAY_BE,
    DOWNSTREAM,
    UNKNOWN;

    static final String SCHEME = "contamination";
    static final List<String> CODES =
            Stream.of(values()).map(Contamination::code).toList();

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of several findings the worst; one that is unknown hides what might be, except below one that is sure. */
    Contamination and(Contamination other) {
        if (this == DOWNSTREAM || other == DOWNSTREAM) {
            return DOWNSTREAM;
        }
        return compareTo(other) >= 0 ? this : other;
    }
}
