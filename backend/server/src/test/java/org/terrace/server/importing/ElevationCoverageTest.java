package org.terrace.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.terrace.server.importing.ElevationCoverage.Share;

class ElevationCoverageTest {
    @Test
    void theShareIsRoundedDownAndNearlyAllIsToldToATenth() {
        assertThat(new Share(7_381, 7_383).percent()).isEqualTo("99.9"); // 99.97
        assertThat(new Share(991, 1_000).percent()).isEqualTo("99.1");
        assertThat(new Share(99, 100).percent()).isEqualTo("99");
        assertThat(new Share(2, 3).percent()).isEqualTo("66");
        assertThat(new Share(5, 5).percent()).isEqualTo("100");
        assertThat(new Share(0, 5).percent()).isEqualTo("0");
    }
}
