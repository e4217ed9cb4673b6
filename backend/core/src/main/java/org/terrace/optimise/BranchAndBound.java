package org.terrace.optimise;

import java.util.Arrays;

/**
 * Proves the most people, then the least cost at that number, on a component small enough: branch and bound on the households that the
 * relaxation splits, as Ross and Soland branch, depth first, within an amount of work.
 *
 * <p>At each node what is decided is taken out, and each capacity is cut to what its households can add up to. For cost, a person is given a worth
 * in person-seconds (Lagrange) so that the relaxation stays a transportation problem; it is tried higher where too few are served
 * and lower where too many. Where everybody can be served, everybody must be, and no worth is needed.
 */
final class BranchAndBound {
    private static final int TRIES = 4;
    private static final int ROOT_TRIES = 24;

    private final AssignmentProblem problem;
    private final double grain;
    private final double costStep;
    private final double total;
    private final long limit;
    private long work;
    private int[] best;
    private double bestPeople;
    private double bestCost;
    private double peopleBound;
    private boolean peopleProven;
    private boolean costProven;

    BranchAndBound(AssignmentProblem problem, int[] start, double bound, double grain, long limit) {
        this.problem = problem;
        this.grain = grain;
        this.limit = limit;
        this.peopleBound = bound;
        this.total = Arrays.stream(problem.people).sum();
        this.costStep = Arrays.stream(problem.cost).allMatch(c -> c == Math.rint(c)) ? 1 : 0;
        this.best = start.clone();
        for (int i = 0; i < start.length; i++) {
            bestPeople += start[i] < 0 ? 0 : problem.people[i];
            bestCost += start[i] < 0 ? 0 : problem.cost[start[i]];
        }
    }

    /** Pair by household, -1 for none. */
    int[] best() {
        return best;
    }

    double peopleBound() {
        return peopleBound;
    }

    boolean peopleProven() {
        return peopleProven;
    }

    boolean costProven() {
        return costProven;
    }

    void run() {
        BranchNode root = new BranchNode(problem.households(), problem.pairs());
        if (!reached()) {
            mostPeople(root);
        }
        peopleProven = reached() || work < limit;
        if (!peopleProven) {
            return;
        }
        peopleBound = bestPeople;
        long soFar = work;
        if (bestPeople >= total - tolerance()) {
            Arrays.fill(root.must, true);
            leastCost(root, 0);
        } else {
            leastCost(root, worthAtRoot(root));
        }
        costProven = work < limit || work == soFar;
    }

    private double tolerance() {
        return 1e-9 * Math.max(1, total);
    }

    private boolean reached() {
        return bestPeople >= peopleBound - tolerance();
    }

    private void mostPeople(BranchNode node) {
        if (work >= limit || reached()) {
            return;
        }
        OpenPart open = new OpenPart(problem, node);
        work += problem.pairs();
        if (!open.possible || total - open.lostPeople <= bestPeople + tolerance()) {
            return;
        }
        double[] ratio = new double[open.problem.households()];
        for (int at = 0; at < ratio.length; at++) {
            ratio[at] = open.problem.people[at] / open.problem.litres[at];
        }
        int[] rank = Order.ranks(ratio);
        for (int at = 0; at < rank.length; at++) {
            rank[at] = open.must[at] ? TransportSimplex.MUST : rank[at];
        }
        NodeFlows flows = solve(open, rank, new double[rank.length]);
        if (!flows.possible || Divisor.floor(flows.people, grain) <= bestPeople + tolerance()) {
            return;
        }
        if (flows.split < 0) {
            adopt(flows);
            return;
        }
        for (BranchNode child : children(node, open, flows)) {
            mostPeople(child);
        }
    }

