package org.terrace.powerflow.phases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Which branch brings each node its conductors, from the source outwards, and which branches close loops. Of several branches the one
 * that brings most conductors is taken, then the one nearest the source. A conductor that nothing brings is left out of all that follows.
 */
final class SupplyTree {
    /** A branch as it is fed: conductors that the source reaches, rows of its matrices that remain. */
    record Fed(
            int branch, int from, int to, List<Conductor> fromConductors, List<Conductor> toConductors, int[] rows) {}

    private final PhaseNetwork network;
    private final List<List<Integer>> branchesAt = new ArrayList<>();

    /** By node, bits of the conductors that are fed; 0 for none. */
    final int[] fed;

    /** Nodes from the source outwards: each after the one that feeds it. */
    final List<Integer> order = new ArrayList<>();

    /** By place in the order; the first, which stands for the source, feeds the first node. */
    final List<Fed> feeding = new ArrayList<>();

    /** Branches that close a loop. */
    final List<Fed> closing = new ArrayList<>();

    /** Nodes that get one conductor by one branch and another by another: such a net is not solved. */
    final List<String> split = new ArrayList<>();

    private record Candidate(Fed fed, int depth) {}

    SupplyTree(PhaseNetwork network) {
        this.network = network;
        this.fed = new int[network.nodes().size()];
        for (int i = 0; i < fed.length; i++) {
            branchesAt.add(new ArrayList<>());
        }
        for (int k = 0; k < network.branches().size(); k++) {
            branchesAt.get(network.branches().get(k).from()).add(k);
            branchesAt.get(network.branches().get(k).to()).add(k);
        }
        grow();
        close();
    }

    private void grow() {
        Source source = network.source();
        int[] all = new int[source.conductors().size()];
        Arrays.setAll(all, i -> i);
        PriorityQueue<Candidate> next = new PriorityQueue<>(Comparator.comparingInt((Candidate c) -> -c.fed.rows.length)
                .thenComparingInt(Candidate::depth)
                .thenComparingInt(c -> c.fed.branch));
        next.add(new Candidate(new Fed(-1, -1, source.node(), source.conductors(), source.conductors(), all), 0));
        while (!next.isEmpty()) {
            Candidate candidate = next.remove();
            Fed by = candidate.fed;
            if (fed[by.to] != 0) {
                continue;
            }
            fed[by.to] = bits(by.toConductors);
            order.add(by.to);
            feeding.add(by);
            for (int k : branchesAt.get(by.to)) {
                Branch branch = network.branches().get(k);
                Fed onward = k == by.branch ? null : feed(k, branch.from() == by.to);
                if (onward != null && fed[onward.to] == 0 && onward.rows.length > 0) {
                    next.add(new Candidate(onward, candidate.depth + 1));
                }
            }
        }
    }

    /** The branch as fed from one end: null for a transformer from its second node, or one whose windings are not all fed. */
    private @Nullable Fed feed(int k, boolean forward) {
        Branch branch = network.branches().get(k);
        int from = forward ? branch.from() : branch.to();
        int to = forward ? branch.to() : branch.from();
        List<Conductor> near = forward ? branch.fromConductors() : branch.toConductors();
        List<Conductor> far = forward ? branch.toConductors() : branch.fromConductors();
        if (branch instanceof Branch.Transformer) {
            if (!forward || (bits(near) & ~fed[from]) != 0) {
                return null;
            }
            int[] all = new int[far.size()];
            Arrays.setAll(all, i -> i);
            return new Fed(k, from, to, near, far, all);
        }
        List<Conductor> nearFed = new ArrayList<>();
        List<Conductor> farFed = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < near.size(); i++) {
            if ((near.get(i).bit() & fed[from]) != 0) {
                nearFed.add(near.get(i));
                farFed.add(far.get(i));
                rows.add(i);
            }
        }
        return new Fed(
                k, from, to, nearFed, farFed, rows.stream().mapToInt(i -> i).toArray());
    }

    private void close() {
        boolean[] inTree = new boolean[network.branches().size()];
        feeding.stream().filter(f -> f.branch >= 0).forEach(f -> inTree[f.branch] = true);
        for (int k = 0; k < inTree.length; k++) {
            Branch branch = network.branches().get(k);
            if (inTree[k] || fed[branch.from()] == 0 || fed[branch.to()] == 0) {
                continue;
            }
            Fed loop = feed(k, true);
            if (loop == null) {
                split.add(branch.id());
                continue;
            }
            boolean brings = (bits(loop.toConductors) & ~fed[loop.to]) != 0;
            Fed back = branch instanceof Branch.Line ? feed(k, false) : loop;
            boolean takes = back != null && back.rows.length > loop.rows.length;
            if (brings || takes) {
                split.add(network.nodes()
                        .get(brings ? branch.to() : branch.from())
                        .id());
            } else if (loop.rows.length > 0) {
                closing.add(loop);
            }
        }
    }

    static int bits(List<Conductor> conductors) {
        int bits = 0;
        for (Conductor conductor : conductors) {
            bits |= conductor.bit();
        }
        return bits;
    }
}
