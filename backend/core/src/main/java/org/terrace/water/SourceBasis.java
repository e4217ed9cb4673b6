package org.terrace.water;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How a household's works are known; in the order of the codes of the scheme {@code source_basis}. */
enum SourceBasis {
    /** The household's record names them. */
    ON_RECORD,
    /** The pipes that lead to the house come from them. */
    BY_PIPES,
    /** Nothing is on record, or what is cannot be used: the best that it could fetch from. Nobody says that it does. */
    NEAREST,
    UNKNOWN;

    static final String SCHEME = "source_basis";
    static final List<String> CODES = Stream.of(values()).map(SourceBasis::code).toList();

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
