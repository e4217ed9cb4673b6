package org.terrace.road;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.Field;
import org.terrace.analysis.FieldSpec;
import org.terrace.analysis.LimitCheck;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.LinkTableBuilder;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.analysis.Verdict;
import org.terrace.network.NearestEdges;
import org.terrace.network.SegmentIndex;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.PositionErrors;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Standard;

/**
 * How every household reaches the hardened road that connects to a root: the straight line, the shortest way, the walk over the terrain
 * there and back; the link that would have to be hardened, which keeps to roads that are there; and the verdict under the county's own limit (there is no national limit for households).
 *
 * <p>With limit L, position error e, measure d to the nearest segment known to be hardened and connected, and p to the nearest that may be
 * (unknown surfaces counted as hardened; p {@code <=} d): served when d + e {@code <=} L; borderline when d - e {@code <=} L; unknown when
 * p - e {@code <=} L; else unserved. The profile says what is measured: the straight line (planar, in the county's metric CRS), or the way.
 * A way is never shorter than the straight line, so a household beyond the limit in a straight line is beyond it, way or no way.
 *
 * <p>The three minima (straight line, way, walking time) are taken separately, each over all places where the network can be met, so
 * a road more raises none of them. Where no road or no place is known to measure with, {@link DeclaredRoad} judges by what the record
 * declares.
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
            "declared_too_far",
            "way_within_limit",
            "way_position_error_can_flip",
            "way_surface_unknown",
            "way_too_long",
            "no_way_known");

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
                    ColumnSpec.text("road_code"),
                    ColumnSpec.number("way_m", "m", 1),
                    ColumnSpec.number("link_m", "m", 1),
                    ColumnSpec.number("link_off_road_m", "m", 1),
                    ColumnSpec.number("link_path_m", "m", 1),
                    ColumnSpec.number("link_unhardened_m", "m", 1),
                    ColumnSpec.number("link_unknown_m", "m", 1),
                    ColumnSpec.number("link_hardened_m", "m", 1),
                    ColumnSpec.number("missing_m", "m", 1),
                    ColumnSpec.number("link_grade_percent", "%", 1),
                    ColumnSpec.number("link_grade_error_percent", "%", 1),
                    ColumnSpec.number("walk_to_min", "min", 1),
                    ColumnSpec.number("walk_back_min", "min", 1)));

    private static final LinkSpec LINK =
            new LinkSpec("household_road", LayerKind.HOUSEHOLD.id(), LayerKind.ROAD_SEGMENT.id(), "m");

    private static final FieldSpec WALK_TO = new FieldSpec("walk_to_min", "min", "", List.of());
    private static final FieldSpec WALK_BACK = new FieldSpec("walk_back_min", "min", "", List.of());

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int engineVersion() {
        return 3;
    }

    @Override
    public Set<LayerKind> layers() {
        return Set.of(
                LayerKind.HOUSEHOLD,
                LayerKind.ADMIN_UNIT,
                LayerKind.ADMIN_BOUNDARY,
                LayerKind.ROAD_SEGMENT,
                LayerKind.WATERCOURSE);
    }

    @Override
    public boolean readsElevation() {
        return true;
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        return new Outputs(List.of(HOUSEHOLD), List.of(WALK_TO, WALK_BACK), List.of(LINK));
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        return new Run(assessment).result();
    }

    /** One run: columns are filled one after the other, the verdict last. */
    private static final class Run {
        private final Assessment assessment;
        private final Standard standard;
        private final FeatureTable households;
        private final RoadModel roads;
        private final double[] x;
        private final double[] y;
        private final double[] errors;
        private final double limit;
        private final ResultTableBuilder table;

        Run(Assessment assessment) {
            this.assessment = assessment;
            this.standard = assessment.standard();
            this.households = assessment.region().households();
            this.roads = RoadModel.of(assessment);
            this.x = new double[households.size()];
            this.y = new double[households.size()];
            Arrays.setAll(x, households::x);
            Arrays.setAll(y, households::y);
            this.errors = PositionErrors.of(households, standard.number("household.position_error_m"));
            this.limit = standard.number("road.household.distance_m");
            this.table = new ResultTableBuilder(HOUSEHOLD, households.codes());
        }

        AnalysisResult result() {
            RoadNetwork network = roads.network();
            int[] nearest = NearestEdges.of(network.connected(), x, y);
            int[] nearestPossible = NearestEdges.of(network.possible(), x, y);
            double[] distances = table.numbers("distance_m");
            double[] possible = table.numbers("possible_distance_m");
            Arrays.setAll(distances, i -> distance(network.connected(), nearest[i], x[i], y[i]));
            Arrays.setAll(possible, i -> distance(network.possible(), nearestPossible[i], x[i], y[i]));
            Arrays.setAll(table.numbers("position_error_m"), i -> households.hasGeometry(i) ? errors[i] : Double.NaN);
            Arrays.fill(table.numbers("limit_m"), limit);
            assessment.progress().done(0.2);
            assessment.deadline().check();
            measureWays();
            assessment.progress().done(0.4);
            walk();
            judge(network.missing());
            LinkTableBuilder links = new LinkTableBuilder(LINK);
            byte[] bands = table.bytes("band");
            for (int i = 0; i < households.size(); i++) {
                bands[i] = band(distances[i]);
                if (nearest[i] >= 0) {
                    String road = assessment
                            .region()
                            .roads()
                            .code(network.road(network.connected().ownerOf(nearest[i])));
                    table.set(i, "road_code", road);
                    links.add(households.code(i), road, distances[i]);
                }
            }
            return new AnalysisResult(ID, List.of(table.build()), List.of(), List.of(links.build()), Map.of());
        }

        private void measureWays() {
            double reach = standard.number("road.attach.reach_m");
            double window = standard.number("road.grade.window_m");
            double weight = standard.number("road.off_road.weight");
            double[] wayM = table.numbers("way_m");
            double[] linkM = table.numbers("link_m");
            double[] offRoadM = table.numbers("link_off_road_m");
            double[] pathM = table.numbers("link_path_m");
            double[] unhardenedM = table.numbers("link_unhardened_m");
            double[] unknownM = table.numbers("link_unknown_m");
            double[] hardenedM = table.numbers("link_hardened_m");
            double[] missingM = table.numbers("missing_m");
            double[] grade = table.numbers("link_grade_percent");
            double[] gradeError = table.numbers("link_grade_error_percent");
            IntStream.range(0, households.size()).parallel().forEach(i -> {
                Ways.Start shortest = households.hasGeometry(i) ? roads.ways().from(x[i], y[i], reach, 1) : null;
                Ways.Start start = shortest == null ? null : roads.ways().from(x[i], y[i], reach, weight);
                if (shortest == null || start == null) {
                    return;
                }
                WayParts parts = WayParts.of(roads, start);
                wayM[i] = shortest.totalM();
                linkM[i] = start.totalM();
                offRoadM[i] = start.offRoadM();
                pathM[i] = parts.metres(WayKind.PATH);
                unhardenedM[i] = parts.metres(WayKind.UNHARDENED);
                unknownM[i] = parts.metres(WayKind.UNKNOWN);
                hardenedM[i] = parts.metres(WayKind.HARDENED);
                missingM[i] = start.totalM() - hardenedM[i];
                Grade steepest = parts.profile().steepest(window);
                grade[i] = steepest.percent();
                gradeError[i] = steepest.errorPercent();
            });
        }

        private void walk() {
            Optional<WalkTimes> times = WalkTimes.of(assessment, roads);
            if (times.isPresent()) {
                Arrays.setAll(table.numbers("walk_to_min"), i -> times.get().toMin(x[i], y[i]));
                Arrays.setAll(table.numbers("walk_back_min"), i -> times.get().backMin(x[i], y[i]));
            }
        }

        private void judge(Optional<String> missing) {
            boolean byWay = standard.text("road.household.measure").equals("way");
            DeclaredRoad declared = new DeclaredRoad(households, standard);
            for (int i = 0; i < households.size(); i++) {
                if (!households.hasGeometry(i)) {
                    declared.judge(table, i, "no_position");
                } else if (missing.isPresent()) {
                    declared.judge(table, i, missing.get());
                } else {
                    LimitCheck known = LimitCheck.atMost(table.numbers("distance_m")[i], errors[i], limit);
                    LimitCheck possible = LimitCheck.atMost(table.numbers("possible_distance_m")[i], errors[i], limit);
                    if (byWay && possible.canBeKept()) {
                        judgeByWay(i);
                    } else {
                        judgeByLine(i, known, possible);
                    }
                }
            }
        }

        /**
         * @param known of the distance to the nearest road that is known to be hardened
         * @param possible of the distance to the nearest that may be
         */
        private void judgeByLine(int row, LimitCheck known, LimitCheck possible) {
            if (known.canBeKept()) {
                table.judge(
                        row, known.verdict(), known == LimitCheck.KEPT ? "within_limit" : "position_error_can_flip");
            } else if (possible.canBeKept()) {
                table.judge(row, Verdict.UNKNOWN, "surface_unknown_nearby");
            } else {
                table.judge(row, Verdict.UNSERVED, known == LimitCheck.UNKNOWN ? "no_hardened_on_record" : "too_far");
            }
        }

        /** Some road that may be hardened is within the limit in a straight line; the way decides. */
        private void judgeByWay(int row) {
            double reach = standard.number("road.attach.reach_m");
            // Wherever within its error the house stands: what it can meet at least, and at most.
            LimitCheck known = check(
                    roads.ways().from(x[row], y[row], Math.max(0, reach - errors[row]), 1),
                    roads.ways().from(x[row], y[row], reach + errors[row], 1),
                    errors[row]);
            if (known.canBeKept()) {
                table.judge(
                        row,
                        known.verdict(),
                        known == LimitCheck.KEPT ? "way_within_limit" : "way_position_error_can_flip");
                return;
            }
            Ways.Start possible = roads.possibleWays().from(x[row], y[row], reach + errors[row], 1);
            if (possible != null && possible.totalM() - errors[row] <= limit) {
                table.judge(row, Verdict.UNKNOWN, "way_surface_unknown");
            } else if (possible == null) {
                table.judge(row, Verdict.UNKNOWN, "no_way_known");
            } else {
                table.judge(row, Verdict.UNSERVED, "way_too_long");
            }
        }

        private LimitCheck check(Ways.@Nullable Start sure, Ways.@Nullable Start hopeful, double error) {
            if (hopeful == null || hopeful.totalM() - error > limit) {
                return LimitCheck.BROKEN;
            }
            return sure != null && sure.totalM() + error <= limit ? LimitCheck.KEPT : LimitCheck.ERROR_CAN_FLIP;
        }
    }

    private static final double[] BAND_LIMITS_M = {10, 100, 500, 1_500, 2_000};

    /** The fixed reporting bands: a hardened road within 10 m is at the door (the width of a yard). */
    static byte band(double distance) {
        if (Double.isNaN(distance)) {
            return (byte) BANDS.indexOf("unknown");
        }
        for (int i = 0; i < BAND_LIMITS_M.length; i++) {
            if (distance <= BAND_LIMITS_M[i]) {
                return (byte) i;
            }
        }
        return (byte) BANDS.indexOf("beyond");
    }

    private static double distance(SegmentIndex index, int edge, double x, double y) {
        return edge < 0 ? Double.NaN : index.distance(edge, x, y);
    }

    @Override
    public Field field(Assessment assessment, AnalysisResult result, String fieldId) {
        FieldSpec spec = fieldId.equals(WALK_TO.id()) ? WALK_TO : WALK_BACK;
        Optional<WalkTimes> times = WalkTimes.of(assessment, RoadModel.of(assessment));
        if (!fieldId.equals(spec.id()) || times.isEmpty()) {
            return Analysis.super.field(assessment, result, fieldId);
        }
        return new Field(
                spec, times.get().frame(), times.get().field(spec == WALK_TO).minutes());
    }

    /** The nearest point of the connected hardened road; and the way that leads there, stretch by stretch. */
    @Override
    public Explanation explain(Assessment assessment, AnalysisResult result, String tableId, String code) {
        FeatureTable households = assessment.region().households();
        int row = households.rowOf(code);
        if (!tableId.equals("household") || row < 0 || !households.hasGeometry(row)) {
            return Explanation.NONE;
        }
        RoadModel roads = RoadModel.of(assessment);
        Coordinate door = households.at(row);
        SegmentIndex index = roads.network().connected();
        int edge = index.nearest(door.x, door.y);
        if (edge < 0) {
            return Explanation.NONE;
        }
        Coordinate there = index.nearestPointOn(edge, door.x, door.y);
        Explanation.Step nearest = new Explanation.Step(
                "road.access.step_nearest",
                Map.of("distance_m", door.distance(there)),
                names(assessment, roads.network().road(index.ownerOf(edge))),
                List.of("road.household.distance_m", "road.hardened_surfaces", "road.root_classes"));
        Ways.Start start = roads.ways()
                .from(
                        door.x,
                        door.y,
                        assessment.standard().number("road.attach.reach_m"),
                        assessment.standard().number("road.off_road.weight"));
        if (start == null) {
            Explanation straight = Explanation.straight(nearest, door, there);
            Explanation.Step none = new Explanation.Step(
                    "road.access.step_no_way",
                    Map.of("reach_m", assessment.standard().number("road.attach.reach_m")),
                    Map.of(),
                    List.of("road.attach.reach_m"));
            return new Explanation(List.of(nearest, none), straight.drawing());
        }
        WayParts parts = WayParts.of(roads, start);
        List<Explanation.Step> steps = new ArrayList<>(List.of(nearest));
        steps.addAll(parts.steps(assessment, start, door));
        List<Explanation.Stretch> way = parts.stretches(assessment, door, start);
        return new Explanation(steps, WayParts.drawing(way), way);
    }

    static Map<String, String> names(Assessment assessment, int road) {
        FeatureTable roads = assessment.region().roads();
        Map<String, String> names = new LinkedHashMap<>();
        names.put("road_code", roads.code(road));
        names.put("road_name", roads.text("name").get(road));
        names.put("surface", roads.codesOf("surface").code(road));
        return names;
    }
}
