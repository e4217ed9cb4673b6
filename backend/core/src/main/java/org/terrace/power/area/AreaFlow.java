package org.terrace.power.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.terrace.power.grid.Customer;
import org.terrace.power.grid.GridArea;
import org.terrace.power.grid.Section;
import org.terrace.power.load.Level;
import org.terrace.powerflow.phases.Branch;
import org.terrace.powerflow.phases.Conductor;
import org.terrace.powerflow.phases.Feeder;
import org.terrace.powerflow.phases.LineImpedance;
import org.terrace.powerflow.phases.PhaseFlow;
import org.terrace.powerflow.phases.PhaseLoad;
import org.terrace.powerflow.phases.PhaseMatrix;
import org.terrace.powerflow.phases.PhaseNetwork;
import org.terrace.powerflow.phases.Source;

/**
 * An area at one level of what is assumed, as a network of four wires from the 10 kV side of its transformer to every house, prepared once
 * and solved for any half hour.
 *
 * <p>Node 0 of the network is the 10 kV side, node 1 the transformer's low-voltage side; node n of the area is n + 1; the ends of service
 * drops that are no section follow.
 */
final class AreaFlow {
    private static final double LEAST_M = 0.01;
    /** Where a voltage collapses matters here, not at which load. */
    private static final double HOW_MUCH_IS_CARRIED = 1;

    private static final double WATTS_PER_KW = 1_000;
    private static final double NOMINAL_PHASE_V = 400 / StrictMath.sqrt(3);

    private final AreaInput input;
    private final Level level;
    private final PhasePlan plan;
    private final Draw draw;
    private final Plate plate;
    private final Feeder feeder;
    private final List<Optional<Wire>> recorded;
    private final int[] nodeOfCustomer;
    /** By load of the network: its customer, its part of the customer's power, and whether it is a machine's. */
    private final List<LoadPart> parts = new ArrayList<>();

    /** Parts of the tree that were found not to carry a load, and so carry none that is higher in households and machines. */
    private final List<Collapse> collapses = new ArrayList<>();

    /** At a collapse a part of so many of its feeder's customers is left out first, at each further one twice as many. */
    private static final double FIRST_PART = 1.0 / 8;

    private record Collapse(Optional<Conductor> heavier, int root, Moment from) {
        boolean holdsAt(Moment moment, Optional<Conductor> spread) {
            return heavier.equals(spread)
                    && moment.share() >= from.share()
                    && moment.machineShare() >= from.machineShare();
        }
    }

    private record LoadPart(int customer, double share, boolean machine, Conductor phase) {}

    /**
     * @param drying whether machines run
     * @param ownPeaks whether each section carries the peak of its own customers: for voltages. Without, the sum of the customers' parts of
     *     the area's peak: for what the transformer and all lines lose together
     */
    AreaFlow(AreaInput input, Level level, boolean drying, boolean ownPeaks) {
        this.input = input;
        this.level = level;
        this.plan = PhasePlan.of(input.area(), input.wishes(), input.assumed(), level);
        this.draw = Draw.of(input, level, drying);
        this.plate = input.supply()
                .plate(
                        input.records().series(),
                        input.assumed(),
                        input.customers().size(),
                        level);
        this.recorded = input.area().sections().stream()
                .map(s -> input.records().wires().find(s.conductor()))
                .toList();
        this.nodeOfCustomer = new int[input.customers().size()];
        this.feeder = Feeder.of(network(ownPeaks));
    }

    private PhaseNetwork network(boolean ownPeaks) {
        GridArea area = input.area();
        List<PhaseNetwork.Node> nodes = new ArrayList<>();
        nodes.add(new PhaseNetwork.Node("10kV", plate.highKv() * WATTS_PER_KW / StrictMath.sqrt(3)));
        for (int n = 0; n < area.nodes(); n++) {
            nodes.add(new PhaseNetwork.Node(
                    n == 0 ? area.transformer() : area.feeding(n).code(), NOMINAL_PHASE_V));
        }
        double volts = plate.highKv()
                * WATTS_PER_KW
                / StrictMath.sqrt(3)
                * input.assumed().sourcePercent().at(level)
                / 100;
        List<Branch> branches = new ArrayList<>();
        branches.add(input.supply().branch(plate, input.assumed(), level, 0, 1));
        for (int s = 0; s < area.sections().size(); s++) {
            Section section = area.sections().get(s);
            double factor = ownPeaks ? draw.factor()[s] : 1;
            branches.add(branch(section, plan.ofNode().get(section.to()), wireOf(s), factor));
        }
        for (Section section : area.closing()) {
            List<Conductor> both = plan.ofNode().get(section.from()).stream()
                    .filter(plan.ofNode().get(section.to())::contains)
                    .toList();
            if (!both.isEmpty()) {
                Wire wire = input.records()
                        .wires()
                        .find(section.conductor())
                        .orElseGet(() -> input.assumed().line(input.records().wires(), level));
                branches.add(branch(section, both, wire, 1));
            }
        }
        List<PhaseLoad> loads = new ArrayList<>();
        for (int c = 0; c < input.customers().size(); c++) {
            nodeOfCustomer[c] = end(c, nodes, branches);
            loads(c, loads);
        }
        return new PhaseNetwork(nodes, Source.balanced(0, volts, PhaseMatrix.zero(3)), branches, List.of(), loads);
    }

