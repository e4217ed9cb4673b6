package org.terrace.powerflow.phases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A network prepared once and solved for any number of load vectors: voltages at which every load draws its power.
 *
 * <p>Method: backward and forward sweeps from the voltages without load. Loads draw currents at the last voltages; the sweep gives the
 * voltages for those currents, exactly, shunts and loops included; so on until they hold still. Each round shrinks the error by about
 * (drop of the load) / (voltage), wherever a solution exists that can be held.
 *
 * <p>Why a solution found is the upper one: at a solution on the lower branch of the nose curve the power-flow equations' Jacobian has
 * turned its sign against that without load. It is the derivative of (voltages - next voltages), so one of the round's own
 * eigenvalues is above 1 there, and the rounds run away from it. They can only come to rest where all of them are below 1.
 *
 * <p>Loads of constant impedance or current that alone would take more than half of the voltage are told as collapse too, though a
 * solution exists.
 *
 * <p>Not for use by several threads at once: make one for each.
 *
 * @see "Kersting, Distribution System Modeling and Analysis, chapter 10; Ciric, Feltrin, Ochoa (2003), Power flow in four-wire
 *     distribution networks - general approach"
 */
public final class Feeder {
    /** Voltages hold still when none changes by more than this share of its nominal. */
    private static final double STILL = 1e-12;

    private static final double FINE = 1e-3;

    /**
     * Where only a coarse answer is asked for: a constant power holds no load below half of its voltage without load (the nose of the curve);
     * with a margin, because it is not proven for meshes and uneven phases.
     */
    private static final double GIVEN_UP = 0.35;

    private static final int LOOK_EACH = 4;

    private static final int MOST_ROUNDS = 2_000;

    /** In so many rounds the changes must at least halve: with less, the load is within some 1e-4 of what the lines can carry at all. */
    private static final int PATIENCE = 50;

    private static final double QUARTER = 0.25; // of the square

    private final PhaseNetwork network;
    private final Sweep sweep;
    private final Loops loops;
    private final LoadCurrents loads;
    private final List<PhaseFlow.Trouble> preparation = new ArrayList<>();
    private final boolean solvable;
    private final double[] noLoad;
    private final double[] v;
    private final double[] j;

    private Feeder(PhaseNetwork network) {
        this.network = network;
        SupplyTree tree = new SupplyTree(network);
        this.sweep = new Sweep(network, tree);
        this.loops = new Loops(network, sweep);
        this.loads = new LoadCurrents(network, sweep);
        this.v = new double[2 * sweep.conductors];
        this.j = new double[2 * sweep.conductors];
        this.noLoad = new double[2 * sweep.conductors];
        report(PhaseFlow.Kind.SPLIT_SUPPLY, tree.split);
        report(PhaseFlow.Kind.LOOP_WITHOUT_IMPEDANCE, loops.undetermined(network));
        this.solvable = preparation.isEmpty();
        report(PhaseFlow.Kind.NOT_FED, unfedNodes(tree));
        report(PhaseFlow.Kind.LOAD_NOT_FED, loads.unfed);
        if (solvable) {
            linear(j, noLoad);
        }
    }

    /** Lays the network out. What is wrong with it is told by every result. */
    public static Feeder of(PhaseNetwork network) {
        return new Feeder(network);
    }

    private List<String> unfedNodes(SupplyTree tree) {
        List<String> unfed = new ArrayList<>();
        for (int i = 0; i < tree.fed.length; i++) {
            if (tree.fed[i] == 0) {
                unfed.add(network.nodes().get(i).id());
            }
        }
        return unfed;
    }

    private void report(PhaseFlow.Kind kind, List<String> ids) {
        if (!ids.isEmpty()) {
            preparation.add(new PhaseFlow.Trouble(kind, ids, ids.size()));
        }
    }

    public PhaseNetwork network() {
        return network;
    }

    /** Number of branches that close loops; 0 for a radial network. */
    public int loops() {
        return sweep.tree.closing.size();
    }

    /** With the loads as the network has them. */
    public PhaseFlow solve() {
        return solve(
                network.loads().stream().mapToDouble(PhaseLoad::watts).toArray(),
                network.loads().stream().mapToDouble(PhaseLoad::vars).toArray());
    }

    /**
     * With other powers at the same loads.
     *
     * @param watts by load, in the network's order. @param vars positive when current lags
     * @throws IllegalArgumentException when there are not as many as loads, or one is no number
     */
    public PhaseFlow solve(double[] watts, double[] vars) {
        return solve(watts, vars, FINE);
    }

