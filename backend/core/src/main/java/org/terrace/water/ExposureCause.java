package org.terrace.water;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What breaks a pipe that lies on the ground. The order is that of the class scheme {@code exposure_cause}. */
enum ExposureCause {
    /** Floods of a stream on the map. */
    STREAM,
    /** Floods of a gully that only the elevation model shows. */
    GULLY,
    /** Slides. */
    STEEP_SLOPE,
    /** Hooves. */
    STOCK_TRACK;

    static final String SCHEME = "exposure_cause";
    static final List<String> CODES =
            Stream.of(values()).map(ExposureCause::code).toList();

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
