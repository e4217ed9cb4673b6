package org.terrace.power.load;

import java.util.List;
import org.terrace.standard.Standard;

/**
 * The share of their own peaks that customers draw at one time: 1 for a single house, falling with their number.
 *
 * <p>Given at a few numbers of customers, between them straight over the logarithm of the number, beyond the last one constant.
 * More customers never draw less together, which is checked.
 *
 * @see "settings power.load.coincidence_customers and power.load.coincidence; simultaneity factors of low-voltage planning"
 */
public final class Coincidence {
    private final double[] customers;
    private final double[] factors;

    private Coincidence(double[] customers, double[] factors) {
        this.customers = customers;
        this.factors = factors;
    }

    public static Coincidence of(Standard standard) {
        return of(standard.numbers("power.load.coincidence_customers"), standard.numbers("power.load.coincidence"));
    }

    /**
     * @param customers rising, the first 1. @param factors one for each, within (0, 1], not rising
     * @throws IllegalArgumentException naming the pair that does not fit
     */
    static Coincidence of(List<Double> customers, List<Double> factors) {
        if (customers.isEmpty() || customers.size() != factors.size() || customers.get(0) != 1) {
            throw new IllegalArgumentException("coincidence is given at " + customers + " customers as " + factors
                    + ": as many numbers as factors are needed, and the first number is 1");
        }
        double[] n = customers.stream().mapToDouble(Double::doubleValue).toArray();
        double[] c = factors.stream().mapToDouble(Double::doubleValue).toArray();
        for (int i = 0; i < n.length; i++) {
            boolean rises = i == 0 || (n[i] > n[i - 1] && c[i] <= c[i - 1] && n[i] * c[i] >= n[i - 1] * c[i - 1]);
            if (!rises || !(c[i] > 0 && c[i] <= 1)) {
                throw new IllegalArgumentException(
                        "coincidence of " + n[i] + " customers is " + c[i]
                                + ": it lies within 0 and 1 and falls with the number, and more customers never draw less together");
            }
        }
        return new Coincidence(n, c);
    }

    /** Of as many customers as are given at most. */
    double ofMany() {
        return factors[factors.length - 1];
    }

    /** @param number of customers, or the sum of their shares; below 1 it counts as 1 */
    public double factor(double number) {
        int last = customers.length - 1;
        if (number <= 1) {
            return factors[0];
        }
        if (number >= customers[last]) {
            return factors[last];
        }
        int i = 1;
        while (customers[i] < number) {
            i++;
        }
        double share = StrictMath.log(number / customers[i - 1]) / StrictMath.log(customers[i] / customers[i - 1]);
        return factors[i - 1] + share * (factors[i] - factors[i - 1]);
    }
}
