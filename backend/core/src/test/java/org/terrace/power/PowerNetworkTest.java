package org.terrace.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrace.TestReference;
import org.terrace.TestRegion;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.ResultTable;
import org.terrace.region.LayerKind;

/** A transformer at the origin with one line of 600 m to the east, of which the first 300 m are on record. */
class PowerNetworkTest {
    private static TestRegion region() {
        return new TestRegion()
                .add(
                        LayerKind.POWER_FACILITY,
                        "t",
                        TestRegion.point(0, 0),
                        "kind",
                        "transformer",
                        "name",
                        "Upper village",
                        "kva",
                        50)
                .add(
                        LayerKind.POWER_LINE,
                        "a",
                        TestRegion.wkt("LINESTRING (0 0, 300 0)"),
                        "kind",
                        "low_voltage",
                        "conductor",
                        "JKLYJ-35",
                        "phases",
                        3)
                .add(
                        LayerKind.POWER_LINE,
                        "b",
                        TestRegion.wkt("LINESTRING (300 0, 600 0)"),
                        "kind",
                        "low_voltage",
                        "phases",
                        1,
                        "phase",
                        "c")
                .add(LayerKind.POWER_LINE, "k", TestRegion.wkt("LINESTRING (0 0, 0 900)"), "kind", "kv10")
                .household("g", 200, 30)
                .household("h", 500, 100)
                .household("i", 500, 900)
                .household("j", 0, 0, "house_status", "empty");
    }

    private static final Assessment ASSESSMENT = Assessment.of(region().build(), TestReference.reference());

    private static AnalysisResult result() {
        return new PowerNetwork().run(ASSESSMENT);
    }

    @Test
    void everyHouseholdIsToldHowItHangsOnTheNetwork() {
        ResultTable table = result().table("household");
        assertThat(table.codesOf("attachment").code(0)).isEqualTo("drawn");
        assertThat(table.numbers("wire_m").get(0)).isEqualTo(200);
        assertThat(table.numbers("drop_m").get(0)).isEqualTo(30);
        assertThat(table.numbers("feeder").get(0)).isEqualTo(1);
        assertThat(table.text("section_code").get(0)).isEqualTo("a@0");
        assertThat(table.codesOf("area_uncertain").code(0)).isEqualTo("no");
        assertThat(table.codesOf("attachment").code(1)).isEqualTo("assumed_drop");
        assertThat(table.codesOf("reason").code(1)).isEqualTo("nearest_line_assumed_drop");
        assertThat(table.numbers("wire_m").get(1)).isEqualTo(600);
        assertThat(table.text("section_code").get(1)).isEqualTo("h:drop");
        assertThat(table.codesOf("attachment").code(2)).isEqualTo("nothing");
        assertThat(table.numbers("wire_m").isAbsent(2)).isTrue();
        assertThat(table.codesOf("attachment").code(3)).isEqualTo("not_a_customer");
        assertThat(result().link("household_feeding").value()).containsExactly(230, 600);
    }

    @Test
    void sectionsEndWhereSomebodyHangsOnThem() {
        ResultTable table = result().table("section");
        assertThat(table.codes()).containsExactly("a@0", "a@200", "b@0", "b@200", "h:drop");
        assertThat(table.numbers("customers").values()).containsExactly(2, 1, 1, 0, 1);
        assertThat(table.numbers("wire_m").values()).containsExactly(200, 300, 500, 600, 600);
        assertThat(table.numbers("phases").get(2)).isEqualTo(1);
        assertThat(table.codesOf("phase").code(2)).isEqualTo("c");
        assertThat(List.of(0, 2, 4).stream()
                        .map(r -> table.codesOf("conductor_source").code(r)))
                .containsExactly("recorded", "assumed", "assumed");
        assertThat(table.codesOf("on_ground").code(0)).as("no elevation model").isEqualTo("no");
    }

