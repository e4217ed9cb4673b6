package org.terrace.power;

import java.util.List;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.TableSpec;
import org.terrace.power.load.AreaPeak;
import org.terrace.region.LayerKind;

/** What the analysis of voltages returns. */
final class VoltageTables {
    /** Codes of the scheme {@code supply_radius_screen}, in its order. */
    static final List<String> SCREEN = List.of("within_radius", "beyond_radius", "unknown");

    /** What the voltage shown is; in the order of the scheme {@code voltage_basis}. */
    static final List<String> BASIS = List.of("measured", "computed", "estimated", "unknown");

    /** What was measured beside what was computed; in the order of the scheme {@code voltage_comparison}. */
    static final List<String> COMPARISON =
            List.of("agrees", "measured_lower", "measured_higher", "declared_but_low", "not_compared");

    /** Bands of volts, the limits of GB/T 12325 among them; in the order of the scheme {@code voltage_band}. */
    static final List<String> BANDS = List.of(
            "collapsed", "below_176", "below_187", "below_198", "below_209", "up_to_235", "above_235", "unknown");

    /** In the order of the scheme {@code loading}. */
    static final List<String> LOADING = List.of("within", "may_be_exceeded", "exceeded", "unknown");

    /** Tiers of the multi-tier framework as far as the grid's capacity and voltage allow; in the order of the scheme. */
    static final List<String> TIERS = List.of("tier_0", "tier_3", "tier_5", "unknown");

    static final TableSpec HOUSEHOLD = new TableSpec(
            "household",
            LayerKind.HOUSEHOLD.id(),
            List.of(
                    ColumnSpec.verdict("verdict"),
                    ColumnSpec.reason("reason", VoltageReason.CODES),
                    ColumnSpec.number("voltage_v", "V", 1),
                    ColumnSpec.classes("voltage_band", "voltage_band", BANDS),
                    ColumnSpec.classes("voltage_basis", "voltage_basis", BASIS),
                    ColumnSpec.number("voltage_percent", "%", 1),
                    ColumnSpec.number("unfavourable_v", "V", 1),
                    ColumnSpec.number("favourable_v", "V", 1),
                    ColumnSpec.number("light_load_v", "V", 1),
                    ColumnSpec.number("voltage_low_limit_v", "V", 1),
                    ColumnSpec.number("voltage_high_limit_v", "V", 1),
                    ColumnSpec.number("hours_below", "hours/year", 0),
                    ColumnSpec.number("hours_below_most", "hours/year", 0),
                    ColumnSpec.number("hours_below_drying", "hours/year", 0),
                    ColumnSpec.number("measured_v", "V", 1),
                    ColumnSpec.text("measured_on"),
                    ColumnSpec.classes("comparison", "voltage_comparison", COMPARISON),
                    ColumnSpec.classes("load_source", AreaPeak.Source.SCHEME, AreaPeak.Source.CODES),
                    ColumnSpec.text("limiting_section"),
                    ColumnSpec.number("limiting_drop_v", "V", 1),
                    ColumnSpec.text("transformer_code"),
                    ColumnSpec.number("wire_m", "m", 0),
                    ColumnSpec.number("transformer_distance_m", "m", 1),
                    ColumnSpec.classes("radius_screen", "supply_radius_screen", SCREEN),
                    ColumnSpec.classes("esmap_tier", "esmap_tier", TIERS)));

    static final TableSpec TRANSFORMER = new TableSpec(
            "transformer",
            LayerKind.POWER_FACILITY.id(),
            List.of(
                    ColumnSpec.classes("loading", "loading", LOADING),
                    ColumnSpec.number("loading_percent", "%", 0),
                    ColumnSpec.number("loading_most_percent", "%", 0),
                    ColumnSpec.number("kva", "kVA", 0),
                    ColumnSpec.classes("load_source", AreaPeak.Source.SCHEME, AreaPeak.Source.CODES),
                    ColumnSpec.number("customers", "households", 0),
                    ColumnSpec.number("households_unserved", "households", 0),
                    ColumnSpec.number("households_borderline", "households", 0),
                    ColumnSpec.number("peak_kw", "kW", 1),
                    ColumnSpec.number("loss_kw", "kW", 2),
                    ColumnSpec.number("loss_percent", "%", 1),
                    ColumnSpec.number("unbalance_percent", "%", 2),
                    ColumnSpec.number("lowest_v", "V", 1),
                    ColumnSpec.number("lowest_unfavourable_v", "V", 1),
                    ColumnSpec.number("wire_km", "km", 2),
                    ColumnSpec.number("farthest_m", "m", 0)));

    static final TableSpec FEEDER = new TableSpec(
            "feeder",
            "power_feeder",
            List.of(
                    ColumnSpec.text("transformer_code"),
                    ColumnSpec.number("feeder", "", 0),
                    ColumnSpec.classes("voltage_band", "voltage_band", BANDS),
                    ColumnSpec.number("lowest_v", "V", 1),
                    ColumnSpec.number("lowest_unfavourable_v", "V", 1),
                    ColumnSpec.text("lowest_household"),
                    ColumnSpec.number("customers", "households", 0),
                    ColumnSpec.number("households_unserved", "households", 0),
                    ColumnSpec.number("households_borderline", "households", 0),
                    ColumnSpec.number("households_collapsed", "households", 0),
                    ColumnSpec.number("wire_km", "km", 2),
                    ColumnSpec.number("east_m", "m", 1),
                    ColumnSpec.number("north_m", "m", 1),
                    ColumnSpec.text("township_code"),
                    ColumnSpec.text("village_code")));

    static final TableSpec LINE = new TableSpec(
            "line",
            LayerKind.POWER_LINE.id(),
            List.of(
                    ColumnSpec.classes("voltage_band", "voltage_band", BANDS),
                    ColumnSpec.classes("loading", "loading", LOADING),
                    ColumnSpec.number("end_v", "V", 1),
                    ColumnSpec.number("drop_v", "V", 1),
                    ColumnSpec.number("amperes", "A", 1),
                    ColumnSpec.number("loading_percent", "%", 0),
                    ColumnSpec.number("customers", "households", 0),
                    ColumnSpec.text("wire"),
                    ColumnSpec.classes("wire_source", "wire_source", List.of("recorded", "assumed")),
                    ColumnSpec.text("transformer_code")));

    static final LinkSpec LINK =
            new LinkSpec("household_transformer", LayerKind.HOUSEHOLD.id(), LayerKind.POWER_FACILITY.id(), "m");

    private VoltageTables() {}
}
