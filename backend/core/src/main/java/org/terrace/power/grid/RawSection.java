package org.terrace.power.grid;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.region.FeatureTable;

/**
 * A piece of wire of an area before anybody knows which of its ends is fed.
 *
 * @param name what its code begins with. @param line code of its line, or empty
 * @param phases as on record, 0 for none
 * @param fromM plan metres along the line at {@code a}, NaN where it is no piece of one. @param toM at {@code b}
 */
record RawSection(
        Section.Kind kind,
        String name,
        String line,
        int a,
        int b,
        SlopeLengths.Length length,
        String conductor,
        String neutral,
        int phases,
        String phase,
        double fromM,
        double toM,
        List<Coordinate> course) {

    /** With what the line's record says. */
    static RawSection of(
            Section.Kind kind,
            String name,
            FeatureTable table,
            int row,
            int a,
            int b,
            SlopeLengths.Length length,
            double fromM,
            double toM) {
        double phases = table.numbers("phases").get(row);
        return new RawSection(
                kind,
                name,
                table.code(row),
                a,
                b,
                length,
                table.text("conductor").get(row),
                table.text("neutral_conductor").get(row),
                Double.isNaN(phases) ? 0 : (int) Math.max(1, Math.min(3, Math.round(phases))),
                table.codesOf("phase").code(row),
                fromM,
                toM,
                List.of());
    }

    /** The same piece with what its line's record says now. */
    RawSection of(FeatureTable table) {
        return of(kind, name, table, table.rowOf(line), a, b, length, fromM, toM);
    }

    /** That nobody drew. */
    static RawSection assumed(
            Section.Kind kind, String name, int a, int b, SlopeLengths.Length length, List<Coordinate> course) {
        return new RawSection(kind, name, "", a, b, length, "", "", 0, "", Double.NaN, Double.NaN, course);
    }
}
