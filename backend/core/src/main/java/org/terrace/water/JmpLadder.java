package org.terrace.water;

import java.util.List;
import org.terrace.analysis.ColumnSpec;
import org.terrace.region.FeatureTable;

/**
 * The drinking-water ladder of the WHO/UNICEF Joint Monitoring Programme, for comparison with other countries.
 *
 * <p>Improved by the nature of their construction: pipes, public taps, tanks, treatment works, lined intakes, protected springs and
 * wells. What the record does not say of protection is not guessed. 'Available when needed' is taken as the upper level of the
 * guarantee rate, 'free of contamination' as the quality on record; where either is not proven, a house with water on its premises is on the
 * step 'basic', and no higher either where it has too few litres or its water is declared unsafe.
 *
 * @see "WHO/UNICEF JMP, drinking water ladder (2017)"
 */
final class JmpLadder {
    static final String SCHEME = "jmp_ladder";

    static final List<String> STEPS =
            List.of("safely_managed", "basic", "limited", "unimproved", "surface_water", "unknown");

    static final String UNKNOWN = "unknown";

    private JmpLadder() {}

    static ColumnSpec column() {
        return ColumnSpec.classes("jmp", SCHEME, STEPS);
    }

    /** Whether the construction keeps out what runs in. */
    enum Improved {
        YES,
        NO,
        SURFACE_WATER,
        UNKNOWN
    }

    /** @param work row of the layer, negative when the source is not known */
    static Improved improved(FeatureTable works, int work) {
        if (work < 0) {
            return Improved.UNKNOWN;
        }
        return switch (works.codesOf("kind").code(work)) {
            case "public_tap", "tank", "treatment", "intake", "break_pressure_tank" -> Improved.YES;
            case "spring", "well" ->
                switch (works.codesOf("source_protected").code(work)) {
                    case "yes" -> Improved.YES;
                    case "no" -> Improved.NO;
                    default -> Improved.UNKNOWN;
                };
            case "reservoir" -> Improved.SURFACE_WATER;
            default -> Improved.UNKNOWN;
        };
    }

    /** What is known of the water at the house. */
    record Service(Indicator quality, Indicator guarantee, Indicator quantity, boolean isDeclaredUnsafe) {
        /** On premises, available when needed, free of contamination. */
        boolean isSafelyManaged() {
            return quality == Indicator.MEETS
                    && guarantee == Indicator.MEETS
                    && quantity != Indicator.FAILS
                    && !isDeclaredUnsafe;
        }
    }

    /**
     * @param onPremises whether a pipe or hose ends at the house
     * @param minutes there and back where water is fetched; infinite when far, NaN when not known
     * @param limitMinutes of the step 'basic'
     */
    static String step(Improved improved, boolean onPremises, double minutes, double limitMinutes, Service service) {
        switch (improved) {
            case NO:
                return "unimproved";
            case SURFACE_WATER:
                return "surface_water";
            case UNKNOWN:
                return UNKNOWN;
            default:
                break;
        }
        if (onPremises) {
            return service.isSafelyManaged() ? "safely_managed" : "basic";
        }
        if (Double.isNaN(minutes)) {
            return UNKNOWN;
        }
        return minutes <= limitMinutes ? "basic" : "limited";
    }
}
