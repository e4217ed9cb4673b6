package org.terrace.water;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.terrace.optimise.WholeAssignment;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.standard.ReferenceData;

/**
 * Who drinks from where: households with a connection on record keep it; the others are assigned, whole, to supplies so that the measured
 * dry-season yield, the reach rule and gravity hold: most people first, then least person-minutes. Beside it the bound that the linear
 * relaxation proves, what more water at each supply would serve, which supplies are promised to more people than they can supply, and
 * which must be measured first.
 *
 * @see "Ross and Soland (1975), A branch and bound algorithm for the generalized assignment problem"
 */
public final class SourceAssignment implements Analysis {
    public static final String ID = "water.sources";

    private static final List<String> STATUS = List.of(
            "keeps_connection",
            "assigned",
            "not_enough_water",
            "none_measured",
            "none_fit",
            "none_high_enough",
            "reach_not_proven",
            "no_source_in_reach",
            "not_known",
            "nobody_there");

    private static final TableSpec HOUSEHOLD = new TableSpec(
            "household",
            LayerKind.HOUSEHOLD.id(),
            List.of(
                    ColumnSpec.classes("status", "water_assignment", STATUS),
                    ColumnSpec.text("source_code"),
                    ColumnSpec.number("round_trip_min", "min", 1),
                    ColumnSpec.number("people", "people", 1)));

    private static final TableSpec SOURCE = new TableSpec(
            "source",
            LayerKind.WATER_FACILITY.id(),
            List.of(
                    ColumnSpec.classes("load", SourceLoad.SCHEME, SourceLoad.CODES),
                    ColumnSpec.text("supply_code"),
                    ColumnSpec.number("yield_m3_per_day", "m3/day", 1),
                    ColumnSpec.number("needed_on_record_m3_per_day", "m3/day", 1),
                    ColumnSpec.number("needed_if_reported_m3_per_day", "m3/day", 1),
                    ColumnSpec.number("households_on_record", "households", 0),
                    ColumnSpec.number("people_on_record", "people", 0),
                    ColumnSpec.number("people_reported", "people", 0),
                    ColumnSpec.number("people_sharing", "people", 0),
                    ColumnSpec.number("litres_dry_season", "L", 0),
                    ColumnSpec.number("litres_if_reported", "L", 0),
                    ColumnSpec.number("people_assigned", "people", 0),
                    ColumnSpec.number("households_assigned", "households", 0),
                    ColumnSpec.number("left_m3_per_day", "m3/day", 1),
                    ColumnSpec.number("people_per_m3", "people", 1),
                    ColumnSpec.number("people_more", "people", 0),
                    ColumnSpec.number("people_waiting", "people", 0)));

    private static final TableSpec TOTAL = new TableSpec(
            "total",
            LayerKind.ADMIN_UNIT.id(),
            List.of(
                    ColumnSpec.number("households_to_assign", "households", 0),
                    ColumnSpec.number("people_to_assign", "people", 0),
                    ColumnSpec.number("people_assigned", "people", 0),
                    ColumnSpec.number("people_bound", "people", 1),
                    ColumnSpec.number("people_relaxed", "people", 1),
                    ColumnSpec.number("people_gap_percent", "%", 3),
                    ColumnSpec.classes("people_proven", "yes_no", List.of("yes", "no")),
                    ColumnSpec.number("person_minutes", "min", 0),
                    ColumnSpec.number("person_minutes_bound", "min", 0),
                    ColumnSpec.classes("minutes_proven", "yes_no", List.of("yes", "no")),
                    ColumnSpec.number("supplies_over_promised", "", 0),
                    ColumnSpec.number("supplies_to_measure", "", 0)));

    private static final LinkSpec LINK =
            new LinkSpec("household_assigned", LayerKind.HOUSEHOLD.id(), LayerKind.WATER_FACILITY.id(), "min");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int engineVersion() {
        return 3;
    }

    @Override
    public Set<LayerKind> layers() {
        return new WaterAccess().layers();
    }

    @Override
    public boolean readsElevation() {
        return true;
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        return new Outputs(List.of(HOUSEHOLD, SOURCE, TOTAL), List.of(), List.of(LINK));
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        return new Run(assessment).result();
    }

    /** One run. */
    private static final class Run {
        private final AssignmentInputs inputs;
        private final FeatureTable households;
        private final FeatureTable works;
        private final WholeAssignment assignment;
        private final String county;
        private final long moreLitres;
        private final LinkTableBuilder links = new LinkTableBuilder(LINK);
        private final double[] peopleAssigned;
        private final double[] householdsAssigned;
        private final double[] litresAssigned;
        private final double[] waiting;

