package org.terrace.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Severity;
import org.terrace.formats.mapping.MappingFiles;
import org.terrace.formats.mapping.MappingProfile;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.words.Words;
import org.terrace.formats.write.RejectedRow;
import org.terrace.server.importing.CountyFolders;
import org.terrace.server.importing.ImportChoices;
import org.terrace.server.importing.ImportList;
import org.terrace.server.importing.ImportReport;
import org.terrace.server.importing.ImportSessions;
import org.terrace.server.importing.Importer;
import org.terrace.server.importing.Question;
import org.terrace.server.store.CountyStore;
import org.terrace.server.store.Effect;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads files into a county: each is looked at, shown, and stored in one transaction. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
    private static final int SHOWN = 3;
    private static final int UNUSED_SHOWN = 8;
    private static final int REJECTED_KEPT = 100_000;

    @Mixin
    Common common = new Common();

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "cli.help.option.files")
    List<Path> files = List.of();

    @Option(names = "--county", paramLabel = "CODE", descriptionKey = "cli.help.option.county")
    String county = "";

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.help.option.name")
    String name = "";

    @Option(names = "--standard", paramLabel = "ID", descriptionKey = "cli.help.option.standard")
    String standard = "cn-national";

    @Option(names = "--layer", paramLabel = "LAYER", descriptionKey = "cli.help.option.layer")
    String layer = "";

    @Option(names = "--profile", paramLabel = "ID|FILE.yaml", descriptionKey = "cli.help.option.profile")
    String profile = "";

    @Option(names = "--crs", paramLabel = "EPSG:n", descriptionKey = "cli.help.option.crs")
    String crs = "";

    @Option(names = "--encoding", paramLabel = "NAME", descriptionKey = "cli.help.option.encoding")
    String encoding = "";

    @Option(names = "--zone", paramLabel = "EPSG:n", descriptionKey = "cli.help.option.zone")
    String zone = "";

    @Option(names = "--mode", paramLabel = "replace|merge|remove", descriptionKey = "cli.help.option.mode")
    String mode = "";

    @Option(names = "--dry-run", descriptionKey = "cli.help.option.dry_run")
    boolean dryRun;

    @Option(names = "--yes", descriptionKey = "cli.help.option.yes")
    boolean yes;

    @Option(names = "--verbose", descriptionKey = "cli.help.option.verbose")
    boolean verbose;

    @Option(names = "--bad-rows", paramLabel = "FILE", descriptionKey = "cli.help.option.bad_rows")
    Path badRows = Path.of("");

    @Override
    public Integer call() {
        Optional<MappingProfile> own = ownProfile();
        ImportChoices parsed = ImportChoices.parse(layer, own.isPresent() ? "" : profile, crs, encoding, mode)
                .withZone(zone);
        ImportChoices given = own.map(parsed::withProfile).orElse(parsed);
        ImportChoices choices = yes ? given.acceptingDefaults() : given;
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new Stop(ExitCode.NOT_FOUND, "cli.file_missing", Map.of("file", file));
            }
        }
        return Program.with(common, context -> all(context, choices));
    }

    /** A profile that is a file, as the map's import preview offers it for download. */
    private Optional<MappingProfile> ownProfile() {
        if (!profile.endsWith(".yaml") && !profile.endsWith(".yml")) {
            return Optional.empty();
        }
        Path file = Path.of(profile);
        if (!Files.exists(file)) {
            throw new Stop(ExitCode.NOT_FOUND, "cli.file_missing", Map.of("file", file));
        }
        try {
            return Optional.of(MappingFiles.read(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new Stop(
                    ExitCode.REFUSED,
                    "cli.import.profile_broken",
                    Map.of("file", file, "detail", common.words().detail(String.valueOf(e.getMessage()))));
        }
    }

    private int all(ConfigurableApplicationContext context, ImportChoices choices) {
        List<Map<String, Object>> answers = new ArrayList<>();
        int exit = ExitCode.DONE;
        for (Path file : files) {
            Path list = Files.isDirectory(file) ? file.resolve(ImportList.FILE_NAME) : file;
            if (ImportList.FILE_NAME.equals(String.valueOf(list.getFileName())) && Files.exists(list)) {
                exit = Math.max(exit, folder(context, ImportList.read(list), answers));
            } else {
                exit = Math.max(exit, one(context, file, choices, answers));
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ok", exit == ExitCode.DONE);
        answer.put("files", answers);
        common.answer(answer);
        return exit;
    }

    private int folder(ConfigurableApplicationContext context, ImportList list, List<Map<String, Object>> answers) {
        int[] exit = {ExitCode.DONE};
        context.getBean(CountyFolders.class).load(list, common.language, (entry, committed) -> {
            show(committed.report());
            answers.add(answer(committed.report(), committed.version().map(v -> v.id())));
            exit[0] = Math.max(exit[0], committed.report().issues().hasFatal() ? ExitCode.REFUSED : ExitCode.DONE);
        });
        return exit[0];
    }

    private int one(
            ConfigurableApplicationContext context,
            Path file,
            ImportChoices choices,
            List<Map<String, Object>> answers) {
        Importer importer = context.getBean(Importer.class);
        CountyStore store = context.getBean(CountyStore.class);
        String code = county.isEmpty() ? Program.county(context, "").code() : county;
        Rejects rejects = new Rejects();
        InputFile input = InputFile.of(file);
        if (dryRun) {
            ImportReport report = importer.preview(code, input, choices, rejects);
            show(report);
            answers.add(answer(report, Optional.empty()));
            return report.canCommit() ? ExitCode.DONE : ExitCode.REFUSED;
        }
        boolean made = store.findCounty(code).isEmpty();
        if (made) {
            // Looked at first, so that a refused file leaves no empty county behind.
            ImportReport report = importer.preview(code, input, choices, Importer.Rejected.IGNORED);
            if (!report.canCommit()) {
                show(report);
                answers.add(answer(report, Optional.empty()));
                return ExitCode.REFUSED;
            }
            store.create(code, name.isEmpty() ? code : name, 0, false, standard);
            common.say("cli.import.county_made", Map.of("county", code));
        }
        String token = UUID.randomUUID().toString().substring(0, 12);
        Importer.Committed committed = importer.commit(code, input, choices, token, rejects);
        show(committed.report());
        rejects.write(file);
        committed
                .version()
                .ifPresent(version -> common.say("cli.import.stored", Map.of("version", version.id(), "county", code)));
        answers.add(answer(committed.report(), committed.version().map(v -> v.id())));
        boolean refused = committed.report().issues().hasFatal()
                || !committed.report().questions().isEmpty();
        return refused ? ExitCode.REFUSED : ExitCode.DONE;
    }

    private void show(ImportReport report) {
        Words words = common.words();
        common.say("cli.import.file", Map.of("file", report.file(), "format", report.format()));
        Set<String> said = new LinkedHashSet<>();
        for (ImportReport.Layer source : report.layers()) {
            source.crs()
                    .ifPresent(found -> said.add(words.say(
                            "cli.import.crs",
                            Map.of(
                                    "crs",
                                    found.crs()
                                            .map(c -> c.name(common.language))
                                            .orElse("?"),
                                    "how",
                                    how(found.how().name(), words)))));
            source.encoding()
                    .ifPresent(found -> said.add(words.say(
                            "cli.import.encoding",
                            Map.of(
                                    "encoding",
                                    found.charset().name(),
                                    "how",
                                    how(found.how().name(), words)))));
        }
        said.forEach(common::line);
        report.layers().forEach(source -> mapping(source, words));
        boolean refused = report.issues().hasFatal() || !report.questions().isEmpty();
        if (!refused) {
            effects(report, words);
        }
        if (report.sameAsBefore()) {
            common.say("cli.import.same", Map.of("file", report.file()));
        }
        issues(report, words);
        for (Question question : report.questions()) {
            // Nothing is proposed where nothing fits: an empty suggestion helps nobody.
            common.say(
                    "cli.import.question." + question.id() + (question.options().isEmpty() ? "_open" : ""),
                    Map.of(
                            "options",
                            String.join(", ", question.options()),
                            "proposed",
                            question.proposed().orElse("-")));
        }
        if (report.issues().hasFatal()) {
            common.say("cli.import.refused", Map.of("file", report.file()));
        }
    }

    /** What is stored; nothing to be said of a file that is refused. */
    private void effects(ImportReport report, Words words) {
        report.effects()
                .forEach((kind, effect) -> common.say(
                        "cli.import.effect",
                        Map.of(
                                "layer",
                                words.find("layer." + kind).orElse(kind),
                                "mode",
                                words.say("cli.import.mode." + report.mode().id()),
                                "added",
                                effect.added(),
                                "changed",
                                effect.changed(),
                                "removed",
                                effect.removed(),
                                "unchanged",
                                effect.unchanged())));
    }

    /** Which column becomes what, and which are left out, so that a wrong guess is seen. */
    private void mapping(ImportReport.Layer source, Words words) {
        List<String> used = new ArrayList<>();
        List<String> unused = new ArrayList<>();
        Set<String> position = source.position()
                .<Set<String>>map(p -> new TreeSet<>(List.of(p.x(), p.y(), p.wkt())))
                .orElse(Set.of());
        for (MappingProfile.ColumnUse use : source.mapping()) {
            if (position.contains(use.column())) {
                used.add(use.column() + " = " + words.say("cli.import.position"));
            } else if (!use.attribute().isEmpty()) {
                String meaning = words.find("attribute." + use.attribute()).orElse(use.attribute());
                used.add(meaning.equals(use.column()) ? meaning : use.column() + " = " + meaning);
            } else if (!use.dropped()) {
                unused.add(use.column());
            }
        }
        if (!used.isEmpty()) {
            common.say("cli.import.columns", Map.of("columns", String.join(", ", used)));
        }
        if (!unused.isEmpty()) {
            boolean many = !verbose && unused.size() > UNUSED_SHOWN + 2;
            common.say(
                    many ? "cli.import.columns_unused_many" : "cli.import.columns_unused",
                    Map.of(
                            "count",
                            unused.size(),
                            "columns",
                            String.join(", ", many ? unused.subList(0, UNUSED_SHOWN) : unused)));
        }
    }

    private static String how(String name, Words words) {
        return words.say("cli.import.how." + name.toLowerCase(Locale.ROOT));
    }

    private void issues(ImportReport report, Words words) {
        report.issues().counts().forEach((code, count) -> {
            List<Issue> first = report.firstOf(code, SHOWN);
            for (Issue issue : first) {
                String level =
                        issue.severity() == Severity.ERROR ? "!!" : issue.severity() == Severity.WARNING ? "! " : "  ";
                String hint = words.hint(issue);
                // The sentence names file and line itself.
                common.line("  " + level + " " + words.issue(issue) + (hint.isEmpty() ? "" : " " + hint));
            }
            if (count > first.size()) {
                common.say("cli.import.more", Map.of("count", count - first.size()));
            }
        });
        if (report.rejected() > 0 && badRows.toString().isEmpty()) {
            common.say("cli.import.rejected", Map.of("rows", report.rejected()));
        }
    }

    private static Map<String, Object> answer(ImportReport report, Optional<Long> version) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("file", report.file());
        answer.put("format", report.format());
        answer.put("mode", report.mode().id());
        answer.put("version", version.orElse(null));
        answer.put("refused", report.issues().hasFatal() || !report.questions().isEmpty());
        answer.put("sameAsBefore", report.sameAsBefore());
        Effect effect = report.effect();
        answer.put("effect", effect);
        answer.put("effects", report.effects());
        answer.put("rejected", report.rejected());
        answer.put("issues", report.issues().counts());
        answer.put(
                "questions",
                report.questions().stream()
                        .map(q -> Map.of(
                                "id",
                                q.id(),
                                "options",
                                q.options(),
                                "default",
                                q.proposed().orElse("")))
                        .toList());
        return answer;
    }

    /** Rows that stay out, for the file that is mended and imported again. */
    private final class Rejects implements Importer.Rejected {
        private final List<RejectedRow> rows = new ArrayList<>();
        private final Set<String> dropped = new TreeSet<>();

        @Override
        public void row(RejectedRow row, Set<String> droppedColumns) {
            dropped.addAll(droppedColumns);
            if (rows.size() < REJECTED_KEPT) {
                rows.add(row);
            }
        }

        void write(Path imported) {
            if (rows.isEmpty() || badRows.toString().isEmpty()) {
                return;
            }
            ImportSessions.writeBadRows(badRows, rows, dropped, common.words());
            common.say("cli.import.bad_rows", Map.of("file", badRows, "rows", rows.size(), "imported", imported));
        }
    }
}
