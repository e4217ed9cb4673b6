package org.terrace.powerflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What follows from the voltages of nodes: flows, loadings and the balance. */
final class Flows {
    private final Grid grid;
    private final PowerNetwork network;
    private final double[] re;
    private final double[] im;

    /** Power into branches by node. */
    private final double[] outP;

    private double lossesMw;

    Flows(Grid grid, double[] re, double[] im) {
        this.grid = grid;
        this.network = grid.network;
        this.re = re;
        this.im = im;
        this.outP = new double[grid.n];
    }

    FlowState state(FlowState.Method method, int rounds) {
        int n = network.buses().size();
        double[] vm = new double[n];
        double[] va = new double[n];
        for (int i = 0; i < n; i++) {
            int node = grid.nodes.ofBus[i];
            boolean live = node >= 0 && grid.live[node];
            vm[i] = live ? Math.hypot(re[node], im[node]) : Double.NaN;
            va[i] = live ? Math.toDegrees(Math.atan2(im[node], re[node])) : Double.NaN;
        }
        List<BranchFlow> branches = branches();
        return new FlowState(vm, va, branches, balance(), method, grid.loops, grid.held(), rounds, Optional.empty());
    }

    static FlowState collapsed(Grid grid, Collapse collapse, int rounds) {
        double[] none = new double[grid.network.buses().size()];
        Arrays.fill(none, Double.NaN);
        Balance unknown = new Balance(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        return new FlowState(
                none,
                none.clone(),
                List.of(),
                unknown,
                FlowState.Method.NEWTON,
                grid.loops,
                grid.held(),
                rounds,
                Optional.of(collapse));
    }

    private List<BranchFlow> branches() {
        List<BranchFlow> flows = new ArrayList<>();
        int k = 0;
        for (Line line : network.lines()) {
            flows.add(flow(
                    k++,
                    line.id(),
                    BranchFlow.Kind.LINE,
                    line.from(),
                    line.to(),
                    (from, to) -> 100 * Math.max(from, to) / line.ratingKa()));
        }
        for (Transformer t : network.transformers()) {
            double rated = t.ratedMva() * t.parallel() * t.derating() / Math.sqrt(3);
            flows.add(flow(
                    k++,
                    t.id(),
                    BranchFlow.Kind.TRANSFORMER,
                    t.high(),
                    t.low(),
                    (from, to) -> 100 * Math.max(from * t.ratedHighKv(), to * t.ratedLowKv()) / rated));
        }
        for (Impedance i : network.impedances()) {
            flows.add(flow(k++, i.id(), BranchFlow.Kind.IMPEDANCE, i.from(), i.to(), (from, to) -> Double.NaN));
        }
        // Switches with an impedance have losses but no row of their own.
        for (; k < grid.branches.size(); k++) {
            flow(k, "", BranchFlow.Kind.IMPEDANCE, 0, 0, (from, to) -> Double.NaN);
        }
        return flows;
    }

    /** Loading in percent by the currents at both ends. */
    private interface Loading {
        double of(double fromKa, double toKa);
    }

    private BranchFlow flow(int k, String id, BranchFlow.Kind kind, int fromBus, int toBus, Loading loading) {
        Branch branch = grid.branches.get(k);
        TwoPort port = branch.port();
        boolean fromLive = branch.from() >= 0 && grid.live[branch.from()];
        boolean toLive = branch.to() >= 0 && grid.live[branch.to()];
        if (!fromLive && !toLive) {
            return new BranchFlow(id, kind, 0, 0, 0, 0, 0, 0, loading.of(0, 0));
        }
        Complex vFrom = fromLive
                ? voltage(branch.from())
                : voltage(branch.to()).times(port.turned().openVoltage());
        Complex vTo = toLive ? voltage(branch.to()) : vFrom.times(port.openVoltage());
        Complex inside = vFrom.over(port.ratioFrom()).minus(vTo.over(port.ratioTo()));
        Complex iFrom = fromLive
                ? inside.times(port.there())
                        .plus(vFrom.over(port.ratioFrom()).times(port.shuntFrom()))
                        .over(port.ratioFrom().conjugate())
                : Complex.ZERO;
        Complex iTo = toLive
                ? vTo.over(port.ratioTo())
                        .times(port.shuntTo())
                        .minus(inside.times(port.back()))
                        .over(port.ratioTo().conjugate())
                : Complex.ZERO;
        Complex sFrom = vFrom.times(iFrom.conjugate());
        Complex sTo = vTo.times(iTo.conjugate());
        if (fromLive) {
            outP[branch.from()] += sFrom.re();
        }
        if (toLive) {
            outP[branch.to()] += sTo.re();
        }
        lossesMw += sFrom.re() + sTo.re();
        double fromKa = ka(iFrom, fromBus);
        double toKa = ka(iTo, toBus);
        return new BranchFlow(
                id, kind, sFrom.re(), sFrom.im(), sTo.re(), sTo.im(), fromKa, toKa, loading.of(fromKa, toKa));
    }

    private double ka(Complex current, int bus) {
        return current.size() / (Math.sqrt(3) * network.buses().get(bus).nominalKv());
    }

    private Complex voltage(int node) {
        return new Complex(re[node], im[node]);
    }

    private Balance balance() {
        double sources = 0;
        double loads = 0;
        double feeds = 0;
        double shunts = 0;
        double[] drawn = new double[grid.n];
        for (Load load : network.loads()) {
            double p = drawn(load);
            loads += p;
            add(drawn, load.bus(), p);
        }
        for (Load feed : network.feeds()) {
            double p = drawn(feed);
            feeds -= p;
            add(drawn, feed.bus(), p);
        }
        for (Generator g : network.generators()) {
            double p = g.inService() && isLive(g.bus()) ? g.pMw() : 0;
            feeds += p;
            add(drawn, g.bus(), -p);
        }
        for (Shunt s : network.shunts()) {
            double kv = network.buses().get(s.bus()).nominalKv() / s.ratedKv();
            double p = s.inService() && isLive(s.bus())
                    ? s.pMw() * kv * kv * voltage(grid.nodes.ofBus[s.bus()]).square()
                    : 0;
            shunts += p;
            add(drawn, s.bus(), p);
        }
        for (int i : grid.order) {
            sources += grid.via[i] < 0 ? outP[i] + drawn[i] : 0;
        }
        return new Balance(sources, feeds, loads, shunts, lossesMw);
    }

    private boolean isLive(int bus) {
        int node = grid.nodes.ofBus[bus];
        return node >= 0 && grid.live[node];
    }

    private void add(double[] drawn, int bus, double p) {
        if (grid.nodes.ofBus[bus] >= 0) {
            drawn[grid.nodes.ofBus[bus]] += p;
        }
    }

    private double drawn(Load load) {
        if (!load.inService() || !isLive(load.bus())) {
            return 0;
        }
        double v = voltage(grid.nodes.ofBus[load.bus()]).size();
        double constant = 1 - load.impedanceShareP() - load.currentShareP();
        return load.pMw() * (constant + v * load.currentShareP() + v * v * load.impedanceShareP());
    }
}