        Run(Assessment assessment) {
            this.inputs = new AssignmentInputs(assessment);
            this.households = assessment.region().households();
            this.works = assessment.region().table(LayerKind.WATER_FACILITY);
            assessment.deadline().check();
            this.assignment = WholeAssignment.of(inputs.problem);
            this.county = assessment.region().countyCode();
            this.moreLitres = Math.round(assessment.standard().number("water.assign.more_m3_per_day") * 1000);
            int supplies = inputs.supplies.count();
            this.peopleAssigned = new double[supplies];
            this.householdsAssigned = new double[supplies];
            this.litresAssigned = new double[supplies];
            this.waiting = new double[supplies];
        }

        AnalysisResult result() {
            ResultTable households = householdTable();
            return new AnalysisResult(
                    ID, List.of(households, sourceTable(), totalTable()), List.of(), List.of(links.build()), Map.of());
        }

        private ResultTable householdTable() {
            ResultTableBuilder table = new ResultTableBuilder(HOUSEHOLD, households.codes());
            for (int i = 0; i < households.size(); i++) {
                table.set(i, "people", inputs.drinkers.of(i));
                switch (inputs.need[i]) {
                    case KEEPS -> {
                        int work =
                                works.rowOf(households.text("water_source_code").get(i));
                        table.set(i, "status", "keeps_connection")
                                .set(i, "source_code", work < 0 ? "" : works.code(work));
                    }
                    case NOBODY -> table.set(i, "status", "nobody_there");
                    case NO_POSITION, PEOPLE_NOT_KNOWN -> table.set(i, "status", "not_known");
                    case OPEN -> open(table, i);
                }
            }
            return table.build();
        }

        private void open(ResultTableBuilder table, int i) {
            int k = inputs.numberOf[i];
            AssignmentInputs.Reach reach = inputs.reach[k];
            int supply = assignment.sourceOf(k);
            if (supply < 0) {
                for (int s : reach.supply()) {
                    waiting[s] += inputs.drinkers.of(i);
                }
                table.set(i, "status", whyNot(reach));
                return;
            }
            int r = Arrays.binarySearch(reach.supply(), supply);
            peopleAssigned[supply] += inputs.drinkers.of(i);
            householdsAssigned[supply]++;
            litresAssigned[supply] += inputs.problem.litresPerDay(k);
            String code = works.code(reach.work()[r]);
            table.set(i, "status", "assigned").set(i, "source_code", code).set(i, "round_trip_min", reach.minutes()[r]);
            links.add(households.code(i), code, reach.minutes()[r]);
        }

        /** What keeps a household from water: the reason that is nearest to having some. */
        private String whyNot(AssignmentInputs.Reach reach) {
            Set<SourceLoad> loads = EnumSet.noneOf(SourceLoad.class);
            Arrays.stream(reach.supply()).forEach(s -> loads.add(inputs.load[s]));
            if (loads.stream().anyMatch(SourceLoad::isMeasured)) {
                return "not_enough_water";
            }
            if (loads.contains(SourceLoad.MEASURE_FIRST)) {
                return "none_measured";
            }
            if (!loads.isEmpty()) {
                return "none_fit";
            }
            return switch (reach.others()) {
                case TOO_LOW -> "none_high_enough";
                case NOT_PROVEN -> "reach_not_proven";
                case NONE -> "no_source_in_reach";
            };
        }

