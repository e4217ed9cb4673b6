package org.terrace.powerflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A branch between two nodes, as the solvers see it.
 *
 * @param from node, or -1 where the end is open. @param to likewise
 */
record Branch(int from, int to, TwoPort port) {
    boolean isBetweenNodes() {
        return from >= 0 && to >= 0 && from != to;
    }

    /** Lines, transformers, impedances, and switches that have one, in this order. */
    static List<Branch> of(PowerNetwork network, Nodes nodes) {
        Set<Long> openLineEnds = new HashSet<>();
        Set<Long> openTransformerEnds = new HashSet<>();
        for (Switch s : network.switches()) {
            if (!s.closed() && s.kind() == Switch.Kind.LINE) {
                openLineEnds.add(end(s.element(), s.bus()));
            } else if (!s.closed() && s.kind() == Switch.Kind.TRANSFORMER) {
                openTransformerEnds.add(end(s.element(), s.bus()));
            }
        }
        List<Branch> branches = new ArrayList<>();
        for (int k = 0; k < network.lines().size(); k++) {
            Line line = network.lines().get(k);
            // Towards a bus out of service a line stays charged, as pandapower has it.
            int from = node(line.inService() && !openLineEnds.contains(end(k, line.from())), nodes, line.from());
            int to = node(line.inService() && !openLineEnds.contains(end(k, line.to())), nodes, line.to());
            double baseKv = network.buses().get(line.from()).nominalKv();
            branches.add(checked("line " + line.id(), from, to, line.twoPort(baseKv, network.hertz())));
        }
        for (int k = 0; k < network.transformers().size(); k++) {
            Transformer t = network.transformers().get(k);
            boolean highOpen = openTransformerEnds.contains(end(k, t.high()));
            boolean lowOpen = openTransformerEnds.contains(end(k, t.low()));
            // A bus out of service takes its transformers with it, unless a switch parts them.
            boolean live =
                    t.inService() && (highOpen || nodes.ofBus[t.high()] >= 0) && (lowOpen || nodes.ofBus[t.low()] >= 0);
            TwoPort port = new TransformerCircuit(
                            t,
                            network.buses().get(t.high()).nominalKv(),
                            network.buses().get(t.low()).nominalKv())
                    .tee();
            branches.add(checked(
                    "transformer " + t.id(),
                    node(live && !highOpen, nodes, t.high()),
                    node(live && !lowOpen, nodes, t.low()),
                    port));
        }
        for (Impedance i : network.impedances()) {
            boolean live = i.inService() && nodes.ofBus[i.from()] >= 0 && nodes.ofBus[i.to()] >= 0;
            branches.add(checked(
                    "impedance " + i.id(), node(live, nodes, i.from()), node(live, nodes, i.to()), i.twoPort()));
        }
        for (Switch s : network.switches()) {
            if (Nodes.joins(network, s) && s.ohm() > 0) {
                branches.add(ofSwitch(s, nodes));
            }
        }
        return branches;
    }

    /** Two parts of its impedance are resistance and one is reactance, as pandapower has it. */
    private static Branch ofSwitch(Switch s, Nodes nodes) {
        int from = nodes.ofBus[s.bus()];
        double baseOhm = nodes.nominalKv[from] * nodes.nominalKv[from];
        Complex series =
                new Complex(2, 1).times(s.ohm() / Math.sqrt(5) / baseOhm).inverse();
        return checked(
                "switch at bus " + s.bus(),
                from,
                nodes.ofBus[s.element()],
                TwoPort.of(series, Complex.ZERO, Complex.ZERO));
    }

    private static long end(int element, int bus) {
        return (long) element << 32 | bus;
    }

    private static int node(boolean joined, Nodes nodes, int bus) {
        return joined ? nodes.ofBus[bus] : -1;
    }

    private static Branch checked(String what, int from, int to, TwoPort port) {
        if (!port.isFinite()) {
            throw new IllegalArgumentException(what + " has no impedance that can be computed with");
        }
        return new Branch(from, to, port);
    }
}
