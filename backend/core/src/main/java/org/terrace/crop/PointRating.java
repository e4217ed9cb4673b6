package org.terrace.crop;

import java.util.List;
import org.terrace.analysis.Assessment;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;
import org.terrace.terrain.Slope;

/**
 * What grows at one point of the county, by altitude, temperature and slope alone: the technician's question. No land class is
 * known there, so the law is left out, and every class is 'so far'.
 *
 * @param altitudeM NaN outside the elevation model; then every class is unknown
 * @param aspectDeg direction that the ground faces, clockwise from north; NaN on flat ground
 * @param zone code of the scheme {@code altitude_zone}
 * @param meanTemperatureC mean of the year; NaN when the profile names no station
 * @param crops best class first, then by id
 */
public record PointRating(
        double altitudeM,
        double slopeDeg,
        double aspectDeg,
        String zone,
        double meanTemperatureC,
        List<CropAtPoint> crops) {

    /**
     * @param result code of the scheme {@code suitability}
     * @param limiting code of the scheme {@code limiting_factor}
     */
    public record CropAtPoint(String crop, String result, String limiting) {}

    public PointRating {
        crops = List.copyOf(crops);
    }

    /** @param x east, @param y north, in the region's CRS */
    public static PointRating at(Assessment assessment, double x, double y) {
        Land land = Land.of(assessment);
        double altitude = land.grid().map(g -> g.bilinear(x, y)).orElse(Double.NaN);
        double slope = land.grid().map(g -> Slope.degreesAt(g, x, y)).orElse(Double.NaN);
        double aspect = land.grid().map(g -> aspect(g, x, y)).orElse(Double.NaN);
        LandUnit unit = LandUnit.at(altitude, land.meanC(altitude), slope);
        LandRating rating = new LandRating(LandLaw.NONE);
        List<CropAtPoint> crops = CropCatalogue.of(assessment.reference()).crops().stream()
                .map(crop -> rated(crop, rating.rate(crop, unit)))
                .sorted(java.util.Comparator.comparing((CropAtPoint c) -> Suitability.CODES.indexOf(c.result()))
                        .thenComparing(CropAtPoint::crop))
                .toList();
        return new PointRating(altitude, slope, aspect, land.zones().codeOf(altitude), unit.meanTemperatureC(), crops);
    }

    private static CropAtPoint rated(Crop crop, LandRating.Rating rating) {
        return new CropAtPoint(
                crop.id(), rating.result().code(), rating.limiting().code());
    }

    private static double aspect(ElevationGrid grid, double x, double y) {
        GridFrame frame = grid.frame();
        return Slope.aspectDegrees(grid, frame.columnOf(x), frame.rowOf(y));
    }
}
