package org.terrace.analysis;

/**
 * How a measured value, known up to an error, stands to a limit. A value on the limit keeps it.
 *
 * <p>Where nothing else is asked of a household, this is its verdict.
 */
public enum LimitCheck {
    /** Whatever the error. */
    KEPT(Verdict.SERVED),
    /** The error decides. */
    ERROR_CAN_FLIP(Verdict.BORDERLINE),
    /** Whatever the error. */
    BROKEN(Verdict.UNSERVED),
    /** The value is NaN. */
    UNKNOWN(Verdict.UNKNOWN);

    private final Verdict verdict;

    LimitCheck(Verdict verdict) {
        this.verdict = verdict;
    }

    /** A value that may not exceed the limit; all three in one unit, the error not negative. */
    public static LimitCheck atMost(double value, double error, double limit) {
        if (Double.isNaN(value)) {
            return UNKNOWN;
        }
        return value + error <= limit ? KEPT : value - error <= limit ? ERROR_CAN_FLIP : BROKEN;
    }

    /** A value that may not fall below the limit. */
    public static LimitCheck atLeast(double value, double error, double limit) {
        return atMost(-value, error, -limit);
    }

    /** True for {@link #KEPT} and {@link #ERROR_CAN_FLIP}. */
    public boolean canBeKept() {
        return this == KEPT || this == ERROR_CAN_FLIP;
    }

    public Verdict verdict() {
        return verdict;
    }
}
