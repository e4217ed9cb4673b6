package org.terrace.crop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Explanation;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;

/** Why land got its classes: how the temperature was found, then every crop with its class, its limiting factor and that factor's range. */
final class CropExplanation {
    private final Land land;
    private final LandRating rating;
    private final AnalysisResult result;

    CropExplanation(Land land, LandRating rating, AnalysisResult result) {
        this.land = land;
        this.rating = rating;
        this.result = result;
    }

    /** A crop rated on a piece of land; {@code plot} is empty for the house. */
    private record Rated(Crop crop, LandRating.Rating rating, LandUnit unit, String plot) {
        static final Comparator<Rated> BEST_FIRST = Comparator.<Rated, Suitability>comparing(
                        r -> r.rating().result())
                .thenComparing(r -> r.crop().id());
    }

    Explanation ofPlot(FeatureTable plots, int row, List<Crop> crops) {
        LandUnit unit = land.ofPlot(plots, row);
        List<Explanation.Step> steps = new ArrayList<>();
        land.climate().ifPresent(climate -> steps.add(temperature(climate, unit)));
        crops.stream()
                .filter(crop -> !crop.isLivestock())
                .map(crop -> new Rated(crop, rating.rate(crop, unit), unit, plots.code(row)))
                .sorted(Rated.BEST_FIRST)
                .forEach(r -> steps.add(crop(r)));
        return new Explanation(steps, plots.geometry(row));
    }

    Explanation ofHousehold(FeatureTable households, int row, double errorM, FeatureTable plots, List<Crop> crops) {
        House house = House.of(households, row, land, errorM);
        LandUnit at = LandUnit.at(house.altitudeM(), land.meanC(house.altitudeM()), Double.NaN);
        List<Explanation.Step> steps = new ArrayList<>();
        if (house.vague()) {
            steps.add(vague(house, errorM));
        } else {
            land.climate().ifPresent(climate -> steps.add(temperature(climate, at)));
        }
        List<Integer> own = new ArrayList<>();
        for (int p = 0; p < plots.size(); p++) {
            if (plots.text("household_code").get(p).equals(households.code(row))) {
                own.add(p);
            }
        }
        List<Rated> rated = new ArrayList<>();
        for (Crop crop : crops) {
            if (!crop.isLivestock() && !own.isEmpty()) {
                rated.add(bestPlot(crop, plots, own));
            } else if (!house.vague()) {
                rated.add(new Rated(crop, rating.rate(crop, at), at, ""));
            }
        }
        rated.stream().sorted(Rated.BEST_FIRST).forEach(r -> steps.add(crop(r)));
        return new Explanation(steps, households.geometry(row));
    }

    /** The plot with the best class, the first by code where several share it. */
    private Rated bestPlot(Crop crop, FeatureTable plots, List<Integer> own) {
        Column.Codes classes = result.table("plot").codesOf("class_" + crop.id());
        int best = own.get(0);
        for (int p : own) {
            if (classes.get(p) < classes.get(best)) {
                best = p;
            }
        }
        LandUnit unit = land.ofPlot(plots, best);
        return new Rated(crop, rating.rate(crop, unit), unit, plots.code(best));
    }

    private static Explanation.Step vague(House house, double errorM) {
        DoubleSummaryStatistics altitudes =
                Arrays.stream(house.altitudesM()).filter(a -> !Double.isNaN(a)).summaryStatistics();
        return new Explanation.Step(
                "crop.suitability.step_position_vague",
                Map.of(
                        "position_error_m", errorM,
                        "lowest_m", altitudes.getMin(),
                        "highest_m", altitudes.getMax()),
                Map.of(),
                List.of());
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

    private static Explanation.Step crop(Rated rated) {
        LandRating.Rating rating = rated.rating();
        Map<String, Double> numbers = new HashMap<>();
        LandRating.limits(rated.crop(), rating.limiting()).ifPresent(limits -> {
            numbers.put("value", LandRating.value(rated.unit(), rating.limiting()));
            limits.s1().ifPresent(range -> put(numbers, "s1", range));
            put(numbers, "s2", limits.s2());
            put(numbers, "s3", limits.s3());
        });
        return new Explanation.Step(
                rating.complete() ? "crop.suitability.step_crop" : "crop.suitability.step_crop_so_far",
                numbers,
                Map.of(
                        "crop", rated.crop().id(),
                        "class", rating.result().code(),
                        "natural_class", rating.natural().code(),
                        "limiting", rating.limiting().code(),
                        "plot", rated.plot()),
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
