package org.terrace.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.terrace.region.Column;

/**
 * Fills a {@link ResultTable} whose rows are known beforehand, in any order of rows and threads (a row is written by one thread).
 * What is not written stays absent: unknown, NaN or "".
 */
public final class ResultTableBuilder {
    private final TableSpec spec;
    private final String[] codes;
    private final Object[] columns;

    /** @param codes ascending; kept, not copied */
    public ResultTableBuilder(TableSpec spec, String[] codes) {
        this.spec = spec;
        this.codes = codes;
        this.columns = new Object[spec.columns().size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = switch (spec.columns().get(i).type()) {
                case CLASS, REASON -> {
                    byte[] absent = new byte[codes.length];
                    Arrays.fill(absent, Column.Codes.UNKNOWN);
                    yield absent;
                }
                case NUMBER -> {
                    double[] absent = new double[codes.length];
                    Arrays.fill(absent, Double.NaN);
                    yield absent;
                }
                case TEXT -> {
                    String[] absent = new String[codes.length];
                    Arrays.fill(absent, "");
                    yield absent;
                }
            };
        }
    }

    /** A table of which some rows are to be written anew. */
    public ResultTableBuilder(ResultTable before) {
        this.spec = before.spec();
        this.codes = before.codes();
        this.columns = new Object[spec.columns().size()];
        for (int i = 0; i < columns.length; i++) {
            Column column = before.columns().get(i);
            columns[i] = column instanceof Column.Numbers numbers
                    ? numbers.values().clone()
                    : column instanceof Column.Codes classes
                            ? classes.values().clone()
                            : ((Column.Text) column).values().clone();
        }
    }

    /** Nothing is known of a row any more. */
    public ResultTableBuilder clear(int row) {
        for (Object column : columns) {
            if (column instanceof double[] numbers) {
                numbers[row] = Double.NaN;
            } else if (column instanceof byte[] bytes) {
                bytes[row] = Column.Codes.UNKNOWN;
            } else {
                ((String[]) column)[row] = "";
            }
        }
        return this;
    }

    /** The row of a code, or -1. */
    public int rowOf(String code) {
        return Math.max(-1, Arrays.binarySearch(codes, code));
    }

    public ResultTableBuilder set(int row, String column, double value) {
        numbers(column)[row] = value;
        return this;
    }

    public ResultTableBuilder set(int row, String column, Verdict verdict) {
        bytes(column)[row] = (byte) verdict.ordinal();
        return this;
    }

    /** Sets the columns {@code verdict} and {@code reason}, which every table that judges has. */
    public ResultTableBuilder judge(int row, Verdict verdict, String reason) {
        return set(row, "verdict", verdict).set(row, "reason", reason);
    }

    /** Sets a class or reason by its code, a text column by its text. */
    public ResultTableBuilder set(int row, String column, String value) {
        int index = spec.indexOf(column);
        if (columns[index] instanceof String[] texts) {
            texts[row] = value;
            return this;
        }
        int position = spec.columns().get(index).codes().indexOf(value);
        if (position < 0) {
            throw new IllegalArgumentException("column " + column + " has no code '" + value + "', it has "
                    + spec.columns().get(index).codes());
        }
        ((byte[]) columns[index])[row] = (byte) position;
        return this;
    }

    /** The array behind a number column, for hot loops. */
    public double[] numbers(String column) {
        return (double[]) columns[spec.indexOf(column)];
    }

    /** The array behind a text column, for hot loops. */
    public String[] texts(String column) {
        return (String[]) columns[spec.indexOf(column)];
    }

    /** The array of code positions behind a class or reason column, for hot loops. */
    public byte[] bytes(String column) {
        return (byte[]) columns[spec.indexOf(column)];
    }

    public ResultTable build() {
        List<Column> built = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            Object column = columns[i];
            if (column instanceof double[] numbers) {
                built.add(new Column.Numbers(numbers));
            } else if (column instanceof byte[] bytes) {
                built.add(new Column.Codes(bytes, spec.columns().get(i).codes()));
            } else {
                built.add(new Column.Text((String[]) column));
            }
        }
        return new ResultTable(spec, codes, built);
    }
}
