package org.terrace.formats.osm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which layers an OSM object belongs to, by its tags; an object can belong to several (a building that is a school).
 * Names are what mapping profiles refer to.
 */
final class OsmLayers {
    /** What an object is drawn as. */
    enum Shape {
        POINT,
        LINE,
        AREA
    }

    private static final Set<String> POWER_LINES = Set.of("line", "minor_line", "cable");
    private static final Set<String> POWER_POINTS =
            Set.of("substation", "sub_station", "transformer", "pole", "tower", "generator", "portal");
    private static final Set<String> WATER_WORKS = Set.of(
            "water_tank", "reservoir_covered", "water_works", "water_well", "water_tap", "water_tower", "storage_tank");
    private static final Set<String> SERVICES = Set.of(
            "school",
            "kindergarten",
            "clinic",
            "hospital",
            "doctors",
            "marketplace",
            "townhall",
            "community_centre",
            "bus_station",
            "waste_transfer_station",
            "recycling");

    private OsmLayers() {}

    static List<String> of(Map<String, String> tags, Shape shape) {
        if (tags.isEmpty()) {
            return List.of();
        }
        List<String> layers = new ArrayList<>(1);
        if (shape != Shape.AREA) {
            points(tags, shape, layers);
            lines(tags, shape, layers);
        } else {
            areas(tags, layers);
        }
        return layers;
    }

    private static void lines(Map<String, String> tags, Shape shape, List<String> layers) {
        if (shape != Shape.LINE) {
            return;
        }
        if (tags.containsKey("highway")) {
            layers.add("highway");
        }
        if (POWER_LINES.contains(tags.getOrDefault("power", ""))) {
            layers.add("power_line");
        }
        if (tags.containsKey("waterway")) {
            layers.add("waterway");
        }
        if ("pipeline".equals(tags.get("man_made"))) {
            layers.add("pipeline");
        }
    }

    private static void points(Map<String, String> tags, Shape shape, List<String> layers) {
        if (shape == Shape.POINT && tags.containsKey("place")) {
            layers.add("place");
        }
        if (shape == Shape.POINT) {
            sites(tags, layers);
        }
    }

    private static void areas(Map<String, String> tags, List<String> layers) {
        String building = tags.getOrDefault("building", "no");
        if (!building.equals("no")) {
            layers.add("building");
        }
        String boundary = tags.getOrDefault("boundary", "");
        if (boundary.equals("administrative")) {
            layers.add("boundary");
        }
        if (boundary.equals("protected_area")
                || boundary.equals("national_park")
                || "nature_reserve".equals(tags.get("leisure"))) {
            layers.add("protected_area");
        }
        sites(tags, layers);
    }

    private static void sites(Map<String, String> tags, List<String> layers) {
        if (POWER_POINTS.contains(tags.getOrDefault("power", ""))) {
            layers.add("power_point");
        }
        String amenity = tags.getOrDefault("amenity", "");
        if ("spring".equals(tags.get("natural"))
                || WATER_WORKS.contains(tags.getOrDefault("man_made", ""))
                || amenity.equals("drinking_water")
                || amenity.equals("water_point")) {
            layers.add("water_point");
        }
        if (SERVICES.contains(amenity)) {
            layers.add("amenity");
        }
    }
}
