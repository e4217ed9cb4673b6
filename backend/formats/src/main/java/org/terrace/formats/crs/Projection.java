package org.terrace.formats.crs;

/** Formulas between geographic degrees and the coordinates of one system, always x east and y north, in place. */
interface Projection {
    /** x,y pairs to longitude, latitude in degrees; NaN where there is none. */
    void toDegrees(double[] xy, int from, int to);

    /** Longitude, latitude in degrees to x,y pairs; NaN where there is none. */
    void fromDegrees(double[] xy, int from, int to);
}
