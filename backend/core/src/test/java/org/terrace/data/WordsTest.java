package org.terrace.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.terrace.DataFolder;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.ClassScheme;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.FieldSpec;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.TableSpec;
import org.terrace.catalogue.Catalogue;
import org.terrace.region.Attribute;
import org.terrace.region.LayerKind;
import org.terrace.standard.Document;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Tree;

/** The dictionaries are complete in both languages, and everything that the core shows has its words. */
class WordsTest {
    private static final Words EN = Words.of("en");
    private static final Words ZH = Words.of("zh-CN");
    private static final ReferenceData REFERENCE = DataFolder.reference("sample-county");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*\\}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(ZH.all().keySet())
                .containsExactlyInAnyOrderElementsOf(EN.all().keySet());
    }

    @Test
    void noKeyStandsInTwoFiles() {
        assertThat(EN.twice()).isEmpty();
        assertThat(ZH.twice()).isEmpty();
    }

    @Test
    void bothLanguagesUseTheSamePlaceholders() {
        EN.all()
                .forEach((key, text) -> assertThat(placeholders(ZH.all().getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(placeholders(text)));
    }

    @Test
    void noChineseIsLeftInTheEnglishWords() {
        // The product's Chinese name stands in both, and a language is called by its own name.
        EN.all().forEach((key, text) -> {
            if (!key.toLowerCase(java.util.Locale.ROOT).contains("lang")) {
                assertThat(CHINESE.matcher(text).find()).as("%s: %s", key, text).isFalse();
            }
        });
    }

    @Test
    void everyClassHasItsLabelAndItsNote() {
        List<String> missing = new ArrayList<>();
        for (ClassScheme scheme :
                ClassScheme.parseAll(DataFolder.tree("class-schemes.yaml")).values()) {
            for (String code : scheme.codes()) {
                need(missing, "class." + scheme.id() + "." + code);
            }
        }
        assertThat(missing).isEmpty();
    }

    /** Analyses whose reasons stand in bars and lists of the map, as labels without numbers. */
    private static final Set<String> LABELLED =
            Set.of("road.access", "water.access", "power.voltage", "water.projects");

    @Test
    void everyColumnFieldLinkAndReasonHasItsWords() {
        Set<String> missing = new TreeSet<>();
        for (Analysis analysis : Catalogue.analyses()) {
            need(missing, "analysis." + analysis.id());
            Outputs outputs = analysis.outputs(REFERENCE);
            for (TableSpec table : outputs.tables()) {
                boolean layer = LayerKind.byId(table.featureKind()).isPresent();
                need(missing, (layer ? "layer." : "map.layer.") + table.featureKind());
                for (ColumnSpec column : table.columns()) {
                    need(missing, "column." + column.id());
                    if (column.type() == ColumnSpec.Type.REASON) {
                        column.codes().forEach(code -> need(missing, "reason." + analysis.id() + "." + code));
                        if (LABELLED.contains(analysis.id())) {
                            column.codes().forEach(code -> need(missing, "map.why." + analysis.id() + "." + code));
                        }
                    }
                    if (!column.unit().isEmpty()) {
                        need(missing, "unit." + column.unit());
                    }
                }
            }
            for (FieldSpec field : outputs.fields()) {
                need(missing, "layer." + field.id());
            }
            for (LinkSpec link : outputs.links()) {
                need(missing, "link." + link.id());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyLayerAttributeAndCodeHasItsWords() {
        Set<String> missing = new TreeSet<>();
        for (LayerKind layer : LayerKind.values()) {
            need(missing, "layer." + layer.id());
            for (Attribute attribute : layer.attributes()) {
                need(missing, "attribute." + attribute.name());
                for (String code : attribute.codes()) {
                    need(missing, "code." + layer.id() + "." + attribute.name() + "." + code);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyThresholdHasItsName() {
        Set<String> missing = new TreeSet<>();
        for (Document file : DataFolder.documents("standards")) {
            need(missing, "standard." + file.id() + ".name");
            DataFolder.standard(file.id()).thresholds().forEach(t -> {
                need(missing, "threshold." + t.name());
                texts(t.value()).forEach(code -> need(missing, "value." + t.name() + "." + code));
            });
        }
        assertThat(missing).isEmpty();
    }

    /** A rule's value where it is a code, or a list of codes. */
    private static List<String> texts(Tree value) {
        List<Tree> all = value.isList() ? value.items() : List.of(value);
        return all.stream()
                .filter(one -> !one.isMap())
                .map(Tree::toString)
                .filter(text -> text.matches("[a-z][a-z_]*"))
                .toList();
    }

    @Test
    void everyCropAndIndustryIsCalledAsInItsFile() {
        for (String kind : List.of("crop", "industry")) {
            for (Document file : DataFolder.documents(kind.equals("crop") ? "crops" : "industries")) {
                String key = kind + "." + file.id();
                assertThat(EN.all().get(key))
                        .as(key)
                        .isEqualTo(file.tree().get("names").text("en"));
                assertThat(ZH.all().get(key))
                        .as(key)
                        .isEqualTo(file.tree().get("names").text("zh-CN"));
            }
        }
    }

    private static void need(java.util.Collection<String> missing, String key) {
        if (!EN.has(key)) {
            missing.add(key);
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** Facts come one by one and in the order of their names: none may lean on the sentence before it. */
    @Test
    void everyFactSaysOfWhomItSpeaks() {
        EN.all().forEach((key, text) -> {
            if (key.startsWith("fact.")) {
                assertThat(text).as(key).doesNotContain(" them").doesNotStartWith("Their ");
                assertThat(ZH.all().get(key)).as(key).doesNotStartWith("其");
            }
        });
    }
}
