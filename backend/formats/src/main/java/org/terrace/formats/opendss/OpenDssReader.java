package org.terrace.formats.opendss;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.issue.Place;
import org.terrace.formats.issue.Severity;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.text.Encodings;

/**
 * Reads an unbalanced feeder from a folder as the IEEE European low-voltage test feeder is laid out: {@code LineCode.txt, Lines.txt,
 * Loads.txt, Transformers.txt} with OpenDSS statements, and {@code Source.csv}. Names of files and properties in any case. Whatever bears
 * on the flow and is not understood is an error with its line; what only draws, meters or shapes in time is passed over.
 *
 * @see "OpenDSS manual, chapters on Line, LineCode, Transformer, Load and Vsource"
 */
public final class OpenDssReader {
    private static final Set<String> LINES = Set.of("line", "lines");
    private static final Set<String> CODES = Set.of("linecode", "linecodes");
    private static final Set<String> TRANSFORMERS = Set.of("transformer", "transformers");
    private static final Set<String> LOADS = Set.of("load", "loads");
    private static final Set<String> SOURCE = Set.of("source");

    private final Path folder;
    private final Issues issues;

    private OpenDssReader(Path folder, Issues issues) {
        this.folder = folder;
        this.issues = issues;
    }

    /**
     * @param loads a table of the loads of one moment, in place of those in Loads.txt
     * @return empty when the network would be another than the files'
     */
    public static Optional<OpenDssFeeder> read(Path folder, Optional<InputFile> loads, Issues issues) {
        try {
            return new OpenDssReader(folder, issues).feeder(loads);
        } catch (IOException e) {
            issues.report(Issue.broken(Place.file(folder.toString()), "OpenDSS", e));
            return Optional.empty();
        }
    }

    private Optional<OpenDssFeeder> feeder(Optional<InputFile> loads) throws IOException {
        Optional<Path> sourceFile = find(SOURCE, "csv");
        List<DssStatement> statements = new ArrayList<>();
        statements.addAll(statements(CODES, false));
        statements.addAll(statements(TRANSFORMERS, false));
        statements.addAll(statements(LINES, true));
        if (loads.isEmpty()) {
            statements.addAll(statements(LOADS, true));
        }
        if (sourceFile.isEmpty()) {
            missing("Source.csv");
            return Optional.empty();
        }
        Optional<SourceTable> source = SourceTable.read(InputFile.of(sourceFile.get()), issues);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        DssReport report = new DssReport(issues);
        OpenDssAssembly assembly = new OpenDssAssembly(folder.toString(), source.get(), statements, report);
        OpenDssFeeder feeder = assembly.feeder(statements, loads.map(file -> LoadTable.read(file, issues)));
        return issues.all().stream().anyMatch(i -> i.severity() == Severity.ERROR)
                ? Optional.empty()
                : Optional.of(feeder);
    }

    private void missing(String name) {
        issues.report(Issue.error("dss_no_file", Place.file(folder.toString())).value(name));
    }

    private List<DssStatement> statements(Set<String> stems, boolean needed) throws IOException {
        Optional<Path> file = find(stems, "txt", "dss");
        if (file.isEmpty()) {
            if (needed) {
                missing(stems == LINES ? "Lines.txt" : "Loads.txt");
            }
            return List.of();
        }
        byte[] bytes = Files.readAllBytes(file.get());
        String text = new String(bytes, Encodings.ofTextFile(bytes).charset());
        return DssText.read(
                InputFile.of(file.get()).name(), text.startsWith("\uFEFF") ? text.substring(1) : text, issues);
    }

    private Optional<Path> find(Set<String> stems, String... endings) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> {
                        InputFile file = InputFile.of(f);
                        return stems.contains(file.stem().toLowerCase(Locale.ROOT))
                                && Set.of(endings).contains(file.extension());
                    })
                    .sorted()
                    .findFirst();
        }
    }
}
