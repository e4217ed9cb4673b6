package org.terrace.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrace.DataFolder;
import org.terrace.TestRegion;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Deadline;
import org.terrace.analysis.Derived;
import org.terrace.analysis.Progress;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.Verdict;
import org.terrace.region.Change;
import org.terrace.region.ElevationGrid;
import org.terrace.region.Feature;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.GridFrame;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.standard.ReferenceData;

/** Laws of the road analyses on random mountains of 3 x 3 km with roads, paths, bridges and a river; the seed is the repetition. */
class RoadLawsTest {
    private static final double SIDE_M = 3_000;
    private static final ReferenceData BY_LINE = DataFolder.reference("sample-county");
    private static final ReferenceData BY_WAY = DataFolder.reference("in-pmgsy");
    private static final List<Analysis> ANALYSES =
            List.of(new RoadAccess(), new NetworkReport(), new CommitteeAccess(), new RoadReach(), new PlaceAccess());
    private static final List<String> MINIMA = List.of("distance_m", "way_m", "walk_to_min", "walk_back_min");
    private static final List<String> SURFACES = List.of("cement", "asphalt", "earth", "gravel", "");
    private static final List<String> CLASSES = List.of("village", "village", "track", "path", "county");

    /** A road of known surface more, or a better surface, raises none of the minima and lowers no verdict. */
    @RepeatedTest(40)
    void moreOrBetterRoadMakesNobodyWorseOff(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        ReferenceData reference = random.nextBoolean() ? BY_LINE : BY_WAY;
        Region before = county(random);
        List<Feature> roads = features(before.roads());
        if (random.nextBoolean()) {
            roads.add(road("new", random, CLASSES.get(random.nextInt(4)), SURFACES.get(random.nextInt(4))));
        } else {
            int at = random.nextInt(roads.size());
            Map<String, Object> better = new HashMap<>(roads.get(at).values());
            better.put("surface", "asphalt");
            roads.set(
                    at,
                    new Feature(
                            LayerKind.ROAD_SEGMENT,
                            roads.get(at).code(),
                            better,
                            roads.get(at).geometry()));
        }
        Region after = before.with(FeatureTable.of(LayerKind.ROAD_SEGMENT, roads));
        Map<String, AnalysisResult> old = runAll(before, reference, new Derived());
        Map<String, AnalysisResult> now = runAll(after, reference, new Derived());
        ResultTable was = old.get("road.access").table("household");
        ResultTable is = now.get("road.access").table("household");
        String seed = "seed " + run.getCurrentRepetition() + ", household ";
        for (int i = 0; i < was.size(); i++) {
            assertThat(rank(is.verdict("verdict", i)))
                    .as(seed + was.codes()[i])
                    .isGreaterThanOrEqualTo(rank(was.verdict("verdict", i)));
            for (String column : MINIMA) {
                assertNotMore(was, is, column, i, seed);
            }
            assertNoShorter(is, "way_m", "distance_m", i, seed);
            assertNoShorter(is, "link_m", "distance_m", i, seed);
            ResultTable placesBefore = old.get("road.places").table("household");
            ResultTable placesAfter = now.get("road.places").table("household");
            for (String column :
                    List.of("market_dry_min", "market_rainy_min", "market_dry_yuan_per_tonne", "seat_way_m")) {
                assertNotMore(placesBefore, placesAfter, column, i, seed);
            }
        }
    }

    private static void assertNotMore(ResultTable was, ResultTable is, String column, int i, String seed) {
        double before = was.numbers(column).get(i);
        if (!Double.isNaN(before)) {
            // Rounding only: a line is added up in other parts where another road joins it.
            assertThat(is.numbers(column).get(i))
                    .as("%s%s, %s", seed, was.codes()[i], column)
                    .isLessThanOrEqualTo(before * (1 + 1e-9) + 1e-6);
        }
    }

    private static void assertNoShorter(ResultTable table, String longer, String shorter, int i, String seed) {
        double way = table.numbers(longer).get(i);
        if (!Double.isNaN(way)) {
            assertThat(way)
                    .as("%s%s, %s and %s", seed, table.codes()[i], longer, shorter)
                    .isGreaterThanOrEqualTo(table.numbers(shorter).get(i) * (1 - 1e-9) - 1e-6);
        }
    }

    /** Roads drawn, edited and removed one after the other, each time from the state before: as from nothing, bit for bit. */
    @RepeatedTest(25)
    void incrementalEqualsFull(RepetitionInfo run) {
        Random random = new Random(1_000 + run.getCurrentRepetition());
        Region region = county(random);
        Derived derived = new Derived();
        Map<String, AnalysisResult> results = runAll(region, BY_LINE, derived);
        for (int edit = 0; edit < 6; edit++) {
            Region next = edit(region, random, edit);
            Derived from = new Derived(derived);
            Map<String, AnalysisResult> updated = new LinkedHashMap<>();
            for (Analysis analysis : ANALYSES) {
                Assessment assessment = new Assessment(next, BY_LINE, updated, from, Progress.NONE, Deadline.NEVER);
                updated.put(
                        analysis.id(),
                        analysis.update(results.get(analysis.id()), Change.between(region, next), assessment));
            }
            Map<String, AnalysisResult> full = runAll(next, BY_LINE, new Derived());
            for (Analysis analysis : ANALYSES) {
                assertThat(updated.get(analysis.id()))
                        .as("%s, seed %d, edit %d", analysis.id(), run.getCurrentRepetition(), edit)
                        .isEqualTo(full.get(analysis.id()));
            }
            region = next;
            derived = from;
            results = updated;
        }
    }