        private ResultTable sourceTable() {
            ResultTableBuilder table = new ResultTableBuilder(SOURCE, works.codes());
            double[] more = new double[inputs.supplies.count()];
            for (int s = 0; s < more.length; s++) {
                // What those connected lack, or may, comes first.
                double lacking = inputs.needed.mostL(s) - inputs.supplies.knownYieldM3PerDay(s) * 1000;
                long free = (long) (moreLitres - Math.max(0, lacking));
                more[s] = mayGive(s) && free > 0 ? assignment.relaxation().peopleMore(s, free) : 0;
            }
            for (int w = 0; w < works.size(); w++) {
                int s = inputs.supplies.of(w);
                double litres = inputs.supplies.litresAtLeast(s, inputs.demand);
                boolean measured = inputs.supplies.isMeasured(s);
                double reported = inputs.supplies.peopleReported(s);
                double left = inputs.leftL[s] - litresAssigned[s];
                table.set(w, "load", inputs.load[s].code())
                        .set(w, "supply_code", inputs.supplies.code(s))
                        .set(w, "yield_m3_per_day", known(s) ? inputs.supplies.knownYieldM3PerDay(s) : Double.NaN)
                        .set(w, "needed_on_record_m3_per_day", inputs.needed.knownL(s) / 1000)
                        .set(w, "needed_if_reported_m3_per_day", more(s) ? inputs.needed.mostL(s) / 1000 : Double.NaN)
                        .set(w, "households_on_record", inputs.supplies.householdsOnRecord(s))
                        .set(w, "people_on_record", inputs.supplies.peopleOnRecord(s))
                        .set(w, "people_reported", reported > 0 ? reported : Double.NaN)
                        .set(w, "people_sharing", inputs.supplies.people(s))
                        .set(w, "litres_dry_season", measured && Double.isFinite(litres) ? litres : Double.NaN)
                        .set(
                                w,
                                "litres_if_reported",
                                measured && more(s) ? inputs.supplies.litresIfReported(s, inputs.demand) : Double.NaN)
                        .set(w, "people_assigned", peopleAssigned[s])
                        .set(w, "households_assigned", householdsAssigned[s])
                        .set(w, "left_m3_per_day", inputs.load[s].mayServeOthers() ? left / 1000 : Double.NaN)
                        .set(
                                w,
                                "people_per_m3",
                                hasNoLack(s) ? assignment.relaxation().peoplePerLitre(s) * 1000 : Double.NaN)
                        .set(w, "people_more", more[s])
                        .set(w, "people_waiting", waiting[s]);
            }
            return table.build();
        }

        /** Whether the owner reports more households than are on record. */
        private boolean more(int s) {
            return inputs.supplies.peopleAtMost(s) > inputs.supplies.people(s);
        }

        /** Whether more water there could be given to anybody: it works and its water does not fail. */
        private boolean mayGive(int s) {
            return switch (inputs.load[s]) {
                case SPARE, FULL, STRAINED, OVER_PROMISED, COUNT_FIRST, MEASURE_FIRST -> true;
                case QUALITY_FAILS, BROKEN, NO_SOURCE -> false;
            };
        }

        private boolean hasNoLack(int s) {
            return inputs.load[s].mayServeOthers() || inputs.load[s] == SourceLoad.FULL;
        }

        private boolean known(int s) {
            return inputs.supplies.isMeasured(s) || inputs.supplies.knownYieldM3PerDay(s) > 0;
        }

        private ResultTable totalTable() {
            ResultTableBuilder table = new ResultTableBuilder(TOTAL, new String[] {county});
            double people = 0;
            for (int i : inputs.household) {
                people += inputs.drinkers.of(i);
            }
            table.set(0, "households_to_assign", inputs.household.length)
                    .set(0, "people_to_assign", people)
                    .set(0, "people_assigned", assignment.people())
                    .set(0, "people_bound", assignment.peopleBound())
                    .set(0, "people_relaxed", assignment.relaxation().people())
                    .set(0, "people_gap_percent", 100 * assignment.peopleGap())
                    .set(0, "people_proven", assignment.peopleProven() ? "yes" : "no")
                    .set(0, "person_minutes", assignment.cost() / 60)
                    .set(0, "person_minutes_bound", assignment.costBound() / 60)
                    .set(0, "minutes_proven", assignment.costProven() ? "yes" : "no")
                    .set(0, "supplies_over_promised", count(SourceLoad.OVER_PROMISED))
                    .set(0, "supplies_to_measure", count(SourceLoad.MEASURE_FIRST));
            return table.build();
        }

        private double count(SourceLoad load) {
            return Arrays.stream(inputs.load).filter(l -> l == load).count();
        }
    }

    @Override
    public Explanation explain(Assessment assessment, AnalysisResult result, String tableId, String code) {
        ResultTable table = result.table("household");
        int row = table.rowOf(code);
        if (!tableId.equals("household") || row < 0) {
            return Explanation.NONE;
        }
        Explanation.Step step = new Explanation.Step(
                "water.sources.step_" + table.codesOf("status").code(row),
                Map.of(
                        "round_trip_min",
                        table.numbers("round_trip_min").get(row),
                        "people",
                        table.numbers("people").get(row)),
                Map.of("source_code", table.text("source_code").get(row)),
                List.of("water.convenience.basic.minutes", "water.assign.gravity", "water.zone"));
        FeatureTable households = assessment.region().households();
        FeatureTable works = assessment.region().table(LayerKind.WATER_FACILITY);
        int work = works.rowOf(table.text("source_code").get(row));
        int household = households.rowOf(code);
        return work >= 0 && works.hasGeometry(work) && households.hasGeometry(household)
                ? Explanation.straight(step, households.at(household), works.at(work))
                : new Explanation(List.of(step), Optional.empty());
    }
}
