package org.terrace.water;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How what a supply yields in the dry season stands to what it is asked for; in the order of the codes of the scheme. */
enum SourceLoad {
    /** Water is left for others. */
    SPARE,
    /** Just enough for those on record. */
    FULL,
    /** Enough for those on record to basically meet the quantity, not to meet it. */
    STRAINED,
    /** More people on record than it can supply. */
    OVER_PROMISED,
    /** Enough for those on record; what it leaves them, the further households that its owner reports may need. */
    COUNT_FIRST,
    /** Not measured in the dry season: it supplies nobody in a proven assignment. */
    MEASURE_FIRST,
    QUALITY_FAILS,
    BROKEN,
    /** Tanks and taps without a spring, well or intake on record. */
    NO_SOURCE;

    static final String SCHEME = "source_load";
    static final List<String> CODES = Stream.of(values()).map(SourceLoad::code).toList();

    /** Whether water that was measured is left for others at the basic level. */
    boolean mayServeOthers() {
        return this == SPARE || this == STRAINED;
    }

    /** Whether its dry-season yield was measured, and its water may be drunk. */
    boolean isMeasured() {
        return this == SPARE || this == FULL || this == STRAINED || this == OVER_PROMISED || this == COUNT_FIRST;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
