package org.terrace.server.runs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.Verdict;
import org.terrace.catalogue.Catalogue;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.server.runs.CountySummary.Area;
import org.terrace.server.runs.CountySummary.Committee;
import org.terrace.server.runs.CountySummary.Count;
import org.terrace.server.runs.CountySummary.Need;

/** Adds up a {@link CountySummary}, by the rule of the area summary: houses that are empty or demolished are left out. */
final class CountySums {
    private final Snapshot snapshot;
    private final Results results;
    private final ResultTable verdicts;
    private final AnalysisResult areas;
    private final FeatureTable households;
    private final List<ColumnSpec> needs;

    CountySums(Snapshot snapshot, Results results, ResultTable verdicts, AnalysisResult areas) {
        this.snapshot = snapshot;
        this.results = results;
        this.verdicts = verdicts;
        this.areas = areas;
        this.households = snapshot.region().households();
        this.needs = verdicts.spec().columns().stream()
                .filter(c -> c.scheme().equals(Verdict.SCHEME))
                .toList();
    }

    CountySummary summary() {
        ResultTable county = areas.table("county");
        FeatureTable units = snapshot.region().adminUnits();
        List<Area> villages = areas(areas.table("village"), units);
        Map<String, Committee> committee = committee(villages);
        List<Need> all = new ArrayList<>();
        for (ColumnSpec need : needs) {
            Map<String, Count> counts = counts(county, 0, need.id());
            String analysis = Catalogue.analysisOfNeed(need.id()).orElse("");
            all.add(new Need(
                    need.id(),
                    analysis,
                    "verdict",
                    get(counts, "served"),
                    get(counts, "borderline"),
                    get(counts, "unserved"),
                    get(counts, "unknown"),
                    all.isEmpty() ? committee : Map.of()));
        }
        return new CountySummary(
                whole(county, 0, "households"),
                whole(county, 0, "people_registered"),
                whole(county, 0, "people_resident"),
                all,
                byClass(verdicts, "lacks"),
                bands(),
                areas(areas.table("township"), units),
                villages,
                areas(areas.table("group"), units),
                relocated(county));
    }

    private static Count get(Map<String, Count> counts, String code) {
        return counts.getOrDefault(code, new Count(code, 0, 0, 0));
    }

    private Map<String, Count> counts(ResultTable table, int row, String need) {
        Map<String, Count> counts = new LinkedHashMap<>();
        for (String code : Verdict.CODES) {
            String column = need + "_" + code;
            counts.put(
                    code,
                    new Count(
                            code,
                            whole(table, row, column),
                            whole(table, row, column + "_registered"),
                            whole(table, row, column + "_resident")));
        }
        return counts;
    }

    private static long whole(ResultTable table, int row, String column) {
        double value = table.size() == 0 ? 0 : table.numbers(column).get(row);
        return Double.isNaN(value) ? 0 : Math.round(value);
    }

    private List<Area> areas(ResultTable table, FeatureTable units) {
        List<Area> all = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            String code = table.codes()[row];
            int unit = units.rowOf(code);
            Map<String, Map<String, Count>> counts = new LinkedHashMap<>();
            for (ColumnSpec need : needs) {
                counts.put(need.id(), counts(table, row, need.id()));
            }
            boolean village = table.spec().id().equals("village");
            all.add(new Area(
                    code,
                    unit < 0 ? "" : units.text("name").get(unit),
                    unit < 0 ? "" : units.text("parent_code").get(unit),
                    whole(table, row, "households"),
                    whole(table, row, "people_registered"),
                    whole(table, row, "people_resident"),
                    counts,
                    village ? one(table, row, "committees_road_", Verdict.CODES) : "",
                    village ? one(table, row, "committees_road_reported_", List.of("yes", "no", "unknown")) : ""));
        }
        return all;
    }

    private static String one(ResultTable table, int row, String prefix, List<String> codes) {
        return codes.stream()
                .filter(c -> whole(table, row, prefix + c) > 0)
                .findFirst()
                .orElse("unknown");
    }

    private static Map<String, Committee> committee(List<Area> villages) {
        Map<String, Committee> all = new LinkedHashMap<>();
        for (String code : Verdict.CODES) {
            List<Area> with = villages.stream()
                    .filter(v -> v.committeeRoad().equals(code))
                    .toList();
            all.put(
                    code,
                    new Committee(
                            with.size(),
                            with.stream().mapToLong(Area::households).sum()));
        }
        return all;
    }

    /** The distance bands of the first need that has a class column beside its verdict. */
    private List<Count> bands() {
        for (ColumnSpec need : needs) {
            Optional<ResultTable> table = results.find(
                            snapshot, Catalogue.analysisOfNeed(need.id()).orElse(""))
                    .map(r -> r.table("household"));
            if (table.isPresent() && table.get().spec().columns().stream().anyMatch(c -> c.id().equals("band"))) {
                return byClass(table.get(), "band");
            }
        }
        return List.of();
    }

    private List<Count> byClass(ResultTable table, String column) {
        Column.Codes codes = table.codesOf(column);
        int n = codes.vocabulary().size();
        long[][] sums = new long[n][3];
        Column.Codes status = households.codesOf("house_status");
        double[] registered = households.numbers("people_registered").values();
        double[] resident = households.numbers("people_resident").values();
        for (int i = 0; i < table.size(); i++) {
            int code = codes.get(i);
            if (code < 0 || status.is(i, "empty") || status.is(i, "demolished")) {
                continue;
            }
            sums[code][0]++;
            sums[code][1] += Math.round(Double.isNaN(registered[i]) ? 0 : registered[i]);
            sums[code][2] += Math.round(Double.isNaN(resident[i]) ? 0 : resident[i]);
        }
        List<Count> counts = new ArrayList<>();
        for (int c = 0; c < n; c++) {
            counts.add(new Count(codes.vocabulary().get(c), sums[c][0], sums[c][1], sums[c][2]));
        }
        return counts;
    }

    private Map<String, Map<String, Double>> relocated(ResultTable county) {
        Map<String, Map<String, Double>> all = new TreeMap<>();
        Map<String, Double> yes = new HashMap<>();
        Map<String, Double> no = new HashMap<>();
        yes.put("households", (double) whole(county, 0, "relocated"));
        for (ColumnSpec need : needs) {
            yes.put(need.id() + "_unserved", (double) whole(county, 0, "relocated_" + need.id() + "_unserved"));
            no.put(need.id() + "_unserved", (double) whole(county, 0, "not_relocated_" + need.id() + "_unserved"));
        }
        no.put("households", (double) whole(county, 0, "not_relocated"));
        all.put("yes", yes);
        all.put("no", no);
        return all;
    }
}
