package org.terrace.analysis;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What an analysis says of one need of one household. Unknown is never counted as served or as unserved; borderline is what the
 * error of the position, of the elevation model, or of an assumed input can flip.
 *
 * <p>The order of the constants is the order of the codes in the class scheme {@code verdict}.
 */
public enum Verdict {
    SERVED,
    BORDERLINE,
    UNSERVED,
    UNKNOWN;

    /** Name of the class scheme in {@code data/class-schemes.yaml}. */
    public static final String SCHEME = "verdict";

    /** The codes in order, as a column's vocabulary. */
    public static final List<String> CODES =
            Stream.of(values()).map(Verdict::code).toList();

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
