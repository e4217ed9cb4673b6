package org.terrace.power;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.LimitCheck;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.LinkTableBuilder;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.analysis.Verdict;
import org.terrace.network.SegmentIndex;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Standard;

/**
 * Voltage at every household as far as it was measured. Without a measurement the verdict is unknown; the distance to the
 * transformer against the supply radius is shown beside it as a screen, and a screen never says served or unserved.
 */
public final class VoltageOnRecord implements Analysis {
    public static final String ID = "power.voltage";

    static final List<String> REASONS = List.of(
            "measured_within_limits", "measured_too_low", "measured_too_high", "no_power_on_record", "not_measured");

    /** Codes of the scheme {@code supply_radius_screen}, in its order. */
    static final List<String> SCREEN = List.of("within_radius", "beyond_radius", "unknown");

    private static final TableSpec HOUSEHOLD = new TableSpec(
            "household",
            LayerKind.HOUSEHOLD.id(),
            List.of(
                    ColumnSpec.verdict("verdict"),
                    ColumnSpec.reason("reason", REASONS),
                    ColumnSpec.number("voltage_v", "V", 1),
                    ColumnSpec.number("voltage_low_limit_v", "V", 1),
                    ColumnSpec.number("voltage_high_limit_v", "V", 1),
                    ColumnSpec.text("measured_on"),
                    ColumnSpec.text("transformer_code"),
                    ColumnSpec.number("transformer_distance_m", "m", 1),
                    ColumnSpec.classes("radius_screen", "supply_radius_screen", SCREEN)));

    private static final LinkSpec LINK =
            new LinkSpec("household_transformer", LayerKind.HOUSEHOLD.id(), LayerKind.POWER_FACILITY.id(), "m");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int engineVersion() {
        return 2;
    }

    @Override
    public Set<LayerKind> layers() {
        return Set.of(LayerKind.HOUSEHOLD, LayerKind.ADMIN_UNIT, LayerKind.ADMIN_BOUNDARY, LayerKind.POWER_FACILITY);
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        return new Outputs(List.of(HOUSEHOLD), List.of(), List.of(LINK));
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        Standard standard = assessment.standard();
        FeatureTable households = assessment.region().households();
        FeatureTable facilities = assessment.region().table(LayerKind.POWER_FACILITY);
        double nominal = standard.number("power.voltage.nominal_v");
        double low = nominal * (1 + standard.number("power.voltage.low_percent") / 100);
        double high = nominal * (1 + standard.number("power.voltage.high_percent") / 100);
        double radius = standard.number("power.supply_radius_m");
        SegmentIndex transformers = transformers(facilities);

        ResultTableBuilder table = new ResultTableBuilder(HOUSEHOLD, households.codes());
        LinkTableBuilder links = new LinkTableBuilder(LINK);
        for (int i = 0; i < households.size(); i++) {
            double volts = households.numbers("measured_voltage_v").get(i);
            table.set(i, "voltage_v", volts)
                    .set(i, "voltage_low_limit_v", low)
                    .set(i, "voltage_high_limit_v", high)
                    .set(
                            i,
                            "measured_on",
                            households.text("voltage_measured_on").get(i));
            judge(
                    table,
                    i,
                    volts,
                    low,
                    high,
                    households.codesOf("declared_power").is(i, "no"));
            int transformer = transformerOf(households, i, facilities, transformers);
            double distance = Double.NaN;
            if (transformer >= 0) {
                distance = households.distance(i, facilities, transformer);
                table.set(i, "transformer_code", facilities.code(transformer));
                links.add(households.code(i), facilities.code(transformer), distance);
            }
            table.set(i, "transformer_distance_m", distance)
                    .set(
                            i,
                            "radius_screen",
                            Double.isNaN(distance)
                                    ? "unknown"
                                    : distance <= radius ? "within_radius" : "beyond_radius");
        }
        return new AnalysisResult(ID, List.of(table.build()), List.of(), List.of(links.build()), Map.of());
    }

    private static void judge(
            ResultTableBuilder table, int i, double volts, double low, double high, boolean declaredWithout) {
        if (LimitCheck.atLeast(volts, 0, low) == LimitCheck.BROKEN) {
            table.judge(i, Verdict.UNSERVED, "measured_too_low");
        } else if (LimitCheck.atMost(volts, 0, high) == LimitCheck.BROKEN) {
            table.judge(i, Verdict.UNSERVED, "measured_too_high");
        } else if (!Double.isNaN(volts)) {
            table.judge(i, Verdict.SERVED, "measured_within_limits");
        } else if (declaredWithout) {
            table.judge(i, Verdict.UNSERVED, "no_power_on_record");
        } else {
            table.judge(i, Verdict.UNKNOWN, "not_measured");
        }
    }

    /** Transformers as an index of points; the owner is the facility's row. */
    private static SegmentIndex transformers(FeatureTable facilities) {
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        for (int i = 0; i < facilities.size(); i++) {
            if (facilities.codesOf("kind").is(i, "transformer") && facilities.hasGeometry(i)) {
                builder.add(i, facilities.x(i), facilities.y(i));
            }
        }
        return builder.build();
    }

    /** The transformer on record, wherever it stands; else the nearest one, else -1. */
    private static int transformerOf(
            FeatureTable households, int i, FeatureTable facilities, SegmentIndex transformers) {
        int recorded = facilities.rowOf(households.text("transformer_code").get(i));
        if (recorded >= 0 && facilities.codesOf("kind").is(recorded, "transformer")) {
            return recorded;
        }
        int nearest = transformers.nearest(households.x(i), households.y(i));
        return nearest < 0 ? -1 : transformers.ownerOf(nearest);
    }

    /** The straight line to the transformer. */
    @Override
    public Explanation explain(Assessment assessment, AnalysisResult result, String tableId, String code) {
        FeatureTable households = assessment.region().households();
        FeatureTable facilities = assessment.region().table(LayerKind.POWER_FACILITY);
        int row = households.rowOf(code);
        int resultRow = result.table("household").rowOf(code);
        if (row < 0 || resultRow < 0 || !households.hasGeometry(row)) {
            return Explanation.NONE;
        }
        String transformer = result.table("household").text("transformer_code").get(resultRow);
        int facility = facilities.rowOf(transformer);
        if (facility < 0 || !facilities.hasGeometry(facility)) {
            return Explanation.NONE;
        }
        boolean onRecord = households.text("transformer_code").get(row).equals(transformer);
        Explanation.Step step = new Explanation.Step(
                onRecord ? "power.voltage.step_recorded" : "power.voltage.step_nearest",
                Map.of(
                        "transformer_distance_m",
                        result.table("household")
                                .numbers("transformer_distance_m")
                                .get(resultRow)),
                Map.of(
                        "transformer_code",
                        transformer,
                        "transformer_name",
                        facilities.text("name").get(facility)),
                List.of("power.voltage.low_percent", "power.voltage.high_percent", "power.supply_radius_m"));
        return Explanation.straight(step, households.at(row), facilities.at(facility));
    }
}
