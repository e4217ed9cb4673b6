package org.terrace.optimise;

/**
 * Whole households assigned to sources.
 *
 * <p>Of the same problem and limits it is always the same, on any machine.
 */
public final class WholeAssignment {
    private final int[] sourceOf;
    private final double people;
    private final double cost;
    private final double peopleBound;
    private final double costBound;
    private final boolean peopleProven;
    private final boolean costProven;
    private final AssignmentBound relaxation;

    WholeAssignment(
            int[] sourceOf,
            double people,
            double cost,
            double peopleBound,
            double costBound,
            boolean peopleProven,
            boolean costProven,
            AssignmentBound relaxation) {
        this.sourceOf = sourceOf;
        this.people = people;
        this.cost = cost;
        this.peopleBound = peopleBound;
        this.costBound = costBound;
        this.peopleProven = peopleProven;
        this.costProven = costProven;
        this.relaxation = relaxation;
    }

    /** Assigns as {@link SearchLimit#DEFAULT} allows. */
    public static WholeAssignment of(AssignmentProblem problem) {
        return of(problem, SearchLimit.DEFAULT);
    }

    /** Most people, then least cost, as far as the work allowed suffices; says what is proven. */
    public static WholeAssignment of(AssignmentProblem problem, SearchLimit limit) {
        return new WholeSearch(problem, limit).run();
    }

    /** Number of the source that serves the household, -1 for none. */
    public int sourceOf(int household) {
        return sourceOf[household];
    }

    /** Sources by household, -1 for none. */
    public int[] sources() {
        return sourceOf.clone();
    }

    /** People served. */
    public double people() {
        return people;
    }

    /** Cost in person-seconds. */
    public double cost() {
        return cost;
    }

    /** Nobody can serve more people than this. */
    public double peopleBound() {
        return peopleBound;
    }

    /** Nobody can serve as many people or more at less cost than this. */
    public double costBound() {
        return costBound;
    }

    /** Share of the bound of people that is missing; 0 is the best. */
    public double peopleGap() {
        return peopleBound <= 0 ? 0 : Math.max(0, (peopleBound - people) / peopleBound);
    }

    /** Share of the cost that might be spared at this number of people. */
    public double costGap() {
        return cost <= 0 ? 0 : Math.max(0, (cost - costBound) / cost);
    }

    /** Whether no assignment serves more people. */
    public boolean peopleProven() {
        return peopleProven;
    }

    /** Whether, besides, none that serves as many costs less. */
    public boolean costProven() {
        return costProven;
    }

    /** The relaxation it started from: bound, shadow prices, and what more litres would serve. */
    public AssignmentBound relaxation() {
        return relaxation;
    }
}
