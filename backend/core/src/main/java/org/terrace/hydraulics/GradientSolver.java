package org.terrace.hydraulics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Heads and flows that balance a network at one moment: mass at every junction, energy along every link, branched or looped. Each round
 * solves linear equations for the heads, then corrects the flows by what each link's law says of the difference (Newton's method); states
 * of check valves, pumps, control valves and links at full or empty tanks are looked at when the flows hold still.
 *
 * <p>Keeps flows and states from one solution to the next, as the following moment is near.
 *
 * @see "Todini and Pilati (1988), A gradient algorithm for the analysis of pipe networks; EPANET 2.2 User Manual, Appendix D; the rules
 *     by which states change follow EPANET 2.2"
 */
final class GradientSolver {
    /** Conductance that stands for a head that is held. */
    private static final double HELD = 1e10;

    /** Conductance left to a valve that lets a given flow through. */
    private static final double BARELY = 1e-8;

    /** Flows hold still when the sum of changes is this share of the sum of flows. */
    private static final double ACCURACY = 1e-11;

    /** Good enough when rounding lets it come no nearer. */
    private static final double ENOUGH = 1e-8;

    /** Or when the changes come to this together: a hundredth of a millilitre a second. */
    private static final double ENOUGH_M3_PER_S = 1e-8;

    private static final int ITERATIONS = 300;
    private static final int DAMPED_AFTER = 60;
    private static final double DAMPING = 0.6;

    /** States may change this often before they are held: some pairs of valves chase each other, and then there is no balance. */
    private static final int STATE_CHANGES = 60;

    private final Moment at;
    private final Ways ways;
    private final LinkRules rules;
    private final Coefficients coefficients;
    private final HeadSystem system;
    private final double[] excess;
    private final double[] heads;
    private final Loss loss = new Loss();

    /** Whether a tank lets nothing more in or out. */
    interface TankLimits {
        boolean isFull(int node);

        boolean isEmpty(int node);
    }

    GradientSolver(PipeNetwork network, TankLimits tanks) {
        this.at = new Moment(network);
        this.ways = new Ways(at);
        this.rules = new LinkRules(at, tanks);
        this.coefficients = new Coefficients(at);
        this.system = new HeadSystem(
                at.unknowns(),
                Arrays.stream(at.links).mapToInt(l -> at.unknown[l.from()]).toArray(),
                Arrays.stream(at.links).mapToInt(l -> at.unknown[l.to()]).toArray());
        this.excess = new double[at.nodes.length];
        this.heads = new double[at.nodes.length];
    }

    /** Opens or shuts a link from outside. @return whether that changes it */
    boolean open(int link, boolean open) {
        return at.open(link, open);
    }

    /** Sets a valve, or the speed of a pump (0 shuts it). @return whether that changes it */
    boolean set(int link, double value) {
        return at.set(link, value);
    }

    LinkState state(int link) {
        return at.state[link];
    }

    double head(int node) {
        return at.head[node];
    }

    /** m3/s that flow into a tank or reservoir. */
    double inflow(int node) {
        return at.drawn[node];
    }

    /**
     * Balances the network.
     *
     * @param demands m3/s by node; of junctions only
     * @param given head by node; of reservoirs and tanks only
     */
    SteadyState solve(double[] demands, double[] given) {
        for (int i = 0; i < at.nodes.length; i++) {
            if (at.unknown[i] < 0) {
                at.head[i] = given[i];
            } else {
                at.drawn[i] = demands[i];
            }
        }
        int iteration = 0;
        int changes = 0;
        double before = Double.POSITIVE_INFINITY;
        double error = Double.POSITIVE_INFINITY;
        boolean still = false;
        while (iteration < ITERATIONS && !still) {
            iteration++;
            ways.look();
            coefficients.compute();
            if (!solveHeads()) {
                break;
            }
            error = correct(iteration > DAMPED_AFTER ? DAMPING : 1);
            boolean changed = changes < STATE_CHANGES && rules.controlValves();
            boolean holds = error <= ACCURACY || (error <= ENOUGH && error >= before / 2);
            before = error;
            if (!changed && holds) {
                changed = rules.controlValves() | rules.otherStates();
                still = !changed;
                if (changed && changes >= STATE_CHANGES) {
                    break; // flows hold still, but some valves or pumps chase each other: no balance
                }
            }
            if (changed) {
                changes++;
                before = Double.POSITIVE_INFINITY;
            }
        }
        if (still) {
            Residue.takeAway(at);
        }
        return result(iteration, still, error);
    }

