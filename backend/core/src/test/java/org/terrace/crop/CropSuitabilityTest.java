package org.terrace.crop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.terrace.DataFolder;
import org.terrace.TestRegion;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.Field;
import org.terrace.analysis.ResultTable;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.standard.ReferenceData;

/**
 * A slope that rises 30 m per 100 m cell to the north (16.7 degrees), 900 m at the southern row's centre: cells of 100 m, 5 columns,
 * 40 rows, so the row that is k cells from the south stands at 900 + 30 k.
 */
class CropSuitabilityTest {
    private static final ReferenceData REFERENCE = DataFolder.reference("cn-sichuan");

    private static ElevationGrid slope() {
        float[] metres = new float[5 * 40];
        for (int row = 0; row < 40; row++) {
            for (int column = 0; column < 5; column++) {
                metres[row * 5 + column] = 900 + 30 * (39 - row);
            }
        }
        return new ElevationGrid(new GridFrame(0, 4000, 100, 100, 5, 40), metres);
    }

    /** At y = 1050 the row 10 from the south: 1,200 m; 16.9 - 0.6 x 3.25 = 14.95 degrees; atan(0.3) = 16.7 degrees. */
    @Test
    void aPlotTakesHeightAndSlopeFromTheElevationModel() {
        Region region = new TestRegion()
                .elevation(slope())
                .add(LayerKind.PLOT, "P", TestRegion.point(250, 1050), "land_class", "orchard")
                .build();
        ResultTable plots = run(region).table("plot");
        assertThat(plots.numbers("elevation_m").get(0)).isCloseTo(1200, within(1e-3));
        assertThat(plots.numbers("slope_deg").get(0)).isCloseTo(16.70, within(0.01));
        assertThat(plots.numbers("mean_temperature_c").get(0)).isCloseTo(14.95, within(1e-6));
        assertThat(plots.codesOf("zone").code(0)).isEqualTo("valley");
        assertThat(plots.codesOf("reason").code(0)).isEqualTo("soil_not_checked");
        // Loquat: 1,200 m S1, 14.95 degrees S2, 16.7 degrees of slope S2: temperature is named first.
        assertThat(plots.codesOf("class_loquat").code(0)).isEqualTo("S2");
        assertThat(plots.codesOf("limiting_loquat").code(0)).isEqualTo("temperature");
    }

    @Test
    void theRecordedHeightWinsOverTheModel() {
        Region region = new TestRegion()
                .elevation(slope())
                .add(LayerKind.PLOT, "P", TestRegion.point(250, 1050), "elevation_m", 1900, "slope_deg", 5)
                .build();
        assertThat(run(region).table("plot").codesOf("zone").code(0)).isEqualTo("high_half_mountain");
    }

    @Test
    void withoutElevationNothingIsRatedAndTheReasonSaysSo() {
        Region region = new TestRegion()
                .add(LayerKind.PLOT, "P", TestRegion.point(250, 1050), "land_class", "orchard", "household_code", "H")
                .household("H", 250, 1050)
                .build();
        AnalysisResult result = run(region);
        assertThat(result.table("plot").codesOf("best_class").code(0)).isEqualTo("unknown");
        assertThat(result.table("plot").codesOf("reason").code(0)).isEqualTo("no_elevation");
        assertThat(result.table("household").codesOf("zone").code(0)).isEqualTo("unknown");
        assertThat(result.table("household").codesOf("reason").code(0)).isEqualTo("no_elevation");
        assertThat(result.link("household_zone").size()).isZero();
    }

    /** Two plots: 1,200 m on basic farmland (no loquat by law), and 1,000 m of orchard (S1): the household's class is the better. */
    @Test
    void aHouseholdHasTheBestClassOfItsPlots() {
        Region region = new TestRegion()
                .elevation(slope())
                .household("H", 250, 1650)
                .add(
                        LayerKind.PLOT,
                        "P1",
                        TestRegion.point(250, 1050),
                        "land_class",
                        "basic_farmland",
                        "household_code",
                        "H")
                .add(
                        LayerKind.PLOT,
                        "P2",
                        TestRegion.point(250, 1050),
                        "land_class",
                        "orchard",
                        "household_code",
                        "H",
                        "elevation_m",
                        1000,
                        "slope_deg",
                        10)
                .build();
        AnalysisResult result = run(region);
        assertThat(result.table("plot").codesOf("class_loquat").code(0)).isEqualTo("N");
        assertThat(result.table("plot").codesOf("limiting_loquat").code(0)).isEqualTo("law_basic_farmland");
        ResultTable households = result.table("household");
        assertThat(households.codesOf("class_loquat").code(0)).isEqualTo("S1");
        assertThat(households.numbers("plots").get(0)).isEqualTo(2);
        assertThat(households.codesOf("reason").code(0)).isEqualTo("from_plots");
        // The explanation is that of the plot which gave the class.
        assertThat(new CropSuitability()
                        .explain(Assessment.of(region, REFERENCE), result, "household", "H").steps().stream()
                                .filter(step -> "loquat".equals(step.texts().get("crop")))
                                .map(step -> step.texts().get("plot") + " "
                                        + step.texts().get("class")))
                .containsExactly("P2 S1");
        // The house: y = 1650 is 16 cells up, 900 + 480 = 1,380 m.
        assertThat(result.link("household_zone").to()).containsExactly("half_mountain");
        assertThat(result.link("household_zone").value()[0]).isCloseTo(1380, within(1e-3));
    }

