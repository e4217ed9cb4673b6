package org.terrace.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.terrace.TestReference;
import org.terrace.TestRegion;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.Verdict;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/**
 * A county road runs east along y = 0; a cement road climbs north from it at x = 1000 to y = 1000; an earth track goes on to
 * y = 3000; a cement stretch at x = 5000 is connected to nothing; the surface of a track at x = 3000 is unknown. The limit is
 * 500 m, the position error 15 m.
 */
class RoadAccessTest {
    private static final Region REGION = new TestRegion()
            .road("county", "LINESTRING (0 0, 1000 0, 6000 0)", "county", "asphalt")
            .road("village", "LINESTRING (1000 0, 1000 1000)", "village", "cement")
            .road("track", "LINESTRING (1000 1000, 1000 3000)", "track", "earth")
            .road("island", "LINESTRING (5000 2000, 5000 2500)", "village", "cement")
            .road("unknown", "LINESTRING (3000 0, 3000 2000)", "track", "")
            .household("h1", 1300, 900) // 300 m east of the cement road
            .household("h2", 1490, 900) // 490 m: with 15 m error between 475 and 505
            .household("h3", 1100, 2000) // 1,000 m above the end: sqrt(100^2 + 1000^2) = 1004.99 m
            .household("h4", 5100, 2200) // beside the island: 2,200 m to the county road
            .household("h5", 3100, 1800) // beside the unknown surface: 1,800 m to the county road
            .householdWithoutPosition("h6")
            .build();

    private final AnalysisResult result = run(REGION);
    private final ResultTable households = result.table("household");

    private static AnalysisResult run(Region region) {
        return new RoadAccess().run(Assessment.of(region, TestReference.reference()));
    }

    @Test
    void aHouseholdWithinTheLimitIsServed() {
        assertJudged("h1", Verdict.SERVED, "within_limit", 300);
    }

    @Test
    void theLimitWithinThePositionErrorIsBorderline() {
        assertJudged("h2", Verdict.BORDERLINE, "position_error_can_flip", 490);
    }

    @Test
    void anEarthTrackAtTheDoorDoesNotCount() {
        assertJudged("h3", Verdict.UNSERVED, "too_far", Math.hypot(100, 1000));
    }

    @Test
    void aHardenedIslandServesNobody() {
        assertJudged("h4", Verdict.UNSERVED, "too_far", 2200);
        ResultTable segments = new NetworkReport()
                .run(Assessment.of(REGION, TestReference.reference()))
                .table("road_segment");
        assertThat(segments.codesOf("network").code(segments.rowOf("island"))).isEqualTo("island");
        assertThat(segments.codesOf("network").code(segments.rowOf("village"))).isEqualTo("connected");
        assertThat(segments.codesOf("network").code(segments.rowOf("track"))).isEqualTo("unhardened");
        assertThat(segments.codesOf("network").code(segments.rowOf("unknown"))).isEqualTo("unknown");
    }

    @Test
    void aWayThatLeavesARoadAndComesBackDependsOnItOnce() {
        Region region = new TestRegion()
                .road("county", "LINESTRING (-1000 0, 0 0, 1000 0)", "county", "asphalt")
                .road("loop", "LINESTRING (0 0, 0 1000, -5000 1000, -5000 2000, 0 2000, 0 3000)", "village", "cement")
                .road("cut", "LINESTRING (0 1000, 0 2000)", "village", "cement")
                .household("h1", 50, 2900)
                .household("h2", 50, 500)
                .household("h3", -2000, 2050)
                .build();
        ResultTable segments = new NetworkReport()
                .run(Assessment.of(region, TestReference.reference()))
                .table("road_segment");
        assertThat(segments.numbers("households_depending").get(segments.rowOf("loop")))
                .isEqualTo(3);
        assertThat(segments.numbers("households_depending").get(segments.rowOf("cut")))
                .isEqualTo(2);
    }

    @Test
    void anUnknownSurfaceNearbyMakesTheVerdictUnknownNotNo() {
        assertJudged("h5", Verdict.UNKNOWN, "surface_unknown_nearby", 1800);
    }

    @Test
    void aHouseholdWithoutPositionIsUnknown() {
        assertJudged("h6", Verdict.UNKNOWN, "no_position", Double.NaN);
    }

    @Test
    void withoutRoadsOnRecordEveryVerdictIsUnknown() {
        Region bare = new TestRegion().household("h1", 0, 0).build();
        ResultTable table = run(bare).table("household");
        assertThat(table.codesOf("reason").code(0)).isEqualTo("no_roads_on_record");
    }

    @Test
    void everyHouseholdWithAPositionIsLinkedToItsRoad() {
        assertThat(result.link("household_road").from()).containsExactly("h1", "h2", "h3", "h4", "h5");
        assertThat(result.link("household_road").to())
                .containsExactly("village", "village", "village", "county", "county");
    }

