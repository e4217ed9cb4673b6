package org.terrace.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.terrace.TestReference;
import org.terrace.TestRegion;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.power.PowerVoltage;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.road.CommitteeAccess;
import org.terrace.road.RoadAccess;
import org.terrace.water.WaterAccess;
import org.terrace.water.scheme.WaterPipes;

/**
 * One township, two villages. The road runs along y = 0. Village A's committee stands on it (60 m), its three households live 100,
 * 900 and 1,000 m away; village B's committee is 700 m up, with one empty house at the road.
 */
class AreaSummaryTest {
    private static final Region REGION = new TestRegion()
            .road("r", "LINESTRING (0 0, 5000 0)", "county", "asphalt")
            .add(LayerKind.ADMIN_UNIT, "T", TestRegion.point(0, 0), "level", "township")
            .add(
                    LayerKind.ADMIN_UNIT,
                    "A",
                    TestRegion.point(1000, 60),
                    "level",
                    "village",
                    "parent_code",
                    "T",
                    "committee_road_reported",
                    "yes")
            .add(LayerKind.ADMIN_UNIT, "B", TestRegion.point(2000, 700), "level", "village", "parent_code", "T")
            .household(
                    "h1",
                    1000,
                    100,
                    "group_code",
                    "A",
                    "people_registered",
                    5,
                    "people_resident",
                    2,
                    "water_connection",
                    "piped",
                    "water_quality",
                    "passes",
                    "water_days_cut",
                    0,
                    "water_litres_per_person_day",
                    60)
            .household(
                    "h2", 1000, 900, "group_code", "A", "people_registered", 4, "people_resident", 4, "relocated", "no")
            .household("h3", 1000, 1000, "group_code", "A", "relocated", "yes", "measured_voltage_v", 180)
            .household("h4", 2000, 50, "group_code", "B", "house_status", "empty")
            .build();

    private final Map<String, AnalysisResult> results = run(REGION);

    private static Map<String, AnalysisResult> run(Region region) {
        Map<String, AnalysisResult> results = new LinkedHashMap<>();
        for (Analysis analysis : List.of(
                new RoadAccess(),
                new CommitteeAccess(),
                new WaterPipes(),
                new WaterAccess(),
                new PowerVoltage(),
                new HouseholdSummary(),
                new AreaSummary())) {
            Assessment given = Assessment.of(region, TestReference.reference()).withInputs(results);
            results.put(analysis.id(), analysis.run(given));
        }
        return results;
    }

    @Test
    void toTheCommitteeTheVillageIsConnectedWhileTwoOfItsThreeDoorsAreNot() {
        assertThat(number("village", "A", "committees_road_served")).isEqualTo(1);
        assertThat(number("village", "A", "committees_road_reported_yes")).isEqualTo(1);
        assertThat(number("village", "A", "households_of_served_committees")).isEqualTo(3);
        assertThat(number("village", "A", "road_served")).isEqualTo(1);
        assertThat(number("village", "A", "road_unserved")).isEqualTo(2);
    }

    @Test
    void peopleAreCountedRegisteredAndResident() {
        assertThat(number("county", "990001", "road_unserved_registered")).isEqualTo(4);
        assertThat(number("county", "990001", "people_registered")).isEqualTo(9);
        assertThat(number("county", "990001", "people_resident")).isEqualTo(6);
        assertThat(number("county", "990001", "households_without_registered_count"))
                .isEqualTo(1);
    }

    @Test
    void aHouseNotLivedInIsCountedApart() {
        assertThat(number("village", "B", "households")).isZero();
        assertThat(number("village", "B", "houses_not_lived_in")).isEqualTo(1);
        assertThat(number("township", "T", "households")).isEqualTo(3);
    }

    @Test
    void relocatedAndNotRelocatedAreToldApart() {
        assertThat(number("township", "T", "relocated_road_unserved")).isEqualTo(1);
        assertThat(number("township", "T", "not_relocated_road_unserved")).isEqualTo(1);
        assertThat(number("township", "T", "relocated") + number("township", "T", "not_relocated"))
                .as("h1 says neither")
                .isEqualTo(2);
    }

    @Test
    void whoBelongsToNoUnitHasARowOfItsOwnSoThatTheRowsAddUp() {
        Region stray = new TestRegion()
                .road("r", "LINESTRING (0 0, 5000 0)", "county", "asphalt")
                .add(LayerKind.ADMIN_UNIT, "T", TestRegion.point(0, 0), "level", "township")
                .household("in", 0, 0, "group_code", "T")
                .household("out", 0, 0, "group_code", "nowhere")
                .build();
        ResultTable townships = run(stray).get(AreaSummary.ID).table("township");
        assertThat(townships.codes()).containsExactly("T", org.terrace.region.AdminTree.UNASSIGNED);
        assertThat(townships.numbers("households").values()).containsExactly(1, 1);
    }

    @Test
    void unknownIsNeitherLackingNorServed() {
        ResultTable summary = results.get(HouseholdSummary.ID).table("household");
        // h1: road served, water piped, voltage not measured.
        assertThat(summary.codesOf("lacks").code(0)).isEqualTo("unknown");
        assertThat(summary.codesOf("lacks").code(1))
                .as("no water on record, not measured")
                .isEqualTo("road");
        assertThat(summary.codesOf("lacks").code(2)).isEqualTo("road_voltage");
        assertThat(number("county", "990001", "water_unknown")).isEqualTo(2);
    }

    @Test
    void everyCountedHouseholdHasExactlyOneVerdictPerNeed() {
        for (Need need : Need.ALL) {
            double sum = 0;
            for (String code : List.of("served", "borderline", "unserved", "unknown")) {
                sum += number("county", "990001", need.id() + "_" + code);
            }
            assertThat(sum).as(need.id()).isEqualTo(3);
        }
    }

    private double number(String level, String code, String column) {
        ResultTable table = results.get(AreaSummary.ID).table(level);
        return table.numbers(column).get(table.rowOf(code));
    }
}
