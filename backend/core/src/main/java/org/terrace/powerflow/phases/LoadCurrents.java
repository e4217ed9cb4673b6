package org.terrace.powerflow.phases;

import java.util.ArrayList;
import java.util.List;

/** The loads of a network as numbers of conductors, and the currents that they draw at given voltages. */
final class LoadCurrents {
    private final int[] at;
    private final int[] back;
    private final int[] exponent;
    private final double[] perVolt;

    /** Loads that nothing feeds. */
    final List<String> unfed = new ArrayList<>();

    LoadCurrents(PhaseNetwork network, Sweep sweep) {
        List<PhaseLoad> loads = network.loads();
        at = new int[loads.size()];
        back = new int[loads.size()];
        exponent = new int[loads.size()];
        perVolt = new double[loads.size()];
        boolean neutral = false;
        for (int i = 0; i < network.nodes().size(); i++) {
            neutral |= sweep.numberOf[5 * i + Conductor.N.ordinal()] >= 0;
        }
        for (int k = 0; k < at.length; k++) {
            PhaseLoad load = loads.get(k);
            at[k] = sweep.numberOf[5 * load.node() + load.at().ordinal()];
            back[k] = sweep.numberOf[5 * load.node() + load.back().ordinal()];
            exponent[k] = load.dependence().exponent();
            perVolt[k] = exponent[k] == 0 ? 0 : 1 / load.nominalVolts();
            boolean earth = load.back() == Conductor.EARTH || (load.back() == Conductor.N && !neutral);
            if (at[k] < 0 || (back[k] < 0 && !earth)) {
                unfed.add(load.id());
                at[k] = -1;
            }
        }
    }

    int size() {
        return at.length;
    }

    boolean isFed(int load) {
        return at[load] >= 0;
    }

    /** @return number of the conductor that the load hangs on */
    int at(int load) {
        return at[load];
    }

    /** @return number of the conductor by which the current returns; -1 for earth */
    int back(int load) {
        return back[load];
    }

    /** Adds the currents that are drawn. @param scale of all powers */
    void draw(double[] v, double[] watts, double[] vars, double scale, double[] j) {
        for (int k = 0; k < at.length; k++) {
            int from = 2 * at[k];
            if (from < 0) {
                continue;
            }
            int to = 2 * back[k];
            double re = v[from];
            double im = v[from + 1];
            if (to >= 0) {
                re -= v[to];
                im -= v[to + 1];
            }
            // I = conj(S / V)
            double square = re * re + im * im;
            double by = scale * share(k, square) / square;
            double p = watts[k] * by;
            double q = vars[k] * by;
            double iRe = p * re + q * im;
            double iIm = p * im - q * re;
            j[from] += iRe;
            j[from + 1] += iIm;
            if (to >= 0) {
                j[to] -= iRe;
                j[to + 1] -= iIm;
            }
        }
    }

    /** What of its nominal power a load draws at this voltage. @param square of the volts across it */
    double share(int k, double square) {
        return switch (exponent[k]) {
            case 0 -> 1;
            case 1 -> Math.sqrt(square) * perVolt[k];
            default -> square * perVolt[k] * perVolt[k];
        };
    }
}
