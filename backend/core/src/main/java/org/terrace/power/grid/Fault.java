package org.terrace.power.grid;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;

/**
 * Something in the drawing of the low-voltage network that an engineer should look at, with its place.
 *
 * @param feature code of the line, transformer or section that it is about. @param other code of what else takes part, empty for nothing
 * @param gapM width of a gap, length of a detour; NaN where there is none. @param lengthM of the wires concerned, NaN for none
 * @param households that stand near, NaN where nobody counted. @param at null island (NaN) where there is no place
 */
public record Fault(
        Kind kind, String feature, String other, double gapM, double lengthM, double households, Coordinate at) {

    /** Class scheme of the kinds. */
    public static final String SCHEME = "power_fault";

    /** In the order of the scheme. */
    public enum Kind {
        /** An end stops short of another line, and one of the two is fed by nobody. */
        NEAR_MISS,
        /** A line without a transformer. */
        FED_BY_NOBODY,
        /** A line of a transformer on record that does not reach it. */
        ISLAND,
        /** A transformer that no line begins at. */
        TRANSFORMER_WITHOUT_LINES,
        /** A transformer without a position. */
        TRANSFORMER_NOWHERE,
        /** Lines of two transformers that are joined: parted where both are equally far. */
        JOINED_AREAS,
        /** The same, parted by the transformers that the lines name. */
        JOINED_AREAS_ON_RECORD,
        /** A section by which current could go round. */
        LOOP,
        /** More phases than the line that feeds it has. */
        PHASES_GROW,
        /** A single-phase line on another phase than the single-phase line that feeds it. */
        PHASE_DIFFERS,
        /** A line that names a transformer that does not exist. */
        UNKNOWN_TRANSFORMER,
        /** A line that names another transformer than the one it hangs on. */
        OTHER_TRANSFORMER,
        /** Drawn twice; the later one is left out. */
        DUPLICATE,
        /** No usable line. */
        BAD_LINE,
        /** A gap that was closed. */
        JOINED,
        /** A transformer beside its line, joined to it. */
        TRANSFORMER_JOINED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Codes of the scheme, in its order. */
    public static final List<String> CODES =
            Arrays.stream(Kind.values()).map(Kind::code).toList();

    static final Coordinate NOWHERE = new Coordinate(Double.NaN, Double.NaN);

    static Fault at(Kind kind, String feature, String other, Coordinate at) {
        return new Fault(kind, feature, other, Double.NaN, Double.NaN, Double.NaN, at);
    }

    static Fault gap(Kind kind, String feature, String other, double gapM, Coordinate at) {
        return new Fault(kind, feature, other, gapM, Double.NaN, Double.NaN, at);
    }

    static Fault length(Kind kind, String feature, String other, double lengthM, Coordinate at) {
        return new Fault(kind, feature, other, Double.NaN, lengthM, Double.NaN, at);
    }
}
