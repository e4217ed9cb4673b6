package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.network.DisjointSets;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.PositionErrors;
import org.terrace.terrain.Surroundings;
import org.terrace.water.Drinkers;
import org.terrace.water.Heights;
import org.terrace.water.WaterAccess;

/**
 * Who needs a scheme: households whose verdict is one of the setting's, and those that carry their water or have it through a hose and are
 * not served. By the group on record, parted where houses are far apart; nobody where nobody lives.
 */
final class NeedGroups {
    private static final String NO_POSITION = "x";

    private final FeatureTable households;
    private final ResultTable access;
    private final Drinkers drinkers;
    private final Heights heights;
    private final double[] positionErrors;
    private final Rules rules;
    private final Assessment assessment;

    private NeedGroups(Assessment assessment, Rules rules) {
        this.assessment = assessment;
        this.rules = rules;
        this.households = assessment.region().households();
        this.access = assessment.input(WaterAccess.ID).table("household");
        this.drinkers = Drinkers.of(assessment);
        this.heights = new Heights(assessment.region().elevation());
        this.positionErrors = PositionErrors.of(households, rules.positionErrorM());
    }

    /** By ascending code. */
    static List<NeedGroup> of(Assessment assessment, Rules rules) {
        return new NeedGroups(assessment, rules).all();
    }

    private List<NeedGroup> all() {
        Map<String, List<Integer>> byGroup = new TreeMap<>();
        for (int i = 0; i < households.size(); i++) {
            if (drinkers.of(i) > 0 && needs(i)) {
                byGroup.computeIfAbsent(households.text("group_code").get(i), k -> new ArrayList<>())
                        .add(i);
            }
        }
        List<NeedGroup> groups = new ArrayList<>();
        byGroup.forEach((code, rows) -> part(code, rows, groups));
        return groups;
    }

    private boolean needs(int household) {
        String verdict = access.codesOf("verdict").code(access.rowOf(households.code(household)));
        if (rules.verdicts().contains(verdict)) {
            return true;
        }
        return !verdict.equals("served")
                && !households.codesOf("water_connection").isAbsent(household)
                && rules.connections()
                        .contains(households.codesOf("water_connection").code(household));
    }

    private void part(String groupCode, List<Integer> rows, List<NeedGroup> groups) {
        List<Integer> placed = rows.stream().filter(households::hasGeometry).toList();
        DisjointSets near = new DisjointSets(placed.size());
        for (int a = 0; a < placed.size(); a++) {
            for (int b = 0; b < a; b++) {
                if (households.distance(placed.get(a), households, placed.get(b)) <= rules.apartM()) {
                    near.join(a, b);
                }
            }
        }
        Map<Integer, List<NeedGroup.House>> parts = new TreeMap<>();
        for (int a = 0; a < placed.size(); a++) {
            parts.computeIfAbsent(near.find(a), k -> new ArrayList<>()).add(house(placed.get(a)));
        }
        int number = 1;
        for (List<NeedGroup.House> houses : parts.values()) {
            groups.add(new NeedGroup(code(groupCode, String.valueOf(number++)), groupCode, houses, houses.size()));
        }
        if (placed.size() < rows.size()) {
            groups.add(new NeedGroup(code(groupCode, NO_POSITION), groupCode, List.of(), rows.size() - placed.size()));
        }
    }

    private static String code(String groupCode, String part) {
        return (groupCode.isEmpty() ? "none" : groupCode) + "-" + part;
    }

    private NeedGroup.House house(int row) {
        boolean surveyed = Heights.isSurveyed(households, row);
        double error = surveyed
                ? 0
                : rules.modelErrorM()
                        + assessment
                                .region()
                                .elevation()
                                .map((ElevationGrid g) -> Surroundings.spreadM(
                                        g, households.x(row), households.y(row), positionErrors[row]))
                                .orElse(0.0);
        return new NeedGroup.House(
                row,
                households.code(row),
                households.at(row),
                drinkers.of(row),
                heights.of(households, row),
                error,
                rules.heads().neededM(households.numbers("storeys").get(row)));
    }
}
