package org.terrace.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.terrace.server.runs.CountyOverview;
import org.terrace.server.runs.Snapshot;
import org.terrace.server.store.CountyStore;
import org.terrace.server.store.DataVersion;
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
            long issues) {}

    @Schema(name = "DataState")
    record View(String level, List<CountyOverview.Level> levels, List<LayerView> layers, List<ImportView> imports) {}

    private final CountyDoor door;
    private final CountyStore store;
    private final CountyOverview.Kept overviews;

    DataController(CountyDoor door, CountyStore store, CountyOverview.Kept overviews) {
        this.door = door;
        this.store = store;
        this.overviews = overviews;
    }

    @GetMapping("/api/counties/{c}/data")
    View data(@PathVariable String c, @RequestParam(required = false) @Nullable String version) {
        Optional<DataVersion> found = door.findVersion(door.county(c), version);
        Optional<CountyOverview> overview = door.findSnapshot(c, version).map((Snapshot s) -> overviews.of(s));
        List<ImportRecord> imports = store.imports(c);
        List<LayerView> layers = new ArrayList<>();
        found.ifPresent(
                v -> new TreeMap<>(v.layers()).forEach((name, revision) -> layers.add(layer(name, revision, imports))));
        return new View(
                overview.map(CountyOverview::level).orElse(""),
                overview.map(CountyOverview::levels).orElse(List.of()),
                layers,
                imports.stream().map(DataController::view).toList());
    }

    private static LayerView layer(String name, LayerRevision revision, List<ImportRecord> imports) {
        Map<String, IssueView> issues = new TreeMap<>();
        imports.stream()
                .filter(i ->
                        i.createdAt().equals(revision.createdAt()) && i.layers().contains(name))
                .flatMap(i -> i.issues().stream())
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

    private static ImportView view(ImportRecord record) {
        return new ImportView(
                record.token(),
                record.createdAt(),
                record.fileName(),
                String.join(",", record.layers()),
                record.mode().id(),
                record.effect().added(),
                record.effect().changed(),
                record.effect().removed(),
                record.issues().stream()
                        .mapToLong(ImportRecord.IssueCount::count)
                        .sum());
    }
}
