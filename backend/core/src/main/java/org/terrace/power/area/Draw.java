package org.terrace.power.area;

import java.util.List;
import org.terrace.power.grid.GridArea;
import org.terrace.power.load.Coincidence;
import org.terrace.power.load.HouseholdLoad;
import org.terrace.power.load.Level;
import org.terrace.power.load.LoadRules;

/**
 * What the customers of an area draw together, section by section, at the peak of a season: each number of customers by its own
 * coincidence, as the trade designs lines.
 *
 * <p>A flow needs one power for each customer. It is the customer's part of the whole area's peak; a section that fewer customers hang on
 * carries more than the sum of these parts, by a factor that is applied to its impedance, which gives the voltages of the higher current.
 *
 * @param kw of each customer in the area's peak, machines apart. @param machineKw of its machine in that peak
 * @param factor by section of the tree: current by its own coincidence over the sum of the customers' parts
 * @param sectionKw by section: what it carries at its own peak. @param customers by section: who draws
 */
record Draw(double[] kw, double[] machineKw, double[] factor, double[] sectionKw, int[] customers) {

    static Draw of(AreaInput input, Level level, boolean drying) {
        GridArea area = input.area();
        LoadRules rules = input.rules();
        Coincidence coincidence = rules.coincidence();
        boolean running = drying && input.peak().isWithoutMachines(level);
        List<HouseholdLoad> customers = input.customers();
        int nodes = area.nodes();
        double[] shares = new double[nodes];
        int[] drawing = new int[nodes];
        double[] machinesKw = new double[nodes];
        int[] machines = new int[nodes];
        for (int c = 0; c < customers.size(); c++) {
            HouseholdLoad customer = customers.get(c);
            int node = area.customers().get(c).node();
            if (!customer.drawsAt(level)) {
                continue;
            }
            shares[node] += customer.share();
            drawing[node]++;
            if (running && customer.hasMachine()) {
                machinesKw[node] += customer.machineKw().at(level);
                machines[node]++;
            }
        }
        for (int n = nodes - 1; n > 0; n--) {
            int parent = area.parent(n);
            shares[parent] += shares[n];
            drawing[parent] += drawing[n];
            machinesKw[parent] += machinesKw[n];
            machines[parent] += machines[n];
        }
        double unit = input.peak().unitKw().at(level);
        double whole = coincidence.factor(drawing[0]);
        double machinesWhole = rules.machinesTogether(machines[0], level);
        double[] factor = new double[nodes - 1];
        double[] carried = new double[nodes - 1];
        int[] beyond = new int[nodes - 1];
        for (int n = 1; n < nodes; n++) {
            double parts = unit * shares[n] * whole + machinesKw[n] * machinesWhole;
            carried[n - 1] = unit * shares[n] * coincidence.factor(drawing[n])
                    + machinesKw[n] * rules.machinesTogether(machines[n], level);
            factor[n - 1] = parts > 0 ? carried[n - 1] / parts : 1;
            beyond[n - 1] = drawing[n];
        }
        double[] kw = new double[customers.size()];
        double[] machineKw = new double[customers.size()];
        for (int c = 0; c < customers.size(); c++) {
            HouseholdLoad customer = customers.get(c);
            boolean draws = customer.drawsAt(level);
            kw[c] = draws ? unit * customer.share() * whole : 0;
            machineKw[c] = draws && running ? customer.machineKw().at(level) * machinesWhole : 0;
        }
        return new Draw(kw, machineKw, factor, carried, beyond);
    }
}
