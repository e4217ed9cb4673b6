package org.terrace.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.terrace.TestReference;
import org.terrace.TestRegion;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Deadline;
import org.terrace.analysis.Derived;
import org.terrace.analysis.Progress;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.Verdict;
import org.terrace.region.Change;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/** Places where a plausible shortcut gives a wrong number, each worked by hand. */
class RoadCornersTest {
    private static Assessment of(TestRegion region) {
        return Assessment.of(region.build(), TestReference.reference());
    }

    private static ResultTable households(TestRegion region) {
        return new RoadAccess().run(of(region)).table("household");
    }

    @Test
    void aPathThatMeetsABridgesEndMakesThatEndAPlaceAlsoWhenItComesLater() {
        Region before = bridge().build();
        Region after = bridge().road("path", "LINESTRING (1000 0, 1000 -50)", "path", "")
                .build();
        Derived derived = new Derived();
        RoadAccess access = new RoadAccess();
        AnalysisResult old = access.run(
                new Assessment(before, TestReference.reference(), Map.of(), derived, Progress.NONE, Deadline.NEVER));
        AnalysisResult updated = access.update(
                old,
                Change.between(before, after),
                new Assessment(
                        after,
                        TestReference.reference(),
                        Map.of(),
                        new Derived(derived),
                        Progress.NONE,
                        Deadline.NEVER));
        assertThat(updated.table("household").numbers("distance_m").get(0)).isEqualTo(100);
        assertThat(updated).isEqualTo(access.run(Assessment.of(after, TestReference.reference())));
    }

    private static TestRegion bridge() {
        return new TestRegion()
                .road("county", "LINESTRING (-1000 0, 0 0)", "county", "asphalt")
                .road("bridge", "LINESTRING (0 0, 1000 0)", "village", "cement", "bridge", "yes")
                .household("h", 1000, 100);
    }

    @Test
    void aDoorBesideARiverIsNotReadFromACellOnTheOtherBank() {
        // The cell of the door has its centre at y = 505, beyond the river at 500.
        ElevationGrid flat = new ElevationGrid(new GridFrame(0, 1_000, 30, 30, 40, 34), new float[40 * 34]);
        ResultTable table = households(new TestRegion()
                .elevation(flat)
                .road("county", "LINESTRING (0 900, 1200 900)", "county", "asphalt")
                .add(LayerKind.WATERCOURSE, "river", TestRegion.wkt("LINESTRING (-10 500, 1300 500)"), "kind", "river")
                .household("h", 600, 494));
        assertThat(table.numbers("walk_to_min").get(0)).isNaN();
        assertThat(table.numbers("walk_back_min").get(0)).isNaN();
    }

    @Test
    void aWayThatStartsBesideTheTreeAndComesBackToItsRoadCountsOnce() {
        ResultTable segments = new NetworkReport()
                .run(of(new TestRegion()
                        .road("county", "LINESTRING (-1000 0, 0 0, 1000 0)", "county", "asphalt")
                        .road("loop", "LINESTRING (0 0, 0 1000, -5000 1000, -5000 2000, 0 2000)", "village", "cement")
                        .road("cut", "LINESTRING (0 1000, 0 2000)", "village", "cement")
                        .household("h", -2000, 2050)))
                .table("road_segment");
        assertThat(segments.numbers("households_depending").get(segments.rowOf("loop")))
                .isEqualTo(1);
        assertThat(segments.numbers("households_depending").get(segments.rowOf("cut")))
                .isEqualTo(1);
    }

    @Test
    void aDeadEndThatMeetsTheWayAtAJunctionAddsNothingToWhatIsMissing() {
        TestRegion plain = new TestRegion()
                .road("county", "LINESTRING (-1000 0, 1000 0)", "county", "asphalt")
                .road("b", "LINESTRING (0 1000, 0 0)", "track", "earth")
                .household("h", 50, 1100);
        double before = missingKm(plain);
        assertThat(before).isCloseTo(1, within(1e-9));
        assertThat(missingKm(plain.road("a", "LINESTRING (-2000 1300, 0 1000)", "track", "earth")))
                .isEqualTo(before);
    }

    private static double missingKm(TestRegion region) {
        Assessment assessment = of(region);
        Map<String, AnalysisResult> results = Map.of(
                RoadAccess.ID, new RoadAccess().run(assessment),
                CommitteeAccess.ID, new CommitteeAccess().run(assessment));
        return reach(region, results).numbers("missing_km").get(0);
    }

    private static ResultTable reach(TestRegion region, Map<String, AnalysisResult> results) {
        return new RoadReach()
                .run(new Assessment(
                        region.build(),
                        TestReference.reference(),
                        results,
                        new Derived(),
                        Progress.NONE,
                        Deadline.NEVER))
                .table("county");
    }

