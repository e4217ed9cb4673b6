package org.terrace.water;

import java.util.List;
import org.terrace.terrain.Drainage;

/** How much water a place gathers, as classes of its catchment: under the area at which a gully begins, and under 10 and 100 times it. */
final class DrainageClasses {
    static final String SCHEME = "drainage";
    static final List<String> CODES = List.of("hillside", "gully", "brook", "stream");

    private DrainageClasses() {}

    /** Positions in {@link #CODES}, NaN where there is no height. */
    static float[] of(Drainage drainage, double streamM2) {
        float[] classes = new float[drainage.frame().cells()];
        for (int cell = 0; cell < classes.length; cell++) {
            double times = drainage.catchmentM2(cell) / streamM2;
            classes[cell] = Double.isNaN(times) ? Float.NaN : times < 1 ? 0 : times < 10 ? 1 : times < 100 ? 2 : 3;
        }
        return classes;
    }
}
