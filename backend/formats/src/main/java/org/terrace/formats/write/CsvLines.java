package org.terrace.formats.write;

import java.io.IOException;

/** Comma-separated lines by RFC 4180: CRLF ends, quotes doubled. */
final class CsvLines {
    private final Appendable out;
    private final CsvQuotes quotes;
    private boolean first = true;

    CsvLines(Appendable out, CsvQuotes quotes) {
        this.out = out;
        this.quotes = quotes;
    }

    /** A text of unknown origin: guarded against formulas, and quoted. */
    void text(String value) throws IOException {
        separator();
        String guarded = FormulaGuard.guard(value);
        if (quotes.needs(guarded)) {
            out.append('"').append(guarded.replace("\"", "\"\"")).append('"');
        } else {
            out.append(guarded);
        }
    }

    /** A number or date: as it is. */
    void plain(String value) throws IOException {
        separator();
        out.append(value);
    }

    void empty() throws IOException {
        separator();
    }

    void end() throws IOException {
        out.append("\r\n");
        first = true;
    }

    private void separator() throws IOException {
        if (!first) {
            out.append(',');
        }
        first = false;
    }
}
