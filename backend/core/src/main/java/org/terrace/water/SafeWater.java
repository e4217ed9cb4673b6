package org.terrace.water;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.terrace.analysis.Verdict;

/**
 * From the four indicators, and what the record declares as a whole, to one reason and its verdict. In the order of the codes of the
 * column {@code reason}.
 */
enum SafeWater {
    FOUR_INDICATORS_MET(Verdict.SERVED),
    FOUR_MET_DECLARED_UNSAFE(Verdict.BORDERLINE),
    HOSE_ON_RECORD(Verdict.BORDERLINE),
    NO_PRESSURE_AT_TAP(Verdict.BORDERLINE),
    QUALITY_FAILS(Verdict.UNSERVED),
    CUT_TOO_OFTEN(Verdict.UNSERVED),
    TOO_FEW_LITRES(Verdict.UNSERVED),
    DRY_SEASON_TOO_LITTLE(Verdict.UNSERVED),
    SOURCES_BROKEN(Verdict.UNSERVED),
    LITRES_DEPEND_ON_ZONE(Verdict.BORDERLINE),
    LITRES_DEPEND_ON_RECORD(Verdict.BORDERLINE),
    ERROR_CAN_FLIP(Verdict.BORDERLINE),
    ONLY_LITERAL_OR_HOLDS(Verdict.BORDERLINE),
    SOURCE_TOO_FAR(Verdict.UNSERVED),
    SOURCE_BEYOND_LIMITS(Verdict.UNSERVED),
    DECLARED_SAFE(Verdict.BORDERLINE),
    DECLARED_UNSAFE(Verdict.UNSERVED),
    HEIGHT_UNKNOWN(Verdict.UNKNOWN),
    SOURCE_STATE_UNKNOWN(Verdict.UNKNOWN),
    SOURCE_HAS_NO_POSITION(Verdict.UNKNOWN),
    CONNECTION_NOT_KNOWN(Verdict.UNKNOWN),
    NO_POSITION(Verdict.UNKNOWN),
    NO_SOURCES_ON_RECORD(Verdict.UNKNOWN),
    QUALITY_NOT_KNOWN(Verdict.UNKNOWN),
    QUANTITY_NOT_KNOWN(Verdict.UNKNOWN),
    GUARANTEE_NOT_KNOWN(Verdict.UNKNOWN);

    static final List<String> CODES = Stream.of(values()).map(SafeWater::code).toList();

    final Verdict verdict;

    SafeWater(Verdict verdict) {
        this.verdict = verdict;
    }

    /** What the official record says of the household without telling why. */
    enum Declared {
        SAFE,
        UNSAFE,
        NOTHING
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param hose whether the water comes through one. @param tapTooLow whether computed heads leave the tap short whatever the errors */
    static SafeWater of(HouseholdWater.State s, Declared declared, boolean hose, boolean tapTooLow) {
        if (s.quality() == Indicator.FAILS) {
            return QUALITY_FAILS;
        }
        if (s.guarantee() == Indicator.FAILS) {
            return CUT_TOO_OFTEN;
        }
        if (s.quantity() == Indicator.FAILS && !s.litresDependOnZone()) {
            if (s.isUsedTheLess()) {
                return TOO_FEW_LITRES;
            }
            return s.supplyIsBroken() ? SOURCES_BROKEN : DRY_SEASON_TOO_LITTLE;
        }
        if (s.convenience() == Indicator.FAILS && !s.onlyLiterally() && !s.errorDecides()) {
            boolean timed = s.fetched().map(f -> f.trip().onTerrain()).orElse(false);
            return timed ? SOURCE_TOO_FAR : SOURCE_BEYOND_LIMITS;
        }
        if (s.tapIsDry() && s.othersAreKnown()) {
            return NO_PRESSURE_AT_TAP;
        }
        if (s.onlyLitresAreOpen()) {
            return LITRES_DEPEND_ON_RECORD;
        }
        if (!s.allKnown()) {
            return switch (declared) {
                case SAFE -> DECLARED_SAFE;
                case UNSAFE -> DECLARED_UNSAFE;
                case NOTHING -> unknown(s);
            };
        }
        if (s.onlyLiterally()) {
            return ONLY_LITERAL_OR_HOLDS;
        }
        if (s.errorDecides()) {
            return ERROR_CAN_FLIP;
        }
        if (s.litresDependOnZone()) {
            return LITRES_DEPEND_ON_ZONE;
        }
        if (tapTooLow) {
            return NO_PRESSURE_AT_TAP;
        }
        if (hose) {
            return HOSE_ON_RECORD;
        }
        return declared == Declared.UNSAFE ? FOUR_MET_DECLARED_UNSAFE : FOUR_INDICATORS_MET;
    }

    private static SafeWater unknown(HouseholdWater.State s) {
        if (s.convenience() == Indicator.UNKNOWN && !s.tapIsDry()) {
            return s.whyNot().orElse(CONNECTION_NOT_KNOWN);
        }
        if (s.quality() == Indicator.UNKNOWN) {
            return QUALITY_NOT_KNOWN;
        }
        return s.quantity() == Indicator.UNKNOWN ? QUANTITY_NOT_KNOWN : GUARANTEE_NOT_KNOWN;
    }
}
