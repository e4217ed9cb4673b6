package org.terrace.water;

import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.region.AdminTree;
import org.terrace.region.FeatureTable;
import org.terrace.standard.Standard;

/**
 * What the people of each supply need a day in the dry season, in litres at the source: enough is what basically meets the quantity where they
 * live, with what pipes lose. One definition for all who ask whether a source suffices.
 *
 * <p>Where the owner reports more households than are on record, they may need more: what is not needed by those on record only is not known
 * to be left over.
 */
public final class SupplyNeed {
    private static final Derived.Key<SupplyNeed> KEY = new Derived.Key<>("water.need", SupplyNeed.class);

    private final FeatureTable households;
    private final Drinkers drinkers;
    private final AdminTree units;
    private final QuantityRule quantity;
    private final double withLoss;
    private final double[] known;
    private final double[] most;
    private final double[] mostToMeet;

    /** Of a snapshot; reckoned once for all who ask. */
    public static SupplyNeed of(Assessment assessment) {
        return assessment.derived().get(KEY, assessment.standard().values(), () -> new SupplyNeed(assessment));
    }

    private SupplyNeed(Assessment assessment) {
        Standard standard = assessment.standard();
        Supplies supplies = Supplies.of(assessment);
        this.households = assessment.region().households();
        this.drinkers = Drinkers.of(assessment);
        this.units = assessment.units();
        this.quantity = QuantityRule.of(standard);
        this.withLoss = WaterDemand.of(standard).withLoss();
        this.known = new double[supplies.count()];
        this.most = new double[supplies.count()];
        this.mostToMeet = new double[supplies.count()];
        for (int i = 0; i < households.size(); i++) {
            int s = supplies.ofHousehold(i);
            if (s >= 0 && drinkers.of(i) > 0) {
                known[s] += litresOf(i);
                mostToMeet[s] += drinkers.of(i) * limits(i).meetsL() * withLoss;
            }
        }
        QuantityRule.Limits county = quantity.limits("");
        for (int s = 0; s < known.length; s++) {
            // Nobody knows where those live whom only the owner counts.
            known[s] += Math.max(0, supplies.people(s) - supplies.peopleOnRecord(s)) * county.basicL() * withLoss;
            double more = supplies.peopleAtMost(s) - supplies.people(s);
            most[s] = known[s] + more * county.basicL() * withLoss;
            mostToMeet[s] += (supplies.peopleAtMost(s) - supplies.peopleOnRecord(s)) * county.meetsL() * withLoss;
        }
    }

    /** What basically meets the quantity of one household, for all of its people; whole litres a day at the source, at least one. */
    long litresOf(int household) {
        return (long)
                Math.max(1, Math.ceil(drinkers.of(household) * limits(household).basicL() * withLoss));
    }

    private QuantityRule.Limits limits(int i) {
        return quantity.limits(QuantityRule.township(
                units.unitsOf(households.text("group_code").get(i), households.x(i), households.y(i))));
    }

    /** To basically meet the quantity of those on record; where nobody is, of those that the owner reports. */
    public double knownL(int supply) {
        return known[supply];
    }

    /** The same with all households that the owner reports: what is beyond this may be given to others. */
    public double mostL(int supply) {
        return most[supply];
    }

    /** To meet their quantity, and not only basically. */
    double mostToMeetL(int supply) {
        return mostToMeet[supply];
    }
}
