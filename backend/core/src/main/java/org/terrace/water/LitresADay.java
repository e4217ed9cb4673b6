package org.terrace.water;

/**
 * Litres per person and day of one household at the tap: what is used on record, and what its supply leaves in the dry season. That has two
 * readings where the record leaves it open how many drink from the supply, or which source runs into which.
 *
 * @param used on record, NaN where it is not
 * @param dryAtBest for those on record, by the reading with most water; NaN where nothing was measured
 * @param dryAtWorst for all whom the record or the owner tells of, by the reading with least
 * @param whole whether all sources of the supply were measured, so that too little is too little
 */
record LitresADay(double used, double dryAtBest, double dryAtWorst, boolean whole) {

    /** By both readings: enough only if it is by both, too little only if it is by both; else not known. */
    Indicator under(QuantityRule.Limits zone) {
        Indicator best = judge(dryAtBest, zone);
        Indicator worst = judge(dryAtWorst, zone);
        return best.isSafe() && !worst.isSafe() ? Indicator.UNKNOWN : best.isSafe() ? worst : best;
    }

    /** Whether it is enough by one reading and not by the other. */
    boolean areOpen(QuantityRule.Limits zone) {
        return judge(dryAtBest, zone).isSafe() && !judge(dryAtWorst, zone).isSafe();
    }

    /** Whether it depends on a zone that nobody confirmed if it is enough. */
    boolean dependOnZone(QuantityRule rule, String township) {
        return !atLeastOnly()
                && (rule.dependsOnZone(deciding(dryAtBest, rule.limits(township)), township)
                        || rule.dependsOnZone(deciding(dryAtWorst, rule.limits(township)), township));
    }

    /** Whether what is used is less than what the supply leaves. */
    boolean isUsedTheLess(QuantityRule.Limits zone) {
        return deciding(dryAtBest, zone) != dryAtBest;
    }

    private boolean atLeastOnly() {
        return !whole && Double.isNaN(used);
    }

    private Indicator judge(double dry, QuantityRule.Limits zone) {
        Indicator judged = zone.judge(deciding(dry, zone));
        return atLeastOnly() && judged == Indicator.FAILS ? Indicator.UNKNOWN : judged;
    }

    /**
     * The less of what is used and what the dry season leaves. Where some of the supply's sources were not measured their share is known
     * at least only: it counts where nothing else is known and it is enough as it stands.
     */
    private double deciding(double dry, QuantityRule.Limits zone) {
        if (Double.isNaN(dry) || (!whole && (!Double.isNaN(used) || dry < zone.basicL()))) {
            return used;
        }
        return Double.isNaN(used) ? dry : Math.min(used, dry);
    }
}
