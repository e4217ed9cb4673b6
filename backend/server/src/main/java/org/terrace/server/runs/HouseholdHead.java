package org.terrace.server.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.formats.write.OutputColumn;
import org.terrace.region.AdminTree;
import org.terrace.region.FeatureTable;

/**
 * What stands before the results in every exported table of households, so that a figure of the map can be counted again in the file:
 * whether the house is lived in (the map leaves out those that are empty or demolished), how many people are registered, and to which
 * township, village and group the household belongs.
 */
final class HouseholdHead {
    private static final String STATUS = "house_status";
    private static final String PEOPLE = "people_registered";

    private final FeatureTable households;
    private final FeatureTable units;
    private final AdminTree tree;
    private final Set<String> taken;

    /** @param table whose own columns are not said twice */
    HouseholdHead(Snapshot snapshot, ResultTable table) {
        this.households = snapshot.region().households();
        this.units = snapshot.region().adminUnits();
        this.tree = snapshot.derived().get(Assessment.UNITS, "", () -> AdminTree.of(snapshot.region()));
        this.taken = table.spec().columns().stream().map(c -> c.id()).collect(Collectors.toSet());
    }

    List<OutputColumn> columns() {
        List<OutputColumn> columns = new ArrayList<>();
        add(columns, STATUS, OutputColumn.code(STATUS));
        add(columns, PEOPLE, OutputColumn.number(PEOPLE, "people", 0));
        for (int level = AdminTree.LEVELS.size() - 1; level >= 0; level--) {
            String name = AdminTree.LEVELS.get(level);
            add(columns, name + "_code", OutputColumn.code(name + "_code"));
            add(columns, name + "_name", OutputColumn.text(name + "_name"));
        }
        return columns;
    }

    /** In the order of {@link #columns}; empty values for a household that the county does not have. */
    List<Object> values(String code) {
        int row = households.rowOf(code);
        List<Object> values = new ArrayList<>();
        add(values, STATUS, row < 0 ? "" : households.codesOf(STATUS).code(row));
        double people = row < 0 ? Double.NaN : households.numbers(PEOPLE).get(row);
        add(values, PEOPLE, people);
        String[] of = row < 0
                ? new String[] {"", "", ""}
                : tree.unitsOf(households.text("group_code").get(row), households.x(row), households.y(row));
        for (int level = of.length - 1; level >= 0; level--) {
            String name = AdminTree.LEVELS.get(level);
            int unit = units.rowOf(of[level]);
            add(values, name + "_code", of[level]);
            add(values, name + "_name", unit < 0 ? "" : units.text("name").get(unit));
        }
        return values;
    }

    private <T> void add(List<T> to, String column, T what) {
        if (!taken.contains(column)) {
            to.add(what);
        }
    }
}
