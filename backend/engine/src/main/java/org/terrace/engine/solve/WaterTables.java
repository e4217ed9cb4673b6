package org.terrace.engine.solve;

import java.io.IOException;
import java.nio.file.Path;
import org.terrace.hydraulics.Link;
import org.terrace.hydraulics.Node;
import org.terrace.hydraulics.PipeNetwork;
import org.terrace.hydraulics.SteadyState;

/**
 * A solved network as two tables in SI units, in the order of the file, with all digits: sums and differences of them are exact to
 * rounding. What is not known is empty.
 *
 * <p>As EPANET reports them: the pressure of a tank is its level, of a reservoir 0; the demand of both is what flows in, negative for
 * what they give; the head loss of pipes and valves has no sign, that of a pump that lifts is negative; velocity has no sign, and a
 * pump has none.
 */
final class WaterTables {
    private WaterTables() {}

    static void write(PipeNetwork network, SteadyState state, Path nodes, Path links) throws IOException {
        StringBuilder byNode = new StringBuilder("node,head_m,pressure_m,demand_m3_per_s\n");
        for (int i = 0; i < network.nodes().size(); i++) {
            Node node = network.nodes().get(i);
            byNode.append(TableText.quoted(node.id())).append(',').append(TableText.number(state.heads()[i]));
            byNode.append(',').append(TableText.number(state.heads()[i] - elevation(node)));
            byNode.append(',').append(TableText.number(state.demands()[i])).append('\n');
        }
        StringBuilder byLink = new StringBuilder("link,flow_m3_per_s,velocity_m_per_s,head_loss_m\n");
        for (int k = 0; k < network.links().size(); k++) {
            Link link = network.links().get(k);
            double loss = state.losses()[k];
            byLink.append(TableText.quoted(link.id())).append(',').append(TableText.number(state.flows()[k]));
            byLink.append(',').append(TableText.number(velocity(link, state.flows()[k])));
            byLink.append(',')
                    .append(TableText.number(link instanceof Link.Pump ? loss : Math.abs(loss)))
                    .append('\n');
        }
        TableText.write(nodes, byNode);
        TableText.write(links, byLink);
    }

    private static double elevation(Node node) {
        if (node instanceof Node.Junction j) {
            return j.elevationM();
        }
        return node instanceof Node.Tank t ? t.elevationM() : ((Node.Reservoir) node).headM();
    }

    private static double velocity(Link link, double m3PerS) {
        double diameter =
                link instanceof Link.Pipe p ? p.diameterM() : link instanceof Link.Valve v ? v.diameterM() : 0;
        return diameter == 0 ? 0 * m3PerS : Math.abs(m3PerS) / (Math.PI * diameter * diameter / 4);
    }
}
