package org.terrace.water.proposal;

import java.util.List;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.TableSpec;
import org.terrace.project.BillTable;
import org.terrace.region.LayerKind;

/** What the analysis of projects returns. */
final class ProjectTables {
    /** In the order of the scheme {@code water_project}. */
    static final List<String> KINDS = List.of(
            "gravity_scheme", "extend_scheme", "pump_scheme", "bury_hose", "protect_source", "measure_first", "none");

    /** The cost per person beside that of like schemes; in the order of the scheme {@code cost_anchor}. */
    static final List<String> ANCHORS = List.of("within", "below", "above", "not_compared");

    static final TableSpec PROJECT = new TableSpec(
            "project",
            "water_project",
            List.of(
                    ColumnSpec.classes("kind", "water_project", KINDS),
                    ColumnSpec.reason("reason", Reason.CODES),
                    ColumnSpec.classes("certainty", "certainty", List.of("sure", "possible")),
                    ColumnSpec.classes("cost_anchor", "cost_anchor", ANCHORS),
                    ColumnSpec.text("group_code"),
                    ColumnSpec.text("source_code"),
                    ColumnSpec.number("households_in_need", "households", 0),
                    ColumnSpec.number("households_gain", "households", 0),
                    ColumnSpec.number("people_gain", "people", 0),
                    ColumnSpec.number("demand_m3_per_day", "m3/day", 1),
                    ColumnSpec.number("spare_m3_per_day", "m3/day", 1),
                    ColumnSpec.number("litres_after", "L", 0),
                    ColumnSpec.number("length_m", "m", 0),
                    ColumnSpec.number("tank_m3", "m3", 0),
                    ColumnSpec.number("break_pressure_tanks", "", 0),
                    ColumnSpec.number("stream_crossings", "", 0),
                    ColumnSpec.number("cost_low_yuan", "yuan", 0),
                    ColumnSpec.number("cost_yuan", "yuan", 0),
                    ColumnSpec.number("cost_high_yuan", "yuan", 0),
                    ColumnSpec.number("yuan_per_person", "yuan/person", 0),
                    ColumnSpec.number("upkeep_yuan_per_year", "yuan/year", 0),
                    ColumnSpec.number("residual_head_m", "m", 1),
                    ColumnSpec.number("head_error_m", "m", 1),
                    ColumnSpec.number("survey_first", "households", 0),
                    ColumnSpec.number("lift_m", "m", 0),
                    ColumnSpec.number("power_kw", "kW", 2),
                    ColumnSpec.number("energy_kwh_per_year", "kWh/year", 0),
                    ColumnSpec.text("first_code"),
                    ColumnSpec.number("schemes", "", 0),
                    ColumnSpec.text("approval_codes"),
                    ColumnSpec.number("east_m", "m", 1),
                    ColumnSpec.number("north_m", "m", 1),
                    ColumnSpec.text("township_code"),
                    ColumnSpec.text("village_code")));

    static final TableSpec PIPE = new TableSpec(
            "pipe",
            "water_project_pipe",
            List.of(
                    ColumnSpec.text("project_code"),
                    ColumnSpec.number("diameter_mm", "mm", 0),
                    ColumnSpec.number("class_mpa", "MPa", 2),
                    ColumnSpec.number("length_m", "m", 1),
                    ColumnSpec.number("flow_l_per_s", "L/s", 3),
                    ColumnSpec.number("velocity_m_per_s", "m/s", 2),
                    ColumnSpec.number("head_loss_m", "m", 2),
                    ColumnSpec.number("most_static_m", "m", 1),
                    ColumnSpec.number("head_from_m", "m", 1),
                    ColumnSpec.number("head_to_m", "m", 1),
                    ColumnSpec.number("east_m", "m", 1),
                    ColumnSpec.number("north_m", "m", 1),
                    ColumnSpec.number("to_east_m", "m", 1),
                    ColumnSpec.number("to_north_m", "m", 1)));

    static final TableSpec LINE = BillTable.spec("water_project_cost", 1);

    static final LinkSpec LINK = new LinkSpec("household_project", LayerKind.HOUSEHOLD.id(), "water_project", "m");

    private ProjectTables() {}
}
