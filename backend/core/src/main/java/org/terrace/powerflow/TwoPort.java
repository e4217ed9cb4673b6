package org.terrace.powerflow;

/**
 * A branch as its ends see it, per unit: a series admittance between two shunts, behind an ideal transformer at each end.
 * Currents flow in, so that
 *
 * <pre>
 * i_from = ff v_from + ft v_to
 * i_to   = tf v_from + tt v_to
 * </pre>
 *
 * <p>The parts are kept beside the four: shunts are small against series admittances and would drown in their sum.
 *
 * @param there series admittance as seen from the first end. @param back from the second: another one only for impedances
 *     that differ by direction
 * @param ratioFrom of the ideal transformer at the first end, its angle that by which the other side lags.
 *     @param ratioTo likewise at the second
 * @see "Zimmerman and Murillo-Sanchez, Matpower User's Manual, section 3.2"
 */
record TwoPort(Complex there, Complex back, Complex shuntFrom, Complex shuntTo, Complex ratioFrom, Complex ratioTo) {

    static TwoPort of(Complex series, Complex shuntFrom, Complex shuntTo) {
        return new TwoPort(series, series, shuntFrom, shuntTo, Complex.ONE, Complex.ONE);
    }

    /** The same branch with its ends exchanged. */
    TwoPort turned() {
        return new TwoPort(back, there, shuntTo, shuntFrom, ratioTo, ratioFrom);
    }

    Complex ff() {
        return there.plus(shuntFrom).times(1 / ratioFrom.square());
    }

    Complex ft() {
        return there.negated().over(ratioFrom.conjugate().times(ratioTo));
    }

    Complex tf() {
        return back.negated().over(ratioTo.conjugate().times(ratioFrom));
    }

    Complex tt() {
        return back.plus(shuntTo).times(1 / ratioTo.square());
    }

    /**
     * What stands behind the series admittance of an end that carries a given admittance: 1 when it carries none.
     *
     * @param load at the second end, inside its ideal transformer, with the shunt there
     */
    Complex divider(Complex load) {
        return Complex.ONE.over(Complex.ONE.plus(load.over(back)));
    }

    /** What the first end sees of an admittance at the second, inside its ideal transformer, with the shunt there. */
    Complex seenFrom(Complex load) {
        Complex behind = load.times(divider(load)).times(there.over(back));
        return behind.plus(shuntFrom).times(1 / ratioFrom.square());
    }

    /** What the first end sees while the second is open: a charged line, an unloaded transformer. */
    Complex openAtTo() {
        return seenFrom(shuntTo);
    }

    /** Voltage at the open second end by that of the first. */
    Complex openVoltage() {
        return divider(shuntTo).times(ratioTo).over(ratioFrom);
    }

    /** Both ends on one place. */
    Complex closedOnItself() {
        return ff().plus(ft()).plus(tf()).plus(tt());
    }

    boolean isFinite() {
        return ff().isFinite() && ft().isFinite() && tf().isFinite() && tt().isFinite();
    }
}