    private boolean solveHeads() {
        system.clear();
        Arrays.fill(excess, 0);
        for (int k = 0; k < at.links.length; k++) {
            if (!at.holdsItsSetting(k)) {
                join(k, at.p[k], at.flow[k] - at.y[k]);
                excess[at.links[k].from()] -= at.flow[k];
                excess[at.links[k].to()] += at.flow[k];
            }
        }
        for (int i = 0; i < at.nodes.length; i++) {
            if (at.unknown[i] >= 0) {
                atNode(i);
            }
        }
        for (int k = 0; k < at.links.length; k++) {
            if (at.holdsItsSetting(k)) {
                hold(k, (Link.Valve) at.links[k]);
            }
        }
        if (!system.solve(heads)) {
            return false;
        }
        for (int i = 0; i < at.nodes.length; i++) {
            if (at.unknown[i] >= 0) {
                at.head[i] = heads[at.unknown[i]];
            }
        }
        return true;
    }

    private void atNode(int i) {
        Node.Junction junction = (Node.Junction) at.nodes[i];
        if (!at.reached[i]) {
            // No head reaches it: it is held at its own height, so that the rest can be solved.
            system.addDiagonal(at.unknown[i], 1);
            system.addRight(at.unknown[i], junction.elevationM());
            return;
        }
        system.addRight(at.unknown[i], -at.drawn[i]);
        excess[i] -= at.drawn[i];
        if (junction.emitter() > 0) {
            through(junction, at.opening[i]);
            double by = 1 / loss.gradient;
            system.addDiagonal(at.unknown[i], by);
            system.addRight(at.unknown[i], loss.head * by - at.opening[i] + by * junction.elevationM());
            excess[i] -= at.opening[i];
        }
    }

    /** Pressure that drives a flow through an opening. */
    private void through(Node.Junction junction, double q) {
        double n = 1 / at.network.emitterExponent();
        loss.power(Math.pow(junction.emitter(), -n), n, q);
    }

    /** Adds a link to the equations: its flow will be {@code constant + conductance x (difference of heads)}. */
    private void join(int k, double conductance, double constant) {
        int from = at.unknown[at.links[k].from()];
        int to = at.unknown[at.links[k].to()];
        if (from >= 0) {
            system.addDiagonal(from, conductance);
            system.addRight(from, -constant);
        } else {
            pushTo(to, conductance * at.head[at.links[k].from()]);
        }
        if (to >= 0) {
            system.addDiagonal(to, conductance);
            system.addRight(to, constant);
        } else {
            pushTo(from, conductance * at.head[at.links[k].to()]);
        }
        if (from >= 0 && to >= 0) {
            system.addPair(k, -conductance);
        }
    }

    private void pushTo(int row, double value) {
        if (row >= 0) {
            system.addRight(row, value);
        }
    }

    /** A valve that holds a pressure or a flow. */
    private void hold(int k, Link.Valve valve) {
        int from = at.unknown[valve.from()];
        int to = at.unknown[valve.to()];
        switch (valve.kind()) {
            case PRESSURE_REDUCING -> {
                at.y[k] = at.flow[k] + excess[valve.to()];
                holdHead(to, at.heldHead(k, valve));
                pushTo(from, Math.min(0, excess[valve.to()]));
            }
            case PRESSURE_SUSTAINING -> {
                at.y[k] = at.flow[k] - excess[valve.from()];
                holdHead(from, at.heldHead(k, valve));
                pushTo(to, Math.max(0, excess[valve.from()]));
            }
            default -> {
                double drop = at.head[valve.from()] - at.head[valve.to()];
                at.p[k] = BARELY;
                at.y[k] = at.flow[k] - at.setting[k] + BARELY * drop;
                join(k, BARELY, at.setting[k] - BARELY * drop);
            }
        }
    }

