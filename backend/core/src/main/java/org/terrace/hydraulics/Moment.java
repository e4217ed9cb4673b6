package org.terrace.hydraulics;

import java.util.Arrays;

/** What a network does at one moment, in arrays by node and by link: the ground on which the parts of the solver work together. */
final class Moment {
    final PipeNetwork network;
    final Node[] nodes;
    final Link[] links;
    final int[][] linksAt;

    /** Number of a node's unknown head, -1 where the head is given. */
    final int[] unknown;

    final double[] head;

    /** m3/s by node: what junctions draw, what flows into reservoirs and tanks. */
    final double[] drawn;

    /** m3/s through the openings at nodes. */
    final double[] opening;

    final double[] flow;
    final LinkState[] state;

    /** Setting of a valve, speed of a pump; NaN for a valve that is fixed open or closed. */
    final double[] setting;

    /** Of pipes: what their law has beside the flow. */
    final double[] resistance;

    /** Conductance of a link: 1 / derivative of its loss. */
    final double[] p;

    /** Loss of a link by its derivative. */
    final double[] y;

    /** Nodes that an open way joins to a head that is given. */
    final boolean[] reached;

    /** Valves that cannot hold their setting, for they are the only way. */
    final boolean[] onlyWay;

    Moment(PipeNetwork network) {
        this.network = network;
        this.nodes = network.nodes().toArray(Node[]::new);
        this.links = network.links().toArray(Link[]::new);
        this.linksAt = Incidence.of(network);
        this.unknown = new int[nodes.length];
        int n = 0;
        for (int i = 0; i < nodes.length; i++) {
            unknown[i] = nodes[i] instanceof Node.Junction ? n++ : -1;
        }
        this.head = new double[nodes.length];
        this.drawn = new double[nodes.length];
        this.opening = new double[nodes.length];
        this.flow = new double[links.length];
        this.state = new LinkState[links.length];
        this.setting = new double[links.length];
        this.resistance = new double[links.length];
        this.p = new double[links.length];
        this.y = new double[links.length];
        this.reached = new boolean[nodes.length];
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

    int unknowns() {
        return (int) Arrays.stream(unknown).filter(u -> u >= 0).count();
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

    boolean isShut(int k) {
        return state[k].isShut() || (links[k] instanceof Link.Pump && setting[k] == 0);
    }

    boolean holdsItsSetting(int k) {
        return state[k] == LinkState.ACTIVE
                && !onlyWay[k]
                && links[k] instanceof Link.Valve v
                && (v.kind() == Link.ValveKind.PRESSURE_REDUCING
                        || v.kind() == Link.ValveKind.PRESSURE_SUSTAINING
                        || v.kind() == Link.ValveKind.FLOW_CONTROL);
    }

    /** The head that the valve's setting means: pressure above the node that it guards. */
    double heldHead(int k, Link.Valve valve) {
        int node = valve.kind() == Link.ValveKind.PRESSURE_REDUCING ? valve.to() : valve.from();
        return elevation(node) + setting[k];
    }

    double elevation(int node) {
        if (nodes[node] instanceof Node.Junction j) {
            return j.elevationM();
        }
        return nodes[node] instanceof Node.Tank t ? t.elevationM() : head[node];
    }

    /** A foot per second. */
    static double firstFlow(double diameterM) {
        return 0.3048 * Math.PI * diameterM * diameterM / 4;
    }

    void restart(int k) {
        if (links[k] instanceof Link.Pipe pipe) {
            flow[k] = firstFlow(pipe.diameterM());
        } else if (links[k] instanceof Link.Pump pump) {
            flow[k] = pump.curve().designM3PerS() * setting[k];
        }
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
}
