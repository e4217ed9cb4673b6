package org.terrace.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.analysis.Verdict;
import org.terrace.region.AdminTree;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.standard.ReferenceData;

/**
 * Counts of verdicts by county, township, village and group: to the door beside to the committee. Also by relocated or not, and
 * by people registered and resident.
 *
 * <p>To the committee = how the county reports it: the committee's own point judged by the road analysis' rule, as the analysis
 * {@code road.committee} computes it, and the record's own word where there is one. Households whose house is empty or demolished
 * are left out of all counts and counted apart: a road to nobody serves nobody. Sums of people are of those on record; how many
 * households have none on record stands beside them.
 */
public final class AreaSummary implements Analysis {
    public static final String ID = "summary.area";

    /** Column of the count by what the record says of resettlement; what it does not say is counted in neither. */
    private static final Map<String, String> RELOCATED = Map.of("yes", "relocated", "no", "not_relocated");

    /** Every area table has the same columns. */
    private static final List<ColumnSpec> COLUMNS = columns();

    /** Place of a column in {@link #COLUMNS} by its id: every household asks for a dozen. */
    private static final Map<String, Integer> PLACES = IntStream.range(0, COLUMNS.size())
            .boxed()
            .collect(Collectors.toUnmodifiableMap(c -> COLUMNS.get(c).id(), c -> c));

    private static final List<String> LEVELS = List.of("county", "township", "village", "group");

    private static List<ColumnSpec> columns() {
        List<ColumnSpec> columns = new ArrayList<>();
        columns.add(ColumnSpec.number("households", "households", 0));
        columns.add(ColumnSpec.number("people_registered", "people", 0));
        columns.add(ColumnSpec.number("people_resident", "people", 0));
        columns.add(ColumnSpec.number("households_without_registered_count", "households", 0));
        columns.add(ColumnSpec.number("households_without_resident_count", "households", 0));
        columns.add(ColumnSpec.number("houses_not_lived_in", "households", 0));
        for (Need need : Need.ALL) {
            for (Verdict verdict : Verdict.values()) {
                columns.add(ColumnSpec.number(need.id() + "_" + verdict.code(), "households", 0));
                columns.add(ColumnSpec.number(need.id() + "_" + verdict.code() + "_registered", "people", 0));
                columns.add(ColumnSpec.number(need.id() + "_" + verdict.code() + "_resident", "people", 0));
            }
        }
        HouseholdSummary.LACKS.forEach(code -> columns.add(ColumnSpec.number("lacks_" + code, "households", 0)));
        RELOCATED.values().stream().sorted().forEach(id -> columns.add(ColumnSpec.number(id, "households", 0)));
        Need.ALL.forEach(need -> {
            columns.add(ColumnSpec.number("relocated_" + need.id() + "_unserved", "households", 0));
            columns.add(ColumnSpec.number("not_relocated_" + need.id() + "_unserved", "households", 0));
        });
        for (Verdict verdict : Verdict.values()) {
            columns.add(ColumnSpec.number("committees_road_" + verdict.code(), "villages", 0));
        }
        for (String code : List.of("yes", "no", "unknown")) {
            columns.add(ColumnSpec.number("committees_road_reported_" + code, "villages", 0));
        }
        columns.add(ColumnSpec.number("households_of_served_committees", "households", 0));
        return columns;
    }

