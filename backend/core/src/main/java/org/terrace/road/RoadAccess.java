package org.terrace.road;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
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
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.analysis.Verdict;
import org.terrace.network.NearestEdges;
import org.terrace.network.SegmentIndex;
import org.terrace.region.Change;
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
            "declared_far_surface_unknown",
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

    private static final List<String> WAY_COLUMNS = List.of(
            "way_m",
            "link_m",
            "link_off_road_m",
            "link_path_m",
            "link_unhardened_m",
            "link_unknown_m",
            "link_hardened_m",
            "missing_m",
            "link_grade_percent",
            "link_grade_error_percent");

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
        return 4;
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
        return new Run(assessment, Optional.empty()).result();
    }

    /** Where nothing but roads has changed, households far from every difference keep what was measured. */
    @Override
    public AnalysisResult update(AnalysisResult before, Change change, Assessment after) {
        Optional<RoadModel> earlier = RoadModel.earlier(after);
        boolean roadsOnly = !change.elevationChanged()
                && layers().stream().allMatch(l -> l == LayerKind.ROAD_SEGMENT || !change.touches(l));
        // What is kept may be of another snapshot than the result that is to be updated.
        if (!roadsOnly
                || earlier.isEmpty()
                || earlier.get().network().lines().roads != change.before().roads()) {
            return run(after);
        }
        RoadDelta delta = new RoadDelta(earlier.get(), RoadModel.of(after), change);
        return new Run(after, Optional.of(new Before(before.table("household"), delta))).result();
    }

    /** What was measured before, and where the roads differ from what they were then. */
    private record Before(ResultTable households, RoadDelta delta) {}

    /** One run: columns are filled one after the other, the verdict last. */
    private static final class Run {
        private final Assessment assessment;
        private final Optional<Before> before;
        private final Standard standard;
        private final FeatureTable households;
        private final RoadModel roads;
        private final double[] x;
        private final double[] y;
        private final double[] errors;
        private final double limit;
        private final ResultTableBuilder table;

        Run(Assessment assessment, Optional<Before> before) {
            this.assessment = assessment;
            this.before = before;
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
            CompletableFuture<Void> walked = CompletableFuture.runAsync(this::walk);
            try {
                measureLines();
                assessment.progress().done(0.2);
                assessment.deadline().check();
                measureWays();
            } finally {
                Lazily.join(walked);
            }
            assessment.progress().done(0.8);
            judge(roads.network().missing());
            LinkTableBuilder links = new LinkTableBuilder(LINK);
            String[] codes = table.texts("road_code");
            double[] distances = table.numbers("distance_m");
            double[] possible = table.numbers("possible_distance_m");
            byte[] bands = table.bytes("band");
            for (int i = 0; i < households.size(); i++) {
                bands[i] = band(distances[i], possible[i]);
                if (!codes[i].isEmpty()) {
                    links.add(households.code(i), codes[i], distances[i]);
                }
            }
            return new AnalysisResult(ID, List.of(table.build()), List.of(), List.of(links.build()), facts());
        }

        /** What of the input kept numbers away. */
        private Map<String, Double> facts() {
            double outside = 0;
            for (int i = 0; i < households.size(); i++) {
                outside += households.hasGeometry(i) && isOutside(assessment, households.at(i)) ? 1 : 0;
            }
            double bad = 0;
            for (boolean line : roads.network().lines().bad) {
                bad += line ? 1 : 0;
            }
            return Map.of(
                    "households_outside_elevation",
                    outside,
                    "roads_that_cannot_be_used",
                    bad,
                    "no_root_on_record",
                    roads.network().missing().equals(Optional.of("no_root_on_record")) ? 1.0 : 0.0);
        }

        /** Rows that something may have changed for: within a radius, which may differ by row, of a difference. */
        private int[] rowsNear(SegmentIndex differences, IntToDoubleFunction radiusM) {
            return IntStream.range(0, households.size())
                    .parallel()
                    .filter(i -> {
                        int piece = differences.nearest(x[i], y[i]);
                        // A hair more: rounding must not keep what has changed. True for a radius that is NaN.
                        return piece >= 0
                                && !(differences.distance(piece, x[i], y[i]) > radiusM.applyAsDouble(i) * (1 + 1e-9));
                    })
                    .toArray();
        }

        private void measureLines() {
            RoadNetwork network = roads.network();
            Arrays.setAll(table.numbers("position_error_m"), i -> households.hasGeometry(i) ? errors[i] : Double.NaN);
            Arrays.fill(table.numbers("limit_m"), limit);
            double[] distances = table.numbers("distance_m");
            double[] possible = table.numbers("possible_distance_m");
            String[] codes = table.texts("road_code");
            int[] rows = before.map(b -> {
                        copy(b, "distance_m");
                        System.arraycopy(b.households.text("road_code").values(), 0, codes, 0, codes.length);
                        return rowsNear(b.delta.ofConnected(), i -> distances[i]);
                    })
                    .orElseGet(this::allRows);
            nearest(rows, network::connected, (i, piece) -> {
                distances[i] = distance(network.connected(), piece, x[i], y[i]);
                codes[i] = piece < 0
                        ? ""
                        : assessment
                                .region()
                                .roads()
                                .code(network.road(network.connected().ownerOf(piece)));
            });
            int[] possibleRows = before.map(b -> {
                        copy(b, "possible_distance_m");
                        return rowsNear(b.delta.ofPossible(), i -> possible[i]);
                    })
                    .orElseGet(this::allRows);
            nearest(
                    possibleRows,
                    network::possible,
                    (i, piece) -> possible[i] = distance(network.possible(), piece, x[i], y[i]));
        }

        private int[] allRows() {
            return IntStream.range(0, households.size()).toArray();
        }

        private void copy(Before old, String column) {
            System.arraycopy(old.households.numbers(column).values(), 0, table.numbers(column), 0, households.size());
        }

        /** Is told the nearest piece of a row, -1 where there is none. */
        private interface Nearest {
            void is(int row, int piece);
        }

        private void nearest(int[] rows, Supplier<SegmentIndex> index, Nearest nearest) {
            if (rows.length == 0) {
                return;
            }
            double[] rowX = new double[rows.length];
            double[] rowY = new double[rows.length];
            Arrays.setAll(rowX, k -> x[rows[k]]);
            Arrays.setAll(rowY, k -> y[rows[k]]);
            int[] pieces = NearestEdges.of(index.get(), rowX, rowY);
            for (int k = 0; k < rows.length; k++) {
                nearest.is(rows[k], pieces[k]);
            }
        }

        private void measureWays() {
            Ways.Reach reach = Ways.Reach.of(standard);
            double[] distances = table.numbers("distance_m");
            double window = standard.number("road.grade.window_m");
            Ways.Weight weight = Ways.Weight.of(standard);
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
            int[] rows = before.map(b -> {
                        WAY_COLUMNS.forEach(column -> copy(b, column));
                        double[] old = b.households.numbers("distance_m").values();
                        return rowsNear(
                                b.delta.ofWays(),
                                i -> Math.max(
                                        reach.near(old[i]).farthestM(),
                                        reach.near(distances[i]).farthestM()));
                    })
                    .orElseGet(this::allRows);
            IntStream.of(rows).parallel().forEach(i -> {
                assessment.deadline().check();
                // What was measured before is not so any more; absent until it is measured again.
                wayM[i] = linkM[i] = offRoadM[i] = pathM[i] = unhardenedM[i] = Double.NaN;
                unknownM[i] = hardenedM[i] = missingM[i] = grade[i] = gradeError[i] = Double.NaN;
                Ways.Reach within = reach.near(distances[i]);
                Ways.Start start = households.hasGeometry(i) ? roads.ways().from(x[i], y[i], within, weight) : null;
                if (start == null) {
                    return;
                }
                Ways.Start shortest = roads.ways().from(x[i], y[i], reach.ofRoads(), Ways.Weight.NONE);
                WayParts parts = WayParts.of(roads, start);
                wayM[i] = shortest == null ? Double.NaN : shortest.totalM();
                linkM[i] = start.totalM();
                // With the gaps in the drawing that were closed: the parts add up to the link.
                offRoadM[i] = start.offRoadM() + parts.metres(WayKind.OFF_ROAD);
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
            // Straight over the ground is no path: roads within reach only.
            Ways.Reach reach = Ways.Reach.of(standard).ofRoads();
            // Wherever within its error the house stands: what it can meet at least, and at most.
            LimitCheck known = check(
                    roads.ways().from(x[row], y[row], reach.by(-errors[row]), Ways.Weight.NONE),
                    roads.ways().from(x[row], y[row], reach.by(errors[row]), Ways.Weight.NONE),
                    errors[row]);
            if (known.canBeKept()) {
                table.judge(
                        row,
                        known.verdict(),
                        known == LimitCheck.KEPT ? "way_within_limit" : "way_position_error_can_flip");
                return;
            }
            Ways.Start possible =
                    roads.possibleWays(assessment).from(x[row], y[row], reach.by(errors[row]), Ways.Weight.NONE);
            if (possible != null && possible.totalM() - errors[row] <= limit) {
                table.judge(row, Verdict.UNKNOWN, "way_surface_unknown");
            } else if (possible == null) {
                // No better than a way that is too long: a long road drawn to such a door must not lower its verdict.
                table.judge(row, Verdict.UNSERVED, "no_way_known");
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

    /** Unknown where a road of unknown surface would put the door in a nearer band. @param possible distance if it were hardened */
    private static byte band(double known, double possible) {
        byte band = band(known);
        return Double.isNaN(possible) || band(possible) == band ? band : (byte) BANDS.indexOf("unknown");
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
                        Ways.Reach.of(assessment.standard()).near(door.distance(there)),
                        Ways.Weight.of(assessment.standard()));
        if (start == null) {
            Explanation straight = Explanation.straight(nearest, door, there);
            Explanation.Step none = new Explanation.Step(
                    "road.access.step_no_way",
                    Map.of("reach_m", assessment.standard().number("road.attach.reach_m")),
                    Map.of(),
                    List.of("road.attach.reach_m", "road.attach.goal_m"));
            return new Explanation(List.of(nearest, none), straight.drawing());
        }
        WayParts parts = WayParts.of(roads, start);
        List<Explanation.Step> steps = new ArrayList<>(List.of(nearest, measured(result, code)));
        if (isOutside(assessment, door)) {
            steps.add(new Explanation.Step("road.access.step_outside_elevation", Map.of(), Map.of(), List.of()));
        }
        steps.addAll(parts.steps(assessment, start));
        List<Explanation.Stretch> way = parts.stretches(assessment, door, start);
        return new Explanation(steps, WayParts.drawing(way), way);
    }

    /** The shortest way and the walk, as they stand in the row. */
    private static Explanation.Step measured(AnalysisResult result, String code) {
        ResultTable table = result.table("household");
        int row = table.rowOf(code);
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String column : List.of("way_m", "walk_to_min", "walk_back_min")) {
            numbers.put(column, table.numbers(column).get(row));
        }
        return new Explanation.Step(
                "road.access.step_measured",
                numbers,
                Map.of(),
                List.of("walking.model", "road.attach.reach_m", "road.attach.goal_m"));
    }

    private static boolean isOutside(Assessment assessment, Coordinate door) {
        return assessment
                .region()
                .elevation()
                .map(g -> Float.isNaN(g.at(g.frame().columnOf(door.x), g.frame().rowOf(door.y))))
                .orElse(false);
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
