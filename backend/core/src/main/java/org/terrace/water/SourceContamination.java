package org.terrace.water;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
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
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Standard;
import org.terrace.terrain.Drainage;

/**
 * Which springs, wells, intakes and reservoirs lie below refuse by the way of the water, and who drinks from them: those whose source on record it is,
 * and those to whom pipes lead its water ({@link DrawnLinks}). Water under ground goes its own ways: only what flows over it is told.
 */
public final class SourceContamination implements Analysis {
    public static final String ID = "water.contamination";

    static final List<String> REASONS = List.of(
            "refuse_above",
            "refuse_maybe_above",
            "no_refuse_above",
            "refuse_outside_elevation",
            "refuse_without_position",
            "outside_elevation",
            "no_elevation",
            "no_refuse_on_record",
            "no_position");

    private static final List<String> HOUSEHOLD_REASONS = List.of(
            "drinks_below_refuse",
            "drinks_maybe_below_refuse",
            "drinks_clear",
            "source_not_known",
            "source_not_judged",
            "source_not_on_record");

    private static final TableSpec HOUSEHOLD = new TableSpec(
            LayerKind.HOUSEHOLD.id(),
            LayerKind.HOUSEHOLD.id(),
            List.of(
                    ColumnSpec.classes("contamination", Contamination.SCHEME, Contamination.CODES),
                    ColumnSpec.reason("reason", HOUSEHOLD_REASONS),
                    ColumnSpec.text("source_code"),
                    ColumnSpec.text("intake_code"),
                    ColumnSpec.text("refuse_code"),
                    ColumnSpec.number("flow_m", "m", 0)));

    private static final TableSpec SOURCE = new TableSpec(
            LayerKind.WATER_FACILITY.id(),
            LayerKind.WATER_FACILITY.id(),
            List.of(
                    ColumnSpec.classes("contamination", Contamination.SCHEME, Contamination.CODES),
                    ColumnSpec.reason("reason", REASONS),
                    ColumnSpec.text("refuse_code"),
                    ColumnSpec.number("flow_m", "m", 0),
                    ColumnSpec.number("refuse_above", "facilities", 0),
                    ColumnSpec.number("refuse_maybe_above", "facilities", 0),
                    ColumnSpec.number("households_drinking", "households", 0),
                    ColumnSpec.number("people_drinking", "people", 0),
                    ColumnSpec.number("people_not_on_record", "households", 0)));

    private static final TableSpec PAIR = new TableSpec(
            "refuse_above",
            "refuse_above_source",
            List.of(
                    ColumnSpec.classes("contamination", Contamination.SCHEME, Contamination.CODES),
                    ColumnSpec.text("source_code"),
                    ColumnSpec.text("refuse_code"),
                    ColumnSpec.number("flow_m", "m", 0),
                    ColumnSpec.number("households_drinking", "households", 0),
                    ColumnSpec.number("east_m", "m", 1),
                    ColumnSpec.number("north_m", "m", 1),
                    ColumnSpec.number("to_east_m", "m", 1),
                    ColumnSpec.number("to_north_m", "m", 1)));

    private static final LinkSpec LINK =
            new LinkSpec("refuse_source", LayerKind.FACILITY.id(), LayerKind.WATER_FACILITY.id(), "m");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int engineVersion() {
        return 4;
    }

    @Override
    public Set<LayerKind> layers() {
        return Set.of(LayerKind.HOUSEHOLD, LayerKind.WATER_FACILITY, LayerKind.PIPE, LayerKind.FACILITY);
    }

    /** From which sources the water of each household comes. */
    @Override
    public Set<String> needs() {
        return Set.of(WaterAccess.PIPES);
    }

    @Override
    public boolean readsElevation() {
        return true;
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        return new Outputs(List.of(HOUSEHOLD, SOURCE, PAIR), List.of(), List.of(LINK));
    }

    /** A facility above a source. */
    private record Pair(int source, int refuse, RefuseFlow.Reach reach) {}

    @Override
    public AnalysisResult run(Assessment assessment) {
        return new Run(assessment).result();
    }

    private static Optional<RefuseFlow> flow(Assessment assessment) {
        Standard standard = assessment.standard();
        return CountyDrainage.of(assessment)
                .map(drainage -> new RefuseFlow(
                        drainage,
                        standard.number("water.contamination.beside_m"),
                        // Of two heights of the model.
                        Math.sqrt(2) * standard.number("elevation.error_m"),
                        standard.number("water.contamination.flow_m")));
    }

    /** One run. */
    private static final class Run {
        private final Region region;
        private final FeatureTable households;
        private final FeatureTable sources;
        private final FeatureTable facilities;
        private final Optional<RefuseFlow> flow;
        private final int[] sourceRows;
        private final int[] refuseRows;
        /** Refuse on record that may lie anywhere: above no source is there surely none. */
        private final boolean someNotPlaced;

        private final Map<Integer, List<Pair>> pairs = new TreeMap<>();
        private final Map<Integer, Contamination> found = new TreeMap<>();
        private final SourceUsers drinkers;

