package org.terrace.sample;

import java.util.Map;
import java.util.function.BiFunction;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;

/**
 * One column of a spreadsheet as an office would name and fill it.
 *
 * @param header as printed
 * @param value the cell's text, "" when unknown
 */
record SheetColumn(String header, BiFunction<FeatureTable, Integer, String> value) {

    static SheetColumn code(String header) {
        return new SheetColumn(header, FeatureTable::code);
    }

    static SheetColumn of(String header, String attribute) {
        return new SheetColumn(header, (table, row) -> text(table.column(attribute), row));
    }

    /** Numbers times a factor: the office counts in kilometres or in ten thousand yuan. */
    static SheetColumn scaled(String header, String attribute, double factor) {
        return new SheetColumn(header, (table, row) -> {
            double value = table.numbers(attribute).get(row);
            return Double.isNaN(value) ? "" : number(Math.round(value * factor * 1_000) / 1_000.0);
        });
    }

    /** Codes in the office's words. */
    static SheetColumn words(String header, String attribute, Map<String, String> words) {
        return new SheetColumn(header, (table, row) -> {
            String code = table.codesOf(attribute).code(row);
            return code.isEmpty() ? "" : words.getOrDefault(code, code);
        });
    }

    static SheetColumn empty(String header) {
        return new SheetColumn(header, (table, row) -> "");
    }

    static String text(Column column, int row) {
        if (column instanceof Column.Numbers numbers) {
            double value = numbers.get(row);
            return Double.isNaN(value) ? "" : number(value);
        }
        return column instanceof Column.Text text ? text.get(row) : ((Column.Codes) column).code(row);
    }

    /** Without a needless ".0". */
    static String number(double value) {
        long whole = Math.round(value);
        return value == whole ? Long.toString(whole) : Double.toString(value);
    }
}
