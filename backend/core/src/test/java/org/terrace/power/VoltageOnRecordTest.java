package org.terrace.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.terrace.TestReference;
import org.terrace.TestRegion;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.Verdict;
import org.terrace.region.LayerKind;

class VoltageOnRecordTest {

    @Test
    void theLegalBandOf220VoltsIs198To235Point4() {
        assertJudged(198.0, Verdict.SERVED, "measured_within_limits");
        assertJudged(197.9, Verdict.UNSERVED, "measured_too_low");
        assertJudged(235.4, Verdict.SERVED, "measured_within_limits");
        assertJudged(235.5, Verdict.UNSERVED, "measured_too_high");
    }

    @Test
    void theSupplyRadiusIsAScreenAndNeverAVerdict() {
        TestRegion region = transformer().household("near", 300, 0).household("far", 900, 0);
        ResultTable table = run(region);
        int near = table.rowOf("near");
        int far = table.rowOf("far");
        assertThat(table.codesOf("radius_screen").code(near)).isEqualTo("within_radius");
        assertThat(table.codesOf("radius_screen").code(far)).isEqualTo("beyond_radius");
        assertThat(table.verdict("verdict", near)).isEqualTo(Verdict.UNKNOWN);
        assertThat(table.verdict("verdict", far)).isEqualTo(Verdict.UNKNOWN);
        assertThat(table.numbers("transformer_distance_m").get(far)).isCloseTo(900, within(1e-9));
    }

    @Test
    void theTransformerOnRecordWinsOverTheNearest() {
        TestRegion region = transformer()
                .add(LayerKind.POWER_FACILITY, "t2", TestRegion.point(900, 0), "kind", "transformer")
                .household("h", 300, 0, "transformer_code", "t2");
        assertThat(run(region).text("transformer_code").get(0)).isEqualTo("t2");
    }

    @Test
    void aHouseholdWithoutPowerOnRecordIsUnserved() {
        ResultTable table = run(transformer().household("h", 1, 0, "declared_power", "no"));
        assertThat(table.codesOf("reason").code(0)).isEqualTo("no_power_on_record");
        assertThat(table.verdict("verdict", 0)).isEqualTo(Verdict.UNSERVED);
    }

    private static TestRegion transformer() {
        return new TestRegion()
                .add(LayerKind.POWER_FACILITY, "t1", TestRegion.point(0, 0), "kind", "transformer", "kva", 50);
    }

    private static void assertJudged(double volts, Verdict verdict, String reason) {
        ResultTable table = run(new TestRegion().household("h", 0, 0, "measured_voltage_v", volts));
        assertThat(table.verdict("verdict", 0)).as("%.1f V", volts).isEqualTo(verdict);
        assertThat(table.codesOf("reason").code(0)).isEqualTo(reason);
    }

    private static ResultTable run(TestRegion region) {
        return new VoltageOnRecord()
                .run(Assessment.of(region.build(), TestReference.reference()))
                .table("household");
    }
}
