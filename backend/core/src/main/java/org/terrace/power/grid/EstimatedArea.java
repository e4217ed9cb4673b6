package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrace.network.EdgeShapes;
import org.terrace.network.Meeting;
import org.terrace.network.Network;
import org.terrace.network.Noding;
import org.terrace.network.SegmentIndex;
import org.terrace.network.SteinerTree;
import org.terrace.region.Geometries;

/**
 * A network that somebody might have built from a transformer without lines to the houses that it feeds: the shortest tree, as near as {@link
 * SteinerTree} comes, over roads and paths, straight spans between neighbouring houses and the shortest links to a road, each as long as the
 * ground is. An estimate, and marked so: nobody drew it.
 */
final class EstimatedArea {
    /** So far from a house a road is looked for, and so far beyond the houses roads are taken along. */
    private static final double ROAD_M = 300;
    /** Ends of roads this near to one another are joined. */
    private static final double ROAD_SNAP_M = 2;
    /** What rounding leaves between a link and its road. */
    private static final double SAME_M = 0.01;
    /** Level of spans and links: no road's. */
    private static final double SPAN = 1_000;

    /** Spans pass over one another and over roads; they meet a road where a link ends on it. */
    private static final Meeting MEETING = new Meeting() {
        @Override
        public boolean crossing(double level, double otherLevel) {
            return level == otherLevel && level != SPAN;
        }

        @Override
        public boolean overGap(double level, double metLevel, boolean metAtEnd, double gapM) {
            return (level == SPAN || metLevel == SPAN) ? gapM < SAME_M : (level == metLevel || metAtEnd);
        }
    };

    private final Given given;
    private final SlopeLengths slopes;
    /** The transformer, then the houses that stand apart from one another. */
    private final List<Coordinate> terminals = new ArrayList<>();

    private final int[] terminalOf;
    private final Network network;
    private final EdgeShapes shapes;

    /**
     * All that the network of one transformer follows from, besides the ground.
     *
     * @param households codes, ascending. @param houses where they stand. @param roads around them, by code
     */
    record Given(
            String transformer,
            Coordinate at,
            List<String> households,
            List<Coordinate> houses,
            List<NearRoads.Road> roads) {
        static Given of(
                String transformer, Coordinate at, List<String> households, List<Coordinate> houses, NearRoads roads) {
            Envelope box = new Envelope(at);
            houses.forEach(box::expandToInclude);
            box.expandBy(ROAD_M);
            return new Given(transformer, at, households, houses, roads.within(box));
        }
    }

    EstimatedArea(Given given, SlopeLengths slopes) {
        this.given = given;
        this.slopes = slopes;
        Coordinate at = given.at;
        List<Coordinate> houses = given.houses;
        this.terminalOf = new int[houses.size()];
        Map<Coordinate, Integer> numbers = new HashMap<>();
        terminals.add(at);
        numbers.put(at, 0);
        for (int i = 0; i < houses.size(); i++) {
            Coordinate house = houses.get(i);
            Integer known = numbers.putIfAbsent(house, terminals.size());
            terminalOf[i] = known == null ? terminals.size() : known;
            if (known == null) {
                terminals.add(house);
            }
        }
        List<Geometry> lines = new ArrayList<>();
        List<Double> levels = new ArrayList<>();
        for (NearRoads.Road road : given.roads) {
            lines.add(road.line());
            levels.add(road.level());
        }
        List<Geometry> spans = links(lines);
        for (int[] span : Spans.between(terminals)) {
            spans.add(line(terminals.get(span[0]), terminals.get(span[1])));
        }
        lines.addAll(spans);
        spans.forEach(s -> levels.add(SPAN));
        Geometry[] all = lines.toArray(Geometry[]::new);
        this.network = Noding.of(
                        all, levels.stream().mapToDouble(Double::doubleValue).toArray(), MEETING, ROAD_SNAP_M)
                .network();
        this.shapes = new EdgeShapes(network, all);
    }

    private static LineString line(Coordinate a, Coordinate b) {
        return Geometries.FACTORY.createLineString(new Coordinate[] {a, b});
    }

    /** From each terminal straight to the nearest road. */
    private List<Geometry> links(List<Geometry> roads) {
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        for (int r = 0; r < roads.size(); r++) {
            builder.add(r, roads.get(r));
        }
        SegmentIndex index = builder.build();
        List<Geometry> links = new ArrayList<>();
        for (Coordinate terminal : terminals) {
            int edge = index.nearest(terminal.x, terminal.y);
            if (edge >= 0 && index.distance(edge, terminal.x, terminal.y) <= ROAD_M) {
                Coordinate foot = index.nearestPointOn(edge, terminal.x, terminal.y);
                if (!foot.equals2D(terminal)) {
                    links.add(line(terminal, foot));
                }
            }
        }
        return links;
    }

    AreaTree tree() {
        // Houses that all stand at the transformer need no line.
        int[] nodes = terminals.size() == 1
                ? new int[] {0}
                : terminals.stream().mapToInt(this::node).toArray();
        double[] length = new double[network.edges()];
        for (int e = 0; e < length.length; e++) {
            length[e] = slopes.of(course(e)).metres();
        }
        int[] tree = nodes.length == 1 ? new int[0] : SteinerTree.over(network, nodes, e -> length[e]);
        Map<Integer, Integer> placeOf = new HashMap<>();
        List<Coordinate> places = new ArrayList<>();
        for (int t = 0; t < nodes.length; t++) {
            placeOf.put(nodes[t], t);
            places.add(terminals.get(t));
        }
        List<RawSection> sections = new ArrayList<>();
        for (List<Integer> chain : Chains.of(network, tree, placeOf.keySet())) {
            List<Coordinate> course = Chains.course(network, chain, this::course);
            int a = place(placeOf, places, Chains.start(network, chain));
            int b = place(placeOf, places, Chains.end(network, chain));
            sections.add(RawSection.assumed(
                    Section.Kind.ESTIMATED,
                    given.transformer + ":e" + (sections.size() + 1),
                    a,
                    b,
                    slopes.of(course),
                    course));
        }
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < terminalOf.length; i++) {
            customers.add(new Customer(given.households.get(i), terminalOf[i], 0));
        }
        return new AreaTree(given.transformer, true, places, sections, customers);
    }

    private int place(Map<Integer, Integer> placeOf, List<Coordinate> places, int node) {
        return placeOf.computeIfAbsent(node, n -> {
            places.add(new Coordinate(network.x(n), network.y(n)));
            return places.size() - 1;
        });
    }

    private int node(Coordinate at) {
        for (int n = 0; n < network.nodes(); n++) {
            if (network.x(n) == at.x && network.y(n) == at.y) {
                return n;
            }
        }
        throw new IllegalStateException("no node at " + at + " in the estimated network of " + given.transformer);
    }

    private List<Coordinate> course(int edge) {
        List<Coordinate> course = new ArrayList<>();
        int last = edge + 1 < network.edges() ? shapes.first(edge + 1) : shapes.points();
        for (int p = shapes.first(edge); p < last; p++) {
            course.add(new Coordinate(shapes.x(p), shapes.y(p)));
        }
        return course;
    }
}
