package org.terrace.powerflow;

import java.util.ArrayList;
import java.util.List;

/**
 * A transformer of three windings, computed as three of two in a star.
 *
 * <p>A short-circuit voltage belongs to a pair: that of {@code high} to high and medium, of {@code medium} to medium and low, of {@code low} to
 * high and low, each in percent of the smaller of the two ratings.
 *
 * @param atStar whether the tap changer stands at the star and not at its winding's terminals
 * @param losses winding whose two-winding transformer has the iron losses and the no-load current
 * @see "pandapower documentation, Three-winding transformer, electric model"
 */
public record ThreeWinding(
        String id,
        Winding high,
        Winding medium,
        Winding low,
        double ironLossKw,
        double noLoadPercent,
        Place losses,
        boolean atStar,
        boolean inService) {

    /** Which winding. */
    public enum Place {
        HIGH,
        MEDIUM,
        LOW
    }

    /**
     * @param bus position in the network's list
     * @param lagDegree behind the high winding
     * @param taps of this winding
     */
    public record Winding(
            int bus,
            double ratedMva,
            double ratedKv,
            double vkPercent,
            double vkrPercent,
            double lagDegree,
            List<TapChanger> taps) {
        public Winding {
            taps = List.copyOf(taps);
            if (!(ratedMva > 0) || !(ratedKv > 0) || !(vkPercent >= vkrPercent) || !(vkrPercent >= 0)) {
                throw new IllegalArgumentException("winding at " + ratedKv + " kV: " + ratedMva
                        + " MVA, short-circuit voltage " + vkPercent + " %, real part " + vkrPercent + " %");
            }
        }
    }

    /**
     * The three of the star.
     *
     * @param centre position of a bus between them with the nominal voltage of the high winding's bus
     * @throws IllegalArgumentException when one of them has no impedance
     */
    public List<Transformer> star(int centre) {
        double[] real = star(new double[] {high.vkrPercent, medium.vkrPercent, low.vkrPercent});
        double[] reactive = star(new double[] {reactive(high), reactive(medium), reactive(low)});
        List<Transformer> three = new ArrayList<>();
        for (Place place : Place.values()) {
            int i = place.ordinal();
            Winding w = winding(i);
            boolean isHigh = place == Place.HIGH;
            double vk = Math.signum(reactive[i]) * Math.hypot(reactive[i], real[i]);
            three.add(new Transformer(
                    id,
                    isHigh ? w.bus : centre,
                    isHigh ? centre : w.bus,
                    w.ratedMva,
                    high.ratedKv,
                    w.ratedKv,
                    vk,
                    real[i],
                    losses == place ? ironLossKw : 0,
                    losses == place ? noLoadPercent : 0,
                    w.lagDegree,
                    taps(w, isHigh),
                    0.5,
                    0.5,
                    1,
                    1,
                    inService));
        }
        return three;
    }

    private Winding winding(int i) {
        return i == 0 ? high : i == 1 ? medium : low;
    }

    private static double reactive(Winding w) {
        return Math.sqrt(w.vkPercent * w.vkPercent - w.vkrPercent * w.vkrPercent);
    }

    /** Parts of pairs to parts of windings, each in percent of its own rating. */
    private double[] star(double[] ofPairs) {
        double h = high.ratedMva;
        double m = medium.ratedMva;
        double l = low.ratedMva;
        double hm = ofPairs[0] / Math.min(h, m);
        double ml = ofPairs[1] / Math.min(m, l);
        double hl = ofPairs[2] / Math.min(h, l);
        return new double[] {h * (hm + hl - ml) / 2, m * (ml + hm - hl) / 2, l * (hl + ml - hm) / 2};
    }

    /** Terminals are at the high side of the high winding's transformer, at the low side of the others'; the star is opposite. */
    private List<TapChanger> taps(Winding w, boolean isHigh) {
        List<TapChanger> taps = new ArrayList<>();
        for (TapChanger tap : w.taps) {
            TapChanger.Side side = isHigh == atStar ? TapChanger.Side.LOW : TapChanger.Side.HIGH;
            if (!atStar || tap.kind() == TapChanger.Kind.PHASE_SHIFTER) {
                taps.add(new TapChanger(side, tap.kind(), tap.steps(), tap.stepPercent(), tap.stepDegree()));
                continue;
            }
            // What the terminals gain, the other side of the same transformer loses.
            Complex step = Complex.polar(tap.stepPercent(), tap.stepDegree());
            Complex turned = step.times(100)
                    .over(step.times(tap.steps()).plus(new Complex(100, 0)))
                    .negated();
            taps.add(new TapChanger(
                    side,
                    tap.kind(),
                    tap.steps(),
                    turned.size(),
                    Math.toDegrees(Math.atan2(turned.im(), turned.re()))));
        }
        return taps;
    }
}
