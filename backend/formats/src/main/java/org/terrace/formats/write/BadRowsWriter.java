package org.terrace.formats.write;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Place;

/**
 * Rejected rows as CSV, to be mended and imported again: the columns as the file has them, then {@code terrace_line} (line or feature),
 * {@code terrace_issue} and {@code terrace_hint}, one line per issue in the cell. Rows of files other than tables also have {@code terrace_wkt},
 * the geometry in the file's own system.
 *
 * <p>Personal columns that the import drops are left out, and so are their values in issues.
 */
public final class BadRowsWriter {
    private static final String LINE = "terrace_line";
    private static final String ISSUE = "terrace_issue";
    private static final String HINT = "terrace_hint";
    private static final String WKT = "terrace_wkt";
    private static final Set<String> OWN = Set.of(LINE, ISSUE, HINT, WKT);

    private final Set<String> dropped;
    private final Function<Issue, String> sentence;
    private final Function<Issue, String> hint;

    /**
     * @param dropped names of the personal columns; case and surrounding blanks do not matter
     * @param sentence what an issue says in the reader's language
     * @param hint what to do about it; "" when there is nothing to say
     */
    public BadRowsWriter(Set<String> dropped, Function<Issue, String> sentence, Function<Issue, String> hint) {
        this.dropped = dropped.stream().map(BadRowsWriter::plain).collect(Collectors.toUnmodifiableSet());
        this.sentence = sentence;
        this.hint = hint;
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Writes the file when all is well, else leaves what was there. */
    public void write(Path target, Iterable<RejectedRow> rows) throws IOException {
        TargetFile.write(target, file -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                write(out, rows);
            }
        });
    }

    /** Goes through the rows twice: for the names of all columns, and to write. The stream stays open. */
    public void write(OutputStream out, Iterable<RejectedRow> rows) throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        boolean shapes = false;
        for (RejectedRow bad : rows) {
            columns.addAll(bad.row().attributes().keySet());
            shapes |= hasShape(bad);
        }
        columns.removeIf(c -> OWN.contains(plain(c)) || dropped.contains(plain(c)));
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        text.append(CsvWriter.BYTE_ORDER_MARK);
        CsvLines lines = new CsvLines(text, CsvQuotes.ALWAYS);
        for (String column : columns) {
            lines.text(column);
        }
        for (String own : shapes ? List.of(WKT, LINE, ISSUE, HINT) : List.of(LINE, ISSUE, HINT)) {
            lines.plain(own);
        }
        lines.end();
        for (RejectedRow bad : rows) {
            row(lines, bad, columns, shapes);
        }
        text.flush();
    }

    /** True when the place of the row is in no column: the file is not a table. */
    private static boolean hasShape(RejectedRow bad) {
        return bad.row().place().unit() == Place.Unit.FEATURE
                && bad.row().geometry().isPresent();
    }

    private void row(CsvLines lines, RejectedRow bad, Set<String> columns, boolean shapes) throws IOException {
        Map<String, Object> attributes = bad.row().attributes();
        for (String column : columns) {
            if (attributes.containsKey(column)) {
                value(lines, attributes.get(column));
            } else {
                lines.empty();
            }
        }
        if (shapes) {
            lines.text(hasShape(bad) ? bad.row().geometry().orElseThrow().toText() : "");
        }
        lines.text(bad.row().place().id());
        lines.text(told(bad, sentence));
        lines.text(told(bad, hint));
        lines.end();
    }

    private static void value(CsvLines lines, Object value) throws IOException {
        if (value instanceof BigDecimal d) {
            lines.plain(d.toPlainString());
        } else if (value instanceof Number n) {
            lines.plain(n.toString());
        } else {
            lines.text(value.toString());
        }
    }

    private String told(RejectedRow bad, Function<Issue, String> how) {
        List<String> lines = new ArrayList<>();
        for (Issue issue : bad.issues()) {
            String line = how.apply(withoutPersons(issue));
            if (!line.isEmpty() && !lines.contains(line)) {
                lines.add(line);
            }
        }
        return String.join("\n", lines);
    }

    /** An issue on a dropped column loses its value, and all parameters since they may repeat it. */
    private Issue withoutPersons(Issue issue) {
        if (!dropped.contains(plain(issue.field()))) {
            return issue;
        }
        Map<String, String> emptied = new LinkedHashMap<>(issue.params());
        emptied.replaceAll((name, value) -> "…");
        return new Issue(issue.code(), issue.severity(), issue.place(), issue.field(), "…", emptied);
    }
}
