package org.terrace.water.proposal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is proposed, or how far the search for a source came: of all sources the furthest counts. In the order of the column's codes. */
enum Reason {
    NO_POSITION,
    NO_ELEVATION,
    NO_SOURCE_IN_REACH,
    QUALITY_FAILS,
    NO_SOURCE_ABOVE,
    YIELD_TOO_SMALL,
    /** No way over the ground that stays below the head line, or none outside closed areas. */
    GROUND_IN_BETWEEN,
    SPARE_GIVEN_TO_OTHERS,
    /** No sizes and tanks keep the heads in their limits. */
    HEADS_NOT_KEPT,
    /** A source above would reach them, but what it yields in the dry season was not measured. */
    MEASURE_FIRST,
    GRAVITY_FROM_SOURCE,
    GRAVITY_FROM_SUPPLY,
    SURVEY_FIRST,
    PUMPED,
    HOSE_BURIED,
    SOURCE_SHARED;

    static final List<String> CODES = Stream.of(values()).map(Reason::code).toList();

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Reason further(Reason other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
