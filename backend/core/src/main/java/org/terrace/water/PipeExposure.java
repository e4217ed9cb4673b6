package org.terrace.water;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.LineString;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.Field;
import org.terrace.analysis.FieldSpec;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;
import org.terrace.standard.ReferenceData;

/**
 * Which pipes and hoses floods, slides and livestock can break, where, and who drinks from them: a pipe on the ground beside a stream or
 * gully, on a steep slope, or crossed by a stock track ({@link PipeJudge}). A hose lies on the ground unless the record says otherwise; of
 * other pipes whose laying is not on record only a clear course is told. Who drinks from a pipe is told along the pipes and their flow
 * ({@link HouseholdExposure}).
 */
public final class PipeExposure implements Analysis {
    /** Id of the link from households to the pipes that they live on. */
    public static final String LINK = "household_pipe";

    public static final String ID = "water.exposure";

    static final List<String> PIPE_REASONS = List.of(
            "buried",
            "not_exposed",
            "may_be_exposed",
            "exposed_stream",
            "exposed_gully",
            "exposed_steep_slope",
            "exposed_stock_track",
            "gullies_not_checked",
            "tracks_not_checked",
            "laying_not_known",
            "nothing_to_judge_by",
            "no_line");

    private static final TableSpec PIPE = new TableSpec(
            LayerKind.PIPE.id(),
            LayerKind.PIPE.id(),
            List.of(
                    ColumnSpec.classes("exposure", Exposure.SCHEME, Exposure.CODES),
                    ColumnSpec.reason("reason", PIPE_REASONS),
                    ColumnSpec.number("length_m", "m", 0),
                    ColumnSpec.number("exposed_m", "m", 0),
                    ColumnSpec.number("exposed_borderline_m", "m", 0),
                    ColumnSpec.number("exposed_stream_m", "m", 0),
                    ColumnSpec.number("exposed_gully_m", "m", 0),
                    ColumnSpec.number("exposed_steep_slope_m", "m", 0),
                    ColumnSpec.number("exposed_stock_track_m", "m", 0),
                    ColumnSpec.number("crossings", "crossings", 0),
                    ColumnSpec.number("households_depending", "households", 0)));

    private static final TableSpec PLACE = new TableSpec(
            "place",
            "pipe_exposure",
            List.of(
                    ColumnSpec.classes("cause", ExposureCause.SCHEME, ExposureCause.CODES),
                    ColumnSpec.classes("exposure", Exposure.SCHEME, Exposure.CODES),
                    ColumnSpec.text("pipe_code"),
                    ColumnSpec.text("crossed_code"),
                    ColumnSpec.number("length_m", "m", 0),
                    ColumnSpec.number("crossings", "crossings", 0),
                    ColumnSpec.number("households_depending", "households", 0),
                    ColumnSpec.number("east_m", "m", 1),
                    ColumnSpec.number("north_m", "m", 1)));

