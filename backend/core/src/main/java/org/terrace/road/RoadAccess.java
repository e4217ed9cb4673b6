package org.terrace.road;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.LinkTable;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.analysis.Verdict;
import org.terrace.network.NearestEdges;
import org.terrace.network.SegmentIndex;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;
import org.terrace.region.PositionErrors;
import org.terrace.standard.ReferenceData;

/**
 * Distance from every household to the nearest hardened road that connects to a root, and the verdict under the county's own
 * limit (there is no national limit for households).
 *
 * <p>Planar distance in the county's metric CRS. With limit L, position error e, distance d to the nearest segment known to be
 * hardened and connected, and p to the nearest that may be (unknown surfaces counted as hardened; p {@code <=} d):
 * served when d + e {@code <=} L; borderline when d - e {@code <=} L; unknown when p - e {@code <=} L; else unserved.
 */
public final class RoadAccess implements Analysis {
    public static final String ID = "road.access";

    /** Why; the sentences are words. */
    static final List<String> REASONS = List.of(
            "within_limit",
            "position_error_can_flip",
            "surface_unknown_nearby",
            "too_far",
            "no_position",
            "no_roads_on_record",
            "no_root_on_record",
            "no_hardened_on_record");

    /** Codes of the scheme {@code road_distance_band}, in its order; limits come from the standard. */
    static final List<String> BANDS =
            List.of("at_door", "within_100", "within_500", "within_1500", "within_2000", "beyond", "unknown");

    private static final TableSpec HOUSEHOLD = new TableSpec(
            "household",
            LayerKind.HOUSEHOLD.id(),
            List.of(
                    ColumnSpec.verdict("verdict"),
                    ColumnSpec.reason("reason", REASONS),
                    ColumnSpec.number("distance_m", "m", 1),
                    ColumnSpec.classes("band", "road_distance_band", BANDS),
                    ColumnSpec.number("possible_distance_m", "m", 1),
                    ColumnSpec.number("position_error_m", "m", 0),
                    ColumnSpec.number("limit_m", "m", 0),
                    ColumnSpec.text("road_code")));

    private static final TableSpec SEGMENT = new TableSpec(
            "road_segment",
            LayerKind.ROAD_SEGMENT.id(),
            List.of(
                    ColumnSpec.classes("network", "road_network", HardenedNetwork.CLASSES),
                    ColumnSpec.number("length_m", "m", 1),
                    ColumnSpec.number("nearest_for_households", "households", 0)));

    private static final LinkSpec LINK =
            new LinkSpec("household_road", LayerKind.HOUSEHOLD.id(), LayerKind.ROAD_SEGMENT.id(), "m");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int engineVersion() {
        return 1;
    }

    @Override
    public Set<LayerKind> layers() {
        return Set.of(LayerKind.HOUSEHOLD, LayerKind.ADMIN_UNIT, LayerKind.ADMIN_BOUNDARY, LayerKind.ROAD_SEGMENT);
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        return new Outputs(List.of(HOUSEHOLD, SEGMENT), List.of(), List.of(LINK));
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        FeatureTable households = assessment.region().households();
        FeatureTable roads = assessment.region().roads();
        HardenedNetwork network = HardenedNetwork.of(assessment);
        double[] x = new double[households.size()];
        double[] y = new double[households.size()];
        Arrays.setAll(x, households::x);
        Arrays.setAll(y, households::y);
        int[] nearest = NearestEdges.of(network.connected(), x, y);
        assessment.progress().done(0.5);
        assessment.deadline().check();
        int[] nearestPossible = NearestEdges.of(network.possible(), x, y);
        double[] errors = PositionErrors.of(households, assessment.standard().number("household.position_error_m"));
        double limit = assessment.standard().number("road.household.distance_m");
        boolean noRoads = !assessment.region().has(LayerKind.ROAD_SEGMENT);

        ResultTableBuilder table = new ResultTableBuilder(HOUSEHOLD, households.codes());
        double[] perRoad = new double[roads.size()];
        int linked = 0;
        for (int i = 0; i < households.size(); i++) {
            double d = distance(network.connected(), nearest[i], x[i], y[i]);
            double p = distance(network.possible(), nearestPossible[i], x[i], y[i]);
            table.set(i, "distance_m", d)
                    .set(i, "possible_distance_m", p)
                    .set(i, "position_error_m", households.hasGeometry(i) ? errors[i] : Double.NaN)
                    .set(i, "limit_m", limit)
                    .set(i, "band", band(d));
            if (nearest[i] >= 0) {
                int road = network.connected().ownerOf(nearest[i]);
                table.set(i, "road_code", roads.code(road));
                perRoad[road]++;
                linked++;
            }
            judge(table, i, d, p, errors[i], limit, households.hasGeometry(i), noRoads, network.hasRoot());
        }
        return new AnalysisResult(
                ID,
                List.of(table.build(), segments(roads, network, perRoad)),
                List.of(),
                List.of(links(households, roads, network, nearest, x, y, linked)),
                Map.of());
    }

