package org.terrace.industry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.terrace.DataFolder;
import org.terrace.analysis.Verdict;
import org.terrace.standard.Document;
import org.terrace.standard.Tree;

/** Executes the examples of every file in {@code data/industries}. */
class IndustryExamplesTest {

    @TestFactory
    List<DynamicTest> everyExampleHouseholdIsMatchedAsTheFileSays() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Document file : DataFolder.documents("industries")) {
            Industry industry = Industry.parse(file, 30_000);
            List<Tree> examples = file.tree().get("examples").items();
            assertThat(examples).as(file.name()).isNotEmpty();
            for (Tree example : examples) {
                tests.add(DynamicTest.dynamicTest(industry.id() + ": " + example.text("says"), () -> {
                    Reason reason = Matching.decisive(Matching.reasons(industry, means(example.get("at"))));
                    Tree expect = example.get("expect");
                    assertThat(reason.match() + " because " + reason.code())
                            .isEqualTo(expect.text("match") + " because " + expect.text("reason"));
                }));
            }
        }
        return tests;
    }

    private static Means means(Tree at) {
        double road = at.number("road_m", Double.NaN);
        return new Means(
                at.text("class", ""),
                at.number("area_mu", Double.NaN),
                at.has("area_mu"),
                road,
                at.number("possible_road_m", road),
                at.number("road_error_m", 0),
                verdict(at.text("voltage", "unknown")),
                verdict(at.text("water", "unknown")),
                at.number("labour", Double.NaN),
                true);
    }

    private static Verdict verdict(String code) {
        return Verdict.values()[Verdict.CODES.indexOf(code)];
    }

    @TestFactory
    List<DynamicTest> everyAssessedIndustryHasARatedCrop() {
        List<String> crops =
                DataFolder.documents("crops").stream().map(Document::id).toList();
        return DataFolder.documents("industries").stream()
                .filter(f -> f.tree().get("assessed").flag())
                .map(f -> DynamicTest.dynamicTest(
                        f.id(), () -> assertThat(crops).contains(f.tree().text("crop"))))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyCropIsAnIndustry() {
        List<String> industries =
                DataFolder.documents("industries").stream().map(Document::id).toList();
        return DataFolder.documents("crops").stream()
                .map(f -> DynamicTest.dynamicTest(
                        f.id(), () -> assertThat(industries).contains(f.id())))
                .toList();
    }
}
