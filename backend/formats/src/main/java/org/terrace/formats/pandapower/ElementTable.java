package org.terrace.formats.pandapower;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.issue.Place;
import org.terrace.formats.issue.Severity;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.source.RawSink;
import org.terrace.formats.source.ReadOptions;
import org.terrace.formats.source.SourceLayer;
import org.terrace.formats.table.CsvReader;

/** The rows of one kind of element. A kind without a file has none. */
final class ElementTable {
    /** How programs write that a cell is empty. */
    private static final Set<String> EMPTY = Set.of("nan", "none", "<na>", "null", "n/a");

    /** Positions of elements on a map are of no use here, and may be missing or odd. */
    private static final Set<String> OF_NO_CONCERN = Set.of(
            "no_rows", "coordinate_column_alone", "position_missing", "bad_coordinate", "bad_wkt", "bad_geometry");

    private final String element;
    private final String file;
    private final List<String> columns = new ArrayList<>();
    private final List<ElementRow> rows = new ArrayList<>();
    private final boolean there;
    private final IssueSink issues;

    private ElementTable(String element, boolean there, IssueSink issues) {
        this.element = element;
        this.file = element + ".csv";
        this.there = there;
        this.issues = issues;
    }

    static ElementTable read(Path folder, String element, Issues issues) {
        Path path = folder.resolve(element + ".csv");
        ElementTable table = new ElementTable(element, Files.isRegularFile(path), issues);
        if (table.there) {
            new CsvReader().read(InputFile.of(path), ReadOptions.defaults(), table.sink(), issue -> {
                // A row with a cell too many or too few would be read askew.
                boolean askew = issue.code().equals("cell_count");
                if (!OF_NO_CONCERN.contains(issue.code())) {
                    issues.report(
                            askew
                                    ? new Issue(
                                            issue.code(),
                                            Severity.ERROR,
                                            issue.place(),
                                            issue.field(),
                                            issue.value(),
                                            issue.params())
                                    : issue);
                }
            });
        }
        return table;
    }

    private RawSink sink() {
        return new RawSink() {
            @Override
            public void layer(SourceLayer layer) {
                columns.addAll(layer.columns());
            }

            @Override
            public void feature(RawFeature feature) {
                Map<String, String> cells = new LinkedHashMap<>();
                feature.attributes().forEach((column, value) -> {
                    String text = String.valueOf(value).strip();
                    if (!EMPTY.contains(text.toLowerCase(Locale.ROOT))) {
                        cells.put(column, text);
                    }
                });
                String id = idColumn().map(c -> cells.getOrDefault(c, "")).orElse(Integer.toString(rows.size()));
                rows.add(new ElementRow(ElementRow.plainId(id), cells, feature.place(), issues));
            }
        };
    }

    /** The column of the element's name; else the first when it has no heading or a usual one. */
    private Optional<String> idColumn() {
        if (columns.contains(element)) {
            return Optional.of(element);
        }
        return columns.stream()
                .limit(1)
                .filter(Set.of("column_1", "index", "id")::contains)
                .findFirst();
    }

    boolean isThere() {
        return there;
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    Place place() {
        return Place.file(file);
    }

    /** The rows when all of the columns are there; else the missing ones are reported. */
    List<ElementRow> rows(String... required) {
        boolean complete = true;
        // An empty table may be written without its columns.
        if (!rows.isEmpty()) {
            for (String column : required) {
                if (!columns.contains(column)) {
                    issues.report(Issue.error("column_missing", place())
                            .field(column)
                            .with("columns", String.join(", ", columns)));
                    complete = false;
                }
            }
        }
        return complete ? rows : List.of();
    }

    /** Tells that a column which pandapower's tables have is missing, and what is taken instead. */
    void noteMissing(String column, String taken) {
        if (!rows.isEmpty() && !has(column)) {
            issues.report(Issue.note("pp_taken", place()).field(column).value(taken));
        }
    }
}
