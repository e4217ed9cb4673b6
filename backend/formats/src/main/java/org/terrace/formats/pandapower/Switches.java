package org.terrace.formats.pandapower;

import org.terrace.formats.issue.Issue;
import org.terrace.powerflow.PowerNetwork;
import org.terrace.powerflow.Switch;

/** Switches of a folder: between buses, and at the ends of lines and transformers. */
final class Switches {
    private final PowerNetwork.Builder grid;
    private final Buses buses;
    private final Branches branches;
    private final Transformers transformers;

    Switches(PowerNetwork.Builder grid, Buses buses, Branches branches, Transformers transformers) {
        this.grid = grid;
        this.buses = buses;
        this.branches = branches;
        this.transformers = transformers;
    }

    void read(ElementTable table) {
        for (ElementRow row : table.rows("bus", "element", "et")) {
            int bus = buses.of(row, "bus");
            boolean closed = row.flag("closed", true);
            double ohm = row.notNegative("z_ohm", 0);
            String id = ElementRow.plainId(row.text("element"));
            switch (row.text("et")) {
                case "b" -> {
                    int other = buses.of(row, "element");
                    buses.requireApart(row, bus, other, "element");
                    if (closed) {
                        buses.warnOfLevels(row, bus, other, "element");
                    }
                    add(row, new Switch(bus, Switch.Kind.BUS, other, closed, ohm));
                }
                case "l" -> atLine(row, bus, branches.line(id), closed);
                case "t" -> atTransformer(row, bus, transformers.of(id), closed);
                case "t3" -> atStar(row, bus, transformers.star(id), closed);
                default -> row.refuse(Issue.error("pp_switch_type", row.place()), "et");
            }
        }
    }

    private void add(ElementRow row, Switch joint) {
        if (!row.isBad()) {
            grid.joint(joint);
        }
    }

    private void atLine(ElementRow row, int bus, int line, boolean closed) {
        if (requireThere(row, line)) {
            requireAt(row, grid.lineAt(line).from() == bus || grid.lineAt(line).to() == bus);
            add(row, new Switch(bus, Switch.Kind.LINE, line, closed, 0));
        }
    }

    private void atTransformer(ElementRow row, int bus, int transformer, boolean closed) {
        if (requireThere(row, transformer)) {
            requireAt(row, isAt(transformer, bus));
            add(row, new Switch(bus, Switch.Kind.TRANSFORMER, transformer, closed, 0));
        }
    }

    private void atStar(ElementRow row, int bus, int first, boolean closed) {
        if (requireThere(row, first)) {
            for (int winding = first; winding < first + 3; winding++) {
                if (isAt(winding, bus)) {
                    add(row, new Switch(bus, Switch.Kind.TRANSFORMER, winding, closed, 0));
                    return;
                }
            }
            requireAt(row, false);
        }
    }

    private boolean isAt(int transformer, int bus) {
        return grid.transformerAt(transformer).high() == bus
                || grid.transformerAt(transformer).low() == bus;
    }

    private static boolean requireThere(ElementRow row, int element) {
        if (element < 0) {
            row.refuse(Issue.error("pp_switch_element", row.place()), "element");
        }
        return element >= 0;
    }

    private static void requireAt(ElementRow row, boolean at) {
        if (!at && !row.isBad()) {
            row.refuse(Issue.error("pp_switch_bus", row.place()).with("element", row.text("element")), "bus");
        }
    }
}
