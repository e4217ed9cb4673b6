package org.terrace.power.grid;

import java.util.Optional;

/**
 * Phases down a tree. A section has those of its record, but no more than all above it have; where none are on record nobody knows, unless
 * the line above has only one.
 */
final class Phases {
    /** Most that can be there, by node. */
    private final int[] most;
    /** Those on the last record above, by node. */
    private final int[] lastOnRecord;
    /** Letter of a single phase, by node. */
    private final String[] letter;

    /** @param fault what the record says that cannot be */
    record Of(int phases, String phase, Optional<Fault.Kind> fault) {}

    Phases(int nodes) {
        most = new int[nodes];
        lastOnRecord = new int[nodes];
        letter = new String[nodes];
        most[0] = 3;
        lastOnRecord[0] = 3;
        letter[0] = "";
    }

    /** Of the section that feeds a node; nodes from the transformer outwards. */
    Of below(int node, int parent, RawSection raw) {
        int recorded = raw.phases();
        int phases = recorded == 0 ? (most[parent] == 1 ? 1 : 0) : Math.min(recorded, most[parent]);
        most[node] = phases == 0 ? most[parent] : phases;
        lastOnRecord[node] = recorded == 0 ? lastOnRecord[parent] : recorded;
        String above = most[parent] == 1 ? letter[parent] : "";
        String own = recorded == 1 || phases == 1 ? raw.phase() : "";
        letter[node] = phases == 1 ? (above.isEmpty() ? own : above) : "";
        boolean differs = !above.isEmpty() && !own.isEmpty() && !above.equals(own);
        return new Of(
                phases,
                letter[node],
                recorded > lastOnRecord[parent]
                        ? Optional.of(Fault.Kind.PHASES_GROW)
                        : differs ? Optional.of(Fault.Kind.PHASE_DIFFERS) : Optional.empty());
    }

    /** Of a section that closes a loop. */
    Of between(int a, int b, RawSection raw) {
        int bound = Math.min(most[a], most[b]);
        int phases = raw.phases() == 0 ? (bound == 1 ? 1 : 0) : Math.min(raw.phases(), bound);
        return new Of(phases, phases == 1 ? raw.phase() : "", Optional.empty());
    }
}
