package org.terrace.hydraulics;

import java.util.List;

/**
 * A network of full pipes under pressure.
 *
 * @param formula of friction in pipes
 * @param viscosity kinematic, m2/s: of Darcy-Weisbach only
 * @param emitterExponent of the flow through an opening by its pressure, usually 0.5
 */
public record PipeNetwork(
        List<Node> nodes, List<Link> links, HeadLossFormula formula, double viscosity, double emitterExponent) {
    /** Water at 20 degrees as EPANET has it: 1.1e-5 square feet per second, in m2/s. */
    public static final double WATER_VISCOSITY = 1.1e-5 * 0.3048 * 0.3048;

    /** @throws IllegalArgumentException for a link from or to no node, or from a node to itself */
    public PipeNetwork {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        for (Link link : links) {
            if (link.from() < 0
                    || link.to() < 0
                    || link.from() >= nodes.size()
                    || link.to() >= nodes.size()
                    || link.from() == link.to()) {
                throw new IllegalArgumentException("link " + link.id() + " does not join two nodes");
            }
        }
    }

    public static PipeNetwork of(List<Node> nodes, List<Link> links) {
        return new PipeNetwork(nodes, links, HeadLossFormula.HAZEN_WILLIAMS, WATER_VISCOSITY, 0.5);
    }
}
