package org.terrace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrace.region.Feature;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/** Small random counties, 4 x 4 km, with a county road through the middle, for the laws. */
final class RandomCounty {
    private static final List<String> SURFACES = List.of("cement", "asphalt", "earth", "gravel", "");

    private RandomCounty() {}

    static Region of(Random random) {
        TestRegion county = new TestRegion()
                .road("root", "LINESTRING (0 2000, 4000 2000)", "county", "asphalt")
                .add(LayerKind.ADMIN_UNIT, "t1", TestRegion.point(0, 0), "level", "township")
                .add(
                        LayerKind.ADMIN_UNIT,
                        "v1",
                        TestRegion.point(at(random), at(random)),
                        "level",
                        "village",
                        "parent_code",
                        "t1")
                .add(
                        LayerKind.ADMIN_UNIT,
                        "v1g1",
                        TestRegion.point(at(random), at(random)),
                        "level",
                        "group",
                        "parent_code",
                        "v1");
        List<Feature> roads = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            roads.add(road("r" + i, random, "village", SURFACES.get(random.nextInt(SURFACES.size()))));
        }
        for (int i = 0; i < 6; i++) {
            county.add(
                    LayerKind.WATER_FACILITY,
                    "w" + i,
                    TestRegion.point(at(random), at(random)),
                    "kind",
                    random.nextBoolean() ? "spring" : "tank",
                    "working",
                    random.nextBoolean() ? "yes" : "no",
                    "elevation_m",
                    1000 + random.nextInt(300));
            county.add(
                    LayerKind.POWER_FACILITY, "t" + i, TestRegion.point(at(random), at(random)), "kind", "transformer");
        }
        Region region = county.build();
        List<Feature> households = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            households.add(household("h" + i, region, random));
        }
        roads.addAll(LawsTest.features(region.roads()));
        List<Feature> plots = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            plots.add(plot("p" + i, random));
        }
        List<Feature> lines = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            lines.add(line("l" + i, region, random));
        }
        return region.with(FeatureTable.of(LayerKind.HOUSEHOLD, households))
                .with(FeatureTable.of(LayerKind.PLOT, plots))
                .with(FeatureTable.of(LayerKind.ROAD_SEGMENT, roads))
                .with(FeatureTable.of(LayerKind.POWER_LINE, lines));
    }

    /** Adds, removes and edits a few households, roads and lines. */
    static Region edit(Region region, Random random) {
        List<Feature> households = LawsTest.features(region.households());
        households.remove(random.nextInt(households.size()));
        households.set(0, household(households.get(0).code(), region, random));
        households.add(household("x" + random.nextInt(1000), region, random));
        List<Feature> roads = LawsTest.features(region.roads());
        roads.removeIf(r -> r.code().equals("r3"));
        roads.add(road("x", random, "village", "cement"));
        List<Feature> plots = LawsTest.features(region.plots());
        plots.set(0, plot(plots.get(0).code(), random));
        List<Feature> lines = LawsTest.features(region.table(LayerKind.POWER_LINE));
        lines.removeIf(l -> l.code().equals("l3"));
        lines.set(0, line(lines.get(0).code(), region, random));
        lines.add(line("x", region, random));
        return region.with(FeatureTable.of(LayerKind.HOUSEHOLD, households))
                .with(FeatureTable.of(LayerKind.PLOT, plots))
                .with(FeatureTable.of(LayerKind.ROAD_SEGMENT, roads))
                .with(FeatureTable.of(LayerKind.POWER_LINE, lines));
    }

    /**
     * A low-voltage line or a service drop among the poles around a transformer, 60 m apart, so that many share vertices and none is longer
     * than a wire that power could come through; half of them begin at the transformer, or a few metres beside it.
     */
    private static Feature line(String code, Region region, Random random) {
        Coordinate at = region.table(LayerKind.POWER_FACILITY).at(random.nextInt(6));
        Coordinate[] course = new Coordinate[2 + random.nextInt(3)];
        int east = random.nextInt(7) - 3;
        int north = random.nextInt(7) - 3;
        for (int k = 0; k < course.length; k++) {
            course[k] = new Coordinate(at.x + 60 * east + 20, at.y + 60 * north + 20);
            east += random.nextInt(5) - 2;
            north += random.nextInt(5) - 2;
        }
        if (random.nextBoolean()) {
            course[0] = new Coordinate(at.x + 8 * random.nextInt(2), at.y);
        }
        Map<String, Object> values = new HashMap<>();
        values.put("kind", random.nextInt(4) == 0 ? "service_drop" : "low_voltage");
        if (random.nextInt(3) == 0) {
            values.put("transformer_code", "t" + random.nextInt(7));
        }
        if (random.nextBoolean()) {
            values.put("phases", 1.0 + 2 * random.nextInt(2));
        }
        return new Feature(
                LayerKind.POWER_LINE, code, values, Optional.of(Geometries.FACTORY.createLineString(course)));
    }

    private static Feature plot(String code, Random random) {
        List<String> classes = List.of("arable", "basic_farmland", "orchard", "forest", "waste");
        return new Feature(
                LayerKind.PLOT,
                code,
                Map.of(
                        "household_code", "h" + random.nextInt(60),
                        "area_mu", 0.5 + random.nextInt(4),
                        "land_class", classes.get(random.nextInt(classes.size())),
                        "elevation_m", 800.0 + random.nextInt(2000),
                        "slope_deg", (double) random.nextInt(35)),
                Optional.of(TestRegion.point(at(random), at(random))));
    }

    static Feature road(String code, Random random, String roadClass, String surface) {
        // Half of the roads start on the county road, so that some are connected and some are islands.
        Coordinate from = new Coordinate(at(random), random.nextBoolean() ? 2000 : at(random));
        Coordinate to = new Coordinate(at(random), at(random));
        Map<String, Object> values = surface.isEmpty()
                ? Map.of("road_class", roadClass)
                : Map.of("road_class", roadClass, "surface", surface);
        return new Feature(
                LayerKind.ROAD_SEGMENT, code, values, Optional.of(Geometries.FACTORY.createLineString(new Coordinate[] {
                    from, to
                })));
    }

    /** Half of those with a place live around a transformer. */
    private static Feature household(String code, Region region, Random random) {
        Map<String, Object> values = new HashMap<>();
        if (random.nextInt(3) == 0) {
            values.put("transformer_code", "t" + random.nextInt(7));
        }
        values.putAll(
                random.nextInt(4) == 0
                        ? Map.of("water_connection", "piped", "group_code", "v1g1", "people_resident", 3.0)
                        : Map.of(
                                "elevation_m",
                                1000.0 + random.nextInt(300),
                                "measured_voltage_v",
                                180.0 + random.nextInt(60)));
        return new Feature(
                LayerKind.HOUSEHOLD,
                code,
                values,
                random.nextInt(10) == 0 ? Optional.empty() : Optional.of(home(region, random)));
    }

    private static Geometry home(Region region, Random random) {
        if (random.nextBoolean()) {
            return TestRegion.point(at(random), at(random));
        }
        Coordinate at = region.table(LayerKind.POWER_FACILITY).at(random.nextInt(6));
        return TestRegion.point(at.x + random.nextInt(500) - 250, at.y + random.nextInt(500) - 250);
    }

    private static double at(Random random) {
        return random.nextInt(4000);
    }
}
