package org.terrace.water;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.LinkTable;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.analysis.Verdict;
import org.terrace.network.SegmentIndex;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;
import org.terrace.region.PositionErrors;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Standard;

/**
 * Water at every household: what the record says fails (quality, days cut, litres) decides first, then the connection on record,
 * then the nearest working source under the {@link FetchRule}.
 *
 * <p>A hose counts as borderline: it reaches the house on record, but whether it holds through floods and livestock is not
 * checked here.
 */
public final class WaterAccess implements Analysis {
    public static final String ID = "water.access";

    static final List<String> REASONS = List.of(
            "piped_on_record",
            "hose_on_record",
            "quality_fails",
            "cut_too_often",
            "too_few_litres",
            "source_within_limits",
            "error_can_flip",
            "only_literal_or_holds",
            "height_unknown",
            "source_state_unknown",
            "source_beyond_limits",
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
                    ColumnSpec.number("litres_per_person_day", "L", 0)));

    private static final LinkSpec LINK =
            new LinkSpec("household_source", LayerKind.HOUSEHOLD.id(), LayerKind.WATER_FACILITY.id(), "m");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int engineVersion() {
        return 1;
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
        FeatureTable households = assessment.region().households();
        List<String> from = new ArrayList<>();
        List<String> to = new ArrayList<>();
        List<Double> value = new ArrayList<>();
        for (int i = 0; i < households.size(); i++) {
            if ((i & 0xFFF) == 0) {
                assessment.deadline().check();
                assessment.progress().done((double) i / households.size());
            }
            judge.judge(i).ifPresent(link -> {
                from.add(link.from());
                to.add(link.to());
                value.add(link.metres());
            });
        }
        LinkTable links = new LinkTable(
                LINK,
                from.toArray(String[]::new),
                to.toArray(String[]::new),
                value.stream().mapToDouble(Double::doubleValue).toArray());
        return new AnalysisResult(ID, List.of(judge.table.build()), List.of(), List.of(links), Map.of());
    }

    private record Link(String from, String to, double metres) {}

    /** Judges households one by one over the sources of one snapshot. */
    private static final class Judge {
        private final FeatureTable households;
        private final FeatureTable facilities;
        private final boolean hasSources;
        private final Heights heights;
        private final WaterSources sources;
        private final SegmentIndex index;
        private final FetchRule rule;
        private final double[] positionErrors;
        private final double elevationErrorM;
        private final double daysCutLimit;
        private final double litresLimit;
        private final ResultTableBuilder table;

        Judge(Assessment assessment) {
            Standard standard = assessment.standard();
            this.households = assessment.region().households();
            this.facilities = assessment.region().table(LayerKind.WATER_FACILITY);
            this.hasSources = assessment.region().has(LayerKind.WATER_FACILITY);
            this.heights = new Heights(assessment.region().elevation());
            this.sources = WaterSources.of(facilities, heights);
            SegmentIndex.Builder points = new SegmentIndex.Builder();
            for (int k = 0; k < sources.size(); k++) {
                points.add(k, sources.x(k), sources.y(k), sources.x(k), sources.y(k));
            }
            this.index = points.build();
            this.rule = new FetchRule(
                    standard.number("water.convenience.basic.horizontal_m"),
                    standard.number("water.convenience.basic.vertical_m"),
                    standard.text("water.convenience.reading"));
            this.positionErrors = PositionErrors.of(households, standard.number("household.position_error_m"));
            this.elevationErrorM = standard.number("elevation.error_m");
            this.daysCutLimit = standard.number("water.guarantee.basic.days_cut_per_year");
            this.litresLimit = standard.number("water.quantity.basic_short.litres_per_person_day");
            this.table = new ResultTableBuilder(HOUSEHOLD, households.codes());
        }

        Optional<Link> judge(int i) {
            double daysCut = households.numbers("water_days_cut").get(i);
            double litres = households.numbers("water_litres_per_person_day").get(i);
            table.set(i, "days_cut", daysCut).set(i, "litres_per_person_day", litres);
            Column.Codes connection = households.codesOf("water_connection");
            if (households.codesOf("water_quality").is(i, "fails")) {
                say(i, Verdict.UNSERVED, "quality_fails");
            } else if (daysCut > daysCutLimit) {
                say(i, Verdict.UNSERVED, "cut_too_often");
            } else if (litres < litresLimit) {
                say(i, Verdict.UNSERVED, "too_few_litres");
            } else if (connection.is(i, "piped")) {
                say(i, Verdict.SERVED, "piped_on_record");
            } else if (connection.is(i, "hose")) {
                say(i, Verdict.BORDERLINE, "hose_on_record");
            } else {
                return fetch(i);
            }
            return recordedSource(i);
        }

        private void say(int i, Verdict verdict, String reason) {
            table.set(i, "verdict", verdict).set(i, "reason", reason);
        }

        /** The source on record, if it is a known facility. */
        private Optional<Link> recordedSource(int i) {
            String code = households.text("water_source_code").get(i);
            int row = facilities.rowOf(code);
            if (row < 0) {
                return Optional.empty();
            }
            table.set(i, "source_code", code);
            if (!households.hasGeometry(i) || !facilities.hasGeometry(row)) {
                return Optional.of(new Link(households.code(i), code, Double.NaN));
            }
            double horizontal = distance(i, facilities.x(row), facilities.y(row));
            table.set(i, "horizontal_m", horizontal)
                    .set(i, "vertical_m", heights.of(facilities, row) - heights.of(households, i));
            return Optional.of(new Link(households.code(i), code, horizontal));
        }

        private Optional<Link> fetch(int i) {
            if (!households.hasGeometry(i)) {
                say(i, Verdict.UNKNOWN, "no_position");
                return Optional.empty();
            }
            if (!hasSources || index.isEmpty()) {
                say(i, Verdict.UNKNOWN, "no_sources_on_record");
                return Optional.empty();
            }
            int best = bestSource(i);
            FetchRule.Outcome outcome = outcome(i, best);
            table.set(i, "source_code", sources.code(best))
                    .set(i, "horizontal_m", distance(i, sources.x(best), sources.y(best)))
                    .set(i, "vertical_m", sources.heightM()[best] - heights.of(households, i))
                    .set(i, "horizontal_limit_m", rule.horizontalM())
                    .set(i, "vertical_limit_m", rule.verticalM())
                    .set(i, "position_error_m", positionErrors[i])
                    .set(i, "height_error_m", heightError(i, best));
            if (outcome == FetchRule.Outcome.BOTH_HOLD && !sources.certain()[best]) {
                say(i, Verdict.UNKNOWN, "source_state_unknown");
            } else {
                say(i, outcome.verdict, outcome.reason);
            }
            return Optional.of(
                    new Link(households.code(i), sources.code(best), distance(i, sources.x(best), sources.y(best))));
        }

        /** The source with the best outcome (one known to work before one that may), then the nearest, then the lowest code. */
        private int bestSource(int i) {
            int best = index.ownerOf(index.nearest(households.x(i), households.y(i)));
            double reach = rule.horizontalM() + positionErrors[i];
            for (int edge : index.within(households.x(i), households.y(i), reach)) {
                int k = index.ownerOf(edge);
                if (k != best && better(i, k, best)) {
                    best = k;
                }
            }
            return best;
        }

        private boolean better(int i, int k, int than) {
            int rank = rank(i, k);
            int rankThan = rank(i, than);
            if (rank != rankThan) {
                return rank < rankThan;
            }
            int nearer = Double.compare(
                    distance(i, sources.x(k), sources.y(k)), distance(i, sources.x(than), sources.y(than)));
            return nearer < 0 || (nearer == 0 && k < than);
        }

        private int rank(int i, int k) {
            return outcome(i, k).ordinal() * 2 + (sources.certain()[k] ? 0 : 1);
        }

        private FetchRule.Outcome outcome(int i, int k) {
            return rule.judge(
                    distance(i, sources.x(k), sources.y(k)),
                    sources.heightM()[k] - heights.of(households, i),
                    positionErrors[i],
                    heightError(i, k));
        }

        /** Two heights of the model are each wrong by its error; a surveyed one is taken as exact. */
        private double heightError(int i, int k) {
            double household = Heights.isSurveyed(households, i) ? 0 : elevationErrorM;
            double source = sources.surveyed()[k] ? 0 : elevationErrorM;
            return Math.sqrt(household * household + source * source);
        }

        private double distance(int i, double x, double y) {
            double dx = households.x(i) - x;
            double dy = households.y(i) - y;
            return Math.sqrt(dx * dx + dy * dy);
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
        Coordinate[] line = {
            new Coordinate(households.x(row), households.y(row)),
            new Coordinate(facilities.x(facility), facilities.y(facility))
        };
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
        return new Explanation(List.of(step), Optional.of(Geometries.FACTORY.createLineString(line)));
    }
}
