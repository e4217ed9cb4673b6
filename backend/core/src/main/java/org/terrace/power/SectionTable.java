package org.terrace.power;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.power.grid.GridArea;
import org.terrace.power.grid.PowerGrid;
import org.terrace.power.grid.Section;

/** Every section of the low-voltage network, with what is on record of it and how many hang on it. */
final class SectionTable {
    /** Codes of the scheme {@code conductor_source}, in its order. */
    static final List<String> SOURCES = List.of("recorded", "assumed", "estimated");

    private static final List<String> PHASES = List.of("a", "b", "c");

    static final TableSpec TABLE = new TableSpec(
            "section",
            "power_section",
            List.of(
                    ColumnSpec.classes("kind", Section.SCHEME, Section.CODES),
                    ColumnSpec.text("transformer_code"),
                    ColumnSpec.number("feeder", "", 0),
                    ColumnSpec.text("line_code"),
                    ColumnSpec.number("length_m", "m", 1),
                    ColumnSpec.classes("on_ground", "yes_no", CustomerTable.YES_NO),
                    ColumnSpec.number("wire_m", "m", 1),
                    ColumnSpec.text("conductor"),
                    ColumnSpec.classes("conductor_source", "conductor_source", SOURCES),
                    ColumnSpec.number("phases", "", 0),
                    ColumnSpec.classes("phase", "line_phase", PHASES),
                    ColumnSpec.classes("closes_loop", "yes_no", CustomerTable.YES_NO),
                    ColumnSpec.number("customers", "households", 0),
                    ColumnSpec.number("east_m", "m", 1),
                    ColumnSpec.number("north_m", "m", 1),
                    ColumnSpec.number("to_east_m", "m", 1),
                    ColumnSpec.number("to_north_m", "m", 1)));

    private SectionTable() {}

    /** @param customers NaN for a section that closes a loop: which way they are fed is not for the drawing to say */
    private record Row(GridArea area, Section section, boolean closing, double customers) {}

    static ResultTable of(PowerGrid grid) {
        Map<String, Row> rows = new TreeMap<>();
        for (GridArea area : grid.areas().values()) {
            for (int s = 0; s < area.sections().size(); s++) {
                put(rows, new Row(area, area.sections().get(s), false, area.customersBeyond(s)));
            }
            area.closing().forEach(s -> put(rows, new Row(area, s, true, Double.NaN)));
        }
        ResultTableBuilder table = new ResultTableBuilder(TABLE, rows.keySet().toArray(String[]::new));
        int r = 0;
        for (Row row : rows.values()) {
            write(table, r++, row);
        }
        return table.build();
    }

    /** Two pieces of one line in different areas may begin within the same metre. */
    private static void put(Map<String, Row> rows, Row row) {
        String code = row.section.code();
        String free = code;
        for (int n = 2; rows.containsKey(free); n++) {
            free = code + "#" + n;
        }
        rows.put(free, row);
    }

    private static void write(ResultTableBuilder table, int r, Row row) {
        Section section = row.section;
        Coordinate from = row.area.place(section.from());
        Coordinate to = row.area.place(section.to());
        table.set(r, "kind", section.kind().code())
                .set(r, "transformer_code", row.area.transformer())
                .set(r, "feeder", section.feeder())
                .set(r, "line_code", section.line())
                .set(r, "length_m", section.lengthM())
                .set(r, "on_ground", section.onGround() ? "yes" : "no")
                .set(r, "wire_m", row.area.alongM(section.to()))
                .set(r, "conductor", section.conductor())
                .set(r, "conductor_source", source(section))
                .set(r, "phases", section.phases() == 0 ? Double.NaN : section.phases())
                .set(r, "closes_loop", row.closing ? "yes" : "no")
                .set(r, "customers", row.customers)
                .set(r, "east_m", from.x)
                .set(r, "north_m", from.y)
                .set(r, "to_east_m", to.x)
                .set(r, "to_north_m", to.y);
        if (!section.phase().isEmpty()) {
            table.set(r, "phase", section.phase());
        }
    }

    static String source(Section section) {
        return section.kind() == Section.Kind.ESTIMATED ? "estimated" : section.hasConductor() ? "recorded" : "assumed";
    }
}
