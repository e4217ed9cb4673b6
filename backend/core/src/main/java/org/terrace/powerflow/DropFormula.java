package org.terrace.powerflow;

/**
 * Voltage drop along one conductor by the linear formula that planners use as a screen, in percent of the nominal voltage. The load's current
 * is taken at nominal voltage and the angle between the ends is left out, so drops above some 5 % come out too small:
 * 20.0 % where a load of constant power gets 27.6 %.
 *
 * @see "Kersting (2002), Distribution System Modeling and Analysis, section 3.1: voltage drop by the real part of Z I"
 */
public final class DropFormula {
    private DropFormula() {}

    /** Three phases with equal load: (P R + Q X) / U^2. @param ohmPerKm of one conductor. @param volts line to line */
    public static double threePhasePercent(
            double kw, double powerFactor, double lengthM, double ohmPerKm, double reactanceOhmPerKm, double volts) {
        return percent(kw, powerFactor, lengthM, ohmPerKm, reactanceOhmPerKm, volts);
    }

    /** One phase and its return of the same conductor: twice the length. @param volts phase to neutral */
    public static double singlePhasePercent(
            double kw, double powerFactor, double lengthM, double ohmPerKm, double reactanceOhmPerKm, double volts) {
        return percent(kw, powerFactor, 2 * lengthM, ohmPerKm, reactanceOhmPerKm, volts);
    }

    private static double percent(
            double kw, double powerFactor, double lengthM, double ohmPerKm, double reactanceOhmPerKm, double volts) {
        if (!(powerFactor > 0 && powerFactor <= 1) || !(volts > 0)) {
            throw new IllegalArgumentException("power factor " + powerFactor + " at " + volts + " V");
        }
        double tangent = Math.sqrt(1 / (powerFactor * powerFactor) - 1);
        double ohm = (ohmPerKm + reactanceOhmPerKm * tangent) * lengthM / 1000;
        return 100 * kw * 1000 * ohm / (volts * volts);
    }
}
