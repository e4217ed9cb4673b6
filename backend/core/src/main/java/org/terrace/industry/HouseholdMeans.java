package org.terrace.industry;

import java.util.List;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.Verdict;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;

/** The means of every household, read from the record and from the results of the other analyses, as columns. */
final class HouseholdMeans {
    private final FeatureTable households;
    private final ResultTable crops;
    private final ResultTable road;
    private final ResultTable voltage;
    private final ResultTable water;
    private final int[] plots;
    private final double[][] suitedAreaMu;
    private final List<Industry> industries;

    /** @param industries those whose means are asked for, by their position */
    HouseholdMeans(Assessment assessment, List<Industry> industries) {
        this.households = assessment.region().households();
        this.crops = assessment.input("crop.suitability").table("household");
        this.road = assessment.input("road.access").table("household");
        this.voltage = assessment.input("power.voltage").table("household");
        this.water = assessment.input("water.access").table("household");
        this.industries = industries;
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
                suitedAreaMu[k] =
                        suited(rated.codesOf("class_" + industries.get(k).crop()), owner, area);
            }
        }
    }

    /** Sum of the areas of a household's plots that suit the crop, conditionally or not; NaN as soon as one of them has no area. */
    private double[] suited(Column.Codes classes, int[] owner, double[] area) {
        double[] sums = new double[households.size()];
        for (int p = 0; p < owner.length; p++) {
            String code = classes.code(p);
            if (owner[p] >= 0 && !code.equals("N") && !code.equals("unknown")) {
                sums[owner[p]] += area[p];
            }
        }
        return sums;
    }

    Means of(int row, int industry) {
        Industry asked = industries.get(industry);
        double[] areas = suitedAreaMu[industry];
        Column.Codes status = households.codesOf("house_status");
        return new Means(
                asked.crop().isEmpty()
                        ? ""
                        : crops.codesOf("class_" + asked.crop()).code(row),
                areas == null ? Double.NaN : areas[row],
                plots[row] > 0,
                road.numbers("distance_m").get(row),
                road.numbers("possible_distance_m").get(row),
                verdict(voltage, row),
                verdict(water, row),
                households.numbers("labour_force").get(row),
                !status.is(row, "empty") && !status.is(row, "demolished"));
    }

    private static Verdict verdict(ResultTable table, int row) {
        return table.verdict("verdict", row);
    }

    int size() {
        return households.size();
    }
}
