package org.terrace.region;

import java.util.List;
import java.util.Objects;

/**
 * One typed attribute of a layer: the single description from which the store's columns, the import's checks, the exports and
 * the map's tables are made.
 *
 * @param name snake case, the unit last ({@code diameter_mm}); also the database column and the export's field name
 * @param type what the value is
 * @param unit SI or field unit ({@code m}, {@code mu}, {@code kVA}), empty for text and codes
 * @param codes the closed vocabulary of a {@link Type#CODE} attribute, empty otherwise; a value outside it is reported and
 *     becomes unknown, never the first code
 * @param min smallest plausible number, {@code -Infinity} when any; a smaller one is an import issue
 * @param max largest plausible number, {@code +Infinity} when any
 * @param privacy how far the value may travel
 */
public record Attribute(
        String name, Type type, String unit, List<String> codes, double min, double max, Privacy privacy) {

    /** What a value is. Absence is "" for text, NaN for numbers and -1 (unknown) for codes. */
    public enum Type {
        TEXT,
        NUMBER,
        /** One of a closed vocabulary. */
        CODE,
        /** ISO 8601 calendar date, kept as text (2026-11-23). */
        DATE
    }

    public Attribute {
        Objects.requireNonNull(name);
        codes = List.copyOf(codes);
        if ((type == Type.CODE) == codes.isEmpty()) {
            throw new IllegalArgumentException("attribute " + name + ": a CODE needs codes, other types have none");
        }
        if (min > max) {
            throw new IllegalArgumentException("attribute " + name + ": min " + min + " > max " + max);
        }
    }

    static Attribute text(String name) {
        return new Attribute(
                name, Type.TEXT, "", List.of(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Privacy.PUBLIC);
    }

    static Attribute date(String name) {
        return new Attribute(
                name, Type.DATE, "", List.of(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Privacy.PUBLIC);
    }

    static Attribute number(String name, String unit, double min, double max) {
        return new Attribute(name, Type.NUMBER, unit, List.of(), min, max, Privacy.PUBLIC);
    }

    static Attribute code(String name, String... codes) {
        return new Attribute(
                name,
                Type.CODE,
                "",
                List.of(codes),
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Privacy.PUBLIC);
    }

    static Attribute yesNo(String name) {
        return code(name, "yes", "no");
    }

    Attribute internal() {
        return new Attribute(name, type, unit, codes, min, max, Privacy.INTERNAL);
    }

    Attribute sensitive() {
        return new Attribute(name, type, unit, codes, min, max, Privacy.SENSITIVE);
    }
}
