package org.terrace.water;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is said of a pipe, or of a household by its pipes. The order is that of the class scheme {@code exposure}. */
enum Exposure {
    NOT_EXPOSED,
    /** The error of a position or of the elevation model decides, or not everything could be checked. */
    BORDERLINE,
    EXPOSED,
    UNKNOWN,
    /** Water that does not come through a pipe. */
    NO_PIPE;

    static final String SCHEME = "exposure";
    static final List<String> CODES = Stream.of(values()).map(Exposure::code).toList();

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of water that passes all of some pipes: one exposed pipe is enough, one that is unknown hides what might be. */
    static Exposure ofAll(Collection<Exposure> pipes) {
        for (Exposure worst : List.of(EXPOSED, UNKNOWN, BORDERLINE)) {
            if (pipes.contains(worst)) {
                return worst;
            }
        }
        return NOT_EXPOSED;
    }
}
