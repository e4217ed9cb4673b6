package org.terrace.powerflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * A network as its equations need it: nodes, branches between them, and what is drawn at each, per unit of 1 MVA.
 * Open ends, branches closed on themselves and shunts are admittances of nodes.
 */
final class Grid {
    final PowerNetwork network;
    final Nodes nodes;
    final int n;
    final List<Branch> branches;

    /** Admittance to earth, by node. */
    final double[] shuntG;

    final double[] shuntB;

    /** Drawn at any voltage, by node; times the voltage; times its square. Generators' power is negative. */
    final double[] p0;

    final double[] q0;
    final double[] p1;
    final double[] q1;
    final double[] p2;
    final double[] q2;

    /** Voltage of sources; 0 for no source. */
    final double[] sourcePu;

    final double[] sourceDegree;

    /** Voltage that a generator holds; 0 for none, and where a source holds it. */
    final double[] heldPu;

    /** Whether branches lead from a source to the node. */
    final boolean[] live;

    /** Nodes in the order they are reached from the sources, sources first; branch by which, -1 for sources. */
    final int[] order;

    final int[] via;

    /** Branches that close a ring or join two sources. */
    final int loops;

    Grid(PowerNetwork network) {
        this.network = network;
        this.nodes = new Nodes(network);
        this.n = nodes.count;
        this.branches = Branch.of(network, nodes);
        this.shuntG = new double[n];
        this.shuntB = new double[n];
        this.p0 = new double[n];
        this.q0 = new double[n];
        this.p1 = new double[n];
        this.q1 = new double[n];
        this.p2 = new double[n];
        this.q2 = new double[n];
        this.sourcePu = new double[n];
        this.sourceDegree = new double[n];
        this.heldPu = new double[n];
        this.live = new boolean[n];
        this.via = new int[n];
        addShunts();
        network.loads().forEach(this::addLoad);
        network.feeds().forEach(this::addLoad);
        addVoltages();
        this.order = reach();
        this.loops = loops();
    }

    private void addShunts() {
        for (Branch b : branches) {
            if (b.from() >= 0 && b.from() == b.to()) {
                add(b.from(), b.port().closedOnItself());
            } else if (b.from() >= 0 && b.to() < 0) {
                add(b.from(), b.port().openAtTo());
            } else if (b.to() >= 0 && b.from() < 0) {
                add(b.to(), b.port().turned().openAtTo());
            }
        }
        for (Shunt s : network.shunts()) {
            int node = nodes.ofBus[s.bus()];
            if (s.inService() && node >= 0) {
                double kv = network.buses().get(s.bus()).nominalKv() / s.ratedKv();
                add(node, new Complex(s.pMw(), -s.qMvar()).times(kv * kv));
            }
        }
    }

    private void add(int node, Complex admittance) {
        shuntG[node] += admittance.re();
        shuntB[node] += admittance.im();
    }

    private void addLoad(Load load) {
        int node = nodes.ofBus[load.bus()];
        if (!load.inService() || node < 0) {
            return;
        }
        p2[node] += load.pMw() * load.impedanceShareP();
        q2[node] += load.qMvar() * load.impedanceShareQ();
        p1[node] += load.pMw() * load.currentShareP();
        q1[node] += load.qMvar() * load.currentShareQ();
        p0[node] += load.pMw() * (1 - load.impedanceShareP() - load.currentShareP());
        q0[node] += load.qMvar() * (1 - load.impedanceShareQ() - load.currentShareQ());
    }

    private void addVoltages() {
        SetPoints.conflict(network, nodes).ifPresent(c -> {
            throw new IllegalArgumentException("buses " + c.busA() + " and " + c.busB() + " are one, but are to hold "
                    + c.voltageA() + " and " + c.voltageB());
        });
        for (Source s : network.sources()) {
            int node = nodes.ofBus[s.bus()];
            if (s.inService() && node >= 0) {
                sourcePu[node] = s.vmPu();
                sourceDegree[node] = s.vaDegree();
            }
        }
        for (Generator g : network.generators()) {
            int node = nodes.ofBus[g.bus()];
            if (g.inService() && node >= 0) {
                p0[node] -= g.pMw();
                heldPu[node] = sourcePu[node] > 0 ? 0 : g.vmPu();
            }
        }
    }

    private int[] reach() {
        List<List<Integer>> at = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            at.add(new ArrayList<>());
        }
        for (int k = 0; k < branches.size(); k++) {
            if (branches.get(k).isBetweenNodes()) {
                at.get(branches.get(k).from()).add(k);
                at.get(branches.get(k).to()).add(k);
            }
        }
        ArrayDeque<Integer> next = new ArrayDeque<>();
        for (int i = 0; i < n; i++) {
            if (sourcePu[i] > 0) {
                live[i] = true;
                via[i] = -1;
                next.add(i);
            }
        }
        List<Integer> reached = new ArrayList<>();
        for (Integer node = next.poll(); node != null; node = next.poll()) {
            reached.add(node);
            for (int k : at.get(node)) {
                int other = other(k, node);
                if (!live[other]) {
                    live[other] = true;
                    via[other] = k;
                    next.add(other);
                }
            }
        }
        return reached.stream().mapToInt(i -> i).toArray();
    }

    /** The node at the other end of a branch between two. */
    int other(int branch, int node) {
        Branch b = branches.get(branch);
        return b.from() == node ? b.to() : b.from();
    }

    private int loops() {
        int between = 0;
        for (Branch b : branches) {
            between += b.isBetweenNodes() && live[b.from()] ? 1 : 0;
        }
        int found = 0;
        for (int i : order) {
            found += via[i] >= 0 ? 1 : 0;
        }
        return between - found;
    }

    /** Live nodes whose voltage a generator holds. */
    int held() {
        int count = 0;
        for (int i : order) {
            count += heldPu[i] > 0 ? 1 : 0;
        }
        return count;
    }

    /** A branch turned so that its first end is at the node. */
    TwoPort portFrom(int branch, int node) {
        Branch b = branches.get(branch);
        return b.from() == node ? b.port() : b.port().turned();
    }
}
