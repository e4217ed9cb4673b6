package org.terrace.water.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.terrace.TestReference;
import org.terrace.TestRegion;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.ResultTable;
import org.terrace.project.Project;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.standard.ReferenceData;
import org.terrace.water.PipeExposure;
import org.terrace.water.WaterAccess;
import org.terrace.water.scheme.WaterPipes;

/**
 * A slope that falls to the east by 10 m in each cell of 50 m, from 1,200 m in the west; heights are true (no error), so that every head is
 * as it stands. The spring in the first cell's middle is 1,195 m high.
 */
class WaterProjectsTest {
    private static final int COLUMNS = 21;
    private static final int ROWS = 7;
    private static final String CODE = "water:g1-1";

    @Test
    void oneSpringAndOneHamletInALine() {
        // Two houses of 4 at 525 m east, 1,095 m high by the model. The tank must stand 5 m of service head above them
        // and a little
        // for friction: the cell before, 1,105 m, at 475 m. 9 cells from the spring: nine steps of sqrt(50^2 + 10^2) =
        // 50.99 m are
        // 458.9 m, and one more to the houses: 509.9 m in all.
        // Demand: 8 x 70 L x 1.12 = 0.627 m3 a day. Half a day: a tank of 5 m3.
        // Main, mean flow 0.0073 L/s, and the last pipe, 0.022 L/s, are both fit for PE 20: 17 yuan/m x 510 = 8,670.
        // Static head of the main at the tank 1,195 - 1,105 = 90 m: no break-pressure tank (100 m), slope atan(0.2) =
        // 11.3 deg: gentle.
        // Spring box 8,000 + pipe 8,670 + tank 11,000 + 2 taps 800 = 28,470; 3,559 a person: above 600-1,500.
        // Low: 5,000 + 12 x 510 + 8,000 + 500 = 19,620. High: 15,000 + 23 x 510 + 14,000 + 1,400 = 42,130.
        AnalysisResult result = run(county(slope()), exact());
        ResultTable t = result.table("project");
        int r = t.rowOf(CODE);
        assertThat(t.codesOf("kind").code(r)).isEqualTo("gravity_scheme");
        assertThat(t.codesOf("reason").code(r)).isEqualTo("gravity_from_source");
        assertThat(t.codesOf("certainty").code(r)).isEqualTo("sure");
        assertThat(t.text("source_code").get(r)).isEqualTo("spring");
        assertThat(t.numbers("length_m").get(r)).isCloseTo(10 * Math.hypot(50, 10), within(1e-6));
        assertThat(t.numbers("tank_m3").get(r)).isEqualTo(5);
        assertThat(t.numbers("break_pressure_tanks").get(r)).isZero();
        assertThat(t.numbers("people_gain").get(r)).isEqualTo(8);
        assertThat(t.numbers("cost_yuan").get(r)).isEqualTo(28_470);
        assertThat(t.numbers("cost_low_yuan").get(r)).isEqualTo(19_620);
        assertThat(t.numbers("cost_high_yuan").get(r)).isEqualTo(42_130);
        assertThat(t.codesOf("cost_anchor").code(r)).isEqualTo("above");
        // Everybody who lives on the spring afterwards: 8 of 10,000 L, 12 % lost on the way.
        assertThat(t.numbers("litres_after").get(r)).isCloseTo(1_250 / 1.12, within(1e-9));
        assertThat(t.numbers("residual_head_m").get(r)).isBetween(9.0, 10.0);
        assertThat(result.link("household_project").from()).containsExactly("a", "b");
    }

    @Test
    void aTankCannotStandBehindARidgeThatIsHigherThanTheSpring() {
        AnalysisResult result = run(county((x, y) -> x > 200 && x < 250 ? 1_200 : slope().at(x, y)), exact());
        ResultTable t = result.table("project");
        assertThat(t.codesOf("reason").code(t.rowOf(CODE))).isEqualTo("ground_in_between");
        assertThat(t.codesOf("kind").code(t.rowOf(CODE))).isEqualTo("none");
        assertThat(t.numbers("cost_yuan").isAbsent(t.rowOf(CODE))).isTrue();
    }

