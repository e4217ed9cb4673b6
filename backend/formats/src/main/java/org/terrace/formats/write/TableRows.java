package org.terrace.formats.write;

/** A table with its rows, for formats that hold several tables in one file. */
public record TableRows(OutputTable table, RowSource rows) {}
