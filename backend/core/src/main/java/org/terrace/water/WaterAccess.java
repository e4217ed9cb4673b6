package org.terrace.water;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.LinkTableBuilder;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;
import org.terrace.standard.ReferenceData;

/**
 * Safe water at every household by the four indicators of the Chinese standard: quantity (litres per person and day, no more than the
 * supply on record leaves in the dry season), quality, convenience (piped to the house, else minutes there and back on the terrain) and
 * guarantee rate (days cut a year). Safe only if all four at least basically meet; one that fails is enough to be unsafe. Where some are
 * not on record, what the record declares as a whole makes it borderline or unserved; else it is unknown.
 *
 * <p>A hose counts as borderline: it reaches the house on record, but whether it holds through floods and livestock is not
 * checked here.
 *
 * @see "T/CHES 18-2018; WHO/UNICEF JMP ladder beside it"
 */
public final class WaterAccess implements Analysis {
    public static final String ID = "water.access";

    /** Named and not imported: the room of schemes builds on this one. */
    public static final String PIPES = "water.pipes";

    /** Whose record tells the quality: the household's, or that of the works named beside it. */
    private static final List<String> QUALITY_BASIS = List.of("household", "works", "not_on_record");

    private static final TableSpec HOUSEHOLD = new TableSpec(
            "household",
            LayerKind.HOUSEHOLD.id(),
            List.of(
                    ColumnSpec.verdict("verdict"),
                    ColumnSpec.reason("reason", SafeWater.CODES),
                    Indicator.column("quantity"),
                    Indicator.column("quality"),
                    Indicator.column("convenience"),
                    Indicator.column("guarantee"),
                    JmpLadder.column(),
                    ColumnSpec.classes("missing", Missing.SCHEME, Missing.CODES),
                    ColumnSpec.text("source_code"),
                    ColumnSpec.classes("source_basis", SourceBasis.SCHEME, SourceBasis.CODES),
                    ColumnSpec.text("supply_code"),
                    ColumnSpec.classes("record_outdated", "yes_no", List.of("yes", "no")),
                    ColumnSpec.number("people", "people", 1),
                    ColumnSpec.classes("quality_basis", "quality_basis", QUALITY_BASIS),
                    ColumnSpec.text("quality_code"),
                    ColumnSpec.number("round_trip_min", "min", 1),
                    ColumnSpec.number("round_trip_limit_min", "min", 0),
                    ColumnSpec.number("horizontal_m", "m", 1),
                    ColumnSpec.number("vertical_m", "m", 1),
                    ColumnSpec.number("horizontal_limit_m", "m", 0),
                    ColumnSpec.number("vertical_limit_m", "m", 0),
                    ColumnSpec.number("position_error_m", "m", 0),
                    ColumnSpec.number("height_error_m", "m", 0),
                    Indicator.column("convenience_literal"),
                    ColumnSpec.number("days_cut", "days/year", 0),
                    ColumnSpec.number("litres_per_person_day", "L", 0),
                    ColumnSpec.number("litres_dry_season", "L", 0),
                    ColumnSpec.number("litres_if_reported", "L", 0),
                    ColumnSpec.number("litres_limit", "L", 0),
                    Indicator.column("quantity_if_rich"),
                    Indicator.column("quantity_if_short")));

    private static final LinkSpec LINK =
            new LinkSpec("household_source", LayerKind.HOUSEHOLD.id(), LayerKind.WATER_FACILITY.id(), "m");

    /** Where nothing is on record: the works that it could fetch from. */
    private static final LinkSpec NEAREST =
            new LinkSpec("household_nearest", LayerKind.HOUSEHOLD.id(), LayerKind.WATER_FACILITY.id(), "m");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int engineVersion() {
        return 6;
    }

    @Override
    public Set<LayerKind> layers() {
        return Set.of(
                LayerKind.HOUSEHOLD,
                LayerKind.ADMIN_UNIT,
                LayerKind.ADMIN_BOUNDARY,
                LayerKind.WATER_FACILITY,
                LayerKind.PIPE,
                LayerKind.WATERCOURSE,
                LayerKind.ROAD_SEGMENT);
    }

    /** The head at the tap, computed along the pipes. */
    @Override
    public Set<String> needs() {
        return Set.of(PIPES);
    }

    @Override
    public boolean readsElevation() {
        return true;
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        return new Outputs(List.of(HOUSEHOLD), List.of(), List.of(LINK, NEAREST));
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        Rows rows = new Rows(assessment);
        int households = assessment.region().households().size();
        for (int i = 0; i < households; i++) {
            if ((i & 0xFFF) == 0) {
                assessment.deadline().check();
                assessment.progress().done((double) i / households);
            }
            rows.add(i);
        }
        return new AnalysisResult(
                ID,
                List.of(rows.table.build()),
                List.of(),
                List.of(rows.links.build(), rows.nearest.build()),
                Map.of());
    }

