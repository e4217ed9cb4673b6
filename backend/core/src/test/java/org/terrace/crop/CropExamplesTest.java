package org.terrace.crop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.terrace.DataFolder;
import org.terrace.standard.Document;
import org.terrace.standard.Tree;

/** Executes the example sites of every file in {@code data/crops}. */
class CropExamplesTest {
    private static final LandRating RATING = new LandRating(LandLaw.of(DataFolder.standard("cn-national")));

    @TestFactory
    List<DynamicTest> everyExampleSiteGetsItsClass() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Document file : DataFolder.documents("crops")) {
            Crop crop = Crop.parse(file);
            List<Tree> examples = file.tree().get("examples").items();
            assertThat(examples).as("%s shows at least two sites", file.name()).hasSizeGreaterThan(1);
            for (Tree example : examples) {
                tests.add(DynamicTest.dynamicTest(crop.id() + ": " + example.text("says"), () -> check(crop, example)));
            }
        }
        return tests;
    }

    private static void check(Crop crop, Tree example) {
        Tree at = example.get("at");
        LandUnit site = new LandUnit(
                at.number("altitude_m"),
                at.number("mean_annual_temperature_c", Double.NaN),
                at.number("slope_deg", Double.NaN),
                at.number("soil_ph", Double.NaN),
                at.number("soil_depth_cm", Double.NaN),
                at.text("land_class", ""),
                at.text("tobacco_contract", ""));
        LandRating.Rating rating = RATING.rate(crop, site);
        Tree expect = example.get("expect");
        assertThat(rating.result().code() + " by " + rating.limiting().code())
                .isEqualTo(expect.text("class") + " by " + expect.text("limiting"));
    }

    /** The means in the examples are those of the county seat of Shimian, 16.9 degrees at 875 m, 0.60 per 100 m; 0.06 for rounding. */
    @Test
    void theExamplesTemperaturesAreThoseOfTheirAltitude() {
        Climate shimian = Climate.of(DataFolder.standard("cn-sichuan")).orElseThrow();
        for (Document file : DataFolder.documents("crops")) {
            for (Tree example : file.tree().get("examples").items()) {
                Tree at = example.get("at");
                double stated = at.number("mean_annual_temperature_c", Double.NaN);
                if (!Double.isNaN(stated)) {
                    assertThat(shimian.meanC(at.number("altitude_m")))
                            .as("%s: %s", file.name(), example.text("says"))
                            .isCloseTo(stated, org.assertj.core.data.Offset.offset(0.06));
                }
            }
        }
    }

    @Test
    void everyCropNamesItselfInTwoLanguagesAndLatin() {
        for (Document file : DataFolder.documents("crops")) {
            assertThat(file.tree().get("names").keys()).as(file.name()).contains("en", "zh-CN", "latin");
        }
    }
}
