package org.terrace.power.load;

import java.util.Arrays;
import java.util.List;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;

/** Which households draw power, and what their records say of it. Nobody at houses that are empty or demolished. */
public final class HouseholdLoads {
    private final Column.Codes status;
    private final Column.Codes declared;
    private final Column.Codes machine;
    private final Column.Numbers machineKw;
    private final Column.Numbers kwh;
    private final LoadRules rules;

    public HouseholdLoads(FeatureTable households, LoadRules rules) {
        this.status = households.codesOf("house_status");
        this.declared = households.codesOf("declared_power");
        this.machine = households.codesOf("machine");
        this.machineKw = households.numbers("machine_kw");
        this.kwh = households.numbers("monthly_kwh");
        this.rules = rules;
    }

    /** Whether it draws at all: not at an empty or demolished house, nor where the record says that there is no power. */
    public boolean draws(int household) {
        return !status.is(household, "empty") && !status.is(household, "demolished") && !declared.is(household, "no");
    }

    /**
     * The customers of one area.
     *
     * @param households rows that draw. Those with a meter of their own weigh as it says against the mean of those that have one
     */
    public List<HouseholdLoad> of(int[] households) {
        double mean = Arrays.stream(households)
                .mapToDouble(kwh::get)
                .filter(k -> k > 0)
                .average()
                .orElse(Double.NaN);
        return Arrays.stream(households)
                .mapToObj(h -> {
                    double own = kwh.get(h);
                    double share = Double.isNaN(own) || Double.isNaN(mean) ? 1 : own / mean;
                    return new HouseholdLoad(h, share, !status.is(h, "seasonal"), machineKw(h));
                })
                .toList();
    }

    /** Metered by the month at the houses themselves; NaN unless every one of them has a meter on record. */
    public double meteredKwh(List<HouseholdLoad> customers) {
        double sum = 0;
        for (HouseholdLoad c : customers) {
            sum += kwh.get(c.household());
        }
        return sum;
    }

    private ByLevel machineKw(int household) {
        double recorded = machineKw.get(household);
        boolean assumed = Double.isNaN(recorded) && !machine.isAbsent(household);
        return assumed ? rules.machineKw() : ByLevel.same(Double.isNaN(recorded) ? 0 : recorded);
    }
}
