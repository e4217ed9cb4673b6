package org.terrace.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.terrace.TestReference;
import org.terrace.TestRegion;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;
import org.terrace.region.LayerKind;
import org.terrace.water.scheme.WaterPipes;

/** 50 people on an intake; 1.5 m3 a day leave each of them 26.8 L at the tap, below the 35 L of a water-rich area. Heights are surveyed. */
class SourcesInSeriesTest {
    private static final double LITRES_OF_1_5_M3 = 1500 / 1.12 / 50;

    @Test
    void aLineInTwoFeaturesIsTheSameLine() {
        assertLitres(LITRES_OF_1_5_M3, "fails", two(1.5, 1100, 1.5, 1050).add(LayerKind.PIPE, "p", line("0 0, 200 0")));
        assertLitres(
                LITRES_OF_1_5_M3,
                "fails",
                two(1.5, 1100, 1.5, 1050)
                        .add(LayerKind.PIPE, "p", line("0 0, 100 0"))
                        .add(LayerKind.PIPE, "q", line("200 0, 100 0")));
    }

    @Test
    void waterRunsDownHoweverThePipeIsDrawn() {
        assertLitres(LITRES_OF_1_5_M3, "fails", two(5, 1100, 1.5, 1050).add(LayerKind.PIPE, "p", line("0 0, 200 0")));
        assertLitres(LITRES_OF_1_5_M3, "fails", two(5, 1100, 1.5, 1050).add(LayerKind.PIPE, "p", line("200 0, 0 0")));
        // The intake above the spring: what was measured at the spring holds both.
        assertLitres(5000 / 1.12 / 50, "meets", two(5, 1050, 1.5, 1100).add(LayerKind.PIPE, "p", line("0 0, 200 0")));
    }

    @Test
    void aTankBetweenBothIsNoEnd() {
        assertLitres(LITRES_OF_1_5_M3, "fails", withTank(1070));
        assertLitres(6500 / 1.12 / 50, "meets", withTank(1020));
    }

    private static TestRegion withTank(double level) {
        return two(5, 1100, 1.5, 1050)
                .add(
                        LayerKind.WATER_FACILITY,
                        "tank",
                        TestRegion.point(100, 0),
                        "kind",
                        "tank",
                        "working",
                        "yes",
                        "elevation_m",
                        level)
                .add(LayerKind.PIPE, "p", line("0 0, 100 0"))
                .add(LayerKind.PIPE, "q", line("100 0, 200 0"));
    }

    @Test
    void whereNoHeightTellsWhichIsAboveTheLesserCountsAndTheRestIsOpen() {
        TestRegion region = two(5, Double.NaN, 1.5, Double.NaN).add(LayerKind.PIPE, "p", line("0 0, 200 0"));
        ResultTable table = run(region);
        assertThat(table.numbers("litres_dry_season").get(0)).isCloseTo(LITRES_OF_1_5_M3, within(1e-9));
        assertThat(table.codesOf("quantity").code(0)).isEqualTo("unknown");
        assertLitres(
                LITRES_OF_1_5_M3,
                "fails",
                two(1.5, Double.NaN, 1.5, Double.NaN).add(LayerKind.PIPE, "p", line("0 0, 200 0")));
        assertLitres(
                LITRES_OF_1_5_M3,
                "fails",
                two(1.6, Double.NaN, 1.5, Double.NaN).add(LayerKind.PIPE, "p", line("0 0, 200 0")));
    }

    /** Where a branch leaves below both, what the better one gives comes to it in any case: a further spring takes nothing away. */
    @Test
    void twoSpringsThatMeetBelowGiveAtLeastWhatTheBetterOneDoes() {
        TestRegion region = two(5, 1100, 1.5, 1050)
                .elevation(low())
                .add(LayerKind.PIPE, "p", line("0 0, 100 0, 200 0"))
                .add(LayerKind.PIPE, "q", line("100 0, 100 100"));
        assertLitres(5000 / 1.12 / 50, "meets", region);
    }

    private static ElevationGrid low() {
        GridFrame frame = new GridFrame(-105, 315, 30, 30, 20, 20);
        float[] heights = new float[frame.cells()];
        Arrays.fill(heights, 1000);
        return new ElevationGrid(frame, heights);
    }

    private static TestRegion two(double spring, double springM, double intake, double intakeM) {
        return new TestRegion()
                .add(LayerKind.WATER_FACILITY, "spring", TestRegion.point(0, 0), works("spring", spring, springM))
                .add(LayerKind.WATER_FACILITY, "intake", TestRegion.point(200, 0), works("intake", intake, intakeM))
                .household("h", 210, 0, "elevation_m", 1000, "water_source_code", "intake", "people_resident", 50);
    }

    private static Object[] works(String kind, double yield, double height) {
        return Double.isNaN(height)
                ? new Object[] {"kind", kind, "working", "yes", "dry_season_yield_m3_per_day", yield}
                : new Object[] {
                    "kind", kind, "working", "yes", "dry_season_yield_m3_per_day", yield, "elevation_m", height
                };
    }

    private static Geometry line(String points) {
        return TestRegion.wkt("LINESTRING (" + points + ")");
    }

    private static void assertLitres(double litres, String quantity, TestRegion region) {
        ResultTable table = run(region);
        assertThat(table.numbers("litres_dry_season").get(0)).isCloseTo(litres, within(1e-9));
        assertThat(table.codesOf("quantity").code(0)).isEqualTo(quantity);
    }

    private static ResultTable run(TestRegion region) {
        Assessment plain = Assessment.of(region.build(), TestReference.reference(Map.of()));
        return new WaterAccess()
                .run(plain.withInputs(Map.of(WaterPipes.ID, new WaterPipes().run(plain))))
                .table("household");
    }
}