    @Test
    void aHouseholdWithoutPlotsIsRatedAtItsHouseAndTheReasonSaysSo() {
        Region region =
                new TestRegion().elevation(slope()).household("H", 250, 1050).build();
        ResultTable households = run(region).table("household");
        assertThat(households.codesOf("reason").code(0)).isEqualTo("rated_at_house");
        assertThat(households.codesOf("class_goat").code(0)).isEqualTo("S1");
        assertThat(households.codesOf("class_yak").code(0)).isEqualTo("N");
    }

    /**
     * The house is known to 500 m around y = 1650 (1,380 m): it may stand at 1,230 to 1,530 m, so in the valley or in the half-mountain,
     * and the zone is not said. Maize (S2 to 2,200 m) holds over the whole circle; konjac (S2 to 1,500 m, S3 above) does not.
     */
    @Test
    void aHouseKnownOnlyToItsGroupGetsOnlyWhatHoldsForTheWholeCircle() {
        Region region = new TestRegion()
                .elevation(slope())
                .household("H", 250, 1650, "position_error_m", 500, "position_source", "group_centre")
                .build();
        AnalysisResult result = run(region);
        ResultTable households = result.table("household");
        assertThat(households.codesOf("zone").code(0)).isEqualTo("unknown");
        assertThat(households.codesOf("reason").code(0)).isEqualTo("position_vague");
        assertThat(households.numbers("elevation_m").get(0)).isNaN();
        assertThat(households.codesOf("class_maize").code(0)).isEqualTo("S2");
        assertThat(households.codesOf("class_konjac").code(0)).isEqualTo("unknown");
        assertThat(result.link("household_zone").size()).isZero();
        Explanation.Step step = new CropSuitability()
                .explain(Assessment.of(region, REFERENCE), result, "household", "H")
                .steps()
                .get(0);
        assertThat(step.key()).isEqualTo("crop.suitability.step_position_vague");
        assertThat(step.numbers().get("lowest_m")).isCloseTo(1230, within(0.1));
        assertThat(step.numbers().get("highest_m")).isCloseTo(1530, within(0.1));
    }

    /** 1,300 m is row 13.3 from the south: rows up to 13 (1,290 m) are valley, row 14 (1,320 m) is half-mountain. */
    @Test
    void theZoneFieldFollowsTheElevationModel() {
        Region region = new TestRegion().elevation(slope()).build();
        AnalysisResult result = run(region);
        Field zones = new CropSuitability().field(Assessment.of(region, REFERENCE), result, "altitude_zone");
        assertThat(zones.at(250, 1350)).isEqualTo(0);
        assertThat(zones.at(250, 1450)).isEqualTo(1);
    }

    @Test
    void theSuitabilityFieldIsComputedOnDemand() {
        Region region = new TestRegion().elevation(slope()).build();
        Field field =
                new CropSuitability().field(Assessment.of(region, REFERENCE), run(region), "suitability_red_pepper");
        // Row 33 from the south: 1,890 m, 10.8 degrees: S1.
        assertThat(field.spec().codes().get((int) field.at(250, 3350))).isEqualTo("S1");
        // Row 2: 960 m, too low.
        assertThat(field.spec().codes().get((int) field.at(250, 250))).isEqualTo("N");
    }

    @Test
    void theExplanationShowsTheTemperatureAndEveryCrop() {
        Region region = new TestRegion()
                .elevation(slope())
                .add(LayerKind.PLOT, "P", TestRegion.point(250, 1050), "land_class", "basic_farmland")
                .build();
        Explanation explanation =
                new CropSuitability().explain(Assessment.of(region, REFERENCE), run(region), "plot", "P");
        assertThat(explanation.steps().get(0).key()).isEqualTo("crop.suitability.step_temperature");
        Explanation.Step loquat = explanation.steps().stream()
                .filter(s -> "loquat".equals(s.texts().get("crop")))
                .findFirst()
                .orElseThrow();
        assertThat(loquat.texts()).containsEntry("class", "N").containsEntry("natural_class", "S2");
        assertThat(loquat.thresholds()).containsExactly("land.trees_on_basic_farmland");
    }

    private static AnalysisResult run(Region region) {
        return new CropSuitability().run(Assessment.of(region, REFERENCE));
    }
}
