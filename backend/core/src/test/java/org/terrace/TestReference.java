package org.terrace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Standard;
import org.terrace.standard.Tree;

/** A small standard with the thresholds that the analyses read, so that hand-worked tests show every number they use. */
public final class TestReference {
    private TestReference() {}

    public static ReferenceData reference() {
        return reference(Map.of());
    }

    public static ReferenceData reference(Map<String, Object> changed) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("household.position_error_m", 15);
        values.put("elevation.error_m", 10);
        values.put("road.hardened_surfaces", List.of("cement", "asphalt"));
        values.put("road.root_classes", List.of("national", "provincial", "county"));
        values.put("road.foot_classes", List.of("path"));
        values.put("road.snap_tolerance_m", 2);
        values.put("road.household.distance_m", 500);
        values.put("road.roots", List.of("main_roads", "county_seat"));
        values.put("road.root_seat_reach_m", 300);
        values.put("road.off_road.weight", 2);
        values.put("road.attach.reach_m", 300);
        values.put("road.attach.goal_m", 1_000);
        values.put("road.off_road.weight_beyond_reach", 10);
        values.put("road.household.measure", "straight_line");
        values.put("road.grade.window_m", 200);
        values.put("road.group.distance_m", 100);
        values.put("road.group.min_households", 30);
        values.put("road.habitation.distance_hills_m", 1500);
        values.put("road.rural_access_index_m", 2000);
        values.put("road.village.pavement_width_hard_section_m", 3.0);
        List.of("truck", "light", "tricycle", "motorbike").forEach(v -> {
            values.put(
                    "road.vehicle." + v + ".width_m",
                    Map.of("truck", 3.5, "light", 3.0, "tricycle", 1.8).getOrDefault(v, 1.0));
            values.put(
                    "road.vehicle." + v + ".grade_percent",
                    Map.of("truck", 9, "light", 14, "tricycle", 18).getOrDefault(v, 30));
        });
        for (String kind : List.of("hardened", "gravel", "earth")) {
            values.put(
                    "road.speed." + kind + ".dry_kmh",
                    Map.of("hardened", 25, "gravel", 12).getOrDefault(kind, 7));
            values.put(
                    "road.speed." + kind + ".rainy_kmh",
                    Map.of("hardened", 20, "gravel", 8).getOrDefault(kind, 0));
            values.put(
                    "transport.vehicle." + kind + "_yuan_per_tonne_km",
                    Map.of("hardened", 2, "gravel", 3).getOrDefault(kind, 5));
        }
        values.put("transport.carry.load_kg", 25);
        values.put("transport.carry.speed_factor", 0.65);
        values.put("transport.carry.wage_yuan_per_hour", 15);
        values.put("walking.model", "langmuir");
        values.put("walking.fastest_kmh", 6);
        values.put("walking.steepest_percent", 100);
        values.put("walking.directions", 16);
        values.put("walking.barriers", List.of("river"));
        values.put("road.committee.distance_m", 100);
        values.put("water.convenience.meets.minutes", 10);
        values.put("water.convenience.meets.horizontal_m", 400);
        values.put("water.convenience.meets.vertical_m", 40);
        values.put("water.convenience.basic.minutes", 20);
        values.put("water.convenience.basic.horizontal_m", 800);
        values.put("water.convenience.basic.vertical_m", 80);
        values.put("water.convenience.literal_reach_m", 1600);
        values.put("water.convenience.reading", "both_distances");
        values.put("water.guarantee.basic.days_cut_per_year", 36);
        values.put("water.zone", "rich");
        values.put("water.zone_by_township", Map.of());
        values.put("water.quantity.meets_rich.litres_per_person_day", 60);
        values.put("water.quantity.meets_short.litres_per_person_day", 40);
        values.put("water.guarantee.meets.percent", 95);
        values.put("water.fetch.round_trip_basic_minutes", 30);
        values.put("water.fetch.search_minutes", 40);
        values.put("water.fetch.loaded_speed_factor", 0.65);
        values.put("water.assign.gravity", "required");
        values.put("water.assign.more_m3_per_day", 20);
        values.put("water.pipe.snap_m", 5);
        values.put("water.pipe.formula", "hazen_williams");
        values.put(
                "water.pipe.hazen_williams", Map.of("pe", 140, "pvc", 130, "steel", 110, "iron", 100, "rubber", 130));
        values.put(
                "water.pipe.roughness_mm", Map.of("pe", 0.01, "pvc", 0.01, "steel", 0.2, "iron", 0.5, "rubber", 0.02));
        values.put("water.pipe.plastic_diameter", "bore");
        values.put("water.pipe.sdr_by_class_mpa", Map.of("0.6", 26, "0.8", 21, "1.0", 17, "1.25", 13.6, "1.6", 11));
        values.put("water.pipe.assumed_diameter_mm", Map.of("main", 50, "branch", 32, "service", 20, "hose", 20));
        values.put("water.pipe.air_lock_rise_m", 5);
        values.put("water.pipe.siphon_m", 7);
        values.put("water.pipe.velocity_min_m_per_s", 0.5);
        values.put("water.pipe.velocity_max_m_per_s", 2.5);
        values.put("water.service.reach_m", 100);
        values.put("water.service.diameter_mm", 20);
        values.put("water.demand.litres_per_person_day", 70);
        values.put("water.demand.peak_hour_factor", 3);
        values.put("water.demand.loss_percent", 12);
        values.put("water.head.min_service_m", 5);
        values.put("water.head.min_service_two_storeys_m", 12);
        values.put("water.head.per_further_storey_m", 3.75);
        values.put("water.head.max_static_m", 40);
        values.put("water.project.verdicts", List.of("unserved"));
        values.put("water.project.connections", List.of("carried", "public_tap", "none", "hose"));
        values.put("water.project.apart_m", 400);
        values.put("water.project.reach_m", 3_000);
        values.put("water.project.height_error_range_m", 500);
        values.put("water.project.inlet_head_m", 2);
        values.put("water.project.fall_m_per_km", 3);
        values.put("water.project.main_static_max_m", 100);
        values.put("water.project.tank_percent_of_day", 50);
        values.put("water.project.steep_deg", 15);
        values.put("water.project.very_steep_deg", 30);
        values.put("water.project.pump_lift_max_m", 150);
        values.put("water.project.pump_hours_per_day", 8);
        values.put("water.project.pump_efficiency_percent", 50);
        values.put("water.quantity.basic_rich.litres_per_person_day", 35);
        values.put("water.quantity.basic_short.litres_per_person_day", 20);
        values.put("water.pipe.exposure_distance_m", 20);
        values.put("water.pipe.position_error_m", 10);
        values.put("water.pipe.track_crossing_m", 4);
        values.put("water.pipe.steep_deg", 35);
        values.put("water.pipe.steep_error_deg", 5);
        values.put("water.pipe.flooding_watercourses", List.of("river", "stream"));
        values.put("water.pipe.stock_track_classes", List.of("track", "path"));
        values.put("water.drainage.stream_catchment_m2", 100_000);
        values.put("water.contamination.facility_kinds", List.of("refuse_point", "dump"));
        values.put("water.contamination.source_kinds", List.of("spring", "well", "intake", "reservoir"));
        values.put("water.contamination.flow_m", 3000);
        values.put("water.contamination.beside_m", 60);
        values.put("facility.reach.school.minutes", 60);
        values.put("facility.reach.clinic.minutes", 60);
        values.put("facility.reach.refuse_point.minutes", 20);
        values.put("facility.reach.search_minutes", 120);
        values.put("facility.reach.position_error_m", 15);
        values.put("power.voltage.nominal_v", 220);
        values.put("power.voltage.low_percent", -10);
        values.put("power.voltage.high_percent", 7);
        values.put("power.voltage.three_phase_nominal_v", 380);
        values.put("power.voltage.three_phase_low_percent", -7);
        values.put("power.voltage.three_phase_high_percent", 7);
        values.put("power.supply_radius_m", 500);
        values.put("power.line.snap_m", 5);
        values.put("power.line.span_m", 50);
        values.put("power.line.sag_percent", 0);
        values.put("power.transformer.snap_m", 30);
        values.put("power.attach.drawn_m", 40);
        values.put("power.attach.reach_m", 200);
        values.put("power.estimate.reach_m", 2000);
        loads(values);
        assumedGrid(values);
        values.put("climate.lapse.mean_c_per_100m", 0.6);
        values.put("climate.station.temperature_c", 16.9);
        values.put("climate.station.elevation_m", 875);
        values.put("zone.valley.up_to_m", 1300);
        values.put("zone.half_mountain.up_to_m", 1800);
        values.put("zone.high_half_mountain.up_to_m", 2500);
        values.put("land.reclamation.max_slope_deg", 25);
        values.put("land.trees_on_basic_farmland", "forbidden");
        values.put("land.trees_on_arable", "conditional");
        values.put("land.tobacco_contract", "required");
        values.putAll(changed);
        Map<String, Object> thresholds = new LinkedHashMap<>();
        values.forEach((name, value) ->
                thresholds.put(name, Map.of("value", value, "source", "test", "confidence", "H", "unit", "")));
        Standard standard = Standard.parse("test", Tree.of("test.yaml", Map.of("thresholds", thresholds)), id -> {
            throw new IllegalArgumentException("no parent " + id);
        });
        return new ReferenceData(
                standard,
                Stream.of("costs", "grid")
                        .flatMap(folder -> DataFolder.documents(folder).stream())
                        .toList());
    }

    private static void loads(Map<String, Object> values) {
        Map.of("low", 2.4, "mid", 4, "high", 8).forEach((level, kw) -> values.put("power.load.peak_kw." + level, kw));
        Map.of("low", 4, "mid", 6, "high", 15).forEach((level, kw) -> values.put("power.load.machine_kw." + level, kw));
        values.put("power.load.coincidence_customers", List.of(1, 5, 20, 100));
        values.put("power.load.coincidence", List.of(1, 0.5, 0.35, 0.25));
        values.put("power.load.power_factor", 0.95);
        values.put("power.load.machine_power_factor", 0.85);
        values.put("power.load.machine_coincidence.low", 0.8);
        values.put("power.load.machine_coincidence.mid", 0.8);
        values.put("power.load.machine_coincidence.high", 0.8);
        values.put("power.load.day_shape", evening());
        values.put("power.load.machine_day_shape", Collections.nCopies(48, 1));
        values.put("power.load.drying_days", 60);
        values.put("power.load.peak_month_factor", 1.2);
        values.put("power.load.energy_error_percent", 25);
        values.put("power.load.current_error_percent", 10);
        values.put("power.load.volts_error_percent", 15);
        values.put("power.load.min_measured_households", 3);
    }

    private static void assumedGrid(Map<String, Object> values) {
        levels(values, "power.line.assumed_mm2", 50, 35, 16);
        levels(values, "power.drop.assumed_mm2", 16, 10, 6);
        levels(values, "power.line.three_phase_from_households", 1, 6, 21);
        levels(values, "power.source.voltage_percent", 102, 100, 98);
        levels(values, "power.transformer.assumed_tap_percent", -2.5, 0, 2.5);
        levels(values, "power.transformer.assumed_kva_per_household", 2, 1.5, 1);
        values.put("power.line.assumed_type", "JKLYJ");
        values.put("power.voltage.comparison_v", 5);
        values.put("power.line.temperature_c", 20);
        values.put("power.transformer.electrode_ohm", 4);
        values.put("power.transformer.star_zero_sequence_factor", 10);
        values.put("power.load.unbalance_percent", 20);
        values.put("power.transformer.tap_steps_percent", List.of(-5, -2.5, 0, 2.5, 5));
        values.put("power.transformer.kva_per_household", 2);
        values.put("power.project.wire_mm2", List.of(35, 50, 70, 95, 120));
        values.put("power.project.wire_type", "JKLYJ");
        values.put("power.project.reach_m", 3000);
        values.put("power.project.steep_deg", 25);
        values.put("power.project.very_steep_deg", 35);
        values.put("power.load.three_phase_from_kw", 5);
        values.put("power.voltage.hours_allowed_per_year", 0);
    }

    private static void levels(
            Map<String, Object> values, String name, double favourable, double middle, double unfavourable) {
        values.put(name + ".favourable", favourable);
        values.put(name + ".middle", middle);
        values.put(name + ".unfavourable", unfavourable);
    }

    /** Half of the highest all day, the highest in the four half hours from seven to nine in the evening. */
    private static List<Double> evening() {
        List<Double> day = new ArrayList<>(Collections.nCopies(48, 0.5));
        Collections.fill(day.subList(38, 42), 1.0);
        return day;
    }
}
