package org.terrace.formats.pandapower;

import java.util.function.Consumer;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.powerflow.Generator;
import org.terrace.powerflow.PowerNetwork;
import org.terrace.powerflow.Source;

/** Where a folder's network gets its voltage: external grids, and generators. */
final class Sources {
    private final PowerNetwork.Builder grid;
    private final Buses buses;
    private boolean any;

    Sources(PowerNetwork.Builder grid, Buses buses) {
        this.grid = grid;
        this.buses = buses;
    }

    void readExternal(ElementTable table) {
        for (ElementRow row : table.rows("bus")) {
            double vm = row.positive("vm_pu", 1);
            double va = row.number("va_degree", 0);
            boolean inService = row.inService();
            add(row, bus -> grid.source(new Source(row.id(), bus, vm, va, inService)), inService);
        }
    }

    void readGenerators(ElementTable table) {
        for (ElementRow row : table.rows("bus", "p_mw")) {
            double p = row.number("p_mw") * row.number("scaling", 1);
            double vm = row.positive("vm_pu", 1);
            boolean inService = row.inService();
            boolean slack = row.flag("slack", false);
            add(
                    row,
                    bus -> {
                        if (slack) {
                            grid.source(new Source(row.id(), bus, vm, 0, inService));
                        } else {
                            grid.generator(new Generator(row.id(), bus, p, vm, inService));
                        }
                    },
                    inService && slack);
        }
    }

    private void add(ElementRow row, Consumer<Integer> added, boolean isSource) {
        int bus = buses.of(row, "bus");
        if (!row.isBad()) {
            added.accept(bus);
            any |= isSource;
        }
    }

    /** Reports a network to which nothing gives a voltage. */
    void requireAny(IssueSink issues) {
        if (!any) {
            issues.report(Issue.error("pp_no_source", Place.file("ext_grid.csv")));
        }
    }
}
