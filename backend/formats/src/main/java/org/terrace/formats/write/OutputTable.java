package org.terrace.formats.write;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.terrace.formats.crs.Crs;
import org.terrace.region.GeometryKind;

/**
 * What a written table looks like, without its rows.
 *
 * @param name short name: table of a GeoPackage, sheet of a workbook
 * @param title for people; "" when the name says it all
 * @param geometry empty for a table without places
 * @param crs system of the rows' geometries; its well-known text is only asked for by writers that need it
 */
public record OutputTable(
        String name, String title, Optional<GeometryKind> geometry, Crs crs, List<OutputColumn> columns) {

    public OutputTable {
        columns = List.copyOf(columns);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a table without a name");
        }
        Set<String> seen = new HashSet<>();
        for (OutputColumn column : columns) {
            if (!seen.add(column.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("table " + name + " has two columns named " + column.name());
            }
        }
    }

    /** A table without places. */
    public static OutputTable plain(String name, String title, List<OutputColumn> columns) {
        return new OutputTable(name, title, Optional.empty(), Crs.WGS84, columns);
    }

    boolean isOf(GeometryKind kind) {
        return geometry.filter(kind::equals).isPresent();
    }

    /** {@code wanted}, with a number behind it when a column has that name already. */
    String freeName(String wanted) {
        String free = wanted;
        for (int i = 1; has(free); i++) {
            free = wanted + "_" + i;
        }
        return free;
    }

    private boolean has(String columnName) {
        return columns.stream().anyMatch(c -> c.name().equalsIgnoreCase(columnName));
    }
}