    @Test
    void transformersAndLinesHaveTheirSums() {
        AnalysisResult result = result();
        ResultTable transformers = result.table("transformer");
        assertThat(transformers.codes()).containsExactly("t");
        assertThat(transformers.numbers("customers").get(0)).isEqualTo(2);
        assertThat(transformers.numbers("customers_assumed_drop").get(0)).isEqualTo(1);
        assertThat(transformers.numbers("line_km").get(0)).isEqualTo(0.6);
        assertThat(transformers.numbers("conductor_known_percent").get(0)).isCloseTo(50, within(1e-9));
        assertThat(transformers.numbers("farthest_m").get(0)).isEqualTo(600);
        assertThat(transformers.text("farthest_code").get(0)).isEqualTo("h");
        assertThat(transformers.codesOf("radius_screen").code(0)).isEqualTo("beyond_radius");
        ResultTable lines = result.table("power_line");
        assertThat(List.of(0, 1, 2).stream()
                        .map(r -> lines.codesOf("line_supply").code(r)))
                .containsExactly("fed", "fed", "higher_voltage");
        assertThat(lines.text("transformer_code").get(1)).isEqualTo("t");
        assertThat(result.facts()).containsEntry("low_voltage_km", 0.6).containsEntry("low_voltage_unfed_km", 0.0);
        assertThat(result.table("fault").size()).isZero();
    }

    @Test
    void faultsHaveCodesOfTheirOwnAndAPlace() {
        ResultTable faults = new PowerNetwork()
                .run(Assessment.of(
                        region().add(
                                        LayerKind.POWER_LINE,
                                        "z",
                                        TestRegion.wkt("LINESTRING (500 8, 500 50)"),
                                        "kind",
                                        "low_voltage")
                                .build(),
                        TestReference.reference()))
                .table("fault");
        assertThat(faults.codes()).containsExactly("fed_by_nobody:z", "near_miss:z:b");
        assertThat(faults.numbers("gap_m").get(1)).isEqualTo(8);
        assertThat(faults.numbers("east_m").get(1)).isEqualTo(500);
        assertThat(faults.numbers("north_m").get(1)).isEqualTo(8);
        assertThat(faults.numbers("length_m").get(0)).isEqualTo(42);
    }

    @Test
    void theExplanationFollowsTheWireGroupByGroup() {
        Explanation explanation = new PowerNetwork().explain(ASSESSMENT, result(), "household", "h");
        assertThat(explanation.steps().stream().map(Explanation.Step::key))
                .containsExactly(
                        "power.network.step_assumed_drop",
                        "power.network.step_line_unknown_phases",
                        "power.network.step_line_phases",
                        "power.network.step_transformer");
        assertThat(explanation.steps().get(2).numbers()).containsEntry("length_m", 300.0);
        assertThat(explanation.steps().get(2).texts()).containsEntry("conductor", "JKLYJ-35");
        assertThat(explanation.steps().get(3).numbers()).containsEntry("wire_m", 600.0);
        assertThat(explanation.way())
                .extracting(Explanation.Stretch::kind)
                .containsExactly("assumed_drop", "power_line", "power_line");
        assertThat(explanation.way().get(2).line().toText()).isEqualTo("LINESTRING (300 0, 200 0, 0 0)");
        assertThat(explanation.way().get(2).alongM()).containsExactly(300, 400, 600);
        assertThat(explanation.drawing().orElseThrow().getLength()).isEqualTo(600);
        assertThat(new PowerNetwork().explain(ASSESSMENT, result(), "household", "i"))
                .isEqualTo(Explanation.NONE);
    }

    @Test
    void aShortDropIsTheFirstStep() {
        Explanation explanation = new PowerNetwork().explain(ASSESSMENT, result(), "household", "g");
        assertThat(explanation.steps().stream().map(Explanation.Step::key))
                .containsExactly(
                        "power.network.step_drop", "power.network.step_line_phases", "power.network.step_transformer");
        assertThat(explanation.steps().get(2).numbers()).containsEntry("wire_m", 230.0);
        assertThat(explanation.drawing().orElseThrow().getLength()).isEqualTo(230);
    }
}
