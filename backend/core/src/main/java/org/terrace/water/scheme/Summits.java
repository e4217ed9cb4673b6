package org.terrace.water.scheme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.terrace.water.laid.PipeGraph;

/**
 * Places that water climbs to and falls from again: where air gathers. Looked for over a whole supply, because a summit is often where
 * one pipe was joined to the next. Open works let the air out: none is a summit, and none is looked beyond.
 */
final class Summits {
    private final PipedSupplies s;
    /** By edge; absent pieces (service pipes) have none. */
    private final PipeProfile[] profiles;

    private final List<List<Integer>> edgesAt = new ArrayList<>();

    /**
     * A place on a piece of pipe.
     *
     * @param edge the piece. @param point of its profile
     * @param riseM above the deeper ground on the second deepest side: topographic prominence along the pipes
     */
    record Summit(int edge, int point, double riseM) {}

    /** @param profiles by edge of the graph; those of service pipes are not read */
    Summits(PipedSupplies supplies, PipeProfile[] profiles) {
        this.s = supplies;
        this.profiles = profiles;
        for (int n = 0; n < s.graph.nodes(); n++) {
            edgesAt.add(new ArrayList<>());
        }
        for (int e = 0; e < profiles.length; e++) {
            PipeGraph.Edge edge = s.graph.edges().get(e);
            if (isLaid(edge)) {
                edgesAt.get(edge.from()).add(e);
                edgesAt.get(edge.to()).add(e);
            }
        }
    }

    private static boolean isLaid(PipeGraph.Edge edge) {
        return edge.pipe() != PipeGraph.Edge.SERVICE && edge.from() != edge.to();
    }

    /** @return all that rise at least so far, by edge and place; a summit at a joint stands at the first piece that meets there */
    List<Summit> all(double leastRiseM) {
        List<Summit> found = new ArrayList<>();
        for (int e = 0; e < profiles.length; e++) {
            PipeGraph.Edge edge = s.graph.edges().get(e);
            if (!isLaid(edge)) {
                continue;
            }
            double[] ground = profiles[e].groundM();
            for (int i = 0; i < ground.length; i++) {
                int node = i == 0 ? edge.from() : i == ground.length - 1 ? edge.to() : -1;
                boolean top = node < 0
                        ? ground[i] > ground[i - 1] && ground[i] >= ground[i + 1]
                        : edgesAt.get(node).get(0) == e && isTop(node);
                double rise = top ? riseM(e, i, node) : 0;
                if (rise >= leastRiseM) {
                    found.add(new Summit(e, i, rise));
                }
            }
        }
        return found;
    }

    /** Of a plain its first point counts, as within a pipe. */
    private boolean isTop(int node) {
        if (s.flowing.isLevel(node) || edgesAt.get(node).size() < 2) {
            return false;
        }
        double height = s.heights.heightM()[node];
        for (int e : edgesAt.get(node)) {
            double[] ground = profiles[e].groundM();
            boolean leaves = s.graph.edges().get(e).from() == node;
            double next = leaves ? ground[1] : ground[ground.length - 2];
            if (!(leaves ? height >= next : height > next)) {
                return false;
            }
        }
        return true;
    }

    private double riseM(int edge, int point, int node) {
        double top = profiles[edge].groundM()[point];
        double[] sides = node < 0
                ? new double[] {lowest(top, edge, point, -1, node), lowest(top, edge, point, 1, node)}
                : edgesAt.get(node).stream()
                        .mapToDouble(e -> s.graph.edges().get(e).from() == node
                                ? lowest(top, e, 0, 1, node)
                                : lowest(top, e, profiles[e].size() - 1, -1, node))
                        .toArray();
        Arrays.sort(sides);
        return top - sides[1];
    }

    /** The lowest ground that is reached one way from a place without climbing above it, and not by way of the place again. */
    private double lowest(double top, int edge, int point, int step, int topNode) {
        double lowest = top;
        BitSet seen = new BitSet();
        if (topNode >= 0) {
            seen.set(topNode);
        }
        ArrayDeque<int[]> open = new ArrayDeque<>();
        open.add(new int[] {edge, point, step});
        while (!open.isEmpty()) {
            int[] at = open.poll();
            double[] ground = profiles[at[0]].groundM();
            int i = at[1] + at[2];
            while (i >= 0 && i < ground.length && ground[i] <= top) {
                lowest = Math.min(lowest, ground[i]);
                i += at[2];
            }
            PipeGraph.Edge piece = s.graph.edges().get(at[0]);
            boolean through = i < 0 || i == ground.length;
            int node = at[2] > 0 ? piece.to() : piece.from();
            if (through && !s.flowing.isLevel(node) && !seen.get(node)) {
                seen.set(node);
                for (int e : edgesAt.get(node)) {
                    if (e != at[0] && e != edge) {
                        boolean leaves = s.graph.edges().get(e).from() == node;
                        open.add(new int[] {e, leaves ? 0 : profiles[e].size() - 1, leaves ? 1 : -1});
                    }
                }
            }
        }
        return lowest;
    }
}
