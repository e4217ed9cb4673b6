package org.terrace.hydraulics;

import java.util.ArrayList;
import java.util.List;

/**
 * A network through time: demands by their patterns, tanks that fill and drain, links opened and shut by controls. Between two moments
 * flows stay as they are; a moment is wherever a pattern steps, a tank is full or empty, or a control strikes.
 *
 * @see "EPANET 2.2 User Manual, 3.2, and hydraul.c: timestep, tanklevels, controls"
 */
public final class Simulation {
    /** Below this flow a tank is at rest, m3/s. */
    private static final double AT_REST = 2.8e-8;

    private static final double HEAD_TOLERANCE_M = 1.5e-4;
    private static final long DAY_S = 86_400;

    /** So often junction controls may strike at one moment. */
    private static final int STRIKES = 20;

    private final PipeNetwork network;
    private final Clock clock;
    private final List<Control> controls;
    private final GradientSolver solver;
    private final double[] given;
    private final double[] volume;
    private final List<Long> unbalanced = new ArrayList<>();
    private long now;

    /**
     * How time runs.
     *
     * @param stepS at most between two moments
     * @param patternStepS from one multiplier to the next
     * @param patternStartS into the patterns at the start
     * @param reportStepS from one moment that is asked for to the next
     * @param reportStartS of the first of them
     * @param startS second of the day at the start
     * @param demandMultiplier of all demands
     */
    public record Clock(
            long stepS,
            long patternStepS,
            long patternStartS,
            long reportStepS,
            long reportStartS,
            long startS,
            double demandMultiplier) {
        public static final Clock HOURLY = new Clock(3_600, 3_600, 0, 3_600, 0, 0, 1);

        /** @throws IllegalArgumentException for steps that do not lead on */
        public Clock {
            if (stepS <= 0 || patternStepS <= 0 || reportStepS <= 0) {
                throw new IllegalArgumentException(
                        "time steps must be positive: " + stepS + " s, " + patternStepS + " s");
            }
        }
    }

    public Simulation(PipeNetwork network, Clock clock, List<Control> controls) {
        this.network = network;
        this.clock = clock;
        this.controls = List.copyOf(controls);
        this.given = new double[network.nodes().size()];
        this.volume = new double[network.nodes().size()];
        for (int i = 0; i < given.length; i++) {
            if (network.nodes().get(i) instanceof Node.Tank tank) {
                given[i] = tank.elevationM() + tank.levelM();
                volume[i] = tank.volume().volumeM3(tank.levelM());
            }
        }
        this.solver = new GradientSolver(network, new GradientSolver.TankLimits() {
            @Override
            public boolean isFull(int node) {
                return network.nodes().get(node) instanceof Node.Tank t
                        && given[node] >= t.elevationM() + t.mostM() - HEAD_TOLERANCE_M;
            }

            @Override
            public boolean isEmpty(int node) {
                return network.nodes().get(node) instanceof Node.Tank t
                        && given[node] <= t.elevationM() + t.leastM() + HEAD_TOLERANCE_M;
            }
        });
    }

    /** The network at rest in its first moment. */
    public static SteadyState steady(PipeNetwork network) {
        return new Simulation(network, Clock.HOURLY, List.of()).at(0);
    }

    /**
     * The moment so many seconds after the start. Time runs forward only.
     *
     * @throws IllegalArgumentException for a moment that is past
     */
    public SteadyState at(long seconds) {
        if (seconds < now) {
            throw new IllegalArgumentException("it is " + now + " s already");
        }
        SteadyState state = balance();
        while (now < seconds) {
            long step = Math.min(nextStep(), seconds - now);
            fill(step);
            now += step;
            state = balance();
        }
        return state;
    }

    private SteadyState balance() {
        long pattern = (now + clock.patternStartS()) / clock.patternStepS();
        double[] demands = new double[given.length];
        for (int i = 0; i < given.length; i++) {
            if (network.nodes().get(i) instanceof Node.Junction j) {
                for (Node.Demand demand : j.demands()) {
                    demands[i] += demand.m3PerS() * demand.pattern().at(pattern) * clock.demandMultiplier();
                }
            } else if (network.nodes().get(i) instanceof Node.Reservoir r) {
                given[i] = r.headM() * r.pattern().at(pattern);
            }
        }
        for (int k = 0; k < network.links().size(); k++) {
            if (network.links().get(k) instanceof Link.Pump pump && pump.pattern() != Pattern.ALWAYS) {
                solver.set(k, pump.pattern().at(pattern));
            }
        }
        for (Control control : controls) {
            if (strikes(control)) {
                act(control);
            }
        }
        SteadyState state = solver.solve(demands, given);
        for (int strike = 0; strike < STRIKES && junctionControls(state); strike++) {
            state = solver.solve(demands, given);
        }
        if (!state.isBalanced()) {
            unbalanced.add(now);
        }
        return state;
    }

    /** The moments so far, in seconds, that found no balance: what follows them is not to be trusted. */
    public List<Long> unbalanced() {
        return List.copyOf(unbalanced);
    }

