package org.terrace.powerflow;

import java.util.List;

/**
 * A transformer of two windings.
 *
 * @param high position of the bus at the high-voltage side. @param low at the low-voltage side
 * @param ratedMva of one of the parallel ones
 * @param ratedHighKv of the winding; the bus may have another nominal voltage. @param ratedLowKv likewise
 * @param vkPercent short-circuit voltage. @param vkrPercent its real part, the copper losses
 * @param ironLossKw at rated voltage, of each. @param noLoadPercent magnetising current
 * @param lagDegree by which the low side lags: 150 for Yy5 or Dyn5
 * @param resistanceShareHigh of the short-circuit resistance that stands before the magnetising branch, usually 0.5.
 *     @param reactanceShareHigh likewise of the reactance
 * @param parallel how many stand side by side
 * @param derating of the rated power, usually 1
 */
public record Transformer(
        String id,
        int high,
        int low,
        double ratedMva,
        double ratedHighKv,
        double ratedLowKv,
        double vkPercent,
        double vkrPercent,
        double ironLossKw,
        double noLoadPercent,
        double lagDegree,
        List<TapChanger> taps,
        double resistanceShareHigh,
        double reactanceShareHigh,
        double parallel,
        double derating,
        boolean inService) {

    private static final double ROUNDED_UP = 1 + 1e-9;

    /** @throws IllegalArgumentException for no rating, and for a real part above the whole short-circuit voltage */
    public Transformer {
        taps = List.copyOf(taps);
        if (!(ratedMva > 0) || !(ratedHighKv > 0) || !(ratedLowKv > 0) || !(parallel > 0) || !(derating > 0)) {
            throw new IllegalArgumentException("transformer " + id + ": " + ratedMva + " MVA, " + ratedHighKv + "/"
                    + ratedLowKv + " kV, " + parallel + " parallel, derating " + derating);
        }
        // The windings of a star can have a negative one.
        if (!(Math.abs(vkPercent) * ROUNDED_UP >= Math.abs(vkrPercent)) || vkPercent == 0) {
            throw new IllegalArgumentException("transformer " + id + ": short-circuit voltage " + vkPercent
                    + " %, real part " + vkrPercent + " %");
        }
    }

    /** One transformer without taps, half of its impedance on each side. */
    public static Transformer of(
            String id,
            int high,
            int low,
            double ratedMva,
            double ratedHighKv,
            double ratedLowKv,
            double vkPercent,
            double vkrPercent,
            double ironLossKw,
            double noLoadPercent,
            double lagDegree) {
        return new Transformer(
                id,
                high,
                low,
                ratedMva,
                ratedHighKv,
                ratedLowKv,
                vkPercent,
                vkrPercent,
                ironLossKw,
                noLoadPercent,
                lagDegree,
                List.of(),
                0.5,
                0.5,
                1,
                1,
                true);
    }

    public Transformer withTaps(List<TapChanger> other) {
        return new Transformer(
                id,
                high,
                low,
                ratedMva,
                ratedHighKv,
                ratedLowKv,
                vkPercent,
                vkrPercent,
                ironLossKw,
                noLoadPercent,
                lagDegree,
                other,
                resistanceShareHigh,
                reactanceShareHigh,
                parallel,
                derating,
                inService);
    }

    public Transformer withParallel(double other) {
        return new Transformer(
                id,
                high,
                low,
                ratedMva,
                ratedHighKv,
                ratedLowKv,
                vkPercent,
                vkrPercent,
                ironLossKw,
                noLoadPercent,
                lagDegree,
                taps,
                resistanceShareHigh,
                reactanceShareHigh,
                other,
                derating,
                inService);
    }

    public Transformer named(String other) {
        return new Transformer(
                other,
                high,
                low,
                ratedMva,
                ratedHighKv,
                ratedLowKv,
                vkPercent,
                vkrPercent,
                ironLossKw,
                noLoadPercent,
                lagDegree,
                taps,
                resistanceShareHigh,
                reactanceShareHigh,
                parallel,
                derating,
                inService);
    }
}
