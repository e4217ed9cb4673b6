package org.terrace.formats.crs;

import java.util.List;
import java.util.Optional;

/**
 * The coordinate system of a file, and how it became known.
 *
 * @param crs the system to use; empty when it must be asked and no default can be offered
 * @param how READ from the file, DETECTED from its numbers, GIVEN by the user, or ASKED: the user must choose or confirm
 * @param swapped true when x and y must be exchanged (latitude stands where longitude belongs)
 * @param candidates to offer, likeliest first; empty unless ASKED
 * @param reason word key below {@code issue.crs}: {@code prj, srs, member, default_wgs84, degrees, degrees_swapped, zone_prefix,
 *     six_digits, outside, unknown_wkt, given, zone_column}
 * @param wkt the text that was not understood; "" otherwise
 */
public record CrsFound(Optional<Crs> crs, How how, boolean swapped, List<Crs> candidates, String reason, String wkt) {

    /** The reason of a table that names the zone of each row: its rows are degrees already, whatever the user says. */
    public static final String ZONE_COLUMN = "zone_column";

    /** How a coordinate system became known. */
    public enum How {
        READ,
        DETECTED,
        GIVEN,
        ASKED
    }

    public CrsFound {
        candidates = List.copyOf(candidates);
    }

    public static CrsFound read(Crs crs, String reason) {
        return new CrsFound(Optional.of(crs), How.READ, false, List.of(), reason, "");
    }

    public static CrsFound detected(Crs crs, String reason, boolean swapped) {
        return new CrsFound(Optional.of(crs), How.DETECTED, swapped, List.of(), reason, "");
    }

    public static CrsFound given(Crs crs) {
        return new CrsFound(Optional.of(crs), How.GIVEN, false, List.of(), "given", "");
    }

    public static CrsFound asked(List<Crs> candidates, String reason, boolean swapped) {
        return new CrsFound(candidates.stream().findFirst(), How.ASKED, swapped, candidates, reason, "");
    }

    public static CrsFound notUnderstood(String wkt) {
        return new CrsFound(Optional.empty(), How.ASKED, false, List.of(), "unknown_wkt", wkt);
    }
}
