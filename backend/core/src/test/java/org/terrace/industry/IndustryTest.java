package org.terrace.industry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.terrace.standard.Document;
import org.terrace.standard.Tree;

class IndustryTest {

    @Test
    void anIncomeClaimAboveTheGuardIsRefusedWithItsPath() {
        assertThatThrownBy(() -> industry("gross_yuan_per_mu", Map.of("from", 10_000, "to", 400_000)))
                .hasMessageContaining("industries/test.yaml: gross_yuan_per_mu")
                .hasMessageContaining("400000")
                .hasMessageContaining("rejected_claims");
    }

    @Test
    void aPriceWithoutAYearIsRefusedWithItsRow() {
        assertThatThrownBy(() -> industry("prices", List.of(Map.of("yuan_per_kg", 6, "place", "Shimian"))))
                .hasMessageContaining("prices[0]")
                .hasMessageContaining("year is missing");
    }

    @Test
    void aPriceWithoutAPlaceIsRefused() {
        assertThatThrownBy(() -> industry("prices", List.of(Map.of("yuan_per_kg", 6, "year", 2024))))
                .hasMessageContaining("place is missing");
    }

    @Test
    void anInvertedRangeIsRefused() {
        assertThatThrownBy(() -> industry("needs", Map.of("labour_days_per_mu", Map.of("from", 25, "to", 20))))
                .hasMessageContaining("labour_days_per_mu is inverted");
    }

    @Test
    void anAssessedIndustryNeedsACrop() {
        Map<String, Object> tree = good();
        tree.remove("crop");
        assertThatThrownBy(() -> parse(tree)).hasMessageContaining("crop is missing");
    }

    @Test
    void whatIsNotAssessedSaysWhy() {
        assertThatThrownBy(() -> industry("assessed", false)).hasMessageContaining("why_not is missing");
    }

    @Test
    void whatIsNotNeededIsNaN() {
        Industry industry = parse(good());
        assertThat(industry.roadM()).isNaN();
        assertThat(industry.areaMu()).isNaN();
        assertThat(industry.needsVoltage()).isFalse();
    }

    private static Industry industry(String key, Object value) {
        Map<String, Object> tree = good();
        tree.put(key, value);
        return parse(tree);
    }

    private static Industry parse(Map<String, Object> tree) {
        return Industry.parse(new Document("industries/test.yaml", "", Tree.of("industries/test.yaml", tree)), 30_000);
    }

    private static Map<String, Object> good() {
        Map<String, Object> tree = new HashMap<>();
        tree.put("kind", "crop");
        tree.put("assessed", true);
        tree.put("crop", "loquat");
        tree.put("prices", List.of());
        return tree;
    }
}
