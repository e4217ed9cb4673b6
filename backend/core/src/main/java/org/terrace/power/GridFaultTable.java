package org.terrace.power;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.power.grid.Fault;
import org.terrace.power.grid.PowerGrid;
import org.terrace.region.AdminTree;

/** What an engineer should look at in the drawing of the low-voltage network, each with its place. */
final class GridFaultTable {
    static final TableSpec TABLE = new TableSpec(
            "fault",
            Fault.SCHEME,
            List.of(
                    ColumnSpec.classes("kind", Fault.SCHEME, Fault.CODES),
                    ColumnSpec.text("feature_code"),
                    ColumnSpec.text("with_code"),
                    ColumnSpec.number("gap_m", "m", 2),
                    ColumnSpec.number("length_m", "m", 1),
                    ColumnSpec.number("households_near", "households", 0),
                    ColumnSpec.number("east_m", "m", 1),
                    ColumnSpec.number("north_m", "m", 1),
                    ColumnSpec.text("township_code"),
                    ColumnSpec.text("village_code")));

    private static final Comparator<Fault> ORDER = Comparator.comparing(GridFaultTable::code)
            .thenComparingDouble(f -> f.at().x)
            .thenComparingDouble(f -> f.at().y)
            .thenComparingDouble(Fault::gapM)
            .thenComparingDouble(Fault::lengthM);

    private GridFaultTable() {}

    private static String code(Fault fault) {
        return fault.kind().code() + ":" + fault.feature() + (fault.other().isEmpty() ? "" : ":" + fault.other());
    }

    /** Codes: kind, feature, what else takes part, and a number where there are several alike. */
    static ResultTable of(Assessment assessment, PowerGrid grid) {
        List<Fault> faults = new ArrayList<>(grid.faults());
        faults.sort(ORDER);
        Map<String, Fault> byCode = new TreeMap<>();
        for (Fault fault : faults) {
            String free = code(fault);
            for (int n = 2; byCode.containsKey(free); n++) {
                free = code(fault) + "#" + n;
            }
            byCode.put(free, fault);
        }
        AdminTree units = assessment.units();
        ResultTableBuilder table = new ResultTableBuilder(TABLE, byCode.keySet().toArray(String[]::new));
        int r = 0;
        for (Fault fault : byCode.values()) {
            String[] found = units.unitsOf("", fault.at().x, fault.at().y);
            table.set(r, "kind", fault.kind().code())
                    .set(r, "feature_code", fault.feature())
                    .set(r, "with_code", fault.other())
                    .set(r, "gap_m", fault.gapM())
                    .set(r, "length_m", fault.lengthM())
                    .set(r, "households_near", fault.households())
                    .set(r, "east_m", fault.at().x)
                    .set(r, "north_m", fault.at().y)
                    .set(r, "township_code", found[AdminTree.LEVELS.indexOf("township")])
                    .set(r, "village_code", found[AdminTree.LEVELS.indexOf("village")]);
            r++;
        }
        return table.build();
    }
}
