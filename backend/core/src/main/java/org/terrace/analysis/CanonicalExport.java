package org.terrace.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.terrace.region.Column;

/**
 * A result as text that is the same on every machine and database: rows by business key, columns in declared order, numbers
 * rounded half-even to the column's decimals. Golden files and 'both databases agree' compare these bytes.
 */
public final class CanonicalExport {
    private CanonicalExport() {}

    public static String of(AnalysisResult result) {
        StringBuilder out = new StringBuilder();
        for (ResultTable table : result.tables()) {
            out.append("# ")
                    .append(result.analysisId())
                    .append('/')
                    .append(table.spec().id())
                    .append('\n');
            out.append("code");
            table.spec().columns().forEach(c -> out.append(',').append(c.id()));
            out.append('\n');
            for (int row = 0; row < table.size(); row++) {
                out.append(quote(table.codes()[row]));
                for (int c = 0; c < table.columns().size(); c++) {
                    out.append(',')
                            .append(cell(
                                    table.spec().columns().get(c),
                                    table.columns().get(c),
                                    row));
                }
                out.append('\n');
            }
        }
        for (LinkTable link : result.links()) {
            out.append("# ")
                    .append(result.analysisId())
                    .append('/')
                    .append(link.spec().id())
                    .append('\n');
            out.append("from,to,value\n");
            for (int i = 0; i < link.size(); i++) {
                out.append(quote(link.from()[i]))
                        .append(',')
                        .append(quote(link.to()[i]))
                        .append(',');
                out.append(number(link.value()[i], 1)).append('\n');
            }
        }
        return out.toString();
    }

    /** One cell as text: "" when absent. */
    public static String cell(ColumnSpec spec, Column column, int row) {
        if (column.isAbsent(row)) {
            return "";
        }
        if (column instanceof Column.Codes codes) {
            return codes.code(row);
        }
        if (column instanceof Column.Numbers numbers) {
            return number(numbers.get(row), spec.decimals());
        }
        return quote(((Column.Text) column).get(row));
    }

    /** Plain decimal text with fixed decimals; "" for NaN; never "-0". */
    public static String number(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("an infinite number cannot be exported");
        }
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? BigDecimal.ZERO.setScale(decimals).toPlainString() : rounded.toPlainString();
    }

    private static String quote(String text) {
        boolean plain =
                text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
