package org.terrace.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Explanation;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.server.runs.Results;
import org.terrace.server.runs.Snapshot;

/** Why a feature got its result. */
@RestController
class Explanations {

    @Schema(name = "ExplanationStep")
    record StepView(
            String key, Map<String, @Nullable Double> numbers, Map<String, String> texts, List<String> thresholds) {}

    /** A stretch of a way; {@code heightM} is null where the height at that metre is not known. */
    @Schema(name = "Stretch")
    record StretchView(
            @Schema(description = "code of the scheme 'way'")
            String kind,

            @Schema(description = "the feature that it runs along, empty where it follows none")
            String code,

            GeoJson.Shape line,

            @Schema(description = "metres along the whole way")
            double[] alongM,

            List<@Nullable Double> heightM,

            @Schema(
                    description =
                            "where water goes this way: the head line at the same places, null where it is not known; else empty")
            List<@Nullable Double> headM,

            @Schema(description = "what the line was reckoned with, named like columns; empty where nothing was")
            Map<String, @Nullable Double> numbers,

            @Schema(description = "where power goes this way; else null") @Nullable VoltsView volts) {}

    @Schema(
            name = "StretchVolts",
            description = "lowest phase voltage to neutral at the same places; null where it collapses")
    record VoltsView(
            List<@Nullable Double> middleV,

            @Schema(description = "at the unfavourable end of what is assumed")
            List<@Nullable Double> leastV,

            @Schema(description = "at the favourable end") List<@Nullable Double> mostV) {}

    @Schema(name = "Explanation")
    record View(
            List<StepView> steps,
            GeoJson.@Nullable Shape drawing,

            @Schema(description = "where the drawing is a way that somebody goes: its stretches in order")
            List<StretchView> way) {}

    private final CountyDoor door;
    private final Results results;

    Explanations(CountyDoor door, Results results) {
        this.door = door;
        this.results = results;
    }

    @GetMapping("/api/counties/{c}/explain/{a}/{t}/{code}")
    View explain(
            @PathVariable String c,
            @PathVariable String a,
            @PathVariable String t,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String version) {
        Snapshot snapshot = door.snapshot(c, version);
        if (door.table(snapshot, a, t).rowOf(code) < 0) {
            throw Refusal.notFound("row", code);
        }
        return of(snapshot, door.analysis(a), door.result(snapshot, a), t, code);
    }

    View of(Snapshot snapshot, Analysis analysis, AnalysisResult result, String table, String code) {
        Optional<Assessment> assessment = results.assessmentFor(snapshot, analysis);
        Explanation explanation =
                assessment.map(a -> analysis.explain(a, result, table, code)).orElse(Explanation.NONE);
        return of(snapshot, explanation);
    }

    View of(Snapshot snapshot, Explanation explanation) {
        return new View(
                explanation.steps().stream()
                        .map(s -> new StepView(s.key(), numbers(s.numbers()), s.texts(), s.thresholds()))
                        .toList(),
                GeoJson.ofNullable(explanation.drawing(), snapshot.toDegrees()),
                explanation.way().stream()
                        .map(s -> stretch(s, snapshot.toDegrees()))
                        .toList());
    }

    /** Metres and volts to the hundredth: finer than any of them is known. */
    static StretchView stretch(Explanation.Stretch stretch, CoordinateTransform toDegrees) {
        return new StretchView(
                stretch.kind(),
                stretch.code(),
                GeoJson.of(stretch.line(), toDegrees),
                Arrays.stream(stretch.alongM()).map(Explanations::toCentimetre).toArray(),
                known(stretch.heightM()),
                known(stretch.headM()),
                numbers(stretch.numbers()),
                stretch.volts()
                        .map(v -> new VoltsView(known(v.middleV()), known(v.leastV()), known(v.mostV())))
                        .orElse(null));
    }

    private static List<@Nullable Double> known(double[] values) {
        List<@Nullable Double> known = new ArrayList<>();
        for (double one : values) {
            known.add(Double.isFinite(one) ? (Double) toCentimetre(one) : null);
        }
        return known;
    }

    private static double toCentimetre(double metres) {
        return Math.round(metres * 100) / 100.0;
    }

    private static Map<String, @Nullable Double> numbers(Map<String, Double> given) {
        Map<String, @Nullable Double> json = new LinkedHashMap<>();
        given.forEach((name, value) -> json.put(name, Double.isFinite(value) ? value : null));
        return json;
    }
}
