package org.terrace.water.scheme;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Pipes as they are joined, with a tap at each house that is connected.
 *
 * @param places of the nodes
 * @param work row of the water works at each node, -1 for none
 * @param household row of the household whose tap each node is, -1 for none
 * @param edges pieces of pipes between nodes, and the service pipes that lead to taps
 * @param noTap by household: why a connected one has no tap, none where it has one or is not connected
 */
record PipeGraph(List<Coordinate> places, int[] work, int[] household, List<Edge> edges, NoTap[] noTap) {

    /**
     * A piece of a pipe.
     *
     * @param pipe row in the layer; {@link #SERVICE} for the last metres to a house, which nobody drew
     * @param fromM along the pipe as it is drawn
     */
    record Edge(int from, int to, int pipe, double fromM, double toM) {
        static final int SERVICE = -1;

        double drawnM() {
            return toM - fromM;
        }
    }

    /** Why a household has no tap in the graph. */
    enum NoTap {
        /** It has one. */
        NONE,
        /** No pipe or hose leads to it on record. */
        NOT_CONNECTED,
        NO_POSITION,
        /** No pipe of its supply comes near. */
        NO_PIPE_NEAR
    }

    int nodes() {
        return places.size();
    }
}
