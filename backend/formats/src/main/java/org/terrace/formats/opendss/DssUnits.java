package org.terrace.formats.opendss;

import java.util.Locale;
import org.terrace.formats.issue.Issue;

/** Units of length as OpenDSS writes them. */
final class DssUnits {
    /** No unit: lengths and impedances match as they are. */
    static final double NONE = 0;

    private static final double FOOT_M = 0.3048;

    private DssUnits() {}

    /** Metres of the statement's unit; {@link #NONE} without one, or when it was reported. */
    static double metres(DssStatement of, DssReport report) {
        return of.last("units")
                .map(p -> {
                    double metres = metres(p.value());
                    if (Double.isNaN(metres)) {
                        report.report(
                                Issue.error("dss_units", of.place(p.line())).value(p.value()));
                        return NONE;
                    }
                    return metres;
                })
                .orElse(NONE);
    }

    private static double metres(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "none" -> NONE;
            case "m" -> 1;
            case "km" -> 1_000;
            case "cm" -> 0.01;
            case "mm" -> 0.001;
            case "ft" -> FOOT_M;
            case "kft" -> 1_000 * FOOT_M;
            case "mi" -> 5_280 * FOOT_M;
            case "in" -> FOOT_M / 12;
            default -> Double.NaN;
        };
    }

    /** How many of the second unit one of the first is; 1 where either is none. */
    static double factor(double metres, double ofMetres) {
        return metres == NONE || ofMetres == NONE ? 1 : metres / ofMetres;
    }
}
