package org.terrace.region;

import static org.terrace.region.Attribute.code;
import static org.terrace.region.Attribute.date;
import static org.terrace.region.Attribute.number;
import static org.terrace.region.Attribute.text;
import static org.terrace.region.Attribute.yesNo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The layers of a county, each with its geometry and its attributes. Every feature has a business key, the {@code code}, which
 * is not listed among the attributes; it is unique within its layer and county.
 */
public enum LayerKind {
    /** County, townships, villages (their committee point) and groups (their centre); codes are statistical (12 digits + 2). */
    ADMIN_UNIT(
            GeometryKind.POINT,
            text("name"),
            code("level", "county", "township", "village", "group"),
            text("parent_code"),
            number("radius_m", "m", 0, 50_000),
            number("households_reported", "households", 0, 1e6),
            yesNo("committee_road_reported")),

    /** Areas of administrative units. */
    ADMIN_BOUNDARY(GeometryKind.POLYGON, text("name"), code("level", "county", "township", "village", "group")),

    /** A household at its door. */
    HOUSEHOLD(
            GeometryKind.POINT,
            text("name").sensitive(),
            text("group_code"),
            number("people_registered", "people", 0, 40),
            number("people_resident", "people", 0, 40),
            number("months_at_home", "months", 0, 12),
            code("house_status", "lived_in", "seasonal", "empty", "demolished"),
            yesNo("relocated"),
            text("resettlement_site"),
            number("labour_force", "people", 0, 40).internal(),
            code("category", "ordinary", "ex_poor", "unstable", "marginal", "shock")
                    .internal(),
            number("income_per_person_yuan", "yuan", -100_000, 1_000_000).internal(),
            number("wage_income_yuan", "yuan", 0, 10_000_000).internal(),
            number("operating_income_yuan", "yuan", 0, 10_000_000).internal(),
            number("transfer_income_yuan", "yuan", 0, 10_000_000).internal(),
            number("arable_mu", "mu", 0, 1_000),
            number("forest_mu", "mu", 0, 10_000),
            number("position_error_m", "m", 0, 50_000),
            code("position_source", "surveyed", "cadastre", "tapped", "building", "group_centre"),
            number("elevation_m", "m", -500, 9_000),
            code("declared_road_surface", "asphalt", "cement", "gravel", "earth"),
            number("declared_road_distance_m", "m", 0, 100_000),
            yesNo("declared_power"),
            yesNo("declared_production_power"),
            yesNo("declared_safe_water"),
            code("water_connection", "piped", "hose", "public_tap", "carried", "none"),
            text("water_source_code"),
            code("water_quality", "passes", "fails"),
            number("water_days_cut", "days/year", 0, 366),
            number("water_litres_per_person_day", "L", 0, 1_000),
            number("storeys", "storeys", 1, 10),
            text("transformer_code"),
            text("meter_code"),
            number("supply_phases", "", 1, 3),
            code("supply_phase", "a", "b", "c"),
            number("monthly_kwh", "kWh", 0, 100_000).internal(),
            code("machine", "tobacco_barn", "crop_dryer", "tea_dryer", "mill", "other"),
            number("machine_kw", "kW", 0, 100),
            number("measured_voltage_v", "V", 0, 500),
            date("voltage_measured_on")),

    /** A plot of land: outline, or a spot with an area in mu. */
    PLOT(
            GeometryKind.ANY,
            text("household_code"),
            number("area_mu", "mu", 0, 10_000),
            code("land_class", "arable", "basic_farmland", "orchard", "forest", "returned_forest", "pasture", "waste"),
            text("current_crop"),
            yesNo("irrigated"),
            yesNo("tobacco_contract"),
            number("elevation_m", "m", -500, 9_000),
            number("slope_deg", "deg", 0, 90),
            number("soil_ph", "pH", 0, 14),
            number("soil_depth_cm", "cm", 0, 1_000)),

    /** A stretch of road, track or path. */
    ROAD_SEGMENT(
            GeometryKind.LINE,
            text("name"),
            code(
                    "road_class",
                    "national",
                    "provincial",
                    "county",
                    "township",
                    "village",
                    "service",
                    "track",
                    "path",
                    "other"),
            code(
                    "surface",
                    "asphalt",
                    "cement",
                    "paved",
                    "paving_stones",
                    "sett",
                    "chipseal",
                    "cobblestone",
                    "unhewn_cobblestone",
                    "brick",
                    "metal",
                    "wood",
                    "compacted",
                    "gravel",
                    "earth",
                    "grass",
                    "sand",
                    "rock",
                    "unpaved"),
            number("width_m", "m", 0, 100),
            code("condition", "good", "fair", "poor", "impassable"),
            yesNo("bridge"),
            yesNo("tunnel"),
            number("layer", "", -10, 10),
            text("surveyed_profile"),
            text("source_class"),
            text("owner")),