    /**
     * The same for whoever asks more where the voltage collapses than how much could be carried.
     *
     * @param within share of the load within which what could be carried is found; 1 for not at all, which costs no more than a solution
     */
    public PhaseFlow solve(double[] watts, double[] vars, double within) {
        if (watts.length != loads.size() || vars.length != loads.size()) {
            throw new IllegalArgumentException(
                    watts.length + " and " + vars.length + " powers for " + loads.size() + " loads");
        }
        for (int k = 0; k < watts.length; k++) {
            if (!Double.isFinite(watts[k]) || !Double.isFinite(vars[k])) {
                throw new IllegalArgumentException(
                        network.loads().get(k).id() + ": " + watts[k] + " W, " + vars[k] + " var");
            }
        }
        if (!solvable) {
            return new PhaseFlow(network, sweep, loops, loads, Optional.empty(), 0, preparation);
        }
        double floor = within > FINE ? GIVEN_UP : 0;
        int rounds = iterate(noLoad, watts, vars, 1, floor);
        List<PhaseFlow.Trouble> trouble = new ArrayList<>(preparation);
        if (rounds < 0) {
            trouble.add(collapse(watts, vars, within, floor));
            return new PhaseFlow(network, sweep, loops, loads, Optional.empty(), -rounds, trouble);
        }
        sweep.currents(j, v);
        PhaseFlow.Solved solved =
                new PhaseFlow.Solved(v.clone(), j.clone(), loops.current.clone(), watts.clone(), vars.clone());
        return new PhaseFlow(network, sweep, loops, loads, Optional.of(solved), rounds, trouble);
    }

    private double linear(double[] drawn, double[] volts) {
        return loops.isEmpty() ? sweep.run(drawn, volts, 1) : loops.run(drawn, volts, 1);
    }

    /**
     * Leaves the solution in {@code v} and the accumulated currents in {@code j}.
     *
     * @param start volts to begin with
     * @return rounds; negative when they came to no rest
     */
    int iterate(double[] start, double[] watts, double[] vars, double scale) {
        return iterate(start, watts, vars, scale, 0);
    }

    /** @param floor share of its voltage without load at which a load's voltage is given up; 0 to see it through */
    private int iterate(double[] start, double[] watts, double[] vars, double scale, double floor) {
        System.arraycopy(start, 0, v, 0, v.length);
        double before = Double.POSITIVE_INFINITY;
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            Arrays.fill(j, 0);
            loads.draw(v, watts, vars, scale, j);
            double change = linear(j, v);
            if (change <= STILL * STILL) {
                return round;
            }
            if (Double.isNaN(change)
                    || (floor > 0 && round % LOOK_EACH == 0 && lowestShare(weakest()) < floor * floor)) {
                return -round;
            }
            if (round % PATIENCE == 0) {
                if (change > QUARTER * before) {
                    return -round;
                }
                before = change;
            }
        }
        return -MOST_ROUNDS;
    }

    /** The volts found last, as pairs; for tests that start elsewhere. */
    double[] volts() {
        return v;
    }

    /** How much of the load could be carried, and where the voltage falls lowest then; by the voltages as they were left falling. */
    private PhaseFlow.Trouble collapse(double[] watts, double[] vars, double within, double floor) {
        double carried = 0;
        if (within < 1) {
            carried = carried(watts, vars, within, floor);
        }
        int worst = weakest();
        PhaseLoad load = network.loads().get(worst);
        return new PhaseFlow.Trouble(
                PhaseFlow.Kind.VOLTAGE_COLLAPSE,
                List.of(network.nodes().get(load.node()).id() + "." + load.at()),
                carried);
    }

    /** Leaves the voltages at what is still carried; where that is hardly anything, as they fall. */
    private double carried(double[] watts, double[] vars, double within, double floor) {
        double carried = 0;
        double not = 1;
        double least = Math.min(1e-2, within * within * within);
        while (not - carried > within * not && not > least) {
            double middle = (carried + not) / 2;
            if (iterate(noLoad, watts, vars, middle, floor) > 0) {
                carried = middle;
            } else {
                not = middle;
            }
        }
        iterate(noLoad, watts, vars, carried > 0 ? carried : not, floor);
        return carried;
    }

    /** The load whose voltage has fallen most. */
    private int weakest() {
        int worst = -1;
        for (int k = 0; k < loads.size(); k++) {
            if (loads.isFed(k) && (worst < 0 || !(lowestShare(k) >= lowestShare(worst)))) {
                worst = k;
            }
        }
        return worst;
    }

    /** Of the square of its voltage without load. */
    private double lowestShare(int load) {
        return load < 0 ? 1 : square(v, load) / square(noLoad, load);
    }

    private double square(double[] volts, int load) {
        int from = 2 * loads.at(load);
        int to = 2 * loads.back(load);
        double re = volts[from] - (to < 0 ? 0 : volts[to]);
        double im = volts[from + 1] - (to < 0 ? 0 : volts[to + 1]);
        return re * re + im * im;
    }
}
