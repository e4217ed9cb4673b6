package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.region.FeatureTable;

/** Which transformer each line names on record, and which lines name one that cannot be right. */
final class LineNames {
    static final int NOBODY = -1;
    /** A name that is no transformer's. */
    static final int UNKNOWN = -2;

    private final DrawnLines lines;
    private final FeatureTable facilities;
    private final int[] named;

    LineNames(DrawnLines lines, FeatureTable facilities) {
        this.lines = lines;
        this.facilities = facilities;
        this.named = new int[lines.rows()];
        for (int line = 0; line < named.length; line++) {
            String code = text(line);
            int row = facilities.rowOf(code);
            named[line] = code.isEmpty() ? NOBODY : Leads.isTransformer(facilities, row) ? row : UNKNOWN;
        }
    }

    private String text(int line) {
        return lines.table.text("transformer_code").get(line);
    }

    /** Row of the transformer, {@link #NOBODY} or {@link #UNKNOWN}. */
    int of(int line) {
        return named[line];
    }

    /** @param transformer by wire: who feeds it, -1 for nobody */
    List<Fault> faults(Wires wires, int[] transformer) {
        List<Set<Integer>> feeders = new ArrayList<>();
        for (int line = 0; line < named.length; line++) {
            feeders.add(new TreeSet<>());
        }
        for (int w = 0; w < wires.count(); w++) {
            if (wires.wire(w).kind() == Wires.Kind.DRAWN) {
                feeders.get(wires.wire(w).line()).add(transformer[w]);
            }
        }
        List<Fault> faults = new ArrayList<>();
        for (int line = 0; line < named.length; line++) {
            Set<Integer> fedBy = feeders.get(line);
            if (fedBy.isEmpty() || named[line] == NOBODY) {
                continue;
            }
            Coordinate middle = lines.at(line, lines.lengthM(line) / 2);
            if (named[line] == UNKNOWN) {
                faults.add(Fault.length(
                        Fault.Kind.UNKNOWN_TRANSFORMER,
                        lines.table.code(line),
                        text(line),
                        lines.lengthM(line),
                        middle));
            } else if (!fedBy.contains(named[line]) && !fedBy.contains(NOBODY)) {
                faults.add(Fault.length(
                        Fault.Kind.OTHER_TRANSFORMER,
                        lines.table.code(line),
                        facilities.code(fedBy.iterator().next()),
                        lines.lengthM(line),
                        middle));
            }
        }
        return faults;
    }
}
