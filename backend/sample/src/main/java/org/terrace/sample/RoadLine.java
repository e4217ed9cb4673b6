package org.terrace.sample;

/**
 * A stretch of road between junctions, in local metres.
 *
 * @param village whose road it is; -1 for the through roads
 * @param x and y: vertices; ends that meet share the same numbers
 */
record RoadLine(Kind kind, Surface surface, boolean bridge, int village, double[] x, double[] y) {

    /** From the best to the least. */
    enum Kind {
        NATIONAL("national"),
        COUNTY("county"),
        TOWNSHIP("township"),
        VILLAGE("village"),
        GROUP("village"),
        TRACK("track"),
        PATH("path");

        /** Code of the attribute road_class. */
        final String code;

        Kind(String code) {
            this.code = code;
        }
    }

    /** What the register says of the surface. */
    enum Surface {
        ASPHALT("asphalt"),
        CEMENT("cement"),
        GRAVEL("gravel"),
        EARTH("earth"),
        COMPACTED("compacted"),
        UNKNOWN("");

        /** Code of the attribute surface; "" when unknown. */
        final String code;

        Surface(String code) {
            this.code = code;
        }

        boolean isHardened() {
            return this == ASPHALT || this == CEMENT;
        }
    }

    double lengthM() {
        double sum = 0;
        for (int i = 1; i < x.length; i++) {
            double dx = x[i] - x[i - 1];
            double dy = y[i] - y[i - 1];
            sum += Math.sqrt(dx * dx + dy * dy);
        }
        return sum;
    }
}
