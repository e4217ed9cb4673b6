package org.terrace.power.grid;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How a household hangs on the low-voltage network, and why.
 *
 * @param transformer code of the transformer that feeds it, or that its record names where none does; else empty
 * @param areaUncertain whether by the error of its position another area's line could be the nearer one
 */
public record Attachment(Kind kind, Reason reason, String transformer, boolean areaUncertain) {

    /** Class scheme of the kinds. */
    public static final String SCHEME = "power_attachment";

    /** In the order of the scheme. */
    public enum Kind {
        /** To a line or service drop as they are drawn. */
        DRAWN,
        /** By a service drop that nobody drew. */
        ASSUMED_DROP,
        /** To a network that was estimated because none is on record. */
        ESTIMATED,
        /** To nothing: what feeds it is not known. */
        NOTHING,
        /** No customer: nobody lives there. */
        NOT_A_CUSTOMER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it is known what feeds the household, be it by an assumption. */
        public boolean isFed() {
            return this == DRAWN || this == ASSUMED_DROP || this == ESTIMATED;
        }
    }

    /** What decided. */
    public enum Reason {
        METER_BOX,
        SERVICE_DROP,
        RECORDED_LINE,
        NEAREST_LINE,
        METER_BOX_ASSUMED_DROP,
        RECORDED_LINE_ASSUMED_DROP,
        NEAREST_LINE_ASSUMED_DROP,
        ESTIMATED_RECORDED,
        ESTIMATED_NEAREST,
        METER_BOX_OUT_OF_REACH,
        RECORDED_LINE_OUT_OF_REACH,
        RECORDED_TRANSFORMER_OUT_OF_REACH,
        LINE_FED_BY_NOBODY,
        NOTHING_IN_REACH,
        NO_TRANSFORMER_ON_RECORD,
        NO_POSITION,
        NO_POWER_ON_RECORD,
        NOT_LIVED_IN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Codes of the scheme, in its order. */
    public static final List<String> KINDS =
            Arrays.stream(Kind.values()).map(Kind::code).toList();

    public static final List<String> REASONS =
            Arrays.stream(Reason.values()).map(Reason::code).toList();
}
