package org.terrace.power.area;

import org.terrace.standard.Standard;

/**
 * Between which volts a household's supply must stay, phase to neutral: of 220 V for single-phase houses, of 380 V, by its root of three, for
 * those with three phases.
 *
 * @see "GB/T 12325-2008: 220 V single phase +7 % and -10 %, 380 V three phase +7 % and -7 %"
 */
public record VoltageLimits(double lowV, double highV, double threePhaseLowV, double threePhaseHighV) {
    /** From here on a measured voltage is one between two phases. */
    private static final double BETWEEN_PHASES_V = 300;

    private static final double ROOT_3 = StrictMath.sqrt(3);

    public static VoltageLimits of(Standard standard) {
        double nominal = standard.number("power.voltage.nominal_v");
        double threePhase = standard.number("power.voltage.three_phase_nominal_v") / ROOT_3;
        return new VoltageLimits(
                nominal * (1 + standard.number("power.voltage.low_percent") / 100),
                nominal * (1 + standard.number("power.voltage.high_percent") / 100),
                threePhase * (1 + standard.number("power.voltage.three_phase_low_percent") / 100),
                threePhase * (1 + standard.number("power.voltage.three_phase_high_percent") / 100));
    }

    public double lowV(boolean threePhase) {
        return threePhase ? threePhaseLowV : lowV;
    }

    public double highV(boolean threePhase) {
        return threePhase ? threePhaseHighV : highV;
    }

    /** A measured voltage as one to neutral. */
    public static double toNeutral(double measuredV) {
        return measuredV >= BETWEEN_PHASES_V ? measuredV / ROOT_3 : measuredV;
    }
}
