package org.terrace.water.scheme;

import java.util.List;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.TableSpec;
import org.terrace.region.LayerKind;
import org.terrace.water.DrawnLinks;

/** What the analysis of pipes returns. */
final class PipeTables {
    /** Of the least head along a pipe. */
    static final List<String> BANDS =
            List.of("below_ground", "up_to_5", "up_to_40", "up_to_100", "over_100", "unknown");

    static final double[] BAND_LIMITS_M = {0, 5, 40, 100};
    static final List<String> CHECKS = List.of("kept", "may_be_exceeded", "exceeded", "unknown");
    static final List<String> SURE = List.of("sure", "possible");

    static final TableSpec TAP = new TableSpec(
            "household",
            LayerKind.HOUSEHOLD.id(),
            List.of(
                    ColumnSpec.classes("tap", TapHead.SCHEME, TapHead.CODES),
                    ColumnSpec.number("residual_head_m", "m", 1),
                    ColumnSpec.number("needed_head_m", "m", 1),
                    ColumnSpec.number("head_if_full_m", "m", 1),
                    ColumnSpec.number("head_at_least_m", "m", 1),
                    ColumnSpec.number("static_head_m", "m", 1),
                    ColumnSpec.number("head_error_m", "m", 1),
                    ColumnSpec.text("level_code"),
                    ColumnSpec.text("supply_code")));

    static final TableSpec PIPE = new TableSpec(
            "pipe",
            LayerKind.PIPE.id(),
            List.of(
                    ColumnSpec.classes("head_band", "head_band", BANDS),
                    ColumnSpec.classes("class_check", "pipe_class_check", CHECKS),
                    ColumnSpec.number("end_head_m", "m", 1),
                    ColumnSpec.number("least_head_m", "m", 1),
                    ColumnSpec.number("most_static_m", "m", 1),
                    ColumnSpec.number("head_error_m", "m", 1),
                    ColumnSpec.number("needed_class_mpa", "MPa", 2),
                    ColumnSpec.number("flow_l_per_s", "L/s", 3),
                    ColumnSpec.number("capacity_l_per_s", "L/s", 3),
                    ColumnSpec.number("velocity_m_per_s", "m/s", 2),
                    ColumnSpec.number("head_loss_m", "m", 2),
                    ColumnSpec.number("bore_mm", "mm", 1),
                    ColumnSpec.number("households_behind", "households", 0),
                    ColumnSpec.number("people_behind", "people", 0),
                    ColumnSpec.text("supply_code")));

    static final TableSpec SUPPLY = new TableSpec(
            "supply",
            "water_supply",
            List.of(
                    ColumnSpec.number("taps", "households", 0),
                    ColumnSpec.number("people", "people", 0),
                    ColumnSpec.number("people_at_taps", "people", 0),
                    ColumnSpec.number("taps_good", "households", 0),
                    ColumnSpec.number("taps_open", "households", 0),
                    ColumnSpec.number("taps_too_low", "households", 0),
                    ColumnSpec.number("taps_too_high", "households", 0),
                    ColumnSpec.number("taps_no_water", "households", 0),
                    ColumnSpec.number("taps_source_too_weak", "households", 0),
                    ColumnSpec.number("taps_unknown", "households", 0),
                    ColumnSpec.number("demand_m3_per_day", "m3/day", 1),
                    ColumnSpec.number("peak_l_per_s", "L/s", 3),
                    ColumnSpec.number("pipes_km", "km", 2),
                    ColumnSpec.number("findings_sure", "", 0),
                    ColumnSpec.number("findings_possible", "", 0)));

    static final TableSpec FINDING = new TableSpec(
            "finding",
            Finding.SCHEME,
            List.of(
                    ColumnSpec.classes("kind", Finding.SCHEME, Finding.CODES),
                    ColumnSpec.classes("certainty", "certainty", SURE),
                    ColumnSpec.text("feature_code"),
                    ColumnSpec.text("supply_code"),
                    ColumnSpec.number("value", "", 2),
                    ColumnSpec.number("limit", "", 2),
                    ColumnSpec.number("value_error", "", 2),
                    ColumnSpec.number("people", "people", 0),
                    ColumnSpec.number("east_m", "m", 1),
                    ColumnSpec.number("north_m", "m", 1),
                    ColumnSpec.text("township_code"),
                    ColumnSpec.text("village_code")));

    static final TableSpec SURVEY = new TableSpec(
            "survey",
            "survey_point",
            List.of(
                    ColumnSpec.text("supply_code"),
                    ColumnSpec.number("rank", "", 0),
                    ColumnSpec.text("feature_code"),
                    ColumnSpec.number("open_people", "people", 0),
                    ColumnSpec.number("people", "people", 0),
                    ColumnSpec.number("east_m", "m", 1),
                    ColumnSpec.number("north_m", "m", 1),
                    ColumnSpec.text("township_code"),
                    ColumnSpec.text("village_code")));

    static final LinkSpec LINK =
            new LinkSpec("household_level", LayerKind.HOUSEHOLD.id(), LayerKind.WATER_FACILITY.id(), "m");

    /** To the pipes through which a household's water comes, and to the sources that it comes from ({@link Upstream}). */
    static final LinkSpec THROUGH =
            new LinkSpec(DrawnLinks.THROUGH, LayerKind.HOUSEHOLD.id(), LayerKind.PIPE.id(), "people");

    static final LinkSpec FROM =
            new LinkSpec(DrawnLinks.FROM, LayerKind.HOUSEHOLD.id(), LayerKind.WATER_FACILITY.id(), "people");

    private PipeTables() {}
}
