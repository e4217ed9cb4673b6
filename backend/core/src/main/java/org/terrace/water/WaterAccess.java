package org.terrace.water;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.LinkTableBuilder;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.analysis.Verdict;
import org.terrace.region.AdminTree;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Standard;

/**
 * Water at every household: what the record says fails (quality, days cut, litres) decides first, then the connection on record,
 * then the best source in reach under the {@link FetchRule}. Where there is no place or no source to judge by, what the record
 * declares: a declared lack is taken as one, a declared supply is not checked by anything and stays borderline.
 *
 * <p>A hose counts as borderline: it reaches the house on record, but whether it holds through floods and livestock is not
 * checked here.
 */
public final class WaterAccess implements Analysis {
    public static final String ID = "water.access";

    static final List<String> REASONS = List.of(
            "piped_on_record",
            "piped_rest_not_known",
            "hose_on_record",
            "quality_fails",
            "cut_too_often",
            "too_few_litres",
            "litres_depend_on_zone",
            "source_within_limits",
            "error_can_flip",
            "only_literal_or_holds",
            "height_unknown",
            "source_state_unknown",
            "source_beyond_limits",
            "declared_safe",
            "declared_unsafe",
            "no_position",
            "no_sources_on_record");

    private static final TableSpec HOUSEHOLD = new TableSpec(
            "household",
            LayerKind.HOUSEHOLD.id(),
            List.of(
                    ColumnSpec.verdict("verdict"),
                    ColumnSpec.reason("reason", REASONS),
                    ColumnSpec.text("source_code"),
                    ColumnSpec.number("horizontal_m", "m", 1),
                    ColumnSpec.number("vertical_m", "m", 1),
                    ColumnSpec.number("horizontal_limit_m", "m", 0),
                    ColumnSpec.number("vertical_limit_m", "m", 0),
                    ColumnSpec.number("position_error_m", "m", 0),
                    ColumnSpec.number("height_error_m", "m", 0),
                    ColumnSpec.number("days_cut", "days/year", 0),
                    ColumnSpec.number("litres_per_person_day", "L", 0),
                    ColumnSpec.number("litres_limit", "L", 0)));

