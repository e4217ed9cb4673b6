package org.terrace.power.area;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.terrace.power.grid.GridArea;
import org.terrace.power.load.AreaPeak;
import org.terrace.power.load.HouseholdLoad;
import org.terrace.power.load.HouseholdLoads;
import org.terrace.power.load.LoadRules;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Standard;

/** What the records say of an area's transformer and customers, gathered for the flow. */
final class AreaRecords {
    private final FeatureTable households;
    private final FeatureTable facilities;
    private final HouseholdLoads loads;
    private final AreaInput.GridRecords grid;
    private final Column.Numbers measured;

    AreaRecords(Region region, ReferenceData reference) {
        Standard standard = reference.standard();
        LoadRules rules = LoadRules.of(standard);
        this.households = region.households();
        this.facilities = region.table(LayerKind.POWER_FACILITY);
        this.loads = new HouseholdLoads(households, rules);
        this.grid =
                new AreaInput.GridRecords(Wires.of(reference), Plate.Series.of(reference), Assumed.of(standard), rules);
        this.measured = households.numbers("measured_voltage_v");
    }

    AreaInput of(GridArea area) {
        int[] rows = rows(area);
        List<HouseholdLoad> customers = loads.of(rows);
        List<PhasePlan.Wish> wishes = IntStream.range(0, rows.length)
                .mapToObj(c -> wish(area.customers().get(c).node(), rows[c], customers.get(c)))
                .toList();
        int transformer = facilities.rowOf(area.transformer());
        AreaPeak peak = AreaPeak.of(
                facilities.numbers("peak_current_a").get(transformer),
                facilities.numbers("monthly_kwh").get(transformer),
                loads.meteredKwh(customers),
                customers,
                grid.loads());
        return new AreaInput(area, Supply.of(facilities, transformer), customers, wishes, peak, grid);
    }

    /** Volts to neutral by customer of the area; NaN where nobody measured. */
    double[] measured(GridArea area) {
        return Arrays.stream(rows(area))
                .mapToDouble(h -> VoltageLimits.toNeutral(measured.get(h)))
                .toArray();
    }

    private int[] rows(GridArea area) {
        return area.customers().stream()
                .mapToInt(c -> households.rowOf(c.household()))
                .toArray();
    }

    private PhasePlan.Wish wish(int node, int row, HouseholdLoad load) {
        double phases = households.numbers("supply_phases").get(row);
        Column.Codes phase = households.codesOf("supply_phase");
        return new PhasePlan.Wish(
                node,
                load.share(),
                Double.isNaN(phases) ? 0 : (int) phases,
                phase.isAbsent(row) ? "" : phase.code(row));
    }
}
