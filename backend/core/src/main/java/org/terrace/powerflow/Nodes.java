package org.terrace.powerflow;

import java.util.Arrays;

/** Buses that closed switches without impedance make one. Each node has the nominal voltage of its first bus. */
final class Nodes {
    /** By bus; -1 for one that is out of service. */
    final int[] ofBus;

    final int count;

    /** By node. */
    final double[] nominalKv;

    Nodes(PowerNetwork network) {
        int n = network.buses().size();
        int[] head = new int[n];
        Arrays.setAll(head, i -> i);
        for (Switch s : network.switches()) {
            if (joins(network, s) && s.ohm() <= 0) {
                // The lower position stays the head, so that nodes come in the order of the buses.
                int a = head(head, s.bus());
                int b = head(head, s.element());
                head[Math.max(a, b)] = Math.min(a, b);
            }
        }
        this.ofBus = new int[n];
        double[] kv = new double[n];
        int nodes = 0;
        for (int bus = 0; bus < n; bus++) {
            int first = head(head, bus);
            if (!network.buses().get(bus).inService()) {
                ofBus[bus] = -1;
            } else if (first == bus) {
                kv[nodes] = network.buses().get(bus).nominalKv();
                ofBus[bus] = nodes++;
            } else {
                ofBus[bus] = ofBus[first];
            }
        }
        this.count = nodes;
        this.nominalKv = Arrays.copyOf(kv, nodes);
    }

    /** Whether a switch is closed between two buses in service. */
    static boolean joins(PowerNetwork network, Switch s) {
        return s.kind() == Switch.Kind.BUS
                && s.closed()
                && network.buses().get(s.bus()).inService()
                && network.buses().get(s.element()).inService();
    }

    private static int head(int[] head, int bus) {
        int at = bus;
        while (head[at] != at) {
            head[at] = head[head[at]];
            at = head[at];
        }
        return at;
    }
}
