package org.terrace.powerflow.phases;

import java.util.List;

/**
 * Impedance of a low-voltage line for each kilometre: wires alike but for the thickness of the neutral, and as if transposed.
 *
 * <p>Each wire has its resistance and the reactance that counts in a balanced load (self less mutual); the mutual part, which counts only
 * for current that returns through earth, follows Carson. A phase and its neutral are a loop of twice the reactance. Reactance by hand:
 * x = 4 pi f 10^-4 ln(GMD / GMR) ohm/km.
 *
 * @param phaseOhmPerKm resistance of a phase wire
 * @param neutralOhmPerKm resistance of the neutral wire
 * @param reactanceOhmPerKm of each wire: {@link #BARE_OVERHEAD} or {@link #BUNDLED}
 * @see "Kersting, Distribution System Modeling and Analysis, chapter 4: modified Carson's equations"
 */
public record LineImpedance(double phaseOhmPerKm, double neutralOhmPerKm, double reactanceOhmPerKm) {
    /**
     * Reactance of bare wires on poles, ohm/km. Wires 0.4 m apart in a row give 0.30 to 0.36 for 16 to 120 mm2; pandapower's standard
     * types of aluminium-steel wires for low voltage have 0.29 to 0.35.
     */
    public static final double BARE_OVERHEAD = 0.33;

    /** Reactance of insulated wires twisted into a bundle, ohm/km; makers give 0.08 to 0.10. */
    public static final double BUNDLED = 0.09;

    /** Rise of the resistance of aluminium and copper for each kelvin, about IEC 60228's 0.00403 and 0.00393. */
    public static final double PER_KELVIN = 0.004;

    private static final double MEASURED_AT_CELSIUS = 20;
    private static final double HERTZ = 50;

    /** Carson's resistance of the earth return at 50 Hz, ohm/km: pi^2 f 10^-4. */
    private static final double EARTH_OHM_PER_KM = Math.PI * Math.PI * HERTZ * 1e-4;

    /** Depth of the earth return in ground of 100 ohm m, metres: 658.5 sqrt(rho / f). */
    private static final double EARTH_DEPTH_M = 658.5 * Math.sqrt(100 / HERTZ);

    private static final double USUAL_DISTANCE_M = 0.4;

    /** @throws IllegalArgumentException for resistance that is not above zero, or negative reactance */
    public LineImpedance {
        if (!(phaseOhmPerKm > 0) || !(neutralOhmPerKm > 0) || !(reactanceOhmPerKm >= 0)) {
            throw new IllegalArgumentException(
                    "line of " + phaseOhmPerKm + ", " + neutralOhmPerKm + " and " + reactanceOhmPerKm + " ohm/km");
        }
    }

    /** All wires of the same thickness. @param ohmPerKm resistance at 20 degrees */
    public static LineImpedance alike(double ohmPerKm, double reactanceOhmPerKm) {
        return new LineImpedance(ohmPerKm, ohmPerKm, reactanceOhmPerKm);
    }

    /** At another temperature of the wire than 20 degrees. */
    public LineImpedance at(double celsius) {
        double factor = 1 + PER_KELVIN * (celsius - MEASURED_AT_CELSIUS);
        return new LineImpedance(factor * phaseOhmPerKm, factor * neutralOhmPerKm, reactanceOhmPerKm);
    }

    /** Ohms of a line with these wires. */
    public PhaseMatrix ohms(List<Conductor> wires, double km) {
        int n = wires.size();
        double[][] re = new double[n][n];
        double[][] im = new double[n][n];
        double mutual = reactanceOhmPerKm(EARTH_DEPTH_M, USUAL_DISTANCE_M);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double wire = wires.get(i) == Conductor.N ? neutralOhmPerKm : phaseOhmPerKm;
                re[i][j] = km * (EARTH_OHM_PER_KM + (i == j ? wire : 0));
                im[i][j] = km * (mutual + (i == j ? reactanceOhmPerKm : 0));
            }
        }
        return PhaseMatrix.of(re, im);
    }

    /**
     * Reactance at 50 Hz by geometry.
     *
     * @param gmdM geometric mean distance of the wires, metres
     * @param gmrM geometric mean radius of one, metres
     */
    public static double reactanceOhmPerKm(double gmdM, double gmrM) {
        return 4 * Math.PI * HERTZ * 1e-4 * Math.log(gmdM / gmrM);
    }

    /** Geometric mean radius of a stranded wire of seven strands, metres: 0.726 of its radius. */
    public static double strandedGmrM(double areaMm2) {
        double strandM = Math.sqrt(4 * areaMm2 / (7 * Math.PI)) / 1_000;
        return 0.7256 * 1.5 * strandM;
    }
}
