package org.terrace.road;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.terrace.network.Network;
import org.terrace.network.SegmentIndex;
import org.terrace.region.Change;
import org.terrace.region.LayerKind;

/**
 * Where a network differs from the one that it was noded again from: which edges are what they were, and from which nodes the way on is
 * what it was. What is said to be the same is the same in every bit; what is not may be the same all the same.
 */
final class RoadDelta {
    private final RoadModel before;
    private final RoadModel after;
    /** By new edge the old one along the same line from the same to the same node; -1 for others and for joints. */
    private final int[] oldEdge;

    private final int[] oldNode;
    private final BitSet keptOld = new BitSet();
    /** By new road row: its record was added or edited. */
    private final boolean[] edited;

    private final boolean[] dirtyNode;

    RoadDelta(RoadModel before, RoadModel after, Change change) {
        this.before = before;
        this.after = after;
        RoadLines lines = after.network().lines();
        this.edited = new boolean[lines.roads.size()];
        for (List<String> codes : List.of(
                change.of(LayerKind.ROAD_SEGMENT).added(),
                change.of(LayerKind.ROAD_SEGMENT).edited())) {
            codes.forEach(code -> edited[lines.roads.rowOf(code)] = true);
        }
        Network network = after.network().network();
        this.oldEdge = new int[network.edges()];
        this.oldNode = new int[network.nodes()];
        Arrays.fill(oldEdge, -1);
        Arrays.fill(oldNode, -1);
        matchEdges();
        this.dirtyNode = dirtyNodes();
    }

    private void matchEdges() {
        Network now = after.network().network();
        Network was = before.network().network();
        int[] oldLine = after.network().lines().numbersIn(before.network().lines());
        boolean[] recut = new boolean[oldLine.length];
        for (int line : after.network().recutLines()) {
            recut[line] = true;
        }
        int[] firstOld = new int[before.network().lines().lines.length];
        Arrays.fill(firstOld, -1);
        for (int e = was.edges() - 1; e >= 0; e--) {
            if (was.line(e) != Network.JOINT) {
                firstOld[was.line(e)] = e;
            }
        }
        int first = 0;
        for (int e = 0; e < now.edges() && now.line(e) != Network.JOINT; e++) {
            int line = now.line(e);
            if (e == 0 || now.line(e - 1) != line) {
                first = e;
            }
            if (!recut[line] && oldLine[line] >= 0) {
                int old = firstOld[oldLine[line]] + e - first;
                oldEdge[e] = old;
                keptOld.set(old);
                oldNode[now.from(e)] = was.from(old);
                oldNode[now.to(e)] = was.to(old);
            }
        }
    }

    /** Nodes from which the way to the connected network differs in its length, its course or in what it leads over. */
    private boolean[] dirtyNodes() {
        Network now = after.network().network();
        byte[] state = new byte[now.nodes()];
        int[] trail = new int[now.nodes()];
        for (int start = 0; start < now.nodes(); start++) {
            int length = 0;
            int node = start;
            while (state[node] == 0 && !differs(node) && after.ways().next(node) >= 0) {
                trail[length++] = node;
                node = now.other(after.ways().next(node), node);
            }
            byte found = state[node] != 0 ? state[node] : (byte) (differs(node) ? 2 : 1);
            state[node] = found;
            for (int k = 0; k < length; k++) {
                state[trail[k]] = found;
            }
        }
        boolean[] dirty = new boolean[now.nodes()];
        for (int n = 0; n < dirty.length; n++) {
            dirty[n] = state[n] == 2;
        }
        return dirty;
    }

    /** Whether the node itself, its way's length or the first edge of its way is not what it was. */
    private boolean differs(int node) {
        int old = oldNode[node];
        if (old < 0 || after.ways().metres(node) != before.ways().metres(old)) {
            return true;
        }
        int next = after.ways().next(node);
        int oldNext = before.ways().next(old);
        if (next < 0 || oldNext < 0) {
            return next >= 0 || oldNext >= 0;
        }
        int line = after.network().road(next);
        if (line == Network.JOINT) {
            int there = after.network().network().other(next, node);
            return before.network().road(oldNext) != Network.JOINT
                    || oldNode[there] != before.network().network().other(oldNext, old);
        }
        return oldEdge[next] != oldNext
                || edited[line]
                || after.network().edgeClass(next) != before.network().edgeClass(oldNext);
    }

    /** What tells an edge from another, in either network. */
    private interface EdgeQuality {
        boolean of(RoadNetwork network, int edge);
    }

    /** Whether a new edge, or the way from it, is not what it was. */
    private boolean isDirty(int edge) {
        Network now = after.network().network();
        return oldEdge[edge] < 0
                || edited[now.line(edge)]
                || after.network().edgeClass(edge) != before.network().edgeClass(oldEdge[edge])
                || dirtyNode[now.from(edge)]
                || dirtyNode[now.to(edge)];
    }

    /** Pieces of road, old and new, near which a way from a door may be another one. */
    SegmentIndex ofWays() {
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        Network now = after.network().network();
        for (int e = 0; e < now.edges(); e++) {
            if (now.line(e) != Network.JOINT && isDirty(e)) {
                after.network().addPieces(e, builder);
            }
        }
        Network was = before.network().network();
        for (int e = 0; e < was.edges(); e++) {
            if (was.line(e) != Network.JOINT && !keptOld.get(e)) {
                before.network().addPieces(e, builder);
            }
        }
        return builder.build();
    }

    /** Pieces of road, old and new, that are connected in one of the networks and not, or not in the same way, in the other. */
    SegmentIndex ofConnected() {
        return changed((network, edge) -> network.isConnected(edge));
    }

    /** The same of what would be connected if every unknown surface were hardened. */
    SegmentIndex ofPossible() {
        return changed((network, edge) -> network.mayBeConnected(edge));
    }

    /** Whether a bridge or tunnel, itself unchanged, is met by a road on the ground at other ends than before. */
    private boolean otherPlaces(int edge, int old) {
        return after.network().isRaised(edge)
                && (onGround(after.network(), edge, true) != onGround(before.network(), old, true)
                        || onGround(after.network(), edge, false) != onGround(before.network(), old, false));
    }

    private static boolean onGround(RoadNetwork roads, int edge, boolean atStart) {
        return roads.isOnGroundAt(
                atStart ? roads.network().from(edge) : roads.network().to(edge));
    }

    private SegmentIndex changed(EdgeQuality quality) {
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        Network now = after.network().network();
        for (int e = 0; e < now.edges(); e++) {
            int old = oldEdge[e];
            boolean is = after.network().road(e) != Network.JOINT && quality.of(after.network(), e);
            boolean was = old >= 0 && quality.of(before.network(), old);
            if ((is || was) && (is != was || edited[now.line(e)] || otherPlaces(e, old))) {
                after.network().addPlaces(e, builder);
                if (was) {
                    before.network().addPlaces(old, builder);
                }
            }
        }
        Network was = before.network().network();
        for (int e = 0; e < was.edges(); e++) {
            if (!keptOld.get(e) && was.line(e) != Network.JOINT && quality.of(before.network(), e)) {
                before.network().addPlaces(e, builder);
            }
        }
        return builder.build();
    }
}
