package org.terrace.road;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.network.DisjointSets;
import org.terrace.network.EdgeShapes;
import org.terrace.network.Network;
import org.terrace.network.Noding;
import org.terrace.network.SegmentIndex;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/**
 * The noded road network of a county, and which of it is hardened and leads, over hardened segments only, to a root.
 *
 * <p>Hardened = the surface is in the standard's set. Roots = segments of the standard's root classes (national, provincial, county),
 * whatever their surface, for the network is there; and hardened segments at the county seat. A hardened segment that reaches no root is an
 * island. A segment of unknown surface is unknown, never 'no': {@link #possible} holds what would be connected if all unknown surfaces
 * were hardened, so that 'unserved' can be told from 'we do not know'.
 *
 * <p>Nobody steps from a door onto a bridge's deck or into a tunnel: of these only the ends are in the indexes.
 */
final class RoadNetwork {
    static final Derived.Key<RoadNetwork> KEY = new Derived.Key<>("road.network", RoadNetwork.class);

    /** Codes of the scheme {@code road_network}, in its order. */
    static final List<String> CLASSES = List.of("connected", "island", "unhardened", "unknown", "path");

    static final byte CONNECTED = 0;
    static final byte ISLAND = 1;
    static final byte UNHARDENED = 2;
    static final byte UNKNOWN = 3;
    static final byte PATH = 4;

    private final RoadLines lines;
    private final Noding.Noded noded;
    private final EdgeShapes shapes;
    private final boolean hasRoads;
    private final boolean hasRoot;
    /** By edge: one of the constants; joints are {@link #UNKNOWN}. */
    private final byte[] edgeClass;
    /** By edge: connected if every unknown surface were hardened. */
    private final boolean[] possibleEdge;

    private final byte[] lineClass;
    private final int[] pieceOfNode;
    private final boolean[] rootedPiece;
    private final boolean[] rootNode;
    private final boolean[] onGround;
    private final Supplier<SegmentIndex> connected;
    private final Supplier<SegmentIndex> possible;

    /** @param earlier the network of an earlier snapshot under the same rules, whose noding is taken up */
    private RoadNetwork(Region region, RoadRules rules, Optional<RoadNetwork> earlier) {
        this.lines = new RoadLines(region.roads(), rules);
        this.hasRoads = region.has(LayerKind.ROAD_SEGMENT);
        this.noded = earlier.isPresent()
                ? Noding.again(earlier.get().noded, lines.lines, lines.levels, lines.numbersIn(earlier.get().lines))
                : Noding.of(lines.lines, lines.levels, rules.toleranceM());
        this.shapes = new EdgeShapes(noded.network(), lines.lines);
        Network network = noded.network();
        boolean[] root = new boolean[network.edges()];
        boolean[] maybeRoot = new boolean[network.edges()];
        findRoots(region, rules, root, maybeRoot);
        this.hasRoot = any(root);
        boolean[] certain = or(lines.hardened, lines.root);
        boolean[] reaches = reachesRoot(certain, root);
        boolean[] mayReach = reachesRoot(or(certain, lines.unknown), maybeRoot);
        this.edgeClass = new byte[network.edges()];
        this.possibleEdge = new boolean[network.edges()];
        for (int e = 0; e < network.edges(); e++) {
            int line = network.line(e);
            edgeClass[e] = line == Network.JOINT ? UNKNOWN : classOf(line, reaches[network.from(e)]);
            possibleEdge[e] =
                    line != Network.JOINT && (lines.hardened[line] || lines.unknown[line]) && mayReach[network.from(e)];
        }
        this.lineClass = lineClasses();
        DisjointSets all = new DisjointSets(network.nodes());
        for (int e = 0; e < network.edges(); e++) {
            all.join(network.from(e), network.to(e));
        }
        this.pieceOfNode = new int[network.nodes()];
        Arrays.setAll(pieceOfNode, all::find);
        this.rootedPiece = new boolean[network.nodes()];
        this.rootNode = new boolean[network.nodes()];
        for (int e = 0; e < network.edges(); e++) {
            if (root[e]) {
                rootedPiece[pieceOfNode[network.from(e)]] = true;
                rootNode[network.from(e)] = true;
                rootNode[network.to(e)] = true;
            }
        }
        this.onGround = new boolean[network.nodes()];
        for (int e = 0; e < network.edges(); e++) {
            if (isOnGround(e)) {
                onGround[network.from(e)] = true;
                onGround[network.to(e)] = true;
            }
        }
        overJoints(network);
        this.connected = Lazily.once(() -> index(this::isConnected));
        this.possible = Lazily.once(() -> index(this::mayBeConnected));
    }

