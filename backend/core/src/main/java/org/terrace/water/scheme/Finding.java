package org.terrace.water.scheme;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;

/**
 * One thing that is wrong with a supply, or may be, with its place and its numbers.
 *
 * @param feature code of the pipe, works or household that it is about
 * @param sure whether it is so whatever the height error
 * @param value and limit in the unit of the kind. @param error of the value
 */
record Finding(
        Kind kind,
        String supply,
        String feature,
        boolean sure,
        double value,
        double limit,
        double error,
        double people,
        Coordinate at) {

    /** What is wrong; in the order of the codes of the scheme {@code pipe_finding}. */
    enum Kind {
        /** Residual head in metres against the head needed. */
        TAP_TOO_LOW,
        /** Static head in metres against the most allowed. */
        TAP_TOO_HIGH,
        /** Static head in metres against what the pipe's class bears. */
        CLASS_EXCEEDED,
        /** The ground stands above the head line: metres of head (negative) against none. */
        NO_PRESSURE,
        /** A ridge that water does not get over even at rest: metres above the level, against how far water climbs. */
        NO_PASSAGE,
        /** Metres that a summit stands above the ground on both of its sides. */
        AIR_LOCK,
        /** m/s. */
        TOO_FAST,
        /** m/s at the peak: silt settles. */
        TOO_SLOW,
        /** A pipe from a source to a tank that stands higher: metres. */
        TANK_TOO_HIGH,
        /** Pipes that no spring, tank or intake on the map feeds. */
        NO_LEVEL,
        /** A pipe names works that its end does not touch: metres between. */
        WORKS_FAR_FROM_END,
        /** The flows could not be balanced. */
        NOT_BALANCED,
        /** A pipe without a usable line. */
        BAD_LINE
    }

    static final String SCHEME = "pipe_finding";
    static final List<String> CODES =
            Stream.of(Kind.values()).map(k -> k.name().toLowerCase(Locale.ROOT)).toList();

    String kindCode() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
