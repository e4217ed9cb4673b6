package org.terrace.powerflow;

/**
 * The equivalent circuit of a transformer, per unit of 1 MVA and the buses' nominal voltages.
 *
 * <p>Short-circuit impedance in two parts with the magnetising branch between them (a T), turned into a pi section by
 * star and delta; before it, at the high side, an ideal transformer with the taps and the phase shift. Impedances stand at
 * the low side, so taps there change them too, as in pandapower and Sincal.
 *
 * @see "pandapower documentation, Transformer, electric model, trafo_model='t'"
 */
final class TransformerCircuit {
    private final Complex high;
    private final Complex low;
    private final Complex magnetising;
    private final Complex ratio;

    TransformerCircuit(Transformer t, double highBusKv, double lowBusKv) {
        double highKv = t.ratedHighKv();
        double lowKv = t.ratedLowKv();
        double lag = t.lagDegree();
        for (TapChanger tap : t.taps()) {
            if (tap.side() == TapChanger.Side.HIGH) {
                highKv *= tap.voltage();
            } else {
                lowKv *= tap.voltage();
            }
            lag += tap.lagDegree();
        }
        this.ratio = Complex.polar(highKv / lowKv * lowBusKv / highBusKv, lag);
        double toBus = lowKv / lowBusKv * (lowKv / lowBusKv);
        double z = t.vkPercent() / 100 / t.ratedMva() * toBus;
        double r = t.vkrPercent() / 100 / t.ratedMva() * toBus;
        double x = Math.signum(z) * Math.sqrt(Math.max(0, z * z - r * r));
        this.high = new Complex(r * t.resistanceShareHigh(), x * t.reactanceShareHigh()).times(1 / t.parallel());
        this.low = new Complex(r * (1 - t.resistanceShareHigh()), x * (1 - t.reactanceShareHigh()))
                .times(1 / t.parallel());
        this.magnetising = magnetising(t).times(t.parallel() / toBus);
    }

    /** In MVA at rated voltage: iron losses, and what of the no-load current they do not explain as lagging. */
    private static Complex magnetising(Transformer t) {
        double ironMw = t.ironLossKw() / 1000;
        double noLoadMva = t.noLoadPercent() / 100 * t.ratedMva();
        return new Complex(ironMw, -Math.sqrt(Math.max(0, noLoadMva * noLoadMva - ironMw * ironMw)));
    }

    /** With the magnetising branch between the two parts of the impedance. */
    TwoPort tee() {
        Complex series = high.times(low).times(magnetising).plus(high).plus(low).inverse();
        return new TwoPort(
                series,
                series,
                low.times(magnetising).times(series),
                high.times(magnetising).times(series),
                ratio,
                Complex.ONE);
    }
}
