package org.terrace.formats.write;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One row to write.
 *
 * @param values one per column: text, number, boolean, date, or an Optional of these. Empty cells are {@code Optional.empty()},
 *     {@code ""} and NaN
 * @param geometry in the table's system; empty when the row has no place
 */
public record OutputRow(List<Object> values, Optional<Geometry> geometry) {

    /** A row without a place. */
    public static OutputRow of(Object... values) {
        return new OutputRow(Collections.unmodifiableList(Arrays.asList(values)), Optional.empty());
    }

    public static OutputRow at(Geometry geometry, Object... values) {
        return new OutputRow(Collections.unmodifiableList(Arrays.asList(values)), Optional.of(geometry));
    }
}