    @Test
    void whatWasNotMeasuredIsMeasuredFirstAndWhatIsSpokenForIsNotEnough() {
        assertThat(reason(run(county(slope(), Double.NaN), exact()))).isEqualTo("measure_first");
        assertThat(reason(run(county(slope(), 0.5), exact())))
                .as("0.5 of 0.627 m3")
                .isEqualTo("yield_too_small");
    }

    /**
     * Two hamlets 550 m apart on one spring of 10 m3, and a house of 10 people who live on it already. Each of the two is told the litres that are
     * left at the tap when both are built: 10,000 / 1.12 / (10 + 8 + 4).
     */
    @Test
    void litresAfterwardsCountAllThatIsProposedFromTheSource() {
        TestRegion county = new TestRegion().elevation(grid(slope()));
        spring(county, 25, 10);
        houses(county);
        county.household(
                        "own",
                        30,
                        175,
                        "people_resident",
                        10,
                        "water_connection",
                        "piped",
                        "water_source_code",
                        "spring")
                .household(
                        "c",
                        975,
                        175,
                        "group_code",
                        "g2",
                        "people_resident",
                        4,
                        "storeys",
                        1,
                        "water_connection",
                        "carried",
                        "declared_safe_water",
                        "no");
        ResultTable t = run(county.build(), exact()).table("project");
        for (String code : List.of(CODE, "water:g2-1")) {
            assertThat(t.text("source_code").get(t.rowOf(code))).as(code).isEqualTo("spring");
            assertThat(t.numbers("litres_after").get(t.rowOf(code)))
                    .as(code)
                    .isCloseTo(10_000 / 1.12 / 22, within(1e-9));
        }
    }

    /**
     * A spring of 1.2 m3: the hamlet of 8 hangs on it by hoses already and is given 0.627 of it; the 4 of the other need 0.314 of the 0.573 that are
     * left. They are the same 12 people whether the eight fetch from it or hang on it.
     */
    @Test
    void whoIsGivenWaterAnewIsCountedOnce() {
        for (String connection : List.of("hose", "carried")) {
            TestRegion county = new TestRegion().elevation(grid(slope()));
            spring(county, 25, 1.2);
            for (String code : List.of("a", "b")) {
                house(county, code, 525, "g1", 4, connection, "spring");
            }
            house(county, "c", 975, "g2", 4, "carried", "");
            ResultTable t = run(county.build(), exact()).table("project");
            for (String code : List.of(CODE, "water:g2-1")) {
                assertThat(t.codesOf("kind").code(t.rowOf(code)))
                        .as("%s, %s", code, connection)
                        .isEqualTo("gravity_scheme");
                assertThat(t.numbers("litres_after").get(t.rowOf(code))).isCloseTo(1_200 / 1.12 / 12, within(1e-9));
            }
        }
    }

    @Test
    void aSpringThatTwoSchemesTakeIsPaidOnceAndFirst() {
        TestRegion county = new TestRegion().elevation(grid(slope()));
        spring(county, 25, 10.0);
        houses(county);
        house(county, "c", 975, "g2", 4, "carried", "");
        AnalysisResult result = run(county.build(), exact());
        ResultTable t = result.table("project");
        int spring = t.rowOf("source:spring");
        assertThat(t.codesOf("kind").code(spring)).isEqualTo("protect_source");
        assertThat(t.numbers("cost_yuan").get(spring)).isEqualTo(8_000);
        assertThat(t.numbers("schemes").get(spring)).isEqualTo(2);
        // The bill of one spring and one hamlet without the spring.
        assertThat(t.numbers("cost_yuan").get(t.rowOf(CODE))).isEqualTo(28_470 - 8_000);
        assertThat(t.text("first_code").get(t.rowOf("water:g2-1"))).isEqualTo("source:spring");
        assertThat(result.table("cost_line").codes())
                .filteredOn(c -> c.endsWith("water.spring_protection"))
                .containsExactly("source:spring water.spring_protection");
        List<Project> all = new WaterProposer().propose(assessment(county.build(), exact()));
        assertThat(all).extracting(Project::code).containsExactly("source:spring", CODE, "water:g2-1");
        assertThat(all.get(1).prerequisites()).contains("source:spring");
    }

