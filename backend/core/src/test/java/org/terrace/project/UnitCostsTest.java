package org.terrace.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.terrace.TestReference;
import org.terrace.standard.Document;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Tree;

class UnitCostsTest {
    private static final Map<String, Object> PIPE = Map.of(
            "unit",
            "yuan/m",
            "low",
            15,
            "default",
            22,
            "high",
            30,
            "price_year",
            2019,
            "upkeep_percent_per_year",
            2,
            "confidence",
            "GK");

    @Test
    void aLineHasTheRangeAndTheUpkeepOfItsQuantity() {
        // 1,000 m at 15, 22, 30 yuan; 2 % of 22,000 are 440 a year.
        CostLine line = costs(PIPE).cost("pipe").of(1_000);
        assertThat(line.yuan()).isEqualTo(new CostRange(15_000, 22_000, 30_000));
        assertThat(line.upkeepYuanPerYear().usualYuan()).isEqualTo(440);
        assertThat(line.unit()).isEqualTo("m");
        assertThat(costs(PIPE).cost("pipe").isDefaultToConfirm()).isTrue();
    }

    @Test
    void aRangeOutOfOrderAndAMissingCostAreNamed() {
        Map<String, Object> wrong = new java.util.HashMap<>(PIPE);
        wrong.put("low", 25);
        assertThatThrownBy(() -> costs(wrong)).hasMessageContaining("pipe").hasMessageContaining("25");
        assertThatThrownBy(() -> costs(PIPE).cost("tank")).hasMessageContaining("tank");
    }

    @Test
    void theShippedCostsAreRead() {
        assertThat(UnitCosts.of(TestReference.reference())
                        .cost("water.pe_32_mm_buried")
                        .yuan())
                .isEqualTo(new CostRange(15, 22, 30));
    }

    private static UnitCosts costs(Map<String, Object> pipe) {
        Tree tree = Tree.of("costs/test.yaml", Map.of("costs", Map.of("pipe", pipe)));
        return UnitCosts.of(new ReferenceData(
                TestReference.reference().standard(), List.of(new Document("costs/test.yaml", "", tree))));
    }
}
