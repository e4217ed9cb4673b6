package org.terrace.engine.bench;

import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * Time of one piece of work in a warm JVM: the median of five runs after two that are not counted.
 *
 * @param seconds median
 * @param answer what the last run returned, so that peers can be compared and nothing is optimised away
 */
record Measured<T>(double seconds, T answer) {
    private static final int WARM_UP = 2;
    private static final int RUNS = 5;

    static <T> Measured<T> median(Callable<T> work) throws Exception {
        return median(WARM_UP, RUNS, work);
    }

    static <T> Measured<T> median(int warmUp, int runs, Callable<T> work) throws Exception {
        for (int i = 0; i < warmUp; i++) {
            work.call();
        }
        double[] seconds = new double[runs];
        T answer = null;
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            answer = work.call();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        if (answer == null) {
            throw new IllegalStateException("nothing was measured: " + runs + " runs");
        }
        return new Measured<>(seconds[runs / 2], answer);
    }
}
