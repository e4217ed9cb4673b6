package org.terrace.formats.pandapower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.terrace.formats.issue.Issue;
import org.terrace.powerflow.Bus;
import org.terrace.powerflow.PowerNetwork;

/** The buses of a folder, by id. */
final class Buses {
    private final PowerNetwork.Builder grid;
    private final Map<String, Integer> position = new HashMap<>();
    private final List<Double> nominalKv = new ArrayList<>();

    Buses(ElementTable table, PowerNetwork.Builder grid) {
        this.grid = grid;
        for (ElementRow row : table.rows("vn_kv")) {
            double kv = row.positive("vn_kv");
            boolean inService = row.inService();
            if (row.id().isEmpty()) {
                row.refuse(Issue.error("pp_empty", row.place()), "bus");
            } else if (position.containsKey(row.id())) {
                row.refuse(Issue.error("pp_twice", row.place()).value(row.id()), "bus");
            }
            if (!row.isBad()) {
                position.put(row.id(), add(row.id(), kv, inService));
            }
        }
    }

    private int add(String id, double kv, boolean inService) {
        nominalKv.add(kv);
        return grid.bus(new Bus(id, kv, inService));
    }

    /** A bus that is in no table: the star of a transformer, the inside of a ward. */
    int inner(String id, int like) {
        return add(id, nominalKv.get(like), true);
    }

    int count() {
        return position.size();
    }

    double nominalKv(int bus) {
        return nominalKv.get(bus);
    }

    /** Position of the bus that a row names; -1 when it was reported. */
    int of(ElementRow row, String column) {
        if (!row.has(column)) {
            row.refuse(Issue.error("pp_empty", row.place()), column);
            return -1;
        }
        int found = position.getOrDefault(ElementRow.plainId(row.text(column)), -1);
        if (found < 0) {
            row.refuse(Issue.error("pp_no_bus", row.place()), column);
        }
        return found;
    }

    /** Reports a branch from a bus to itself. */
    void requireApart(ElementRow row, int from, int to, String column) {
        if (from >= 0 && from == to) {
            row.refuse(Issue.error("pp_same_bus", row.place()), column);
        }
    }

    /** Warns of a line or switch between buses of different nominal voltages. */
    void warnOfLevels(ElementRow row, int from, int to, String column) {
        if (from >= 0 && to >= 0 && nominalKv(from) != nominalKv(to)) {
            row.warn(
                    Issue.warning("pp_levels", row.place())
                            .with("from", nominalKv(from))
                            .with("to", nominalKv(to)),
                    column);
        }
    }
}
