package org.terrace.crop;

import java.util.Optional;

/**
 * Rates land for a crop by the limiting factor (Liebig's minimum, the 'limiting condition' method of FAO 1976): the worst class of
 * all qualities that are known, capped by the law.
 *
 * <p>A quality that the crop asks for and that is not known does not erase the class; it makes it 'so far', see {@link
 * Rating#complete}. Without an altitude nothing is said: {@link Suitability#UNKNOWN}.
 *
 * @see "FAO (1976), A framework for land evaluation, Soils Bulletin 32"
 */
public final class LandRating {

    /**
     * @param result the class, the law included
     * @param limiting what holds it down; {@link Factor#NONE} for S1
     * @param natural the class by the land alone
     * @param complete false when a quality that the crop asks for is not known: the class is 'so far'
     */
    public record Rating(Suitability result, Factor limiting, Suitability natural, boolean complete) {}

    private final LandLaw law;

    LandRating(LandLaw law) {
        this.law = law;
    }

    Rating rate(Crop crop, LandUnit land) {
        Suitability altitude = crop.altitudeM().rate(land.altitudeM());
        if (altitude == Suitability.UNKNOWN) {
            return new Rating(Suitability.UNKNOWN, Factor.UNKNOWN, Suitability.UNKNOWN, false);
        }
        Suitability natural = altitude;
        Factor limiting = Factor.ALTITUDE;
        boolean complete = crop.isLivestock() || !land.landClass().isEmpty();
        Factor[] factors = {Factor.TEMPERATURE, Factor.SLOPE, Factor.SOIL_PH, Factor.SOIL_DEPTH};
        for (Factor factor : factors) {
            Optional<Limits> limits = limits(crop, factor);
            if (limits.isEmpty()) {
                continue;
            }
            Suitability rated = limits.get().rate(value(land, factor));
            if (rated == Suitability.UNKNOWN) {
                complete = false;
            } else if (rated.isWorseThan(natural)) {
                natural = rated;
                limiting = factor;
            }
        }
        LandLaw.Ruling ruling = law.on(crop, land);
        Suitability result = natural;
        if (ruling.factor() != Factor.NONE && !natural.isWorseThan(ruling.cap())) {
            result = ruling.cap();
            limiting = ruling.factor();
        }
        return new Rating(result, result == Suitability.S1 ? Factor.NONE : limiting, natural, complete);
    }

    /** What the crop asks of a quality; empty when it asks nothing. */
    static Optional<Limits> limits(Crop crop, Factor factor) {
        return switch (factor) {
            case ALTITUDE -> Optional.of(crop.altitudeM());
            case TEMPERATURE -> crop.meanTemperatureC();
            case SLOPE -> crop.slopeDeg();
            case SOIL_PH -> crop.soilPh();
            case SOIL_DEPTH -> crop.soilDepthCm();
            default -> Optional.empty();
        };
    }

    /** What is known of a quality; NaN when nothing. */
    static double value(LandUnit land, Factor factor) {
        return switch (factor) {
            case ALTITUDE -> land.altitudeM();
            case TEMPERATURE -> land.meanTemperatureC();
            case SLOPE -> land.slopeDeg();
            case SOIL_PH -> land.soilPh();
            case SOIL_DEPTH -> land.soilDepthCm();
            default -> Double.NaN;
        };
    }
}
