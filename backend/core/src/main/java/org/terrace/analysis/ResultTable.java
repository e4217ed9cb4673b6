package org.terrace.analysis;

import java.util.Arrays;
import java.util.List;
import org.terrace.region.Column;

/**
 * Results of one kind of feature: codes ascending and one column per {@link ColumnSpec}, in its order. Immutable by contract.
 *
 * @param codes business keys of the rows, ascending
 */
public record ResultTable(TableSpec spec, String[] codes, List<Column> columns) {

    public ResultTable {
        columns = List.copyOf(columns);
        if (columns.size() != spec.columns().size()) {
            throw new IllegalArgumentException("table " + spec.id() + ": " + columns.size() + " columns for "
                    + spec.columns().size());
        }
        for (int i = 0; i < columns.size(); i++) {
            check(spec, spec.columns().get(i), columns.get(i), codes.length);
        }
        for (int i = 1; i < codes.length; i++) {
            if (codes[i - 1].compareTo(codes[i]) >= 0) {
                throw new IllegalArgumentException("table " + spec.id() + ": codes not ascending at " + codes[i]);
            }
        }
    }

    private static void check(TableSpec table, ColumnSpec spec, Column column, int rows) {
        boolean fits = switch (spec.type()) {
            case CLASS, REASON ->
                column instanceof Column.Codes c && c.vocabulary().equals(spec.codes());
            case NUMBER -> column instanceof Column.Numbers;
            case TEXT -> column instanceof Column.Text;
        };
        if (!fits || column.size() != rows) {
            throw new IllegalArgumentException("table " + table.id() + ", column " + spec.id() + ": " + column.size()
                    + " values of " + column.getClass().getSimpleName() + " for " + rows + " rows of " + spec.type());
        }
    }

    public int size() {
        return codes.length;
    }

    /** The row of a code, or -1. */
    public int rowOf(String code) {
        int row = Arrays.binarySearch(codes, code);
        return row < 0 ? -1 : row;
    }

    /** Whether a row has in every column the value of a row of another table of the same spec. */
    public boolean sameRow(int row, ResultTable other, int otherRow) {
        for (int c = 0; c < columns.size(); c++) {
            if (!columns.get(c).sameAt(row, other.columns.get(c), otherRow)) {
                return false;
            }
        }
        return true;
    }

    public Column column(String id) {
        return columns.get(spec.indexOf(id));
    }

    public Column.Numbers numbers(String id) {
        return (Column.Numbers) column(id);
    }

    public Column.Codes codesOf(String id) {
        return (Column.Codes) column(id);
    }

    public Column.Text text(String id) {
        return (Column.Text) column(id);
    }

    /** The verdict of a row in a verdict column; an absent code is unknown. */
    public Verdict verdict(String columnId, int row) {
        int position = codesOf(columnId).get(row);
        return position < 0 ? Verdict.UNKNOWN : Verdict.values()[position];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResultTable t
                && spec.equals(t.spec)
                && Arrays.equals(codes, t.codes)
                && columns.equals(t.columns);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(codes);
    }
}
