package org.terrace.engine.solve;

import java.io.IOException;
import java.nio.file.Path;
import org.terrace.formats.pandapower.PandapowerNetwork;
import org.terrace.powerflow.BranchFlow;
import org.terrace.powerflow.FlowState;

/**
 * A solved power network as tables in the order of its files, with all digits: sums and differences of them are exact to rounding. What is
 * not known is empty: the voltage of a bus that nothing feeds, the loading of what has no rating.
 *
 * <p>Power flows into a branch at each end, lagging reactive power is positive, as in pandapower.
 */
final class PowerTables {
    private static final double KILO = 1_000;

    private PowerTables() {}

    static void writeBuses(PandapowerNetwork read, FlowState state, Path file) throws IOException {
        StringBuilder table = new StringBuilder("bus,vm_pu,va_degree\n");
        for (int i = 0; i < read.shownBuses(); i++) {
            table.append(TableText.quoted(read.network().buses().get(i).id()));
            cell(table, state.vmPu()[i]);
            cell(table, state.vaDegree()[i]);
            table.append('\n');
        }
        TableText.write(file, table);
    }

    static void writeBranches(PandapowerNetwork read, FlowState state, Path file) throws IOException {
        StringBuilder table =
                new StringBuilder("element,kind,p_from_kw,q_from_kvar,i_from_a,i_to_a,losses_kw,loading_percent\n");
        for (int k = 0; k < state.branches().size(); k++) {
            BranchFlow flow = state.branches().get(k);
            table.append(TableText.quoted(flow.id()))
                    .append(',')
                    .append(read.branchKinds().get(k));
            cell(table, flow.pFromMw() * KILO);
            cell(table, flow.qFromMvar() * KILO);
            cell(table, flow.iFromKa() * KILO);
            cell(table, flow.iToKa() * KILO);
            cell(table, flow.lossesMw() * KILO);
            cell(table, flow.loadingPercent());
            table.append('\n');
        }
        TableText.write(file, table);
    }

    private static void cell(StringBuilder table, double value) {
        table.append(',').append(TableText.number(value));
    }
}
