package org.terrace.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.analysis.Verdict;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.standard.ReferenceData;

/**
 * Whether the hardened road reaches the village committee: the way counties report road access. A committee within the
 * standard's distance of a connected hardened road counts as reached.
 */
public final class CommitteeAccess implements Analysis {
    public static final String ID = "road.committee";

    static final List<String> REASONS = List.of(
            "reached",
            "not_reached",
            "surface_unknown_nearby",
            "no_position",
            "no_roads_on_record",
            "no_root_on_record");

    private static final TableSpec VILLAGE = new TableSpec(
            "village",
            LayerKind.ADMIN_UNIT.id(),
            List.of(
                    ColumnSpec.verdict("verdict"),
                    ColumnSpec.reason("reason", REASONS),
                    ColumnSpec.number("distance_m", "m", 1),
                    ColumnSpec.number("limit_m", "m", 0)));

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
        return Set.of(LayerKind.ADMIN_UNIT, LayerKind.ADMIN_BOUNDARY, LayerKind.ROAD_SEGMENT);
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        return Outputs.ofTables(VILLAGE);
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        FeatureTable units = assessment.region().adminUnits();
        Column.Codes level = units.codesOf("level");
        List<Integer> villages = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            if (level.is(i, "village")) {
                villages.add(i);
            }
        }
        double limit = assessment.standard().number("road.committee.distance_m");
        RoadNetwork network = RoadNetwork.of(assessment);
        Optional<String> missing = network.missing();
        ResultTableBuilder table = new ResultTableBuilder(
                VILLAGE, villages.stream().map(units::code).toArray(String[]::new));
        for (int row = 0; row < villages.size(); row++) {
            int unit = villages.get(row);
            double distance = network.connected().nearestDistance(units.x(unit), units.y(unit));
            double possible = network.possible().nearestDistance(units.x(unit), units.y(unit));
            table.set(row, "distance_m", distance).set(row, "limit_m", limit);
            if (!units.hasGeometry(unit)) {
                table.judge(row, Verdict.UNKNOWN, "no_position");
            } else if (missing.isPresent()) {
                table.judge(row, Verdict.UNKNOWN, missing.get());
            } else if (distance <= limit) {
                table.judge(row, Verdict.SERVED, "reached");
            } else if (possible <= limit) {
                table.judge(row, Verdict.UNKNOWN, "surface_unknown_nearby");
            } else {
                table.judge(row, Verdict.UNSERVED, "not_reached");
            }
        }
        return AnalysisResult.of(ID, table.build());
    }
}
