package org.terrace.powerflow.phases;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Voltages, currents and losses of a network under one load. Nodes and branches go by their places in the network's lists; what is not
 * fed, or was not solved, is NaN.
 */
public final class PhaseFlow {
    private static final double HALF_ROOT_3 = Math.sqrt(3) / 2;

    /** What is wrong. @param ids of nodes, branches or loads. @param value as the kind says */
    public record Trouble(Kind kind, List<String> ids, double value) {
        public Trouble {
            ids = List.copyOf(ids);
        }
    }

    /** Kinds of trouble. Nothing is solved with the first three. */
    public enum Kind {
        /**
         * The lines cannot carry the load: no voltages hold. Id: the node and phase where voltage falls lowest just before. Value: the
         * share of all loads that could still be carried.
         */
        VOLTAGE_COLLAPSE,
        /** A node gets one conductor by one branch and another by another. Ids: such nodes. */
        SPLIT_SUPPLY,
        /** A loop without any impedance: its current is not determined. Ids: branches that close loops. */
        LOOP_WITHOUT_IMPEDANCE,
        /** No branch leads to these nodes. Value: how many. */
        NOT_FED,
        /** These loads hang on conductors that are not there, and are left out. Value: how many. */
        LOAD_NOT_FED
    }

    /** A place of low voltage. */
    public record Lowest(int node, Conductor phase, double perUnit) {}

    /** Numbers of a solution: volts and currents by conductor, wires of loops, powers. */
    record Solved(double[] volts, double[] amps, double[] loopAmps, double[] watts, double[] vars) {}

    private final PhaseNetwork network;
    private final Sweep sweep;
    private final Loops loops;
    private final LoadCurrents loads;
    private final Optional<Solved> solved;
    private final int rounds;
    private final List<Trouble> trouble;

    PhaseFlow(
            PhaseNetwork network,
            Sweep sweep,
            Loops loops,
            LoadCurrents loads,
            Optional<Solved> solved,
            int rounds,
            List<Trouble> trouble) {
        this.network = network;
        this.sweep = sweep;
        this.loops = loops;
        this.loads = loads;
        this.solved = solved;
        this.rounds = rounds;
        this.trouble = List.copyOf(trouble);
    }

    public boolean isSolved() {
        return solved.isPresent();
    }

    public int rounds() {
        return rounds;
    }

    public List<Trouble> trouble() {
        return trouble;
    }

    /** Volts to earth, real part. */
    public double voltsRe(int node, Conductor conductor) {
        return part(node, conductor, 0);
    }

    /** Volts to earth, imaginary part. */
    public double voltsIm(int node, Conductor conductor) {
        return part(node, conductor, 1);
    }

    private double part(int node, Conductor conductor, int part) {
        int number = sweep.numberOf[5 * node + conductor.ordinal()];
        if (conductor == Conductor.EARTH) {
            return 0;
        }
        return number < 0 || solved.isEmpty() ? Double.NaN : solved.get().volts[2 * number + part];
    }

    /** Volts between a phase and the neutral; to earth where there is no neutral wire. */
    public double phaseVolts(int node, Conductor phase) {
        double re = voltsRe(node, phase);
        double im = voltsIm(node, phase);
        return hasNeutral(node)
                ? Math.hypot(re - voltsRe(node, Conductor.N), im - voltsIm(node, Conductor.N))
                : Math.hypot(re, im);
    }

    /** As {@link #phaseVolts}, by the nominal voltage of the node. */
    public double perUnit(int node, Conductor phase) {
        return phaseVolts(node, phase) / network.nodes().get(node).volts();
    }

    /** Volts between the neutral and earth: what a touch would feel. NaN where there is no neutral wire. */
    public double neutralVolts(int node) {
        return Math.hypot(voltsRe(node, Conductor.N), voltsIm(node, Conductor.N));
    }

