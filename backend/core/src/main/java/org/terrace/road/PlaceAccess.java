package org.terrace.road;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.Field;
import org.terrace.analysis.FieldSpec;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.foot.CountyGround;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.standard.ReferenceData;
import org.terrace.terrain.TimeField;
import org.terrace.terrain.Tracks;

/**
 * What it takes to get from every door and plot to the nearest township seat, market, school and clinic: minutes, and yuan for a tonne
 * of goods, in the dry and the rainy season; how much longer than the straight line the road to the township seat is, and the missing links
 * that would cut it most.
 *
 * <p>Time and money are each the least of all ways, on foot over the terrain and along roads at the speed, or the price, of their surface
 * ({@link Transport}); the way of least time need not be that of least cost. Unknown without an elevation model.
 */
public final class PlaceAccess implements Analysis {
    public static final String ID = "road.places";

    /** Kinds of facility, as in the layer. */
    private static final List<String> PLACES = List.of("township_seat", "market", "school", "clinic");

    /** Where goods go. */
    private static final List<String> GOODS_TO = List.of("township_seat", "market");

    private static final TableSpec HOUSEHOLD = table(LayerKind.HOUSEHOLD);
    private static final TableSpec PLOT = table(LayerKind.PLOT);

    private static final List<FieldSpec> FIELDS = PLACES.stream()
            .flatMap(place -> Arrays.stream(Transport.Season.values()).map(season -> column(place, season, "min")))
            .map(id -> new FieldSpec(id, "min", "", List.of()))
            .toList();

    private static TableSpec table(LayerKind kind) {
        List<ColumnSpec> columns = new ArrayList<>();
        for (String place : PLACES) {
            for (Transport.Season season : Transport.Season.values()) {
                columns.add(ColumnSpec.number(column(place, season, "min"), "min", 1));
            }
        }
        for (String place : GOODS_TO) {
            for (Transport.Season season : Transport.Season.values()) {
                columns.add(ColumnSpec.number(column(place, season, "yuan_per_tonne"), "yuan/t", 0));
            }
        }
        if (kind == LayerKind.HOUSEHOLD) {
            columns.add(ColumnSpec.number("seat_way_m", "m", 0));
            columns.add(ColumnSpec.number("seat_line_m", "m", 0));
            columns.add(ColumnSpec.number("detour_factor", "", 2));
        }
        return new TableSpec(kind.id(), kind.id(), columns);
    }

    private static String column(String place, Transport.Season season, String what) {
        return place + "_" + season.code() + "_" + what;
    }

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
                LayerKind.PLOT,
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

    @Override
    public Outputs outputs(ReferenceData reference) {
        return new Outputs(List.of(HOUSEHOLD, PLOT, Shortcuts.TABLE), FIELDS, List.of());
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        Region region = assessment.region();
        RoadModel model = RoadModel.of(assessment);
        ResultTableBuilder doors =
                new ResultTableBuilder(HOUSEHOLD, region.households().codes());
        ResultTableBuilder plots = new ResultTableBuilder(PLOT, region.plots().codes());
        if (region.elevation().isPresent()) {
            measure(assessment, model, doors, plots);
        }
        ResultTable links = detours(assessment, model, doors);
        return new AnalysisResult(ID, List.of(doors.build(), plots.build(), links), List.of(), List.of(), Map.of());
    }

    /** Points of a kind of place; the township's own point where no seat is on record as a facility. */
    static List<Coordinate> places(Region region, String kind) {
        List<Coordinate> found = points(region.table(LayerKind.FACILITY), "kind", kind);
        return found.isEmpty() && kind.equals("township_seat")
                ? points(region.adminUnits(), "level", "township")
                : found;
    }

    private static List<Coordinate> points(FeatureTable table, String attribute, String code) {
        return IntStream.range(0, table.size())
                .filter(i -> table.codesOf(attribute).is(i, code) && table.hasGeometry(i))
                .mapToObj(table::at)
                .toList();
    }

    /** One field to compute: to a kind of place, in a season, in time or in money. */
    private record Task(String place, Transport.Season season, boolean money) {
        String column() {
            return PlaceAccess.column(place, season, money ? "yuan_per_tonne" : "min");
        }
    }

