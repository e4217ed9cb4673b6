package org.terrace.powerflow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Voltages that sources and generators are to hold at one place must be the same. */
public final class SetPoints {
    private SetPoints() {}

    /** Two of them that are not. @param voltageA as text: size in pu, and angle of a source */
    public record Conflict(String busA, String voltageA, String busB, String voltageB) {}

    private record Held(int bus, double vmPu, double vaDegree) {
        String told() {
            return Double.isNaN(vaDegree) ? vmPu + " pu" : vmPu + " pu, " + vaDegree + "°";
        }

        boolean agrees(Held other) {
            return vmPu == other.vmPu
                    && (Double.isNaN(vaDegree) || Double.isNaN(other.vaDegree) || vaDegree == other.vaDegree);
        }
    }

    /** The first conflict in the network. */
    public static Optional<Conflict> conflict(PowerNetwork network) {
        return conflict(network, new Nodes(network));
    }

    static Optional<Conflict> conflict(PowerNetwork network, Nodes nodes) {
        Map<Integer, Held> byNode = new HashMap<>();
        for (Source s : network.sources()) {
            Optional<Conflict> found =
                    hold(s.inService(), new Held(s.bus(), s.vmPu(), s.vaDegree()), network, nodes, byNode);
            if (found.isPresent()) {
                return found;
            }
        }
        for (Generator g : network.generators()) {
            Optional<Conflict> found =
                    hold(g.inService(), new Held(g.bus(), g.vmPu(), Double.NaN), network, nodes, byNode);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Conflict> hold(
            boolean inService, Held held, PowerNetwork network, Nodes nodes, Map<Integer, Held> byNode) {
        int node = nodes.ofBus[held.bus()];
        if (!inService || node < 0) {
            return Optional.empty();
        }
        Held before = byNode.putIfAbsent(node, held);
        return before == null || before.agrees(held)
                ? Optional.empty()
                : Optional.of(new Conflict(
                        network.buses().get(before.bus()).id(),
                        before.told(),
                        network.buses().get(held.bus()).id(),
                        held.told()));
    }
}
