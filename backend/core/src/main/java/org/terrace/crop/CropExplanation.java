package org.terrace.crop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.terrace.analysis.Explanation;

/** Why land got its classes: how the temperature was found, then every crop with its class, its limiting factor and that factor's range. */
final class CropExplanation {
    private CropExplanation() {}

    static Explanation of(Land land, LandUnit unit, LandRating rating, List<Crop> crops, Optional<Geometry> drawing) {
        List<Explanation.Step> steps = new ArrayList<>();
        land.climate().ifPresent(climate -> steps.add(temperature(climate, unit)));
        record Rated(Crop crop, LandRating.Rating rating) {}
        crops.stream()
                .map(crop -> new Rated(crop, rating.rate(crop, unit)))
                .sorted(Comparator.<Rated, Suitability>comparing(r -> r.rating().result())
                        .thenComparing(r -> r.crop().id()))
                .forEach(r -> steps.add(crop(r.crop(), r.rating(), unit)));
        return new Explanation(steps, drawing);
    }

    private static Explanation.Step temperature(Climate climate, LandUnit unit) {
        return new Explanation.Step(
                "crop.suitability.step_temperature",
                Map.of(
                        "elevation_m", unit.altitudeM(),
                        "mean_temperature_c", unit.meanTemperatureC(),
                        "station_c", climate.stationC(),
                        "station_m", climate.stationM(),
                        "lapse_c_per_100m", climate.lapseCPer100M()),
                Map.of(),
                List.of(
                        "climate.station.temperature_c",
                        "climate.station.elevation_m",
                        "climate.lapse.mean_c_per_100m"));
    }

    private static Explanation.Step crop(Crop crop, LandRating.Rating rating, LandUnit unit) {
        Map<String, Double> numbers = new HashMap<>();
        Optional<Limits> limits = LandRating.limits(crop, rating.limiting());
        limits.ifPresent(l -> {
            numbers.put("value", LandRating.value(unit, rating.limiting()));
            l.s1().ifPresent(range -> put(numbers, "s1", range));
            put(numbers, "s2", l.s2());
            put(numbers, "s3", l.s3());
        });
        return new Explanation.Step(
                rating.complete() ? "crop.suitability.step_crop" : "crop.suitability.step_crop_so_far",
                numbers,
                Map.of(
                        "crop", crop.id(),
                        "class", rating.result().code(),
                        "natural_class", rating.natural().code(),
                        "limiting", rating.limiting().code()),
                thresholds(rating.limiting()));
    }

    private static void put(Map<String, Double> numbers, String name, Limits.Range range) {
        numbers.put(name + "_from", range.from());
        numbers.put(name + "_to", range.to());
    }

    private static List<String> thresholds(Factor factor) {
        return switch (factor) {
            case LAW_BASIC_FARMLAND -> List.of("land.trees_on_basic_farmland");
            case LAW_STEEP_SLOPE -> List.of("land.reclamation.max_slope_deg");
            case LAW_ARABLE_BALANCE -> List.of("land.trees_on_arable");
            case LAW_CONTRACT -> List.of("land.tobacco_contract");
            default -> List.of();
        };
    }
}
