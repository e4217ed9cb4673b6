package org.terrace.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.terrace.TestReference;
import org.terrace.TestRegion;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.region.LayerKind;

/** Springs at the origin, 1,040 m high; houses at 1,000 m that carry their water. Where water is rich a person needs 35 L a day. */
class SourceAssignmentTest {

    @Test
    void householdsAreWholeAndThePlaceGoesToMostPeople() {
        // 35 L a head and 12 % lost: 157 L for 4 people and 118 for 3 fill 275 L; split households would serve 7 as
        // well.
        TestRegion region = new TestRegion()
                .add(LayerKind.WATER_FACILITY, "s", TestRegion.point(0, 0), spring(0.275))
                .household("five", 100, 0, house(5))
                .household("four", 200, 0, house(4))
                .household("three", 300, 0, house(3));
        AnalysisResult result = run(region);
        assertThat(status(result, "five")).isEqualTo("not_enough_water");
        assertThat(status(result, "four")).isEqualTo("assigned");
        assertThat(status(result, "three")).isEqualTo("assigned");
        ResultTable total = result.table("total");
        assertThat(total.numbers("people_assigned").get(0)).isEqualTo(7);
        assertThat(total.numbers("people_bound").get(0)).isEqualTo(7);
        assertThat(total.codesOf("people_proven").code(0)).isEqualTo("yes");
        ResultTable source = result.table("source");
        assertThat(source.numbers("people_per_m3").get(0))
                .as("one person per 39.2 L")
                .isCloseTo(1000 / 39.2, within(0.1));
        assertThat(source.numbers("people_more").get(0)).as("all who wait").isCloseTo(5, within(1e-9));
        assertThat(source.numbers("people_waiting").get(0)).isEqualTo(5);
    }

    @Test
    void thoseOnRecordComeFirstAndAnOverPromisedSpringIsTold() {
        // 0.2 m3 for 6 people on record who need 0.21.
        TestRegion region = new TestRegion()
                .add(LayerKind.WATER_FACILITY, "s", TestRegion.point(0, 0), spring(0.2))
                .household("h", 100, 0, house(6, "water_source_code", "s"))
                .household("other", 150, 0, house(2));
        AnalysisResult result = run(region);
        assertThat(status(result, "h")).isEqualTo("keeps_connection");
        assertThat(status(result, "other")).isEqualTo("not_enough_water");
        ResultTable source = result.table("source");
        assertThat(source.codesOf("load").code(0)).isEqualTo("over_promised");
        assertThat(source.numbers("people_more").get(0))
                .as("20 m3 cover the lack and two more")
                .isCloseTo(2, within(1e-9));
    }

    @Test
    void anUnmeasuredSpringSuppliesNobodyAndIsToBeMeasuredFirst() {
        TestRegion region = new TestRegion()
                .add(
                        LayerKind.WATER_FACILITY,
                        "s",
                        TestRegion.point(0, 0),
                        "kind",
                        "spring",
                        "working",
                        "yes",
                        "elevation_m",
                        1040)
                .household("h", 100, 0, house(2));
        AnalysisResult result = run(region);
        assertThat(status(result, "h")).isEqualTo("none_measured");
        assertThat(result.table("source").codesOf("load").code(0)).isEqualTo("measure_first");
        assertThat(result.table("total").numbers("supplies_to_measure").get(0)).isEqualTo(1);
    }

    @Test
    void waterDoesNotRunUphill() {
        TestRegion region = new TestRegion()
                .add(LayerKind.WATER_FACILITY, "s", TestRegion.point(0, 0), spring(5))
                .household("above", 100, 0, "people_resident", 2, "elevation_m", 1050, "water_connection", "carried")
                .household("below", 100, 0, house(2));
        AnalysisResult result = run(region);
        assertThat(status(result, "above")).isEqualTo("none_high_enough");
        assertThat(status(result, "below")).isEqualTo("assigned");
    }

    /** Each stands at the same spring but for one thing. */
    @Test
    void theStatusNamesWhatKeepsAHouseholdFromWater() {
        Object[] dry = {"kind", "spring", "working", "yes", "elevation_m", 1040, "quality", "passes"};
        TestRegion region = new TestRegion()
                .add(LayerKind.WATER_FACILITY, "measured", TestRegion.point(0, 0), spring(0.01))
                .add(LayerKind.WATER_FACILITY, "unmeasured", TestRegion.point(0, 10_000), dry)
                .add(
                        LayerKind.WATER_FACILITY,
                        "unsaid",
                        TestRegion.point(0, 20_000),
                        "kind",
                        "spring",
                        "elevation_m",
                        1040,
                        "dry_season_yield_m3_per_day",
                        5)
                // The tank is fit to fetch from, and no spring behind it is on record.
                .add(
                        LayerKind.WATER_FACILITY,
                        "tank",
                        TestRegion.point(0, 30_000),
                        "kind",
                        "tank",
                        "working",
                        "yes",
                        "elevation_m",
                        1040)
                .household("bare", 100, 30_000, house(2))
                .household("little", 100, 0, house(2))
                .household("above", 100, 50, "people_resident", 2, "elevation_m", 1050, "water_connection", "carried")
                .household("blind", 100, 10_000, house(2))
                .household("perhaps", 100, 20_000, house(2))
                .household("far", 5_000, 0, house(2));
        AnalysisResult result = run(region);
        assertThat(status(result, "little")).as("10 L of 79").isEqualTo("not_enough_water");
        assertThat(status(result, "above")).isEqualTo("none_high_enough");
        assertThat(status(result, "blind")).isEqualTo("none_measured");
        assertThat(status(result, "perhaps"))
                .as("whether the spring gives water is not on record")
                .isEqualTo("reach_not_proven");
        assertThat(status(result, "bare")).isEqualTo("none_fit");
        assertThat(status(result, "far")).isEqualTo("no_source_in_reach");
    }

