package org.terrace.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.terrace.DataFolder;
import org.terrace.standard.Document;
import org.terrace.standard.Tree;

/** The unit costs carry range, year and source, and reproduce the totals that the files state. */
class CostExamplesTest {

    @Test
    void everyCostHasAnOrderedRangeAYearAndASource() {
        for (Document file : DataFolder.documents("costs")) {
            Tree costs = file.tree().get("costs");
            for (String name : costs.keys()) {
                Tree cost = costs.get(name);
                assertThat(cost.number("low")).as(name).isLessThanOrEqualTo(cost.number("default"));
                assertThat(cost.number("default")).as(name).isLessThanOrEqualTo(cost.number("high"));
                assertThat(cost.number("price_year")).as(name).isBetween(1990.0, 2100.0);
                assertThat(cost.text("source")).as(name).isNotBlank();
                if (cost.text("confidence").equals("GK")) {
                    assertThat(cost.flag("default_to_confirm", false)).as(name).isTrue();
                }
            }
        }
    }

    @Test
    void theDefaultsReproduceTheStatedTotals() {
        for (Document file : DataFolder.documents("costs")) {
            for (Tree example : file.tree().get("examples").items()) {
                Tree quantities = example.get("quantities");
                double total = 0;
                for (String name : quantities.keys()) {
                    total += quantities.number(name)
                            * file.tree().get("costs").get(name).number("default");
                }
                assertThat(total)
                        .as(example.text("says"))
                        .isCloseTo(example.number("total_yuan"), withinPercentage(example.number("within_percent")));
            }
        }
    }
}
