package org.terrace.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.terrace.DataFolder;
import org.terrace.TestRegion;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.catalogue.Catalogue;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/** Executes the examples of every file in {@code data/standards} and checks what every threshold must carry. */
class StandardExamplesTest {

    @TestFactory
    List<DynamicTest> everyExampleHolds() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Document file : DataFolder.documents("standards")) {
            Standard standard = DataFolder.standard(file.id());
            List<Tree> examples = file.tree().get("examples").items();
            assertThat(examples).as(file.name()).isNotEmpty();
            for (Tree example : examples) {
                tests.add(DynamicTest.dynamicTest(file.id() + ": " + example.text("says"), () -> {
                    if (example.has("analysis")) {
                        checkAnalysis(standard, example);
                    } else {
                        checkLimits(file.id(), example);
                    }
                }));
            }
        }
        return tests;
    }

    private static void checkLimits(String standardId, Tree example) {
        Tree given = example.get("given");
        for (String name : given.keys()) {
            Tree entry = entry(standardId, name);
            double limit = entry.number("value");
            double value = given.number(name);
            boolean met = switch (entry.text("limit")) {
                case "max" -> value <= limit;
                case "min" -> value >= limit;
                default -> throw new IllegalArgumentException(entry.path() + ": limit is max or min");
            };
            assertThat(met ? "met" : "not_met")
                    .as("%s: %s against %s", name, value, limit)
                    .isEqualTo(example.get("expect").text(name));
        }
    }

    /** The entry in the file or in the files that it extends. */
    private static Tree entry(String standardId, String name) {
        Tree file = DataFolder.tree("standards/" + standardId + ".yaml");
        return file.get("thresholds").find(name).orElseGet(() -> entry(file.text("extends"), name));
    }

    private static void checkAnalysis(Standard standard, Tree example) {
        String id = example.text("analysis");
        Assessment scene =
                Assessment.of(scene(id, example.get("at")), new ReferenceData(standard, DataFolder.documents("grid")));
        Map<String, AnalysisResult> inputs = new HashMap<>();
        Catalogue.analysis(id)
                .needs()
                .forEach(need -> inputs.put(need, Catalogue.analysis(need).run(scene)));
        ResultTable table = Catalogue.analysis(id).run(scene.withInputs(inputs)).table("household");
        Tree expect = example.get("expect");
        for (String column : expect.keys()) {
            assertThat(table.codesOf(column).code(0)).as(column).isEqualTo(expect.text(column));
        }
    }

    /** One household, and what the example says of its surroundings. */
    private static Region scene(String analysis, Tree at) {
        Set<String> distances = Set.of("distance_m", "track", "horizontal_m", "vertical_m");
        List<Object> attributes = new ArrayList<>();
        for (String key : at.keys()) {
            if (!distances.contains(key)) {
                attributes.add(key);
                attributes.add(at.get(key).isNumber() ? (Object) at.number(key) : at.text(key));
            }
        }
        TestRegion region = new TestRegion();
        switch (analysis) {
            case "road.access" -> {
                if (at.text("track", "no").equals("yes")) {
                    region.road("T", "LINESTRING (0 0, 0 " + at.number("distance_m") + ")", "track", "earth");
                }
                region.road("R", "LINESTRING (-5000 0, 5000 0)", "county", "asphalt")
                        .household("H", 0, at.number("distance_m"), attributes.toArray());
            }
            case "water.access" -> {
                attributes.addAll(List.of("elevation_m", 1000.0));
                region.household("H", 0, 0, attributes.toArray())
                        .add(
                                LayerKind.WATER_FACILITY,
                                "W",
                                TestRegion.point(at.number("horizontal_m"), 0),
                                "kind",
                                "spring",
                                "working",
                                "yes",
                                "elevation_m",
                                1000 + at.number("vertical_m"));
            }
            default -> region.household("H", 0, 0, attributes.toArray());
        }
        return region.build();
    }

    @TestFactory
    List<DynamicTest> everyThresholdSaysWhereItComesFrom() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Document file : DataFolder.documents("standards")) {
            Tree thresholds = file.tree().get("thresholds");
            for (String name : thresholds.keys()) {
                tests.add(DynamicTest.dynamicTest(file.id() + ": " + name, () -> {
                    Tree entry = thresholds.get(name);
                    everyLanguageSaysIt(entry.get("source"));
                    entry.find("note").ifPresent(StandardExamplesTest::everyLanguageSaysIt);
                    if (!entry.get("clause").isMap()) {
                        assertThat(entry.text("clause"))
                                .as("a clause in words needs both languages")
                                .matches("[a-z0-9.]*");
                    } else {
                        everyLanguageSaysIt(entry.get("clause"));
                    }
                    assertThat(entry.text("date")).matches("\\d{4}-\\d{2}-\\d{2}");
                    assertThat(entry.has("unit") && entry.has("clause")).isTrue();
                    assertThat(entry.text("confidence")).isIn("H", "M", "L", "D", "GK");
                    if (entry.text("confidence").equals("GK")) {
                        assertThat(entry.flag("default_to_confirm", false))
                                .as("general knowledge is a default to confirm")
                                .isTrue();
                    }
                }));
            }
        }
        return tests;
    }

    /** Texts of a shipped file are in both languages, each in its own letters and with the same marks of sources. */
    private static void everyLanguageSaysIt(Tree text) {
        assertThat(text.isMap()).as("%s is in both languages", text.path()).isTrue();
        assertThat(text.keys()).as(text.path()).containsExactlyInAnyOrder("en", "zh-CN");
        assertThat(text.text("en")).as(text.path()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        assertThat(text.text("zh-CN")).as(text.path()).containsPattern("\\p{IsHan}");
        assertThat(marks(text.text("zh-CN"))).as(text.path()).isEqualTo(marks(text.text("en")));
    }

    private static List<String> marks(String text) {
        return Pattern.compile("\\[[A-Z]\\d+\\]")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyFileHasItsTextsInBothLanguages() {
        return DataFolder.documents("standards").stream()
                .map(file -> DynamicTest.dynamicTest(file.id(), () -> {
                    everyLanguageSaysIt(file.tree().get("title"));
                    file.tree()
                            .find("policy")
                            .flatMap(p -> p.find("note"))
                            .ifPresent(StandardExamplesTest::everyLanguageSaysIt);
                }))
                .toList();
    }

    @Test
    void aCountysOwnFileMaySayItInOneLanguage() {
        Tree file = Tree.of(
                "own.yaml",
                Map.of(
                        "thresholds",
                        Map.of(
                                "plain", Map.of("value", 1, "source", "县交通局", "confidence", "M"),
                                "english",
                                        Map.of("value", 1, "source", Map.of("en", "Road bureau"), "confidence", "M"))));
        Standard own = Standard.parse("own", file, id -> file);
        assertThat(own.threshold("plain").source().in("en")).isEqualTo("县交通局");
        assertThat(own.threshold("plain").source().in("zh-CN")).isEqualTo("县交通局");
        assertThat(own.threshold("plain").note().isEmpty()).isTrue();
        assertThat(own.threshold("english").source().in("zh-CN"))
                .as("better in a foreign language than not at all")
                .isEqualTo("Road bureau");
    }

    @TestFactory
    List<DynamicTest> noThresholdIsBothAValueAndAFolderOfOthers() {
        List<DynamicTest> tests = new ArrayList<>();
        Map<String, Threshold> all = new java.util.LinkedHashMap<>();
        DataFolder.documents("standards")
                .forEach(d -> DataFolder.standard(d.id()).thresholds().forEach(t -> all.put(t.name(), t)));
        for (String name : all.keySet()) {
            tests.add(DynamicTest.dynamicTest(
                    name,
                    () -> assertThat(all.keySet())
                            .as("words are nested by the dots")
                            .noneMatch(n -> n.startsWith(name + "."))));
        }
        return tests;
    }
}