    /** One person resident of three registered counts as one; where nobody is on record the owner's households do, each of 2 on average. */
    @Test
    void whoSharesASourceIsOnRecordElseReportedAndEachHasItsColumn() {
        TestRegion region = new TestRegion()
                .add(LayerKind.WATER_FACILITY, "used", TestRegion.point(0, 0), reported(spring(1), 50))
                .add(LayerKind.WATER_FACILITY, "told", TestRegion.point(0, 10_000), reported(spring(1), 10))
                .household(
                        "a",
                        10,
                        0,
                        "people_resident",
                        1,
                        "people_registered",
                        3,
                        "water_connection",
                        "carried",
                        "water_source_code",
                        "used")
                .household(
                        "b", 20, 0, "people_registered", 3, "water_connection", "piped", "water_source_code", "used");
        ResultTable source = run(region).table("source");
        int used = source.rowOf("used");
        assertThat(source.numbers("households_on_record").get(used)).isEqualTo(2);
        assertThat(source.numbers("people_on_record").get(used)).isEqualTo(4);
        assertThat(source.numbers("people_reported").get(used)).isEqualTo(100);
        assertThat(source.numbers("people_sharing").get(used)).isEqualTo(4);
        assertThat(source.numbers("litres_dry_season").get(used)).isCloseTo(1000 / 1.12 / 4, within(1e-9));
        int told = source.rowOf("told");
        assertThat(source.numbers("people_on_record").get(told)).isZero();
        assertThat(source.numbers("people_sharing").get(told)).isEqualTo(20);
        assertThat(source.numbers("litres_dry_season").get(told)).isCloseTo(1000 / 1.12 / 20, within(1e-9));
    }

    private static Object[] reported(Object[] spring, int households) {
        Object[] all = java.util.Arrays.copyOf(spring, spring.length + 2);
        all[spring.length] = "households_reported";
        all[spring.length + 1] = households;
        return all;
    }

    @Test
    void theNearerSpringIsTakenWhereBothHaveWater() {
        TestRegion region = new TestRegion()
                .add(LayerKind.WATER_FACILITY, "far", TestRegion.point(700, 0), spring(5))
                .add(LayerKind.WATER_FACILITY, "near", TestRegion.point(0, 0), spring(5))
                .household("h", 100, 0, house(2));
        ResultTable table = run(region).table("household");
        assertThat(table.text("source_code").get(0)).isEqualTo("near");
        assertThat(table.numbers("round_trip_min").get(0)).isCloseTo(2 * 100 * 0.9 / 60, within(1e-9));
    }

    @Test
    void moreYieldOrAnotherSpringNeverServesFewer() {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 40; round++) {
            double[] yields = random.doubles(3, 0, 1).toArray();
            double before = served(seed + round, yields);
            yields[random.nextInt(3)] += 0.3;
            double more = served(seed + round, yields);
            assertThat(more).as("seed %d, round %d", seed, round).isGreaterThanOrEqualTo(before);
        }
    }

    private static double served(long seed, double[] yields) {
        SplittableRandom random = new SplittableRandom(seed);
        TestRegion region = new TestRegion();
        for (int s = 0; s < yields.length; s++) {
            region.add(
                    LayerKind.WATER_FACILITY,
                    "s" + s,
                    TestRegion.point(random.nextInt(1000), random.nextInt(1000)),
                    spring(yields[s]));
        }
        for (int h = 0; h < 15; h++) {
            region.household("h" + h, random.nextInt(1000), random.nextInt(1000), house(1 + random.nextInt(6)));
        }
        ResultTable total = run(region).table("total");
        assertThat(total.codesOf("people_proven").code(0)).isEqualTo("yes");
        return total.numbers("people_assigned").get(0);
    }

    private static Object[] spring(double yieldM3) {
        return new Object[] {
            "kind", "spring", "working", "yes", "elevation_m", 1040, "dry_season_yield_m3_per_day", yieldM3
        };
    }

    private static Object[] house(int people, Object... more) {
        Object[] house = {"people_resident", people, "elevation_m", 1000, "water_connection", "carried"};
        Object[] all = java.util.Arrays.copyOf(house, house.length + more.length);
        System.arraycopy(more, 0, all, house.length, more.length);
        return all;
    }

    private static String status(AnalysisResult result, String household) {
        ResultTable table = result.table("household");
        return table.codesOf("status").code(table.rowOf(household));
    }

    private static AnalysisResult run(TestRegion region) {
        return new SourceAssignment().run(Assessment.of(region.build(), TestReference.reference(Map.of())));
    }
}
