package org.terrace.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.formats.osm.OsmPbfReader;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.RawSink;
import org.terrace.formats.source.ReadOptions;
import org.terrace.formats.source.Reader;
import org.terrace.formats.table.CsvReader;
import org.terrace.formats.table.XlsxReader;
import org.terrace.formats.vector.GeoJsonReader;
import org.terrace.formats.vector.GeoPackageReader;
import org.terrace.formats.vector.ShapefileReader;

/** The one list of readers. A new format is one class and one line here. */
public final class Readers {
    private static final List<Reader> ALL = List.of(
            new GeoPackageReader(),
            new OsmPbfReader(),
            new XlsxReader(),
            new ShapefileReader(),
            new GeoJsonReader(),
            new CsvReader());

    private static final int HEAD_BYTES = 4096;

    private Readers() {}

    public static List<Reader> all() {
        return ALL;
    }

    /** The reader of a file: by its content, else by its ending. Reports why there is none. */
    public static Optional<Reader> find(InputFile file, ReadOptions options, IssueSink issues) {
        Place whole = Place.file(file.name());
        try {
            if (!Files.exists(file.path())) {
                issues.report(Issue.error("file_missing", whole));
                return Optional.empty();
            }
            if (!file.isFolder() && Files.size(file.path()) == 0) {
                issues.report(Issue.error("empty_file", whole));
                return Optional.empty();
            }
            if (!file.isFolder() && Files.size(file.path()) > options.maxBytes()) {
                issues.report(Issue.error("file_too_large", whole)
                        .with("bytes", Files.size(file.path()))
                        .with("limit", options.maxBytes()));
                return Optional.empty();
            }
            byte[] head = file.head(HEAD_BYTES);
            Optional<Reader> byContent =
                    ALL.stream().filter(r -> r.recognises(file, head)).findFirst();
            Optional<Reader> reader = byContent.or(() -> ALL.stream()
                    .filter(r -> r.extensions().contains(file.extension()))
                    .findFirst());
            if (reader.isEmpty()) {
                issues.report(Issue.error("unknown_format", whole).value(file.extension()));
            }
            return reader;
        } catch (IOException e) {
            issues.report(Issue.broken(whole, file.extension(), e));
            return Optional.empty();
        }
    }

    /** Reads a file with the reader it needs. */
    public static void read(InputFile file, ReadOptions options, RawSink sink, IssueSink issues) {
        find(file, options, issues).ifPresent(reader -> reader.read(file, options, sink, issues));
    }
}
