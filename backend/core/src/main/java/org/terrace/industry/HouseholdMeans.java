package org.terrace.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;

/** The means of every household, read from the record and from the results of the other analyses, as columns. */
final class HouseholdMeans {
    private final FeatureTable households;
    private final ResultTable voltage;
    private final ResultTable water;
    private final Column.Numbers roadM;
    private final Column.Numbers possibleRoadM;
    private final Column.Numbers roadErrorM;
    private final Column.Numbers labour;
    private final Column.Codes houseStatus;
    /** By industry: the land's class over its crop, one per household; empty where the industry has no crop. */
    private final List<Optional<Column.Codes>> landClass = new ArrayList<>();

    private final double[][] suitedAreaMu;
    private final int[] plots;

    /** @param industries those whose means are asked for, by their position */
    HouseholdMeans(Assessment assessment, List<Industry> industries) {
        this.households = assessment.region().households();
        this.voltage = assessment.input("power.voltage").table("household");
        this.water = assessment.input("water.access").table("household");
        ResultTable road = assessment.input("road.access").table("household");
        this.roadM = road.numbers("distance_m");
        this.possibleRoadM = road.numbers("possible_distance_m");
        this.roadErrorM = road.numbers("position_error_m");
        this.labour = households.numbers("labour_force");
        this.houseStatus = households.codesOf("house_status");
        ResultTable crops = assessment.input("crop.suitability").table("household");
        industries.forEach(i ->
                landClass.add(i.crop().isEmpty() ? Optional.empty() : Optional.of(crops.codesOf("class_" + i.crop()))));
        FeatureTable land = assessment.region().table(LayerKind.PLOT);
        ResultTable rated = assessment.input("crop.suitability").table("plot");
        int[] owner = new int[land.size()];
        this.plots = new int[households.size()];
        for (int p = 0; p < owner.length; p++) {
            owner[p] = households.rowOf(land.text("household_code").get(p));
            if (owner[p] >= 0) {
                plots[owner[p]]++;
            }
        }
        this.suitedAreaMu = new double[industries.size()][];
        double[] area = land.numbers("area_mu").values();
        for (int k = 0; k < industries.size(); k++) {
            if (!Double.isNaN(industries.get(k).areaMu())) {
                suitedAreaMu[k] = suited(
                        rated.codesOf("class_" + industries.get(k).crop()),
                        owner,
                        area,
                        industries.get(k).areaMu());
            }
        }
    }

    /**
     * Sum of the areas of a household's plots that suit the crop, conditionally or not; NaN as soon as one of them has no area, and
     * where plots of unknown class could make up what is missing.
     */
    private double[] suited(Column.Codes classes, int[] owner, double[] area, double neededMu) {
        double[] sums = new double[households.size()];
        boolean[] mayBeMore = new boolean[households.size()];
        for (int p = 0; p < owner.length; p++) {
            String code = classes.code(p);
            if (owner[p] >= 0 && code.equals("unknown")) {
                mayBeMore[owner[p]] = true;
            } else if (owner[p] >= 0 && !code.equals("N")) {
                sums[owner[p]] += area[p];
            }
        }
        for (int h = 0; h < sums.length; h++) {
            if (mayBeMore[h] && sums[h] < neededMu) {
                sums[h] = Double.NaN;
            }
        }
        return sums;
    }

    Means of(int row, int industry) {
        double[] areas = suitedAreaMu[industry];
        return new Means(
                landClass.get(industry).map(c -> c.code(row)).orElse(""),
                areas == null ? Double.NaN : areas[row],
                plots[row] > 0,
                roadM.get(row),
                possibleRoadM.get(row),
                roadErrorM.get(row),
                voltage.verdict("verdict", row),
                water.verdict("verdict", row),
                labour.get(row),
                !houseStatus.is(row, "empty") && !houseStatus.is(row, "demolished"));
    }

    int size() {
        return households.size();
    }
}