    private static TableSpec spec(String level) {
        return new TableSpec(level, LayerKind.ADMIN_UNIT.id(), COLUMNS);
    }

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
        return Set.of(LayerKind.HOUSEHOLD, LayerKind.ADMIN_UNIT, LayerKind.ADMIN_BOUNDARY);
    }

    @Override
    public Set<String> needs() {
        return Set.of(HouseholdSummary.ID, "road.committee");
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        return Outputs.ofTables(LEVELS.stream().map(AreaSummary::spec).toArray(TableSpec[]::new));
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        List<ResultTable> tables = new ArrayList<>();
        for (String level : LEVELS) {
            tables.add(new Count(assessment, level).table());
        }
        return new AnalysisResult(ID, tables, List.of(), List.of(), Map.of());
    }

    /** Counts one level. */
    private static final class Count {
        private final Region region;
        private final FeatureTable households;
        private final ResultTable summary;
        private final ResultTable committees;
        private final String level;
        private final Map<String, double[]> sums = new TreeMap<>();

        Count(Assessment assessment, String level) {
            this.region = assessment.region();
            this.households = region.households();
            this.summary = assessment.input(HouseholdSummary.ID).table("household");
            this.committees = assessment.input("road.committee").table("village");
            this.level = level;
        }

        ResultTable table() {
            Set<String> codes = new TreeSet<>();
            FeatureTable units = region.adminUnits();
            for (int i = 0; i < units.size(); i++) {
                if (units.codesOf("level").is(i, level) && !level.equals("county")) {
                    codes.add(units.code(i));
                }
            }
            if (level.equals("county")) {
                codes.add(region.countyCode());
            }
            codes.forEach(code -> sums.put(code, new double[COLUMNS.size()]));
            Map<String, Integer> inVillage = countHouseholds();
            countCommittees(inVillage);
            ResultTableBuilder table =
                    new ResultTableBuilder(spec(level), sums.keySet().toArray(String[]::new));
            double[][] rows = sums.values().toArray(double[][]::new);
            PLACES.forEach((id, c) -> Arrays.setAll(table.numbers(id), row -> rows[row][c]));
            return table.build();
        }

        private String areaOf(int i) {
            if (level.equals("county")) {
                return region.countyCode();
            }
            String code = summary.text(level + "_code").get(i);
            return code.isEmpty() ? AdminTree.UNASSIGNED : code;
        }

        private Map<String, Integer> countHouseholds() {
            Map<String, Integer> inVillage = new TreeMap<>();
            for (int i = 0; i < households.size(); i++) {
                double[] sum = sums.computeIfAbsent(areaOf(i), a -> new double[COLUMNS.size()]);
                String status = households.codesOf("house_status").code(i);
                if (status.equals("empty") || status.equals("demolished")) {
                    add(sum, "houses_not_lived_in", 1);
                    continue;
                }
                inVillage.merge(summary.text("village_code").get(i), 1, Integer::sum);
                count(sum, i);
            }
            return inVillage;
        }

        private void count(double[] sum, int i) {
            double registered = households.numbers("people_registered").get(i);
            double resident = households.numbers("people_resident").get(i);
            add(sum, "households", 1);
            add(sum, "people_registered", registered);
            add(sum, "people_resident", resident);
            add(sum, "households_without_registered_count", Double.isNaN(registered) ? 1 : 0);
            add(sum, "households_without_resident_count", Double.isNaN(resident) ? 1 : 0);
            String relocated =
                    RELOCATED.getOrDefault(households.codesOf("relocated").code(i), "");
            if (!relocated.isEmpty()) {
                add(sum, relocated, 1);
            }
            for (Need need : Need.ALL) {
                Verdict verdict = summary.verdict(need.id(), i);
                String column = need.id() + "_" + verdict.code();
                add(sum, column, 1);
                add(sum, column + "_registered", registered);
                add(sum, column + "_resident", resident);
                if (verdict == Verdict.UNSERVED && !relocated.isEmpty()) {
                    add(sum, relocated + "_" + need.id() + "_unserved", 1);
                }
            }
            add(sum, "lacks_" + summary.codesOf("lacks").code(i), 1);
        }

        private void countCommittees(Map<String, Integer> householdsInVillage) {
            FeatureTable units = region.adminUnits();
            for (int row = 0; row < committees.size(); row++) {
                String village = committees.codes()[row];
                double[] sum = sums.get(areaOfVillage(units, village));
                if (sum == null) {
                    continue;
                }
                Verdict verdict = committees.verdict("verdict", row);
                add(sum, "committees_road_" + verdict.code(), 1);
                String reported = units.codesOf("committee_road_reported").code(units.rowOf(village));
                add(sum, "committees_road_reported_" + (reported.isEmpty() ? "unknown" : reported), 1);
                if (verdict == Verdict.SERVED) {
                    add(sum, "households_of_served_committees", householdsInVillage.getOrDefault(village, 0));
                }
            }
        }

        private String areaOfVillage(FeatureTable units, String village) {
            return switch (level) {
                case "county" -> region.countyCode();
                case "township" -> units.text("parent_code").get(units.rowOf(village));
                case "village" -> village;
                default -> "";
            };
        }

        /** Nothing for NaN. */
        private static void add(double[] sum, String column, double value) {
            sum[Objects.requireNonNull(PLACES.get(column), column)] += Double.isNaN(value) ? 0 : value;
        }
    }
}
