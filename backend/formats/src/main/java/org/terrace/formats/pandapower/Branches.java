package org.terrace.formats.pandapower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.terrace.formats.issue.Issue;
import org.terrace.powerflow.Impedance;
import org.terrace.powerflow.Line;
import org.terrace.powerflow.PowerNetwork;

/** Lines and impedances of a folder. */
final class Branches {
    private final PowerNetwork.Builder grid;
    private final Buses buses;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<String> impedanceKinds = new ArrayList<>();

    Branches(PowerNetwork.Builder grid, Buses buses) {
        this.grid = grid;
        this.buses = buses;
    }

    /** Position of a line; -1 for none of this id. */
    int line(String id) {
        return lines.getOrDefault(id, -1);
    }

    int lines() {
        return lines.size();
    }

    /** Kinds of the impedances added so far, in their order. */
    List<String> impedanceKinds() {
        return impedanceKinds;
    }

    void readLines(ElementTable table) {
        table.noteMissing("c_nf_per_km", "0");
        for (ElementRow row : table.rows("from_bus", "to_bus", "length_km", "r_ohm_per_km", "x_ohm_per_km")) {
            int from = buses.of(row, "from_bus");
            int to = buses.of(row, "to_bus");
            buses.requireApart(row, from, to, "to_bus");
            buses.warnOfLevels(row, from, to, "to_bus");
            double km = row.positive("length_km");
            double r = row.number("r_ohm_per_km");
            double x = row.number("x_ohm_per_km");
            double c = row.notNegative("c_nf_per_km", 0);
            double g = row.notNegative("g_us_per_km", 0);
            double parallel = row.positive("parallel", 1);
            double rating = row.rating("max_i_ka") * row.positive("df", 1) * parallel;
            boolean inService = row.inService();
            if (r == 0 && x == 0) {
                row.refuse(Issue.error("pp_no_impedance", row.place()), "r_ohm_per_km");
            }
            if (lines.containsKey(row.id())) {
                row.refuse(Issue.error("pp_twice", row.place()).value(row.id()), "line");
            }
            if (!row.isBad()) {
                lines.put(
                        row.id(), grid.line(new Line(row.id(), from, to, km, r, x, c, g, parallel, rating, inService)));
            }
        }
    }

    void readImpedances(ElementTable table) {
        for (ElementRow row : table.rows("from_bus", "to_bus", "rft_pu", "xft_pu", "sn_mva")) {
            int from = buses.of(row, "from_bus");
            int to = buses.of(row, "to_bus");
            buses.requireApart(row, from, to, "to_bus");
            double r = row.number("rft_pu");
            double x = row.number("xft_pu");
            double rBack = row.number("rtf_pu", r);
            double xBack = row.number("xtf_pu", x);
            double mva = row.positive("sn_mva");
            double gFrom = row.number("gf_pu", 0);
            double bFrom = row.number("bf_pu", 0);
            double gTo = row.number("gt_pu", gFrom);
            double bTo = row.number("bt_pu", bFrom);
            if ((r == 0 && x == 0) || (rBack == 0 && xBack == 0)) {
                row.refuse(Issue.error("pp_no_impedance", row.place()), "rft_pu");
            }
            boolean inService = row.inService();
            if (!row.isBad()) {
                add(
                        "impedance",
                        new Impedance(row.id(), from, to, mva, r, x, rBack, xBack, gFrom, bFrom, gTo, bTo, inService));
            }
        }
    }

    void add(String kind, Impedance impedance) {
        impedanceKinds.add(kind);
        grid.impedance(impedance);
    }
}
