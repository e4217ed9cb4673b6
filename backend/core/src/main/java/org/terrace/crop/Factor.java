package org.terrace.crop;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What can hold a class down: qualities of the land, and rules of the law. The order is that of the class scheme {@code
 * limiting_factor}; where two factors hold the class down alike, the law is named first, then the earlier quality.
 */
public enum Factor {
    NONE,
    ALTITUDE,
    TEMPERATURE,
    SLOPE,
    SOIL_PH,
    SOIL_DEPTH,
    LAND_CLASS,
    LAW_BASIC_FARMLAND,
    LAW_STEEP_SLOPE,
    LAW_ARABLE_BALANCE,
    LAW_CONTRACT,
    UNKNOWN;

    public static final String SCHEME = "limiting_factor";

    public static final List<String> CODES =
            Stream.of(values()).map(Factor::code).toList();

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
