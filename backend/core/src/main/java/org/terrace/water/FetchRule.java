package org.terrace.water;

import org.terrace.standard.Standard;

/**
 * The convenience rule for water that is fetched: so many minutes there and back decide where the ground is known, else so many metres
 * horizontally <em>and</em> vertically. The rule's text says 'or'; read literally that passes absurd cases (300 m away and 250 m
 * up), so a source that meets one of the three only is told under both readings.
 *
 * <p>Limits are met when {@code <=}. The height alone says something of places within {@link #literalReachM} only: the distances
 * stand in for time, and a source at the same height an hour away is not what the text means.
 *
 * @param literalReachM how far a source may be for its height alone to count
 * @param literal whether the county reads the 'or' literally
 * @see "T/CHES 18-2018, convenience; an older official text pairs the distances with the time"
 */
record FetchRule(Limits meets, Limits basic, double literalReachM, boolean literal) {

    /** One level of the rule. */
    record Limits(double minutes, double horizontalM, double verticalM) {
        static Limits of(Standard standard, String level) {
            return new Limits(
                    standard.number("water.convenience." + level + ".minutes"),
                    standard.number("water.convenience." + level + ".horizontal_m"),
                    standard.number("water.convenience." + level + ".vertical_m"));
        }
    }

    /**
     * A way to a source.
     *
     * @param onTerrain whether times were looked for; a source that was not found is then beyond the limits
     * @param minutes on foot there and back, infinite when beyond. @param least and most of it, given the position error
     * @param verticalM height difference, up or down; NaN when unknown
     */
    record Trip(
            boolean onTerrain,
            double minutes,
            double least,
            double most,
            double horizontalM,
            double verticalM,
            double positionErrorM,
            double heightErrorM) {}

    /**
     * What the rule says of a way.
     *
     * @param read under the county's reading. @param literal under the literal one
     * @param atBest and atWorst under the county's reading, whatever the errors are
     */
    record Judgement(Indicator read, Indicator literal, Indicator atBest, Indicator atWorst) {
        /** Whether the errors decide if the way is short enough. */
        boolean errorDecides() {
            return atBest.isSafe() != atWorst.isSafe();
        }
    }

    static FetchRule of(Standard standard) {
        return new FetchRule(
                Limits.of(standard, "meets"),
                Limits.of(standard, "basic"),
                standard.number("water.convenience.literal_reach_m"),
                standard.text("water.convenience.reading").equals("literal_or"));
    }

    /** Beyond this distance, plus the position error, no source without a walking time is near enough under any reading. */
    double reachM() {
        return Math.max(basic.horizontalM, literalReachM);
    }

    Judgement judge(Trip t) {
        double vertical = Math.abs(t.verticalM);
        double lower = Math.max(0, vertical - t.heightErrorM);
        Indicator literally = literally(t.minutes, t.horizontalM, vertical);
        Indicator read = literal ? literally : read(t.onTerrain, t.minutes, t.horizontalM, vertical);
        double near = t.horizontalM - t.positionErrorM;
        double far = t.horizontalM + t.positionErrorM;
        Indicator best = literal ? literally(t.least, near, lower) : read(t.onTerrain, t.least, near, lower);
        double upper = vertical + t.heightErrorM;
        Indicator worst = literal ? literally(t.most, far, upper) : read(t.onTerrain, t.most, far, upper);
        return new Judgement(read, literally, best, worst);
    }

    private Indicator read(boolean onTerrain, double minutes, double horizontal, double vertical) {
        if (onTerrain) {
            return Indicator.atMost(minutes, meets.minutes, basic.minutes);
        }
        Indicator h = Indicator.atMost(horizontal, meets.horizontalM, basic.horizontalM);
        Indicator v = Indicator.atMost(vertical, meets.verticalM, basic.verticalM);
        return h == Indicator.FAILS ? h : worse(h, v);
    }

    private Indicator literally(double minutes, double horizontal, double vertical) {
        Indicator m = Indicator.atMost(minutes, meets.minutes, basic.minutes);
        Indicator h = Indicator.atMost(horizontal, meets.horizontalM, basic.horizontalM);
        Indicator v = horizontal <= literalReachM
                ? Indicator.atMost(vertical, meets.verticalM, basic.verticalM)
                : Indicator.FAILS;
        Indicator best = h.betterThan(m) ? h : m;
        if (best.isSafe() || v == Indicator.UNKNOWN) {
            return best.isSafe() ? (v.betterThan(best) ? v : best) : Indicator.UNKNOWN;
        }
        return v;
    }

    private static Indicator worse(Indicator a, Indicator b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
