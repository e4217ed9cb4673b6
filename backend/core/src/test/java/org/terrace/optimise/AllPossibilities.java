package org.terrace.optimise;

/** Tries every assignment: the clear answer that the fast ones are held against. */
final class AllPossibilities {
    private final AssignmentProblem problem;
    private final long[] left;
    private double people = -1;
    private double cost;

    private AllPossibilities(AssignmentProblem problem) {
        this.problem = problem;
        this.left = problem.capacity.clone();
    }

    /** Most people, and the least cost of serving as many. */
    static double[] best(AssignmentProblem problem) {
        AllPossibilities all = new AllPossibilities(problem);
        all.from(0, 0, 0);
        return new double[] {all.people, all.cost};
    }

    private void from(int i, double served, double spent) {
        if (i == problem.households()) {
            if (served > people || (served == people && spent < cost)) {
                people = served;
                cost = spent;
            }
            return;
        }
        from(i + 1, served, spent);
        for (int s = 0; s < problem.sources(); s++) {
            double price = problem.cost(i, s);
            if (!Double.isNaN(price) && left[s] >= problem.litresPerDay(i)) {
                left[s] -= problem.litresPerDay(i);
                from(i + 1, served + problem.people(i), spent + price);
                left[s] += problem.litresPerDay(i);
            }
        }
    }
}
