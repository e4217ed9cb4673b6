package org.terrace.server.runs;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.ResultTable;
import org.terrace.region.Column;
import org.terrace.region.Geometries;

/**
 * Where the rows of a result table lie. A table whose rows are no features of a layer (faults, gaps, islands) says it itself, in two
 * number columns: {@value #EAST} and {@value #NORTH}, metres in the county's coordinate system. Rows that lead somewhere (missing links)
 * have the same with {@value #TO} in front for their other end.
 */
public final class RowPlaces {
    public static final String EAST = "east_m";
    public static final String NORTH = "north_m";
    public static final String TO = "to_";

    private final Ends from;
    private final Optional<Ends> to;

    private RowPlaces(Ends from, Optional<Ends> to) {
        this.from = from;
        this.to = to;
    }

    private record Ends(Column.Numbers east, Column.Numbers north) {
        static Optional<Ends> of(ResultTable table, String prefix) {
            return number(table, prefix + EAST)
                    .flatMap(x -> number(table, prefix + NORTH).map(y -> new Ends(x, y)));
        }

        private static Optional<Column.Numbers> number(ResultTable table, String id) {
            return table.spec().columns().stream()
                    .filter(c -> c.id().equals(id) && c.type() == ColumnSpec.Type.NUMBER)
                    .findFirst()
                    .map(c -> table.numbers(c.id()));
        }

        Optional<Coordinate> at(int row) {
            return east.isAbsent(row) || north.isAbsent(row)
                    ? Optional.empty()
                    : Optional.of(new Coordinate(east.get(row), north.get(row)));
        }
    }

    /** Empty for a table that does not say where its rows are. */
    public static Optional<RowPlaces> of(ResultTable table) {
        return Ends.of(table, "").map(from -> new RowPlaces(from, Ends.of(table, TO)));
    }

    /** Empty where the row's place is not known. */
    public Optional<Coordinate> at(int row) {
        return from.at(row);
    }

    /** Where the row leads to; empty where it lies at one place. */
    public Optional<Coordinate> to(int row) {
        return to.flatMap(ends -> ends.at(row));
    }

    /** Whether rows lead somewhere. */
    public boolean leadSomewhere() {
        return to.isPresent();
    }

    /** A point, or the straight line to where the row leads; empty where the place is not known. */
    public Optional<Geometry> shape(int row) {
        return at(row).map(a -> to(row).<Geometry>map(b -> Geometries.FACTORY.createLineString(new Coordinate[] {a, b}))
                .orElseGet(() -> Geometries.FACTORY.createPoint(a)));
    }
}
