package org.terrace.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.terrace.TestReference;
import org.terrace.TestRegion;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Deadline;
import org.terrace.analysis.Derived;
import org.terrace.analysis.Progress;
import org.terrace.analysis.ResultTable;
import org.terrace.region.Change;
import org.terrace.region.Feature;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/** Works that somebody tries on the map: a line of 600 m with a house every 60 m, 20 A at the transformer. */
class TriedWorksTest {
    private static final PowerVoltage VOLTAGE = new PowerVoltage();

    @Test
    void voltsThatWereMeasuredBeforeTheWorksAreLeftAside() {
        Region now = street("peak_current_a", 20).build();
        assertThat(households(now).codesOf("voltage_basis").code(9)).isEqualTo("measured");
        Region then = tried(now, with(now, LayerKind.POWER_LINE, "l", Map.of("conductor", "JKLYJ-120")));
        ResultTable table = households(then);
        assertThat(table.codesOf("voltage_basis").code(9)).isEqualTo("computed");
        assertThat(table.numbers("voltage_v").get(8))
                .isGreaterThan(households(now).numbers("voltage_v").get(8) + 3);
    }

    @Test
    void aLoadThatWasCalibratedToThemStays() {
        TestRegion street = street("kva", 100);
        Region now = street.build();
        for (String house : List.of("h7", "h8")) {
            now = with(now, LayerKind.HOUSEHOLD, house, Map.of("measured_voltage_v", 205.0));
        }
        ResultTable before = households(now);
        assertThat(before.codesOf("load_source").code(0)).isEqualTo("measured_volts");
        Region then = tried(now, with(now, LayerKind.POWER_LINE, "other", Map.of("conductor", "JKLYJ-70")));
        then = tried(now, with(then, LayerKind.POWER_LINE, "l", Map.of("neutral_conductor", "JKLYJ-35")));
        ResultTable after = households(then);
        assertThat(after.codesOf("load_source").code(0)).isEqualTo("peak_current");
        // The wire is the same as before: so are the volts.
        assertThat(after.numbers("voltage_v").get(3))
                .isCloseTo(before.numbers("voltage_v").get(3), within(0.01));
    }

    /** 20 m beside the line at 480 m: what lies beyond 240 m is nearer to it. */
    @Test
    void aNewTransformerTakesOverWhatHangsNearerToIt() {
        Region now = street("peak_current_a", 20).build();
        Region then = tried(now, plus(now, "new", 480, 20));
        ResultTable table = households(then);
        for (int i = 0; i < 10; i++) {
            assertThat(table.text("transformer_code").get(i))
                    .as("house %d", i)
                    .isEqualTo(60 * (i + 1) > 240 ? "new" : "t");
        }
        assertThat(table.numbers("voltage_v").get(8))
                .isGreaterThan(households(now).numbers("voltage_v").get(8) + 3);
        ResultTable transformers = VOLTAGE.run(assessment(then)).table("transformer");
        assertThat(transformers.codesOf("load_source").code(transformers.rowOf("new")))
                .isEqualTo("peak_current");
        assertThat(transformers.numbers("customers").get(transformers.rowOf("new")))
                .isEqualTo(6);
    }

    @Test
    void aTransformerFarFromAnyLineTakesNothingOver() {
        Region now = street("peak_current_a", 20).build();
        Region then = plus(now, "new", 480, 900);
        assertThat(tried(now, then)).isSameAs(then);
    }

    /** Areas that are the very same are taken from the county as it is. */
    @Test
    void whatIsTriedComesOutAsIfAllWereComputedAnew() {
        Region now = street("peak_current_a", 20).build();
        for (Region edited : List.of(
                with(now, LayerKind.POWER_LINE, "l", Map.of("conductor", "JKLYJ-120", "phases", 1.0)),
                with(now, LayerKind.POWER_FACILITY, "t", Map.of("tap_percent", -5.0)),
                with(now, LayerKind.HOUSEHOLD, "h2", Map.of("machine_kw", 6.0)),
                plus(now, "new", 480, 20))) {
            Derived kept = new Derived();
            AnalysisResult before = VOLTAGE.run(assessment(now, kept));
            Region then = VOLTAGE.tried(assessment(now, kept), edited);
            assertThat(VOLTAGE.update(before, Change.between(now, then), assessment(then, new Derived(kept))))
                    .isEqualTo(VOLTAGE.run(assessment(then)));
        }
    }

    private static Assessment assessment(Region region, Derived derived) {
        return new Assessment(region, TestReference.reference(), Map.of(), derived, Progress.NONE, Deadline.NEVER);
    }

    private static TestRegion street(Object... transformer) {
        TestRegion region = new TestRegion()
                .add(
                        LayerKind.POWER_FACILITY,
                        "t",
                        TestRegion.point(0, 0),
                        "kind",
                        "transformer",
                        "tap_percent",
                        0,
                        transformer[0],
                        transformer[1])
                .add(LayerKind.POWER_LINE, "l", TestRegion.wkt("LINESTRING (0 0, 600 0)"), wire())
                .add(LayerKind.POWER_LINE, "other", TestRegion.wkt("LINESTRING (0 0, -300 0)"), wire());
        for (int i = 0; i < 9; i++) {
            region.household("h" + i, 60 * (i + 1), 0);
        }
        return region.household("h9", 600, 0, "measured_voltage_v", 203);
    }

    private static Object[] wire() {
        return new Object[] {"kind", "low_voltage", "phases", 3, "conductor", "JKLYJ-35", "transformer_code", "t"};
    }

    private static Region with(Region region, LayerKind kind, String code, Map<String, Object> changed) {
        FeatureTable table = region.table(kind);
        Feature was = table.feature(table.rowOf(code));
        Map<String, Object> values = new HashMap<>(was.values());
        values.putAll(changed);
        return region.with(table.with(List.of(new Feature(kind, code, values, was.geometry()))));
    }

    private static Region plus(Region region, String code, double x, double y) {
        return region.with(region.table(LayerKind.POWER_FACILITY)
                .with(List.of(new Feature(
                        LayerKind.POWER_FACILITY,
                        code,
                        Map.of("kind", "transformer", "kva", 50.0, "tap_percent", 0.0),
                        Optional.of(TestRegion.point(x, y))))));
    }

    private static Region tried(Region now, Region edited) {
        return VOLTAGE.tried(assessment(now), edited);
    }

    private static ResultTable households(Region region) {
        return VOLTAGE.run(assessment(region)).table("household");
    }

    private static Assessment assessment(Region region) {
        return Assessment.of(region, TestReference.reference());
    }
}
