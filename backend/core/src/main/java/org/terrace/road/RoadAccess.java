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
import org.terrace.analysis.LimitCheck;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.LinkTableBuilder;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.analysis.Verdict;
import org.terrace.network.NearestEdges;
import org.terrace.network.SegmentIndex;
import org.terrace.region.FeatureTable;
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
 * Where no road or no place is known to measure with, {@link DeclaredRoad} judges by what the record declares.
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
            "no_hardened_on_record",
            "declared_hardened_entry",
            "declared_within_limit",
            "declared_too_far");

    /** Codes of the scheme {@code road_distance_band}, in its order; fixed, so that counties can be compared. */
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
        return 2;
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
        Optional<String> missing = network.missing();
        DeclaredRoad declared = new DeclaredRoad(households, assessment.standard());

        ResultTableBuilder table = new ResultTableBuilder(HOUSEHOLD, households.codes());
        double[] distances = table.numbers("distance_m");
        double[] possible = table.numbers("possible_distance_m");
        Arrays.setAll(distances, i -> distance(network.connected(), nearest[i], x[i], y[i]));
        Arrays.setAll(possible, i -> distance(network.possible(), nearestPossible[i], x[i], y[i]));
        Arrays.setAll(table.numbers("position_error_m"), i -> households.hasGeometry(i) ? errors[i] : Double.NaN);
        Arrays.fill(table.numbers("limit_m"), limit);
        LinkTableBuilder links = new LinkTableBuilder(LINK);
        double[] perRoad = new double[roads.size()];
        for (int i = 0; i < households.size(); i++) {
            table.set(i, "band", band(distances[i]));
            if (nearest[i] >= 0) {
                int road = network.connected().ownerOf(nearest[i]);
                table.set(i, "road_code", roads.code(road));
                links.add(households.code(i), roads.code(road), distances[i]);
                perRoad[road]++;
            }
            if (!households.hasGeometry(i)) {
                declared.judge(table, i, "no_position");
            } else if (missing.isPresent()) {
                declared.judge(table, i, missing.get());
            } else {
                judge(
                        table,
                        i,
                        LimitCheck.atMost(distances[i], errors[i], limit),
                        LimitCheck.atMost(possible[i], errors[i], limit));
            }
        }
        return new AnalysisResult(
                ID,
                List.of(table.build(), segments(roads, network, perRoad)),
                List.of(),
                List.of(links.build()),
                Map.of());
    }

    /**
     * @param known of the distance to the nearest road that is known to be hardened
     * @param possible of the distance to the nearest that may be
     */
    private static void judge(ResultTableBuilder table, int row, LimitCheck known, LimitCheck possible) {
        if (known.canBeKept()) {
            table.judge(row, known.verdict(), known == LimitCheck.KEPT ? "within_limit" : "position_error_can_flip");
        } else if (possible.canBeKept()) {
            table.judge(row, Verdict.UNKNOWN, "surface_unknown_nearby");
        } else {
            table.judge(row, Verdict.UNSERVED, known == LimitCheck.UNKNOWN ? "no_hardened_on_record" : "too_far");
        }
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
        }
        Arrays.setAll(table.numbers("nearest_for_households"), i -> perRoad[i]);
        return table.build();
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
        Coordinate door = households.at(row);
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
        return Explanation.straight(step, door, there);
    }
}
