package org.terrace.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.server.importing.ImportChoices;
import org.terrace.server.importing.ImportReport;
import org.terrace.server.importing.ImportSessions;
import org.terrace.server.importing.Importer;
import org.terrace.server.importing.Question;
import org.terrace.server.runs.Assessments;
import org.terrace.server.store.CountyStore;
import org.terrace.server.store.DataVersion;
import org.terrace.server.store.Effect;

/** Uploads: looked at, changed, committed or dropped. */
@RestController
class ImportController {
    private static final int FIRST = 3;

    @Schema(name = "ColumnUse")
    record MappingView(String column, @Nullable String attribute, boolean translated, boolean dropped) {}

    @Schema(name = "CrsFound")
    record CrsView(@Nullable Integer epsg, String name, String how) {}

    @Schema(name = "EncodingFound")
    record EncodingView(String name, String how) {}

    @Schema(name = "ImportLayer")
    record LayerView(
            String sourceLayer,
            @Nullable String kind,
            List<String> kinds,
            long features,
            List<MappingView> mapping,
            @Nullable CrsView crs,
            @Nullable EncodingView encoding,
            List<Map<String, Object>> preview) {}

    @Schema(name = "ImportQuestion")
    record QuestionView(
            String id,
            List<String> options,

            @com.fasterxml.jackson.annotation.JsonProperty("default") @Nullable String proposed) {}

    @Schema(name = "IssuePlace")
    record IssueView(String where, String field, String value, Map<String, String> params) {}

    record IssueCount(String code, String severity, long count, List<IssueView> first) {}

    @Schema(name = "ImportEffect")
    record EffectView(long added, long changed, long removed, long unchanged, boolean sameAsBefore) {}

    @Schema(name = "ImportPreview")
    record Preview(
            String importId,
            String file,
            String format,

            @Schema(allowableValues = {"replace", "merge", "remove"})
            String mode,

            List<LayerView> layers,
            List<QuestionView> questions,
            List<IssueCount> issues,
            @Nullable EffectView effect,
            Map<String, Effect> effects,
            long rejected,
            boolean canCommit) {}

    @Schema(name = "ImportChoices")
    record Choices(
            @Nullable String layer,
            @Nullable String profile,
            @Nullable String crs,
            @Nullable String encoding,
            @Nullable String mode,
            @Nullable Map<String, String> mapping) {}

    @Schema(name = "ImportCommitted")
    record CommitView(
            @Nullable String version,
            Preview report,
            @Nullable String jobId) {}

    private final CountyDoor door;
    private final ImportSessions sessions;
    private final Assessments assessments;
    private final CountyStore store;

    ImportController(CountyDoor door, ImportSessions sessions, Assessments assessments, CountyStore store) {
        this.door = door;
        this.sessions = sessions;
        this.assessments = assessments;
        this.store = store;
    }

    @PostMapping(path = "/api/counties/{c}/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Preview upload(
            @PathVariable String c,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String layer,
            @RequestParam(defaultValue = "") String profile,
            @RequestParam(defaultValue = "") String crs,
            @RequestParam(defaultValue = "") String encoding,
            @RequestParam(defaultValue = "") String mode,
            @RequestParam(defaultValue = "en") String lang)
            throws IOException {
        door.county(c);
        ImportChoices choices = choices(layer, profile, crs, encoding, mode, Map.of());
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("upload");
        try (var content = file.getInputStream()) {
            return preview(sessions.open(c, name, content, choices, lang));
        }
    }

    private static ImportChoices choices(
            String layer, String profile, String crs, String encoding, String mode, Map<String, String> mapping) {
        try {
            return ImportChoices.parse(layer, profile, crs, encoding, mode, mapping);
        } catch (ImportChoices.BadChoiceException e) {
            throw Refusal.badRequest("bad_choice", Map.of("choice", e.choice(), "value", e.value()));
        }
    }

    private ImportSessions.Session session(String county, String id) {
        door.county(county);
        return sessions.find(county, id).orElseThrow(() -> Refusal.notFound("import", id));
    }

    @GetMapping("/api/counties/{c}/imports/{id}")
    Preview look(@PathVariable String c, @PathVariable String id) {
        return preview(session(c, id));
    }