    private void holdHead(int row, double to) {
        if (row >= 0) {
            system.addDiagonal(row, HELD);
            system.addRight(row, HELD * to);
        }
    }

    /** New flows from new heads. @return sum of changes over sum of flows */
    private double correct(double share) {
        double changed = 0;
        double all = 0;
        for (int k = 0; k < at.links.length; k++) {
            if (!at.reached[at.links[k].from()] && !at.isShut(k)) {
                continue; // its heads stand for nothing; its flow waits for the way to open again
            }
            double d = (at.y[k] - at.p[k] * (at.head[at.links[k].from()] - at.head[at.links[k].to()]))
                    * (at.isShut(k) ? 1 : share);
            if (at.links[k] instanceof Link.Pump pump
                    && pump.curve() instanceof PumpCurve.ConstantPower
                    && d > at.flow[k] / 2) {
                d = at.flow[k] / 2;
            }
            at.flow[k] -= d;
            if (!at.isShut(k)) {
                changed += Math.abs(d);
                all += Math.abs(at.flow[k]);
            }
        }
        for (int i = 0; i < at.nodes.length; i++) {
            if (at.nodes[i] instanceof Node.Junction j && j.emitter() > 0 && at.reached[i]) {
                through(j, at.opening[i]);
                double d = (loss.head - (at.head[i] - j.elevationM())) / loss.gradient * share;
                at.opening[i] -= d;
                changed += Math.abs(d);
                all += Math.abs(at.opening[i]);
            }
        }
        sumInflows();
        return changed <= ENOUGH_M3_PER_S ? Math.min(ENOUGH, all == 0 ? 0 : changed / all) : changed / all;
    }

    private void sumInflows() {
        for (int i = 0; i < at.nodes.length; i++) {
            if (at.unknown[i] < 0) {
                at.drawn[i] = 0;
            }
        }
        for (int k = 0; k < at.links.length; k++) {
            if (at.unknown[at.links[k].from()] < 0) {
                at.drawn[at.links[k].from()] -= at.flow[k];
            }
            if (at.unknown[at.links[k].to()] < 0) {
                at.drawn[at.links[k].to()] += at.flow[k];
            }
        }
    }

    private SteadyState result(int iterations, boolean still, double error) {
        sumInflows();
        double[] heads = at.head.clone();
        double[] demands = new double[at.nodes.length];
        for (int i = 0; i < at.nodes.length; i++) {
            heads[i] = at.reached[i] ? at.head[i] : Double.NaN;
            demands[i] = at.reached[i]
                    ? at.drawn[i] + at.opening[i]
                    : at.drawn[i] == 0 && at.opening[i] == 0 ? 0 : Double.NaN;
        }
        double[] flows = new double[at.links.length];
        double[] losses = new double[at.links.length];
        for (int k = 0; k < at.links.length; k++) {
            flows[k] = at.isShut(k) ? 0 : at.reached[at.links[k].from()] ? at.flow[k] : Double.NaN;
            losses[k] = at.isShut(k) ? 0 : heads[at.links[k].from()] - heads[at.links[k].to()];
        }
        Troubles troubles = new Troubles(at);
        List<SteadyState.Trouble> trouble = new ArrayList<>();
        if (!still) {
            trouble.add(troubles.notBalanced(error));
        }
        troubles.cutOff().ifPresent(trouble::add);
        troubles.weakPumps().ifPresent(trouble::add);
        troubles.exceeded().ifPresent(trouble::add);
        troubles.beyondCurve().ifPresent(trouble::add);
        troubles.negative(heads).ifPresent(trouble::add);
        troubles.negativeOnTheWay(heads).ifPresent(trouble::add);
        return new SteadyState(heads, demands, flows, losses, at.state.clone(), iterations, trouble);
    }
}
