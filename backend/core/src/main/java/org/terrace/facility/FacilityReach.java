package org.terrace.facility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.Field;
import org.terrace.analysis.FieldSpec;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.LinkTable;
import org.terrace.analysis.LinkTableBuilder;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.analysis.Verdict;
import org.terrace.foot.CountyGround;
import org.terrace.network.SegmentIndex;
import org.terrace.region.AdminTree;
import org.terrace.region.Attribute;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.PositionErrors;
import org.terrace.region.Region;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Standard;

/**
 * For every household and every kind of facility that the layer knows: how far the nearest is in a straight line, how many minutes it
 * takes on foot over the terrain to one and from the same one back, as far as {@code facility.reach.search_minutes}, and, where the standard has {@code facility.reach.<kind>.minutes}, whether that is kept. A
 * new kind of facility is a code of the layer and its words.
 *
 * <p>Rivers are crossed where a road or path crosses them. Roads and paths are not walked on faster than the ground beside them
 * ({@code road.places} tells times along roads). Where no facility of a kind is on record, nothing is known of the kind: nobody is called
 * unserved by a list that may be short.
 */
public final class FacilityReach implements Analysis {
    public static final String ID = "facility.reach";

    /** Every kind of facility, as in the layer. */
    static final List<String> KINDS =
            LayerKind.FACILITY.findAttribute("kind").map(Attribute::codes).orElseThrow();

