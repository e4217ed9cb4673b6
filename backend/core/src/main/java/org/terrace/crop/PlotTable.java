package org.terrace.crop;

import java.util.ArrayList;
import java.util.List;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;

/** The rating of every plot for every plant. */
final class PlotTable {

    /** How far the classes can be trusted: what was not checked, the gravest first. */
    static final List<String> REASONS = List.of(
            "all_checked",
            "no_elevation",
            "temperature_not_checked",
            "slope_not_checked",
            "land_class_not_checked",
            "soil_not_checked");

    private PlotTable() {}

    static TableSpec spec(List<Crop> plants) {
        List<ColumnSpec> columns = new ArrayList<>(List.of(
                ColumnSpec.classes("best_class", Suitability.SCHEME, Suitability.CODES),
                ColumnSpec.classes("limiting", Factor.SCHEME, Factor.CODES),
                ColumnSpec.text("best_crops"),
                ColumnSpec.reason("reason", REASONS),
                ColumnSpec.classes("zone", AltitudeZones.SCHEME, AltitudeZones.CODES),
                ColumnSpec.number("elevation_m", "m", 0),
                ColumnSpec.number("slope_deg", "deg", 1),
                ColumnSpec.number("mean_temperature_c", "°C", 1)));
        for (Crop crop : plants) {
            columns.add(ColumnSpec.classes("class_" + crop.id(), Suitability.SCHEME, Suitability.CODES));
            columns.add(ColumnSpec.classes("limiting_" + crop.id(), Factor.SCHEME, Factor.CODES));
        }
        return new TableSpec("plot", LayerKind.PLOT.id(), columns);
    }

    static ResultTable rate(Assessment assessment, Land land, LandRating rating, List<Crop> plants) {
        FeatureTable plots = assessment.region().plots();
        ResultTableBuilder table = new ResultTableBuilder(spec(plants), plots.codes());
        byte[][] classes = new byte[plants.size()][];
        byte[][] limiting = new byte[plants.size()][];
        for (int c = 0; c < plants.size(); c++) {
            classes[c] = table.bytes("class_" + plants.get(c).id());
            limiting[c] = table.bytes("limiting_" + plants.get(c).id());
        }
        BestCrops names = new BestCrops(plants);
        for (int i = 0; i < plots.size(); i++) {
            if ((i & 0xFFF) == 0) {
                assessment.deadline().check();
                assessment.progress().done(0.8 * i / plots.size());
            }
            LandUnit unit = land.ofPlot(plots, i);
            for (int c = 0; c < plants.size(); c++) {
                LandRating.Rating rated = rating.rate(plants.get(c), unit);
                classes[c][i] = (byte) rated.result().ordinal();
                limiting[c][i] = (byte) rated.limiting().ordinal();
            }
            int best = BestCrops.first(classes, i);
            table.set(i, "best_class", best < 0 ? "unknown" : Suitability.CODES.get(classes[best][i]))
                    .set(i, "limiting", best < 0 ? "unknown" : Factor.CODES.get(limiting[best][i]))
                    .set(i, "best_crops", names.of(classes, i))
                    .set(i, "reason", reason(unit))
                    .set(i, "zone", land.zones().codeOf(unit.altitudeM()))
                    .set(i, "elevation_m", unit.altitudeM())
                    .set(i, "slope_deg", unit.slopeDeg())
                    .set(i, "mean_temperature_c", unit.meanTemperatureC());
        }
        return table.build();
    }

    private static String reason(LandUnit unit) {
        if (Double.isNaN(unit.altitudeM())) {
            return "no_elevation";
        }
        if (Double.isNaN(unit.meanTemperatureC())) {
            return "temperature_not_checked";
        }
        if (Double.isNaN(unit.slopeDeg())) {
            return "slope_not_checked";
        }
        if (unit.landClass().isEmpty()) {
            return "land_class_not_checked";
        }
        return Double.isNaN(unit.soilPh()) || Double.isNaN(unit.soilDepthCm()) ? "soil_not_checked" : "all_checked";
    }
}