    @Test
    void aSurveyedProfileIsNotContinuedWithTheModelsHeights() {
        // The model says 12.5 %; the profile, from another datum, 10 %, and ends a metre before the line.
        ResultTable segments = new NetworkReport()
                .run(of(slope(400)
                        .road(
                                "surveyed",
                                "LINESTRING (600 0, 600 400)",
                                "village",
                                "cement",
                                "surveyed_profile",
                                "0 1000; 399 1039.9")))
                .table("road_segment");
        assertThat(segments.numbers("grade_percent").get(segments.rowOf("surveyed")))
                .isCloseTo(10, within(1e-6));
        assertThat(segments.numbers("grade_error_percent").get(segments.rowOf("surveyed")))
                .isZero();
    }

    private static TestRegion slope(int lengthM) {
        float[] heights = new float[40 * 40];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = (float) (1_000 + 0.125 * (1_185 - 30.0 * (i / 40)));
        }
        return new TestRegion()
                .elevation(new ElevationGrid(new GridFrame(0, 1_200, 30, 30, 40, 40), heights))
                .road("county", "LINESTRING (0 0, 600 0, 1190 0)", "county", "asphalt");
    }

    @Test
    void aRoadOfUnknownSurfaceLeavesOtherCountriesRulesOpenToo() {
        TestRegion region = new TestRegion()
                .road("county", "LINESTRING (0 0, 6000 0)", "county", "asphalt")
                .road("track", "LINESTRING (3000 0, 3000 3000)", "track", "")
                .household("h", 3_100, 2_800, "people_registered", 4.0);
        Assessment assessment = of(region);
        ResultTable county = reach(
                region,
                Map.of(
                        RoadAccess.ID, new RoadAccess().run(assessment),
                        CommitteeAccess.ID, new CommitteeAccess().run(assessment)));
        assertThat(county.numbers("rai_unknown_people").get(0)).isEqualTo(4);
        assertThat(county.numbers("rai_percent").get(0)).isNaN();
        assertThat(county.numbers("pmgsy_unknown").get(0)).isEqualTo(1);
    }

    @Test
    void anUnknownSurfaceAtTheSeatMayBeARoot() {
        TestRegion region = new TestRegion()
                .road("main", "LINESTRING (10000 0, 12000 0)", "county", "asphalt")
                .road("seat", "LINESTRING (0 0, 1000 0)", "village", "")
                .add(LayerKind.ADMIN_UNIT, "c", TestRegion.point(50, 0), "level", "county")
                .household("h", 900, 50);
        assertThat(households(region).verdict("verdict", 0)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void pavedWithSomethingIsUnknownNotUnhardened() {
        TestRegion region = new TestRegion()
                .road("county", "LINESTRING (0 0, 6000 0)", "county", "asphalt")
                .road("paved", "LINESTRING (3000 0, 3000 3000)", "village", "paved")
                .household("h", 3_050, 2_800);
        assertThat(households(region).verdict("verdict", 0)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void onlyThePartOfALineThatIsAtTheSeatIsARoot() {
        TestRegion region = new TestRegion()
                .road("parts", "MULTILINESTRING ((0 0, 100 0), (5000 5000, 5100 5000))", "village", "cement")
                .add(LayerKind.ADMIN_UNIT, "c", TestRegion.point(50, 0), "level", "county")
                .household("near", 50, 60)
                .household("far", 5_000, 5_050);
        ResultTable table = households(region);
        assertThat(table.verdict("verdict", table.rowOf("near"))).isEqualTo(Verdict.SERVED);
        assertThat(table.verdict("verdict", table.rowOf("far"))).isEqualTo(Verdict.UNSERVED);
    }

    @Test
    void theWayToTheSeatDoesNotDependOnWhereALineHasVertices() {
        // Over the ground straight to the road at 300 m from the seat: 1,000 + 300 - sqrt(300^2 - 200^2).
        double expected = 1_300 - Math.sqrt(300.0 * 300 - 200.0 * 200);
        for (String line :
                new String[] {"LINESTRING (-1000 0, 1000 0)", "LINESTRING (-1000 0, -200 0, -100 0, 0 0, 1000 0)"}) {
            TestRegion region = new TestRegion()
                    .road("road", line, "county", "asphalt")
                    .add(LayerKind.ADMIN_UNIT, "t", TestRegion.point(0, 200), "level", "township")
                    .household("h", -1_000, 0);
            ResultTable table = new PlaceAccess().run(of(region)).table("household");
            assertThat(table.numbers("seat_way_m").get(0)).as(line).isCloseTo(expected, within(1e-9));
        }
    }
}
