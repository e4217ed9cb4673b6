package org.terrace.industry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.terrace.standard.Document;
import org.terrace.standard.Tree;

/**
 * A way to earn or to feed the house, and what it needs. NaN and "" = not needed.
 *
 * @param id the file's name: {@code loquat}
 * @param assessed false for what has no located requirements (wage work, tourism): it is listed and nobody is matched
 * @param crop id of the crop or animal whose land rating counts; empty for none
 * @param livestock animals: they fit nearly everywhere by altitude, so they rank behind what hangs on the land
 * @param areaMu smallest suited area of one household
 * @param roadM largest distance from the door to a connected hardened road
 * @param needsVoltage true when machines need a voltage within its limits
 * @param needsWater true when a water supply is needed
 * @param needsForage true when pasture, shrubs or nectar are needed: no layer tells of them yet
 * @param firstYear year of the first income, 1 = the year of planting
 * @param prices every price with its year and place
 */
record Industry(
        String id,
        boolean assessed,
        String crop,
        boolean livestock,
        double areaMu,
        double roadM,
        boolean needsVoltage,
        boolean needsWater,
        boolean needsForage,
        double firstYear,
        List<Price> prices) {

    private static final Set<String> KINDS = Set.of("crop", "livestock", "processing", "wage", "tourism", "trade");

    /** A price never stands without its year and place. */
    record Price(double yuan, String per, int year, String place) {}

    Industry {
        prices = List.copyOf(prices);
    }

    /**
     * @param maxClaimYuanPerMu an income claim above this is refused as an outlier
     * @throws IllegalArgumentException naming file and path: an assessed industry without a crop, an inverted range, a price
     *     without a year or place, an outlier
     */
    static Industry parse(Document file, double maxClaimYuanPerMu) {
        Tree tree = file.tree();
        if (!KINDS.contains(tree.text("kind"))) {
            throw new IllegalArgumentException(tree.path() + " kind '" + tree.text("kind") + "' is none of " + KINDS);
        }
        boolean assessed = tree.get("assessed").flag();
        if (assessed && !tree.has("crop")) {
            throw new IllegalArgumentException(
                    tree.path() + " crop is missing. Maybe it has no located requirements: then assessed is false");
        }
        if (!assessed && !tree.has("why_not")) {
            throw new IllegalArgumentException(tree.path() + " why_not is missing: say why nobody is matched");
        }
        for (String money : List.of("gross_yuan_per_mu", "net_yuan_per_mu", "gross_yuan_per_hive")) {
            tree.find(money).ifPresent(range -> checkRange(range, money.endsWith("mu") ? maxClaimYuanPerMu : 1e12));
        }
        Tree needs = tree.find("needs").orElse(Tree.of(file.name(), java.util.Map.of()));
        for (String key : needs.keys()) {
            if (key.startsWith("labour_days_per_") || key.startsWith("capital_yuan_per_")) {
                checkRange(needs.get(key), 1e12);
            }
        }
        return new Industry(
                file.id(),
                assessed,
                tree.text("crop", ""),
                tree.text("kind").equals("livestock"),
                needs.find("area_mu").map(t -> t.number("value")).orElse(Double.NaN),
                needs.find("road").map(t -> t.number("distance_m")).orElse(Double.NaN),
                served(needs, "power", "voltage"),
                served(needs, "water", "supply"),
                needs.has("forage"),
                tree.find("years").map(t -> t.number("first")).orElse(Double.NaN),
                prices(tree.get("prices")));
    }

    private static boolean served(Tree needs, String key, String what) {
        if (!needs.has(key)) {
            return false;
        }
        String value = needs.get(key).text(what);
        if (!value.equals("served")) {
            throw new IllegalArgumentException(
                    needs.path() + " " + key + "." + what + " '" + value + "': only 'served' can be asked for");
        }
        return true;
    }

    private static void checkRange(Tree range, double max) {
        double from = range.number("from");
        double to = range.number("to");
        if (!(from <= to)) {
            throw new IllegalArgumentException(range.path() + " is inverted: " + from + " to " + to);
        }
        if (to > max) {
            throw new IllegalArgumentException(range.path() + ": " + to + " yuan per mu and year is above " + max
                    + ", the guard against outliers. Maybe a promotional figure: list it under rejected_claims");
        }
    }

    private static List<Price> prices(Tree list) {
        List<Price> prices = new ArrayList<>();
        for (Tree price : list.items()) {
            String per = price.has("yuan_per_kg") ? "kg" : "head";
            double year = price.number("year");
            if (year < 1990 || year > 2100 || year != Math.rint(year)) {
                throw new IllegalArgumentException(price.path() + ".year " + year + " is no year");
            }
            if (price.text("place").isBlank()) {
                throw new IllegalArgumentException(price.path() + ".place is empty");
            }
            prices.add(new Price(price.number("yuan_per_" + per), per, (int) year, price.text("place")));
        }
        return prices;
    }
}
