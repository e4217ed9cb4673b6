package org.terrace.project;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;

/** The bills of proposed projects as a result table: one row for each line, its code that of the project and of the unit cost. */
public final class BillTable {
    private BillTable() {}

    /**
     * @param rowKind kind of the rows. @param decimals of quantities
     */
    public static TableSpec spec(String rowKind, int decimals) {
        return new TableSpec(
                "cost_line",
                rowKind,
                List.of(
                        ColumnSpec.text("project_code"),
                        ColumnSpec.text("unit_cost"),
                        ColumnSpec.number("bill_quantity", "", decimals),
                        ColumnSpec.text("quantity_unit"),
                        ColumnSpec.number("cost_low_yuan", "yuan", 0),
                        ColumnSpec.number("cost_yuan", "yuan", 0),
                        ColumnSpec.number("cost_high_yuan", "yuan", 0),
                        ColumnSpec.number("upkeep_yuan_per_year", "yuan/year", 0)));
    }

    /** @param bills lines by the code of their project */
    public static ResultTable of(TableSpec spec, Map<String, List<CostLine>> bills) {
        record Row(String project, CostLine line) {}
        TreeMap<String, Row> rows = new TreeMap<>();
        bills.forEach((project, lines) ->
                lines.forEach(line -> rows.put(project + " " + line.unitCost(), new Row(project, line))));
        ResultTableBuilder table = new ResultTableBuilder(spec, rows.keySet().toArray(String[]::new));
        int r = 0;
        for (Row row : rows.values()) {
            table.set(r, "project_code", row.project)
                    .set(r, "unit_cost", row.line.unitCost())
                    .set(r, "bill_quantity", row.line.quantity())
                    .set(r, "quantity_unit", row.line.unit())
                    .set(r, "cost_low_yuan", row.line.yuan().lowYuan())
                    .set(r, "cost_yuan", row.line.yuan().usualYuan())
                    .set(r, "cost_high_yuan", row.line.yuan().highYuan())
                    .set(r, "upkeep_yuan_per_year", row.line.upkeepYuanPerYear().usualYuan());
            r++;
        }
        return table.build();
    }
}
