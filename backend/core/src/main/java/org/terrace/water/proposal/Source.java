package org.terrace.water.proposal;

import org.locationtech.jts.geom.Coordinate;

/**
 * Works from which water could be led.
 *
 * @param row in the layer of water facilities. @param cell of the ground
 * @param levelM of the water; error 0 where surveyed
 * @param supply that it belongs to. @param yieldM3PerDay of the dry season, at least; NaN when not measured
 * @param drinkers on record who live on the same yield
 * @param isTank whether a supply is extended, not a source taken
 * @param isSpoiled whether the quality is known to fail. @param isFit whether it is known to pass
 * @param isProtected whether nothing need be built at the source
 */
record Source(
        int row,
        String code,
        Coordinate at,
        int cell,
        double levelM,
        double errorM,
        int supply,
        double yieldM3PerDay,
        double drinkers,
        boolean isTank,
        boolean isSpoiled,
        boolean isFit,
        boolean isProtected) {

    boolean isMeasured() {
        return !Double.isNaN(yieldM3PerDay);
    }

    /** What is left in the dry season. @param own people of the group who live on it already, and are counted in their new place */
    double spareM3PerDay(double dailyM3PerPerson, double own) {
        return yieldM3PerDay - dailyM3PerPerson * Math.max(0, drinkers - own);
    }
}