    private static List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        for (Transport.Season season : Transport.Season.values()) {
            PLACES.forEach(place -> tasks.add(new Task(place, season, false)));
            GOODS_TO.forEach(place -> tasks.add(new Task(place, season, true)));
        }
        return tasks;
    }

    private static void measure(
            Assessment assessment, RoadModel model, ResultTableBuilder doors, ResultTableBuilder plots) {
        Fields fields = new Fields(assessment, model);
        FeatureTable households = assessment.region().households();
        FeatureTable land = assessment.region().plots();
        tasks().parallelStream().forEach(task -> {
            if (fields.places(task.place).isEmpty()) {
                return;
            }
            TimeField field = fields.to(task);
            read(fields, task, field, households, doors);
            read(fields, task, field, land, plots);
        });
    }

    private static void read(
            Fields fields, Task task, TimeField field, FeatureTable features, ResultTableBuilder table) {
        double[] values = table.numbers(task.column());
        for (int i = 0; i < values.length; i++) {
            if (features.hasGeometry(i)) {
                double seconds = field.seconds(fields.ground.cellAt(features.x(i), features.y(i)));
                values[i] = task.money ? fields.transport(task.season).yuanPerTonne(seconds) : seconds / 60;
            }
        }
    }

    /** The fields of one county: the terrain and the roads are the same for all of them. */
    private static final class Fields {
        private final Region region;
        private final CountyGround ground;
        private final CountyGround carrying;
        private final Runnable stop;
        private final List<Coordinate> all = new ArrayList<>();
        private final Map<String, List<Integer>> placesByKind = new TreeMap<>();
        private final Map<Transport.Season, Transport> transport = new EnumMap<>(Transport.Season.class);
        private final Map<Transport.Season, Tracks> quick = new EnumMap<>(Transport.Season.class);
        private final Map<Transport.Season, Tracks> cheap = new EnumMap<>(Transport.Season.class);

        Fields(Assessment assessment, RoadModel model) {
            this.region = assessment.region();
            this.ground = CountyGround.of(assessment);
            this.carrying = CountyGround.carrying(assessment);
            this.stop = assessment.deadline()::check;
            for (String kind : PLACES) {
                List<Integer> numbers = new ArrayList<>();
                for (Coordinate place : PlaceAccess.places(region, kind)) {
                    numbers.add(all.size());
                    all.add(place);
                }
                placesByKind.put(kind, numbers);
            }
            for (Transport.Season season : Transport.Season.values()) {
                Transport by = new Transport(model, ground, carrying, assessment.standard(), season);
                transport.put(season, by);
                quick.put(season, RoadTracks.of(model, ground, by::seconds, all));
                cheap.put(season, RoadTracks.of(model, carrying, by::carrySeconds, all));
            }
        }

        List<Integer> places(String kind) {
            return placesByKind.getOrDefault(kind, List.of());
        }

        Transport transport(Transport.Season season) {
            return Objects.requireNonNull(transport.get(season));
        }

        TimeField to(Task task) {
            Tracks tracks = Objects.requireNonNull((task.money ? cheap : quick).get(task.season));
            int first = tracks.stations() - all.size();
            int[] targets = places(task.place).stream().mapToInt(p -> first + p).toArray();
            return TimeField.of((task.money ? carrying : ground).surface(), tracks, targets, true, stop);
        }
    }

    private static ResultTable detours(Assessment assessment, RoadModel model, ResultTableBuilder doors) {
        FeatureTable households = assessment.region().households();
        List<Coordinate> seats = places(assessment.region(), "township_seat");
        SeatWays ways = new SeatWays(model, seats, assessment.standard().number("road.attach.reach_m"));
        double[] wayM = doors.numbers("seat_way_m");
        double[] lineM = doors.numbers("seat_line_m");
        double[] factor = doors.numbers("detour_factor");
        Lived lived = new Lived(households);
        Map<Integer, Integer> householdsAt = new TreeMap<>();
        for (int i = 0; i < households.size(); i++) {
            SeatWays.Way way = households.hasGeometry(i) ? ways.from(households.x(i), households.y(i)) : null;
            if (way == null) {
                continue;
            }
            wayM[i] = way.metres();
            lineM[i] = households.at(i).distance(seats.get(way.seat()));
            factor[i] = lineM[i] > 0 ? wayM[i] / lineM[i] : Double.NaN;
            if (way.node() >= 0 && lived.in(i)) {
                householdsAt.merge(way.node(), 1, Integer::sum);
            }
        }
        return Shortcuts.of(model, ways, householdsAt, assessment);
    }

    @Override
    public Field field(Assessment assessment, AnalysisResult result, String fieldId) {
        for (Task task : tasks()) {
            if (!task.money && task.column().equals(fieldId)) {
                RoadModel model = RoadModel.of(assessment);
                if (assessment.region().elevation().isPresent()
                        && !places(assessment.region(), task.place).isEmpty()) {
                    Fields fields = new Fields(assessment, model);
                    FieldSpec spec = new FieldSpec(fieldId, "min", "", List.of());
                    return new Field(
                            spec, fields.ground.frame(), fields.to(task).minutes());
                }
            }
        }
        return Analysis.super.field(assessment, result, fieldId);
    }
}
