package org.terrace.powerflow.phases;

import java.util.List;

/** What carries current at a node. */
public enum Conductor {
    A,
    B,
    C,
    /** The neutral wire. Where a node has none, earth stands for it. */
    N,
    /** Ground: the other end of a load or nothing else; no line carries it, its voltage is zero. */
    EARTH;

    /** The phases in their order; each lags the one before it by 120 degrees. */
    public static final List<Conductor> PHASES = List.of(A, B, C);

    /** Three phases and no neutral wire. */
    public static final List<Conductor> THREE_WIRES = PHASES;

    public static final List<Conductor> FOUR_WIRES = List.of(A, B, C, N);

    int bit() {
        return 1 << ordinal();
    }
}
