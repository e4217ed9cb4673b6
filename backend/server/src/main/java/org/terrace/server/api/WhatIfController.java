package org.terrace.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.ResultTable;
import org.terrace.region.Attribute;
import org.terrace.region.GeometryKind;
import org.terrace.region.LayerKind;
import org.terrace.region.Privacy;
import org.terrace.server.runs.Snapshot;
import org.terrace.server.runs.Trials;

/** What would change if a few features were different: a tank moved, a pipe of another diameter. Nothing is stored. */
@RestController
class WhatIfController {
    private final CountyDoor door;
    private final Trials trials;
    private final Explanations explanations;

    WhatIfController(CountyDoor door, Trials trials, Explanations explanations) {
        this.door = door;
        this.trials = trials;
        this.explanations = explanations;
    }

    @Schema(name = "WhatIfEdit")
    record EditRequest(
            String layer,
            String code,

            @Schema(description = "where a point would stand; both or neither") @Nullable Double lon,

            @Nullable Double lat,

            @Schema(description = "whether the feature would be added; its code must be free, its layer one of points")
            @Nullable Boolean add,

            @Schema(description = "values by attribute; null takes a value away") @Nullable Map<String, @Nullable Object> attributes) {}

    @Schema(name = "WhatIfExplain")
    record ExplainRequest(String table, String code) {}

    @Schema(name = "WhatIfRequest")
    record Request(
            String analysis,
            List<EditRequest> edits,
            @Nullable ExplainRequest explain) {}

    @Schema(name = "ChangedRow")
    record ChangedRow(
            String code,

            @Schema(description = "null where the row is new") @Nullable Map<String, @Nullable Object> before,

            @Schema(description = "null where the row is gone") @Nullable Map<String, @Nullable Object> after) {}

    @Schema(name = "ChangedTable")
    record ChangedTable(String table, List<ChangedRow> changed) {}

    @Schema(name = "WhatIfAnswer")
    record Answer(List<ChangedTable> tables, Explanations.@Nullable View explanation) {}

    @PostMapping("/api/counties/{c}/what-if")
    Answer whatIf(
            @PathVariable String c,
            @RequestParam(required = false) @Nullable String version,
            @RequestBody Request request) {
        Snapshot snapshot = door.snapshot(c, version);
        Analysis analysis = door.analysis(request.analysis);
        door.result(snapshot, analysis.id());
        List<Trials.Edit> edits =
                request.edits.stream().map(e -> edit(snapshot, e)).toList();
        Trials.Trial trial = trials.of(snapshot, analysis, edits)
                .orElseThrow(() -> Refusal.conflict("not_assessed", Map.of("analysis", analysis.id())));
        List<ChangedTable> tables = new ArrayList<>();
        for (ResultTable before : trial.before().tables()) {
            tables.add(new ChangedTable(
                    before.spec().id(),
                    changed(before, trial.after().table(before.spec().id()))));
        }
        Optional<Explanations.View> explanation = Optional.ofNullable(request.explain)
                .map(e -> explanations.of(
                        snapshot, analysis.explain(trial.assessment(), trial.after(), e.table, e.code)));
        return new Answer(tables, explanation.orElse(null));
    }

    private static Trials.Edit edit(Snapshot snapshot, EditRequest request) {
        LayerKind layer = LayerKind.byId(request.layer).orElseThrow(() -> Refusal.notFound("layer", request.layer));
        boolean isNew = Boolean.TRUE.equals(request.add);
        boolean isThere = snapshot.region().table(layer).rowOf(request.code) >= 0;
        if (isNew && isThere) {
            throw Refusal.conflict("code_taken", Map.of("code", request.code));
        }
        if (isNew && (request.lon == null || request.code.isBlank())) {
            throw Refusal.badRequest(
                    "bad_point", Map.of("lon", String.valueOf(request.lon), "lat", String.valueOf(request.lat)));
        }
        if (!isNew && !isThere) {
            throw Refusal.notFound("row", request.code);
        }
        Map<String, Optional<Object>> values = new HashMap<>();
        if (request.attributes != null) {
            request.attributes.forEach((name, value) -> values.put(name, value(layer, name, value)));
        }
        return new Trials.Edit(layer, request.code, values, place(snapshot, layer, request), isNew);
    }

    private static Optional<Coordinate> place(Snapshot snapshot, LayerKind layer, EditRequest request) {
        if (request.lon == null && request.lat == null) {
            return Optional.empty();
        }
        if (request.lon == null
                || request.lat == null
                || !(Math.abs(request.lon) <= 180)
                || !(Math.abs(request.lat) <= 90)
                || layer.geometry() != GeometryKind.POINT) {
            Map<String, Object> given = new HashMap<>();
            given.put("lon", String.valueOf(request.lon));
            given.put("lat", String.valueOf(request.lat));
            throw Refusal.badRequest("bad_point", given);
        }
        double[] at = snapshot.toMetric().point(request.lon, request.lat);
        return Optional.of(new Coordinate(at[0], at[1]));
    }

    /** As the attribute wants it: within its range, or of its vocabulary. */
    private static Optional<Object> value(LayerKind layer, String name, @Nullable Object given) {
        Attribute attribute = layer.findAttribute(name)
                .filter(a -> a.privacy() == Privacy.PUBLIC)
                .orElseThrow(() -> Refusal.notFound("attribute", name));
        if (given == null) {
            return Optional.empty();
        }
        Object value = given instanceof Number n ? (Object) n.doubleValue() : given.toString();
        boolean good = switch (attribute.type()) {
            case NUMBER ->
                value instanceof Double d && Double.isFinite(d) && d >= attribute.min() && d <= attribute.max();
            case CODE -> value instanceof String s && attribute.codes().contains(s);
            case TEXT, DATE -> value instanceof String;
        };
        if (!good && attribute.type() == Attribute.Type.NUMBER) {
            throw Refusal.badRequest(
                    "out_of_range",
                    Map.of(
                            "attribute",
                            name,
                            "value",
                            String.valueOf(given),
                            "min",
                            plain(attribute.min()),
                            "max",
                            plain(attribute.max()),
                            "unit",
                            attribute.unit()));
        }
        if (!good) {
            throw Refusal.badRequest("bad_value", Map.of("attribute", name, "value", String.valueOf(given)));
        }
        return Optional.of(value);
    }

    private static String plain(double limit) {
        return BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
    }

    private static List<ChangedRow> changed(ResultTable before, ResultTable after) {
        TreeSet<String> codes = new TreeSet<>(Arrays.asList(before.codes()));
        codes.addAll(Arrays.asList(after.codes()));
        List<ChangedRow> changed = new ArrayList<>();
        for (String code : codes) {
            int was = before.rowOf(code);
            int is = after.rowOf(code);
            if (was >= 0 && is >= 0 && before.sameRow(was, after, is)) {
                continue;
            }
            Map<String, @Nullable Object> old = was < 0 ? null : Cells.row(before, was);
            Map<String, @Nullable Object> now = is < 0 ? null : Cells.row(after, is);
            if (old == null || now == null || !old.equals(now)) {
                changed.add(new ChangedRow(code, old, now));
            }
        }
        return changed;
    }
}
