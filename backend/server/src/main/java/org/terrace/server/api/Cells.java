package org.terrace.server.api;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.terrace.analysis.CanonicalExport;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.ResultTable;
import org.terrace.region.Column;

/** Cells of result tables as JSON values: classes as codes, numbers in their fixed rounding, null where absent. */
final class Cells {
    private Cells() {}

    static @Nullable Object value(ColumnSpec spec, Column column, int row) {
        if (column.isAbsent(row)) {
            return null;
        }
        if (column instanceof Column.Numbers numbers) {
            return new BigDecimal(CanonicalExport.number(numbers.get(row), spec.decimals()));
        }
        return column instanceof Column.Codes codes ? codes.code(row) : ((Column.Text) column).get(row);
    }

    static Map<String, @Nullable Object> row(ResultTable table, int row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int c = 0; c < table.columns().size(); c++) {
            ColumnSpec spec = table.spec().columns().get(c);
            values.put(spec.id(), value(spec, table.columns().get(c), row));
        }
        return values;
    }

    /** A number of the region, where no rounding is declared: three decimals at most. */
    static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : Math.round(value * 1e3) / 1e3;
    }
}
