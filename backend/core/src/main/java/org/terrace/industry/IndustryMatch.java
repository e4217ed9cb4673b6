package org.terrace.industry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Threshold;

/**
 * Which industries fit each household, ranked, with a reason for every acceptance and every rejection, and how many are rejected
 * for nothing but a missing road, voltage or water.
 *
 * <p>The ranking of what fits is: what hangs on the land before animals (which fit nearly everywhere), then by the land's class, then the year of the first income, then the id. It holds no money: prices
 * differ by year and place, and an income without its costs is not shown.
 */
public final class IndustryMatch implements Analysis {
    public static final String ID = "industry.match";
    private static final String FOLDER = "industries";

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
        return Set.of(LayerKind.HOUSEHOLD, LayerKind.PLOT);
    }

    @Override
    public Set<String> documents() {
        return Set.of(FOLDER);
    }

    @Override
    public Set<String> needs() {
        return Set.of("road.access", "power.voltage", "water.access", "crop.suitability");
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        return Outputs.ofTables(spec(industries(reference)));
    }

    private static TableSpec spec(List<Industry> industries) {
        List<ColumnSpec> columns = new ArrayList<>(List.of(
                ColumnSpec.text("ranking"),
                ColumnSpec.text("conditional_industries"),
                ColumnSpec.number("suitable_count", "industries", 0),
                ColumnSpec.number("conditional_count", "industries", 0),
                ColumnSpec.number("held_back_by_road", "industries", 0),
                ColumnSpec.number("held_back_by_voltage", "industries", 0),
                ColumnSpec.number("held_back_by_water", "industries", 0)));
        for (Industry industry : industries) {
            columns.add(ColumnSpec.classes("match_" + industry.id(), Reason.MATCH_SCHEME, Reason.MATCHES));
            columns.add(ColumnSpec.reason("reason_" + industry.id(), Reason.CODES));
        }
        return new TableSpec("household", LayerKind.HOUSEHOLD.id(), columns);
    }

    /** @throws IllegalArgumentException naming the file and path of what is wrong */
    static List<Industry> industries(ReferenceData reference) {
        double maxClaim = reference
                .standard()
                .find("income.claim.max_yuan_per_mu")
                .map(Threshold::number)
                .orElse(Double.POSITIVE_INFINITY);
        return reference.of(FOLDER).stream()
                .map(file -> Industry.parse(file, maxClaim))
                .toList();
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        List<Industry> industries = industries(assessment.reference());
        HouseholdMeans means = new HouseholdMeans(assessment, industries);
        ResultTableBuilder table = new ResultTableBuilder(
                spec(industries), assessment.region().households().codes());
        Judge judge = new Judge(table, industries, means);
        for (int i = 0; i < means.size(); i++) {
            if ((i & 0xFFF) == 0) {
                assessment.deadline().check();
                assessment.progress().done((double) i / means.size());
            }
            judge.judge(i);
        }
        return AnalysisResult.of(ID, table.build());
    }

    /** One that fits or may fit, with what it is ranked by. */
    private record Candidate(Industry industry, String landClass) {
        static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(
                        (Candidate c) -> c.industry().livestock())
                .thenComparing(Candidate::landClass)
                .thenComparingDouble(c -> c.industry().firstYear())
                .thenComparing(c -> c.industry().id());
    }

    /** Fills the rows; writes into the columns' arrays because there are dozens of columns. */
    private static final class Judge {
        private final ResultTableBuilder table;
        private final List<Industry> industries;
        private final HouseholdMeans all;
        private final byte[][] match;
        private final byte[][] why;
        /** Many households have the same list: one text for all of them. */
        private final Map<String, String> texts = new HashMap<>();

        Judge(ResultTableBuilder table, List<Industry> industries, HouseholdMeans all) {
            this.table = table;
            this.industries = industries;
            this.all = all;
            this.match = new byte[industries.size()][];
            this.why = new byte[industries.size()][];
            for (int k = 0; k < industries.size(); k++) {
                match[k] = table.bytes("match_" + industries.get(k).id());
                why[k] = table.bytes("reason_" + industries.get(k).id());
            }
        }

        void judge(int row) {
            List<Candidate> suitable = new ArrayList<>();
            List<Candidate> conditional = new ArrayList<>();
            int road = 0;
            int voltage = 0;
            int water = 0;
            for (int k = 0; k < industries.size(); k++) {
                Means means = all.of(row, k);
                int reasons = Matching.reasons(industries.get(k), means);
                Reason reason = Matching.decisive(reasons);
                match[k][row] = (byte) Reason.MATCHES.indexOf(reason.match());
                why[k][row] = (byte) reason.ordinal();
                Candidate candidate = new Candidate(industries.get(k), means.landClass());
                if (reason.match().equals("suitable")) {
                    suitable.add(candidate);
                } else if (reason.match().equals("conditional")) {
                    conditional.add(candidate);
                }
                road += Matching.heldBackOnlyBy(reasons, Reason.ROAD_TOO_FAR) ? 1 : 0;
                voltage += Matching.heldBackOnlyBy(reasons, Reason.VOLTAGE_TOO_LOW) ? 1 : 0;
                water += Matching.heldBackOnlyBy(reasons, Reason.WATER_UNSERVED) ? 1 : 0;
            }
            table.set(row, "ranking", ids(suitable))
                    .set(row, "conditional_industries", ids(conditional))
                    .set(row, "suitable_count", suitable.size())
                    .set(row, "conditional_count", conditional.size())
                    .set(row, "held_back_by_road", road)
                    .set(row, "held_back_by_voltage", voltage)
                    .set(row, "held_back_by_water", water);
        }

        private String ids(List<Candidate> candidates) {
            candidates.sort(Candidate.BEST_FIRST);
            StringBuilder ids = new StringBuilder();
            for (Candidate candidate : candidates) {
                ids.append(ids.isEmpty() ? "" : ",").append(candidate.industry().id());
            }
            return texts.computeIfAbsent(ids.toString(), text -> text);
        }
    }

    /** Every reason for every industry, the means that it rests on beside it. */
    @Override
    public Explanation explain(Assessment assessment, AnalysisResult result, String tableId, String code) {
        FeatureTable households = assessment.region().households();
        int row = households.rowOf(code);
        if (row < 0) {
            return Explanation.NONE;
        }
        List<Industry> industries = industries(assessment.reference());
        HouseholdMeans all = new HouseholdMeans(assessment, industries);
        List<Explanation.Step> steps = new ArrayList<>();
        for (int k = 0; k < industries.size(); k++) {
            Industry industry = industries.get(k);
            Means means = all.of(row, k);
            for (Reason reason : Matching.list(Matching.reasons(industry, means))) {
                steps.add(step(industry, means, reason));
            }
        }
        return new Explanation(steps, Optional.empty());
    }

    private static Explanation.Step step(Industry industry, Means means, Reason reason) {
        return new Explanation.Step(
                "industry.match.step_" + reason.code(),
                Map.of(
                        "road_m", means.roadM(),
                        "possible_road_m", means.possibleRoadM(),
                        "road_limit_m", industry.roadM(),
                        "area_mu", means.suitedAreaMu(),
                        "area_limit_mu", industry.areaMu(),
                        "labour", means.labour(),
                        "first_year", industry.firstYear()),
                Map.of("industry", industry.id(), "class", means.landClass(), "match", reason.match()),
                List.of());
    }
}
