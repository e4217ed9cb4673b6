package org.terrace.crop;

import org.terrace.region.FeatureTable;
import org.terrace.terrain.Surroundings;

/**
 * The altitudes at which a house may stand: one where its place is known, several over the circle of its position error where it is
 * known only to its group. On a mountainside 500 m sideways can be 300 m up, another zone and another crop.
 *
 * @param altitudesM at least one; NaN when not known
 * @param vague whether they are samples of a circle
 */
record House(double[] altitudesM, boolean vague) {
    /** A position known to this many metres counts as the place itself: 100 m on a slope of 17 degrees is 30 m of altitude. */
    static final double VAGUE_M = 100;

    /** @param errorM position error of the household, as in the record or the profile's default */
    static House of(FeatureTable households, int row, Land land, double errorM) {
        double altitude = land.altitude(households, row);
        boolean surveyed = !households.numbers("elevation_m").isAbsent(row);
        if (surveyed
                || errorM <= VAGUE_M
                || Double.isNaN(altitude)
                || land.grid().isEmpty()) {
            return new House(new double[] {altitude}, false);
        }
        double[] altitudes = Surroundings.heights(land.grid().get(), households.x(row), households.y(row), errorM);
        altitudes[0] = altitude;
        return new House(altitudes, true);
    }

    /** The altitude to show; NaN where it is vague. */
    double altitudeM() {
        return vague ? Double.NaN : altitudesM[0];
    }

    /** The zone that holds at every altitude, else the last code, unknown. Samples outside the elevation model are left out. */
    String zone(AltitudeZones zones) {
        String common = zones.codeOf(altitudesM[0]);
        for (double altitude : altitudesM) {
            if (!Double.isNaN(altitude) && !zones.codeOf(altitude).equals(common)) {
                return zones.codeOf(Double.NaN);
            }
        }
        return common;
    }

    /** The class that holds at every altitude, else UNKNOWN. */
    Suitability rate(Crop crop, Land land, LandRating rating) {
        Suitability common = rateAt(altitudesM[0], crop, land, rating);
        for (double altitude : altitudesM) {
            if (!Double.isNaN(altitude) && rateAt(altitude, crop, land, rating) != common) {
                return Suitability.UNKNOWN;
            }
        }
        return common;
    }

    /** Only height and climate count: the fields of a house lie near it in height, but not on its slope. */
    private static Suitability rateAt(double altitude, Crop crop, Land land, LandRating rating) {
        return rating.rate(crop, LandUnit.at(altitude, land.meanC(altitude), Double.NaN))
                .result();
    }
}