    @Test
    void aSpringBelowTheHousesIsPumpedFrom() {
        // The spring stands where the slope has fallen to 1,005 m, the houses at 1,095 m.
        TestRegion county = new TestRegion().elevation(grid(slope()));
        spring(county, 975, 10.0);
        houses(county);
        AnalysisResult result = run(county.build(), exact());
        ResultTable t = result.table("project");
        int r = t.rowOf(CODE);
        assertThat(t.codesOf("kind").code(r)).isEqualTo("pump_scheme");
        assertThat(t.numbers("lift_m").get(r)).isBetween(95.0, 115.0);
        // 0.627 m3 in 8 h, lifted so far at 50 %: rho g V H / 0.5 a day, in kWh a year.
        double kwh = 1_000 * 9.81 * 8 * 0.07 * 1.12 * t.numbers("lift_m").get(r) / 0.5 / 3.6e6 * 365;
        assertThat(t.numbers("energy_kwh_per_year").get(r)).isCloseTo(kwh, within(1e-6 * kwh));
    }

    @Test
    void builtAndRunAgainTheHousesHaveTheHeadThatWasPromised() {
        Region before = county(slope());
        ReferenceData reference = exact();
        Assessment assessment = assessment(before, reference);
        Project project = new WaterProposer().propose(assessment).get(0);
        Region after = project.apply(before);
        AnalysisResult pipes = new WaterPipes().run(Assessment.of(after, reference));
        ResultTable t = new WaterProjects().run(assessment).table("project");
        double promised = t.numbers("residual_head_m").get(t.rowOf(CODE));
        ResultTable taps = pipes.table("household");
        for (int i = 0; i < taps.size(); i++) {
            assertThat(taps.codesOf("tap").code(i)).isEqualTo("good");
            assertThat(taps.numbers("residual_head_m").get(i)).isGreaterThanOrEqualTo(promised - 0.1);
        }
        ResultTable access = assessment(after, reference).input(WaterAccess.ID).table("household");
        assertThat(access.codesOf("verdict").code(0)).isEqualTo("served");
        assertThat(before.table(LayerKind.PIPE).size())
                .as("the county itself stays")
                .isZero();
    }

    @Test
    void theWayOfTheWaterIsDrawnFromTheSpringToTheTap() {
        Assessment assessment = assessment(county(slope()), exact());
        AnalysisResult result = new WaterProjects().run(assessment);
        Explanation why = new WaterProjects().explain(assessment, result, "project", CODE);
        assertThat(why.way().get(0).heightM()[0]).isEqualTo(1_195);
        for (Explanation.Stretch stretch : why.way()) {
            for (int i = 0; i < stretch.headM().length; i++) {
                assertThat(stretch.headM()[i]).isGreaterThanOrEqualTo(stretch.heightM()[i] - 1e-9);
            }
        }
        assertThat(why.drawing()).isPresent();
        assertThat(why.steps()).extracting(Explanation.Step::key).contains("water.projects.step_sketch");
    }

    @Test
    void anExposedHoseIsBuriedForThoseWhoHangOnIt() {
        TestRegion county = new TestRegion()
                .elevation(grid(slope()))
                .add(LayerKind.WATERCOURSE, "stream", TestRegion.wkt("LINESTRING (275 0, 275 350)"), "kind", "stream");
        spring(county, 25, 10.0);
        county.add(
                LayerKind.PIPE,
                "hose",
                TestRegion.wkt("LINESTRING (25 175, 525 175)"),
                "kind",
                "hose",
                "laying",
                "surface",
                "from_code",
                "spring");
        county.household(
                "a", 525, 175, "people_resident", 4, "water_connection", "hose", "water_source_code", "spring");
        // Fetches from the spring, and hangs on no hose of it.
        county.household(
                "b", 25, 25, "people_resident", 3, "water_connection", "carried", "water_source_code", "spring");
        AnalysisResult result = run(county.build(), exact());
        assertThat(result.link("household_project").from()).containsOnly("a");
        ResultTable t = result.table("project");
        int r = t.rowOf("hose:spring");
        // sqrt(500^2 + 100^2) = 509.9 m at 16 yuan.
        assertThat(t.numbers("cost_yuan").get(r)).isEqualTo(510 * 16);
        assertThat(t.numbers("people_gain").get(r)).isEqualTo(4);
    }

