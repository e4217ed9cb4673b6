package org.terrace.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.terrace.TestReference;
import org.terrace.TestRegion;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.Verdict;
import org.terrace.region.LayerKind;
import org.terrace.water.scheme.WaterPipes;

/** A household carries water from works that it names; another spring, of which all is well, lies next to it. */
class WorksWithoutPlaceTest {
    private static final Object[] WORKING = {"kind", "spring", "working", "yes", "elevation_m", 1000};
    private static final Object[] HOUSE = {
        "elevation_m", 1000, "water_connection", "carried", "water_source_code", "w", "water_litres_per_person_day", 60
    };

    @Test
    void whatTheRecordTellsOfTheWaterStaysWhereTheWorksHaveNoPlace() {
        assertReason("quality_fails", unplaced(WORKING), "water_quality", "fails", "water_days_cut", 0);
        assertReason("cut_too_often", unplaced(WORKING), "water_quality", "passes", "water_days_cut", 60);
        assertReason("quality_fails", placed(WORKING), "water_quality", "fails", "water_days_cut", 0);
        assertReason("cut_too_often", placed(WORKING), "water_quality", "passes", "water_days_cut", 60);
    }

    @Test
    void howFarWorksWithoutAPlaceAreIsUnknownHoweverNearAnotherOneIs() {
        ResultTable table = run(unplaced(WORKING), "water_quality", "passes", "water_days_cut", 0);
        assertThat(table.codesOf("reason").code(0)).isEqualTo("source_has_no_position");
        assertThat(table.verdict("verdict", 0)).isEqualTo(Verdict.UNKNOWN);
        assertThat(table.codesOf("convenience").code(0)).isEqualTo("unknown");
        assertThat(table.codesOf("guarantee").code(0)).isEqualTo("meets");
        assertThat(table.text("source_code").get(0)).isEqualTo("w");
        assertThat(table.codesOf("source_basis").code(0)).isEqualTo("on_record");
        assertThat(table.codesOf("record_outdated").code(0)).isEqualTo("no");
    }

    @Test
    void ofWorksOutOfUseTheRecordIsOfAnotherDayAndIsCalledThat() {
        Object[] broken = {"kind", "spring", "working", "no", "elevation_m", 1000};
        for (TestRegion region : new TestRegion[] {unplaced(broken), placed(broken)}) {
            ResultTable table = run(region, "water_quality", "fails", "water_days_cut", 60);
            assertThat(table.codesOf("reason").code(0)).isEqualTo("quality_not_known");
            assertThat(table.codesOf("guarantee").code(0)).isEqualTo("unknown");
            assertThat(table.numbers("days_cut").get(0)).isEqualTo(60);
            assertThat(table.codesOf("record_outdated").code(0))
                    .as("why 60 days on record are not judged")
                    .isEqualTo("yes");
        }
    }

    private static TestRegion unplaced(Object... works) {
        return near().addWithoutGeometry(LayerKind.WATER_FACILITY, "w", works);
    }

    private static TestRegion placed(Object... works) {
        return near().add(LayerKind.WATER_FACILITY, "w", TestRegion.point(50, 0), works);
    }

    private static TestRegion near() {
        return new TestRegion().add(LayerKind.WATER_FACILITY, "near", TestRegion.point(0, 0), WORKING);
    }

    private static void assertReason(String reason, TestRegion region, Object... attributes) {
        ResultTable table = run(region, attributes);
        assertThat(table.codesOf("reason").code(0)).isEqualTo(reason);
        assertThat(table.verdict("verdict", 0)).isEqualTo(Verdict.UNSERVED);
    }

    private static ResultTable run(TestRegion region, Object... attributes) {
        Object[] house =
                Stream.concat(Arrays.stream(HOUSE), Arrays.stream(attributes)).toArray();
        Assessment plain =
                Assessment.of(region.household("h", 10, 0, house).build(), TestReference.reference(Map.of()));
        return new WaterAccess()
                .run(plain.withInputs(Map.of(WaterPipes.ID, new WaterPipes().run(plain))))
                .table("household");
    }
}