    static RoadNetwork of(Assessment assessment) {
        RoadRules rules = RoadRules.of(assessment.standard());
        // By content, not by name: a standard may be edited while the program runs.
        Derived derived = assessment.derived();
        return derived.get(
                KEY,
                rules.toString(),
                () -> new RoadNetwork(assessment.region(), rules, derived.earlier(KEY, rules.toString())));
    }

    /**
     * Roads of the root classes, and hardened roads at the county seat: what of them comes near to it.
     *
     * @param root filled in by edge. @param maybe the same when every unknown surface is hardened
     */
    private void findRoots(Region region, RoadRules rules, boolean[] root, boolean[] maybe) {
        Network network = noded.network();
        for (int e = 0; e < root.length; e++) {
            root[e] = network.line(e) != Network.JOINT && lines.root[network.line(e)];
            maybe[e] = root[e];
        }
        FeatureTable units = region.adminUnits();
        for (int u = 0; rules.rootsAtSeat() && u < units.size(); u++) {
            if (units.codesOf("level").is(u, "county") && units.hasGeometry(u)) {
                atSeat(units.geometry(u).orElseThrow(), rules.seatReachM(), root, maybe);
            }
        }
    }

    private void atSeat(Geometry seat, double reachM, boolean[] root, boolean[] maybe) {
        boolean[] near = new boolean[lines.lines.length];
        for (int i = 0; i < near.length; i++) {
            near[i] = (lines.hardened[i] || lines.unknown[i]) && lines.lines[i].isWithinDistance(seat, reachM);
        }
        Network network = noded.network();
        for (int e = 0; e < root.length; e++) {
            int line = network.line(e);
            if (line != Network.JOINT && near[line] && drawn(e).isWithinDistance(seat, reachM)) {
                root[e] |= lines.hardened[line];
                maybe[e] = true;
            }
        }
    }

    private LineString drawn(int edge) {
        Coordinate[] points = new Coordinate[shapes.first(edge + 1) - shapes.first(edge)];
        for (int k = 0; k < points.length; k++) {
            points[k] = new Coordinate(shapes.x(shapes.first(edge) + k), shapes.y(shapes.first(edge) + k));
        }
        return Geometries.FACTORY.createLineString(points);
    }

    /** By node: whether a root is reached over the lines given, all gaps within the tolerance closed. */
    private boolean[] reachesRoot(boolean[] include, boolean[] root) {
        Network network = noded.network();
        DisjointSets sets = new DisjointSets(network.nodes());
        for (int e = 0; e < network.edges(); e++) {
            if (network.line(e) == Network.JOINT || include[network.line(e)]) {
                sets.join(network.from(e), network.to(e));
            }
        }
        boolean[] rooted = new boolean[network.nodes()];
        for (int e = 0; e < network.edges(); e++) {
            if (root[e]) {
                rooted[sets.find(network.from(e))] = true;
            }
        }
        boolean[] reaches = new boolean[network.nodes()];
        for (int n = 0; n < reaches.length; n++) {
            reaches[n] = rooted[sets.find(n)];
        }
        return reaches;
    }

    private byte classOf(int line, boolean reachesRoot) {
        if (lines.lines[line].isEmpty()) {
            return UNKNOWN;
        }
        if (lines.hardened[line]) {
            return reachesRoot ? CONNECTED : ISLAND;
        }
        return lines.foot[line] ? PATH : lines.unknown[line] ? UNKNOWN : UNHARDENED;
    }

    /** A line of several parts is connected when all of them are. */
    private byte[] lineClasses() {
        byte[] classes = new byte[lines.lines.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = classOf(i, true);
        }
        Network network = noded.network();
        for (int e = 0; e < network.edges(); e++) {
            if (edgeClass[e] == ISLAND) {
                classes[network.line(e)] = ISLAND;
            }
        }
        return classes;
    }

    /** What can be stepped on of the edges that hold, each owned by its edge. */
    private SegmentIndex index(IntPredicate test) {
        Network network = noded.network();
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        for (int e = 0; e < network.edges(); e++) {
            int line = network.line(e);
            if (line != Network.JOINT && test.test(e)) {
                addPlaces(e, builder);
            }
        }
        return builder.build();
    }

    /** Ends that a closed gap joins are met by the same roads. */
    private void overJoints(Network network) {
        boolean more = true;
        while (more) {
            more = false;
            for (int e = network.edges() - 1; e >= 0 && network.line(e) == Network.JOINT; e--) {
                boolean meets = onGround[network.from(e)] || onGround[network.to(e)];
                more |= meets && !(onGround[network.from(e)] && onGround[network.to(e)]);
                onGround[network.from(e)] = meets;
                onGround[network.to(e)] = meets;
            }
        }
    }

