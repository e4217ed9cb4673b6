package org.terrace.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelTest {
    @Test
    void theLayerOnRecordDecides() {
        assertThat(Level.of(2, false, false)).isEqualTo(2);
        assertThat(Level.of(-1, true, false)).as("a bridge below another").isEqualTo(-1);
    }

    @Test
    void aBridgeIsAboveAndATunnelBelowTheGroundWhereNoLayerIsOnRecord() {
        for (double none : new double[] {Double.NaN, 0, -0.0}) {
            assertThat(Level.of(none, true, false)).isEqualTo(1);
            assertThat(Level.of(none, false, true)).isEqualTo(-1);
            assertThat(Level.of(none, false, false)).isZero();
        }
    }
}
