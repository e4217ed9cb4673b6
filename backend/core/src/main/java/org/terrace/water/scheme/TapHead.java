package org.terrace.water.scheme;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.terrace.analysis.LimitCheck;
import org.terrace.standard.Standard;

/** What the head at a tap is good for; in the order of the codes of the scheme {@code tap_head}. */
public enum TapHead {
    GOOD,
    MAY_BE_LOW,
    TOO_LOW,
    MAY_BE_HIGH,
    TOO_HIGH,
    /** A ridge on the way may stand too high for water to get over. */
    MAY_NOT_PASS,
    /** A ridge on the way surely does. */
    NO_WATER_PASSES,
    /** The head is surely there, and the sources do not yield what the supply needs in a day. */
    SOURCE_TOO_WEAK,
    /** Enough head where the main between two open works runs full; whether it does is not known, and part-full it is not enough. */
    MAY_RUN_PART_FULL,
    UNKNOWN,
    /** No pipe leads to the house on record, or none that is drawn comes near. */
    NO_TAP;

    static final String SCHEME = "tap_head";
    static final List<String> CODES = Stream.of(values()).map(TapHead::code).toList();

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * How much head a house needs, and how much it stands.
     *
     * @param oneStoreyM service head at the connection of a house of one storey. @param twoStoreysM of two
     * @param perStoreyM for each beyond
     * @param mostStaticM static head above which the pressure must be reduced
     */
    public record Limits(double oneStoreyM, double twoStoreysM, double perStoreyM, double mostStaticM) {
        public static Limits of(Standard standard) {
            return new Limits(
                    standard.number("water.head.min_service_m"),
                    standard.number("water.head.min_service_two_storeys_m"),
                    standard.number("water.head.per_further_storey_m"),
                    standard.number("water.head.max_static_m"));
        }

        /** @param storeys NaN where not on record: then one, and {@link #perhapsNeededM} may be asked */
        public double neededM(double storeys) {
            return storeys >= 2 ? twoStoreysM + perStoreyM * (Math.ceil(storeys) - 2) : oneStoreyM;
        }

        /** As much as a house of two storeys needs, where the storeys are not on record. */
        double perhapsNeededM(double storeys) {
            return Double.isNaN(storeys) ? twoStoreysM : neededM(storeys);
        }
    }

    /**
     * @param reach how water gets there at rest. @param atPeak and at the peak
     * @param residualM head left above the tap at the peak, with mains between open works full; NaN when not known
     * @param lowEndM the least that it may be, errors and mains that run part-full considered
     * @param staticM head above it when nothing flows. @param errorM of both, as the heights are wrong
     * @param neededM at least. @param perhapsNeededM as much may be needed, no less than that
     */
    static TapHead of(
            Passage.Reach reach,
            Passage.Reach atPeak,
            double residualM,
            double lowEndM,
            double staticM,
            double errorM,
            double neededM,
            double perhapsNeededM,
            double mostStaticM) {
        if (reach == Passage.Reach.NO_WATER) {
            return NO_WATER_PASSES;
        }
        LimitCheck low = LimitCheck.atLeast(residualM, errorM, neededM);
        LimitCheck high = LimitCheck.atMost(staticM, errorM, mostStaticM);
        if (low == LimitCheck.BROKEN || atPeak == Passage.Reach.NO_WATER) {
            return TOO_LOW;
        }
        boolean mayNot = reach == Passage.Reach.MAY_NOT_PASS || atPeak == Passage.Reach.MAY_NOT_PASS;
        if (high == LimitCheck.BROKEN) {
            return mayNot ? MAY_NOT_PASS : TOO_HIGH;
        }
        if (low == LimitCheck.UNKNOWN || high == LimitCheck.UNKNOWN || tellsNothing(errorM, neededM, mostStaticM)) {
            return UNKNOWN;
        }
        if (mayNot) {
            return MAY_NOT_PASS;
        }
        if (LimitCheck.atLeast(residualM, errorM, perhapsNeededM) != LimitCheck.KEPT) {
            return MAY_BE_LOW;
        }
        if (lowEndM < perhapsNeededM) {
            return MAY_RUN_PART_FULL;
        }
        return high == LimitCheck.ERROR_CAN_FLIP ? MAY_BE_HIGH : GOOD;
    }

    /**
     * Whether an error is so large that a head within it says no more than none: larger than the whole range from the head needed to the
     * most that may stand. Houses that were put at the middle of their group, for want of a position, have such errors on slopes.
     */
    static boolean tellsNothing(double errorM, double neededM, double mostStaticM) {
        return errorM > mostStaticM - neededM;
    }

    boolean isBorderline() {
        return this == MAY_BE_LOW || this == MAY_BE_HIGH || this == MAY_NOT_PASS;
    }
}
