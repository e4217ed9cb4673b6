package org.terrace.water.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.terrace.TestReference;
import org.terrace.TestRegion;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;
import org.terrace.region.LayerKind;

/**
 * A main of 1,000 m from an intake, 1,100 m high, over a shoulder at 1,090 m to a tank at 1,000 m; both surveyed. It could carry 4.6 L/s and
 * the head line would lie at 1,050 m half way; how much flows on to the tank is not known, and the taps draw next to nothing.
 */
class BetweenWorksTest {

    /** By the fall that the main could carry it would stand 35 m above the head line. */
    @Test
    void aTapOnAMainIsNotTooLowBecauseTheMainCouldCarryMore() {
        ResultTable tap = run(500, 1085).table("household");
        assertThat(tap.codesOf("tap").code(0)).isEqualTo("may_run_part_full");
        assertThat(tap.numbers("residual_head_m").isAbsent(0)).isTrue();
        assertThat(tap.numbers("static_head_m").get(0)).isEqualTo(15);
        assertThat(tap.numbers("head_if_full_m").get(0)).isCloseTo(15.0, within(0.05));
        // A tight pipe carries on where its head line lies 7 m below it, and no further: 1,083 m at the shoulder.
        assertThat(tap.numbers("head_at_least_m").get(0)).isCloseTo(-2.0, within(0.05));
    }

    @Test
    void whatIsEnoughAndTooLowEitherWayIsToldPlainly() {
        // 1,083 m, 10 m wrong, are 17 m above the house even so: two storeys need 12.
        ResultTable low = run(500, 1061, "storeys", 2).table("household");
        assertThat(low.codesOf("tap").code(0)).isEqualTo("may_run_part_full");
        assertThat(run(500, 1060).table("household").codesOf("tap").code(0)).isEqualTo("good");
        ResultTable high = run(500, 1098).table("household");
        assertThat(high.codesOf("tap").code(0)).isEqualTo("too_low");
        assertThat(high.numbers("head_if_full_m").get(0)).isCloseTo(2.0, within(0.05));
    }

    @Test
    void belowTheLowerWorksTheHeadIsThereHoweverFullTheMainRuns() {
        ResultTable tap = run(990, 970).table("household");
        assertThat(tap.numbers("head_at_least_m").get(0)).isCloseTo(30.0, within(1.0));
        assertThat(tap.codesOf("tap").code(0)).as("130 m from the intake").isEqualTo("too_high");
    }

    @Test
    void aMainInTwoFeaturesTellsItsCapacityAndNoFlow() {
        TestRegion region = works().add(LayerKind.PIPE, "a", TestRegion.wkt("LINESTRING (0 0, 600 0)"), PIPE)
                .add(LayerKind.PIPE, "b", TestRegion.wkt("LINESTRING (600 0, 1000 0)"), PIPE);
        ResultTable pipes = analyse(region).table("pipe");
        for (int p = 0; p < 2; p++) {
            assertThat(pipes.numbers("flow_l_per_s").isAbsent(p)).isTrue();
            assertThat(pipes.numbers("velocity_m_per_s").isAbsent(p)).isTrue();
            assertThat(pipes.numbers("capacity_l_per_s").get(p)).isCloseTo(4.6, within(0.1));
            assertThat(pipes.codesOf("head_band").code(p)).isEqualTo("unknown");
        }
    }

    private static final Object[] PIPE = {"material", "pe", "diameter_mm", 51.5};

    private static AnalysisResult run(double x, double height, Object... attributes) {
        Object[] house = {"elevation_m", height, "people_resident", 4, "water_connection", "piped"};
        return analyse(works().add(LayerKind.PIPE, "main", TestRegion.wkt("LINESTRING (0 0, 1000 0)"), PIPE)
                .household(
                        "h",
                        x,
                        0,
                        Stream.concat(Arrays.stream(house), Arrays.stream(attributes))
                                .toArray()));
    }

    private static TestRegion works() {
        GridFrame frame = new GridFrame(-105, 105, 30, 30, 45, 7);
        float[] heights = new float[frame.cells()];
        for (int i = 0; i < heights.length; i++) {
            double x = frame.centreX(i % frame.columns());
            heights[i] = x < 45 ? 1100 : x < 900 ? 1090 : 1000;
        }
        return new TestRegion()
                .elevation(new ElevationGrid(frame, heights))
                .add(LayerKind.WATER_FACILITY, "intake", TestRegion.point(0, 0), "kind", "intake", "elevation_m", 1100)
                .add(LayerKind.WATER_FACILITY, "tank", TestRegion.point(1000, 0), "kind", "tank", "elevation_m", 1000);
    }

    private static AnalysisResult analyse(TestRegion region) {
        return new WaterPipes().run(Assessment.of(region.build(), TestReference.reference(Map.of())));
    }
}
