package org.terrace.region;

import java.util.Arrays;

/** Position error of every household: the record's, else the default of the profile. */
public final class PositionErrors {
    private PositionErrors() {}

    /** Metres, one per household row. */
    public static double[] of(FeatureTable households, double defaultM) {
        double[] errors = households.numbers("position_error_m").values().clone();
        Arrays.setAll(errors, i -> Double.isNaN(errors[i]) ? defaultM : errors[i]);
        return errors;
    }
}
