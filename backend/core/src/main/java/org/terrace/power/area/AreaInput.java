package org.terrace.power.area;

import java.util.List;
import org.terrace.power.grid.GridArea;
import org.terrace.power.load.AreaPeak;
import org.terrace.power.load.HouseholdLoad;
import org.terrace.power.load.LoadRules;

/**
 * Everything that an area's voltages follow from.
 *
 * @param customers in the order of the area's. @param wishes the same, as far as phases go
 * @param peak what they draw
 */
record AreaInput(
        GridArea area,
        Supply supply,
        List<HouseholdLoad> customers,
        List<PhasePlan.Wish> wishes,
        AreaPeak peak,
        GridRecords records) {

    /** What is the same for all areas of a county. */
    record GridRecords(Wires wires, Plate.Series series, Assumed assumed, LoadRules loads) {}

    AreaInput withPeak(AreaPeak other) {
        return new AreaInput(area, supply, customers, wishes, other, records);
    }

    AreaInput with(GridArea other, List<PhasePlan.Wish> otherWishes) {
        return new AreaInput(other, supply, customers, otherWishes, peak, records);
    }

    LoadRules rules() {
        return records.loads();
    }

    Assumed assumed() {
        return records.assumed();
    }
}
