package org.terrace.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table of results, one row per feature of a kind.
 *
 * @param id unique within the analysis: {@code household}, {@code plot}, {@code village}
 * @param featureKind what the row codes name: a layer's id, or a kind of the analysis' own ({@code feeder}, {@code node})
 */
public record TableSpec(String id, String featureKind, List<ColumnSpec> columns) {

    public TableSpec {
        columns = List.copyOf(columns);
        Set<String> seen = new HashSet<>();
        for (ColumnSpec column : columns) {
            if (!seen.add(column.id())) {
                throw new IllegalArgumentException("table " + id + " has the column " + column.id() + " twice");
            }
        }
    }

    /** @throws IllegalArgumentException naming the columns that exist */
    public int indexOf(String columnId) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(columnId)) {
                return i;
            }
        }
        throw new IllegalArgumentException("table " + id + " has no column '" + columnId + "'. Maybe one of "
                + columns.stream().map(ColumnSpec::id).toList());
    }
}