    private Branch.Line branch(Section section, List<Conductor> phases, Wire wire, double factor) {
        List<Conductor> wires = withNeutral(phases);
        Wire neutral = input.records().wires().find(section.neutral()).orElse(wire);
        double km = Math.max(section.lengthM(), LEAST_M) / 1_000;
        PhaseMatrix ohms = impedance(wire, neutral).ohms(wires, km * factor);
        return Branch.Line.of(section.code(), section.from() + 1, section.to() + 1, wires, ohms);
    }

    private LineImpedance impedance(Wire wire, Wire neutral) {
        return new LineImpedance(wire.ohmPerKm(), neutral.ohmPerKm(), wire.reactanceOhmPerKm())
                .at(input.assumed().celsius());
    }

    private static List<Conductor> withNeutral(List<Conductor> phases) {
        List<Conductor> wires = new ArrayList<>(phases);
        wires.add(Conductor.N);
        return wires;
    }

    /** The last metres to a house that are no section: one customer, its own peak. */
    private int end(int customer, List<PhaseNetwork.Node> nodes, List<Branch> branches) {
        int at = input.area().customers().get(customer).node() + 1;
        double metres = input.area().customers().get(customer).dropM();
        double parts = draw.kw()[customer] + draw.machineKw()[customer];
        if (!(metres > LEAST_M)) {
            return at;
        }
        double own = input.peak().unitKw().at(level)
                        * input.customers().get(customer).share()
                + (draw.machineKw()[customer] > 0
                        ? input.customers().get(customer).machineKw().at(level)
                        : 0);
        double factor = parts > 0 ? own / parts : 1;
        Wire wire = input.assumed().drop(input.records().wires(), metres, level);
        int end = nodes.size();
        String code = input.area().customers().get(customer).household();
        nodes.add(new PhaseNetwork.Node(code, NOMINAL_PHASE_V));
        List<Conductor> wires = withNeutral(plan.ofCustomer().get(customer));
        PhaseMatrix ohms = impedance(wire, wire).ohms(wires, metres / 1_000 * factor);
        branches.add(Branch.Line.of("drop:" + code, at, end, wires, ohms));
        return end;
    }

    private void loads(int c, List<PhaseLoad> loads) {
        List<Conductor> phases = plan.ofCustomer().get(c);
        String code = input.area().customers().get(c).household();
        for (Conductor phase : phases) {
            add(loads, code, c, phase, 1.0 / phases.size(), false);
        }
        double machine = input.customers().get(c).machineKw().at(level);
        if (draw.machineKw()[c] > 0) {
            List<Conductor> there = phases.size() == 3
                            || machine < input.assumed().threePhaseFromKw()
                    ? phases
                    : endsAtNode(c)
                            ? plan.ofNode().get(input.area().customers().get(c).node())
                            : phases;
            for (Conductor phase : there) {
                add(loads, code, c, phase, 1.0 / there.size(), true);
            }
        }
    }

    private boolean endsAtNode(int c) {
        return nodeOfCustomer[c] == input.area().customers().get(c).node() + 1;
    }

    private void add(List<PhaseLoad> loads, String code, int c, Conductor phase, double share, boolean machine) {
        String id = code + (machine ? ":machine." : ".") + phase;
        loads.add(PhaseLoad.of(id, nodeOfCustomer[c], phase, 0, 0));
        parts.add(new LoadPart(c, share, machine, phase));
    }