    private void leastCost(BranchNode node, double parentWorth) {
        if (work >= limit) {
            return;
        }
        OpenPart open = new OpenPart(problem, node);
        work += problem.pairs();
        if (!open.possible || total - open.lostPeople < bestPeople - tolerance()) {
            return;
        }
        double worth = parentWorth;
        NodeFlows chosen = null;
        double chosenBound = Double.NEGATIVE_INFINITY;
        double chosenWorth = worth;
        for (int attempt = 0; attempt < (worth == 0 ? 1 : TRIES); attempt++) {
            NodeFlows flows = atWorth(open, worth);
            if (!flows.possible) {
                return;
            }
            double bound = flows.cost + worth * (bestPeople - flows.people);
            if (flows.split < 0
                    && flows.people >= bestPeople - tolerance()
                    && flows.cost < bestCost - costTolerance()) {
                adopt(flows);
            }
            if (bound >= bestCost - Math.max(costTolerance(), costStep * (1 - 1e-6))) {
                return;
            }
            if (bound > chosenBound) {
                chosen = flows;
                chosenBound = bound;
                chosenWorth = worth;
            }
            worth *= flows.people < bestPeople ? 1.6 : 0.7;
        }
        if (chosen == null) {
            return;
        }
        boolean whole = chosen.split < 0;
        if (whole && Math.abs(chosen.people - bestPeople) <= tolerance()) {
            return;
        }
        for (BranchNode child : whole ? undecided(node, open, chosen) : children(node, open, chosen)) {
            leastCost(child, chosenWorth);
        }
    }

    private double costTolerance() {
        return 1e-9 * Math.max(1, bestCost);
    }

    /** Bisection, in the logarithm, for the worth at which the relaxation serves as many as the best. */
    private double worthAtRoot(BranchNode root) {
        OpenPart open = new OpenPart(problem, root);
        double low = 1e-3;
        double high = 1e3 * (1 + Arrays.stream(problem.cost).max().orElse(0));
        double best = high;
        double bestBound = Double.NEGATIVE_INFINITY;
        for (int attempt = 0; attempt < ROOT_TRIES; attempt++) {
            double worth = Math.sqrt(low * high);
            NodeFlows flows = atWorth(open, worth);
            double bound = flows.cost + worth * (bestPeople - flows.people);
            if (bound > bestBound) {
                bestBound = bound;
                best = worth;
            }
            if (flows.people < bestPeople) {
                low = worth;
            } else {
                high = worth;
            }
        }
        return best;
    }

    private NodeFlows atWorth(OpenPart open, double worth) {
        int n = open.problem.households();
        int[] rank = new int[n];
        double[] out = new double[n];
        for (int at = 0; at < n; at++) {
            rank[at] = open.must[at] ? TransportSimplex.MUST : 0;
            out[at] = open.must[at] ? 0 : worth * open.problem.people[at] / open.problem.litres[at];
        }
        return solve(open, rank, out);
    }

    private NodeFlows solve(OpenPart open, int[] rank, double[] out) {
        TransportSimplex simplex = new TransportSimplex(open.problem, rank, out).solve();
        work += 4L * open.problem.pairs() + 40 * simplex.pivots();
        return new NodeFlows(open, simplex);
    }

    private BranchNode[] children(BranchNode node, OpenPart open, NodeFlows flows) {
        int household = open.household[flows.split];
        int pair = flows.splitPair < 0 ? -1 : open.pair[flows.splitPair];
        return new BranchNode[] {node.only(problem, household, pair), node.not(household, pair)};
    }

    /** Where the relaxation is whole but serves another number: the unserved household with most people is served, or is not. */
    private BranchNode[] undecided(BranchNode node, OpenPart open, NodeFlows flows) {
        int most = -1;
        for (int i : open.household) {
            if (!node.must[i] && (most < 0 || unserved(flows, i) > unserved(flows, most))) {
                most = i;
            }
        }
        return most < 0 ? new BranchNode[0] : new BranchNode[] {node.not(most, -1), node.only(problem, most, -1)};
    }

    private double unserved(NodeFlows flows, int household) {
        return flows.pairOf[household] < 0 ? problem.people[household] : 0;
    }

    private void adopt(NodeFlows flows) {
        best = flows.pairOf.clone();
        bestPeople = 0;
        bestCost = 0;
        for (int i = 0; i < best.length; i++) {
            bestPeople += best[i] < 0 ? 0 : problem.people[i];
            bestCost += best[i] < 0 ? 0 : problem.cost[best[i]];
        }
    }
}
