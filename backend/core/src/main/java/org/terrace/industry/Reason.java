package org.terrace.industry;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Why an industry fits a household or not. From decisive to slight: where several hold, the first decides, and what is known to
 * fail comes before what is not known.
 */
enum Reason {
    NO_LOCATED_REQUIREMENTS("not_assessed"),
    NOBODY_LIVES_HERE("not_assessed"),
    LAND_UNSUITED("rejected"),
    NO_LABOUR("rejected"),
    TOO_LITTLE_LAND("rejected"),
    ROAD_TOO_FAR("rejected"),
    VOLTAGE_TOO_LOW("rejected"),
    WATER_UNSERVED("rejected"),
    LAND_NOT_KNOWN("not_assessed"),
    LAW_CONDITION("conditional"),
    PLOTS_NOT_KNOWN("conditional"),
    AREA_NOT_KNOWN("conditional"),
    ROAD_NOT_KNOWN("conditional"),
    VOLTAGE_NOT_KNOWN("conditional"),
    WATER_NOT_KNOWN("conditional"),
    FORAGE_NOT_KNOWN("conditional"),
    LABOUR_NOT_KNOWN("conditional"),
    MARGINAL_LAND("suitable"),
    FITS("suitable");

    static final List<String> CODES = Stream.of(values()).map(Reason::code).toList();

    /** Codes of the scheme {@code match_class}, in its order. */
    static final List<String> MATCHES = List.of("suitable", "conditional", "rejected", "not_assessed");

    static final String MATCH_SCHEME = "match_class";

    private final String match;

    Reason(String match) {
        this.match = match;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it makes of the match. */
    String match() {
        return match;
    }
}
