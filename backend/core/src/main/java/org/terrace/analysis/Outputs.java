package org.terrace.analysis;

import java.util.List;

/** Everything an analysis declares to return. */
public record Outputs(List<TableSpec> tables, List<FieldSpec> fields, List<LinkSpec> links) {
    public Outputs {
        tables = List.copyOf(tables);
        fields = List.copyOf(fields);
        links = List.copyOf(links);
    }

    public static Outputs ofTables(TableSpec... tables) {
        return new Outputs(List.of(tables), List.of(), List.of());
    }

    public TableSpec table(String id) {
        return tables.stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no output table '" + id + "'"));
    }
}