    /** Fills the rows of one snapshot. */
    private static final class Rows {
        private final FeatureTable households;
        private final FeatureTable works;
        private final HouseholdWater water;
        private final Heights heights;
        private final ResultTableBuilder table;
        private final Drinkers drinkers;
        private final int[][] drawnFrom;
        private final ResultTable taps;
        private final LinkTableBuilder links = new LinkTableBuilder(LINK);
        private final LinkTableBuilder nearest = new LinkTableBuilder(NEAREST);

        Rows(Assessment assessment) {
            this.households = assessment.region().households();
            this.works = assessment.region().table(LayerKind.WATER_FACILITY);
            this.water = new HouseholdWater(assessment);
            this.heights = new Heights(assessment.region().elevation());
            this.table = new ResultTableBuilder(HOUSEHOLD, households.codes());
            this.drinkers = Drinkers.of(assessment);
            this.drawnFrom = DrawnLinks.sources(assessment);
            this.taps = assessment.input(PIPES).table("household");
        }

        void add(int i) {
            HouseholdWater.State state = water.of(i, isDry(i), drawnFrom[i]);
            QuantityRule rule = water.quantityRule();
            table.set(i, "quantity", state.quantity().code())
                    .set(i, "quality", state.quality().code())
                    .set(i, "convenience", state.convenience().code())
                    .set(i, "guarantee", state.guarantee().code())
                    .set(i, "jmp", state.jmp())
                    .set(i, "missing", state.missing().code())
                    .set(i, "source_basis", state.basis().code())
                    .set(
                            i,
                            "supply_code",
                            state.supply() < 0 ? "" : water.supplies().code(state.supply()))
                    .set(i, "record_outdated", state.isOutdated() ? "yes" : "no")
                    .set(i, "people", drinkers.of(i))
                    .set(i, "quality_basis", qualityBasis(state))
                    .set(i, "quality_code", state.qualityWork() < 0 ? "" : works.code(state.qualityWork()))
                    .set(i, "days_cut", households.numbers("water_days_cut").get(i))
                    .set(
                            i,
                            "litres_per_person_day",
                            households.numbers("water_litres_per_person_day").get(i))
                    .set(i, "litres_dry_season", state.dryLitres())
                    .set(i, "litres_if_reported", state.dryLitresIfReported())
                    .set(i, "litres_limit", state.limits().basicL())
                    .set(
                            i,
                            "quantity_if_rich",
                            state.litres().under(rule.rich()).code())
                    .set(
                            i,
                            "quantity_if_short",
                            state.litres().under(rule.scarce()).code());
            if (state.work() >= 0) {
                source(i, state.work(), state.basis() == SourceBasis.NEAREST ? nearest : links);
            }
            Indicator literal =
                    state.fetched().map(f -> f.judgement().literal()).orElse(state.convenience());
            table.set(i, "convenience_literal", literal.code());
            state.fetched().ifPresent(f -> trip(i, f.trip()));
            SafeWater reason = SafeWater.of(
                    state, declared(i), isHose(i), taps.codesOf("tap").is(i, "too_low"));
            table.judge(i, reason.verdict, reason.code());
        }

        /** Whether no water comes to the tap whatever the errors: over a ridge, or because the tap stands above the water. */
        private boolean isDry(int i) {
            // On a main between two works as much as is left where it runs full.
            String head = taps.numbers("head_if_full_m").isAbsent(i) ? "residual_head_m" : "head_if_full_m";
            double most =
                    taps.numbers(head).get(i) + taps.numbers("head_error_m").get(i);
            return taps.codesOf("tap").is(i, "no_water_passes")
                    || (taps.codesOf("tap").is(i, "too_low") && most < 0);
        }

        private static String qualityBasis(HouseholdWater.State state) {
            int at = state.quality() == Indicator.UNKNOWN ? 2 : state.qualityWork() < 0 ? 0 : 1;
            return QUALITY_BASIS.get(at);
        }

        private SafeWater.Declared declared(int i) {
            Column.Codes safe = households.codesOf("declared_safe_water");
            return safe.is(i, "yes")
                    ? SafeWater.Declared.SAFE
                    : safe.is(i, "no") ? SafeWater.Declared.UNSAFE : SafeWater.Declared.NOTHING;
        }

        private boolean isHose(int i) {
            return households.codesOf("water_connection").is(i, "hose");
        }

        private void source(int i, int work, LinkTableBuilder to) {
            table.set(i, "source_code", works.code(work));
            double horizontal = households.distance(i, works, work);
            if (households.hasGeometry(i) && works.hasGeometry(work)) {
                table.set(i, "horizontal_m", horizontal)
                        .set(i, "vertical_m", heights.of(works, work) - heights.of(households, i));
            }
            to.add(households.code(i), works.code(work), horizontal);
        }

