package org.terrace.industry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.terrace.DataFolder;
import org.terrace.TestRegion;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.ResultTable;
import org.terrace.catalogue.Catalogue;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.standard.ReferenceData;

/** Households on a slope above a county road along y = 0; heights are on record, station 16.9 degrees at 875 m. */
class IndustryMatchTest {
    private static final ReferenceData REFERENCE = DataFolder.reference("cn-sichuan");

    /**
     * 1,000 m: 16.15 degrees, loquat S1. Two mu of orchard, 60 m from the road, two who can work: fits. Konjac is S1 there too and
     * earns in year 2.
     */
    @Test
    void anOrchardBesideTheRoadFits() {
        ResultTable table = match(county(60, 2, 1000, 2, "house_status", "lived_in"));
        assertThat(why(table, "loquat")).isEqualTo("suitable fits");
        assertThat(table.text("ranking").get(0))
                .startsWith("konjac,konjac_white,huangguogan,loquat,")
                .endsWith(",chicken");
    }

    /** The same orchard 700 m up: only the road is missing, for loquat (100 m) and for huangguogan and tea (500 m). */
    @Test
    void anIndustryThatFailsOnlyForTheRoadIsCountedAsHeldBackByIt() {
        ResultTable table = match(county(700, 2, 1000, 2));
        assertThat(why(table, "loquat")).isEqualTo("rejected road_too_far");
        assertThat(why(table, "huangguogan")).isEqualTo("rejected road_too_far");
        assertThat(why(table, "walnut")).isEqualTo("suitable marginal_land");
        assertThat(table.numbers("held_back_by_road").get(0)).isGreaterThanOrEqualTo(3);
    }

    /** 0.4 mu is less than the half mu that an orchard needs. */
    @Test
    void tooSmallAPlotIsRejected() {
        assertThat(why(match(county(60, 0.4, 1000, 2)), "loquat")).isEqualTo("rejected too_little_land");
    }

    @Test
    void noLabourRejectsAndUnknownLabourIsAskedFor() {
        assertThat(why(match(county(60, 2, 1000, 0)), "loquat")).isEqualTo("rejected no_labour");
        assertThat(why(match(county(60, 2, 1000, Double.NaN)), "loquat")).isEqualTo("conditional labour_not_known");
    }

    @Test
    void anUnmeasuredVoltageMakesADryerConditional() {
        assertThat(why(match(county(60, 2, 1000, 2)), "green_pepper")).isEqualTo("conditional voltage_not_known");
    }

    @Test
    void anEmptyHouseIsNotMatched() {
        assertThat(why(match(county(60, 2, 1000, 2, "house_status", "empty")), "goat"))
                .isEqualTo("not_assessed nobody_lives_here");
    }

    /** No layer tells of pasture or nectar: the altitude suits, and the forage has to be looked at. */
    @Test
    void animalsThatForageAreConditional() {
        assertThat(why(match(county(60, 2, 1000, 2)), "goat")).isEqualTo("conditional forage_not_known");
    }

    @Test
    void wageWorkIsListedAndNeverMatched() {
        assertThat(why(match(county(60, 2, 1000, 2)), "wage_work")).isEqualTo("not_assessed no_located_requirements");
    }

    /** Without plots on record the class comes from the house's height, and the plots are asked for. */
    @Test
    void withoutPlotsNothingThatNeedsLandIsSuitable() {
        Region region = road().household("H", 0, 60, "elevation_m", 1000, "labour_force", 2)
                .build();
        ResultTable table = match(region);
        assertThat(why(table, "loquat")).isEqualTo("conditional plots_not_known");
        assertThat(why(table, "chicken")).isEqualTo("suitable fits");
    }

    @Test
    void theExplanationNamesEveryReasonNotOnlyTheDecisiveOne() {
        Region region = county(700, 0.4, 1000, 0);
        Map<String, AnalysisResult> results = run(region);
        Explanation explanation = new IndustryMatch()
                .explain(
                        Assessment.of(region, REFERENCE).withInputs(results),
                        results.get(IndustryMatch.ID),
                        "household",
                        "H");
        List<String> loquat = explanation.steps().stream()
                .filter(s -> "loquat".equals(s.texts().get("industry")))
                .map(Explanation.Step::key)
                .toList();
        assertThat(loquat)
                .containsExactly(
                        "industry.match.step_no_labour",
                        "industry.match.step_too_little_land",
                        "industry.match.step_road_too_far");
    }

    private static String why(ResultTable table, String industry) {
        return table.codesOf("match_" + industry).code(0) + " "
                + table.codesOf("reason_" + industry).code(0);
    }

    private static Region county(double roadM, double areaMu, double elevationM, double labour, Object... more) {
        Object[] attributes = new Object[2 + (Double.isNaN(labour) ? 0 : 2) + more.length];
        attributes[0] = "elevation_m";
        attributes[1] = elevationM;
        if (!Double.isNaN(labour)) {
            attributes[2] = "labour_force";
            attributes[3] = labour;
        }
        System.arraycopy(more, 0, attributes, attributes.length - more.length, more.length);
        return road().household("H", 0, roadM, attributes)
                .add(
                        LayerKind.PLOT,
                        "P",
                        TestRegion.point(10, roadM),
                        "household_code",
                        "H",
                        "area_mu",
                        areaMu,
                        "land_class",
                        "orchard",
                        "elevation_m",
                        elevationM,
                        "slope_deg",
                        10)
                .build();
    }

    private static TestRegion road() {
        return new TestRegion().road("R", "LINESTRING (-5000 0, 5000 0)", "county", "asphalt");
    }

    private static ResultTable match(Region region) {
        return run(region).get(IndustryMatch.ID).table("household");
    }

    private static Map<String, AnalysisResult> run(Region region) {
        Map<String, AnalysisResult> results = new LinkedHashMap<>();
        for (Analysis analysis : Catalogue.analyses()) {
            results.put(
                    analysis.id(), analysis.run(Assessment.of(region, REFERENCE).withInputs(results)));
        }
        return results;
    }
}