        Run(Assessment assessment) {
            this.region = assessment.region();
            this.households = region.households();
            this.sources = region.table(LayerKind.WATER_FACILITY);
            this.facilities = region.table(LayerKind.FACILITY);
            this.flow = flow(assessment);
            this.sourceRows = rows(sources, assessment.standard().texts("water.contamination.source_kinds"));
            int[] refuse = rows(facilities, assessment.standard().texts("water.contamination.facility_kinds"));
            this.refuseRows =
                    Arrays.stream(refuse).filter(facilities::hasGeometry).toArray();
            this.someNotPlaced = refuseRows.length < refuse.length;
            this.drinkers = new SourceUsers(assessment, sourceRows);
        }

        private static int[] rows(FeatureTable table, List<String> kinds) {
            return IntStream.range(0, table.size())
                    .filter(i -> kinds.contains(table.codesOf("kind").code(i)))
                    .toArray();
        }

        AnalysisResult result() {
            ResultTableBuilder table = new ResultTableBuilder(
                    SOURCE, IntStream.of(sourceRows).mapToObj(sources::code).toArray(String[]::new));
            for (int at = 0; at < sourceRows.length; at++) {
                judge(table, at, sourceRows[at]);
            }
            LinkTableBuilder links = new LinkTableBuilder(LINK);
            pairs.values().stream()
                    .flatMap(List::stream)
                    .sorted((a, b) -> a.refuse != b.refuse ? a.refuse - b.refuse : a.source - b.source)
                    .forEach(p -> links.add(facilities.code(p.refuse), sources.code(p.source), p.reach.flowM()));
            return new AnalysisResult(
                    ID,
                    List.of(householdTable(), table.build(), pairTable()),
                    List.of(),
                    List.of(links.build()),
                    Map.of());
        }

        private void judge(ResultTableBuilder table, int at, int source) {
            Contamination worst = Contamination.CLEAR;
            String reason = "no_refuse_above";
            if (refuseRows.length == 0 && !someNotPlaced) {
                worst = Contamination.UNKNOWN;
                reason = "no_refuse_on_record";
            } else if (!sources.hasGeometry(source)) {
                worst = Contamination.UNKNOWN;
                reason = "no_position";
            } else if (flow.isEmpty()) {
                worst = Contamination.UNKNOWN;
                reason = "no_elevation";
            } else if (flow.get().drainage().cellAt(sources.x(source), sources.y(source)) < 0) {
                worst = Contamination.UNKNOWN;
                reason = "outside_elevation";
            } else {
                List<Pair> near = near(source, flow.get());
                List<Pair> above = near.stream()
                        .filter(p -> p.reach.contamination() != Contamination.UNKNOWN)
                        .toList();
                pairs.put(source, above);
                for (Pair pair : above) {
                    worst = worst.and(pair.reach.contamination());
                }
                reason = switch (worst) {
                    case DOWNSTREAM -> "refuse_above";
                    case MAY_BE -> "refuse_maybe_above";
                    default -> "no_refuse_above";
                };
                write(table, at, above, worst);
                // What cannot be told takes away that a source is clear, not what others do to it.
                if (worst == Contamination.CLEAR && (near.size() > above.size() || someNotPlaced)) {
                    worst = Contamination.UNKNOWN;
                    reason = near.size() > above.size() ? "refuse_outside_elevation" : "refuse_without_position";
                }
            }
            found.put(source, worst);
            table.set(at, "contamination", worst.code())
                    .set(at, "reason", reason)
                    .set(at, "households_drinking", drinkers.households(source))
                    .set(at, "people_drinking", drinkers.people(source))
                    .set(at, "people_not_on_record", drinkers.withoutPeople(source));
        }

        private void write(ResultTableBuilder table, int at, List<Pair> above, Contamination worst) {
            table.set(at, "refuse_above", count(above, Contamination.DOWNSTREAM))
                    .set(at, "refuse_maybe_above", count(above, Contamination.MAY_BE));
            nearest(above, worst)
                    .ifPresent(pair -> table.set(at, "refuse_code", facilities.code(pair.refuse))
                            .set(at, "flow_m", pair.reach.flowM()));
        }

        private static long count(List<Pair> above, Contamination what) {
            return above.stream().filter(p -> p.reach.contamination() == what).count();
        }

        /** The pair of shortest flow among the worst. */
        private static Optional<Pair> nearest(List<Pair> above, Contamination worst) {
            return above.stream()
                    .filter(p -> p.reach.contamination() == worst)
                    .min((a, b) -> Double.compare(a.reach.flowM(), b.reach.flowM()));
        }

        /** What refuse within the distance asked reaches the source, may, or is not known to. */
        private List<Pair> near(int source, RefuseFlow way) {
            List<Pair> near = new ArrayList<>();
            for (int refuse : refuseRows) {
                double apart = facilities.distance(refuse, sources, source);
                if (apart <= way.flowM() + 2 * way.besideM()) {
                    RefuseFlow.Reach reach = way.between(facilities.at(refuse), sources.at(source));
                    if (reach.contamination() != Contamination.CLEAR) {
                        near.add(new Pair(source, refuse, reach));
                    }
                }
            }
            return near;
        }