    private boolean hasNeutral(int node) {
        return sweep.numberOf[5 * node + Conductor.N.ordinal()] >= 0;
    }

    /**
     * Negative over positive sequence of the phase voltages, 0 for balanced ones. NaN where not all phases are.
     *
     * @see "IEC 61000-2-2; GB/T 15543, at most 2 %"
     */
    public double unbalance(int node) {
        double[] positive = sequence(node, HALF_ROOT_3);
        double[] negative = sequence(node, -HALF_ROOT_3);
        return Math.hypot(negative[0], negative[1]) / Math.hypot(positive[0], positive[1]);
    }

    /** Three times a sequence: V(A) + a V(B) + a^2 V(C), with a at 120 degrees or, for the negative, at -120. */
    private double[] sequence(int node, double s) {
        double aRe = voltsRe(node, Conductor.A);
        double aIm = voltsIm(node, Conductor.A);
        double bRe = voltsRe(node, Conductor.B);
        double bIm = voltsIm(node, Conductor.B);
        double cRe = voltsRe(node, Conductor.C);
        double cIm = voltsIm(node, Conductor.C);
        return new double[] {aRe - 0.5 * (bRe + cRe) - s * (bIm - cIm), aIm - 0.5 * (bIm + cIm) + s * (bRe - cRe)};
    }

    /** The lowest phase voltage of all nodes, by their nominal; of equals the first. Empty when nothing was solved. */
    public Optional<Lowest> lowest() {
        Lowest lowest = null;
        for (int i = 0; i < network.nodes().size(); i++) {
            for (Conductor phase : Conductor.PHASES) {
                double perUnit = perUnit(i, phase);
                if (perUnit < (lowest == null ? Double.POSITIVE_INFINITY : lowest.perUnit)) {
                    lowest = new Lowest(i, phase, perUnit);
                }
            }
        }
        return Optional.ofNullable(lowest);
    }

    /** Amperes that leave a branch at the end away from the source, by wire. NaN for a wire that it has not. */
    public double amps(int branch, Conductor conductor) {
        Wires wires = wires(branch);
        int i = wires.conductors.indexOf(conductor);
        return i < 0 ? Double.NaN : Math.hypot(wires.amps[2 * i], wires.amps[2 * i + 1]);
    }

    /** Watts lost in a branch, all its wires. */
    public double lossWatts(int branch) {
        Wires wires = wires(branch);
        double sum = wires.rows.length == 0 ? Double.NaN : 0;
        for (int i = 0; i < wires.rows.length; i++) {
            sum += lossWatts(wires, i);
        }
        return sum;
    }

    /** Watts of them lost in the neutral wire; 0 without one. */
    public double neutralLossWatts(int branch) {
        Wires wires = wires(branch);
        int i = wires.conductors.indexOf(Conductor.N);
        return i < 0 ? 0 : lossWatts(wires, i);
    }

    /** Re((Z I) conj(I)) of one wire. */
    private static double lossWatts(Wires wires, int i) {
        double re = 0;
        double im = 0;
        for (int k = 0; k < wires.rows.length; k++) {
            double zRe = wires.ohms.re(wires.rows[i], wires.rows[k]);
            double zIm = wires.ohms.im(wires.rows[i], wires.rows[k]);
            re += zRe * wires.amps[2 * k] - zIm * wires.amps[2 * k + 1];
            im += zRe * wires.amps[2 * k + 1] + zIm * wires.amps[2 * k];
        }
        return re * wires.amps[2 * i] + im * wires.amps[2 * i + 1];
    }

    /** Currents of a branch. */
    private record Wires(List<Conductor> conductors, int[] rows, double[] amps, PhaseMatrix ohms) {}

