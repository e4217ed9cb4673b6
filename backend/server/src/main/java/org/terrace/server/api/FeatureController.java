package org.terrace.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.ResultTable;
import org.terrace.region.Attribute;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Privacy;
import org.terrace.server.runs.LayerIndex;
import org.terrace.server.runs.Results;
import org.terrace.server.runs.Snapshot;

/** Features of a layer in a box as GeoJSON, with their attributes and the classes that analyses gave them. */
@RestController
class FeatureController {
    private static final int MOST = 50_000;
    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

    @Schema(name = "Feature")
    record Feature(String type, Map<String, Object> properties, GeoJson.Shape geometry) {}

    /** @param total how many lie in the box; {@code features} may be fewer */
    @Schema(name = "FeatureCollection")
    record Collection(String type, int total, List<Feature> features) {}

    private final CountyDoor door;
    private final Results results;

    FeatureController(CountyDoor door, Results results) {
        this.door = door;
        this.results = results;
    }

    @GetMapping("/api/counties/{c}/features/{layer}")
    ResponseEntity<Collection> features(
            @PathVariable String c,
            @PathVariable String layer,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String bbox,
            @RequestParam(defaultValue = "20000") int limit,
            @RequestParam(defaultValue = "0") double simplify,
            WebRequest request) {
        LayerKind kind = LayerKind.byId(layer)
                .filter(k -> k != LayerKind.HOUSEHOLD)
                .orElseThrow(() -> Refusal.notFound("layer", layer));
        Snapshot snapshot = door.snapshot(c, version);
        List<ResultTable> classed = classed(snapshot, kind);
        String tag = layer + "-" + snapshot.version().id() + "-" + bbox + "-" + limit + "-" + simplify + "-"
                + classed.size();
        return Answers.kept(request, tag, GEO_JSON, () -> collection(snapshot, kind, bbox, limit, simplify, classed));
    }

    private static Collection collection(
            Snapshot snapshot,
            LayerKind kind,
            @Nullable String bbox,
            int limit,
            double simplify,
            List<ResultTable> classed) {
        FeatureTable table = snapshot.region().table(kind);
        List<Integer> rows =
                LayerIndex.of(snapshot, kind).rowsIn(ViewBox.of(snapshot, bbox).orElseGet(table::envelope));
        int shown = Math.min(rows.size(), Math.min(MOST, Math.max(0, limit)));
        List<Feature> features = new ArrayList<>(shown);
        for (int row : rows.subList(0, shown)) {
            Geometry geometry = simplified(table.geometry(row).orElseThrow(), simplify);
            features.add(new Feature(
                    "Feature", properties(table, row, classed), GeoJson.of(geometry, snapshot.toDegrees())));
        }
        return new Collection("FeatureCollection", rows.size(), features);
    }

    private static Geometry simplified(Geometry geometry, double metres) {
        if (!(metres > 0) || geometry.getDimension() == 0) {
            return geometry;
        }
        Geometry simple = geometry.getDimension() == 2
                ? TopologyPreservingSimplifier.simplify(geometry, metres)
                : DouglasPeuckerSimplifier.simplify(geometry, metres);
        return simple.isEmpty() ? geometry : simple;
    }

    private static Map<String, Object> properties(FeatureTable table, int row, List<ResultTable> classed) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("code", table.code(row));
        for (Attribute attribute : table.kind().attributes()) {
            Column column = table.column(attribute.name());
            if (attribute.privacy() == Privacy.PUBLIC && !column.isAbsent(row)) {
                properties.put(attribute.name(), Attributes.value(column, row));
            }
        }
        for (ResultTable result : classed) {
            int at = result.rowOf(table.code(row));
            for (ColumnSpec spec : result.spec().columns()) {
                if (at >= 0 && isShown(spec)) {
                    Column.Codes codes = result.codesOf(spec.id());
                    if (!codes.isAbsent(at)) {
                        properties.putIfAbsent(spec.id(), codes.code(at));
                    }
                } else if (at >= 0 && namesAnother(spec)) {
                    String text = result.text(spec.id()).get(at);
                    if (!text.isEmpty()) {
                        properties.putIfAbsent(spec.id(), text);
                    }
                }
            }
        }
        return properties;
    }

    /** Classes of the feature itself; not the long rows of one class per crop. */
    private static boolean isShown(ColumnSpec spec) {
        return spec.type() == ColumnSpec.Type.CLASS
                && !spec.id().startsWith("class_")
                && !spec.id().startsWith("limiting_");
    }

    /** Which other thing the feature belongs to, by its code. */
    private static boolean namesAnother(ColumnSpec spec) {
        return spec.type() == ColumnSpec.Type.TEXT && spec.id().endsWith("_code");
    }

    private List<ResultTable> classed(Snapshot snapshot, LayerKind kind) {
        List<ResultTable> tables = new ArrayList<>();
        for (Analysis analysis : results.analyses()) {
            Optional.of(analysis)
                    .filter(a -> a.layers().contains(kind))
                    .flatMap(a -> results.find(snapshot, a.id()))
                    .ifPresent(r -> r.tables().stream()
                            .filter(t -> t.spec().featureKind().equals(kind.id()))
                            .forEach(tables::add));
        }
        return tables;
    }
}
