package org.terrace.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.terrace.standard.ReferenceData;

/**
 * What each household lacks, all needs side by side, and where it belongs. Only a verdict 'unserved' counts as lacking;
 * borderline and unknown are counted apart.
 */
public final class HouseholdSummary implements Analysis {
    public static final String ID = "summary.household";

    /**
     * Codes of the scheme {@code lacks}, in its order: the needs that are unserved. {@code none} = every need is served or
     * borderline; {@code unknown} = nothing is known to lack, and at least one need is unknown.
     */
    static final List<String> LACKS = List.of(
            "none",
            "road",
            "water",
            "voltage",
            "road_water",
            "road_voltage",
            "water_voltage",
            "road_water_voltage",
            "unknown");

    private static final TableSpec HOUSEHOLD = new TableSpec("household", LayerKind.HOUSEHOLD.id(), columns());

    private static List<ColumnSpec> columns() {
        List<ColumnSpec> columns = new ArrayList<>();
        Need.ALL.forEach(need -> columns.add(ColumnSpec.verdict(need.id())));
        columns.add(ColumnSpec.classes("lacks", "lacks", LACKS));
        columns.add(ColumnSpec.number("unknown_needs", "needs", 0));
        AdminTree.LEVELS.forEach(level -> columns.add(ColumnSpec.text(level + "_code")));
        return columns;
    }

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
        return Set.of(LayerKind.HOUSEHOLD, LayerKind.ADMIN_UNIT, LayerKind.ADMIN_BOUNDARY);
    }

    @Override
    public Set<String> needs() {
        return Need.ALL.stream().map(Need::analysis).collect(Collectors.toSet());
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        return Outputs.ofTables(HOUSEHOLD);
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        FeatureTable households = assessment.region().households();
        List<ResultTable> judged = Need.ALL.stream()
                .map(need -> assessment.input(need.analysis()).table("household"))
                .toList();
        AdminTree tree = assessment.units();
        ResultTableBuilder table = new ResultTableBuilder(HOUSEHOLD, households.codes());
        for (int i = 0; i < households.size(); i++) {
            List<String> lacking = new ArrayList<>();
            int unknown = 0;
            for (int n = 0; n < Need.ALL.size(); n++) {
                Verdict verdict = judged.get(n).verdict("verdict", i);
                table.set(i, Need.ALL.get(n).id(), verdict);
                if (verdict == Verdict.UNSERVED) {
                    lacking.add(Need.ALL.get(n).id());
                }
                unknown += verdict == Verdict.UNKNOWN ? 1 : 0;
            }
            table.set(i, "lacks", lacks(lacking, unknown)).set(i, "unknown_needs", unknown);
            String[] units = tree.unitsOf(households.text("group_code").get(i), households.x(i), households.y(i));
            for (int level = 0; level < units.length; level++) {
                table.set(i, AdminTree.LEVELS.get(level) + "_code", units[level]);
            }
        }
        return AnalysisResult.of(ID, table.build());
    }

    private static String lacks(List<String> lacking, int unknown) {
        return lacking.isEmpty() ? (unknown > 0 ? "unknown" : "none") : String.join("_", lacking);
    }
}
