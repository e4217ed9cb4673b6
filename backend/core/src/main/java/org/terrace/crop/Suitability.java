package org.terrace.crop;

import java.util.List;
import java.util.stream.Stream;

/**
 * How well land suits a crop: the classes of FAO (1976) and, below them, land that suits only with what the law asks for first.
 * From best to worst; {@link #UNKNOWN} is no rank but the absence of one.
 *
 * <p>The order of the constants is the order of the codes in the class scheme {@code suitability}.
 */
public enum Suitability {
    S1("S1"),
    S2("S2"),
    S3("S3"),
    CONDITIONAL("conditional"),
    N("N"),
    UNKNOWN("unknown");

    /** Name of the class scheme in {@code data/class-schemes.yaml}. */
    public static final String SCHEME = "suitability";

    public static final List<String> CODES =
            Stream.of(values()).map(Suitability::code).toList();

    private final String code;

    Suitability(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException naming the codes that exist */
    public static Suitability ofCode(String code) {
        return Stream.of(values())
                .filter(s -> s.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no class '" + code + "', there are " + CODES));
    }

    /** Rank of a class by its position in {@link #CODES}: what is not known may be anything, but is no known refusal. */
    static int rank(int ordinal) {
        return ordinal == UNKNOWN.ordinal() ? N.ordinal() : ordinal == N.ordinal() ? UNKNOWN.ordinal() : ordinal;
    }

    boolean isWorseThan(Suitability other) {
        return ordinal() > other.ordinal();
    }
}
