package org.terrace.hydraulics;

/**
 * Whether links stand open: check valves, pumps, control valves and links at full or empty tanks.
 *
 * @see "EPANET 2.2, hydstatus.c"
 */
final class LinkRules {
    static final double HEAD_TOLERANCE_M = 1.5e-4;
    static final double FLOW_TOLERANCE_M3_PER_S = 2.8e-6;

    private final Moment at;
    private final GradientSolver.TankLimits tanks;

    LinkRules(Moment at, GradientSolver.TankLimits tanks) {
        this.at = at;
        this.tanks = tanks;
    }

    /** Pressure valves: whether they can hold what they are set to. */
    boolean controlValves() {
        boolean changed = false;
        for (int k = 0; k < at.links.length; k++) {
            if (at.links[k] instanceof Link.Valve v
                    && !Double.isNaN(at.setting[k])
                    && (v.kind() == Link.ValveKind.PRESSURE_REDUCING
                            || v.kind() == Link.ValveKind.PRESSURE_SUSTAINING)) {
                LinkState next = at.onlyWay[k] && at.flow[k] >= -FLOW_TOLERANCE_M3_PER_S
                        ? LinkState.ACTIVE
                        : ValveRules.next(
                                v.kind(),
                                at.state[k],
                                at.flow[k],
                                at.heldHead(k, v),
                                at.head[v.from()],
                                at.head[v.to()],
                                Loss.minor(v.minorLoss(), v.diameterM()) * at.flow[k] * at.flow[k],
                                HEAD_TOLERANCE_M,
                                FLOW_TOLERANCE_M3_PER_S);
                changed |= next != at.state[k];
                at.state[k] = next;
            }
        }
        return changed;
    }

    /** Check valves, pumps, flow control valves, links at tanks. */
    boolean otherStates() {
        boolean changed = false;
        for (int k = 0; k < at.links.length; k++) {
            LinkState was = at.state[k];
            double drop = at.head[at.links[k].from()] - at.head[at.links[k].to()];
            if (was == LinkState.CANNOT_LIFT || was == LinkState.SHUT_BY_TANK) {
                at.state[k] = LinkState.OPEN;
            }
            if (at.links[k] instanceof Link.Pipe pipe && pipe.check()) {
                at.state[k] = checked(at.state[k], drop, at.flow[k]);
            } else if (at.links[k] instanceof Link.Pump pump && !at.isShut(k)) {
                double most = pump.curve().shutoffM() * at.setting[k] * at.setting[k];
                at.state[k] = -drop > most + HEAD_TOLERANCE_M ? LinkState.CANNOT_LIFT : LinkState.OPEN;
            } else if (at.links[k] instanceof Link.Valve v
                    && v.kind() == Link.ValveKind.FLOW_CONTROL
                    && !Double.isNaN(at.setting[k])) {
                at.state[k] = flowControl(k, drop);
            }
            atTanks(k);
            if (was.isShut() && !at.isShut(k) && at.flow[k] == 0) {
                at.restart(k);
            }
            changed |= at.state[k] != was;
        }
        return changed;
    }

    private static LinkState checked(LinkState now, double drop, double q) {
        if (Math.abs(drop) > HEAD_TOLERANCE_M) {
            return drop < 0 || q < -FLOW_TOLERANCE_M3_PER_S ? LinkState.CLOSED : LinkState.OPEN;
        }
        return q < -FLOW_TOLERANCE_M3_PER_S ? LinkState.CLOSED : now;
    }

    private LinkState flowControl(int k, double drop) {
        if (drop < -HEAD_TOLERANCE_M || at.flow[k] < -FLOW_TOLERANCE_M3_PER_S) {
            return LinkState.CANNOT_FILL;
        }
        return at.state[k] == LinkState.CANNOT_FILL && at.flow[k] >= at.setting[k] ? LinkState.ACTIVE : at.state[k];
    }

    private void atTanks(int k) {
        if (at.isShut(k)) {
            return;
        }
        if (at.nodes[at.links[k].from()] instanceof Node.Tank t) {
            atTank(k, at.links[k].from(), t, at.head[at.links[k].from()] - at.head[at.links[k].to()], at.flow[k]);
        } else if (at.nodes[at.links[k].to()] instanceof Node.Tank t) {
            atTank(k, at.links[k].to(), t, at.head[at.links[k].to()] - at.head[at.links[k].from()], -at.flow[k]);
        }
    }

    /** @param drop from the tank. @param out m3/s out of it */
    private void atTank(int k, int node, Node.Tank tank, double drop, double out) {
        boolean pump = at.links[k] instanceof Link.Pump;
        if (tanks.isFull(node) && !tank.overflows()) {
            boolean fills = pump ? at.links[k].to() == node : checked(LinkState.OPEN, drop, out) == LinkState.CLOSED;
            if (fills) {
                at.state[k] = LinkState.SHUT_BY_TANK;
            }
        }
        if (tanks.isEmpty(node)) {
            boolean drains = pump ? at.links[k].from() == node : checked(LinkState.CLOSED, drop, out) == LinkState.OPEN;
            if (drains) {
                at.state[k] = LinkState.SHUT_BY_TANK;
            }
        }
    }
}
