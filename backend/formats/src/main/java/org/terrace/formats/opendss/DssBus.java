package org.terrace.formats.opendss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.terrace.formats.issue.Issue;
import org.terrace.powerflow.phases.Conductor;

/**
 * A bus with the nodes of it that are meant: {@code 34.1.2}. Nodes 1, 2, 3 are the phases, 4 the neutral wire, 0 earth.
 *
 * @param nodes empty when the file names none
 */
record DssBus(String label, List<Integer> nodes) {
    private static final int MOST = 4;

    DssBus {
        nodes = List.copyOf(nodes);
    }

    /** @return empty when reported: no such property, or no such node */
    static Optional<DssBus> of(DssStatement statement, String key, DssReport report) {
        Optional<DssStatement.Property> property = statement.last(key);
        if (property.isEmpty()) {
            report.missing(statement, key);
            return Optional.empty();
        }
        return of(statement, property.get(), property.get().value(), report);
    }

    static Optional<DssBus> of(DssStatement statement, DssStatement.Property property, String text, DssReport report) {
        String[] parts = text.split("\\.", -1);
        List<Integer> nodes = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            if (!parts[i].matches("[0-4]")) {
                report.report(Issue.error("dss_bus_node", statement.place(property.line()))
                        .field(property.key())
                        .value(text));
                return Optional.empty();
            }
            nodes.add(Integer.parseInt(parts[i]));
        }
        if (parts[0].isEmpty()) {
            report.report(Issue.error("dss_bus_node", statement.place(property.line()))
                    .field(property.key())
                    .value(text));
            return Optional.empty();
        }
        return Optional.of(new DssBus(parts[0], nodes));
    }

    /** The nodes named, else the usual ones; as OpenDSS, the usual ones fill up what is not named. */
    List<Integer> nodes(List<Integer> usual) {
        List<Integer> all = new ArrayList<>(nodes);
        for (int i = all.size(); i < usual.size(); i++) {
            all.add(usual.get(i));
        }
        return all;
    }

    static Conductor conductor(int node) {
        return node == 0 ? Conductor.EARTH : node == MOST ? Conductor.N : Conductor.PHASES.get(node - 1);
    }
}
