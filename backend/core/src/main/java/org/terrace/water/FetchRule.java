package org.terrace.water;

import org.terrace.analysis.LimitCheck;
import org.terrace.analysis.Verdict;

/**
 * The convenience rule for water that is fetched, without walking times: within so many metres horizontally <em>and</em>
 * vertically. The rule's text says 'or'; read literally that passes absurd cases (300 m away and 250 m up), so a source that
 * meets only one of the two is borderline, and both readings are told.
 *
 * <p>Limits are met when {@code <=}. An error that can flip the answer makes it borderline; an unknown height unknown.
 *
 * @param horizontalM limit of the horizontal distance
 * @param verticalM limit of the height difference, up or down
 * @param reading {@code both_distances} (the default), or {@code literal_or}
 * @see "T/CHES 18-2018, convenience; reading in DOMAIN terms: distances stand in for time"
 */
record FetchRule(double horizontalM, double verticalM, String reading) {

    /** What the rule says of one household and one source. */
    enum Outcome {
        BOTH_HOLD(Verdict.SERVED, "source_within_limits"),
        ERROR_CAN_FLIP(Verdict.BORDERLINE, "error_can_flip"),
        ONE_HOLDS(Verdict.BORDERLINE, "only_literal_or_holds"),
        HEIGHT_UNKNOWN(Verdict.UNKNOWN, "height_unknown"),
        NEITHER_HOLDS(Verdict.UNSERVED, "source_beyond_limits");

        final Verdict verdict;
        final String reason;

        Outcome(Verdict verdict, String reason) {
            this.verdict = verdict;
            this.reason = reason;
        }
    }

    /**
     * @param horizontal distance in metres
     * @param vertical height difference in metres, NaN when unknown
     * @param positionErrorM error of the household's position
     * @param heightErrorM error of the height difference
     */
    Outcome judge(double horizontal, double vertical, double positionErrorM, double heightErrorM) {
        LimitCheck h = LimitCheck.atMost(horizontal, positionErrorM, horizontalM);
        LimitCheck v = LimitCheck.atMost(Math.abs(vertical), heightErrorM, verticalM);
        boolean oneCanHold = h.canBeKept() || v.canBeKept();
        if (reading.equals("literal_or")) {
            return h == LimitCheck.KEPT || v == LimitCheck.KEPT
                    ? Outcome.BOTH_HOLD
                    : oneCanHold
                            ? Outcome.ERROR_CAN_FLIP
                            : v == LimitCheck.UNKNOWN ? Outcome.HEIGHT_UNKNOWN : Outcome.NEITHER_HOLDS;
        }
        if (v == LimitCheck.UNKNOWN) {
            return Outcome.HEIGHT_UNKNOWN;
        }
        if (h == LimitCheck.KEPT && v == LimitCheck.KEPT) {
            return Outcome.BOTH_HOLD;
        }
        if (h.canBeKept() && v.canBeKept()) {
            return Outcome.ERROR_CAN_FLIP;
        }
        return oneCanHold ? Outcome.ONE_HOLDS : Outcome.NEITHER_HOLDS;
    }
}
