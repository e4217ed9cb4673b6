package org.terrace.power.grid;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;

/**
 * A piece of wire between two nodes of an area, from the node nearer to the transformer to the one farther away.
 *
 * @param code unique in the county: of a piece of a drawn line its code and the plan metres along it at which the piece begins; it stays
 *     when something changes elsewhere on the line
 * @param line code of the drawn line; of a joint the line that ends there, of a lead the line that it leads to; else empty
 * @param from node. @param to node
 * @param lengthM of the wire, along the slope and with its sag
 * @param onGround whether the heights of the ground are known; where not, the length is that in plan
 * @param conductor as on record, empty where none is. @param neutral the same, of the neutral conductor
 * @param phasesOnRecord 1 to 3, 0 where none are on record
 * @param phases those that can be there: as on record, but no more than the line that feeds it has; 0 where nobody knows
 * @param phase a, b or c of a single-phase section, of the line that feeds it where that has one; empty where nobody knows
 * @param feeder number of the feeder it belongs to, from 1; 0 for what several feeders share
 * @param fromM plan metres along the drawn line at its upper end; NaN where it is no piece of a line. @param toM at its lower end
 * @param course its points where it is neither a piece of a line nor straight; else empty
 */
public record Section(
        String code,
        Kind kind,
        String line,
        int from,
        int to,
        double lengthM,
        boolean onGround,
        String conductor,
        String neutral,
        int phasesOnRecord,
        int phases,
        String phase,
        int feeder,
        double fromM,
        double toM,
        List<Coordinate> course) {

    /** What a section is. */
    public enum Kind {
        /** A piece of a drawn low-voltage line. */
        LINE,
        /** A piece of a drawn service drop. */
        SERVICE_DROP,
        /** A service drop that nobody drew, to a house that stands off its line. */
        ASSUMED_DROP,
        /** A gap in the drawing that was closed. */
        JOINT,
        /** From the transformer to where its line begins. */
        LEAD,
        /** A line that nobody drew, of a transformer without lines. */
        ESTIMATED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Class scheme of the kinds. */
    public static final String SCHEME = "power_section";

    /** Codes of the scheme, in its order. */
    public static final List<String> CODES =
            Arrays.stream(Kind.values()).map(Kind::code).toList();

    public Section {
        course = List.copyOf(course);
        if (!(lengthM >= 0)) {
            throw new IllegalArgumentException("section " + code + " is " + lengthM + " m long");
        }
    }

    /** Whether a conductor is on record. */
    public boolean hasConductor() {
        return !conductor.isEmpty();
    }
}