        private ResultTable pairTable() {
            Map<String, Pair> byCode = new TreeMap<>();
            pairs.values()
                    .forEach(list ->
                            list.forEach(p -> byCode.put(sources.code(p.source) + ":" + facilities.code(p.refuse), p)));
            ResultTableBuilder table =
                    new ResultTableBuilder(PAIR, byCode.keySet().toArray(String[]::new));
            int at = 0;
            for (Pair pair : byCode.values()) {
                table.set(at, "contamination", pair.reach.contamination().code())
                        .set(at, "source_code", sources.code(pair.source))
                        .set(at, "refuse_code", facilities.code(pair.refuse))
                        .set(at, "flow_m", pair.reach.flowM())
                        .set(at, "households_drinking", drinkers.households(pair.source))
                        .set(at, "east_m", facilities.x(pair.refuse))
                        .set(at, "north_m", facilities.y(pair.refuse))
                        .set(at, "to_east_m", sources.x(pair.source))
                        .set(at++, "to_north_m", sources.y(pair.source));
            }
            return table.build();
        }

        private ResultTable householdTable() {
            ResultTableBuilder table = new ResultTableBuilder(HOUSEHOLD, households.codes());
            for (int i = 0; i < households.size(); i++) {
                String code = households.text("water_source_code").get(i);
                table.set(i, "source_code", code);
                int[] from = drinkers.intakes(i);
                if (from.length == 0) {
                    String reason = code.isEmpty()
                            ? "source_not_on_record"
                            : sources.rowOf(code) < 0 ? "source_not_known" : "source_not_judged";
                    table.set(i, "contamination", Contamination.UNKNOWN.code()).set(i, "reason", reason);
                    continue;
                }
                Contamination worst = Contamination.CLEAR;
                for (int source : from) {
                    worst = worst.and(found.getOrDefault(source, Contamination.UNKNOWN));
                }
                table.set(i, "contamination", worst.code())
                        .set(
                                i,
                                "reason",
                                switch (worst) {
                                    case DOWNSTREAM -> "drinks_below_refuse";
                                    case MAY_BE -> "drinks_maybe_below_refuse";
                                    case CLEAR -> "drinks_clear";
                                    case UNKNOWN -> "source_not_judged";
                                });
                Contamination wanted = worst;
                int row = i;
                Arrays.stream(from)
                        .boxed()
                        .flatMap(source -> pairs.getOrDefault(source, List.of()).stream())
                        .filter(p -> p.reach.contamination() == wanted)
                        .min((a, b) -> Double.compare(a.reach.flowM(), b.reach.flowM()))
                        .ifPresent(p -> table.set(row, "intake_code", sources.code(p.source))
                                .set(row, "refuse_code", facilities.code(p.refuse))
                                .set(row, "flow_m", p.reach.flowM()));
            }
            return table.build();
        }
    }

    /** The way of the water from the refuse, as far as it was followed, and the straight line to the source beside it. */
    @Override
    public Explanation explain(Assessment assessment, AnalysisResult result, String tableId, String code) {
        FeatureTable sources = assessment.region().table(LayerKind.WATER_FACILITY);
        FeatureTable facilities = assessment.region().table(LayerKind.FACILITY);
        ResultTable table = result.table(tableId);
        int row = table.rowOf(code);
        if (row < 0 || flow(assessment).isEmpty()) {
            return Explanation.NONE;
        }
        String source = switch (tableId) {
            case "household" -> table.text("intake_code").get(row);
            case "refuse_above" -> table.text("source_code").get(row);
            default -> code;
        };
        String refuse = table.text("refuse_code").get(row);
        int from = facilities.rowOf(refuse);
        int to = sources.rowOf(source);
        if (from < 0 || to < 0) {
            return Explanation.NONE;
        }
        Drainage drainage = flow(assessment).get().drainage();
        double flowM = table.numbers("flow_m").get(row);
        Explanation.Step step = new Explanation.Step(
                ID + ".step_flow",
                Map.of("flow_m", flowM),
                Map.of(
                        "refuse_code",
                        refuse,
                        "refuse_name",
                        facilities.text("name").get(from),
                        "source_code",
                        source),
                List.of("water.contamination.beside_m", "water.contamination.flow_m", "elevation.error_m"));
        List<Coordinate> points = new ArrayList<>();
        points.add(facilities.at(from));
        double flowed = 0;
        for (int at : drainage.way(drainage.cellAt(facilities.x(from), facilities.y(from)))) {
            if (flowed > flowM) {
                break;
            }
            points.add(new Coordinate(drainage.x(at), drainage.y(at)));
            flowed += drainage.stepM(at);
        }
        points.add(sources.at(to));
        return new Explanation(
                List.of(step), Optional.of(Geometries.FACTORY.createLineString(points.toArray(Coordinate[]::new))));
    }
}