    /** All else equal. */
    @RepeatedTest(12)
    void aHigherSpringNeverMakesAFeasibleGroupInfeasible(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        double[] bumps = random.doubles(COLUMNS * ROWS, 0, 35).toArray();
        Height bumpy = (x, y) -> slope().at(x, y) + bumps[(int) (y / 50) * COLUMNS + (int) (x / 50)];
        boolean feasible = false;
        for (double level : new double[] {1_110, 1_140, 1_170, 1_200, 1_230, 1_260, 1_300}) {
            TestRegion county = new TestRegion().elevation(grid(bumpy));
            county.add(
                    LayerKind.WATER_FACILITY,
                    "spring",
                    TestRegion.point(25, 175),
                    "kind",
                    "spring",
                    "working",
                    "yes",
                    "elevation_m",
                    level,
                    "dry_season_yield_m3_per_day",
                    10);
            houses(county);
            ResultTable t = run(county.build(), exact()).table("project");
            boolean now = t.codesOf("kind").code(t.rowOf(CODE)).equals("gravity_scheme");
            assertThat(now || !feasible)
                    .as("level %f, seed %d", level, run.getCurrentRepetition())
                    .isTrue();
            feasible = now;
        }
    }

    private static String reason(AnalysisResult result) {
        ResultTable t = result.table("project");
        return t.codesOf("reason").code(t.rowOf(CODE));
    }

    private interface Height {
        double at(double x, double y);
    }

    private static Height slope() {
        return (x, y) -> 1_200 - x / 5;
    }

    private static Region county(Height height) {
        return county(height, 10);
    }

    private static Region county(Height height, double yield) {
        TestRegion county = new TestRegion().elevation(grid(height));
        spring(county, 25, yield);
        houses(county);
        return county.build();
    }

    private static void spring(TestRegion county, double x, double yield) {
        Map<String, Object> values = new HashMap<>(Map.of("kind", "spring", "working", "yes", "quality", "passes"));
        if (!Double.isNaN(yield)) {
            values.put("dry_season_yield_m3_per_day", yield);
        }
        Object[] attributes = values.entrySet().stream()
                .flatMap(e -> List.of(e.getKey(), e.getValue()).stream())
                .toArray();
        county.add(LayerKind.WATER_FACILITY, "spring", TestRegion.point(x, 175), attributes);
    }

    private static void houses(TestRegion county) {
        for (String code : List.of("a", "b")) {
            house(county, code, 525, "g1", 4, "carried", "");
        }
    }

    private static void house(
            TestRegion county, String code, double x, String group, int people, String connection, String source) {
        county.household(
                code,
                x,
                175,
                "group_code",
                group,
                "people_resident",
                people,
                "storeys",
                1,
                "water_connection",
                connection,
                "water_source_code",
                source,
                "declared_safe_water",
                "no");
    }

    private static ElevationGrid grid(Height height) {
        float[] metres = new float[COLUMNS * ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                metres[row * COLUMNS + column] = (float) height.at(column * 50 + 25, (ROWS - 1 - row) * 50 + 25);
            }
        }
        return new ElevationGrid(new GridFrame(0, ROWS * 50, 50, 50, COLUMNS, ROWS), metres);
    }

    /** Heights and positions without errors. */
    private static ReferenceData exact() {
        return TestReference.reference(Map.of("elevation.error_m", 0, "household.position_error_m", 0));
    }

    private static AnalysisResult run(Region region, ReferenceData reference) {
        return new WaterProjects().run(assessment(region, reference));
    }

    private static Assessment assessment(Region region, ReferenceData reference) {
        Assessment plain = Assessment.of(region, reference);
        AnalysisResult pipes = new WaterPipes().run(plain);
        Assessment piped = plain.withInputs(Map.of(WaterPipes.ID, pipes));
        return plain.withInputs(Map.of(
                WaterPipes.ID,
                pipes,
                WaterAccess.ID,
                new WaterAccess().run(piped),
                PipeExposure.ID,
                new PipeExposure().run(piped)));
    }
}
