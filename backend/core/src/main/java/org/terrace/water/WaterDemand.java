package org.terrace.water;

import org.terrace.standard.Standard;

/**
 * What people draw, and what is lost on the way. Litres per person are always told at the tap, cubic metres always at the source.
 *
 * @param litresPerPersonDay at the tap
 * @param withLoss how much must come from the source for one that is drawn: 1.12 where 12 percent are lost
 * @param dailyM3PerPerson from the source. @param peakM3PerSPerPerson at the hour when most is drawn
 */
public record WaterDemand(
        double litresPerPersonDay, double withLoss, double dailyM3PerPerson, double peakM3PerSPerPerson) {
    private static final double SECONDS_A_DAY = 86_400;

    public static WaterDemand of(Standard standard) {
        double litres = standard.number("water.demand.litres_per_person_day");
        double withLoss = 1 + standard.number("water.demand.loss_percent") / 100;
        double daily = litres / 1000 * withLoss;
        double peak = daily * standard.number("water.demand.peak_hour_factor") / SECONDS_A_DAY;
        return new WaterDemand(litres, withLoss, daily, peak);
    }

    /** Spread over the whole day. */
    public double meanM3PerSPerPerson() {
        return dailyM3PerPerson / SECONDS_A_DAY;
    }

    /** What a yield leaves each at the tap, in litres a day; infinite for nobody. */
    public double litresAtTap(double m3PerDay, double people) {
        return m3PerDay * 1000 / withLoss / people;
    }
}