    private boolean act(Control control) {
        return control.action() instanceof Control.Action.Open a
                ? solver.open(control.link(), a.open())
                : control.action() instanceof Control.Action.To t && solver.set(control.link(), t.setting());
    }

    /** Whether a control by time or by the level of a tank strikes now. */
    private boolean strikes(Control control) {
        if (control.when() instanceof Control.When.After w) {
            return w.seconds() == now;
        }
        if (control.when() instanceof Control.When.AtClock w) {
            return (now + clock.startS()) % DAY_S == w.secondOfDay();
        }
        if (control.when() instanceof Control.When.Below w && network.nodes().get(w.node()) instanceof Node.Tank t) {
            return volume[w.node()] <= at(t, w.headM()) + Math.abs(solver.inflow(w.node()));
        }
        if (control.when() instanceof Control.When.Above w && network.nodes().get(w.node()) instanceof Node.Tank t) {
            return volume[w.node()] >= at(t, w.headM()) - Math.abs(solver.inflow(w.node()));
        }
        return false;
    }

    private static double at(Node.Tank tank, double headM) {
        return tank.volume().volumeM3(headM - tank.elevationM());
    }

    private boolean junctionControls(SteadyState state) {
        boolean changed = false;
        for (Control control : controls) {
            boolean strikes = (control.when() instanceof Control.When.Below w
                            && isJunction(w.node())
                            && state.heads()[w.node()] <= w.headM() + HEAD_TOLERANCE_M)
                    || (control.when() instanceof Control.When.Above a
                            && isJunction(a.node())
                            && state.heads()[a.node()] >= a.headM() - HEAD_TOLERANCE_M);
            changed |= strikes && act(control);
        }
        return changed;
    }

    private boolean isJunction(int node) {
        return network.nodes().get(node) instanceof Node.Junction;
    }

    /** Seconds until something happens. */
    private long nextStep() {
        long step = clock.stepS();
        long intoPattern = (now + clock.patternStartS()) % clock.patternStepS();
        step = Math.min(step, clock.patternStepS() - intoPattern);
        step = Math.min(step, clock.reportStepS() - Math.floorMod(now - clock.reportStartS(), clock.reportStepS()));
        for (int i = 0; i < given.length; i++) {
            if (network.nodes().get(i) instanceof Node.Tank tank) {
                step = Math.min(step, untilFullOrEmpty(i, tank));
            }
        }
        for (Control control : controls) {
            step = Math.min(step, untilStrike(control));
        }
        return step;
    }

    private long untilFullOrEmpty(int node, Node.Tank tank) {
        double q = solver.inflow(node);
        double room = q > AT_REST
                ? tank.volume().volumeM3(tank.mostM()) - volume[node]
                : q < -AT_REST ? tank.volume().volumeM3(tank.leastM()) - volume[node] : 0;
        return seconds(room, q);
    }

    private static long seconds(double m3, double q) {
        long seconds = Math.abs(q) <= AT_REST ? 0 : Math.round(m3 / q);
        return seconds > 0 ? seconds : Long.MAX_VALUE;
    }

    private long untilStrike(Control control) {
        long seconds = Long.MAX_VALUE;
        if (control.when() instanceof Control.When.After w) {
            seconds = w.seconds() - now;
        } else if (control.when() instanceof Control.When.AtClock w) {
            seconds = Math.floorMod(w.secondOfDay() - now - clock.startS(), DAY_S);
        } else if (control.when() instanceof Control.When.Below w) {
            seconds = untilLevel(w.node(), w.headM(), false);
        } else if (control.when() instanceof Control.When.Above w) {
            seconds = untilLevel(w.node(), w.headM(), true);
        }
        return seconds > 0 && changes(control) ? seconds : Long.MAX_VALUE;
    }

    private boolean changes(Control control) {
        return !(control.action() instanceof Control.Action.Open a)
                || solver.state(control.link()).isShut() == a.open();
    }

    private long untilLevel(int node, double headM, boolean rising) {
        double q = solver.inflow(node);
        if (!(network.nodes().get(node) instanceof Node.Tank tank) || (rising ? q <= AT_REST : q >= -AT_REST)) {
            return Long.MAX_VALUE;
        }
        boolean before = rising ? given[node] < headM : given[node] > headM;
        return before ? seconds(at(tank, headM) - volume[node], q) : Long.MAX_VALUE;
    }

    private void fill(long step) {
        for (int i = 0; i < given.length; i++) {
            if (network.nodes().get(i) instanceof Node.Tank tank) {
                double q = solver.inflow(i);
                double most = tank.volume().volumeM3(tank.mostM());
                double least = tank.volume().volumeM3(tank.leastM());
                volume[i] += q * step;
                // Full or empty within the next second is full or empty.
                if (volume[i] + q >= most) {
                    volume[i] = most;
                } else if (volume[i] + q <= least) {
                    volume[i] = least;
                }
                given[i] = tank.elevationM() + tank.volume().levelM(volume[i]);
            }
        }
    }
}
