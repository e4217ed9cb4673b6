package org.terrace.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.terrace.server.runs.Assessments;
import org.terrace.server.runs.CountyOverview;
import org.terrace.server.runs.Snapshot;
import org.terrace.server.store.County;
import org.terrace.server.store.CountyStore;
import org.terrace.server.store.DataVersion;
import org.terrace.server.store.GoingBack;
import org.terrace.server.store.ImportRecord;
import org.terrace.server.store.LayerRevision;

/** What data a county has, where they came from, and what the next file would unlock. */
@RestController
class DataController {

    @Schema(name = "IssueTotal")
    record IssueView(String code, String severity, long count) {}

    @Schema(name = "LayerState")
    record LayerView(
            String kind,
            long count,
            Instant importedAt,
            long revision,
            String source,
            String crs,
            List<IssueView> issuesByCode) {}

    @Schema(name = "ImportEntry")
    record ImportView(
            String id,
            Instant at,
            String file,
            String layer,
            String mode,
            long added,
            long changed,
            long removed,
            long issues,

            @Schema(description = "the version that it made") @Nullable String version,

            @Schema(description = "the version to go back to, 0 = empty; null when there is no way back") @Nullable String before,

            @Schema(description = "true when it is no import, but going back to the version named as file")
            boolean wentBack) {}

    @Schema(name = "DataState")
    record View(String level, List<CountyOverview.Level> levels, List<LayerView> layers, List<ImportView> imports) {}

    private final CountyDoor door;
    private final CountyStore store;
    private final CountyOverview.Kept overviews;
    private final GoingBack back;
    private final Assessments assessments;

    DataController(
            CountyDoor door,
            CountyStore store,
            CountyOverview.Kept overviews,
            GoingBack back,
            Assessments assessments) {
        this.back = back;
        this.assessments = assessments;
        this.door = door;
        this.store = store;
        this.overviews = overviews;
    }

    @GetMapping("/api/counties/{c}/data")
    View data(@PathVariable String c, @RequestParam(required = false) @Nullable String version) {
        Optional<DataVersion> found = door.findVersion(door.county(c), version);
        Optional<CountyOverview> overview = door.findSnapshot(c, version).map((Snapshot s) -> overviews.of(s));
        List<ImportRecord> imports = store.imports(c);
        List<DataVersion> versions = store.versions(c);
        List<LayerView> layers = new ArrayList<>();
        found.ifPresent(
                v -> new TreeMap<>(v.layers()).forEach((name, revision) -> layers.add(layer(name, revision, imports))));
        return new View(
                overview.map(CountyOverview::level).orElse(""),
                overview.map(CountyOverview::levels).orElse(List.of()),
                layers,
                imports.stream().map(i -> view(i, versions, imports)).toList());
    }

    private static LayerView layer(String name, LayerRevision revision, List<ImportRecord> imports) {
        Map<String, IssueView> issues = new TreeMap<>();
        imports.stream()
                .flatMap(i -> i.issuesOf(name, revision).stream())
                .forEach(i -> issues.merge(
                        i.code(),
                        new IssueView(i.code(), i.severity().toLowerCase(Locale.ROOT), i.count()),
                        (a, b) -> new IssueView(a.code(), a.severity(), a.count() + b.count())));
        return new LayerView(
                name,
                revision.count(),
                revision.createdAt(),
                revision.id(),
                revision.origin().source(),
                revision.origin().crs(),
                List.copyOf(issues.values()));
    }

    private static ImportView view(ImportRecord record, List<DataVersion> versions, List<ImportRecord> imports) {
        boolean wentBack = record.format().equals(ImportRecord.WENT_BACK);
        return new ImportView(
                record.token(),
                record.createdAt(),
                record.fileName(),
                String.join(",", record.layers()),
                record.mode().id(),
                record.effect().added(),
                record.effect().changed(),
                record.effect().removed(),
                // Those that came back stand with their layers.
                wentBack
                        ? 0
                        : record.issues().stream()
                                .mapToLong(ImportRecord.IssueCount::count)
                                .sum(),
                record.version() == 0 ? null : Long.toString(record.version()),
                record.version() == 0
                        ? null
                        : GoingBack.before(record.version(), versions, imports)
                                .map(b -> Long.toString(b.id()))
                                .orElse(null),
                wentBack);
    }

    record WentBack(@Nullable String version, @Nullable String jobId) {}

    /** Undo: the county as it was before this import, and before all later ones. */
    @PostMapping("/api/counties/{c}/imports/{id}/undo")
    WentBack undo(@PathVariable String c, @PathVariable String id) {
        County county = door.county(c);
        ImportRecord made = store.imports(c).stream()
                .filter(i -> i.token().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("import", id));
        GoingBack.Before before =
                back.before(c, made).orElseThrow(() -> Refusal.conflict("no_way_back", Map.of("import", id)));
        Optional<DataVersion> version =
                back.to(c, before, UUID.randomUUID().toString().substring(0, 12));
        return new WentBack(
                version.map(v -> Long.toString(v.id())).orElse(null),
                version.isPresent() ? assessments.start(county).id() : null);
    }
}