    @Test
    void aCommitteeBesideTheRoadIsReachedWhileItsHouseholdsAreNot() {
        Region region = new TestRegion()
                .road("county", "LINESTRING (0 0, 1000 0)", "county", "asphalt")
                .add(LayerKind.ADMIN_UNIT, "v1", TestRegion.point(500, 60), "level", "village")
                .add(LayerKind.ADMIN_UNIT, "v2", TestRegion.point(500, 101), "level", "village")
                .build();
        ResultTable villages = new CommitteeAccess()
                .run(Assessment.of(region, TestReference.reference()))
                .table("village");
        assertThat(villages.verdict("verdict", 0)).isEqualTo(Verdict.SERVED);
        assertThat(villages.verdict("verdict", 1)).isEqualTo(Verdict.UNSERVED);
    }

    /**
     * h3 stands 100 m east of the track, 1,000 m above its hardened end. The shortest way crosses the ground for the whole reach of 300 m,
     * to the track sqrt(300^2 - 100^2) m below; the link to be hardened meets the track 100 / sqrt(3) m below the door (two metres
     * of hardening cost as much as one of new road), and leads along it.
     */
    @Test
    void theShortestWayCutsAcrossAndTheLinkKeepsToTheTrack() {
        int row = households.rowOf("h3");
        assertThat(households.numbers("way_m").get(row))
                .isCloseTo(300 + 1000 - Math.sqrt(300 * 300 - 100 * 100), within(1e-9));
        double off = 100 / Math.cos(Math.PI / 6);
        double along = 1000 - 100 * Math.tan(Math.PI / 6);
        assertThat(households.numbers("link_off_road_m").get(row)).isCloseTo(off, within(1e-9));
        assertThat(households.numbers("link_unhardened_m").get(row)).isCloseTo(along, within(1e-9));
        assertThat(households.numbers("link_m").get(row)).isCloseTo(off + along, within(1e-9));
        assertThat(households.numbers("missing_m").get(row)).isCloseTo(off + along, within(1e-9));
        assertThat(households.numbers("way_m").get(households.rowOf("h4")))
                .as("no road within reach leads from the island's households")
                .isNaN();
    }

    @Test
    void theLinkIsExplainedStretchByStretch() {
        var why = new RoadAccess().explain(Assessment.of(REGION, TestReference.reference()), result, "household", "h3");
        assertThat(why.way())
                .extracting(s -> s.kind() + ":" + s.code())
                .containsExactly("off_road:", "unhardened:track");
        assertThat(why.way().get(1).alongM()[0]).isCloseTo(100 / Math.cos(Math.PI / 6), within(1e-9));
        assertThat(why.way().get(1).line().getLength()).isCloseTo(1000 - 100 * Math.tan(Math.PI / 6), within(1e-6));
        assertThat(why.steps())
                .extracting(step -> step.key())
                .containsExactly(
                        "road.access.step_nearest",
                        "road.access.step_measured",
                        "road.access.step_off_road",
                        "road.access.step_along_unhardened");
    }

