package org.terrace.powerflow;

/**
 * A line or cable of three phases, as a pi section: half of its charging stands at each end.
 *
 * @param from position of a bus in the network's list. @param to likewise
 * @param rOhmPerKm of one phase of one system. @param xOhmPerKm likewise, at the network's frequency
 * @param cNfPerKm capacitance in nF/km. @param gUsPerKm leakage in microsiemens/km
 * @param parallel systems side by side
 * @param ratingKa current that all systems may carry together; NaN when not known
 */
public record Line(
        String id,
        int from,
        int to,
        double lengthKm,
        double rOhmPerKm,
        double xOhmPerKm,
        double cNfPerKm,
        double gUsPerKm,
        double parallel,
        double ratingKa,
        boolean inService) {

    /** @throws IllegalArgumentException for no length, no impedance, no system, or numbers that are none */
    public Line {
        if (!(lengthKm > 0) || !(parallel > 0) || !(Math.hypot(rOhmPerKm, xOhmPerKm) > 0)) {
            throw new IllegalArgumentException("line " + id + ": " + lengthKm + " km, " + rOhmPerKm + " + " + xOhmPerKm
                    + "j ohm/km, " + parallel + " parallel");
        }
        if (!Double.isFinite(lengthKm * (rOhmPerKm + xOhmPerKm + cNfPerKm + gUsPerKm) / parallel)) {
            throw new IllegalArgumentException("line " + id + ": numbers must be finite");
        }
    }

    /** One system without charging. */
    public static Line of(String id, int from, int to, double lengthKm, double rOhmPerKm, double xOhmPerKm) {
        return new Line(id, from, to, lengthKm, rOhmPerKm, xOhmPerKm, 0, 0, 1, Double.NaN, true);
    }

    /** Per unit of 1 MVA and {@code baseKv}. */
    TwoPort twoPort(double baseKv, double hertz) {
        double baseOhm = baseKv * baseKv;
        double km = lengthKm * parallel;
        Complex series = new Complex(rOhmPerKm, xOhmPerKm)
                .times(lengthKm / parallel / baseOhm)
                .inverse();
        Complex half = new Complex(gUsPerKm * 1e-6, 2 * Math.PI * hertz * cNfPerKm * 1e-9).times(km * baseOhm / 2);
        return TwoPort.of(series, half, half);
    }
}