    private static Region edit(Region region, Random random, int edit) {
        List<Feature> roads = features(region.roads());
        int at = random.nextInt(roads.size());
        switch (random.nextInt(4)) {
            case 0 ->
                roads.add(road("x" + edit, random, CLASSES.get(random.nextInt(5)), SURFACES.get(random.nextInt(5))));
            case 1 -> roads.remove(at);
            case 2 -> roads.set(at, road(roads.get(at).code(), random, "village", SURFACES.get(random.nextInt(5))));
            default -> {
                Map<String, Object> values = new HashMap<>(roads.get(at).values());
                values.put("surface", SURFACES.get(random.nextInt(4)));
                roads.set(
                        at,
                        new Feature(
                                LayerKind.ROAD_SEGMENT,
                                roads.get(at).code(),
                                values,
                                roads.get(at).geometry()));
            }
        }
        return region.with(FeatureTable.of(LayerKind.ROAD_SEGMENT, roads));
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case UNSERVED -> 0;
            case UNKNOWN -> 1;
            case BORDERLINE -> 2;
            case SERVED -> 3;
        };
    }

    private static Map<String, AnalysisResult> runAll(Region region, ReferenceData reference, Derived derived) {
        Map<String, AnalysisResult> results = new LinkedHashMap<>();
        for (Analysis analysis : ANALYSES) {
            results.put(
                    analysis.id(),
                    analysis.run(new Assessment(region, reference, results, derived, Progress.NONE, Deadline.NEVER)));
        }
        return results;
    }

    private static List<Feature> features(FeatureTable table) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            features.add(table.feature(i));
        }
        return features;
    }

    private static Region county(Random random) {
        TestRegion county = new TestRegion()
                .road("root", "LINESTRING (0 1500, 3000 1500)", "county", "asphalt")
                .add(LayerKind.ADMIN_UNIT, "t1", TestRegion.point(at(random), at(random)), "level", "township")
                .add(
                        LayerKind.ADMIN_UNIT,
                        "v1",
                        TestRegion.point(at(random), at(random)),
                        "level",
                        "village",
                        "parent_code",
                        "t1")
                .add(LayerKind.FACILITY, "m", TestRegion.point(at(random), at(random)), "kind", "market")
                .add(
                        LayerKind.WATERCOURSE,
                        "river",
                        TestRegion.wkt("LINESTRING (0 700, 1200 900, 3000 600)"),
                        "kind",
                        "river")
                .elevation(ground(random));
        county.householdWithoutPosition("nowhere");
        for (int i = 0; i < 30; i++) {
            county.household("h" + i, at(random), at(random), "group_code", "v1");
        }
        Region region = county.build();
        List<Feature> roads = features(region.roads());
        for (int i = 0; i < 14; i++) {
            roads.add(road(
                    "r" + i, random, CLASSES.get(random.nextInt(4)), SURFACES.get(random.nextInt(SURFACES.size()))));
        }
        return region.with(FeatureTable.of(LayerKind.ROAD_SEGMENT, roads));
    }

    private static ElevationGrid ground(Random random) {
        GridFrame frame = new GridFrame(0, SIDE_M, 60, 50, 50, 60);
        float[] heights = new float[frame.cells()];
        double a = random.nextDouble() * 300;
        double b = random.nextDouble() * 300;
        for (int i = 0; i < heights.length; i++) {
            int column = i % 50;
            int row = i / 50;
            heights[i] = random.nextInt(60) == 0
                    ? Float.NaN
                    : (float) (1_000 + a * Math.sin(column / 8.0) + b * Math.cos(row / 11.0) + random.nextInt(10));
        }
        return new ElevationGrid(frame, heights);
    }

    private static double at(Random random) {
        return random.nextInt((int) SIDE_M);
    }

    /** Two thirds of the roads start on the county road; some are bridges, some end near another road. */
    private static Feature road(String code, Random random, String roadClass, String surface) {
        Coordinate from = new Coordinate(at(random), random.nextInt(3) > 0 ? 1500 + random.nextInt(3) : at(random));
        Coordinate to = new Coordinate(
                Math.max(0, Math.min(SIDE_M, from.x + random.nextInt(1600) - 800)),
                Math.max(0, Math.min(SIDE_M, from.y + random.nextInt(1600) - 800)));
        Coordinate between = new Coordinate(
                (from.x + to.x) / 2 + random.nextInt(200) - 100, (from.y + to.y) / 2 + random.nextInt(200) - 100);
        Map<String, Object> values = new HashMap<>();
        values.put("road_class", roadClass);
        if (!surface.isEmpty()) {
            values.put("surface", surface);
        }
        if (random.nextInt(5) == 0) {
            values.put(random.nextBoolean() ? "bridge" : "tunnel", "yes");
        }
        LineString first = Geometries.FACTORY.createLineString(new Coordinate[] {from, between, to});
        Geometry line = first;
        if (random.nextInt(5) == 0) {
            Coordinate far = new Coordinate(at(random), at(random));
            line = Geometries.FACTORY.createMultiLineString(new LineString[] {
                first,
                Geometries.FACTORY.createLineString(new Coordinate[] {far, new Coordinate(far.x + 90, far.y + 40)})
            });
        } else if (random.nextInt(6) == 0) {
            // Along the river of these counties.
            line = TestRegion.wkt("LINESTRING (0 " + (700 + random.nextInt(20) - 10) + ", 1200 895, 3000 604)");
        }
        return new Feature(LayerKind.ROAD_SEGMENT, code, values, Optional.of(line));
    }
}
