package org.terrace.server.tiles;

/** From degrees to the county's metric CRS, many points at once. */
@FunctionalInterface
public interface ToMetric {
    /**
     * @param lonLat longitude and latitude of each point in turn, degrees
     * @return east and north of each point in turn, metres; NaN for a point that the CRS cannot express
     */
    double[] toMetric(double[] lonLat);
}
