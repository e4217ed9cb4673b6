package org.terrace.crop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.Field;
import org.terrace.analysis.FieldSpec;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.LinkTable;
import org.terrace.analysis.LinkTableBuilder;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTable;
import org.terrace.region.Column;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.PositionErrors;
import org.terrace.standard.ReferenceData;
import org.terrace.terrain.Slope;

/**
 * Altitude zones, and how well every plot suits every crop and every household's land and altitude suit every crop and animal, by
 * altitude, mean temperature, slope and (where on record) soil, with the limiting factor and the law.
 *
 * <p>A plot is rated at its representative point; the height on record wins over the elevation model. The fields rate bare land:
 * no land class is known there, so the law is left out of them.
 */
public final class CropSuitability implements Analysis {
    public static final String ID = "crop.suitability";
    static final String ZONE_FIELD = "altitude_zone";
    static final String SUITABILITY_FIELD = "suitability_";

    private static final LinkSpec LINK = new LinkSpec("household_zone", LayerKind.HOUSEHOLD.id(), "zone", "m");

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
        return Set.of(LayerKind.HOUSEHOLD, LayerKind.ADMIN_UNIT, LayerKind.ADMIN_BOUNDARY, LayerKind.PLOT);
    }

    @Override
    public boolean readsElevation() {
        return true;
    }

    @Override
    public Set<String> documents() {
        return Set.of(CropCatalogue.FOLDER);
    }

    @Override
    public boolean judgesPlotsAlone() {
        return true;
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        CropCatalogue crops = CropCatalogue.of(reference);
        List<FieldSpec> fields = new ArrayList<>();
        fields.add(zoneField());
        crops.crops().forEach(crop -> fields.add(suitabilityField(crop)));
        return new Outputs(
                List.of(PlotTable.spec(crops.plants()), HouseholdTable.spec(crops.crops())), fields, List.of(LINK));
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        CropCatalogue crops = CropCatalogue.of(assessment.reference());
        Land land = Land.of(assessment);
        LandRating rating = new LandRating(LandLaw.of(assessment.standard()));
        ResultTable plots = PlotTable.rate(assessment, land, rating, crops.plants());
        ResultTable households = HouseholdTable.rate(assessment, land, rating, crops.crops(), plots);
        List<Field> fields = assessment
                .region()
                .elevation()
                .map(g -> List.of(zones(land, g)))
                .orElse(List.of());
        return new AnalysisResult(ID, List.of(plots, households), fields, List.of(links(households)), Map.of());
    }

    /** From every household whose zone is known; the value is the house's altitude, NaN where only the zone is known. */
    private static LinkTable links(ResultTable households) {
        Column.Codes zones = households.codesOf("zone");
        double[] heights = households.numbers("elevation_m").values();
        LinkTableBuilder links = new LinkTableBuilder(LINK);
        for (int i = 0; i < heights.length; i++) {
            if (!zones.is(i, "unknown")) {
                links.add(households.codes()[i], zones.code(i), heights[i]);
            }
        }
        return links.build();
    }

    private static FieldSpec zoneField() {
        return new FieldSpec(ZONE_FIELD, "", AltitudeZones.SCHEME, AltitudeZones.CODES);
    }

    private static FieldSpec suitabilityField(Crop crop) {
        return new FieldSpec(SUITABILITY_FIELD + crop.id(), "", Suitability.SCHEME, Suitability.CODES);
    }

    private static Field zones(Land land, ElevationGrid grid) {
        float[] metres = grid.metres();
        float[] values = new float[metres.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.isNaN(metres[i]) ? Float.NaN : land.zones().positionOf(metres[i]);
        }
        return new Field(zoneField(), grid.frame(), values);
    }

    @Override
    public Field field(Assessment assessment, AnalysisResult result, String fieldId) {
        if (!fieldId.startsWith(SUITABILITY_FIELD)) {
            return Analysis.super.field(assessment, result, fieldId);
        }
        Crop crop = CropCatalogue.of(assessment.reference()).crop(fieldId.substring(SUITABILITY_FIELD.length()));
        ElevationGrid grid = assessment
                .region()
                .elevation()
                .orElseThrow(() -> new IllegalArgumentException("no elevation model, so no field " + fieldId));
        Land land = Land.of(assessment);
        LandRating rating = new LandRating(LandLaw.NONE);
        float[] values = new float[grid.frame().cells()];
        Arrays.fill(values, Float.NaN);
        for (int row = 0; row < grid.frame().rows(); row++) {
            assessment.deadline().check();
            for (int column = 0; column < grid.frame().columns(); column++) {
                double metres = grid.at(column, row);
                if (!Double.isNaN(metres)) {
                    LandUnit unit = LandUnit.at(metres, land.meanC(metres), Slope.degrees(grid, column, row));
                    values[row * grid.frame().columns() + column] =
                            rating.rate(crop, unit).result().ordinal();
                }
            }
        }
        return new Field(suitabilityField(crop), grid.frame(), values);
    }

    /**
     * The way to the temperature, then every crop with its class and what holds it down, best first. A household's crop is explained
     * by the plot that gave it its class, or by the house where it has no plots; a house known only to its group by the altitudes
     * between which it may stand.
     */
    @Override
    public Explanation explain(Assessment assessment, AnalysisResult result, String tableId, String code) {
        CropExplanation explanation =
                new CropExplanation(Land.of(assessment), new LandRating(LandLaw.of(assessment.standard())), result);
        List<Crop> crops = CropCatalogue.of(assessment.reference()).crops();
        FeatureTable plots = assessment.region().plots();
        FeatureTable households = assessment.region().households();
        if (tableId.equals("plot") && plots.rowOf(code) >= 0) {
            return explanation.ofPlot(plots, plots.rowOf(code), crops);
        }
        int row = households.rowOf(code);
        if (!tableId.equals("household") || row < 0) {
            return Explanation.NONE;
        }
        double errorM = PositionErrors.of(households, assessment.standard().number("household.position_error_m"))[row];
        return explanation.ofHousehold(households, row, errorM, plots, crops);
    }
}
