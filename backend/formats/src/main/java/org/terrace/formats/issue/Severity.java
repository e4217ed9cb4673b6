package org.terrace.formats.issue;

/** How bad an issue is for what it concerns. */
public enum Severity {
    /** The record (or the whole file, see {@link Place#isWholeFile()}) is not imported. */
    ERROR,
    /** Imported, but a person should look. */
    WARNING,
    /** Something was done or assumed that one may want to know. */
    NOTE
}