    /**
     * @param heavier the phase that draws more than an even share where phases are not on record; empty for an even spread
     * @param off by customer: those who draw nothing
     */
    PhaseFlow solve(Moment moment, Optional<Conductor> heavier, BitSet off) {
        double[] watts = new double[parts.size()];
        double[] vars = new double[parts.size()];
        double households = varsPerWatt(input.rules().powerFactor());
        double machines = varsPerWatt(input.rules().machinePowerFactor());
        double all = evenOverUneven(heavier);
        for (int k = 0; k < watts.length; k++) {
            LoadPart part = parts.get(k);
            if (off.get(part.customer)) {
                continue;
            }
            double kw = part.machine
                    ? draw.machineKw()[part.customer] * moment.machineShare()
                    : draw.kw()[part.customer] * moment.share() * unevenness(part, heavier) * all;
            watts[k] = kw * part.share * WATTS_PER_KW;
            vars[k] = watts[k] * (part.machine ? machines : households);
        }
        return feeder.solve(watts, vars, HOW_MUCH_IS_CARRIED);
    }

    /** An uneven spread is no higher load: what keeps the sum of all households as it is. */
    private double evenOverUneven(Optional<Conductor> heavier) {
        double even = 0;
        double uneven = 0;
        for (LoadPart part : parts) {
            double kw = part.machine ? 0 : draw.kw()[part.customer] * part.share;
            even += kw;
            uneven += kw * unevenness(part, heavier);
        }
        return uneven > 0 ? even / uneven : 1;
    }

    private double unevenness(LoadPart part, Optional<Conductor> heavier) {
        if (heavier.isEmpty() || !plan.assumed()[part.customer]) {
            return 1;
        }
        double more = input.assumed().unbalancePercent() / 100;
        return part.phase == heavier.get() ? 1 + more : 1 - more / 2;
    }

    /** Lowest of the phase voltages of a customer; NaN where nothing was solved. */
    double volts(PhaseFlow flow, int customer) {
        double least = Double.POSITIVE_INFINITY;
        for (Conductor phase : plan.ofCustomer().get(customer)) {
            least = Math.min(least, flow.phaseVolts(nodeOfCustomer[customer], phase));
        }
        return least;
    }

    /** Highest of the phase voltages of a customer. */
    double mostVolts(PhaseFlow flow, int customer) {
        double most = 0;
        for (Conductor phase : plan.ofCustomer().get(customer)) {
            most = Math.max(most, flow.phaseVolts(nodeOfCustomer[customer], phase));
        }
        return most;
    }

    /**
     * Solves, and where the load cannot be carried leaves out the part of the feeder on which the voltage collapses until the rest can: the end of a
     * line that collapses does not take the voltages beside the transformer away. For those who are left it is as if the others drew nothing.
     *
     * @param collapsed is told the customers that were left out
     */
    PhaseFlow solveWhatHolds(Moment moment, Optional<Conductor> heavier, BitSet collapsed) {
        for (Collapse known : collapses) {
            if (known.holdsAt(moment, heavier)) {
                leaveOut(known.root, collapsed);
            }
        }
        PhaseFlow flow = solve(moment, heavier, collapsed);
        while (!flow.isSolved() && collapsed.cardinality() < input.customers().size()) {
            int before = collapsed.cardinality();
            int root = root(weakest(flow), collapsed);
            leaveOut(root, collapsed);
            if (collapsed.cardinality() == before) {
                root = 0;
                leaveOut(root, collapsed);
            }
            collapses.add(new Collapse(heavier, root, moment));
            flow = solve(moment, heavier, collapsed);
        }
        return flow;
    }

    /** Of the part that is left out: from the weakest node as far up as it needs to hold enough of its feeder's customers. */
    private int root(int weakest, BitSet collapsed) {
        int feeder = weakest == 0 ? 0 : input.area().feeding(weakest).feeder();
        int own = 0;
        int gone = 0;
        for (int c = 0; c < input.customers().size(); c++) {
            own += feederOf(c) == feeder ? 1 : 0;
            gone += feederOf(c) == feeder && collapsed.get(c) ? 1 : 0;
        }
        double wanted = Math.max(FIRST_PART * own, 2.0 * gone);
        int[] beyond = customersBeyond(new BitSet());
        int root = weakest;
        while (root > 0 && beyond[root] < wanted && input.area().parent(root) > 0) {
            root = input.area().parent(root);
        }
        return root;
    }

    private void leaveOut(int root, BitSet collapsed) {
        for (int c = 0; c < input.customers().size(); c++) {
            int n = input.area().customers().get(c).node();
            while (n > root) {
                n = input.area().parent(n);
            }
            if (n == root) {
                collapsed.set(c);
            }
        }
    }