    private Wires wires(int branch) {
        PhaseMatrix ohms = network.branches().get(branch).ohms();
        if (solved.isPresent()) {
            int place = sweep.placeOfBranch(branch);
            if (place >= 0) {
                SupplyTree.Fed fed = sweep.tree.feeding.get(place);
                double[] amps =
                        Arrays.copyOfRange(solved.get().amps, 2 * sweep.first[place], 2 * sweep.first[place + 1]);
                return new Wires(fed.toConductors(), fed.rows(), amps, ohms);
            }
            for (int k = 0; k < sweep.tree.closing.size(); k++) {
                SupplyTree.Fed loop = sweep.tree.closing.get(k);
                if (loop.branch() == branch) {
                    double[] amps = Arrays.copyOfRange(
                            solved.get().loopAmps, 2 * loops.firstWire(k), 2 * loops.firstWire(k + 1));
                    return new Wires(loop.toConductors(), loop.rows(), amps, ohms);
                }
            }
        }
        return new Wires(List.of(), new int[0], new double[0], ohms);
    }

    /** Watts lost in all branches and shunts; what the source loses in itself is not among them. */
    public double lossWatts() {
        double sum = 0;
        for (int k = 0; k < network.branches().size(); k++) {
            double loss = lossWatts(k);
            sum += Double.isNaN(loss) ? 0 : loss;
        }
        return solved.isPresent() ? sum + shuntWatts() : Double.NaN;
    }

    /** Watts lost in electrodes, iron and charging. */
    public double shuntWatts() {
        double sum = 0;
        for (Shunt shunt : network.shunts()) {
            for (int i = 0; i < shunt.conductors().size(); i++) {
                for (int k = 0; k < shunt.conductors().size(); k++) {
                    double vRe = voltsRe(shunt.node(), shunt.conductors().get(i));
                    double vIm = voltsIm(shunt.node(), shunt.conductors().get(i));
                    double uRe = voltsRe(shunt.node(), shunt.conductors().get(k));
                    double uIm = voltsIm(shunt.node(), shunt.conductors().get(k));
                    double iRe =
                            shunt.siemens().re(i, k) * uRe - shunt.siemens().im(i, k) * uIm;
                    double iIm =
                            shunt.siemens().re(i, k) * uIm + shunt.siemens().im(i, k) * uRe;
                    double watts = vRe * iRe + vIm * iIm;
                    sum += Double.isNaN(watts) ? 0 : watts;
                }
            }
        }
        return sum;
    }

    /** Watts that a conductor brings into the source's node. NaN for one that the source has not. */
    public double infeedWatts(Conductor conductor) {
        return infeed(conductor)[0];
    }

    /** Vars that a conductor brings into the source's node, positive when current lags. */
    public double infeedVars(Conductor conductor) {
        return infeed(conductor)[1];
    }

    private double[] infeed(Conductor conductor) {
        int node = network.source().node();
        int i = network.source().conductors().indexOf(conductor);
        if (i < 0 || solved.isEmpty()) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double re = solved.get().amps[2 * i];
        double im = solved.get().amps[2 * i + 1];
        double vRe = voltsRe(node, conductor);
        double vIm = voltsIm(node, conductor);
        return new double[] {vRe * re + vIm * im, vIm * re - vRe * im};
    }

    /** Watts that all conductors bring in together. */
    public double infeedWatts() {
        double sum = 0;
        for (Conductor conductor : network.source().conductors()) {
            sum += infeedWatts(conductor);
        }
        return sum;
    }

    /** Watts that all loads draw at these voltages; loads that are not fed draw none. */
    public double loadWatts() {
        if (solved.isEmpty()) {
            return Double.NaN;
        }
        double sum = 0;
        for (int k = 0; k < loads.size(); k++) {
            if (loads.isFed(k)) {
                double[] v = solved.get().volts;
                int from = 2 * loads.at(k);
                int to = 2 * loads.back(k);
                double re = v[from] - (to < 0 ? 0 : v[to]);
                double im = v[from + 1] - (to < 0 ? 0 : v[to + 1]);
                sum += solved.get().watts[k] * loads.share(k, re * re + im * im);
            }
        }
        return sum;
    }
}