    private static final LinkSpec LINK =
            new LinkSpec("household_facility", LayerKind.HOUSEHOLD.id(), LayerKind.FACILITY.id(), "m");

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
        return Set.of(
                LayerKind.HOUSEHOLD,
                LayerKind.ADMIN_UNIT,
                LayerKind.ADMIN_BOUNDARY,
                LayerKind.FACILITY,
                LayerKind.ROAD_SEGMENT,
                LayerKind.WATERCOURSE);
    }

    @Override
    public boolean readsElevation() {
        return true;
    }

    private static Optional<Double> limitMin(Standard standard, String kind) {
        return standard.find("facility.reach." + kind + ".minutes").map(t -> t.number());
    }

    private static List<String> judgedKinds(Standard standard) {
        return KINDS.stream()
                .filter(kind -> limitMin(standard, kind).isPresent())
                .toList();
    }

    private static TableSpec households(Standard standard) {
        List<ColumnSpec> columns = new ArrayList<>();
        judgedKinds(standard).forEach(kind -> columns.add(ColumnSpec.verdict(kind + "_reach")));
        for (String kind : KINDS) {
            columns.add(ColumnSpec.number(kind + "_walk_min", "min", 0));
            columns.add(ColumnSpec.number(kind + "_line_m", "m", 0));
        }
        return new TableSpec(LayerKind.HOUSEHOLD.id(), LayerKind.HOUSEHOLD.id(), columns);
    }

    private static TableSpec townships(Standard standard) {
        List<ColumnSpec> columns = new ArrayList<>();
        columns.add(ColumnSpec.number("households", "households", 0));
        for (String kind : judgedKinds(standard)) {
            for (Verdict verdict : Verdict.values()) {
                columns.add(ColumnSpec.number(kind + "_" + verdict.code(), "households", 0));
            }
        }
        return new TableSpec("township", LayerKind.ADMIN_UNIT.id(), columns);
    }

    private static FieldSpec field(String kind) {
        return new FieldSpec(kind + "_walk_min", "min", "", List.of());
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        Standard standard = reference.standard();
        return new Outputs(
                List.of(households(standard), townships(standard)),
                KINDS.stream().map(FacilityReach::field).toList(),
                List.of(LINK));
    }

    private static int[] rows(FeatureTable facilities, String kind) {
        return IntStream.range(0, facilities.size())
                .filter(i -> facilities.codesOf("kind").is(i, kind) && facilities.hasGeometry(i))
                .toArray();
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        Region region = assessment.region();
        FeatureTable households = region.households();
        ResultTableBuilder table = new ResultTableBuilder(households(assessment.standard()), households.codes());
        List<int[]> nearest =
                KINDS.stream().map(kind -> measure(assessment, kind, table)).toList();
        ResultTable doors = table.build();
        return new AnalysisResult(
                ID,
                List.of(doors, byTownship(assessment, doors)),
                List.of(),
                List.of(links(households, region.table(LayerKind.FACILITY), nearest)),
                Map.of());
    }

    /** Fills a kind's columns. @return by household the row of the nearest facility, -1 where there is none */
    private static int[] measure(Assessment assessment, String kind, ResultTableBuilder table) {
        FeatureTable households = assessment.region().households();
        FeatureTable facilities = assessment.region().table(LayerKind.FACILITY);
        int[] rows = rows(facilities, kind);
        int[] nearest = new int[households.size()];
        Arrays.fill(nearest, -1);
        double[] minutes = table.numbers(kind + "_walk_min");
        if (rows.length > 0) {
            SegmentIndex.Builder points = new SegmentIndex.Builder();
            IntStream.of(rows).forEach(row -> points.add(row, facilities.x(row), facilities.y(row)));
            SegmentIndex index = points.build();
            double[] line = table.numbers(kind + "_line_m");
            for (int i = 0; i < nearest.length; i++) {
                int found = index.nearest(households.x(i), households.y(i));
                if (found >= 0) {
                    nearest[i] = index.ownerOf(found);
                    line[i] = index.distance(found, households.x(i), households.y(i));
                }
            }
            if (assessment.region().elevation().isPresent()) {
                NearestTrips.Trip[] trips = fromDoors(assessment, trips(assessment, kind, rows));
                Arrays.setAll(minutes, i -> trips[i].minutes());
                limitMin(assessment.standard(), kind).ifPresent(limit -> {
                    for (int i = 0; i < trips.length; i++) {
                        table.set(i, kind + "_reach", verdict(trips[i], limit));
                    }
                });
            }
        }
        return nearest;
    }

    private static NearestTrips trips(Assessment assessment, String kind, int[] rows) {
        FeatureTable facilities = assessment.region().table(LayerKind.FACILITY);
        Standard standard = assessment.standard();
        double searchMin = standard.number("facility.reach.search_minutes");
        return NearestTrips.to(
                assessment,
                kind,
                IntStream.of(rows).mapToObj(facilities::at).toList(),
                Math.max(searchMin, limitMin(standard, kind).orElse(searchMin)));
    }

    private static NearestTrips.Trip[] fromDoors(Assessment assessment, NearestTrips trips) {
        Standard standard = assessment.standard();
        FeatureTable households = assessment.region().households();
        ElevationGrid grid = assessment.region().elevation().orElseThrow();
        double[] errorsM = PositionErrors.of(households, standard.number("household.position_error_m"));
        double facilityErrorM = standard.number("facility.reach.position_error_m");
        return IntStream.range(0, households.size())
                .parallel()
                .mapToObj(i -> households.hasGeometry(i)
                        ? trips.from(grid, households.x(i), households.y(i), errorsM[i] + facilityErrorM)
                        : NearestTrips.Trip.UNKNOWN)
                .toArray(NearestTrips.Trip[]::new);
    }

    private static Verdict verdict(NearestTrips.Trip trip, double limitMin) {
        if (Double.isNaN(trip.most())) {
            return Verdict.UNKNOWN;
        }
        return trip.most() <= limitMin
                ? Verdict.SERVED
                : trip.least() <= limitMin ? Verdict.BORDERLINE : Verdict.UNSERVED;
    }

    private static LinkTable links(FeatureTable households, FeatureTable facilities, List<int[]> nearest) {
        LinkTableBuilder links = new LinkTableBuilder(LINK);
        for (int i = 0; i < households.size(); i++) {
            int household = i;
            nearest.stream()
                    .mapToInt(rows -> rows[household])
                    .filter(row -> row >= 0)
                    .sorted()
                    .forEach(row -> links.add(
                            households.code(household),
                            facilities.code(row),
                            households.distance(household, facilities, row)));
        }
        return links.build();
    }

    /** Households that are lived in, by verdict; a last row holds those of no known township. */
    private static ResultTable byTownship(Assessment assessment, ResultTable doors) {
        FeatureTable households = assessment.region().households();
        AdminTree units = assessment.units();
        int level = AdminTree.LEVELS.indexOf("township");
        Map<String, List<Integer>> byTownship = new TreeMap<>();
        FeatureTable all = assessment.region().adminUnits();
        IntStream.range(0, all.size())
                .filter(i -> all.codesOf("level").is(i, "township"))
                .forEach(i -> byTownship.put(all.code(i), new ArrayList<>()));
        for (int i = 0; i < households.size(); i++) {
            if (!households.codesOf("house_status").is(i, "empty")
                    && !households.codesOf("house_status").is(i, "demolished")) {
                String code =
                        units.unitsOf(households.text("group_code").get(i), households.x(i), households.y(i))[level];
                byTownship
                        .computeIfAbsent(code.isEmpty() ? AdminTree.UNASSIGNED : code, k -> new ArrayList<>())
                        .add(i);
            }
        }
        ResultTableBuilder table = new ResultTableBuilder(
                townships(assessment.standard()), byTownship.keySet().toArray(String[]::new));
        int at = 0;
        for (List<Integer> rows : byTownship.values()) {
            table.set(at, "households", rows.size());
            for (String kind : judgedKinds(assessment.standard())) {
                for (Verdict verdict : Verdict.values()) {
                    table.set(
                            at,
                            kind + "_" + verdict.code(),
                            rows.stream()
                                    .filter(i -> doors.verdict(kind + "_reach", i) == verdict)
                                    .count());
                }
            }
            at++;
        }
        return table.build();
    }

    @Override
    public Field field(Assessment assessment, AnalysisResult result, String fieldId) {
        for (String kind : KINDS) {
            int[] rows = rows(assessment.region().table(LayerKind.FACILITY), kind);
            if (field(kind).id().equals(fieldId)
                    && rows.length > 0
                    && assessment.region().elevation().isPresent()) {
                NearestTrips trips = trips(assessment, kind, rows);
                return new Field(
                        field(kind), CountyGround.withCrossings(assessment).frame(), trips.minutes());
            }
        }
        return Analysis.super.field(assessment, result, fieldId);
    }
}
