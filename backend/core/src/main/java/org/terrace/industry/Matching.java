package org.terrace.industry;

import java.util.ArrayList;
import java.util.List;
import org.terrace.analysis.LimitCheck;
import org.terrace.analysis.Verdict;

/** Holds one industry against the means of one household. What is not known makes a match conditional, never suitable. */
final class Matching {
    private static final int AGAINST = against();
    private static final Reason[] REASONS = Reason.values();

    private Matching() {}

    /** All reasons that hold, as bits by their ordinal; at least one. */
    static int reasons(Industry industry, Means means) {
        if (!industry.assessed()) {
            return bit(Reason.NO_LOCATED_REQUIREMENTS);
        }
        if (!means.livedIn()) {
            return bit(Reason.NOBODY_LIVES_HERE);
        }
        int reasons = land(industry, means) | road(industry, means);
        if (industry.needsVoltage()) {
            reasons |= supply(means.voltage(), Reason.VOLTAGE_TOO_LOW, Reason.VOLTAGE_NOT_KNOWN);
        }
        if (industry.needsWater()) {
            reasons |= supply(means.water(), Reason.WATER_UNSERVED, Reason.WATER_NOT_KNOWN);
        }
        if (industry.needsForage()) {
            reasons |= bit(Reason.FORAGE_NOT_KNOWN);
        }
        if (Double.isNaN(means.labour())) {
            reasons |= bit(Reason.LABOUR_NOT_KNOWN);
        } else if (means.labour() < 1) {
            reasons |= bit(Reason.NO_LABOUR);
        }
        return reasons == 0 ? bit(Reason.FITS) : reasons;
    }

    /** The reason that decides. */
    static Reason decisive(int reasons) {
        return REASONS[Integer.numberOfTrailingZeros(reasons)];
    }

    /** True when this alone stands against a match: without it the industry would fit or be conditional. */
    static boolean heldBackOnlyBy(int reasons, Reason reason) {
        return (reasons & AGAINST) == bit(reason);
    }

    /** The reasons that stand against a match. */
    private static int against() {
        int bits = 0;
        for (Reason each : Reason.values()) {
            if (!each.match().equals("suitable") && !each.match().equals("conditional")) {
                bits |= bit(each);
            }
        }
        return bits;
    }

    static List<Reason> list(int reasons) {
        List<Reason> all = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            if ((reasons & bit(reason)) != 0) {
                all.add(reason);
            }
        }
        return all;
    }

    private static int land(Industry industry, Means means) {
        int reasons = switch (means.landClass()) {
            case "S1", "S2" -> 0;
            case "S3" -> bit(Reason.MARGINAL_LAND);
            case "conditional" -> bit(Reason.LAW_CONDITION);
            case "N" -> bit(Reason.LAND_UNSUITED);
            default -> bit(Reason.LAND_NOT_KNOWN);
        };
        // Of unsuited or unknown land the area says nothing more.
        if (Double.isNaN(industry.areaMu())
                || (reasons & (bit(Reason.LAND_UNSUITED) | bit(Reason.LAND_NOT_KNOWN))) != 0) {
            return reasons;
        }
        if (!means.plotsKnown()) {
            return reasons | bit(Reason.PLOTS_NOT_KNOWN);
        }
        if (Double.isNaN(means.suitedAreaMu())) {
            return reasons | bit(Reason.AREA_NOT_KNOWN);
        }
        return means.suitedAreaMu() < industry.areaMu() ? reasons | bit(Reason.TOO_LITTLE_LAND) : reasons;
    }

    private static int road(Industry industry, Means means) {
        if (Double.isNaN(industry.roadM())) {
            return 0;
        }
        LimitCheck known = LimitCheck.atMost(means.roadM(), means.roadErrorM(), industry.roadM());
        LimitCheck possible = LimitCheck.atMost(means.possibleRoadM(), means.roadErrorM(), industry.roadM());
        if (known == LimitCheck.KEPT) {
            return 0;
        }
        boolean unknown = known == LimitCheck.UNKNOWN && possible == LimitCheck.UNKNOWN;
        return bit(known.canBeKept() || possible.canBeKept() || unknown ? Reason.ROAD_NOT_KNOWN : Reason.ROAD_TOO_FAR);
    }

    private static int supply(Verdict verdict, Reason fails, Reason notKnown) {
        return switch (verdict) {
            case SERVED -> 0;
            case UNSERVED -> bit(fails);
            case BORDERLINE, UNKNOWN -> bit(notKnown);
        };
    }

    private static int bit(Reason reason) {
        return 1 << reason.ordinal();
    }
}
