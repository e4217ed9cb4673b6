package org.terrace.server.api;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.ClassScheme;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.FieldSpec;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.TableSpec;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.words.Words;
import org.terrace.region.LayerKind;
import org.terrace.server.runs.CountyOverview;
import org.terrace.server.runs.Job;
import org.terrace.server.runs.Jobs;
import org.terrace.server.runs.ReferenceLibrary;
import org.terrace.server.runs.Results;
import org.terrace.server.runs.Snapshot;
import org.terrace.server.store.County;
import org.terrace.server.store.CountyStore;
import org.terrace.server.store.DataVersion;
import org.terrace.server.store.LayerRevision;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.TextByLanguage;
import org.terrace.standard.Threshold;
import org.terrace.standard.Tree;

/** Which counties there are, and what one holds. */
@RestController
class CountyController {

    @Schema(name = "Version")
    record VersionView(String id, Instant createdAt) {}

    @Schema(name = "County")
    record CountyView(
            String code,
            String name,
            boolean synthetic,
            @Nullable VersionView version,
            String dataLevel,
            String profile,
            int epsg,
            String crsName,
            @ArraySchema(minItems = 4, maxItems = 4) double @Nullable [] bbox,
            long households,
            long people) {}

    @Schema(name = "LayerCount")
    record LayerView(String kind, String geometry, long count, Instant importedAt, String source) {}

    @Schema(name = "Table")
    record TableView(String id, String featureKind, int rows, List<ColumnSpec> columns) {}

    @Schema(name = "LinkTable")
    record LinkView(String id, String from, String to, String unit, int count) {}

    @Schema(name = "Analysis")
    record AnalysisView(
            String id,
            int engineVersion,

            @Schema(allowableValues = {"ready", "running", "stale", "failed"})
            String state,

            List<TableView> tables,
            List<FieldSpec> fields,
            List<LinkView> links,

            @Schema(
                    description =
                            "what of the whole run is worth telling, by name; the sentence of one that is not 0 is the"
                                    + " word fact.<analysis>.<name> where there is one; empty without a result")
            Map<String, Double> facts) {}

    @Schema(name = "Threshold")
    record ThresholdView(
            String name,

            @Schema(description = "a number, or what else a rule may hold: a list of codes, a word")
            Object value,

            String unit,

            @Schema(description = "text by language") Map<String, String> source,

            @Schema(description = "text by language; empty texts while no official text is at hand")
            Map<String, String> clause,

            @Schema(description = "text by language: what must not be misunderstood; empty texts when there is nothing")
            Map<String, String> note,

            String date,
            String confidence,
            boolean confirm) {}

    @Schema(name = "Standard")
    record StandardView(String id, List<ThresholdView> thresholds) {}

    @Schema(name = "CountyDetail")
    record CountyDetailView(
            String code,
            String name,
            boolean synthetic,
            @Nullable VersionView version,
            String dataLevel,
            String profile,
            int epsg,
            String crsName,
            @ArraySchema(minItems = 4, maxItems = 4) double @Nullable [] bbox,
            long households,
            long people,
            List<LayerView> layers,
            List<AnalysisView> analyses,
            StandardView standards) {}

    private final CountyStore store;
    private final CountyDoor door;
    private final CountyOverview.Kept overviews;
    private final Results results;
    private final Jobs jobs;
    private final ReferenceLibrary library;

    CountyController(
            CountyStore store,
            CountyDoor door,
            CountyOverview.Kept overviews,
            Results results,
            Jobs jobs,
            ReferenceLibrary library) {
        this.store = store;
        this.door = door;
        this.overviews = overviews;
        this.results = results;
        this.jobs = jobs;
        this.library = library;
    }

    @GetMapping("/api/counties")
    List<CountyView> counties() {
        return store.counties().stream().map(c -> view(c, null)).toList();
    }

    private CountyView view(County county, @Nullable String version) {
        Optional<Snapshot> snapshot = door.findSnapshot(county.code(), version);
        Optional<CountyOverview> overview = snapshot.map(overviews::of);
        return new CountyView(
                county.code(),
                county.name(),
                county.synthetic(),
                snapshot.map(s -> view(s.version())).orElse(null),
                overview.map(CountyOverview::level).orElse(""),
                county.profile(),
                county.epsg(),
                county.epsg() == 0 ? "" : Crs.epsg(county.epsg()).name("en"),
                overview.map(CountyOverview::bbox).filter(b -> b.length == 4).orElse(null),
                overview.map(CountyOverview::households).orElse(0L),
                overview.map(CountyOverview::people).orElse(0L));
    }

    private static VersionView view(DataVersion version) {
        return new VersionView(Long.toString(version.id()), version.createdAt());
    }