        private void trip(int i, FetchRule.Trip trip) {
            FetchRule.Limits basic = water.nearby().rule().basic();
            table.set(i, "round_trip_min", Double.isInfinite(trip.minutes()) ? Double.NaN : trip.minutes())
                    .set(i, "round_trip_limit_min", basic.minutes())
                    .set(i, "horizontal_limit_m", basic.horizontalM())
                    .set(i, "vertical_limit_m", basic.verticalM())
                    .set(i, "position_error_m", trip.positionErrorM())
                    .set(i, "height_error_m", trip.heightErrorM());
        }
    }

    /** One sentence for each indicator, and the straight line from the door to the source. */
    @Override
    public Explanation explain(Assessment assessment, AnalysisResult result, String tableId, String code) {
        ResultTable table = result.table("household");
        int row = table.rowOf(code);
        if (!tableId.equals("household") || row < 0) {
            return Explanation.NONE;
        }
        List<Explanation.Step> steps = new ArrayList<>();
        FeatureTable households = assessment.region().households();
        FeatureTable works = assessment.region().table(LayerKind.WATER_FACILITY);
        int work = works.rowOf(table.text("source_code").get(row));
        if (work >= 0) {
            boolean near = table.codesOf("source_basis").is(row, SourceBasis.NEAREST.code());
            steps.add(new Explanation.Step(
                    near ? "water.access.step_nearest" : "water.access.step_source",
                    numbers(table, row, "horizontal_m", "vertical_m"),
                    Map.of(
                            "source_code", works.code(work),
                            "source_name", works.text("name").get(work),
                            "source_kind", works.codesOf("kind").code(work)),
                    List.of("water.convenience.reading")));
            steps.addAll(supply(assessment, work));
        }
        if (table.codesOf("record_outdated").is(row, "yes")) {
            steps.add(new Explanation.Step(
                    "water.access.step_record_outdated",
                    Map.of(),
                    Map.of("works_code", households.text("water_source_code").get(households.rowOf(code))),
                    List.of()));
        }
        if (!table.text("quality_code").get(row).isEmpty()) {
            steps.add(new Explanation.Step(
                    "water.access.step_quality_by_works",
                    Map.of(),
                    Map.of("quality_code", table.text("quality_code").get(row)),
                    List.of()));
        }
        if (!table.numbers("round_trip_min").isAbsent(row)) {
            steps.add(new Explanation.Step(
                    "water.access.step_minutes",
                    numbers(table, row, "round_trip_min"),
                    Map.of(),
                    List.of("water.convenience.meets.minutes", "water.convenience.basic.minutes", "walking.model")));
        }
        return new Explanation(steps, line(households, households.rowOf(code), works, work));
    }

    private static Map<String, Double> numbers(ResultTable table, int row, String... columns) {
        Map<String, Double> numbers = new HashMap<>();
        for (String column : columns) {
            numbers.put(column, table.numbers(column).get(row));
        }
        return numbers;
    }

    /** What the supply behind some works yields, and for how many. */
    private static List<Explanation.Step> supply(Assessment assessment, int work) {
        Supplies supplies = Supplies.of(assessment);
        int supply = supplies.of(work);
        double yield = supplies.knownYieldM3PerDay(supply);
        boolean measured = supplies.isMeasured(supply);
        WaterDemand demand = WaterDemand.of(assessment.standard());
        double litres = supplies.litresAtLeast(supply, demand);
        if (!measured && yield == 0) {
            return List.of(new Explanation.Step("water.access.step_not_measured", Map.of(), Map.of(), List.of()));
        }
        boolean open = !measured && Double.isFinite(supplies.mostYieldM3PerDay(supply));
        List<Explanation.Step> steps = new ArrayList<>();
        steps.add(new Explanation.Step(
                open
                        ? "water.access.step_yield_in_series"
                        : measured ? "water.access.step_yield" : "water.access.step_yield_at_least",
                Map.of(
                        "yield_m3_per_day",
                        yield,
                        "people",
                        supplies.people(supply),
                        "litres_dry_season",
                        Double.isInfinite(litres) ? Double.NaN : litres,
                        "most_m3_per_day",
                        open ? supplies.mostYieldM3PerDay(supply) : Double.NaN),
                Map.of(),
                List.of("water.zone", "water.demand.loss_percent")));
        if (supplies.peopleAtMost(supply) > supplies.people(supply)) {
            steps.add(new Explanation.Step(
                    "water.access.step_reported",
                    Map.of(
                            "people",
                            supplies.peopleAtMost(supply),
                            "litres_if_reported",
                            supplies.litresIfReported(supply, demand)),
                    Map.of(),
                    List.of("water.demand.loss_percent")));
        }
        return steps;
    }

    private static Optional<Geometry> line(FeatureTable households, int household, FeatureTable works, int work) {
        if (work < 0 || !households.hasGeometry(household) || !works.hasGeometry(work)) {
            return Optional.empty();
        }
        Coordinate[] ends = {households.at(household), works.at(work)};
        return Optional.of(Geometries.FACTORY.createLineString(ends));
    }
}
