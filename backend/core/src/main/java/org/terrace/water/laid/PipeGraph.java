package org.terrace.water.laid;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.network.DisjointSets;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.standard.Standard;

/**
 * Pipes as they are joined, with a tap at each house that is connected.
 *
 * @param lines as they are drawn
 * @param places of the nodes
 * @param work row of the water works at each node, -1 for none
 * @param household row of the household whose tap each node is, -1 for none
 * @param edges pieces of pipes between nodes, and the service pipes that lead to taps
 * @param nodeOfWork by row of the works, -1 where they have no place
 * @param noTap by household: why a connected one has no tap, none where it has one or is not connected
 */
public record PipeGraph(
        PipeLines lines,
        List<Coordinate> places,
        int[] work,
        int[] household,
        List<Edge> edges,
        int[] nodeOfWork,
        NoTap[] noTap) {

    /**
     * A piece of a pipe.
     *
     * @param pipe row in the layer; {@link #SERVICE} for the last metres to a house, which nobody drew
     * @param fromM along the pipe as it is drawn
     */
    public record Edge(int from, int to, int pipe, double fromM, double toM) {
        public static final int SERVICE = -1;

        public double drawnM() {
            return toM - fromM;
        }
    }

    /** Why a household has no tap in the graph. */
    public enum NoTap {
        /** It has one. */
        NONE,
        /** No pipe or hose leads to it on record. */
        NOT_CONNECTED,
        NO_POSITION,
        /** No pipe of its supply comes near. */
        NO_PIPE_NEAR
    }

    public int nodes() {
        return places.size();
    }

    private static final Derived.Key<PipeGraph> KEY = new Derived.Key<>("water.laid", PipeGraph.class);

    /** The settings that it follows from: what is derived from it follows from them too. */
    public static String settings(Standard standard) {
        return standard.number("water.pipe.snap_m") + "/" + standard.number("water.service.reach_m");
    }

    /** Of a snapshot; made once for all who ask. */
    public static PipeGraph of(Assessment assessment) {
        double snapM = assessment.standard().number("water.pipe.snap_m");
        double reachM = assessment.standard().number("water.service.reach_m");
        Region region = assessment.region();
        return assessment
                .derived()
                .get(
                        KEY,
                        settings(assessment.standard()),
                        () -> new PipeJoints(
                                        new PipeLines(region.table(LayerKind.PIPE)),
                                        region.table(LayerKind.WATER_FACILITY),
                                        region.households(),
                                        snapM,
                                        reachM)
                                .graph());
    }

    /** Sets of nodes that hang together. */
    public DisjointSets supplies() {
        DisjointSets joined = new DisjointSets(nodes());
        edges.forEach(e -> joined.join(e.from(), e.to()));
        return joined;
    }
}
