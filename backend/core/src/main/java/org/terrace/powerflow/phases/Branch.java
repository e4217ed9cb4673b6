package org.terrace.powerflow.phases;

import java.util.EnumSet;
import java.util.List;

/**
 * What joins two nodes: V(to) = ratio V(from) - ohms I(to), and I(from) is the transpose of the ratio times I(to). Currents are those
 * that flow on from the second node, in amperes, one for each of its conductors.
 */
public sealed interface Branch {
    String id();

    /** Position of the first node in the network's list. */
    int from();

    int to();

    List<Conductor> fromConductors();

    List<Conductor> toConductors();

    /** By conductors at the second node. */
    PhaseMatrix ohms();

    /** Volts without load at the second node's conductor {@code i} for each volt at the first node's conductor {@code j}. */
    double ratio(int i, int j);

    /**
     * A line of one to four wires. May be fed from either end.
     *
     * @param toConductors what each wire is at the second node; other than at the first where phases are swapped
     */
    record Line(
            String id, int from, int to, List<Conductor> fromConductors, List<Conductor> toConductors, PhaseMatrix ohms)
            implements Branch {
        /** @throws IllegalArgumentException when wires and impedances do not fit, a conductor comes twice, or earth is among them */
        public Line {
            fromConductors = List.copyOf(fromConductors);
            toConductors = List.copyOf(toConductors);
            check(id, fromConductors);
            check(id, toConductors);
            if (fromConductors.size() != toConductors.size() || ohms.order() != toConductors.size()) {
                throw new IllegalArgumentException("line " + id + ": " + fromConductors + ", " + toConductors
                        + " and impedances of order " + ohms.order());
            }
        }

        public static Line of(String id, int from, int to, List<Conductor> conductors, PhaseMatrix ohms) {
            return new Line(id, from, to, conductors, conductors, ohms);
        }

        @Override
        public double ratio(int i, int j) {
            return i == j ? 1 : 0;
        }
    }

    /**
     * A transformer, fed from the first node; {@link Transformers} makes them.
     *
     * @param turns by conductors of the second node, in each by conductors of the first
     */
    record Transformer(
            String id,
            int from,
            int to,
            List<Conductor> fromConductors,
            List<Conductor> toConductors,
            List<List<Double>> turns,
            PhaseMatrix ohms)
            implements Branch {
        /** @throws IllegalArgumentException when windings and impedances do not fit */
        public Transformer {
            fromConductors = List.copyOf(fromConductors);
            toConductors = List.copyOf(toConductors);
            turns = turns.stream().map(List::copyOf).toList();
            check(id, fromConductors);
            check(id, toConductors);
            int width = fromConductors.size();
            if (turns.size() != toConductors.size()
                    || ohms.order() != toConductors.size()
                    || turns.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("transformer " + id + ": turns " + turns);
            }
        }

        @Override
        public double ratio(int i, int j) {
            return turns.get(i).get(j);
        }
    }

    private static void check(String id, List<Conductor> conductors) {
        if (conductors.isEmpty()
                || conductors.contains(Conductor.EARTH)
                || EnumSet.copyOf(conductors).size() != conductors.size()) {
            throw new IllegalArgumentException("branch " + id + ": conductors " + conductors);
        }
    }
}
