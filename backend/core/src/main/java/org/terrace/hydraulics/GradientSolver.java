package org.terrace.hydraulics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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

    /** Conductance of a valve that takes away a given head; what it loses beyond that vanishes as the flow comes to rest. */
    private static final double STIFF = 1e5;

    /** Conductance left to a valve that lets a given flow through. */
    private static final double BARELY = 1e-8;

    private static final double HEAD_TOLERANCE_M = 1.5e-4;
    private static final double FLOW_TOLERANCE_M3_PER_S = 2.8e-6;

    /** Flows hold still when the sum of changes is this share of the sum of flows. */
    private static final double ACCURACY = 1e-11;

    /** Good enough when rounding lets it come no nearer. */
    private static final double ENOUGH = 1e-8;

    /** Or when the changes come to this together: a hundredth of a millilitre a second. */
    private static final double ENOUGH_M3_PER_S = 1e-8;

    /** An open valve without losses: a short piece of wide pipe, m per m3/s. */
    private static final double LEAST_VALVE_GRADIENT = 1e-5;

    private static final int ITERATIONS = 300;
    private static final int DAMPED_AFTER = 60;
    private static final double DAMPING = 0.6;

    /** States may change this often before they are held for good: some pairs of valves chase each other. */
    private static final int STATE_CHANGES = 60;

    private final PipeNetwork network;
    private final Node[] nodes;
    private final Link[] links;
    private final int[][] linksAt;
    private final int[] unknown;
    private final HeadSystem system;
    private final Loss loss = new Loss();

    private final double[] head;
    private final double[] drawn;
    private final double[] opening;
    private final double[] flow;
    private final LinkState[] state;
    /** Setting of a valve, speed of a pump; NaN for a valve that is fixed open or closed. */
    private final double[] setting;

    /** Of pipes: what their law has beside the flow. */
    private final double[] resistance;

    private final double[] p;
    private final double[] y;
    private final double[] excess;
    private final boolean[] reached;
    private final boolean[] apart;

    /** Valves that cannot hold their setting, for they are the only way. */
    private final boolean[] onlyWay;

    private final TankLimits tanks;

    /** Whether a tank lets nothing more in or out. */
    interface TankLimits {
        boolean isFull(int node);

        boolean isEmpty(int node);
    }

    GradientSolver(PipeNetwork network, TankLimits tanks) {
        this.network = network;
        this.tanks = tanks;
        this.nodes = network.nodes().toArray(Node[]::new);
        this.links = network.links().toArray(Link[]::new);
        this.linksAt = Incidence.of(network);
        this.unknown = new int[nodes.length];
        int n = 0;
        for (int i = 0; i < nodes.length; i++) {
            unknown[i] = nodes[i] instanceof Node.Junction ? n++ : -1;
        }
        this.system = new HeadSystem(
                n,
                Arrays.stream(links).mapToInt(l -> unknown[l.from()]).toArray(),
                Arrays.stream(links).mapToInt(l -> unknown[l.to()]).toArray());
        this.head = new double[nodes.length];
        this.drawn = new double[nodes.length];
        this.opening = new double[nodes.length];
        this.flow = new double[links.length];
        this.state = new LinkState[links.length];
        this.setting = new double[links.length];
        this.resistance = new double[links.length];
        this.p = new double[links.length];
        this.y = new double[links.length];
        this.excess = new double[nodes.length];
        this.reached = new boolean[nodes.length];
        this.apart = new boolean[nodes.length];
        this.onlyWay = new boolean[links.length];
        for (int k = 0; k < links.length; k++) {
            begin(k);
        }
        for (int i = 0; i < nodes.length; i++) {
            if (nodes[i] instanceof Node.Junction j && j.emitter() > 0) {
                opening[i] = j.emitter();
            }
        }
    }

    private void begin(int k) {
        if (links[k] instanceof Link.Pipe pipe) {
            state[k] = pipe.open() ? LinkState.OPEN : LinkState.CLOSED;
            flow[k] = firstFlow(pipe.diameterM());
            resistance[k] = network.formula().resistance(pipe);
        } else if (links[k] instanceof Link.Pump pump) {
            state[k] = pump.open() ? LinkState.OPEN : LinkState.CLOSED;
            setting[k] = pump.speed();
            flow[k] = pump.curve().designM3PerS() * pump.speed();
        } else if (links[k] instanceof Link.Valve valve) {
            state[k] = switch (valve.state()) {
                case OPEN -> LinkState.OPEN;
                case CLOSED -> LinkState.CLOSED;
                case WORKING -> LinkState.ACTIVE;
            };
            setting[k] = valve.state() == Link.ValveState.WORKING ? valve.setting() : Double.NaN;
            flow[k] = firstFlow(valve.diameterM());
        }
    }

    /** A foot per second. */
    private static double firstFlow(double diameterM) {
        return 0.3048 * Math.PI * diameterM * diameterM / 4;
    }

    LinkState state(int link) {
        return state[link];
    }

    double head(int node) {
        return head[node];
    }

    /** m3/s that flow into a tank or reservoir. */
    double inflow(int node) {
        return drawn[node];
    }

    /** Opens or shuts a link from outside. @return whether that changes it */
    boolean open(int link, boolean open) {
        boolean changes = state[link].isShut() == open;
        if (links[link] instanceof Link.Valve) {
            setting[link] = Double.NaN;
        }
        if (changes || links[link] instanceof Link.Valve) {
            state[link] = open ? LinkState.OPEN : LinkState.CLOSED;
        }
        if (changes && open && links[link] instanceof Link.Pipe pipe) {
            flow[link] = firstFlow(pipe.diameterM());
        } else if (changes && open && links[link] instanceof Link.Pump pump) {
            setting[link] = 1; // as EPANET does
            flow[link] = pump.curve().designM3PerS() * setting[link];
        }
        return changes;
    }

    /** Sets a valve, or the speed of a pump (0 shuts it). @return whether that changes it */
    boolean set(int link, double value) {
        boolean changes = setting[link] != value;
        setting[link] = value;
        if (links[link] instanceof Link.Pump && (value == 0) != (state[link] == LinkState.CLOSED)) {
            state[link] = value == 0 ? LinkState.CLOSED : LinkState.OPEN;
        } else if (links[link] instanceof Link.Valve && changes) {
            state[link] = LinkState.ACTIVE;
        }
        return changes;
    }

    /**
     * Balances the network.
     *
     * @param demands m3/s by node; of junctions only
     * @param given head by node; of reservoirs and tanks only
     */
    SteadyState solve(double[] demands, double[] given) {
        for (int i = 0; i < nodes.length; i++) {
            if (unknown[i] < 0) {
                head[i] = given[i];
            } else {
                drawn[i] = demands[i];
            }
        }
        int iteration = 0;
        int changes = 0;
        double before = Double.POSITIVE_INFINITY;
        double error = Double.POSITIVE_INFINITY;
        boolean still = false;
        while (iteration < ITERATIONS && !still) {
            iteration++;
            reach(reached, true);
            openOnlyWays();
            coefficients();
            if (!solveHeads()) {
                break;
            }
            error = correct(iteration > DAMPED_AFTER ? DAMPING : 1);
            boolean changed = changes < STATE_CHANGES && controlValves();
            boolean holds = error <= ACCURACY || (error <= ENOUGH && error >= before / 2);
            before = error;
            if (!changed && holds) {
                changed = changes < STATE_CHANGES && (controlValves() | otherStates());
                still = !changed;
            }
            if (changed) {
                changes++;
                before = Double.POSITIVE_INFINITY;
            }
        }
        if (still) {
            polish();
        }
        return result(iteration, still, error);
    }

    /** Which nodes an open way joins to a head that is given. @param holding whether valves that hold their setting count as ways */
    private void reach(boolean[] into, boolean holding) {
        Arrays.fill(into, false);
        int[] next = new int[nodes.length];
        int count = 0;
        for (int i = 0; i < nodes.length; i++) {
            if (unknown[i] < 0) {
                into[i] = true;
                next[count++] = i;
            }
        }
        for (int done = 0; done < count; done++) {
            for (int k : linksAt[next[done]]) {
                int other = links[k].from() == next[done] ? links[k].to() : links[k].from();
                if (!into[other] && !isShut(k) && (holding || !holdsItsSetting(k))) {
                    into[other] = true;
                    next[count++] = other;
                }
            }
        }
    }

    /**
     * A valve that is the only way to a part of the network cannot hold its setting: what is drawn there sets its flow. It stands open,
     * one after the other until every part that is reached at all is reached without the help of such valves.
     */
    private void openOnlyWays() {
        Arrays.fill(onlyWay, false);
        boolean holds = false;
        for (int k = 0; k < links.length && !holds; k++) {
            holds = holdsItsSetting(k);
        }
        for (boolean opened = holds; opened; ) {
            opened = false;
            reach(apart, false);
            for (int k = 0; k < links.length && !opened; k++) {
                if (holdsItsSetting(k)) {
                    boolean reduces = ((Link.Valve) links[k]).kind() == Link.ValveKind.PRESSURE_REDUCING;
                    int needed = reduces ? links[k].from() : links[k].to();
                    int other = reduces ? links[k].to() : links[k].from();
                    if (apart[other] && !apart[needed]) {
                        onlyWay[k] = true;
                        opened = true;
                    }
                }
            }
        }
    }

    private boolean isShut(int k) {
        return state[k].isShut() || (links[k] instanceof Link.Pump && setting[k] == 0);
    }

    private void coefficients() {
        for (int k = 0; k < links.length; k++) {
            if (isShut(k)) {
                p[k] = 0;
                y[k] = 0;
                flow[k] = 0;
            } else if (links[k] instanceof Link.Pipe pipe) {
                network.formula().friction(pipe, resistance[k], flow[k], network.viscosity(), loss);
                loss.addMinor(pipe.minorLoss(), pipe.diameterM(), flow[k]);
                byLoss(k);
            } else if (links[k] instanceof Link.Pump pump) {
                Pumping.lift(pump.curve(), setting[k], flow[k], loss);
                byLoss(k);
            } else if (links[k] instanceof Link.Valve valve) {
                valve(k, valve);
            }
        }
    }

    private void byLoss(int k) {
        p[k] = 1 / loss.gradient;
        y[k] = loss.head / loss.gradient;
    }

    private boolean holdsItsSetting(int k) {
        return state[k] == LinkState.ACTIVE
                && !onlyWay[k]
                && links[k] instanceof Link.Valve v
                && (v.kind() == Link.ValveKind.PRESSURE_REDUCING
                        || v.kind() == Link.ValveKind.PRESSURE_SUSTAINING
                        || v.kind() == Link.ValveKind.FLOW_CONTROL);
    }

    private void valve(int k, Link.Valve valve) {
        double fixed = setting[k];
        if (holdsItsSetting(k)) {
            p[k] = 0; // filled in when the excess at its ends is known
            return;
        }
        loss.head = 0;
        loss.gradient = 0;
        switch (valve.kind()) {
            case THROTTLE -> loss.addMinor(Double.isNaN(fixed) ? valve.minorLoss() : fixed, valve.diameterM(), flow[k]);
            case PRESSURE_BREAKER -> {
                double fully = Loss.minor(valve.minorLoss(), valve.diameterM()) * flow[k] * flow[k];
                if (Double.isNaN(fixed) || fixed == 0 || fully > fixed) {
                    loss.addMinor(valve.minorLoss(), valve.diameterM(), flow[k]);
                } else {
                    p[k] = STIFF;
                    y[k] = fixed * STIFF;
                    return;
                }
            }
            case GENERAL -> {
                if (Double.isNaN(fixed)) {
                    loss.addMinor(valve.minorLoss(), valve.diameterM(), flow[k]);
                } else {
                    double q = Math.abs(flow[k]);
                    loss.head = Math.signum(flow[k]) * valve.loss().at(q);
                    loss.gradient = Math.max(LEAST_VALVE_GRADIENT, valve.loss().slope(q));
                }
            }
            default -> loss.addMinor(valve.minorLoss(), valve.diameterM(), flow[k]);
        }
        if (loss.gradient < LEAST_VALVE_GRADIENT) {
            loss.line(LEAST_VALVE_GRADIENT, flow[k]);
        }
        byLoss(k);
    }

    private boolean solveHeads() {
        system.clear();
        Arrays.fill(excess, 0);
        for (int k = 0; k < links.length; k++) {
            if (!holdsItsSetting(k)) {
                join(k, p[k], flow[k] - y[k]);
                excess[links[k].from()] -= flow[k];
                excess[links[k].to()] += flow[k];
            }
        }
        for (int i = 0; i < nodes.length; i++) {
            if (unknown[i] >= 0) {
                atNode(i);
            }
        }
        for (int k = 0; k < links.length; k++) {
            if (holdsItsSetting(k)) {
                hold(k, (Link.Valve) links[k]);
            }
        }
        double[] heads = new double[nodes.length];
        if (!system.solve(heads)) {
            return false;
        }
        for (int i = 0; i < nodes.length; i++) {
            if (unknown[i] >= 0) {
                head[i] = heads[unknown[i]];
            }
        }
        return true;
    }

    private void atNode(int i) {
        Node.Junction junction = (Node.Junction) nodes[i];
        if (!reached[i]) {
            // No head reaches it: it is held at its own height, so that the rest can be solved.
            system.addDiagonal(unknown[i], 1);
            system.addRight(unknown[i], junction.elevationM());
            return;
        }
        system.addRight(unknown[i], -drawn[i]);
        excess[i] -= drawn[i];
        if (junction.emitter() > 0) {
            through(junction, opening[i]);
            double by = 1 / loss.gradient;
            system.addDiagonal(unknown[i], by);
            system.addRight(unknown[i], loss.head * by - opening[i] + by * junction.elevationM());
            excess[i] -= opening[i];
        }
    }

    /** Pressure that drives a flow through an opening. */
    private void through(Node.Junction junction, double q) {
        double n = 1 / network.emitterExponent();
        loss.power(Math.pow(junction.emitter(), -n), n, q);
    }

    /** Adds a link to the equations: its flow will be {@code constant + conductance x (difference of heads)}. */
    private void join(int k, double conductance, double constant) {
        int from = unknown[links[k].from()];
        int to = unknown[links[k].to()];
        if (from >= 0) {
            system.addDiagonal(from, conductance);
            system.addRight(from, -constant);
        } else {
            pushTo(to, conductance * head[links[k].from()]);
        }
        if (to >= 0) {
            system.addDiagonal(to, conductance);
            system.addRight(to, constant);
        } else {
            pushTo(from, conductance * head[links[k].to()]);
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
        int from = unknown[valve.from()];
        int to = unknown[valve.to()];
        switch (valve.kind()) {
            case PRESSURE_REDUCING -> {
                y[k] = flow[k] + excess[valve.to()];
                holdHead(to, heldHead(k, valve));
                pushTo(from, Math.min(0, excess[valve.to()]));
            }
            case PRESSURE_SUSTAINING -> {
                y[k] = flow[k] - excess[valve.from()];
                holdHead(from, heldHead(k, valve));
                pushTo(to, Math.max(0, excess[valve.from()]));
            }
            default -> {
                double drop = head[valve.from()] - head[valve.to()];
                p[k] = BARELY;
                y[k] = flow[k] - setting[k] + BARELY * drop;
                join(k, BARELY, setting[k] - BARELY * drop);
            }
        }
    }

    private void holdHead(int row, double to) {
        if (row >= 0) {
            system.addDiagonal(row, HELD);
            system.addRight(row, HELD * to);
        }
    }

    /** The head that the valve's setting means: pressure above the node that it guards. */
    private double heldHead(int k, Link.Valve valve) {
        int node = valve.kind() == Link.ValveKind.PRESSURE_REDUCING ? valve.to() : valve.from();
        return elevation(node) + setting[k];
    }

    private double elevation(int node) {
        if (nodes[node] instanceof Node.Junction j) {
            return j.elevationM();
        }
        return nodes[node] instanceof Node.Tank t ? t.elevationM() : head[node];
    }

    /** New flows from new heads. @return sum of changes over sum of flows */
    private double correct(double share) {
        double changed = 0;
        double all = 0;
        for (int k = 0; k < links.length; k++) {
            double d = (y[k] - p[k] * (head[links[k].from()] - head[links[k].to()])) * (isShut(k) ? 1 : share);
            if (links[k] instanceof Link.Pump pump
                    && pump.curve() instanceof PumpCurve.ConstantPower
                    && d > flow[k] / 2) {
                d = flow[k] / 2;
            }
            flow[k] -= d;
            if (!isShut(k)) {
                changed += Math.abs(d);
                all += Math.abs(flow[k]);
            }
        }
        for (int i = 0; i < nodes.length; i++) {
            if (nodes[i] instanceof Node.Junction j && j.emitter() > 0 && reached[i]) {
                through(j, opening[i]);
                double d = (loss.head - (head[i] - j.elevationM())) / loss.gradient * share;
                opening[i] -= d;
                changed += Math.abs(d);
                all += Math.abs(opening[i]);
            }
        }
        sumInflows();
        return changed <= ENOUGH_M3_PER_S ? Math.min(ENOUGH, all == 0 ? 0 : changed / all) : changed / all;
    }

    private void sumInflows() {
        for (int i = 0; i < nodes.length; i++) {
            if (unknown[i] < 0) {
                drawn[i] = 0;
            }
        }
        for (int k = 0; k < links.length; k++) {
            if (unknown[links[k].from()] < 0) {
                drawn[links[k].from()] -= flow[k];
            }
            if (unknown[links[k].to()] < 0) {
                drawn[links[k].to()] += flow[k];
            }
        }
    }

    /** Pressure valves: whether they can hold what they are set to. */
    private boolean controlValves() {
        boolean changed = false;
        for (int k = 0; k < links.length; k++) {
            if (links[k] instanceof Link.Valve v
                    && !Double.isNaN(setting[k])
                    && (v.kind() == Link.ValveKind.PRESSURE_REDUCING
                            || v.kind() == Link.ValveKind.PRESSURE_SUSTAINING)) {
                LinkState next = onlyWay[k] && flow[k] >= -FLOW_TOLERANCE_M3_PER_S
                        ? LinkState.ACTIVE
                        : ValveRules.next(
                                v.kind(),
                                state[k],
                                flow[k],
                                heldHead(k, v),
                                head[v.from()],
                                head[v.to()],
                                Loss.minor(v.minorLoss(), v.diameterM()) * flow[k] * flow[k],
                                HEAD_TOLERANCE_M,
                                FLOW_TOLERANCE_M3_PER_S);
                changed |= next != state[k];
                state[k] = next;
            }
        }
        return changed;
    }

    /** Check valves, pumps, flow control valves, links at tanks. */
    private boolean otherStates() {
        boolean changed = false;
        for (int k = 0; k < links.length; k++) {
            LinkState was = state[k];
            double drop = head[links[k].from()] - head[links[k].to()];
            if (was == LinkState.CANNOT_LIFT || was == LinkState.SHUT_BY_TANK) {
                state[k] = LinkState.OPEN;
            }
            if (links[k] instanceof Link.Pipe pipe && pipe.check()) {
                state[k] = checked(state[k], drop, flow[k]);
            } else if (links[k] instanceof Link.Pump pump && !isShut(k)) {
                double most = pump.curve().shutoffM() * setting[k] * setting[k];
                state[k] = -drop > most + HEAD_TOLERANCE_M ? LinkState.CANNOT_LIFT : LinkState.OPEN;
            } else if (links[k] instanceof Link.Valve v
                    && v.kind() == Link.ValveKind.FLOW_CONTROL
                    && !Double.isNaN(setting[k])) {
                state[k] = flowControl(k, drop);
            }
            atTanks(k);
            if (was.isShut() && !isShut(k) && flow[k] == 0) {
                restart(k);
            }
            changed |= state[k] != was;
        }
        return changed;
    }

    private void restart(int k) {
        if (links[k] instanceof Link.Pipe pipe) {
            flow[k] = firstFlow(pipe.diameterM());
        } else if (links[k] instanceof Link.Pump pump) {
            flow[k] = pump.curve().designM3PerS() * setting[k];
        }
    }

    private static LinkState checked(LinkState now, double drop, double q) {
        if (Math.abs(drop) > HEAD_TOLERANCE_M) {
            return drop < 0 || q < -FLOW_TOLERANCE_M3_PER_S ? LinkState.CLOSED : LinkState.OPEN;
        }
        return q < -FLOW_TOLERANCE_M3_PER_S ? LinkState.CLOSED : now;
    }

    private LinkState flowControl(int k, double drop) {
        if (drop < -HEAD_TOLERANCE_M || flow[k] < -FLOW_TOLERANCE_M3_PER_S) {
            return LinkState.CANNOT_FILL;
        }
        return state[k] == LinkState.CANNOT_FILL && flow[k] >= setting[k] ? LinkState.ACTIVE : state[k];
    }

    private void atTanks(int k) {
        if (isShut(k)) {
            return;
        }
        if (nodes[links[k].from()] instanceof Node.Tank t) {
            atTank(k, links[k].from(), t, head[links[k].from()] - head[links[k].to()], flow[k]);
        } else if (nodes[links[k].to()] instanceof Node.Tank t) {
            atTank(k, links[k].to(), t, head[links[k].to()] - head[links[k].from()], -flow[k]);
        }
    }

    /** @param drop from the tank. @param out m3/s out of it */
    private void atTank(int k, int node, Node.Tank tank, double drop, double out) {
        boolean pump = links[k] instanceof Link.Pump;
        if (tanks.isFull(node) && !tank.overflows()) {
            boolean fills = pump ? links[k].to() == node : checked(LinkState.OPEN, drop, out) == LinkState.CLOSED;
            if (fills) {
                state[k] = LinkState.SHUT_BY_TANK;
            }
        }
        if (tanks.isEmpty(node)) {
            boolean drains = pump ? links[k].from() == node : checked(LinkState.CLOSED, drop, out) == LinkState.OPEN;
            if (drains) {
                state[k] = LinkState.SHUT_BY_TANK;
            }
        }
    }

    private SteadyState result(int iterations, boolean still, double error) {
        sumInflows();
        double[] heads = head.clone();
        double[] demands = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            heads[i] = reached[i] ? head[i] : Double.NaN;
            demands[i] = reached[i] ? drawn[i] + opening[i] : drawn[i] == 0 && opening[i] == 0 ? 0 : Double.NaN;
        }
        double[] flows = new double[links.length];
        double[] losses = new double[links.length];
        for (int k = 0; k < links.length; k++) {
            flows[k] = isShut(k) ? 0 : reached[links[k].from()] ? flow[k] : Double.NaN;
            losses[k] = isShut(k) ? 0 : heads[links[k].from()] - heads[links[k].to()];
        }
        List<SteadyState.Trouble> trouble = new ArrayList<>();
        if (!still) {
            trouble.add(notBalanced(error));
        }
        cutOff().ifPresent(trouble::add);
        weakPumps().ifPresent(trouble::add);
        exceeded().ifPresent(trouble::add);
        negative(heads).ifPresent(trouble::add);
        return new SteadyState(heads, demands, flows, losses, state.clone(), iterations, trouble);
    }

    /**
     * Takes what rounding left unbalanced at the junctions along open links to heads that are given: flows change by less than the
     * tolerance, and mass balances to the last digits.
     */
    private void polish() {
        int[] order = new int[nodes.length];
        int[] by = new int[nodes.length];
        Arrays.fill(by, -1);
        boolean[] seen = new boolean[nodes.length];
        int count = 0;
        for (int i = 0; i < nodes.length; i++) {
            if (unknown[i] < 0) {
                seen[i] = true;
                order[count++] = i;
            }
        }
        for (int done = 0; done < count; done++) {
            for (int k : linksAt[order[done]]) {
                int other = links[k].from() == order[done] ? links[k].to() : links[k].from();
                boolean given = holdsItsSetting(k) && ((Link.Valve) links[k]).kind() == Link.ValveKind.FLOW_CONTROL;
                if (!seen[other] && !isShut(k) && !given) {
                    seen[other] = true;
                    by[other] = k;
                    order[count++] = other;
                }
            }
        }
        double[] over = new double[nodes.length];
        for (int k = 0; k < links.length; k++) {
            over[links[k].from()] -= flow[k];
            over[links[k].to()] += flow[k];
        }
        for (int at = count - 1; at >= 0; at--) {
            int i = order[at];
            int k = by[i];
            if (k >= 0) {
                double extra = over[i] - drawn[i] - opening[i];
                int other = links[k].from() == i ? links[k].to() : links[k].from();
                flow[k] += links[k].from() == i ? extra : -extra;
                over[other] += extra;
            }
        }
    }

    private SteadyState.Trouble notBalanced(double error) {
        int[] worst = IntStream.range(0, links.length)
                .filter(k -> !isShut(k))
                .boxed()
                .sorted((a, b) -> Double.compare(unbalanced(b), unbalanced(a)))
                .limit(5)
                .mapToInt(k -> k)
                .toArray();
        return new SteadyState.Trouble(
                SteadyState.Kind.NOT_BALANCED,
                Arrays.stream(worst).mapToObj(k -> links[k].id()).toList(),
                error);
    }

    private double unbalanced(int k) {
        return Math.abs(y[k] - p[k] * (head[links[k].from()] - head[links[k].to()]));
    }

    private Optional<SteadyState.Trouble> cutOff() {
        int[] cut = IntStream.range(0, nodes.length)
                .filter(i -> unknown[i] >= 0 && !reached[i] && (drawn[i] != 0 || opening[i] != 0))
                .toArray();
        return cut.length == 0
                ? Optional.empty()
                : Optional.of(new SteadyState.Trouble(
                        SteadyState.Kind.CUT_OFF,
                        Arrays.stream(cut).mapToObj(i -> nodes[i].id()).toList(),
                        Arrays.stream(cut).mapToDouble(i -> drawn[i]).sum()));
    }

    private Optional<SteadyState.Trouble> weakPumps() {
        int[] weak = IntStream.range(0, links.length)
                .filter(k -> state[k] == LinkState.CANNOT_LIFT)
                .toArray();
        if (weak.length == 0) {
            return Optional.empty();
        }
        Link.Pump first = (Link.Pump) links[weak[0]];
        double lift = head[first.to()] - head[first.from()];
        return Optional.of(new SteadyState.Trouble(
                SteadyState.Kind.PUMP_TOO_WEAK,
                Arrays.stream(weak).mapToObj(k -> links[k].id()).toList(),
                lift - first.curve().shutoffM() * setting[weak[0]] * setting[weak[0]]));
    }

    private Optional<SteadyState.Trouble> exceeded() {
        int[] over = IntStream.range(0, links.length)
                .filter(k -> onlyWay[k]
                        && links[k] instanceof Link.Valve v
                        && v.kind() == Link.ValveKind.FLOW_CONTROL
                        && flow[k] > setting[k] + FLOW_TOLERANCE_M3_PER_S)
                .toArray();
        return over.length == 0
                ? Optional.empty()
                : Optional.of(new SteadyState.Trouble(
                        SteadyState.Kind.VALVE_EXCEEDED,
                        Arrays.stream(over).mapToObj(k -> links[k].id()).toList(),
                        flow[over[0]] - setting[over[0]]));
    }

    private Optional<SteadyState.Trouble> negative(double[] heads) {
        List<Integer> low = IntStream.range(0, nodes.length)
                .filter(i -> unknown[i] >= 0 && drawn[i] > 0 && heads[i] < elevation(i))
                .boxed()
                .sorted((a, b) -> Double.compare(heads[a] - elevation(a), heads[b] - elevation(b)))
                .toList();
        return low.isEmpty()
                ? Optional.empty()
                : Optional.of(new SteadyState.Trouble(
                        SteadyState.Kind.NEGATIVE_PRESSURE,
                        low.stream().map(i -> nodes[i].id()).toList(),
                        heads[low.get(0)] - elevation(low.get(0))));
    }
}