    private static final LinkSpec LINK =
            new LinkSpec("household_source", LayerKind.HOUSEHOLD.id(), LayerKind.WATER_FACILITY.id(), "m");

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
        return Set.of(LayerKind.HOUSEHOLD, LayerKind.ADMIN_UNIT, LayerKind.ADMIN_BOUNDARY, LayerKind.WATER_FACILITY);
    }

    @Override
    public boolean readsElevation() {
        return true;
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        return new Outputs(List.of(HOUSEHOLD), List.of(), List.of(LINK));
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        Judge judge = new Judge(assessment);
        int households = assessment.region().households().size();
        for (int i = 0; i < households; i++) {
            if ((i & 0xFFF) == 0) {
                assessment.deadline().check();
                assessment.progress().done((double) i / households);
            }
            judge.judge(i);
        }
        return new AnalysisResult(ID, List.of(judge.table.build()), List.of(), List.of(judge.links.build()), Map.of());
    }

    /** Judges households one by one over the record of one snapshot. */
    private static final class Judge {
        private final FeatureTable households;
        private final FeatureTable facilities;
        private final Heights heights;
        private final NearbySources nearby;
        private final double daysCutLimit;
        private final QuantityRule quantity;
        private final AdminTree units;
        private final ResultTableBuilder table;
        private final LinkTableBuilder links = new LinkTableBuilder(LINK);

        Judge(Assessment assessment) {
            Standard standard = assessment.standard();
            this.households = assessment.region().households();
            this.facilities = assessment.region().table(LayerKind.WATER_FACILITY);
            this.heights = new Heights(assessment.region().elevation());
            this.nearby = new NearbySources(assessment);
            this.daysCutLimit = standard.number("water.guarantee.basic.days_cut_per_year");
            this.quantity = QuantityRule.of(standard);
            this.units = assessment.units();
            this.table = new ResultTableBuilder(HOUSEHOLD, households.codes());
        }

        void judge(int i) {
            double daysCut = households.numbers("water_days_cut").get(i);
            double litres = households.numbers("water_litres_per_person_day").get(i);
            String township = QuantityRule.township(
                    units.unitsOf(households.text("group_code").get(i), households.x(i), households.y(i)));
            table.set(i, "days_cut", daysCut)
                    .set(i, "litres_per_person_day", litres)
                    .set(i, "litres_limit", quantity.limitL(township));
            QuantityRule.Outcome enough = quantity.judge(litres, township);
            Column.Codes connection = households.codesOf("water_connection");
            Column.Codes quality = households.codesOf("water_quality");
            if (quality.is(i, "fails")) {
                table.judge(i, Verdict.UNSERVED, "quality_fails");
            } else if (daysCut > daysCutLimit) {
                table.judge(i, Verdict.UNSERVED, "cut_too_often");
            } else if (enough == QuantityRule.Outcome.TOO_LITTLE) {
                table.judge(i, Verdict.UNSERVED, "too_few_litres");
            } else if (enough == QuantityRule.Outcome.DEPENDS_ON_ZONE && connection.is(i, "piped")) {
                table.judge(i, Verdict.BORDERLINE, "litres_depend_on_zone");
            } else if (connection.is(i, "piped")) {
                boolean allKnown =
                        enough == QuantityRule.Outcome.ENOUGH && !Double.isNaN(daysCut) && !quality.isAbsent(i);
                table.judge(i, Verdict.SERVED, allKnown ? "piped_on_record" : "piped_rest_not_known");
            } else if (connection.is(i, "hose")) {
                table.judge(i, Verdict.BORDERLINE, "hose_on_record");
            } else {
                fetch(i, enough);
                return;
            }
            recordedSource(i);
        }

        /** The source on record, if it is a known facility. */
        private void recordedSource(int i) {
            String code = households.text("water_source_code").get(i);
            int row = facilities.rowOf(code);
            if (row < 0) {
                return;
            }
            table.set(i, "source_code", code);
            double horizontal = households.distance(i, facilities, row);
            if (households.hasGeometry(i) && facilities.hasGeometry(row)) {
                table.set(i, "horizontal_m", horizontal)
                        .set(i, "vertical_m", heights.of(facilities, row) - heights.of(households, i));
            }
            links.add(households.code(i), code, horizontal);
        }

        private void fetch(int i, QuantityRule.Outcome enough) {
            if (!households.hasGeometry(i)) {
                declared(i, "no_position");
                return;
            }
            if (nearby.isEmpty()) {
                declared(i, "no_sources_on_record");
                return;
            }
            int best = nearby.bestFor(i);
            String code = nearby.sources().code(best);
            double horizontal = nearby.horizontalM(i, best);
            table.set(i, "source_code", code)
                    .set(i, "horizontal_m", horizontal)
                    .set(i, "vertical_m", nearby.verticalM(i, best))
                    .set(i, "horizontal_limit_m", nearby.rule().horizontalM())
                    .set(i, "vertical_limit_m", nearby.rule().verticalM())
                    .set(i, "position_error_m", nearby.positionErrorM(i))
                    .set(i, "height_error_m", nearby.heightErrorM(i, best));
            links.add(households.code(i), code, horizontal);
            FetchRule.Outcome outcome = nearby.outcome(i, best);
            if (outcome == FetchRule.Outcome.BOTH_HOLD && enough == QuantityRule.Outcome.DEPENDS_ON_ZONE) {
                table.judge(i, Verdict.BORDERLINE, "litres_depend_on_zone");
            } else {
                table.judge(i, outcome.verdict, outcome.reason);
            }
        }

        /** What the record declares, where nothing can be measured; else unknown for the reason given. */
        private void declared(int i, String reason) {
            Column.Codes safe = households.codesOf("declared_safe_water");
            if (safe.is(i, "no")) {
                table.judge(i, Verdict.UNSERVED, "declared_unsafe");
            } else if (safe.is(i, "yes")) {
                table.judge(i, Verdict.BORDERLINE, "declared_safe");
            } else {
                table.judge(i, Verdict.UNKNOWN, reason);
            }
        }
    }

    /** The straight line from the door to the source named in the row. */
    @Override
    public Explanation explain(Assessment assessment, AnalysisResult result, String tableId, String code) {
        FeatureTable households = assessment.region().households();
        FeatureTable facilities = assessment.region().table(LayerKind.WATER_FACILITY);
        int row = households.rowOf(code);
        if (row < 0 || !households.hasGeometry(row)) {
            return Explanation.NONE;
        }
        int resultRow = result.table("household").rowOf(code);
        String source = result.table("household").text("source_code").get(resultRow);
        int facility = facilities.rowOf(source);
        if (facility < 0 || !facilities.hasGeometry(facility)) {
            return Explanation.NONE;
        }
        Explanation.Step step = new Explanation.Step(
                "water.access.step_source",
                Map.of(
                        "horizontal_m",
                        result.table("household").numbers("horizontal_m").get(resultRow),
                        "vertical_m",
                        result.table("household").numbers("vertical_m").get(resultRow)),
                Map.of(
                        "source_code", source,
                        "source_name", facilities.text("name").get(facility),
                        "source_kind", facilities.codesOf("kind").code(facility)),
                List.of(
                        "water.convenience.basic.horizontal_m",
                        "water.convenience.basic.vertical_m",
                        "water.convenience.reading"));
        return Explanation.straight(step, households.at(row), facilities.at(facility));
    }
}
