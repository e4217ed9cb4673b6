package org.terrace.formats.write;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Turns the values of rows into what their columns promise; a value that does not fit stops the export with its row and column. */
final class Cells {
    private final OutputTable table;
    private long rows;

    Cells(OutputTable table) {
        this.table = table;
    }

    /** Rows so far, the current one included. */
    long rows() {
        return rows;
    }

    /** {@code households row 217}, for messages. */
    String where() {
        return table.name() + " row " + rows;
    }

    /** Counts the row and checks its width. */
    void next(OutputRow row) {
        rows++;
        List<OutputColumn> columns = table.columns();
        if (row.values().size() != columns.size()) {
            throw new IllegalArgumentException(
                    where() + " has " + row.values().size() + " values for " + columns.size() + " columns");
        }
        if (row.geometry().isPresent() && table.geometry().isEmpty()) {
            throw new IllegalArgumentException(
                    where() + " has a geometry in a table without. Maybe the kind was not given.");
        }
    }

    /** The cell as String, BigDecimal (NUMBER), Long or LocalDate; empty for an empty cell. */
    Optional<Object> cell(OutputRow row, int column) {
        Object value = row.values().get(column);
        if (value instanceof Optional<?> maybe) {
            if (maybe.isEmpty()) {
                return Optional.empty();
            }
            value = maybe.get();
        }
        if (value instanceof String s && s.isEmpty()) {
            return Optional.empty();
        }
        OutputColumn c = table.columns().get(column);
        try {
            return convert(c, value);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException(
                    where() + " column " + c.name() + ": " + value + " is no " + c.type(), e);
        }
    }

    private static Optional<Object> convert(OutputColumn column, Object value) {
        if ((value instanceof Double d && d.isNaN()) || (value instanceof Float f && f.isNaN())) {
            return Optional.empty();
        }
        return switch (column.type()) {
            case TEXT, CODE ->
                Optional.of(value instanceof Number n ? rounded(decimal(n), -1).toPlainString() : value.toString());
            case MIXED ->
                Optional.of(value instanceof Number n ? rounded(decimal(n), column.decimals()) : value.toString());
            case NUMBER -> Optional.of(rounded(decimal(number(value)), column.decimals()));
            case INTEGER -> Optional.of(decimal(number(value)).longValueExact());
            case DATE -> Optional.of(value instanceof LocalDate d ? d : LocalDate.parse(value.toString()));
        };
    }

    private static Number number(Object value) {
        if (value instanceof Number n) {
            return n;
        }
        throw new IllegalArgumentException("not a number");
    }

    private static BigDecimal decimal(Number n) {
        return n instanceof BigDecimal d ? d : new BigDecimal(n.toString());
    }

    private static BigDecimal rounded(BigDecimal d, int decimals) {
        return decimals < 0 ? d.stripTrailingZeros() : d.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** A cell of {@link #cell} as text: numbers with a point and no exponent, dates in ISO 8601. */
    static String text(Object cell) {
        return cell instanceof BigDecimal d ? d.toPlainString() : cell.toString();
    }
}
