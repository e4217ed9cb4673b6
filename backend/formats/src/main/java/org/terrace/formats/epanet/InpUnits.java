package org.terrace.formats.epanet;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.terrace.hydraulics.HeadLossFormula;

/**
 * Units of an EPANET file, all of which follow from its unit of flow.
 *
 * @param name of the unit of flow
 * @param m3PerS in one unit of flow
 * @param us whether lengths are feet and diameters inches, else metres and millimetres
 * @see "EPANET 2.2 User Manual, Appendix A"
 */
record InpUnits(String name, double m3PerS, boolean us) {
    private static final double FOOT_M = 0.3048;
    private static final double CUBIC_FOOT_M3 = FOOT_M * FOOT_M * FOOT_M;
    private static final double GALLON_M3 = 231 * 0.0254 * 0.0254 * 0.0254;
    private static final double DAY_S = 86_400;
    private static final double HORSEPOWER_W = 745.699_871_582;

    /** Metres of water in a pound per square inch, as EPANET has it: 1 / 0.4333 feet. */
    private static final double PSI_M = FOOT_M / 0.4333;

    private static final double KILOPASCAL_M = PSI_M / 6.895;
    private static final double BAR_M = PSI_M / 0.068948;
    private static final Set<String> HEIGHTS = Set.of("METERS", "M", "FEET", "FT");
    private static final Set<String> PRESSURES = Set.of("PSI", "KPA", "METERS", "M", "FEET", "FT", "BAR");

    static Optional<InpUnits> of(String flow) {
        return Optional.ofNullable(
                switch (flow.toUpperCase(Locale.ROOT)) {
                    case "CFS" -> new InpUnits("CFS", CUBIC_FOOT_M3, true);
                    case "GPM" -> new InpUnits("GPM", GALLON_M3 / 60, true);
                    case "MGD" -> new InpUnits("MGD", 1e6 * GALLON_M3 / DAY_S, true);
                    case "IMGD" -> new InpUnits("IMGD", 4_546.09 / DAY_S, true);
                    case "AFD" -> new InpUnits("AFD", 43_560 * CUBIC_FOOT_M3 / DAY_S, true);
                    case "LPS" -> new InpUnits("LPS", 1e-3, false);
                    case "LPM" -> new InpUnits("LPM", 1e-3 / 60, false);
                    case "MLD" -> new InpUnits("MLD", 1e3 / DAY_S, false);
                    case "CMH" -> new InpUnits("CMH", 1 / 3_600.0, false);
                    case "CMD" -> new InpUnits("CMD", 1 / DAY_S, false);
                    case "CMS" -> new InpUnits("CMS", 1, false);
                    default -> null;
                });
    }

    static boolean isPressure(String unit) {
        return PRESSURES.contains(unit.toUpperCase(Locale.ROOT));
    }

    /** Whether a pressure in the unit, or in the usual one for "", is a height of the liquid. */
    boolean isHeight(String unit) {
        return unit.isEmpty() ? !us : HEIGHTS.contains(unit.toUpperCase(Locale.ROOT));
    }

    double metres(double length) {
        return us ? length * FOOT_M : length;
    }

    double diameterM(double diameter) {
        return us ? diameter * FOOT_M / 12 : diameter / 1_000;
    }

    double pressureM(double pressure, String unit) {
        return switch (unit.toUpperCase(Locale.ROOT)) {
            case "PSI" -> pressure * PSI_M;
            case "KPA" -> pressure * KILOPASCAL_M;
            case "BAR" -> pressure * BAR_M;
            case "METERS", "M" -> pressure;
            case "FEET", "FT" -> pressure * FOOT_M;
            default -> us ? pressure * PSI_M : pressure;
        };
    }

    double volumeM3(double volume) {
        return us ? volume * CUBIC_FOOT_M3 : volume;
    }

    double watts(double power) {
        return us ? power * HORSEPOWER_W : power * 1_000;
    }

    /** Hazen-Williams C and Manning n have no unit; Darcy-Weisbach is millifeet or millimetres. */
    double roughness(double roughness, HeadLossFormula formula) {
        return formula == HeadLossFormula.DARCY_WEISBACH ? metres(roughness) / 1_000 : roughness;
    }
}
