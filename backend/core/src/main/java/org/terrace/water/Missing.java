package org.terrace.water;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which of the four indicators the record does not tell; in the order of the codes of the scheme {@code water_missing}. */
enum Missing {
    NOTHING,
    QUANTITY,
    QUALITY,
    CONVENIENCE,
    GUARANTEE,
    SEVERAL;

    static final String SCHEME = "water_missing";
    static final List<String> CODES = Stream.of(values()).map(Missing::code).toList();

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Missing of(Indicator quantity, Indicator quality, Indicator convenience, Indicator guarantee) {
        List<Indicator> all = List.of(quantity, quality, convenience, guarantee);
        int[] unknown = IntStream.range(0, all.size())
                .filter(k -> all.get(k) == Indicator.UNKNOWN)
                .toArray();
        return unknown.length == 0 ? NOTHING : unknown.length > 1 ? SEVERAL : values()[QUANTITY.ordinal() + unknown[0]];
    }
}
