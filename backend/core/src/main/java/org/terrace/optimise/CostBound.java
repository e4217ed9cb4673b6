package org.terrace.optimise;

/**
 * Least cost of any assignment that serves at least so many people, bounded by prices.
 *
 * <p>With a worth L of a person in person-seconds and a price m_s = L p_s + q_s of a litre, p and q from the relaxation, every assignment that
 * serves V people or more costs at least L V - sum Y_s m_s + sum_i min(0, min_s (c_is + w_i m_s) - L v_i). This is concave in L; the best L is
 * found by golden section.
 */
final class CostBound {
    private static final int STEPS = 30;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final AssignmentProblem problem;
    private final double[] people;
    private final double[] seconds;

    /**
     * @param people people per litre, by source
     * @param seconds person-seconds per litre at the least, by source
     */
    CostBound(AssignmentProblem problem, double[] people, double[] seconds) {
        this.problem = problem;
        this.people = people;
        this.seconds = seconds;
    }

    double atLeast(double served) {
        double low = Math.log(1e-3);
        double high = Math.log(1 + 1e3 * dearest());
        double a = high - GOLDEN * (high - low);
        double b = low + GOLDEN * (high - low);
        double atA = at(Math.exp(a), served);
        double atB = at(Math.exp(b), served);
        double best = Math.max(0, Math.max(atA, atB));
        for (int step = 0; step < STEPS; step++) {
            if (atA >= atB) {
                high = b;
                b = a;
                atB = atA;
                a = high - GOLDEN * (high - low);
                atA = at(Math.exp(a), served);
            } else {
                low = a;
                a = b;
                atA = atB;
                b = low + GOLDEN * (high - low);
                atB = at(Math.exp(b), served);
            }
            best = Math.max(best, Math.max(atA, atB));
        }
        return best;
    }

    private double dearest() {
        double dearest = 1;
        for (double cost : problem.cost) {
            dearest = Math.max(dearest, cost);
        }
        return dearest;
    }

    private double at(double worth, double served) {
        double[] price = new double[people.length];
        double sum = worth * served;
        for (int s = 0; s < price.length; s++) {
            price[s] = Math.max(0, worth * people[s] + seconds[s]);
            sum -= price[s] * problem.capacity[s];
        }
        for (int i = 0; i < problem.households(); i++) {
            double least = worth * problem.people[i];
            for (int k = problem.first[i]; k < problem.first[i + 1]; k++) {
                least = Math.min(least, problem.cost[k] + problem.litres[i] * price[problem.source[k]]);
            }
            sum += least - worth * problem.people[i];
        }
        return sum;
    }
}
