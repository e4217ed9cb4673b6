package org.terrace.industry;

import org.terrace.analysis.Verdict;

/**
 * What one household has for one industry, as far as it is known. NaN = not known.
 *
 * @param landClass code of the scheme {@code suitability} for the industry's crop, over the household's land
 * @param suitedAreaMu area of the household's plots that suit, NaN when areas are missing
 * @param plotsKnown false when no plot of the household is on record: the class then comes from its house
 * @param roadM distance from the door to the nearest connected hardened road
 * @param possibleRoadM the same if roads of unknown surface were hardened
 * @param roadErrorM error of both distances: that of the house's position
 * @param labour people able to work
 * @param livedIn false when the house is recorded as empty or demolished
 */
record Means(
        String landClass,
        double suitedAreaMu,
        boolean plotsKnown,
        double roadM,
        double possibleRoadM,
        double roadErrorM,
        Verdict voltage,
        Verdict water,
        double labour,
        boolean livedIn) {}
