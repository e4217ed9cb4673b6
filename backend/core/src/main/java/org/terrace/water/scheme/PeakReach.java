package org.terrace.water.scheme;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.terrace.water.laid.PipeGraph;

/**
 * Whether what is drawn at the peak gets to a place: where friction leaves the head line further below the ground than water climbs, less
 * gets over than is drawn, though at rest water passes. How much head is left behind is then not known.
 */
final class PeakReach {
    /** By node. {@link Passage.Reach#NO_WATER} for what no water gets to at rest either. */
    final Passage.Reach[] reach;
    /** By piece: whether less gets through than is drawn, whatever the errors. */
    final boolean[] isShort;

    private final PipeGraph graph;
    private final PipeGround[] grounds;
    private final Passage passage;
    private final Flowing flowing;

    PeakReach(PipeGraph graph, PipeGround[] grounds, Passage passage, Flowing flowing) {
        this.graph = graph;
        this.grounds = grounds;
        this.passage = passage;
        this.flowing = flowing;
        int edges = graph.edges().size();
        Passage.Reach[] past = new Passage.Reach[edges];
        Arrays.setAll(past, this::past);
        this.isShort = new boolean[edges];
        for (int e = 0; e < edges; e++) {
            isShort[e] = past[e] == Passage.Reach.NO_WATER && flowing.isOpen(e);
        }
        this.reach = new Passage.Reach[graph.nodes()];
        Arrays.setAll(
                reach,
                n -> passage.reach[n] == Passage.Reach.NOT_TOLD ? Passage.Reach.NOT_TOLD : Passage.Reach.NO_WATER);
        spread(past);
    }

    /** Where on a way the ground stands furthest above the head line; empty where no head is known. */
    Optional<Passage.Ridge> worst(List<Integer> pieces) {
        Optional<Passage.Ridge> worst = Optional.empty();
        for (int e : pieces) {
            PipeGraph.Edge ends = graph.edges().get(e);
            for (int i = 0; i < grounds[e].size() && flowing.isOpen(e); i++) {
                double above = grounds[e].groundM()[i] - headM(e, i);
                if (above > worst.map(Passage.Ridge::aboveM).orElse(Double.NEGATIVE_INFINITY)) {
                    int level = flowing.levelNode[ends.from()];
                    worst = Optional.of(
                            new Passage.Ridge(e, i, isShort[e], level, above, passage.errorM(e, i, level), ends.to()));
                }
            }
        }
        return worst;
    }

    private double headM(int edge, int point) {
        PipeGraph.Edge ends = graph.edges().get(edge);
        double part = (grounds[edge].alongM()[point] - ends.fromM()) / ends.drawnM();
        return flowing.headM[ends.from()] + part * (flowing.headM[ends.to()] - flowing.headM[ends.from()]);
    }

    /** Of pieces whose heads are not known nothing is said here, nor where the flow is a capacity: less of it passes higher. */
    private Passage.Reach past(int edge) {
        PipeGraph.Edge ends = graph.edges().get(edge);
        if (!flowing.isOpen(edge)) {
            return Passage.Reach.NO_WATER;
        }
        Passage.Reach worst = Passage.Reach.PASSES;
        if (!flowing.isCapacity(edge) && flowing.sure[ends.from()] && flowing.sure[ends.to()]) {
            for (int i = 0; i < grounds[edge].size(); i++) {
                Passage.Reach at = passage.at(edge, i, flowing.levelNode[ends.from()], headM(edge, i));
                worst = at.compareTo(worst) > 0 ? at : worst;
            }
        }
        return worst;
    }

    /** From the levels on, by the best way to each place. */
    private void spread(Passage.Reach[] past) {
        ArrayDeque<Integer> open = new ArrayDeque<>();
        for (int n = 0; n < reach.length; n++) {
            if (flowing.isLevel(n) && passage.reach[n].isReached()) {
                reach[n] = passage.reach[n];
                open.add(n);
            }
        }
        while (!open.isEmpty()) {
            int node = open.poll();
            for (int e : passage.edgesAt(node)) {
                int next = passage.other(e, node);
                Passage.Reach here =
                        Passage.Reach.worse(Passage.Reach.worse(reach[node], past[e]), passage.reach[next]);
                if (here.compareTo(reach[next]) < 0 && !flowing.isLevel(next)) {
                    reach[next] = here;
                    open.add(next);
                }
            }
        }
    }
}