    /** Springs, intakes, tanks, wells, treatment works and public taps. */
    WATER_FACILITY(
            GeometryKind.POINT,
            text("name"),
            code(
                    "kind",
                    "spring",
                    "well",
                    "intake",
                    "tank",
                    "break_pressure_tank",
                    "treatment",
                    "public_tap",
                    "reservoir",
                    "other"),
            yesNo("working"),
            number("dry_season_yield_m3_per_day", "m3/day", 0, 1e6),
            number("volume_m3", "m3", 0, 1e7),
            code("quality", "passes", "fails"),
            yesNo("source_protected"),
            number("elevation_m", "m", -500, 9_000),
            number("households_reported", "households", 0, 1e6),
            text("village_code")),

    /** Water pipes and hoses. */
    PIPE(
            GeometryKind.LINE,
            code("kind", "main", "branch", "service", "hose"),
            code("material", "pe", "pvc", "steel", "iron", "rubber"),
            number("diameter_mm", "mm", 1, 3_000),
            code("laying", "buried", "surface"),
            number("pressure_class_mpa", "MPa", 0, 10),
            text("from_code"),
            text("to_code")),

    /** Rivers, streams and channels. */
    WATERCOURSE(GeometryKind.LINE, text("name"), code("kind", "river", "stream", "canal", "ditch", "other")),

    /** Substations, transformers, poles, meter boxes. */
    POWER_FACILITY(
            GeometryKind.POINT,
            text("name"),
            code("kind", "substation", "transformer", "pole", "meter_box", "generator", "other"),
            number("kva", "kVA", 0, 1e6),
            number("tap_percent", "%", -20, 20),
            code("vector_group", "dyn11", "yyn0", "yzn11"),
            number("vk_percent", "%", 0, 20),
            number("peak_current_a", "A", 0, 10_000),
            number("households_reported", "households", 0, 1e6),
            number("monthly_kwh", "kWh", 0, 1e8)),

    /** Overhead lines and cables. */
    POWER_LINE(
            GeometryKind.LINE,
            code("kind", "transmission", "kv35", "kv10", "low_voltage", "service_drop"),
            text("conductor"),
            text("neutral_conductor"),
            number("phases", "", 1, 3),
            code("phase", "a", "b", "c"),
            number("voltage_v", "V", 0, 1_200_000),
            text("transformer_code")),

    /** Red lines, parks, source protection, hazards: where something may not, or not simply, be built or planted. */
    CONSTRAINT_AREA(
            GeometryKind.POLYGON,
            text("name"),
            code(
                    "kind",
                    "ecological_red_line",
                    "nature_park",
                    "water_source_protection",
                    "hazard",
                    "heritage",
                    "other"),
            code("rule", "forbidden", "needs_approval"),
            text("office"),
            text("source"),
            date("dated")),

    /** Any other point service. A new type is one more code. */
    FACILITY(
            GeometryKind.POINT,
            text("name"),
            code(
                    "kind",
                    "village_committee",
                    "school",
                    "clinic",
                    "market",
                    "township_seat",
                    "refuse_point",
                    "dump",
                    "processing",
                    "transport",
                    "other"),
            text("place_code")),

    /** The county's own list of projects; geometry is optional. */
    PROJECT(
            GeometryKind.ANY,
            text("name"),
            code("kind", "road", "water", "power", "industry", "other"),
            text("place_code"),
            text("place_name"),
            text("content"),
            number("cost_yuan", "yuan", 0, 1e11),
            number("beneficiary_households", "households", 0, 1e6),
            number("beneficiary_people", "people", 0, 1e7),
            text("fund"),
            number("planned_year", "", 1990, 2100),
            text("prerequisites"));

    private final GeometryKind geometry;
    private final List<Attribute> attributes;

    LayerKind(GeometryKind geometry, Attribute... attributes) {
        this.geometry = geometry;
        this.attributes = List.of(attributes);
    }

    /** The name in files, addresses, words and the database: {@code road_segment}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LayerKind> byId(String id) {
        for (LayerKind kind : values()) {
            if (kind.id().equals(id)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    public GeometryKind geometry() {
        return geometry;
    }

    /** All attributes in their fixed order, without the code and the geometry. */
    public List<Attribute> attributes() {
        return attributes;
    }

    public Optional<Attribute> findAttribute(String attributeName) {
        return attributes.stream().filter(a -> a.name().equals(attributeName)).findFirst();
    }

    /** @throws IllegalArgumentException naming the attributes that exist */
    public int indexOf(String attributeName) {
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).name().equals(attributeName)) {
                return i;
            }
        }
        throw new IllegalArgumentException("layer " + id() + " has no attribute '" + attributeName + "'. Maybe one of "
                + attributes.stream().map(Attribute::name).toList());
    }
}
