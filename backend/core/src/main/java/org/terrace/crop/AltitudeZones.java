package org.terrace.crop;

import java.util.List;
import org.terrace.standard.Standard;

/** The altitude zones of the county; upper limits are inclusive. */
record AltitudeZones(double valleyM, double halfMountainM, double highHalfMountainM) {
    static final String SCHEME = "altitude_zone";

    /** In the order of the class scheme {@code altitude_zone}. */
    static final List<String> CODES =
            List.of("valley", "half_mountain", "high_half_mountain", "high_mountain", "unknown");

    AltitudeZones {
        if (!(valleyM < halfMountainM && halfMountainM < highHalfMountainM)) {
            throw new IllegalArgumentException(
                    "altitude zones must rise: " + valleyM + ", " + halfMountainM + ", " + highHalfMountainM);
        }
    }

    static AltitudeZones of(Standard standard) {
        return new AltitudeZones(
                standard.number("zone.valley.up_to_m"),
                standard.number("zone.half_mountain.up_to_m"),
                standard.number("zone.high_half_mountain.up_to_m"));
    }

    /** Position in {@link #CODES}; the last for NaN. */
    int positionOf(double altitudeM) {
        if (Double.isNaN(altitudeM)) {
            return CODES.size() - 1;
        }
        return altitudeM <= valleyM ? 0 : altitudeM <= halfMountainM ? 1 : altitudeM <= highHalfMountainM ? 2 : 3;
    }

    String codeOf(double altitudeM) {
        return CODES.get(positionOf(altitudeM));
    }
}
