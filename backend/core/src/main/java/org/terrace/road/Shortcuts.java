package org.terrace.road;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.network.Network;
import org.terrace.network.SegmentIndex;
import org.terrace.network.ShortestPaths;
import org.terrace.region.ElevationGrid;

/**
 * Missing links: straight lines from the dead end of a road to another place on the roads, that would cut the way to the township seat most. A place
 * to look at, no alignment.
 *
 * <p>With a link of length l from the dead end u to a place p, the way from a node n becomes min(d(n), D(n, u) + l + d(p)), D along the
 * network: exact for one link. What a household saves is taken at the node that its present way meets first, so it saves at least that.
 */
final class Shortcuts {
    /** A link is no longer than this. */
    private static final double LONGEST_M = 1_000;

    /** What cuts the way by less is not listed. */
    private static final double LEAST_SAVED_M = 500;

    /** So many are looked at closely. */
    private static final int LOOKED_AT = 200;

    /** So many of those with the largest gains are listed. */
    private static final int LISTED = 40;

    static final TableSpec TABLE = new TableSpec(
            "missing_link",
            "missing_link",
            Whereabouts.after(
                    ColumnSpec.text("road_code"),
                    ColumnSpec.text("other_code"),
                    ColumnSpec.classes("other_network", "road_network", RoadNetwork.CLASSES),
                    ColumnSpec.number("gap_m", "m", 1),
                    ColumnSpec.number("mean_grade_percent", "%", 0),
                    ColumnSpec.number("saved_most_m", "m", 0),
                    ColumnSpec.number("households", "households", 0),
                    ColumnSpec.number("saved_household_km", "km", 1),
                    ColumnSpec.number("east_m", "m", 1),
                    ColumnSpec.number("north_m", "m", 1),
                    ColumnSpec.number("to_east_m", "m", 1),
                    ColumnSpec.number("to_north_m", "m", 1)));

    private final RoadNetwork roads;
    private final Network network;
    private final RoadPieces pieces;
    private final SeatWays seats;
    private final Map<Integer, Integer> householdsAt;
    private final Whereabouts whereabouts;
    private final Optional<ElevationGrid> elevation;

    /** A line from a dead end to a place on another edge. */
    private record Link(int node, int edge, Coordinate at, double lengthM, double savedM) {}

    /** @param households that gain. @param savedM metres that all of them save together */
    private record Gain(Link link, double households, double savedM) {}

    /** @param householdsAt households by the node that their way meets first */
    private Shortcuts(RoadModel model, SeatWays seats, Map<Integer, Integer> householdsAt, Assessment assessment) {
        this.roads = model.network();
        this.network = roads.network();
        this.pieces = model.pieces();
        this.seats = seats;
        this.householdsAt = new TreeMap<>(householdsAt);
        this.whereabouts = new Whereabouts(assessment);
        this.elevation = assessment.region().elevation();
    }

    static ResultTable of(RoadModel model, SeatWays seats, Map<Integer, Integer> householdsAt, Assessment assessment) {
        return new Shortcuts(model, seats, householdsAt, assessment).table();
    }

    private ResultTable table() {
        List<Link> links = new ArrayList<>();
        for (int node = 0; node < network.nodes(); node++) {
            if (network.degree(node) == 1 && isRoad(network.incident(node, 0))) {
                best(node, links);
            }
        }
        links.sort(Comparator.<Link>comparingDouble(l -> -l.savedM).thenComparingInt(Link::node));
        List<Gain> gains = new ArrayList<>();
        for (Link link : links.subList(0, Math.min(LOOKED_AT, links.size()))) {
            Gain gain = gain(link);
            if (gain.households > 0) {
                gains.add(gain);
            }
        }
        gains.sort(Comparator.<Gain>comparingDouble(g -> -g.savedM).thenComparingInt(g -> g.link.node));
        Map<String, Gain> rows = new TreeMap<>();
        for (Gain gain : gains.subList(0, Math.min(LISTED, gains.size()))) {
            String code = code(gain.link);
            String free = code;
            for (int n = 2; rows.containsKey(free); n++) {
                free = code + ":" + n;
            }
            rows.put(free, gain);
        }
        ResultTableBuilder table = new ResultTableBuilder(TABLE, rows.keySet().toArray(String[]::new));
        int row = 0;
        for (Gain gain : rows.values()) {
            write(table, row++, gain);
        }
        return table.build();
    }

