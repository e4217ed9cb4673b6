package org.terrace.formats.write;

/** Which texts of a CSV file stand in quotes. */
public enum CsvQuotes {
    /** All, so that a reader can tell a code from a number. */
    ALWAYS,
    /** Those with a comma, a quote or a line end, as spreadsheet programs save. */
    WHERE_NEEDED;

    boolean needs(String text) {
        return this == ALWAYS || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    }
}
