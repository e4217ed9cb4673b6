package org.terrace.power.remedy;

import java.util.List;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.TableSpec;
import org.terrace.project.BillTable;
import org.terrace.region.LayerKind;

/** What the analysis of projects returns. */
final class ProjectTables {
    /** Whether it brings everybody inside, or most for the money; in the order of the scheme {@code power_project}. */
    static final List<String> KINDS = List.of("whole_area", "cheapest_gain", "none");

    /** In the order of the scheme {@code power_measure}. */
    static final List<String> MEASURES =
            List.of("tap", "balance", "larger_transformer", "rewire", "three_phases", "new_transformer");

    static final TableSpec PROJECT = new TableSpec(
            "project",
            "power_project",
            List.of(
                    ColumnSpec.classes("kind", "power_project", KINDS),
                    ColumnSpec.reason("reason", Reason.CODES),
                    ColumnSpec.text("transformer_code"),
                    ColumnSpec.text("measures"),
                    ColumnSpec.number("customers", "households", 0),
                    ColumnSpec.number("households_in_need", "households", 0),
                    ColumnSpec.number("households_gain", "households", 0),
                    ColumnSpec.number("people_gain", "people", 0),
                    ColumnSpec.number("households_worse", "households", 0),
                    ColumnSpec.number("lowest_before_v", "V", 1),
                    ColumnSpec.number("lowest_after_v", "V", 1),
                    ColumnSpec.number("loading_after_percent", "%", 0),
                    ColumnSpec.number("length_m", "m", 0),
                    ColumnSpec.number("kv10_m", "m", 0),
                    ColumnSpec.number("cost_low_yuan", "yuan", 0),
                    ColumnSpec.number("cost_yuan", "yuan", 0),
                    ColumnSpec.number("cost_high_yuan", "yuan", 0),
                    ColumnSpec.number("yuan_per_household", "yuan/household", 0),
                    ColumnSpec.number("upkeep_yuan_per_year", "yuan/year", 0),
                    ColumnSpec.number("east_m", "m", 1),
                    ColumnSpec.number("north_m", "m", 1),
                    ColumnSpec.text("township_code"),
                    ColumnSpec.text("village_code")));

    static final TableSpec MEASURE = new TableSpec(
            "measure",
            "power_measure",
            List.of(
                    ColumnSpec.text("project_code"),
                    ColumnSpec.classes("measure", "power_measure", MEASURES),
                    ColumnSpec.text("feature_code"),
                    ColumnSpec.text("before"),
                    ColumnSpec.text("after"),
                    ColumnSpec.number("length_m", "m", 0),
                    ColumnSpec.number("east_m", "m", 1),
                    ColumnSpec.number("north_m", "m", 1)));

    static final TableSpec LINE = BillTable.spec("power_project_cost", 3);

    static final LinkSpec LINK =
            new LinkSpec("household_power_project", LayerKind.HOUSEHOLD.id(), "power_project", "V");

    private ProjectTables() {}
}
