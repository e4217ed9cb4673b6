package org.terrace.road;

import java.util.List;
import org.terrace.standard.Standard;

/**
 * The heaviest vehicle that can pass a road by its width and grade, from the standard's table: each class needs a least width and
 * bears a steepest grade.
 */
final class Vehicles {
    /** Codes of the scheme {@code vehicle}, in its order: the heaviest first. */
    static final List<String> CODES = List.of("truck", "light", "tricycle", "motorbike", "foot", "unknown");

    static final byte FOOT = 4;
    static final byte UNKNOWN = 5;

    private final double[] leastWidthM = new double[FOOT];
    private final double[] steepestPercent = new double[FOOT];

    Vehicles(Standard standard) {
        for (int v = 0; v < FOOT; v++) {
            leastWidthM[v] = standard.number("road.vehicle." + CODES.get(v) + ".width_m");
            steepestPercent[v] = standard.number("road.vehicle." + CODES.get(v) + ".grade_percent");
        }
    }

    /** @param gradePercent NaN: judged by the width alone. @return position in {@link #CODES}; unknown without a width */
    byte of(double widthM, double gradePercent) {
        if (Double.isNaN(widthM)) {
            return UNKNOWN;
        }
        for (byte v = 0; v < FOOT; v++) {
            // False for NaN: no grade forbids nothing.
            if (widthM >= leastWidthM[v] && !(gradePercent > steepestPercent[v])) {
                return v;
            }
        }
        return FOOT;
    }

    /** The class that can pass for sure: with the grade's error added; unknown where the grade is. */
    byte surely(double widthM, Grade grade) {
        return Double.isNaN(grade.percent()) ? UNKNOWN : of(widthM, grade.percent() + grade.errorPercent());
    }
}