    /** The node of the area where the voltage collapses; 0 where that is not told, or is the transformer itself. */
    private int weakest(PhaseFlow flow) {
        for (PhaseFlow.Trouble trouble : flow.trouble()) {
            if (trouble.kind() == PhaseFlow.Kind.VOLTAGE_COLLAPSE) {
                String id = trouble.ids().get(0);
                String node = id.substring(0, id.lastIndexOf('.'));
                for (int n = 1; n < input.area().nodes(); n++) {
                    if (input.area().feeding(n).code().equals(node)) {
                        return n;
                    }
                }
                for (Customer customer : input.area().customers()) {
                    if (customer.household().equals(node)) {
                        return customer.node();
                    }
                }
            }
        }
        return 0;
    }

    private int feederOf(int customer) {
        return input.area().feederOf(input.area().customers().get(customer));
    }

    /** By node of the area: customers that hang on it or beyond, without some. */
    private int[] customersBeyond(BitSet without) {
        int[] beyond = new int[input.area().nodes()];
        for (int c = 0; c < input.customers().size(); c++) {
            beyond[input.area().customers().get(c).node()] += without.get(c) ? 0 : 1;
        }
        for (int n = beyond.length - 1; n > 0; n--) {
            beyond[input.area().parent(n)] += beyond[n];
        }
        return beyond;
    }

    /** Nodes of the area at and beyond which only customers hang whose voltage collapses, and what hangs on such nodes without a customer. */
    BitSet withoutVoltage(BitSet collapsed) {
        int[] all = customersBeyond(new BitSet());
        int[] left = customersBeyond(collapsed);
        BitSet without = new BitSet();
        for (int n = 0; n < all.length; n++) {
            without.set(
                    n,
                    left[n] == 0
                            && (all[n] > 0 || (n > 0 && without.get(input.area().parent(n)))));
        }
        return without;
    }

    private static double varsPerWatt(double powerFactor) {
        return StrictMath.tan(StrictMath.acos(powerFactor));
    }

    /** What all customers draw, W and var, without what is lost on the way: {active, reactive}. */
    double[] drawn(Moment moment) {
        double households = varsPerWatt(input.rules().powerFactor());
        double machines = varsPerWatt(input.rules().machinePowerFactor());
        double kw = Arrays.stream(draw.kw()).sum() * moment.share();
        double machineKw = Arrays.stream(draw.machineKw()).sum() * moment.machineShare();
        return new double[] {(kw + machineKw) * WATTS_PER_KW, (kw * households + machineKw * machines) * WATTS_PER_KW};
    }

    /** Lowest of the phase voltages at a node of the area. */
    double nodeVolts(PhaseFlow flow, int node) {
        double least = Double.POSITIVE_INFINITY;
        for (Conductor phase : plan.ofNode().get(node)) {
            least = Math.min(least, flow.phaseVolts(node + 1, phase));
        }
        return least;
    }

    /** Highest of the drops of the phase voltages along a section of the tree. */
    double dropVolts(PhaseFlow flow, int section) {
        double most = 0;
        int end = section + 1;
        for (Conductor phase : plan.ofNode().get(end)) {
            double before = flow.phaseVolts(input.area().parent(end) + 1, phase);
            most = Math.max(most, before - flow.phaseVolts(end + 1, phase));
        }
        return most;
    }

    /** Highest of the phase currents of a section of the tree at its own customers' peak, amperes. */
    double amps(PhaseFlow flow, int section) {
        double most = 0;
        for (Conductor phase : plan.ofNode().get(section + 1)) {
            most = Math.max(most, flow.amps(section + 1, phase));
        }
        return most * draw.factor()[section];
    }

    /** The wire of a section of the tree: on record, or assumed. */
    Wire wireOf(int section) {
        Section s = input.area().sections().get(section);
        boolean drop = s.kind() == Section.Kind.SERVICE_DROP || s.kind() == Section.Kind.ASSUMED_DROP;
        return recorded.get(section)
                .orElseGet(() -> drop
                        ? input.assumed().drop(input.records().wires(), s.lengthM(), level)
                        : input.assumed().line(input.records().wires(), level));
    }

    boolean isWireRecorded(int section) {
        return recorded.get(section).isPresent();
    }

    PhasePlan plan() {
        return plan;
    }

    Draw draw() {
        return draw;
    }

    Plate plate() {
        return plate;
    }

    boolean isMeshed() {
        return feeder.loops() > 0;
    }
}
