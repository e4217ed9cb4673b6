package org.terrace.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.network.Network;
import org.terrace.network.Noding;
import org.terrace.region.FeatureTable;

/** What an engineer should mend in the drawing of the roads, each with its place. */
final class FaultTable {
    /** Codes of the scheme {@code road_fault}, in its order. */
    static final List<String> KINDS = List.of(
            "near_miss", "duplicate", "self_crossing", "isolated_piece", "hardened_island", "joined", "bad_line");

    static final TableSpec TABLE = new TableSpec(
            "fault",
            "road_fault",
            Whereabouts.after(
                    ColumnSpec.classes("kind", "road_fault", KINDS),
                    ColumnSpec.text("road_code"),
                    ColumnSpec.text("other_code"),
                    ColumnSpec.number("gap_m", "m", 2),
                    ColumnSpec.number("length_m", "m", 1),
                    ColumnSpec.number("segments", "segments", 0),
                    ColumnSpec.number("east_m", "m", 1),
                    ColumnSpec.number("north_m", "m", 1)));

    private FaultTable() {}

    /** One fault as a row. */
    private record FaultRow(
            String kind, String road, String other, double gapM, double lengthM, double segments, double x, double y) {}

    static ResultTable of(RoadNetwork network, Islands islands, Whereabouts whereabouts) {
        FeatureTable roads = network.lines().roads;
        List<FaultRow> rows = new ArrayList<>();
        for (Noding.Fault fault : network.faults()) {
            rows.add(new FaultRow(
                    fault.kind().name().toLowerCase(Locale.ROOT),
                    roads.code(fault.line()),
                    fault.other() < 0 ? "" : roads.code(fault.other()),
                    fault.kind() == Noding.FaultKind.JOINED || fault.kind() == Noding.FaultKind.NEAR_MISS
                            ? fault.gapM()
                            : Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    fault.x(),
                    fault.y()));
        }
        for (Islands.Island island : islands.all()) {
            rows.add(new FaultRow(
                    "hardened_island",
                    island.roadCode(),
                    "",
                    island.gapM(),
                    island.lengthM(),
                    island.segments(),
                    island.place().x,
                    island.place().y));
        }
        isolatedPieces(network, rows);
        for (int i = 0; i < roads.size(); i++) {
            if (network.lines().bad[i]) {
                rows.add(
                        new FaultRow("bad_line", roads.code(i), "", Double.NaN, Double.NaN, 1, Double.NaN, Double.NaN));
            }
        }
        return table(rows, whereabouts);
    }

    /** Pieces of the network with a road for vehicles that reach no root over whatever surface. */
    private static void isolatedPieces(RoadNetwork network, List<FaultRow> rows) {
        FeatureTable roads = network.lines().roads;
        Network graph = network.network();
        Map<Integer, List<Integer>> edges = new TreeMap<>();
        for (int e = 0; e < graph.edges(); e++) {
            int piece = network.pieceOf(graph.from(e));
            if (network.road(e) != Network.JOINT && !network.isRooted(piece)) {
                edges.computeIfAbsent(piece, k -> new ArrayList<>()).add(e);
            }
        }
        for (List<Integer> piece : edges.values()) {
            if (piece.stream().allMatch(e -> network.lines().foot[network.road(e)])) {
                continue;
            }
            int first = piece.stream()
                    .min((a, b) -> Integer.compare(network.road(a), network.road(b)))
                    .orElseThrow();
            Coordinate place = network.shapes().at(first, graph.lengthM(first) / 2);
            rows.add(new FaultRow(
                    "isolated_piece",
                    roads.code(network.road(first)),
                    "",
                    Double.NaN,
                    piece.stream().mapToDouble(graph::lengthM).sum(),
                    piece.stream().map(network::road).distinct().count(),
                    place.x,
                    place.y));
        }
    }

    /** Codes: kind, road, other road, and a number where one road has several of a kind. */
    private static ResultTable table(List<FaultRow> rows, Whereabouts whereabouts) {
        Map<String, FaultRow> byCode = new TreeMap<>();
        for (FaultRow row : rows) {
            String code = row.kind + ":" + row.road + (row.other.isEmpty() ? "" : ":" + row.other);
            String free = code;
            for (int n = 2; byCode.containsKey(free); n++) {
                free = code + "#" + n;
            }
            byCode.put(free, row);
        }
        ResultTableBuilder table = new ResultTableBuilder(TABLE, byCode.keySet().toArray(String[]::new));
        int at = 0;
        for (FaultRow row : byCode.values()) {
            table.set(at, "kind", row.kind)
                    .set(at, "road_code", row.road)
                    .set(at, "other_code", row.other)
                    .set(at, "gap_m", row.gapM)
                    .set(at, "length_m", row.lengthM)
                    .set(at, "segments", row.segments)
                    .set(at, "east_m", row.x)
                    .set(at, "north_m", row.y);
            whereabouts.write(table, at++, row.road, row.x, row.y);
        }
        return table.build();
    }
}