    /** Whether a road on the ground meets the node. */
    boolean isOnGroundAt(int node) {
        return onGround[node];
    }

    /** Adds what can be stepped on of an edge, owned by it: its straight pieces, or the two ends of a bridge or tunnel. */
    void addPlaces(int edge, SegmentIndex.Builder builder) {
        if (isRaised(edge)) {
            Network network = noded.network();
            for (int end : new int[] {network.from(edge), network.to(edge)}) {
                if (onGround[end]) {
                    builder.add(edge, network.x(end), network.y(end), network.x(end), network.y(end));
                }
            }
        } else {
            addPieces(edge, builder);
        }
    }

    /** Adds the straight pieces of an edge, owned by it. */
    void addPieces(int edge, SegmentIndex.Builder builder) {
        for (int p = shapes.first(edge); p + 1 < shapes.first(edge + 1); p++) {
            builder.add(edge, shapes.x(p), shapes.y(p), shapes.x(p + 1), shapes.y(p + 1));
        }
    }

    private static boolean[] or(boolean[] a, boolean[] b) {
        boolean[] both = a.clone();
        for (int i = 0; i < b.length; i++) {
            both[i] |= b[i];
        }
        return both;
    }

    private static boolean any(boolean[] values) {
        for (boolean value : values) {
            if (value) {
                return true;
            }
        }
        return false;
    }

    /** A road on the ground: neither a bridge, nor a tunnel, nor a gap that was closed. */
    boolean isOnGround(int edge) {
        return road(edge) != Network.JOINT && !lines.raised[road(edge)];
    }

    /** Lines, ascending, whose nodes are not those that they had in the earlier network that this one was made from; else all. */
    int[] recutLines() {
        return noded.changedLines();
    }

    RoadLines lines() {
        return lines;
    }

    Network network() {
        return noded.network();
    }

    List<Noding.Fault> faults() {
        return noded.faults();
    }

    EdgeShapes shapes() {
        return shapes;
    }

    /** One of the constants, by road row. */
    byte classOf(int road) {
        return lineClass[road];
    }

    /** One of the constants, by edge. */
    byte edgeClass(int edge) {
        return edgeClass[edge];
    }

    boolean isConnected(int edge) {
        return edgeClass[edge] == CONNECTED;
    }

    /** Whether the edge is connected, or would be if every unknown surface were hardened. */
    boolean mayBeConnected(int edge) {
        return edgeClass[edge] == CONNECTED || possibleEdge[edge];
    }

    /** The piece of the whole network, of whatever surface, that a node belongs to: its lowest node. */
    int pieceOf(int node) {
        return pieceOfNode[node];
    }

    /** Whether the piece holds a root. */
    boolean isRooted(int piece) {
        return rootedPiece[piece];
    }

    /** Whether a node lies on a root. */
    boolean isRootNode(int node) {
        return rootNode[node];
    }

    /** Metres from an edge's start to a place on one of its straight pieces, a piece of {@link #connected}. */
    double alongM(int edge, Coordinate at, int piece) {
        Coordinate start = connected().startOf(piece);
        for (int p = shapes.first(edge); p + 1 < shapes.first(edge + 1); p++) {
            if (shapes.x(p) == start.x && shapes.y(p) == start.y) {
                return Math.min(noded.network().lengthM(edge), shapes.alongM(p) + start.distance(at));
            }
        }
        // The far end of a bridge or tunnel.
        return noded.network().lengthM(edge);
    }

    /** Road row of an edge, {@link Network#JOINT} for a joint. */
    int road(int edge) {
        return noded.network().line(edge);
    }

    /** On a bridge or in a tunnel: nobody steps on or off. */
    boolean isRaised(int edge) {
        return road(edge) != Network.JOINT && lines.raised[road(edge)];
    }

    /** Straight pieces, owned by edges, of hardened segments known to reach a root. */
    SegmentIndex connected() {
        return connected.get();
    }

    /** What {@link #connected} would be if every unknown surface were hardened. */
    SegmentIndex possible() {
        return possible.get();
    }

    /** What the county's record lacks for any verdict on roads: a reason's code. */
    Optional<String> missing() {
        return !hasRoads
                ? Optional.of("no_roads_on_record")
                : hasRoot ? Optional.empty() : Optional.of("no_root_on_record");
    }
}
