package org.terrace.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AssignmentProblemTest {
    private final AssignmentProblem.Builder builder = AssignmentProblem.builder();

    @Test
    void refusesWhatMeansNothingAndNamesIt() {
        assertThatThrownBy(() -> builder.source(-5)).hasMessageContaining("source 0: capacity -5");
        builder.source(100);
        assertThatThrownBy(() -> builder.reachedFrom(0, 1)).hasMessageContaining("Maybe none was added before");
        assertThatThrownBy(() -> builder.household(0, 60)).hasMessageContaining("household 0: people 0.0");
        assertThatThrownBy(() -> builder.household(Double.NaN, 60)).hasMessageContaining("people NaN");
        assertThatThrownBy(() -> builder.household(1, 0)).hasMessageContaining("demand 0");
        builder.household(1, 60);
        assertThatThrownBy(() -> builder.reachedFrom(1, 1)).hasMessageContaining("source 1 is not one of the 1");
        assertThatThrownBy(() -> builder.reachedFrom(0, -1)).hasMessageContaining("household 0 at source 0: cost -1.0");
        builder.reachedFrom(0, 1);
        assertThatThrownBy(() -> builder.reachedFrom(0, 2)).hasMessageContaining("source 0 twice");
    }

    @Test
    void keepsPairsByRisingSourceWhateverTheirOrder() {
        builder.source(1);
        builder.source(2);
        builder.household(1, 60);
        builder.reachedFrom(1, 11).reachedFrom(0, 10);
        AssignmentProblem problem = builder.build();
        assertThat(problem.cost(0, 0)).isEqualTo(10);
        assertThat(problem.cost(0, 1)).isEqualTo(11);
        assertThat(problem.source).containsExactly(0, 1);
    }
}
