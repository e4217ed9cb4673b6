package org.terrace.power.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrace.TestReference;
import org.terrace.TestRegion;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.power.PowerVoltage;
import org.terrace.project.Project;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/** A transformer at the origin and houses along wires to the east; its peak was read, so that the load is known within a tenth. */
class PowerProjectsTest {

    /** A little too low, the tap in its middle: two steps of 2.5 % are enough and cost a visit. */
    @Test
    void aTapIsTheCheapestWhereItIsEnough() {
        AnalysisResult result = run(line("JKLYJ-35", 1, 260, 16, "tap_percent", 0));
        ResultTable projects = result.table("project");
        assertThat(projects.codes()).containsExactly("power:t");
        assertThat(projects.text("measures").get(0)).isEqualTo("tap");
        assertThat(projects.numbers("cost_yuan").get(0)).isEqualTo(600);
        assertThat(projects.numbers("lowest_before_v").get(0)).isLessThan(198);
        assertThat(projects.numbers("lowest_after_v").get(0)).isGreaterThanOrEqualTo(198);
        assertThat(projects.numbers("households_gain").get(0)).isEqualTo(1);
    }

    /** The tap is up already: the line is rewired, and only as thick as it must be. */
    @Test
    void aThinLineIsRewiredWithTheThinnestWireThatIsEnough() {
        TestRegion region = line("JKLYJ-16", 1, 300, 16, "tap_percent", -2.5);
        AnalysisResult result = run(region);
        ResultTable projects = result.table("project");
        int whole = projects.rowOf("power:t");
        assertThat(projects.codesOf("kind").code(whole)).isEqualTo("whole_area");
        assertThat(projects.text("measures").get(whole)).isIn("rewire", "three_phases");
        assertThat(projects.numbers("lowest_after_v").get(whole)).isGreaterThanOrEqualTo(198);
        ResultTable measures = result.table("measure");
        assertThat(measures.numbers("length_m").get(0)).isCloseTo(300, within(1e-6));
        // Bill: 0.3 km of the wire that the measure names.
        ResultTable bill = result.table("cost_line");
        double sum = 0;
        for (int i = 0; i < bill.size(); i++) {
            sum += bill.text("project_code").get(i).equals("power:t")
                    ? bill.numbers("cost_yuan").get(i)
                    : 0;
        }
        assertThat(sum).isEqualTo(projects.numbers("cost_yuan").get(whole));
    }

    @Test
    void whatIsPromisedIsFoundAgainWhenTheCountyIsBuilt() {
        for (TestRegion region : List.of(
                line("JKLYJ-35", 1, 260, 16, "tap_percent", 0), line("JKLYJ-16", 1, 300, 16, "tap_percent", -2.5))) {
            Region now = region.build();
            Assessment assessment = Assessment.of(now, TestReference.reference());
            for (Project project : new PowerProposer().propose(assessment)) {
                if (project.code().equals("power:t")) {
                    Region built = project.apply(now);
                    ResultTable households = new PowerVoltage()
                            .run(Assessment.of(built, TestReference.reference()))
                            .table("household");
                    assertThat(households.numbers("unfavourable_v").get(0))
                            .isCloseTo(project.gains().get(0).amount(), within(0.01));
                    assertThat(households.codesOf("reason").code(0)).isEqualTo("computed_within_limits");
                }
            }
        }
    }

    /** Thirty houses 1.5 km away, 10 kV along the way: no wire is thick enough, a transformer at their middle is. */
    @Test
    void aHamletFarAwayGetsATransformerOfItsOwn() {
        TestRegion region = transformer("peak_current_a", 60, "tap_percent", -5)
                .elevation(flat())
                .add(LayerKind.POWER_LINE, "mv", TestRegion.wkt("LINESTRING (-900 300, 1500 300)"), "kind", "kv10")
                .add(
                        LayerKind.POWER_LINE,
                        "l",
                        TestRegion.wkt("LINESTRING (0 0, 1500 0)"),
                        "kind",
                        "low_voltage",
                        "phases",
                        3,
                        "conductor",
                        "JKLYJ-25");
        for (int i = 0; i < 30; i++) {
            region.household("h" + (10 + i), 1_400 + 3 * i, 0);
        }
        AnalysisResult result = run(region);
        ResultTable projects = result.table("project");
        int whole = projects.rowOf("power:t");
        assertThat(projects.codesOf("kind").code(whole)).isEqualTo("whole_area");
        assertThat(projects.text("measures").get(whole)).contains("new_transformer");
        assertThat(projects.numbers("kv10_m").get(whole)).isBetween(250.0, 420.0);
        assertThat(projects.numbers("lowest_after_v").get(whole)).isGreaterThanOrEqualTo(198);
        assertThat(projects.numbers("households_gain").get(whole)).isEqualTo(30);
    }

    @Test
    void whereEverybodyIsInsideNothingIsProposed() {
        assertThat(run(line("JKLYJ-70", 1, 100, 10, "tap_percent", 0))
                        .table("project")
                        .size())
                .isZero();
    }

    @Test
    void anEstimatedNetworkIsToBeDrawnFirst() {
        ResultTable projects = run(transformer("peak_current_a", 60, "tap_percent", 0)
                        .household("h", 700, 0))
                .table("project");
        assertThat(projects.codesOf("reason").code(0)).isEqualTo("draw_the_lines_first");
        assertThat(projects.codesOf("kind").code(0)).isEqualTo("none");
    }

    @Test
    void anOverloadedTransformerIsExchanged() {
        ResultTable projects =
                run(line("JKLYJ-120", 3, 30, 160, "tap_percent", 0)).table("project");
        assertThat(projects.text("measures").get(0)).contains("larger_transformer");
        assertThat(projects.numbers("loading_after_percent").get(0)).isLessThanOrEqualTo(100);
    }

    private static TestRegion line(String wire, int phases, double metres, double ampere, Object... transformer) {
        List<Object> attributes = new ArrayList<>(List.of("peak_current_a", ampere));
        attributes.addAll(Arrays.asList(transformer));
        return transformer(attributes.toArray())
                .add(
                        LayerKind.POWER_LINE,
                        "l",
                        TestRegion.wkt("LINESTRING (0 0, " + metres + " 0)"),
                        "kind",
                        "low_voltage",
                        "phases",
                        phases,
                        "conductor",
                        wire)
                .household("h", metres, 0);
    }

    private static TestRegion transformer(Object... more) {
        List<Object> attributes = new ArrayList<>(List.of("kind", "transformer", "kva", 100));
        attributes.addAll(Arrays.asList(more));
        return new TestRegion().add(LayerKind.POWER_FACILITY, "t", TestRegion.point(0, 0), attributes.toArray());
    }

    private static ElevationGrid flat() {
        GridFrame frame = new GridFrame(-1_200, 1_200, 30, 30, 120, 80);
        float[] heights = new float[frame.cells()];
        Arrays.fill(heights, 1_000);
        return new ElevationGrid(frame, heights);
    }

    private static AnalysisResult run(TestRegion region) {
        return new PowerProjects().run(Assessment.of(region.build(), TestReference.reference()));
    }
}
