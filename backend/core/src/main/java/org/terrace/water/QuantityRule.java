package org.terrace.water;

import java.util.HashMap;
import java.util.Map;
import org.terrace.region.AdminTree;
import org.terrace.standard.Standard;
import org.terrace.standard.Threshold;
import org.terrace.standard.Tree;

/**
 * How many litres a person needs a day: more in water-rich areas than in water-short ones. The zone is set by township, else for the
 * county. As long as the county's zone is a default that nobody confirmed, both results are told.
 *
 * @param zone of townships not listed
 * @param zoneConfirmed false while the zone is a default to be confirmed
 * @see "T/CHES 18-2018, quantity"
 */
record QuantityRule(Limits rich, Limits scarce, Zone zone, boolean zoneConfirmed, Map<String, Zone> byTownship) {

    /** Whether water is plenty: 800 mm of rain a year and 1,000 m3 per person, or less. */
    enum Zone {
        RICH,
        SHORT
    }

    /** Litres per person and day from which the quantity is met, and basically met. */
    record Limits(double meetsL, double basicL) {
        Indicator judge(double litres) {
            return Indicator.atLeast(litres, meetsL, basicL);
        }
    }

    static QuantityRule of(Standard standard) {
        Threshold zone = standard.threshold("water.zone");
        Tree listed = standard.threshold("water.zone_by_township").value();
        Map<String, Zone> byTownship = new HashMap<>();
        listed.keys().forEach(code -> byTownship.put(code, zone(listed.text(code))));
        return new QuantityRule(
                limits(standard, "rich"),
                limits(standard, "short"),
                zone(zone.text()),
                !zone.isDefaultToConfirm(),
                byTownship);
    }

    private static Limits limits(Standard standard, String zone) {
        return new Limits(
                standard.number("water.quantity.meets_" + zone + ".litres_per_person_day"),
                standard.number("water.quantity.basic_" + zone + ".litres_per_person_day"));
    }

    private static Zone zone(String name) {
        return switch (name) {
            case "rich" -> Zone.RICH;
            case "short" -> Zone.SHORT;
            default -> throw new IllegalArgumentException("water zone '" + name + "': rich or short");
        };
    }

    /** The limits that hold for a household of the township. @param township code, "" when unknown */
    Limits limits(String township) {
        return byTownship.getOrDefault(township, zone) == Zone.RICH ? rich : scarce;
    }

    /** Whether the zone of the township was chosen by somebody, and is not a default. */
    boolean isZoneSure(String township) {
        return zoneConfirmed || byTownship.containsKey(township);
    }

    Indicator judge(double litres, String township) {
        return limits(township).judge(litres);
    }

    /** Whether it depends on a zone that nobody confirmed if the quantity is safe. */
    boolean dependsOnZone(double litres, String township) {
        return !isZoneSure(township)
                && rich.judge(litres).isSafe() != scarce.judge(litres).isSafe();
    }

    /** The township of a household as {@link AdminTree#unitsOf} gives it. */
    static String township(String[] units) {
        return units[AdminTree.LEVELS.indexOf("township")];
    }
}
