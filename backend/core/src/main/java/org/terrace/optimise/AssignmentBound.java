package org.terrace.optimise;

import java.util.function.Consumer;

/**
 * The relaxation of an {@link AssignmentProblem} in which households may be served by halves: the most people, then the least cost.
 *
 * <p>Solved exactly by {@link TransportSimplex}. At most as many households are split as there are sources. The bound of people is not the
 * value of these flows but what the prices prove (Lagrange): sum Y_s p_s + sum_i max(0, v_i - w_i min p_s), which holds for any
 * prices, whatever was rounded on the way.
 */
public final class AssignmentBound {
    private final TransportSimplex simplex;
    private final double[] ratio;
    private final double[] peoplePerLitre;
    private final double people;
    private final double cost;
    private final double peopleBound;

    private AssignmentBound(TransportSimplex solved, double[] ratio) {
        this.simplex = solved;
        this.ratio = ratio;
        AssignmentProblem problem = solved.problem;
        double[] sums = new double[2];
        forEachPortion(portion -> {
            if (portion.source() >= 0) {
                int i = portion.household();
                double share = (double) portion.litresPerDay() / problem.litres[i];
                sums[0] += problem.people[i] * share;
                sums[1] += problem.cost[problem.pair(i, portion.source())] * share;
            }
        });
        this.people = sums[0];
        this.cost = sums[1];
        this.peoplePerLitre = prices();
        this.peopleBound = lagrange();
    }

    /** Solves the relaxation. */
    public static AssignmentBound of(AssignmentProblem problem) {
        double[] ratio = new double[problem.households()];
        for (int i = 0; i < ratio.length; i++) {
            ratio[i] = problem.people[i] / problem.litres[i];
        }
        return new AssignmentBound(
                new TransportSimplex(problem, Order.ranks(ratio), new double[ratio.length]).solve(), ratio);
    }

    /** The same with some litres a day more at one source, from where this solution stands. */
    public AssignmentBound withMore(int source, long litresPerDay) {
        if (litresPerDay < 0) {
            throw new IllegalArgumentException(
                    "source " + source + ": " + litresPerDay + " litres more, must be 0 or above");
        }
        TransportSimplex copy = simplex.copy();
        copy.addCapacity(source, litresPerDay);
        return new AssignmentBound(copy.solve(), ratio);
    }

    /** People that so many litres a day more at one source would serve, shares of households counted: exact for that many, not only at the margin. */
    public double peopleMore(int source, long litresPerDay) {
        return peoplePerLitre[source] == 0 ? 0 : Math.max(0, withMore(source, litresPerDay).people - people);
    }

    /** Most people that can be served, shares of households counted. */
    public double people() {
        return people;
    }

    /** Least cost in person-seconds of serving that many. */
    public double cost() {
        return cost;
    }

    /** Number of people that nobody can exceed, proven from the prices. */
    public double peopleBound() {
        return peopleBound;
    }

    /** Shadow price: people that one litre a day more at a source would serve, to begin with; 0 where litres are left over. */
    public double peoplePerLitre(int source) {
        return peoplePerLitre[source];
    }

    /** Exchanges of an arc it took. */
    public long pivots() {
        return simplex.pivots();
    }

    /** Where the litres of every household come from: household by household, what it goes without first. */
    public void forEachPortion(Consumer<Portion> consumer) {
        simplex.forEachPortion(consumer);
    }

    /** Person-seconds per litre of each source, besides its people per litre. */
    double[] secondsPerLitre() {
        double[] seconds = new double[peoplePerLitre.length];
        for (int s = 0; s < seconds.length; s++) {
            seconds[s] = simplex.tree.price[s] / simplex.scale;
        }
        return seconds;
    }

    double[] peoplePerLitre() {
        return peoplePerLitre.clone();
    }

    private double[] prices() {
        AssignmentProblem problem = simplex.problem;
        int[] rank = new int[problem.sources()];
        for (int s = 0; s < rank.length; s++) {
            rank[s] = Math.max(0, simplex.rank(s));
        }
        double[] byRank = new double[ratio.length + 1];
        int[] rankOf = Order.ranks(ratio);
        for (int i = 0; i < ratio.length; i++) {
            byRank[rankOf[i]] = ratio[i];
            int own = Math.max(0, simplex.rank(simplex.tree.nodeOf(i)));
            for (int k = problem.first[i]; k < problem.first[i + 1]; k++) {
                int s = problem.source[k];
                if (simplex.capacity(s) == 0) {
                    rank[s] = Math.max(rank[s], own);
                }
            }
        }
        double[] price = new double[rank.length];
        for (int s = 0; s < price.length; s++) {
            price[s] = byRank[rank[s]];
        }
        return price;
    }

    private double lagrange() {
        AssignmentProblem problem = simplex.problem;
        double bound = 0;
        for (int s = 0; s < peoplePerLitre.length; s++) {
            bound += peoplePerLitre[s] * simplex.capacity(s);
        }
        for (int i = 0; i < problem.households(); i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int k = problem.first[i]; k < problem.first[i + 1]; k++) {
                least = Math.min(least, peoplePerLitre[problem.source[k]]);
            }
            bound += Math.max(0, problem.people[i] - problem.litres[i] * least);
        }
        return bound;
    }
}
