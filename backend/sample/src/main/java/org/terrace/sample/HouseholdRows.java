package org.terrace.sample;

import static org.terrace.region.LayerKind.HOUSEHOLD;

import java.util.Locale;
import org.terrace.region.FeatureTableBuilder;

/** The official record of one tile's households: invented people, with the gaps and the optimism that such records have. */
final class HouseholdRows {
    static final String CODE_PREFIX = "S";

    /** Share of households whose house nobody has located yet. */
    private static final double WITHOUT_POSITION = 0.04;

    private final Tables tables;
    private final Tile tile;
    private final Landscape land;
    private final Units units;
    private final WaterRows water;
    private final PowerRows power;
    private final HardenedDistance hardened;

    HouseholdRows(
            Tables tables,
            Tile tile,
            Landscape land,
            Units units,
            WaterRows water,
            PowerRows power,
            HardenedDistance hardened) {
        this.tables = tables;
        this.tile = tile;
        this.land = land;
        this.units = units;
        this.water = water;
        this.power = power;
        this.hardened = hardened;
    }

    /**
     * Adds all households.
     *
     * @param dried what each dries. @param details a stream of its own, for what was added later
     */
    void add(Homes homes, PlotRows.Dried[] dried, Dice dice, Dice details) {
        for (int i = 0; i < homes.size; i++) {
            tables.row(HOUSEHOLD, CODE_PREFIX);
            set("group_code", units.groupCodes.get(homes.group[i]));
            position(homes, i, dice);
            boolean livedIn = people(homes, i, dice);
            economy(dice);
            declaredRoad(homes, i, dice);
            set("declared_power", dice.chance(0.02) ? "" : dice.chance(0.994) ? "yes" : "no");
            set("declared_production_power", dice.chance(0.05) ? "" : dice.chance(0.64) ? "yes" : "no");
            water.setConnection(homes, i, dice);
            power.setSupply(homes, i, livedIn, dice);
            PowerUse.set(tables, livedIn, dried[i], details);
        }
    }

    private void position(Homes homes, int i, Dice dice) {
        if (dice.chance(WITHOUT_POSITION) && !homes.isMoved(i)) {
            return;
        }
        FeatureTableBuilder table = tables.of(HOUSEHOLD);
        table.point(tile.east(homes.x[i]), tile.northing(homes.y[i]));
        switch (dice.weighted(0.14, 0.68, 0.08, 0.06, 0.04)) {
            case 0 -> source("surveyed", 2);
            case 1 -> source("cadastre", 5);
            case 2 -> source("tapped", 20);
            case 3 -> source("building", 10);
            default -> {}
        }
    }

    private void source(String source, double errorM) {
        set("position_source", source);
        set("position_error_m", errorM);
    }

    /** Returns whether somebody lives there at least for a season. */
    private boolean people(Homes homes, int i, Dice dice) {
        int registered = 1 + dice.weighted(7, 16, 22, 24, 17, 9, 4, 1);
        boolean moved = homes.isMoved(i);
        int status = dice.weighted(0.77, 0.12, 0.095, moved ? 0 : 0.015);
        int resident = status == 0 ? Math.max(1, registered - dice.weighted(45, 25, 20, 10)) : status == 1 ? 1 : 0;
        double months = status == 0 ? 12 - dice.weighted(70, 12, 10, 8) : status == 1 ? 2 + dice.below(5) : 0;
        set("people_registered", registered);
        if (!dice.chance(0.03)) {
            set("people_resident", resident);
            set("months_at_home", months);
            set(
                    "house_status",
                    status == 0 ? "lived_in" : status == 1 ? "seasonal" : status == 2 ? "empty" : "demolished");
        }
        set("relocated", moved ? "yes" : "no");
        if (moved) {
            int township = land.sites()
                    .villages()
                    .get(land.sites().groups().get(homes.group[i]).village())
                    .township();
            set("resettlement_site", units.townshipNames.get(township).with("安置点", " resettlement site"));
        }
        if (!dice.chance(0.04)) {
            set("labour_force", Math.min(registered, dice.weighted(8, 27, 40, 18, 7)));
        }
        return resident > 0;
    }

    private void economy(Dice dice) {
        int category = dice.weighted(0.73, 0.205, 0.02, 0.018, 0.007, 0.02);
        String[] categories = {"ordinary", "ex_poor", "unstable", "marginal", "shock", ""};
        set("category", categories[category]);
        double wealth = category == 0 ? 1 : category == 1 ? 0.62 : 0.38;
        if (!dice.chance(0.05)) {
            double wage = dice.chance(0.3) ? 0 : hundreds(wealth * dice.between(6_000, 62_000));
            double operating = dice.chance(0.06) ? 0 : hundreds(wealth * dice.between(2_000, 26_000));
            double transfer = category == 0 ? hundreds(dice.between(300, 3_500)) : hundreds(dice.between(2_000, 9_000));
            set("wage_income_yuan", wage);
            set("operating_income_yuan", operating);
            set("transfer_income_yuan", transfer);
            double heads = 2 + 3 * dice.unit();
            set("income_per_person_yuan", hundreds((wage + 0.62 * operating + transfer) / heads));
        }
        if (!dice.chance(0.02)) {
            set("arable_mu", tenth(dice.between(0.6, 9)));
            set("forest_mu", dice.chance(0.2) ? 0 : tenth(dice.between(1, 28)));
        }
    }

    /** The record claims more than the ground shows: a tenth of the far ones are put down as at the road. */
    private void declaredRoad(Homes homes, int i, Dice dice) {
        double metres = hardened.metres(homes.x[i], homes.y[i]);
        boolean rosy = dice.chance(0.1);
        double claimed = rosy ? Math.min(metres, 200) : metres * dice.between(0.7, 1.4);
        if (!dice.chance(0.05)) {
            set("declared_road_distance_m", Math.round(claimed / 100) * 100.0);
        }
        String surface = claimed < 60 || rosy ? "cement" : dice.chance(0.3) ? "gravel" : "earth";
        set("declared_road_surface", dice.chance(0.05) ? "" : surface);
    }

    private void set(String attribute, String value) {
        tables.set(HOUSEHOLD, attribute, value);
    }

    private void set(String attribute, double value) {
        tables.set(HOUSEHOLD, attribute, value);
    }

    private static double hundreds(double value) {
        return Math.round(value / 100) * 100.0;
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** A date in the year of measurement, month and day by dice. */
    static String date(int year, Dice dice) {
        return String.format(Locale.ROOT, "%d-%02d-%02d", year, 1 + dice.below(12), 1 + dice.below(28));
    }
}
