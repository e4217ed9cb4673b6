package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.network.Noding;

/** What the noding found in the drawing, in the words of lines. */
final class DrawingFaults {
    private final List<Noding.Fault> found;
    private final DrawnLines lines;

    DrawingFaults(List<Noding.Fault> found, DrawnLines lines) {
        this.found = found;
        this.lines = lines;
    }

    /** By number of the joint of the network: the gap that it would close. */
    List<Fault> joints() {
        return found.stream()
                .filter(f -> f.kind() == Noding.FaultKind.JOINED)
                .map(f -> told(Fault.Kind.JOINED, f))
                .toList();
    }

    /** By number of the joint: row of the line that ends at the gap. */
    int[] jointLines() {
        return found.stream()
                .filter(f -> f.kind() == Noding.FaultKind.JOINED)
                .mapToInt(Noding.Fault::line)
                .toArray();
    }

    /**
     * Lines that cannot be used, and near misses. Of these only such that keep somebody from being fed: an end that stops
     * short of another line though both are fed is where two feeders meet and are kept apart.
     */
    List<Fault> others(Feeding.Fed fed) {
        Map<Integer, Boolean> isFed = new HashMap<>();
        for (int w = 0; w < fed.wires().count(); w++) {
            Wires.Wire wire = fed.wires().wire(w);
            if (wire.kind() == Wires.Kind.DRAWN) {
                isFed.merge(wire.line(), fed.transformer()[w] != Feeding.NOBODY, Boolean::logicalAnd);
            }
        }
        List<Fault> faults = new ArrayList<>();
        for (Noding.Fault fault : found) {
            switch (fault.kind()) {
                case NEAR_MISS -> {
                    if (!isFed.getOrDefault(fault.line(), false) || !isFed.getOrDefault(fault.other(), false)) {
                        faults.add(told(Fault.Kind.NEAR_MISS, fault));
                    }
                }
                case JOINED, DUPLICATE, SELF_CROSSING -> {}
            }
        }
        for (int row = 0; row < lines.bad.length; row++) {
            if (lines.bad[row]) {
                faults.add(Fault.at(Fault.Kind.BAD_LINE, lines.table.code(row), "", Fault.NOWHERE));
            }
        }
        return faults;
    }

    private Fault told(Fault.Kind kind, Noding.Fault fault) {
        return new Fault(
                kind,
                lines.table.code(fault.line()),
                fault.other() < 0 ? "" : lines.table.code(fault.other()),
                fault.gapM(),
                Double.NaN,
                Double.NaN,
                new Coordinate(fault.x(), fault.y()));
    }
}
