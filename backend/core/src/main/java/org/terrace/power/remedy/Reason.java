package org.terrace.power.remedy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How far works help an area; in the order of the reasons' codes. */
enum Reason {
    /** Everybody comes inside the limits. */
    FOUND,
    /** So they do, under a load that is assumed. */
    FOUND_METER_FIRST,
    /** Some works help some; none that were tried help all. */
    NOTHING_BRINGS_ALL_INSIDE,
    /** The network is estimated: nobody can rewire what nobody has drawn. */
    DRAW_THE_LINES_FIRST,
    NOT_NEEDED;

    static final List<String> CODES =
            Stream.of(values()).filter(r -> r != NOT_NEEDED).map(Reason::code).toList();

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
