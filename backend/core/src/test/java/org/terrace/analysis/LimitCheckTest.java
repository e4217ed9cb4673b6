package org.terrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitCheckTest {

    @Test
    void aValueOnTheLimitKeepsItAndTheErrorMayFlipOnlyWhatItReaches() {
        // Limit 100, error 10: up to 90 whatever the error, up to 110 perhaps.
        assertThat(LimitCheck.atMost(90, 10, 100)).isEqualTo(LimitCheck.KEPT);
        assertThat(LimitCheck.atMost(90.5, 10, 100)).isEqualTo(LimitCheck.ERROR_CAN_FLIP);
        assertThat(LimitCheck.atMost(110, 10, 100)).isEqualTo(LimitCheck.ERROR_CAN_FLIP);
        assertThat(LimitCheck.atMost(110.5, 10, 100)).isEqualTo(LimitCheck.BROKEN);
    }

    @Test
    void aLowerLimitIsTheMirrorImage() {
        assertThat(LimitCheck.atLeast(110, 10, 100)).isEqualTo(LimitCheck.KEPT);
        assertThat(LimitCheck.atLeast(90, 10, 100)).isEqualTo(LimitCheck.ERROR_CAN_FLIP);
        assertThat(LimitCheck.atLeast(89.5, 10, 100)).isEqualTo(LimitCheck.BROKEN);
        assertThat(LimitCheck.atLeast(100, 0, 100)).isEqualTo(LimitCheck.KEPT);
    }

    @Test
    void whatIsNotMeasuredIsUnknownAndNeverKept() {
        assertThat(LimitCheck.atMost(Double.NaN, 0, 100)).isEqualTo(LimitCheck.UNKNOWN);
        assertThat(LimitCheck.atLeast(Double.NaN, 0, 100).canBeKept()).isFalse();
        assertThat(LimitCheck.UNKNOWN.verdict()).isEqualTo(Verdict.UNKNOWN);
    }
}
