package org.terrace.powerflow;

/**
 * A series impedance between two buses of any voltage, per unit of {@code ratedMva}; it may differ by direction.
 *
 * @param there resistance and reactance as the first bus sees them: {@code rThere, xThere}. {@code rBack, xBack}: as the second
 * @param gFrom shunt at the first bus, per unit. Likewise {@code bFrom, gTo, bTo}
 */
public record Impedance(
        String id,
        int from,
        int to,
        double ratedMva,
        double rThere,
        double xThere,
        double rBack,
        double xBack,
        double gFrom,
        double bFrom,
        double gTo,
        double bTo,
        boolean inService) {

    /** @throws IllegalArgumentException for no rating and for none of an impedance */
    public Impedance {
        if (!(ratedMva > 0) || !(Math.hypot(rThere, xThere) > 0) || !(Math.hypot(rBack, xBack) > 0)) {
            throw new IllegalArgumentException("impedance " + id + ": " + rThere + " + " + xThere + "j there, " + rBack
                    + " + " + xBack + "j back, per unit of " + ratedMva + " MVA");
        }
    }

    TwoPort twoPort() {
        return new TwoPort(
                new Complex(rThere, xThere).times(1 / ratedMva).inverse(),
                new Complex(rBack, xBack).times(1 / ratedMva).inverse(),
                new Complex(gFrom, bFrom).times(ratedMva),
                new Complex(gTo, bTo).times(ratedMva),
                Complex.ONE,
                Complex.ONE);
    }
}
