package org.terrace.power.remedy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.LinkTableBuilder;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.power.area.AreaDesign;
import org.terrace.power.area.Wires;
import org.terrace.power.grid.GridArea;
import org.terrace.project.BillTable;
import org.terrace.project.UnitCosts;
import org.terrace.region.AdminTree;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.standard.ReferenceData;

/**
 * For every transformer area with somebody outside the limits, or an overloaded transformer: the cheapest works that bring everybody
 * inside, the cheapest per household gained, what they cost and who gains; each evaluated by running the flow again. Sketches within half of
 * their cost either way, not designs.
 */
public final class PowerProjects implements Analysis {
    public static final String ID = "power.projects";

    static final Set<LayerKind> LAYERS = Set.of(
            LayerKind.HOUSEHOLD,
            LayerKind.POWER_FACILITY,
            LayerKind.POWER_LINE,
            LayerKind.ROAD_SEGMENT,
            LayerKind.CONSTRAINT_AREA,
            LayerKind.ADMIN_UNIT,
            LayerKind.ADMIN_BOUNDARY);

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
        return LAYERS;
    }

    @Override
    public boolean readsElevation() {
        return true;
    }

    @Override
    public Set<String> documents() {
        return Set.of(Wires.FOLDER, UnitCosts.FOLDER);
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        return new Outputs(
                List.of(ProjectTables.PROJECT, ProjectTables.MEASURE, ProjectTables.LINE),
                List.of(),
                List.of(ProjectTables.LINK));
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        Remedies remedies = Remedies.of(assessment);
        List<Candidate> candidates = Candidate.all(remedies);
        LinkTableBuilder links = new LinkTableBuilder(ProjectTables.LINK);
        candidates.stream()
                .flatMap(c -> c.remedy().gains().stream().mapToObj(g -> new Gained(c, g)))
                .sorted(Comparator.comparing(Gained::household).thenComparing(g -> g.candidate.code()))
                .forEach(g -> links.add(g.household(), g.candidate.code(), g.volts()));
        return new AnalysisResult(
                ID,
                List.of(
                        projects(assessment, remedies, candidates),
                        measures(candidates),
                        BillTable.of(
                                ProjectTables.LINE,
                                candidates.stream()
                                        .collect(Collectors.toMap(
                                                Candidate::code, c -> c.remedy().lines())))),
                List.of(),
                List.of(links.build()),
                Map.of());
    }

    private record Gained(Candidate candidate, int customer) {
        String household() {
            return candidate.grid().customers().get(customer).household();
        }

        double volts() {
            return candidate.remedy().outcome().lowV()[customer];
        }
    }

    /** Candidates, and a row without works for every area that none brings inside. */
    private static ResultTable projects(Assessment assessment, Remedies remedies, List<Candidate> candidates) {
        TreeMap<String, Optional<Candidate>> rows = new TreeMap<>();
        TreeMap<String, Remedies.AreaRemedies> areaOf = new TreeMap<>();
        remedies.byTransformer.forEach((t, area) -> {
            rows.put("power:" + t, Optional.empty());
            areaOf.put("power:" + t, area);
        });
        for (Candidate candidate : candidates) {
            rows.put(candidate.code(), Optional.of(candidate));
            areaOf.put(candidate.code(), candidate.area());
        }
        ResultTableBuilder table =
                new ResultTableBuilder(ProjectTables.PROJECT, rows.keySet().toArray(String[]::new));
        AdminTree units = assessment.units();
        int row = 0;
        for (var entry : areaOf.entrySet()) {
            Remedies.AreaRemedies area = entry.getValue();
            GridArea grid = area.solved().area();
            Coordinate at = grid.place(0);
            String[] found = units.unitsOf("", at.x, at.y);
            table.set(row, "kind", "none")
                    .set(row, "reason", area.reason().code())
                    .set(row, "transformer_code", grid.transformer())
                    .set(row, "customers", grid.customers().size())
                    .set(row, "households_in_need", area.before().fails().cardinality())
                    .set(row, "lowest_before_v", least(area.before().lowV()))
                    .set(row, "east_m", at.x)
                    .set(row, "north_m", at.y)
                    .set(row, "township_code", found[AdminTree.LEVELS.indexOf("township")])
                    .set(row, "village_code", found[AdminTree.LEVELS.indexOf("village")]);
            Optional<Candidate> candidate =
                    Optional.ofNullable(rows.get(entry.getKey())).flatMap(c -> c);
            if (candidate.isPresent()) {
                fill(table, row, candidate.get(), assessment.region().households());
            }
            row++;
        }
        return table.build();
    }

    private static void fill(ResultTableBuilder table, int row, Candidate candidate, FeatureTable households) {
        Remedy remedy = candidate.remedy();
        List<Candidate.Measure> measures = candidate.measures(asItIs(candidate));
        double people = remedy.gains().stream()
                .mapToDouble(c -> Candidate.people(
                        households, candidate.grid().customers().get(c).household()))
                .sum();
        table.set(row, "kind", candidate.kind())
                .set(
                        row,
                        "measures",
                        measures.stream()
                                .map(Candidate.Measure::kind)
                                .distinct()
                                .collect(Collectors.joining(" ")))
                .set(row, "households_gain", remedy.gains().cardinality())
                .set(row, "people_gain", people)
                .set(row, "households_worse", remedy.worse().cardinality())
                .set(row, "lowest_after_v", least(remedy.outcome().lowV()))
                .set(
                        row,
                        "loading_after_percent",
                        100 * remedy.outcome().kva() / remedy.design().kva())
                .set(
                        row,
                        "length_m",
                        measures.stream()
                                .filter(m ->
                                        m.kind().equals("rewire") || m.kind().equals("three_phases"))
                                .mapToDouble(Candidate.Measure::lengthM)
                                .sum())
                .set(row, "kv10_m", remedy.spur().lengthM())
                .set(row, "cost_low_yuan", remedy.cost().lowYuan())
                .set(row, "cost_yuan", remedy.cost().usualYuan())
                .set(row, "cost_high_yuan", remedy.cost().highYuan())
                .set(row, "yuan_per_household", remedy.gains().isEmpty() ? Double.NaN : remedy.yuanPerGain())
                .set(
                        row,
                        "upkeep_yuan_per_year",
                        remedy.lines().stream()
                                .mapToDouble(l -> l.upkeepYuanPerYear().usual())
                                .sum());
    }

    private static AreaDesign asItIs(Candidate candidate) {
        return AreaDesign.asItIs(candidate.area().solved());
    }

    /** NaN where one collapses. */
    private static double least(double[] volts) {
        return Arrays.stream(volts).reduce(Math::min).orElse(Double.NaN);
    }

    private static ResultTable measures(List<Candidate> candidates) {
        record Row(Candidate candidate, Candidate.Measure measure) {}
        TreeMap<String, Row> rows = new TreeMap<>();
        for (Candidate candidate : candidates) {
            for (Candidate.Measure measure : candidate.measures(asItIs(candidate))) {
                rows.put(
                        candidate.code() + " " + measure.kind() + " " + measure.feature(), new Row(candidate, measure));
            }
        }
        ResultTableBuilder table =
                new ResultTableBuilder(ProjectTables.MEASURE, rows.keySet().toArray(String[]::new));
        int r = 0;
        for (Row row : rows.values()) {
            table.set(r, "project_code", row.candidate.code())
                    .set(r, "measure", row.measure.kind())
                    .set(r, "feature_code", row.measure.feature())
                    .set(r, "before", row.measure.before())
                    .set(r, "after", row.measure.after())
                    .set(r, "length_m", row.measure.lengthM())
                    .set(r, "east_m", row.measure.at().x)
                    .set(r, "north_m", row.measure.at().y);
            r++;
        }
        return table.build();
    }

    /** Where the works are, and what they do. */
    @Override
    public Explanation explain(Assessment assessment, AnalysisResult result, String tableId, String code) {
        ResultTable table = result.table("project");
        Optional<Candidate> found = Candidate.all(Remedies.of(assessment)).stream()
                .filter(c -> c.code().equals(code))
                .findFirst();
        if (!tableId.equals("project") || found.isEmpty()) {
            return Explanation.NONE;
        }
        int row = table.rowOf(code);
        List<Explanation.Step> steps = new ArrayList<>();
        for (Candidate.Measure measure : found.get().measures(asItIs(found.get()))) {
            steps.add(new Explanation.Step(
                    "power.projects.step_" + measure.kind(),
                    Map.of(
                            "length_m",
                            measure.lengthM(),
                            "customers",
                            table.numbers("customers").get(row)),
                    Map.of("feature_code", measure.feature(), "before", measure.before(), "after", measure.after()),
                    List.of()));
        }
        return new Explanation(steps, found.get().project(assessment.region()).geometry());
    }
}