    private static void judge(
            ResultTableBuilder table,
            int row,
            double d,
            double p,
            double error,
            double limit,
            boolean hasPosition,
            boolean noRoads,
            boolean hasRoot) {
        Verdict verdict;
        String reason;
        if (!hasPosition) {
            verdict = Verdict.UNKNOWN;
            reason = "no_position";
        } else if (noRoads) {
            verdict = Verdict.UNKNOWN;
            reason = "no_roads_on_record";
        } else if (!hasRoot) {
            verdict = Verdict.UNKNOWN;
            reason = "no_root_on_record";
        } else if (Double.isNaN(d) && Double.isNaN(p)) {
            verdict = Verdict.UNKNOWN;
            reason = "no_hardened_on_record";
        } else if (d + error <= limit) {
            verdict = Verdict.SERVED;
            reason = "within_limit";
        } else if (d - error <= limit) {
            verdict = Verdict.BORDERLINE;
            reason = "position_error_can_flip";
        } else if (p - error <= limit) {
            verdict = Verdict.UNKNOWN;
            reason = "surface_unknown_nearby";
        } else {
            verdict = Verdict.UNSERVED;
            reason = "too_far";
        }
        table.set(row, "verdict", verdict).set(row, "reason", reason);
    }

    /** The fixed reporting bands: a hardened road within 10 m is at the door (the width of a yard). */
    private static String band(double distance) {
        if (Double.isNaN(distance)) {
            return "unknown";
        }
        double[] upTo = {10, 100, 500, 1_500, 2_000};
        for (int i = 0; i < upTo.length; i++) {
            if (distance <= upTo[i]) {
                return BANDS.get(i);
            }
        }
        return "beyond";
    }

    private static double distance(SegmentIndex index, int edge, double x, double y) {
        return edge < 0 ? Double.NaN : index.distance(edge, x, y);
    }

    private static ResultTable segments(FeatureTable roads, HardenedNetwork network, double[] perRoad) {
        ResultTableBuilder table = new ResultTableBuilder(SEGMENT, roads.codes());
        byte[] classes = table.bytes("network");
        double[] lengths = table.numbers("length_m");
        for (int i = 0; i < roads.size(); i++) {
            classes[i] = network.classOf(i);
            lengths[i] = roads.geometry(i).map(Geometry::getLength).orElse(Double.NaN);
            table.set(i, "nearest_for_households", perRoad[i]);
        }
        return table.build();
    }

    private static LinkTable links(
            FeatureTable households,
            FeatureTable roads,
            HardenedNetwork network,
            int[] nearest,
            double[] x,
            double[] y,
            int linked) {
        String[] from = new String[linked];
        String[] to = new String[linked];
        double[] value = new double[linked];
        int next = 0;
        for (int i = 0; i < nearest.length; i++) {
            if (nearest[i] >= 0) {
                from[next] = households.code(i);
                to[next] = roads.code(network.connected().ownerOf(nearest[i]));
                value[next++] = network.connected().distance(nearest[i], x[i], y[i]);
            }
        }
        return new LinkTable(LINK, from, to, value);
    }

    /** The straight line from the door to the nearest point of the connected hardened road. */
    @Override
    public Explanation explain(Assessment assessment, AnalysisResult result, String tableId, String code) {
        FeatureTable households = assessment.region().households();
        int row = households.rowOf(code);
        if (!tableId.equals("household") || row < 0 || !households.hasGeometry(row)) {
            return Explanation.NONE;
        }
        SegmentIndex index = HardenedNetwork.of(assessment).connected();
        Coordinate door = new Coordinate(households.x(row), households.y(row));
        int edge = index.nearest(door.x, door.y);
        if (edge < 0) {
            return Explanation.NONE;
        }
        Coordinate there = index.nearestPointOn(edge, door.x, door.y);
        FeatureTable roads = assessment.region().roads();
        int road = index.ownerOf(edge);
        Explanation.Step step = new Explanation.Step(
                "road.access.step_nearest",
                Map.of("distance_m", door.distance(there)),
                Map.of(
                        "road_code", roads.code(road),
                        "road_name", roads.text("name").get(road),
                        "surface", roads.codesOf("surface").code(road)),
                List.of("road.household.distance_m", "road.hardened_surfaces", "road.root_classes"));
        return new Explanation(
                List.of(step), Optional.of(Geometries.FACTORY.createLineString(new Coordinate[] {door, there})));
    }
}
