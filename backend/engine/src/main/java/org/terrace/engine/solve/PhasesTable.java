package org.terrace.engine.solve;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.terrace.powerflow.phases.Conductor;
import org.terrace.powerflow.phases.PhaseFlow;
import org.terrace.powerflow.phases.PhaseNetwork;

/**
 * Phase voltages by bus with all digits, the source's bus first, the others as the files first name them; a phase that a bus has not, or
 * that nothing feeds, is empty.
 *
 * <p>Buses go by their names in the files. Only a source's bus whose name is no number, while all others are whole numbers above zero, is
 * written as 0: so the column stays one of numbers, and joins to tables of simulators that count buses from the source on.
 */
final class PhasesTable {
    private static final String SOURCE = "0";

    private PhasesTable() {}

    /** @return whether the source's bus is written as 0 */
    static boolean write(PhaseNetwork network, PhaseFlow flow, Path file) throws IOException {
        boolean zero = isZero(network);
        StringBuilder table = new StringBuilder("bus,vm_a_pu,vm_b_pu,vm_c_pu\n");
        row(network, flow, network.source().node(), zero ? SOURCE : "", table);
        for (int i = 0; i < network.nodes().size(); i++) {
            if (i != network.source().node()) {
                row(network, flow, i, "", table);
            }
        }
        try (BufferedWriter csv = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            csv.append(table);
        }
        return zero;
    }

    private static boolean isZero(PhaseNetwork network) {
        for (int i = 0; i < network.nodes().size(); i++) {
            boolean number = network.nodes().get(i).id().matches("[1-9]\\d*");
            if (number == (i == network.source().node())) {
                return false;
            }
        }
        return true;
    }

    private static void row(PhaseNetwork network, PhaseFlow flow, int node, String name, StringBuilder table) {
        table.append(quoted(name.isEmpty() ? network.nodes().get(node).id() : name));
        for (Conductor phase : Conductor.PHASES) {
            table.append(',').append(number(flow.perUnit(node, phase)));
        }
        table.append('\n');
    }

    /** The shortest digits that read back as the same number. */
    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static String quoted(String id) {
        return id.matches("(?s).*[,\"\\s].*") ? '"' + id.replace("\"", "\"\"") + '"' : id;
    }
}
