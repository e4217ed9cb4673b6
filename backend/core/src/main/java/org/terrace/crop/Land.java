package org.terrace.crop;

import java.util.Optional;
import org.terrace.analysis.Assessment;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;
import org.terrace.terrain.Slope;

/** Reads what is known of the land under a plot or a house: the record first, else the elevation model and the station. */
record Land(Optional<ElevationGrid> grid, Optional<Climate> climate, AltitudeZones zones) {

    static Land of(Assessment assessment) {
        return new Land(
                assessment.region().elevation(),
                Climate.of(assessment.standard()),
                AltitudeZones.of(assessment.standard()));
    }

    /** NaN where no station is set or the altitude is unknown. */
    double meanC(double altitudeM) {
        return climate.map(c -> c.meanC(altitudeM)).orElse(Double.NaN);
    }

    LandUnit ofPlot(FeatureTable plots, int row) {
        double altitude = altitude(plots, row);
        double slope = plots.numbers("slope_deg").get(row);
        if (Double.isNaN(slope)) {
            slope = grid.map(g -> Slope.degreesAt(g, plots.x(row), plots.y(row)))
                    .orElse(Double.NaN);
        }
        return new LandUnit(
                altitude,
                meanC(altitude),
                slope,
                plots.numbers("soil_ph").get(row),
                plots.numbers("soil_depth_cm").get(row),
                plots.codesOf("land_class").code(row),
                plots.codesOf("tobacco_contract").code(row));
    }

    /** The height on record, else the elevation model's, else NaN. */
    double altitude(FeatureTable features, int row) {
        double onRecord = features.numbers("elevation_m").get(row);
        if (!Double.isNaN(onRecord)) {
            return onRecord;
        }
        return grid.map(g -> g.bilinear(features.x(row), features.y(row))).orElse(Double.NaN);
    }
}