    private boolean isRoad(int edge) {
        return roads.road(edge) != Network.JOINT && !roads.lines().foot[roads.road(edge)];
    }

    /** The place on the roads from which the way is shortest, link included. */
    private void best(int node, List<Link> links) {
        double here = seats.ways().metres(node);
        if (Double.isInfinite(here)) {
            return;
        }
        SegmentIndex index = pieces.index();
        double x = network.x(node);
        double y = network.y(node);
        Link best = null;
        for (int piece : index.within(x, y, LONGEST_M)) {
            int edge = index.ownerOf(piece);
            if (!isRoad(edge)) {
                continue;
            }
            Coordinate at = index.nearestPointOn(piece, x, y);
            double along = pieces.alongM(piece, at);
            double there = Math.min(
                    seats.ways().metres(network.from(edge)) + along,
                    seats.ways().metres(network.to(edge)) + network.lengthM(edge) - along);
            double length = index.distance(piece, x, y);
            double saved = here - length - there;
            if (saved >= LEAST_SAVED_M && (best == null || saved > best.savedM)) {
                best = new Link(node, edge, at, length, saved);
            }
        }
        if (best != null) {
            links.add(best);
        }
    }

    private Gain gain(Link link) {
        ShortestPaths around =
                ShortestPaths.from(network, new int[] {link.node}, new double[1], network::lengthM, link.savedM);
        double there = seats.ways().metres(link.node) - link.savedM;
        double households = 0;
        double all = 0;
        for (Map.Entry<Integer, Integer> at : householdsAt.entrySet()) {
            double saved = seats.ways().metres(at.getKey()) - around.cost(at.getKey()) - there;
            if (saved > 0) {
                households += at.getValue();
                all += at.getValue() * saved;
            }
        }
        return new Gain(link, households, all);
    }

    private String code(Link link) {
        return roads.lines().roads.code(roads.road(network.incident(link.node, 0)))
                + ":"
                + roads.lines().roads.code(roads.road(link.edge));
    }

    /** From end to end, by the elevation model; NaN where it does not cover both. */
    private double meanGrade(Link link) {
        if (elevation.isEmpty() || link.lengthM == 0) {
            return Double.NaN;
        }
        ElevationGrid grid = elevation.get();
        double rise = grid.bilinear(link.at.x, link.at.y) - grid.bilinear(network.x(link.node), network.y(link.node));
        return 100 * Math.abs(rise) / link.lengthM;
    }

    private void write(ResultTableBuilder table, int row, Gain gain) {
        Link link = gain.link;
        String road = roads.lines().roads.code(roads.road(network.incident(link.node, 0)));
        table.set(row, "road_code", road)
                .set(row, "other_code", roads.lines().roads.code(roads.road(link.edge)))
                .set(row, "other_network", RoadNetwork.CLASSES.get(roads.edgeClass(link.edge)))
                .set(row, "gap_m", link.lengthM)
                .set(row, "mean_grade_percent", meanGrade(link))
                .set(row, "saved_most_m", link.savedM)
                .set(row, "households", gain.households)
                .set(row, "saved_household_km", gain.savedM / 1000)
                .set(row, "east_m", network.x(link.node))
                .set(row, "north_m", network.y(link.node))
                .set(row, "to_east_m", link.at.x)
                .set(row, "to_north_m", link.at.y);
        whereabouts.write(table, row, road, network.x(link.node), network.y(link.node));
    }
}
