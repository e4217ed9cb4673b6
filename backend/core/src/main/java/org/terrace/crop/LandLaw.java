package org.terrace.crop;

import org.terrace.standard.Standard;

/**
 * What the law says of growing a crop on a land class. Rules come from the standard, each with its article.
 *
 * @param maxReclaimSlopeDeg no land may be newly broken for crops above this slope; trees there need measures against erosion
 * @param treesOnBasicFarmland {@code forbidden}, {@code conditional} or {@code allowed}
 * @param treesOnArable likewise, for arable land outside basic farmland
 * @param contractRequired whether tobacco needs a contract
 */
record LandLaw(
        double maxReclaimSlopeDeg,
        Suitability treesOnBasicFarmland,
        Suitability treesOnArable,
        boolean contractRequired) {

    /** A class that the law caps, and the rule; S1 with NONE when the law has nothing to say. */
    record Ruling(Suitability cap, Factor factor) {
        static final Ruling FREE = new Ruling(Suitability.S1, Factor.NONE);
    }

    /** No law at all: for fields, where no land class is known. */
    static final LandLaw NONE = new LandLaw(90, Suitability.S1, Suitability.S1, false);

    static LandLaw of(Standard standard) {
        return new LandLaw(
                standard.number("land.reclamation.max_slope_deg"),
                cap(standard, "land.trees_on_basic_farmland"),
                cap(standard, "land.trees_on_arable"),
                required(standard, "land.tobacco_contract"));
    }

    private static Suitability cap(Standard standard, String name) {
        String value = standard.text(name);
        return switch (value) {
            case "forbidden" -> Suitability.N;
            case "conditional" -> Suitability.CONDITIONAL;
            case "allowed" -> Suitability.S1;
            default ->
                throw new IllegalArgumentException("standard " + standard.id() + ": " + name + " '" + value
                        + "' is none of forbidden, conditional, allowed");
        };
    }

    private static boolean required(Standard standard, String name) {
        String value = standard.text(name);
        return switch (value) {
            case "required" -> true;
            case "none" -> false;
            default ->
                throw new IllegalArgumentException(
                        "standard " + standard.id() + ": " + name + " '" + value + "' is none of required, none");
        };
    }

    /** The strictest ruling. An unknown land class, slope or contract allows no ruling on what hangs on it. */
    Ruling on(Crop crop, LandUnit land) {
        Ruling strictest = onLandClass(crop, land.landClass());
        strictest = stricter(strictest, onSlope(crop, land));
        if (crop.contract().equals("tobacco")
                && contractRequired
                && !land.tobaccoContract().equals("yes")) {
            // A contract that is not on record may exist: it has to be shown first. 'No' on record forbids.
            Suitability cap = land.tobaccoContract().equals("no") ? Suitability.N : Suitability.CONDITIONAL;
            strictest = stricter(strictest, new Ruling(cap, Factor.LAW_CONTRACT));
        }
        return strictest;
    }

    private Ruling onLandClass(Crop crop, String landClass) {
        if (landClass.isEmpty() || crop.isLivestock()) {
            return Ruling.FREE;
        }
        if (crop.fruitOrForest() && landClass.equals("basic_farmland")) {
            return ruling(treesOnBasicFarmland, Factor.LAW_BASIC_FARMLAND);
        }
        if (crop.fruitOrForest() && landClass.equals("arable")) {
            return ruling(treesOnArable, Factor.LAW_ARABLE_BALANCE);
        }
        if (crop.suitableLand().contains(landClass) || crop.reclaimableLand().contains(landClass)) {
            return Ruling.FREE;
        }
        return new Ruling(
                crop.conditionalLand().contains(landClass) ? Suitability.CONDITIONAL : Suitability.N,
                Factor.LAND_CLASS);
    }

    private Ruling onSlope(Crop crop, LandUnit land) {
        if (!(land.slopeDeg() > maxReclaimSlopeDeg)) {
            return Ruling.FREE;
        }
        if (crop.reclaimableLand().contains(land.landClass())) {
            return new Ruling(Suitability.N, Factor.LAW_STEEP_SLOPE);
        }
        return crop.fruitOrForest() ? new Ruling(Suitability.CONDITIONAL, Factor.LAW_STEEP_SLOPE) : Ruling.FREE;
    }

    private static Ruling ruling(Suitability cap, Factor factor) {
        return cap == Suitability.S1 ? Ruling.FREE : new Ruling(cap, factor);
    }

    private static Ruling stricter(Ruling a, Ruling b) {
        return b.cap().isWorseThan(a.cap()) ? b : a;
    }
}
