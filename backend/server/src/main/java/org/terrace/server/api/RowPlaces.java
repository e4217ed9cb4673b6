package org.terrace.server.api;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.ResultTable;
import org.terrace.region.Column;

/**
 * Where the rows of a result table lie. A table whose rows are no features of a layer (faults, gaps, islands) says it itself, in two
 * number columns: {@value #EAST} and {@value #NORTH}, metres in the county's coordinate system.
 */
record RowPlaces(Column.Numbers east, Column.Numbers north) {
    static final String EAST = "east_m";
    static final String NORTH = "north_m";

    /** Empty for a table that does not say where its rows are. */
    static Optional<RowPlaces> of(ResultTable table) {
        return number(table, EAST).flatMap(x -> number(table, NORTH).map(y -> new RowPlaces(x, y)));
    }

    private static Optional<Column.Numbers> number(ResultTable table, String id) {
        return table.spec().columns().stream()
                .filter(c -> c.id().equals(id) && c.type() == ColumnSpec.Type.NUMBER)
                .findFirst()
                .map(c -> table.numbers(c.id()));
    }

    /** Empty where the row's place is not known. */
    Optional<Coordinate> at(int row) {
        return east.isAbsent(row) || north.isAbsent(row)
                ? Optional.empty()
                : Optional.of(new Coordinate(east.get(row), north.get(row)));
    }
}
