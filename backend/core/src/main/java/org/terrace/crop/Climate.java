package org.terrace.crop;

import java.util.Optional;
import org.terrace.standard.Standard;

/**
 * Mean temperature of the year by altitude: of the county's station, falling by the lapse rate.
 *
 * @param lapseCPer100M degrees Celsius per 100 m, positive when it gets colder upwards
 */
public record Climate(double stationC, double stationM, double lapseCPer100M) {

    /** Empty when the profile names no station: then temperature is not judged. */
    public static Optional<Climate> of(Standard standard) {
        if (standard.find("climate.station.temperature_c").isEmpty()
                || standard.find("climate.station.elevation_m").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Climate(
                standard.number("climate.station.temperature_c"),
                standard.number("climate.station.elevation_m"),
                standard.number("climate.lapse.mean_c_per_100m")));
    }

    /** NaN for an unknown altitude. */
    public double meanC(double altitudeM) {
        return stationC - lapseCPer100M * (altitudeM - stationM) / 100;
    }
}
