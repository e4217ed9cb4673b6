package org.terrace.water;

import org.terrace.standard.Standard;

/**
 * What people draw, what is lost on the way included.
 *
 * @param litresPerPersonDay at the tap
 * @param dailyM3PerPerson from the source. @param peakM3PerSPerPerson at the hour when most is drawn
 */
public record WaterDemand(double litresPerPersonDay, double dailyM3PerPerson, double peakM3PerSPerPerson) {
    private static final double SECONDS_A_DAY = 86_400;

    public static WaterDemand of(Standard standard) {
        double litres = standard.number("water.demand.litres_per_person_day");
        double daily = litres / 1000 * (1 + standard.number("water.demand.loss_percent") / 100);
        return new WaterDemand(litres, daily, daily * standard.number("water.demand.peak_hour_factor") / SECONDS_A_DAY);
    }

    /** Spread over the whole day. */
    public double meanM3PerSPerPerson() {
        return dailyM3PerPerson / SECONDS_A_DAY;
    }
}