    @PutMapping("/api/counties/{c}/imports/{id}")
    Preview change(
            @PathVariable String c,
            @PathVariable String id,
            @RequestBody Choices choices,
            @RequestParam(defaultValue = "en") String lang) {
        ImportSessions.Session session = session(c, id);
        return preview(sessions.change(
                session,
                choices(
                        text(choices.layer()),
                        text(choices.profile()),
                        text(choices.crs()),
                        text(choices.encoding()),
                        text(choices.mode()),
                        choices.mapping() == null ? Map.of() : choices.mapping()),
                lang));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    @PostMapping("/api/counties/{c}/imports/{id}/commit")
    CommitView commit(@PathVariable String c, @PathVariable String id, @RequestParam(defaultValue = "en") String lang) {
        ImportSessions.Session session = session(c, id);
        if (session.committed()) {
            throw Refusal.conflict("import_done", Map.of("import", id));
        }
        if (!session.report().canCommit()) {
            throw Refusal.conflict(
                    "import_refused", Map.of("file", session.file().name()));
        }
        Importer.Committed committed = sessions.commit(session, lang);
        if (committed.report().issues().hasFatal()) {
            throw Refusal.conflict(
                    "import_refused", Map.of("file", session.file().name()));
        }
        Optional<DataVersion> now = committed.version().or(() -> store.newest(c));
        String job = committed.version().isPresent()
                ? assessments.start(door.county(c)).id()
                : null;
        return new CommitView(now.map(v -> Long.toString(v.id())).orElse(null), preview(session(c, id)), job);
    }

    record IssueLine(
            String code, String severity, String where, String field, String value, Map<String, String> params) {}

    record IssuePage(long total, List<IssueLine> issues) {}

    @GetMapping("/api/counties/{c}/imports/{id}/issues")
    IssuePage issues(
            @PathVariable String c,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit) {
        Issues issues = session(c, id).report().issues();
        long total = issues.counts().values().stream().mapToLong(n -> n).sum();
        List<IssueLine> page = issues.all().stream()
                .skip(Math.max(0, offset))
                .limit(Math.max(0, Math.min(1_000, limit)))
                .map(ImportController::issue)
                .toList();
        return new IssuePage(total, page);
    }

    private static IssueLine issue(Issue issue) {
        return new IssueLine(
                issue.code(),
                issue.severity().name().toLowerCase(Locale.ROOT),
                issue.place().toString(),
                issue.field(),
                issue.value(),
                issue.words());
    }

    @GetMapping("/api/counties/{c}/imports/{id}/bad-rows.csv")
    ResponseEntity<Resource> badRows(@PathVariable String c, @PathVariable String id) {
        door.county(c);
        Path file = sessions.badRows(id).orElseThrow(() -> Refusal.notFound("bad_rows", id));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bad-rows.csv\"")
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(new FileSystemResource(file));
    }

    @DeleteMapping("/api/counties/{c}/imports/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable String c, @PathVariable String id) {
        session(c, id);
        sessions.drop(id);
    }

    private static Preview preview(ImportSessions.Session session) {
        ImportReport report = session.report();
        Effect effect = report.effect();
        boolean known = !report.effects().isEmpty();
        return new Preview(
                session.id(),
                report.file(),
                report.format(),
                report.mode().id(),
                report.layers().stream().map(ImportController::layer).toList(),
                report.questions().stream().map(ImportController::question).toList(),
                counts(report),
                known
                        ? new EffectView(
                                effect.added(),
                                effect.changed(),
                                effect.removed(),
                                effect.unchanged(),
                                report.sameAsBefore())
                        : null,
                report.effects(),
                report.rejected(),
                report.canCommit() && !session.committed());
    }

    private static QuestionView question(Question question) {
        return new QuestionView(
                question.id(), question.options(), question.proposed().orElse(null));
    }

    private static LayerView layer(ImportReport.Layer layer) {
        return new LayerView(
                layer.name(),
                layer.kinds().isEmpty() ? null : layer.kinds().get(0),
                layer.kinds(),
                layer.features(),
                layer.mapping().stream()
                        .map(m -> new MappingView(
                                m.column(),
                                m.attribute().isEmpty() ? null : m.attribute(),
                                m.translated(),
                                m.dropped()))
                        .toList(),
                layer.crs()
                        .map(f -> new CrsView(
                                f.crs().map(Crs::epsg).orElse(null),
                                f.crs().map(x -> x.name("en")).orElse(""),
                                f.how().name().toLowerCase(Locale.ROOT)))
                        .orElse(null),
                layer.encoding()
                        .map(e -> new EncodingView(
                                e.charset().name(), e.how().name().toLowerCase(Locale.ROOT)))
                        .orElse(null),
                layer.rows());
    }

    private static List<IssueCount> counts(ImportReport report) {
        List<IssueCount> counts = new ArrayList<>();
        report.issues().counts().forEach((code, count) -> {
            List<Issue> first = report.firstOf(code, FIRST);
            counts.add(new IssueCount(
                    code,
                    first.isEmpty() ? "note" : first.get(0).severity().name().toLowerCase(Locale.ROOT),
                    count,
                    first.stream()
                            .map(i -> new IssueView(i.place().toString(), i.field(), i.value(), i.words()))
                            .toList()));
        });
        return counts;
    }
}
