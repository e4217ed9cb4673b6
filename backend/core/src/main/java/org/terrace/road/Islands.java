package org.terrace.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.network.DisjointSets;
import org.terrace.network.Network;
import org.terrace.network.SegmentIndex;
import org.terrace.region.FeatureTable;

/** The hardened roads that lead nowhere: each set of segments that hang together and reach no root over hardened road. */
final class Islands {
    static final TableSpec TABLE = new TableSpec(
            "island",
            "road_island",
            Whereabouts.after(
                    ColumnSpec.text("road_code"),
                    ColumnSpec.number("segments", "segments", 0),
                    ColumnSpec.number("length_m", "m", 1),
                    ColumnSpec.number("gap_m", "m", 1),
                    ColumnSpec.number("households_near", "households", 0),
                    ColumnSpec.number("people_near", "people", 0),
                    ColumnSpec.number("east_m", "m", 1),
                    ColumnSpec.number("north_m", "m", 1)));

    /** Hardened segments that hang together and reach no root. */
    final class Island {
        private int firstRoad = Integer.MAX_VALUE;
        private final Set<Integer> segments = new TreeSet<>();
        private double length;
        private double gap = Double.POSITIVE_INFINITY;
        private int edge = -1;
        private double near;
        private double people;

        private void add(int e) {
            int road = network.road(e);
            if (road < firstRoad) {
                firstRoad = road;
                edge = e;
            }
            segments.add(road);
            length += graph.lengthM(e);
            gap = Math.min(gap, model.ways().metres(graph.from(e)));
            gap = Math.min(gap, model.ways().metres(graph.to(e)));
        }

        /** A place on it. */
        Coordinate place() {
            return network.shapes().at(edge, graph.lengthM(edge) / 2);
        }

        /** Its first segment in the order of codes. */
        String roadCode() {
            return network.lines().roads.code(firstRoad);
        }

        int segments() {
            return segments.size();
        }

        double lengthM() {
            return length;
        }

        /** Metres of road between it and the connected network; NaN where no road leads there. */
        double gapM() {
            return Double.isInfinite(gap) ? Double.NaN : gap;
        }
    }

    private final RoadModel model;
    private final RoadNetwork network;
    private final Network graph;
    private final List<Island> islands = new ArrayList<>();

    /**
     * @param nearest nearest piece of connected road by household row, -1 where there is none
     * @param limitM how near a road serves a household
     */
    Islands(RoadModel model, FeatureTable households, int[] nearest, double limitM) {
        this.model = model;
        this.network = model.network();
        this.graph = network.network();
        DisjointSets sets = joined();
        Map<Integer, Island> bySet = new TreeMap<>();
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        for (int e = 0; e < graph.edges(); e++) {
            if (isIsland(e)) {
                bySet.computeIfAbsent(sets.find(graph.from(e)), k -> new Island())
                        .add(e);
                network.addPieces(e, builder);
            }
        }
        countNear(builder.build(), sets, bySet, households, nearest, limitM);
        islands.addAll(bySet.values());
        islands.sort((a, b) -> Integer.compare(a.firstRoad, b.firstRoad));
    }

    private boolean isIsland(int edge) {
        return network.road(edge) != Network.JOINT && network.edgeClass(edge) == RoadNetwork.ISLAND;
    }

    private DisjointSets joined() {
        DisjointSets sets = new DisjointSets(graph.nodes());
        boolean[] hardened = new boolean[graph.nodes()];
        for (int e = 0; e < graph.edges(); e++) {
            if (isIsland(e)) {
                sets.join(graph.from(e), graph.to(e));
                hardened[graph.from(e)] = true;
                hardened[graph.to(e)] = true;
            }
        }
        for (int e = 0; e < graph.edges(); e++) {
            if (network.road(e) == Network.JOINT && hardened[graph.from(e)] && hardened[graph.to(e)]) {
                sets.join(graph.from(e), graph.to(e));
            }
        }
        return sets;
    }

    /** Households for which an island would do, and no connected road does. */
    private void countNear(
            SegmentIndex index,
            DisjointSets sets,
            Map<Integer, Island> bySet,
            FeatureTable households,
            int[] nearest,
            double limitM) {
        Lived lived = new Lived(households);
        SegmentIndex connected = network.connected();
        for (int i = 0; i < households.size(); i++) {
            double x = households.x(i);
            double y = households.y(i);
            boolean served = nearest[i] >= 0 && connected.distance(nearest[i], x, y) <= limitM;
            int piece = served || !lived.in(i) ? -1 : index.nearest(x, y);
            if (piece >= 0 && index.distance(piece, x, y) <= limitM) {
                Island near = Objects.requireNonNull(bySet.get(sets.find(graph.from(index.ownerOf(piece)))));
                near.near++;
                near.people += lived.people(i);
            }
        }
    }

    /** In the order of their first segments. */
    List<Island> all() {
        return islands;
    }

    private Map<String, Island> byCode() {
        // A road of several parts may lie on several islands.
        Map<String, Island> byCode = new TreeMap<>();
        for (Island island : islands) {
            String code = island.roadCode();
            for (int n = 2; byCode.containsKey(code); n++) {
                code = island.roadCode() + "#" + n;
            }
            byCode.put(code, island);
        }
        return byCode;
    }

    /** Writes to each road's place the island that it belongs to; the first, where its parts lie on several. */
    void writeCodes(String[] codes) {
        byCode().forEach((code, island) -> {
            for (int road : island.segments) {
                codes[road] = codes[road].isEmpty() ? code : codes[road];
            }
        });
    }

    ResultTable table(Whereabouts whereabouts) {
        Map<String, Island> byCode = byCode();
        ResultTableBuilder table = new ResultTableBuilder(TABLE, byCode.keySet().toArray(String[]::new));
        int row = -1;
        for (Island island : byCode.values()) {
            table.set(++row, "road_code", island.roadCode())
                    .set(row, "segments", island.segments())
                    .set(row, "length_m", island.lengthM())
                    .set(row, "gap_m", island.gapM())
                    .set(row, "households_near", island.near)
                    .set(row, "people_near", island.people)
                    .set(row, "east_m", island.place().x)
                    .set(row, "north_m", island.place().y);
            whereabouts.write(table, row, island.roadCode(), island.place().x, island.place().y);
        }
        return table.build();
    }
}
