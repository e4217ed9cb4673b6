package org.terrace.formats.write;

/** What the cells of a written column are. */
public enum OutputType {
    TEXT,
    /** A double; NaN is an empty cell. */
    NUMBER,
    /** A whole number of up to 64 bits. */
    INTEGER,
    /** A {@link java.time.LocalDate}, or a text in ISO 8601. */
    DATE,
    /** An id or a class code: text, also where it consists of digits only. */
    CODE,
    /** A number where the value is one, else text: what people typed into a column. */
    MIXED
}
