package org.terrace.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.terrace.DataFolder;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.ClassScheme;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.FieldSpec;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.TableSpec;
import org.terrace.catalogue.Catalogue;
import org.terrace.region.Attribute;
import org.terrace.region.LayerKind;

/** The class schemes of {@code data/class-schemes.yaml} against what the analyses and layers declare, and against the eye. */
class ClassSchemesTest {
    private static final Map<String, ClassScheme> SCHEMES = ClassScheme.parseAll(DataFolder.tree("class-schemes.yaml"));

    @TestFactory
    List<DynamicTest> everyClassColumnAndFieldHasItsSchemeInTheSameOrder() {
        Map<String, List<String>> declared = new LinkedHashMap<>();
        for (Analysis analysis : Catalogue.analyses()) {
            Outputs outputs = analysis.outputs(DataFolder.reference("cn-sichuan"));
            for (TableSpec table : outputs.tables()) {
                for (ColumnSpec column : table.columns()) {
                    if (column.type() == ColumnSpec.Type.CLASS) {
                        declared.put(column.scheme(), column.codes());
                    }
                }
            }
            for (FieldSpec field : outputs.fields()) {
                if (!field.scheme().isEmpty()) {
                    declared.put(field.scheme(), field.codes());
                }
            }
        }
        List<DynamicTest> tests = new ArrayList<>();
        declared.forEach((scheme, codes) -> tests.add(DynamicTest.dynamicTest(scheme, () -> {
            assertThat(SCHEMES).containsKey(scheme);
            assertThat(SCHEMES.get(scheme).codes()).isEqualTo(codes);
        })));
        return tests;
    }

    @Test
    void schemesOfAttributesHaveTheAttributesCodes() {
        assertThat(codes("water_facility_kind")).isEqualTo(codes(LayerKind.WATER_FACILITY, "kind"));
        assertThat(codes("power_facility_kind")).isEqualTo(codes(LayerKind.POWER_FACILITY, "kind"));
        assertThat(codes("power_line_kind")).isEqualTo(codes(LayerKind.POWER_LINE, "kind"));
        assertThat(codes("road_segment_surface")).isEqualTo(codes(LayerKind.ROAD_SEGMENT, "surface"));
        assertThat(codes("land_class")).isEqualTo(codes(LayerKind.PLOT, "land_class"));
        assertThat(codes("house_status")).isEqualTo(codes(LayerKind.HOUSEHOLD, "house_status"));
        assertThat(codes("yes_no")).isEqualTo(codes(LayerKind.HOUSEHOLD, "relocated"));
    }

    /** A code called unknown is flagged so, and nothing else that counts as served is. */
    @Test
    void unknownIsFlaggedInEveryScheme() {
        SCHEMES.values()
                .forEach(scheme -> scheme.entries().stream()
                        .filter(e -> e.code().equals("unknown"))
                        .forEach(e -> assertThat(e.unknown()).as(scheme.id()).isTrue()));
    }

    /**
     * Two codes of a scheme that a reader with protan or deutan vision may take for each other (nearer than 10 in CIE Lab, about
     * four times what can just be told apart side by side) differ in their symbol.
     */
    @TestFactory
    List<DynamicTest> whatLooksAlikeToAColourBlindReaderDiffersInItsSymbol() {
        List<DynamicTest> tests = new ArrayList<>();
        for (ClassScheme scheme : SCHEMES.values()) {
            tests.add(DynamicTest.dynamicTest(scheme.id(), () -> {
                List<ClassScheme.Entry> entries = scheme.entries();
                for (int i = 0; i < entries.size(); i++) {
                    for (int j = 0; j < i; j++) {
                        ClassScheme.Entry a = entries.get(i);
                        ClassScheme.Entry b = entries.get(j);
                        double apart = Math.min(
                                ColourVision.apart(a.colour(), b.colour(), ColourVision.PROTAN),
                                ColourVision.apart(a.colour(), b.colour(), ColourVision.DEUTAN));
                        if (apart < 10) {
                            assertThat(a.symbol())
                                    .as("%s and %s are only %.1f apart", a.code(), b.code(), apart)
                                    .isNotEqualTo(b.symbol());
                        }
                    }
                }
            }));
        }
        return tests;
    }

    @Test
    void theFourVerdictsAreToldApartByColourAndBySymbol() {
        List<ClassScheme.Entry> verdicts = SCHEMES.get("verdict").entries();
        assertThat(verdicts.stream().map(ClassScheme.Entry::symbol)).doesNotHaveDuplicates();
        for (int i = 0; i < verdicts.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(ColourVision.apart(
                                verdicts.get(i).colour(), verdicts.get(j).colour(), ColourVision.DEUTAN))
                        .as(verdicts.get(i).code() + " and " + verdicts.get(j).code())
                        .isGreaterThan(15);
            }
        }
    }

    private static List<String> codes(String scheme) {
        return SCHEMES.get(scheme).codes();
    }

    private static List<String> codes(LayerKind kind, String attribute) {
        return kind.findAttribute(attribute).map(Attribute::codes).orElseThrow();
    }
}
