package org.terrace.powerflow;

/**
 * Balanced power flow of a three-phase network.
 *
 * <p>A network of trees, each with one source, is solved by sweeps; loops, sources that are joined and generators that hold a
 * voltage by the method of Newton and Raphson. Where a sweep does not come to rest, Newton's method has a second try; where
 * neither finds a balance, loads are raised from nothing, and the part that is still carried is told. Models are those of pandapower 3.
 *
 * @see "Thurner et al. (2018), pandapower: an open-source Python tool for convenient modeling, analysis, and optimization of
 *     electric power systems, IEEE Transactions on Power Systems 33(6)"
 */
public final class PowerFlow {
    /** A voltage this low may be the second answer of the equations, which no grid takes. */
    private static final double DOUBTFUL_PU = 0.6;

    private PowerFlow() {}

    /**
     * Solves with the method that fits.
     *
     * @throws IllegalArgumentException when sources or generators at one place are to hold different voltages, see {@link SetPoints}
     */
    public static FlowState solve(PowerNetwork network) {
        Grid grid = new Grid(network);
        boolean trees = grid.loops == 0 && grid.held() == 0;
        return solve(grid, trees ? FlowState.Method.SWEEP : FlowState.Method.NEWTON);
    }

    /**
     * Solves with a given method, to compare.
     *
     * @throws IllegalArgumentException as {@link #solve(PowerNetwork)}, and for sweeps where there are loops or held voltages
     */
    public static FlowState solve(PowerNetwork network, FlowState.Method method) {
        return solve(new Grid(network), method);
    }

    private static FlowState solve(Grid grid, FlowState.Method method) {
        if (method == FlowState.Method.SWEEP) {
            GridSweep sweep = new GridSweep(grid);
            if (sweep.solve()) {
                return new Flows(grid, sweep.re, sweep.im).state(FlowState.Method.SWEEP, sweep.rounds);
            }
        }
        NewtonSolver newton = new NewtonSolver(grid);
        if (newton.solve(1) && newton.lowest() >= DOUBTFUL_PU) {
            return new Flows(grid, newton.re, newton.im).state(FlowState.Method.NEWTON, newton.rounds);
        }
        int worst = newton.worst();
        double missing = worst < 0 ? 0 : newton.missing(worst);
        Loadability loadability = new Loadability(newton);
        if (loadability.reachAll()) {
            return new Flows(grid, newton.re, newton.im).state(FlowState.Method.NEWTON, newton.rounds);
        }
        return Flows.collapsed(grid, collapse(grid, newton, loadability.holds, worst, missing), newton.rounds);
    }

    private static Collapse collapse(Grid grid, NewtonSolver newton, double holds, int worst, double missing) {
        if (Double.isNaN(holds)) {
            return new Collapse(holds, bus(grid, worst), Double.NaN, "", missing);
        }
        int lowest = worst;
        for (int i : grid.order) {
            lowest = newton.size[i] < newton.size[lowest] ? i : lowest;
        }
        return new Collapse(holds, bus(grid, lowest), newton.size[lowest], weakest(grid, newton), missing);
    }

    private static String bus(Grid grid, int node) {
        for (int i = 0; i < grid.nodes.ofBus.length; i++) {
            if (grid.nodes.ofBus[i] == node) {
                return grid.network.buses().get(i).id();
            }
        }
        return "";
    }

    /** The branch on which most voltage is lost. */
    private static String weakest(Grid grid, NewtonSolver newton) {
        PowerNetwork network = grid.network;
        int named = network.lines().size()
                + network.transformers().size()
                + network.impedances().size();
        double most = -1;
        int weakest = -1;
        for (int k = 0; k < named; k++) {
            Branch b = grid.branches.get(k);
            if (b.isBetweenNodes() && grid.live[b.from()]) {
                Complex open = new Complex(newton.re[b.from()], newton.im[b.from()])
                        .times(b.port().openVoltage());
                double lost = open.minus(new Complex(newton.re[b.to()], newton.im[b.to()]))
                        .size();
                if (lost > most) {
                    most = lost;
                    weakest = k;
                }
            }
        }
        if (weakest < 0) {
            return "";
        }
        int transformer = weakest - network.lines().size();
        int impedance = transformer - network.transformers().size();
        return transformer < 0
                ? network.lines().get(weakest).id()
                : impedance < 0
                        ? network.transformers().get(transformer).id()
                        : network.impedances().get(impedance).id();
    }
}
