package org.terrace.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
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
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.mapping.MappingFiles;
import org.terrace.formats.mapping.MappingProfile;
import org.terrace.formats.text.EncodingFound;
import org.terrace.server.importing.ColumnChoice;
import org.terrace.server.importing.ImportChoices;
import org.terrace.server.importing.ImportReport;
import org.terrace.server.importing.ImportSessions;
import org.terrace.server.importing.Importer;
import org.terrace.server.importing.Question;
import org.terrace.server.importing.Watch;
import org.terrace.server.runs.Assessments;
import org.terrace.server.runs.Job;
import org.terrace.server.runs.Jobs;
import org.terrace.server.store.CountyStore;
import org.terrace.server.store.DataVersion;
import org.terrace.server.store.Effect;

/** Uploads: looked at, changed, committed or dropped. */
@RestController
class ImportController {
    private static final int FIRST = 3;

    @Schema(name = "ColumnUse")
    record MappingView(String column, @Nullable String attribute, boolean translated, boolean dropped) {}

    @Schema(name = "FieldUse")
    record FieldView(
            String kind,
            String attribute,
            @Nullable String column,
            @Nullable String constant,
            boolean translated) {}

    @Schema(name = "PositionColumns")
    record PositionView(String x, String y, String wkt) {}

    /** @param options systems that a user may mean instead, likeliest first */
    @Schema(name = "CrsFound")
    record CrsView(
            @Nullable Integer epsg,
            String name,

            @Schema(allowableValues = {"read", "detected", "given", "asked"})
            String how,

            List<CrsOption> options) {}

    record CrsOption(int epsg, String name) {}

    @Schema(name = "EncodingFound")
    record EncodingView(
            String name,

            @Schema(allowableValues = {"read", "detected", "given", "asked"})
            String how,

            List<String> options) {}

    @Schema(name = "ImportLayer")
    record LayerView(
            String sourceLayer,
            @Nullable String kind,
            List<String> kinds,
            long features,

            @Schema(description = "how many of the features count; null before they have been gone through") @Nullable Long taken,

            List<MappingView> mapping,
            List<FieldView> fields,
            @Nullable PositionView position,
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
            boolean canCommit,
            boolean committed) {}

    @Schema(name = "ImportChoices")
    record Choices(
            @Nullable String layer,
            @Nullable String profile,
            @Nullable String crs,
            @Nullable String encoding,
            @Nullable String mode,

            @Schema(description = "take only the rows of this system's zone: EPSG:n") @Nullable String zone,

            @Nullable List<ColumnChoice> mapping) {}

    @Schema(name = "ImportCommitted")
    record CommitView(
            @Nullable String version,
            Preview report,
            @Nullable String jobId) {}

    private final CountyDoor door;
    private final ImportSessions sessions;
    private final Assessments assessments;
    private final CountyStore store;
    private final Jobs jobs;