    /**
     * From the door 20 m beside its end, a track of three segments, the last beyond a gap of 0.5 m that the drawing leaves, and a fourth
     * of another surface: what a person goes along is two roads.
     */
    @Test
    void segmentsOfOneNameAndSurfaceAreOneRoadInTheExplanationAndAllPartsAddUp() {
        Region region = new TestRegion()
                .road("county", "LINESTRING (0 0, 1000 0)", "county", "asphalt")
                .road("a", "LINESTRING (500 0, 500 1000)", "track", "gravel", "name", "Mill road")
                .road("b", "LINESTRING (500 1000, 500 2000)", "track", "earth", "name", "Mill road")
                .road("c", "LINESTRING (500 2000.5, 500 3000)", "track", "earth", "name", "Mill road")
                .road("d", "LINESTRING (500 3000, 500 4000)", "track", "earth", "name", "Mill road")
                .household("h", 500, 4_020)
                .build();
        Assessment assessment = Assessment.of(region, TestReference.reference());
        AnalysisResult all = new RoadAccess().run(assessment);
        var steps = new RoadAccess().explain(assessment, all, "household", "h").steps();
        assertThat(steps.subList(3, steps.size()))
                .extracting(
                        step -> step.texts().get("road_name"),
                        step -> step.texts().get("surface"),
                        step -> Math.round(10 * step.numbers().get("length_m")))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Mill road", "earth", 29_995L),
                        org.assertj.core.groups.Tuple.tuple("Mill road", "gravel", 10_000L));
        ResultTable table = all.table("household");
        double parts = java.util.stream.Stream.of("off_road", "path", "unhardened", "unknown", "hardened")
                .mapToDouble(kind -> table.numbers("link_" + kind + "_m").get(0))
                .sum();
        assertThat(parts).isCloseTo(table.numbers("link_m").get(0), within(1e-9));
        assertThat(table.numbers("link_off_road_m").get(0))
                .as("20 m of ground and the gap")
                .isCloseTo(20.5, within(1e-9));
    }

    @Test
    void orderAndWidthAreJudgedOfHardenedRoadsOnlyAndSegmentsKnowTheirIsland() {
        ResultTable segments = new NetworkReport()
                .run(Assessment.of(REGION, TestReference.reference()))
                .table("road_segment");
        assertThat(segments.codesOf("upkeep").code(segments.rowOf("track"))).isEqualTo("not_hardened");
        assertThat(segments.codesOf("upkeep").code(segments.rowOf("unknown"))).isEqualTo("unknown");
        assertThat(segments.text("island_code").get(segments.rowOf("island"))).isEqualTo("island");
        assertThat(segments.text("island_code").get(segments.rowOf("village"))).isEmpty();
    }

    @Test
    void theSurfaceSetIsTheStandards() {
        AnalysisResult strict = new RoadAccess()
                .run(Assessment.of(
                        REGION,
                        TestReference.reference(Map.of("road.hardened_surfaces", java.util.List.of("asphalt")))));
        // Without cement the nearest hardened road of h1 is the county road, 900 m below.
        assertThat(strict.table("household").numbers("distance_m").get(0)).isCloseTo(900, within(1e-9));
    }

    /** A river along y = 500, a track beside it on the south bank whose cells have their centres on the north bank. */
    @Test
    void nobodyWadesTheRiverByTheRoadThatRunsAlongIt() {
        ElevationGrid flat = new ElevationGrid(new GridFrame(0, 1_000, 30, 30, 40, 34), new float[40 * 34]);
        TestRegion county = new TestRegion()
                .elevation(flat)
                .road("county", "LINESTRING (0 900, 1200 900)", "county", "asphalt")
                .road("track", "LINESTRING (0 494, 1200 494)", "track", "earth")
                .add(LayerKind.WATERCOURSE, "river", TestRegion.wkt("LINESTRING (-10 500, 1300 500)"), "kind", "river")
                .household("h", 600, 200)
                .householdWithoutPosition("nowhere");
        ResultTable apart = run(county.build()).table("household");
        assertThat(apart.numbers("walk_to_min").get(apart.rowOf("h"))).isNaN();
        assertThat(apart.numbers("walk_to_min").get(apart.rowOf("nowhere"))).isNaN();
        ResultTable bridged = run(county.road("bridge", "LINESTRING (600 494, 600 900)", "path", "")
                        .build())
                .table("household");
        assertThat(bridged.numbers("walk_to_min").get(bridged.rowOf("h"))).isBetween(8.0, 10.0);
    }

    @Test
    void aRoadOfSeveralPartsIsTwoIslandsAndHasNoGradeAcrossTheGap() {
        float[] steps = new float[100 * 40];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = i % 100 < 50 ? 1_000 : 1_800;
        }
        Region region = new TestRegion()
                .elevation(new ElevationGrid(new GridFrame(0, 1_200, 30, 30, 100, 40), steps))
                .road("county", "LINESTRING (0 100, 2900 100)", "county", "asphalt")
                .road("parts", "MULTILINESTRING ((100 900, 600 900), (2000 900, 2500 900))", "village", "cement")
                .road("nothing", "LINESTRING (0 0, 0 0)", "village", "cement")
                .build();
        AnalysisResult report = new NetworkReport().run(Assessment.of(region, TestReference.reference()));
        ResultTable segments = report.table("road_segment");
        assertThat(segments.numbers("grade_percent").get(segments.rowOf("parts")))
                .isCloseTo(0, within(1e-9));
        assertThat(report.table("island").codes()).containsExactly("parts", "parts#2");
        assertThat(segments.codesOf("network").code(segments.rowOf("nothing"))).isEqualTo("unknown");
        assertThat(report.table("fault").codes()).contains("bad_line:nothing");
    }

    @Test
    void oneStepsOffATunnelAtItsEndsOnly() {
        Region region = new TestRegion()
                .road("county", "LINESTRING (0 0, 1000 0)", "county", "asphalt")
                .road("tunnel", "LINESTRING (1000 0, 1000 2000)", "village", "cement", "tunnel", "yes")
                .road("track", "LINESTRING (1000 2000, 1500 2000)", "track", "earth")
                .household("above", 1_010, 1_000)
                .household("portal", 1_100, 2_000)
                .build();
        ResultTable table = run(region).table("household");
        assertThat(table.numbers("distance_m").get(table.rowOf("above")))
                .isCloseTo(Math.hypot(10, 1_000), within(1e-9));
        assertThat(table.numbers("distance_m").get(table.rowOf("portal"))).isCloseTo(100, within(1e-9));
        assertThat(table.numbers("way_m").get(table.rowOf("portal"))).isCloseTo(100, within(1e-9));
    }

    private void assertJudged(String code, Verdict verdict, String reason, double distanceM) {
        int row = households.rowOf(code);
        assertThat(households.verdict("verdict", row)).as(code).isEqualTo(verdict);
        assertThat(households.codesOf("reason").code(row)).as(code).isEqualTo(reason);
        if (Double.isNaN(distanceM)) {
            assertThat(households.numbers("distance_m").get(row)).as(code).isNaN();
        } else {
            // Exact arithmetic apart from one square root.
            assertThat(households.numbers("distance_m").get(row)).as(code).isCloseTo(distanceM, within(1e-9));
        }
    }
}
