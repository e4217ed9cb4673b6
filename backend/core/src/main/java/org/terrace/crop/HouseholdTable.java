package org.terrace.crop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.PositionErrors;

/**
 * The best class of every crop over a household's plots (where one plot refuses it and another is not known, it is not known); animals at the height of the house. A household without plots on record
 * is rated by the height and temperature of its house alone, and its reason says so; where the house is known only to its group, a
 * class or zone is given only if it holds for the whole circle.
 */
final class HouseholdTable {
    static final List<String> REASONS =
            List.of("from_plots", "rated_at_house", "position_vague", "no_elevation", "no_position");

    private HouseholdTable() {}

    static TableSpec spec(List<Crop> crops) {
        List<ColumnSpec> columns = new ArrayList<>(List.of(
                ColumnSpec.classes("zone", AltitudeZones.SCHEME, AltitudeZones.CODES),
                ColumnSpec.classes("best_class", Suitability.SCHEME, Suitability.CODES),
                ColumnSpec.text("best_crops"),
                ColumnSpec.reason("reason", REASONS),
                ColumnSpec.number("plots", "plots", 0),
                ColumnSpec.number("elevation_m", "m", 0),
                ColumnSpec.number("mean_temperature_c", "°C", 1)));
        crops.forEach(
                crop -> columns.add(ColumnSpec.classes("class_" + crop.id(), Suitability.SCHEME, Suitability.CODES)));
        return new TableSpec("household", LayerKind.HOUSEHOLD.id(), columns);
    }

    static ResultTable rate(
            Assessment assessment, Land land, LandRating rating, List<Crop> crops, ResultTable plotClasses) {
        FeatureTable households = assessment.region().households();
        FeatureTable plots = assessment.region().plots();
        ResultTableBuilder table = new ResultTableBuilder(spec(crops), households.codes());
        int[] plotCount = new int[households.size()];
        int[] householdOfPlot = new int[plots.size()];
        for (int p = 0; p < plots.size(); p++) {
            householdOfPlot[p] = households.rowOf(plots.text("household_code").get(p));
            if (householdOfPlot[p] >= 0) {
                plotCount[householdOfPlot[p]]++;
            }
        }
        List<Crop> plants = crops.stream().filter(c -> !c.isLivestock()).toList();
        byte[][] classes = new byte[plants.size()][];
        for (int c = 0; c < plants.size(); c++) {
            classes[c] = table.bytes("class_" + plants.get(c).id());
            Arrays.fill(classes[c], (byte) Suitability.UNKNOWN.ordinal());
            boolean[] first = new boolean[households.size()];
            Arrays.fill(first, true);
            Column.Codes onPlots = plotClasses.codesOf("class_" + plants.get(c).id());
            for (int p = 0; p < plots.size(); p++) {
                int h = householdOfPlot[p];
                if (h >= 0) {
                    int there = onPlots.get(p);
                    if (first[h] || Suitability.rank(there) < Suitability.rank(classes[c][h])) {
                        classes[c][h] = (byte) there;
                        first[h] = false;
                    }
                }
            }
        }
        double[] errors = PositionErrors.of(households, assessment.standard().number("household.position_error_m"));
        BestCrops names = new BestCrops(plants);
        byte[][] all = new byte[crops.size()][];
        Arrays.setAll(all, c -> table.bytes("class_" + crops.get(c).id()));
        for (int i = 0; i < households.size(); i++) {
            House house = House.of(households, i, land, errors[i]);
            for (int c = 0; c < all.length; c++) {
                if (crops.get(c).isLivestock() || plotCount[i] == 0) {
                    all[c][i] = (byte) house.rate(crops.get(c), land, rating).ordinal();
                }
            }
            int best = BestCrops.first(classes, i);
            table.set(i, "zone", house.zone(land.zones()))
                    .set(i, "best_class", best < 0 ? "unknown" : Suitability.CODES.get(classes[best][i]))
                    .set(i, "best_crops", names.of(classes, i))
                    .set(i, "reason", reason(households, i, plotCount[i], house, best < 0 ? -1 : classes[best][i]))
                    .set(i, "plots", plotCount[i])
                    .set(i, "elevation_m", house.altitudeM())
                    .set(i, "mean_temperature_c", land.meanC(house.altitudeM()));
        }
        return table.build();
    }

    private static String reason(FeatureTable households, int row, int plotCount, House house, int best) {
        if (plotCount > 0 && best != Suitability.UNKNOWN.ordinal()) {
            return "from_plots";
        }
        if (house.vague()) {
            return "position_vague";
        }
        if (!Double.isNaN(house.altitudeM()) && plotCount == 0) {
            return "rated_at_house";
        }
        return households.hasGeometry(row) ? "no_elevation" : "no_position";
    }
}
