package org.terrace.optimise;

/**
 * From the relaxation to whole households: rounding, refilling of single sources, chains between them, cheaper moves, and branch and
 * bound where a component is small enough.
 */
final class WholeSearch {
    private static final int SWEEPS = 12;
    /** Sources that one search for an exchange of two households may settle. */
    private static final int NEAR = 60;
    /** Pairs of a component that branch and bound still tries. */
    private static final int SMALL = 20_000;

    private final AssignmentProblem problem;
    private final SearchLimit limit;
    private final Reach reach;
    private final Components components;
    private final double grain;
    private final AssignmentBound relaxation;
    private final double[] price;
    private final double[] bounds;
    private final int[] byWorth;
    private final Allotment allotment;
    private final SourceRefill refill;

    WholeSearch(AssignmentProblem problem, SearchLimit limit) {
        this.problem = problem;
        this.limit = limit;
        this.relaxation = AssignmentBound.of(problem);
        this.price = relaxation.peoplePerLitre();
        this.reach = new Reach(problem);
        this.components = new Components(problem);
        this.grain = Divisor.grain(problem.people);
        this.bounds = bounds();
        this.byWorth = Order.byWorth(problem);
        this.allotment = Allotment.of(relaxation, problem);
        this.refill = new SourceRefill(allotment, reach, grain);
    }

    WholeAssignment run() {
        allotment.insert(byWorth);
        refillAll();
        serveMore();
        cheapen();
        return finish();
    }

    /** Most people of each component, from the prices and the knapsacks of its sources. */
    private double[] bounds() {
        KnapsackBound knapsacks = new KnapsackBound(problem, reach, price);
        double[] sum = new double[components.count];
        for (int s = 0; s < problem.sources(); s++) {
            sum[components.ofSource[s]] += knapsacks.ofSource(s);
        }
        for (int i = 0; i < problem.households(); i++) {
            if (components.ofHousehold[i] >= 0) {
                sum[components.ofHousehold[i]] += knapsacks.ofHousehold(i);
            }
        }
        for (int c = 0; c < sum.length; c++) {
            sum[c] = Divisor.floor(sum[c], grain);
        }
        return sum;
    }

    private double bound() {
        double sum = 0;
        for (double bound : bounds) {
            sum += bound;
        }
        return sum;
    }

    private boolean goodEnough() {
        double bound = bound();
        return allotment.people() >= bound * (1 - limit.goalGap());
    }

    private void refillAll() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean better = false;
            for (int s = 0; s < problem.sources(); s++) {
                better |= refill.refill(s);
            }
            if (!better) {
                return;
            }
        }
    }

    private void serveMore() {
        RoomChains moves = new RoomChains(allotment, reach, refill, problem.sources(), false);
        PlaceChains places = new PlaceChains(allotment, refill, problem.sources());
        RoomChains swaps = new RoomChains(allotment, reach, refill, NEAR, true);
        boolean better = true;
        while (better && !goodEnough()) {
            better = carry(moves, limit.improving() / 4) | place(places, limit.improving() / 4);
            if (!better && !goodEnough()) {
                better = carry(swaps, limit.improving() / 2);
            }
        }
    }

    private boolean carry(RoomChains chains, long most) {
        boolean better = false;
        for (int s = 0; s < problem.sources(); s++) {
            while (price[s] > 0 && allotment.left[s] > 0 && chains.work() < most && chains.carryFrom(s)) {
                better = true;
            }
        }
        return better;
    }

    private boolean place(PlaceChains chains, long most) {
        boolean better = false;
        for (int i : byWorth) {
            if (allotment.pairOf[i] < 0 && chains.work() < most) {
                double lost = problem.people[i] - problem.litres[i] * cheapest(i);
                if (lost > 1e-9 * problem.people[i]) {
                    better |= chains.place(i, Math.max(grain / 2, lost - grain));
                }
            }
        }
        return better;
    }

    private double cheapest(int household) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = problem.first[household]; k < problem.first[household + 1]; k++) {
            least = Math.min(least, price[problem.source[k]]);
        }
        return least;
    }

    private void cheapen() {
        CheaperMoves moves = new CheaperMoves(allotment);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            if (moves.sweep(limit.cheapening()) == 0) {
                return;
            }
            refillAll();
        }
    }

    private WholeAssignment finish() {
        boolean[] people = new boolean[components.count];
        boolean[] cost = new boolean[components.count];
        int small = 0;
        ComponentParts parts = new ComponentParts(problem, components);
        for (int c = 0; c < components.count; c++) {
            small += parts.pairs(c) <= SMALL ? parts.pairs(c) : 0;
        }
        for (int c = 0; c < components.count; c++) {
            if (parts.pairs(c) > 0 && parts.pairs(c) <= SMALL) {
                BranchAndBound branching =
                        new BranchAndBound(parts.part(c), parts.pairsOf(c, allotment), bounds[c], grain, (long)
                                ((double) limit.branching() * parts.pairs(c) / small));
                branching.run();
                parts.adopt(c, branching.best(), allotment);
                bounds[c] = branching.peopleBound();
                people[c] = branching.peopleProven();
                cost[c] = branching.costProven();
            } else {
                double missing = bounds[c] - parts.people(c, allotment);
                people[c] = missing <= 1e-9 * Math.max(1, bounds[c]);
                cost[c] = parts.pairs(c) == 0;
            }
        }
        return result(people, cost);
    }

    private WholeAssignment result(boolean[] peopleByPart, boolean[] costByPart) {
        boolean peopleProven = true;
        boolean costProven = true;
        for (int c = 0; c < components.count; c++) {
            peopleProven &= peopleByPart[c];
            costProven &= costByPart[c];
        }
        double people = allotment.people();
        double cost = allotment.cost();
        double costBound = costProven
                ? cost
                : Math.min(cost, new CostBound(problem, price, relaxation.secondsPerLitre()).atLeast(people));
        costProven |= peopleProven && cost - costBound <= 1e-9 * cost;
        int[] sourceOf = new int[problem.households()];
        for (int i = 0; i < sourceOf.length; i++) {
            sourceOf[i] = allotment.sourceOf(i);
        }
        return new WholeAssignment(
                sourceOf,
                people,
                cost,
                Math.max(people, bound()),
                costBound,
                peopleProven,
                costProven && peopleProven,
                relaxation);
    }
}
