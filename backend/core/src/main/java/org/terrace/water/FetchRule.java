package org.terrace.water;

import org.terrace.analysis.LimitCheck;
import org.terrace.analysis.Verdict;
import org.terrace.standard.Standard;

/**
 * The convenience rule for water that is fetched, without walking times: within so many metres horizontally <em>and</em>
 * vertically. The rule's text says 'or'; read literally that passes absurd cases (300 m away and 250 m up), so a source that
 * meets only one of the two is borderline, and both readings are told.
 *
 * <p>Limits are met when {@code <=}. An error that can flip the answer makes it borderline; an unknown height unknown. The
 * height alone says something of places within {@link #literalReachM} only: the distances stand in for time, and a source at the
 * same height an hour away is not what the text means.
 *
 * @param horizontalM limit of the horizontal distance
 * @param verticalM limit of the height difference, up or down
 * @param literalReachM how far a source may be for its height alone to count
 * @param reading {@code both_distances} (the default), or {@code literal_or}
 * @see "T/CHES 18-2018, convenience; reading in DOMAIN terms: distances stand in for time"
 */
record FetchRule(double horizontalM, double verticalM, double literalReachM, String reading) {

    /** What the rule says of one household and one source, from best to worst. */
    enum Outcome {
        BOTH_HOLD(Verdict.SERVED, "source_within_limits"),
        ERROR_CAN_FLIP(Verdict.BORDERLINE, "error_can_flip"),
        ONE_HOLDS(Verdict.BORDERLINE, "only_literal_or_holds"),
        STATE_UNKNOWN(Verdict.UNKNOWN, "source_state_unknown"),
        HEIGHT_UNKNOWN(Verdict.UNKNOWN, "height_unknown"),
        NEITHER_HOLDS(Verdict.UNSERVED, "source_beyond_limits");

        final Verdict verdict;
        final String reason;

        Outcome(Verdict verdict, String reason) {
            this.verdict = verdict;
            this.reason = reason;
        }
    }

    static FetchRule of(Standard standard) {
        return new FetchRule(
                standard.number("water.convenience.basic.horizontal_m"),
                standard.number("water.convenience.basic.vertical_m"),
                standard.number("water.convenience.literal_reach_m"),
                standard.text("water.convenience.reading"));
    }

    /** Beyond this distance, plus the position error, every source has the worst outcome. */
    double reachM() {
        return Math.max(horizontalM, literalReachM);
    }

    /**
     * @param horizontal distance in metres
     * @param vertical height difference in metres, NaN when unknown
     * @param positionErrorM error of the household's position
     * @param heightErrorM error of the height difference
     * @param works whether the source is known to work: of one that may not, nothing good is known
     */
    Outcome judge(double horizontal, double vertical, double positionErrorM, double heightErrorM, boolean works) {
        Outcome outcome = judge(horizontal, vertical, positionErrorM, heightErrorM);
        return works || outcome.compareTo(Outcome.STATE_UNKNOWN) > 0 ? outcome : Outcome.STATE_UNKNOWN;
    }

    private Outcome judge(double horizontal, double vertical, double positionErrorM, double heightErrorM) {
        LimitCheck h = LimitCheck.atMost(horizontal, positionErrorM, horizontalM);
        LimitCheck v = LimitCheck.atMost(Math.abs(vertical), heightErrorM, verticalM);
        LimitCheck reach = LimitCheck.atMost(horizontal, positionErrorM, literalReachM);
        boolean heightAlone = v == LimitCheck.KEPT && reach == LimitCheck.KEPT;
        boolean heightAloneCan = v.canBeKept() && reach.canBeKept();
        if (!h.canBeKept() && !reach.canBeKept()) {
            return Outcome.NEITHER_HOLDS;
        }
        if (reading.equals("literal_or")) {
            return h == LimitCheck.KEPT || heightAlone
                    ? Outcome.BOTH_HOLD
                    : h.canBeKept() || heightAloneCan
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
        return h.canBeKept() || heightAloneCan ? Outcome.ONE_HOLDS : Outcome.NEITHER_HOLDS;
    }
}
