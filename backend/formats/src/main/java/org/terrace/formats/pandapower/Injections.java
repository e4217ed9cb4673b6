package org.terrace.formats.pandapower;

import org.terrace.formats.issue.Issue;
import org.terrace.powerflow.Generator;
import org.terrace.powerflow.Impedance;
import org.terrace.powerflow.Load;
import org.terrace.powerflow.PowerNetwork;
import org.terrace.powerflow.Shunt;

/** What draws or feeds in at the buses of a folder. */
final class Injections {
    private final PowerNetwork.Builder grid;
    private final Buses buses;

    Injections(PowerNetwork.Builder grid, Buses buses) {
        this.grid = grid;
        this.buses = buses;
    }

    void readLoads(ElementTable table) {
        for (ElementRow row : table.rows("bus", "p_mw")) {
            int bus = buses.of(row, "bus");
            double scaling = row.number("scaling", 1);
            double p = row.number("p_mw") * scaling;
            double q = row.number("q_mvar", 0) * scaling;
            double zp = share(row, "z", "p");
            double ip = share(row, "i", "p");
            double zq = share(row, "z", "q");
            double iq = share(row, "i", "q");
            boolean inService = row.inService();
            if (zp + ip > 1 + 1e-9 || zq + iq > 1 + 1e-9) {
                row.refuse(
                        Issue.error("pp_shares", row.place()),
                        row.has("const_z_percent") ? "const_z_percent" : "const_z_p_percent");
            }
            if (!row.isBad()) {
                grid.load(new Load(row.id(), bus, p, q, zp, ip, zq, iq, inService));
            }
        }
    }

    /** Both powers have one share in older tables. */
    private static double share(ElementRow row, String kind, String power) {
        String own = "const_" + kind + "_" + power + "_percent";
        String column = row.has(own) ? own : "const_" + kind + "_percent";
        return row.notNegative(column, 0) / 100;
    }

    /** @param sign 1 for what draws, -1 for what feeds in */
    void readPowers(ElementTable table, int sign) {
        for (ElementRow row : table.rows("bus", "p_mw")) {
            double scaling = row.number("scaling", 1) * sign;
            double p = row.number("p_mw") * scaling;
            double q = row.number("q_mvar", 0) * scaling;
            add(row, p, q, sign);
        }
    }

    /** The three phases together: what a balanced network can say of them. */
    void readPhases(ElementTable table, int sign) {
        for (ElementRow row : table.rows("bus", "p_a_mw", "p_b_mw", "p_c_mw")) {
            double scaling = row.number("scaling", 1) * sign;
            double p = row.number("p_a_mw") + row.number("p_b_mw") + row.number("p_c_mw");
            double q = row.number("q_a_mvar", 0) + row.number("q_b_mvar", 0) + row.number("q_c_mvar", 0);
            add(row, p * scaling, q * scaling, sign);
        }
    }

    void readMotors(ElementTable table) {
        for (ElementRow row : table.rows("bus", "pn_mech_mw", "cos_phi")) {
            double scaling = row.number("scaling", 1) * row.notNegative("loading_percent", 100) / 100;
            double p = row.number("pn_mech_mw") / row.positive("efficiency_percent", 100) * 100 * scaling;
            double cosine = row.positive("cos_phi");
            if (cosine > 1) {
                row.refuse(Issue.error("pp_cosine", row.place()), "cos_phi");
            }
            add(row, p, Math.abs(p) * Math.sqrt(Math.max(0, 1 / (cosine * cosine) - 1)), 1);
        }
    }

    private void add(ElementRow row, double p, double q, int sign) {
        int bus = buses.of(row, "bus");
        boolean inService = row.inService();
        if (!row.isBad()) {
            Load load = new Load(row.id(), bus, p, q, 0, 0, 0, 0, inService);
            if (sign > 0) {
                grid.load(load);
            } else {
                grid.feed(load);
            }
        }
    }

    void readShunts(ElementTable table) {
        for (ElementRow row : table.rows("bus", "q_mvar")) {
            int bus = buses.of(row, "bus");
            double steps = row.number("step", 1);
            double p = row.number("p_mw", 0) * steps;
            double q = row.number("q_mvar") * steps;
            double kv = row.positive("vn_kv", bus < 0 ? 1 : buses.nominalKv(bus));
            boolean inService = row.inService();
            if (inService && row.flag("step_dependency_table", false)) {
                row.refuse(Issue.error("pp_tables", row.place()), "step_dependency_table");
            }
            if (!row.isBad()) {
                grid.shunt(new Shunt(row.id(), bus, p, q, kv, inService));
            }
        }
    }

    void readWards(ElementTable table) {
        for (ElementRow row : table.rows("bus", "ps_mw", "qs_mvar", "pz_mw", "qz_mvar")) {
            addWard(row);
        }
    }

    private int addWard(ElementRow row) {
        int bus = buses.of(row, "bus");
        double ps = row.number("ps_mw");
        double qs = row.number("qs_mvar");
        double pz = row.number("pz_mw");
        double qz = row.number("qz_mvar");
        boolean inService = row.inService();
        if (!row.isBad()) {
            grid.load(new Load(row.id(), bus, ps, qs, 0, 0, 0, 0, inService));
            grid.shunt(new Shunt(row.id(), bus, pz, qz, buses.nominalKv(bus), inService));
        }
        return bus;
    }

    void readExtendedWards(ElementTable table, Branches branches) {
        for (ElementRow row : table.rows("bus", "ps_mw", "qs_mvar", "pz_mw", "qz_mvar", "r_ohm", "x_ohm", "vm_pu")) {
            int bus = addWard(row);
            double r = row.number("r_ohm");
            double x = row.number("x_ohm");
            double vm = row.positive("vm_pu");
            boolean inService = row.inService();
            if (r == 0 && x == 0) {
                row.refuse(Issue.error("pp_no_impedance", row.place()), "r_ohm");
            }
            if (!row.isBad()) {
                double baseOhm = buses.nominalKv(bus) * buses.nominalKv(bus);
                int inner = buses.inner("inside of " + row.id(), bus);
                branches.add(
                        "xward",
                        new Impedance(
                                row.id(),
                                bus,
                                inner,
                                1,
                                r / baseOhm,
                                x / baseOhm,
                                r / baseOhm,
                                x / baseOhm,
                                0,
                                0,
                                0,
                                0,
                                inService));
                grid.generator(new Generator(row.id(), inner, 0, vm, inService));
            }
        }
    }
}
