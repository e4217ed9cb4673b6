package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.List;

/** How long each wire is along the slope: stretches of a line as the line's spans have it, all else straight. */
final class WireLengths {
    private final SlopeLengths slopes;
    private final List<SlopeLengths.OnLine> onLine = new ArrayList<>();

    WireLengths(DrawnLines lines, SlopeLengths slopes) {
        this.slopes = slopes;
        for (int row = 0; row < lines.rows(); row++) {
            onLine.add(slopes.along(lines, row));
        }
    }

    SlopeLengths.Length of(Wires wires, int w) {
        Wires.Wire wire = wires.wire(w);
        return wire.kind() == Wires.Kind.DRAWN
                ? onLine(wire.line(), wire.fromM(), wire.toM())
                : slopes.straight(wires.places.get(wire.from()), wires.places.get(wire.to()));
    }

    SlopeLengths.Length onLine(int row, double fromM, double toM) {
        return onLine.get(row).between(fromM, toM);
    }

    SlopeLengths slopes() {
        return slopes;
    }
}