    private static final FieldSpec DRAINAGE =
            new FieldSpec("drainage", "", DrainageClasses.SCHEME, DrainageClasses.CODES);

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
                LayerKind.WATER_FACILITY,
                LayerKind.PIPE,
                LayerKind.WATERCOURSE,
                LayerKind.ROAD_SEGMENT);
    }

    /** Through which pipes the water of each household comes. */
    @Override
    public Set<String> needs() {
        return Set.of(WaterAccess.PIPES);
    }

    @Override
    public boolean readsElevation() {
        return true;
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        return new Outputs(
                List.of(HouseholdExposure.TABLE, PIPE, PLACE), List.of(DRAINAGE), List.of(HouseholdExposure.LINK));
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        FeatureTable pipes = assessment.region().table(LayerKind.PIPE);
        PipeJudge judge = PipeJudge.of(assessment);
        List<JudgedPipe> judged = IntStream.range(0, pipes.size())
                .parallel()
                .mapToObj(row -> {
                    assessment.deadline().check();
                    return judge.judge(row);
                })
                .toList();
        HouseholdExposure households = HouseholdExposure.of(assessment, judged);
        return new AnalysisResult(
                ID,
                List.of(
                        households.table(),
                        pipeTable(pipes, judged, households.depending()),
                        placeTable(pipes, judged, households.depending())),
                List.of(),
                List.of(households.links()),
                households.facts());
    }

    private static ResultTable pipeTable(FeatureTable pipes, List<JudgedPipe> judged, int[] depending) {
        ResultTableBuilder table = new ResultTableBuilder(PIPE, pipes.codes());
        for (int row = 0; row < judged.size(); row++) {
            JudgedPipe pipe = judged.get(row);
            table.set(row, "exposure", pipe.exposure().code())
                    .set(row, "reason", pipe.reason())
                    .set(row, "length_m", pipe.lengthM())
                    .set(row, "exposed_m", pipe.exposedM())
                    .set(row, "exposed_borderline_m", pipe.borderlineM())
                    .set(row, "crossings", pipe.crossings())
                    .set(row, "households_depending", depending[row]);
            for (ExposureCause cause : ExposureCause.values()) {
                table.set(row, "exposed_" + cause.code() + "_m", pipe.metres(cause));
            }
        }
        return table.build();
    }

    /** The code of a stretch: pipe, cause, and its number along the pipe, such that codes ascend with it. */
    private static String placeCode(String pipe, JudgedPipe.Place place, int number) {
        String digits = Integer.toString(number + 1);
        return pipe + ":" + place.cause().code() + "#" + "0".repeat(Math.max(0, 3 - digits.length())) + digits;
    }

    private static ResultTable placeTable(FeatureTable pipes, List<JudgedPipe> judged, int[] depending) {
        record Row(int pipe, JudgedPipe.Place place) {}
        Map<String, Row> rows = new TreeMap<>();
        for (int pipe = 0; pipe < judged.size(); pipe++) {
            List<JudgedPipe.Place> places = judged.get(pipe).places();
            for (int n = 0; n < places.size(); n++) {
                rows.put(placeCode(pipes.code(pipe), places.get(n), n), new Row(pipe, places.get(n)));
            }
        }
        ResultTableBuilder table = new ResultTableBuilder(PLACE, rows.keySet().toArray(String[]::new));
        int at = 0;
        for (Row row : rows.values()) {
            boolean layingKnown = judged.get(row.pipe).exposure() != Exposure.UNKNOWN;
            Exposure exposure =
                    !layingKnown ? Exposure.UNKNOWN : row.place.sure() ? Exposure.EXPOSED : Exposure.BORDERLINE;
            table.set(at, "cause", row.place.cause().code())
                    .set(at, "exposure", exposure.code())
                    .set(at, "pipe_code", pipes.code(row.pipe))
                    .set(at, "crossed_code", row.place.otherCode())
                    .set(at, "length_m", row.place.metres())
                    .set(at, "crossings", row.place.crossings())
                    .set(at, "households_depending", depending[row.pipe])
                    .set(at, "east_m", row.place.middle().x)
                    .set(at++, "north_m", row.place.middle().y);
        }
        return table.build();
    }

    @Override
    public Field field(Assessment assessment, AnalysisResult result, String fieldId) {
        if (!fieldId.equals(DRAINAGE.id())) {
            return Analysis.super.field(assessment, result, fieldId);
        }
        double streamM2 = assessment.standard().number("water.drainage.stream_catchment_m2");
        return CountyDrainage.of(assessment)
                .map(d -> new Field(DRAINAGE, d.frame(), DrainageClasses.of(d, streamM2)))
                .orElseThrow(() -> new IllegalArgumentException(ID + " has no field without an elevation model"));
    }

    /** The exposed stretches of the pipe, of the place, or of every pipe that the household drinks from. */
    @Override
    public Explanation explain(Assessment assessment, AnalysisResult result, String tableId, String code) {
        FeatureTable pipes = assessment.region().table(LayerKind.PIPE);
        PipeJudge judge = PipeJudge.of(assessment);
        List<Explanation.Step> steps = new ArrayList<>();
        List<LineString> lines = new ArrayList<>();
        for (String pipe : pipesOf(result, tableId, code)) {
            List<JudgedPipe.Place> places = pipes.rowOf(pipe) < 0
                    ? List.of()
                    : judge.judge(pipes.rowOf(pipe)).places();
            for (int n = 0; n < places.size(); n++) {
                if (!tableId.equals("place")
                        || placeCode(pipe, places.get(n), n).equals(code)) {
                    steps.add(step(pipe, places.get(n)));
                    lines.add(places.get(n).line());
                }
            }
        }
        return steps.isEmpty()
                ? Explanation.NONE
                : new Explanation(
                        steps, Optional.of(Geometries.FACTORY.createMultiLineString(lines.toArray(LineString[]::new))));
    }

    private static List<String> pipesOf(AnalysisResult result, String tableId, String code) {
        return switch (tableId) {
            case "pipe" -> List.of(code);
            case "place" -> {
                int row = result.table("place").rowOf(code);
                yield row < 0
                        ? List.of()
                        : List.of(result.table("place").text("pipe_code").get(row));
            }
            default -> {
                var links = result.link(HouseholdExposure.LINK.id());
                yield IntStream.range(0, links.size())
                        .filter(i -> links.from()[i].equals(code))
                        .mapToObj(i -> links.to()[i])
                        .toList();
            }
        };
    }

    private static Explanation.Step step(String pipe, JudgedPipe.Place place) {
        return new Explanation.Step(
                ID + ".step_" + (place.sure() ? "" : "may_") + place.cause().code(),
                Map.of("length_m", place.metres()),
                Map.of("pipe_code", pipe, "crossed_code", place.otherCode()),
                switch (place.cause()) {
                    case STREAM -> List.of("water.pipe.exposure_distance_m", "water.pipe.flooding_watercourses");
                    case GULLY -> List.of("water.pipe.exposure_distance_m", "water.drainage.stream_catchment_m2");
                    case STEEP_SLOPE -> List.of("water.pipe.steep_deg", "water.pipe.steep_error_deg");
                    case STOCK_TRACK -> List.of("water.pipe.stock_track_classes", "water.pipe.track_crossing_m");
                });
    }
}