    ImportController(CountyDoor door, ImportSessions sessions, Assessments assessments, CountyStore store, Jobs jobs) {
        this.door = door;
        this.sessions = sessions;
        this.assessments = assessments;
        this.store = store;
        this.jobs = jobs;
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
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "en") String lang)
            throws IOException {
        door.county(c);
        ImportChoices choices = choices(layer, profile, crs, encoding, mode, zone, List.of());
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("upload");
        try (var content = file.getInputStream()) {
            return preview(sessions.open(c, name, content, choices, lang));
        }
    }

    private static ImportChoices choices(
            String layer,
            String profile,
            String crs,
            String encoding,
            String mode,
            String zone,
            List<ColumnChoice> mapping) {
        try {
            return ImportChoices.parse(layer, profile, crs, encoding, mode)
                    .withMapping(mapping)
                    .withZone(zone);
        } catch (ImportChoices.BadChoiceException e) {
            throw Refusal.badRequest("bad_" + e.choice(), Map.of("value", e.value()));
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
        return preview(sessions.change(session, choices(choices), lang));
    }

    private static ImportChoices choices(Choices given) {
        return choices(
                text(given.layer()),
                text(given.profile()),
                text(given.crs()),
                text(given.encoding()),
                text(given.mode()),
                text(given.zone()),
                given.mapping() == null ? List.of() : given.mapping());
    }

    /** @param jobId when it is done, the preview is there; when it is cancelled, all is as before */
    record ImportStarted(String importId, String jobId) {}

    @PostMapping(path = "/api/counties/{c}/imports/jobs", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportStarted startUpload(
            @PathVariable String c, @RequestParam MultipartFile file, @RequestParam(defaultValue = "en") String lang)
            throws IOException {
        door.county(c);
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("upload");
        ImportSessions.Upload upload;
        try (var content = file.getInputStream()) {
            upload = sessions.store(c, name, content);
        }
        Job job = jobs.startFile(
                c, "job.import_look", handle -> sessions.look(upload, ImportChoices.NONE, lang, watch(handle, 0)));
        return new ImportStarted(upload.id(), job.id());
    }

    @PutMapping("/api/counties/{c}/imports/{id}/jobs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportStarted startChange(
            @PathVariable String c,
            @PathVariable String id,
            @RequestBody Choices choices,
            @RequestParam(defaultValue = "en") String lang) {
        ImportSessions.Session session = session(c, id);
        ImportChoices parsed = choices(choices);
        long rows = rows(session);
        Job job = jobs.startFile(
                c, "job.import_look", handle -> sessions.change(session, parsed, lang, watch(handle, rows)));
        return new ImportStarted(id, job.id());
    }

    @PostMapping("/api/counties/{c}/imports/{id}/commit/jobs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportStarted startCommit(
            @PathVariable String c, @PathVariable String id, @RequestParam(defaultValue = "en") String lang) {
        ImportSessions.Session session = session(c, id);
        refuseUnlessReady(session);
        long rows = rows(session);
        Job job = jobs.startFile(c, "job.import_write", handle -> {
            Importer.Committed committed = sessions.commit(session, lang, watch(handle, rows));
            committed.version().ifPresent(v -> {
                handle.version(v.id());
                assessments.start(door.county(c));
            });
        });
        return new ImportStarted(id, job.id());
    }

    private static long rows(ImportSessions.Session session) {
        return session.report().layers().stream()
                .mapToLong(ImportReport.Layer::features)
                .sum();
    }

    /** Tells the job how far the file is, and stops when the job is cancelled. @param known rows of the file; 0 = not yet known */
    private static Watch watch(Jobs.Handle handle, long known) {
        return (step, rows, of) -> {
            handle.deadline().check();
            long all = of > 0 ? of : known;
            double part = all == 0 ? 0 : Math.min(1, (double) rows / all);
            boolean looking = step == Watch.Step.LOOKING;
            handle.report(
                    switch (step) {
                        case LOOKING -> all == 0 ? "job.import_look_rows" : "job.import_look_of";
                        case COMPARING -> "job.import_compare";
                        case WRITING -> "job.import_rows";
                    },
                    Map.of("rows", Long.toString(rows), "of", Long.toString(all)),
                    looking ? 0.3 * part : 0.3 + 0.65 * part);
        };
    }

    @GetMapping("/api/counties/{c}/imports/{id}/profile.yaml")
    ResponseEntity<byte[]> profile(@PathVariable String c, @PathVariable String id) {
        ImportSessions.Session session = session(c, id);
        MappingProfile profile = session.report().profile().orElseThrow(() -> Refusal.notFound("profile", id));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(profile.id() + ".yaml", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
                .body((command(session, profile) + MappingFiles.write(profile)).getBytes(StandardCharsets.UTF_8));
    }

    /** How the same file is imported again with this profile. */
    private static String command(ImportSessions.Session session, MappingProfile profile) {
        StringBuilder line = new StringBuilder("# ./terrace import '")
                .append(session.file().name().replace('\n', ' '))
                .append("' --county ")
                .append(session.county())
                .append(" --profile ")
                .append(profile.id())
                .append(".yaml --mode ")
                .append(session.report().mode().id());
        session.choices().zone().ifPresent(zone -> line.append(" --zone EPSG:").append(zone.epsg()));
        session.report().layers().stream().limit(1).forEach(layer -> {
            layer.crs()
                    .flatMap(f -> f.crs())
                    .ifPresent(x -> line.append(" --crs EPSG:").append(x.epsg()));
            layer.encoding()
                    .ifPresent(
                            e -> line.append(" --encoding ").append(e.charset().name()));
        });
        return line.append('\n').toString();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    @PostMapping("/api/counties/{c}/imports/{id}/commit")
    CommitView commit(@PathVariable String c, @PathVariable String id, @RequestParam(defaultValue = "en") String lang) {
        ImportSessions.Session session = session(c, id);
        refuseUnlessReady(session);
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

    private static void refuseUnlessReady(ImportSessions.Session session) {
        if (session.committed()) {
            throw Refusal.conflict("import_done", Map.of("import", session.id()));
        }
        if (!session.report().canCommit()) {
            throw Refusal.conflict(
                    "import_refused", Map.of("file", session.file().name()));
        }
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

    private Preview preview(ImportSessions.Session session) {
        ImportReport report = session.report();
        int epsg = door.county(session.county()).epsg();
        Effect effect = report.effect();
        boolean known = !report.effects().isEmpty();
        return new Preview(
                session.id(),
                report.file(),
                report.format(),
                report.mode().id(),
                report.layers().stream().map(l -> layer(l, epsg)).toList(),
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
                report.canCommit() && !session.committed(),
                session.committed());
    }

    private static QuestionView question(Question question) {
        return new QuestionView(
                question.id(), question.options(), question.proposed().orElse(null));
    }

    private static LayerView layer(ImportReport.Layer layer, int countyEpsg) {
        return new LayerView(
                layer.name(),
                layer.kinds().isEmpty() ? null : layer.kinds().get(0),
                layer.kinds(),
                layer.features(),
                layer.taken().orElse(null),
                layer.mapping().stream()
                        .map(m -> new MappingView(
                                m.column(),
                                m.attribute().isEmpty() ? null : m.attribute(),
                                m.translated(),
                                m.dropped()))
                        .toList(),
                layer.fields().stream()
                        .map(f -> new FieldView(
                                f.kind().id(),
                                f.attribute(),
                                f.column().orElse(null),
                                f.constant().orElse(null),
                                f.translated()))
                        .toList(),
                layer.position()
                        .map(p -> new PositionView(p.x(), p.y(), p.wkt()))
                        .orElse(null),
                layer.crs()
                        .map(f -> new CrsView(
                                f.crs().map(Crs::epsg).orElse(null),
                                f.crs().map(x -> x.name("en")).orElse(""),
                                f.how().name().toLowerCase(Locale.ROOT),
                                crsOptions(f, countyEpsg)))
                        .orElse(null),
                layer.encoding()
                        .map(e -> new EncodingView(
                                e.charset().name(), e.how().name().toLowerCase(Locale.ROOT), encodings(e)))
                        .orElse(null),
                layer.rows());
    }

    private static List<CrsOption> crsOptions(CrsFound found, int countyEpsg) {
        Map<Integer, CrsOption> options = new LinkedHashMap<>();
        Stream.concat(
                        Stream.concat(found.crs().stream(), found.candidates().stream()),
                        Stream.of(countyEpsg, 4326, 4490).filter(e -> e != 0).flatMap(e -> Crs.find(e).stream()))
                .filter(crs -> crs.epsg() != 0)
                .forEach(crs -> options.putIfAbsent(crs.epsg(), new CrsOption(crs.epsg(), crs.name("en"))));
        return List.copyOf(options.values());
    }

    private static List<String> encodings(EncodingFound found) {
        Set<String> names = new LinkedHashSet<>();
        names.add(found.charset().name());
        names.addAll(found.samples().keySet());
        names.addAll(List.of("UTF-8", "GB18030", "Big5"));
        return List.copyOf(names);
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
