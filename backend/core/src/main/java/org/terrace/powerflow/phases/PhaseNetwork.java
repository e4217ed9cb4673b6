package org.terrace.powerflow.phases;

import java.util.List;

/** A network fed by one source: a low-voltage area below its transformer, or the lines above it as well. */
public record PhaseNetwork(
        List<Node> nodes, Source source, List<Branch> branches, List<Shunt> shunts, List<PhaseLoad> loads) {

    /** @param volts nominal, phase to neutral */
    public record Node(String id, double volts) {
        /** @throws IllegalArgumentException for a nominal voltage that is not above zero */
        public Node {
            if (!(volts > 0) || Double.isInfinite(volts)) {
                throw new IllegalArgumentException("node " + id + ": nominal voltage " + volts);
            }
        }
    }

    /** @throws IllegalArgumentException for what hangs on no node, or joins a node to itself */
    public PhaseNetwork {
        nodes = List.copyOf(nodes);
        branches = List.copyOf(branches);
        shunts = List.copyOf(shunts);
        loads = List.copyOf(loads);
        int n = nodes.size();
        require(source.node(), n, "source");
        for (Branch branch : branches) {
            require(branch.from(), n, "branch " + branch.id());
            require(branch.to(), n, "branch " + branch.id());
            if (branch.from() == branch.to()) {
                throw new IllegalArgumentException("branch " + branch.id() + " joins a node to itself");
            }
        }
        shunts.forEach(shunt -> require(shunt.node(), n, "shunt " + shunt.id()));
        loads.forEach(load -> require(load.node(), n, "load " + load.id()));
    }

    private static void require(int node, int nodes, String what) {
        if (node < 0 || node >= nodes) {
            throw new IllegalArgumentException(what + ": there is no node " + node + " among " + nodes);
        }
    }
}