    @GetMapping("/api/counties/{c}")
    CountyDetailView county(@PathVariable String c, @RequestParam(required = false) @Nullable String version) {
        County county = door.county(c);
        CountyView view = view(county, version);
        Optional<Snapshot> snapshot = door.findSnapshot(c, version);
        ReferenceData reference = library.reference(county.profile());
        return new CountyDetailView(
                view.code(),
                view.name(),
                view.synthetic(),
                view.version(),
                view.dataLevel(),
                view.profile(),
                view.epsg(),
                view.crsName(),
                view.bbox(),
                view.households(),
                view.people(),
                snapshot.map(s -> layers(s.version())).orElse(List.of()),
                analyses(snapshot, reference, c),
                standards(reference));
    }

    private static List<LayerView> layers(DataVersion version) {
        List<LayerView> layers = new ArrayList<>();
        for (LayerKind kind : LayerKind.values()) {
            version.layer(kind)
                    .ifPresent(r -> layers.add(layer(r, kind.geometry().name().toLowerCase(java.util.Locale.ROOT))));
        }
        version.elevation().ifPresent(r -> layers.add(layer(r, "grid")));
        return layers;
    }

    private static LayerView layer(LayerRevision r, String geometry) {
        return new LayerView(
                r.layer(), geometry, r.count(), r.createdAt(), r.origin().source());
    }

    private List<AnalysisView> analyses(Optional<Snapshot> snapshot, ReferenceData reference, String county) {
        boolean running = jobs.of(county).stream().anyMatch(j -> !j.state().isOver());
        boolean failed = jobs.of(county).stream()
                .findFirst()
                .map(j -> j.state() == Job.State.FAILED)
                .orElse(false);
        List<AnalysisView> views = new ArrayList<>();
        for (Analysis analysis : results.analyses()) {
            Optional<AnalysisResult> result = snapshot.flatMap(s -> results.find(s, analysis.id()));
            Outputs outputs = analysis.outputs(reference);
            views.add(new AnalysisView(
                    analysis.id(),
                    analysis.engineVersion(),
                    result.isPresent() ? "ready" : running ? "running" : failed ? "failed" : "stale",
                    outputs.tables().stream().map(t -> table(t, result)).toList(),
                    outputs.fields(),
                    outputs.links().stream().map(l -> link(l, result)).toList(),
                    new TreeMap<>(result.map(AnalysisResult::facts).orElse(Map.of()))));
        }
        return views;
    }

    private static TableView table(TableSpec spec, Optional<AnalysisResult> result) {
        return new TableView(
                spec.id(),
                spec.featureKind(),
                result.map(r -> r.table(spec.id()).size()).orElse(0),
                spec.columns());
    }

    private static LinkView link(LinkSpec spec, Optional<AnalysisResult> result) {
        return new LinkView(
                spec.id(),
                spec.from(),
                spec.to(),
                spec.unit(),
                result.map(r -> r.link(spec.id()).size()).orElse(0));
    }

    private static StandardView standards(ReferenceData reference) {
        return new StandardView(
                reference.standard().id(),
                reference.standard().thresholds().stream()
                        .map(CountyController::threshold)
                        .toList());
    }

    private static ThresholdView threshold(Threshold t) {
        return new ThresholdView(
                t.name(),
                plain(t.value()),
                t.unit(),
                inEveryLanguage(t.source()),
                inEveryLanguage(t.clause()),
                inEveryLanguage(t.note()),
                t.dated(),
                t.confidence(),
                t.isDefaultToConfirm());
    }

    private static Map<String, String> inEveryLanguage(TextByLanguage text) {
        Map<String, String> all = new LinkedHashMap<>();
        Words.LANGUAGES.forEach(language -> all.put(language, text.in(language)));
        return all;
    }

    private static Object plain(Tree value) {
        if (value.isNumber()) {
            return value.number();
        }
        if (value.isList()) {
            return value.items().stream().map(CountyController::plain).toList();
        }
        if (value.isMap()) {
            Map<String, Object> map = new LinkedHashMap<>();
            value.keys().forEach(k -> map.put(k, plain(value.get(k))));
            return map;
        }
        return value.text();
    }

    record SchemeEntry(
            String code,
            String colour,
            String symbol,
            boolean served,
            boolean unknown,
            @Nullable Double upTo,

            @Schema(description = "where it differs on a dark map") @Nullable String colourDark,

            @Schema(description = "lines: pattern in pixels, empty for an unbroken one")
            List<Double> dash,

            @Schema(description = "lines: pixels, where the scheme names a width") @Nullable Double width) {}

    @GetMapping("/api/schemes")
    Map<String, List<SchemeEntry>> schemes() {
        Map<String, List<SchemeEntry>> all = new LinkedHashMap<>();
        library.schemes().forEach((id, scheme) -> all.put(id, entries(scheme)));
        return all;
    }

    private static List<SchemeEntry> entries(ClassScheme scheme) {
        return scheme.entries().stream()
                .map(e -> new SchemeEntry(
                        e.code(),
                        e.colour(),
                        e.symbol(),
                        e.served(),
                        e.unknown(),
                        Cells.number(e.upTo()),
                        e.colourDark().orElse(null),
                        e.line().dash(),
                        Cells.number(e.line().width())))
                .toList();
    }
}
