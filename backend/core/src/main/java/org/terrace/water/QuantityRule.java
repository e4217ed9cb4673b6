package org.terrace.water;

import java.util.HashMap;
import java.util.Map;
import org.terrace.region.AdminTree;
import org.terrace.standard.Standard;
import org.terrace.standard.Threshold;
import org.terrace.standard.Tree;

/**
 * How many litres a person needs a day: more in water-rich areas than in water-short ones. The zone is set by township, else for the
 * county. As long as the county's zone is a default that nobody confirmed, a quantity between the two limits is told apart from both.
 *
 * @param richL limit in litres per person and day where water is rich
 * @param shortL the same where it is short
 * @param zone {@code rich} or {@code short}: of townships not listed
 * @param zoneConfirmed false while the zone is a default to be confirmed
 * @see "T/CHES 18-2018, quantity basically met"
 */
record QuantityRule(double richL, double shortL, String zone, boolean zoneConfirmed, Map<String, String> byTownship) {
    /** What a quantity is under this rule. */
    enum Outcome {
        ENOUGH,
        DEPENDS_ON_ZONE,
        TOO_LITTLE,
        NOT_KNOWN
    }

    static QuantityRule of(Standard standard) {
        Threshold zone = standard.threshold("water.zone");
        Tree listed = standard.threshold("water.zone_by_township").value();
        Map<String, String> byTownship = new HashMap<>();
        listed.keys().forEach(code -> byTownship.put(code, checked(listed.text(code))));
        return new QuantityRule(
                standard.number("water.quantity.basic_rich.litres_per_person_day"),
                standard.number("water.quantity.basic_short.litres_per_person_day"),
                checked(zone.text()),
                !zone.isDefaultToConfirm(),
                byTownship);
    }

    private static String checked(String zone) {
        if (!zone.equals("rich") && !zone.equals("short")) {
            throw new IllegalArgumentException("water zone '" + zone + "': rich or short");
        }
        return zone;
    }

    /** The limit of a household of the township. @param township code, "" when unknown */
    double limitL(String township) {
        return zoneOf(township).equals("rich") ? richL : shortL;
    }

    private String zoneOf(String township) {
        return byTownship.getOrDefault(township, zone);
    }

    Outcome judge(double litres, String township) {
        if (Double.isNaN(litres)) {
            return Outcome.NOT_KNOWN;
        }
        if (!zoneConfirmed && !byTownship.containsKey(township)) {
            return litres >= Math.max(richL, shortL)
                    ? Outcome.ENOUGH
                    : litres >= Math.min(richL, shortL) ? Outcome.DEPENDS_ON_ZONE : Outcome.TOO_LITTLE;
        }
        return litres >= limitL(township) ? Outcome.ENOUGH : Outcome.TOO_LITTLE;
    }

    /** The township of a household as {@link AdminTree#unitsOf} gives it. */
    static String township(String[] units) {
        return units[AdminTree.LEVELS.indexOf("township")];
    }
}
