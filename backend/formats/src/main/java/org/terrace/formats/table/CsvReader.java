package org.terrace.formats.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.locationtech.jts.geom.Geometry;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.source.RawSink;
import org.terrace.formats.source.ReadOptions;
import org.terrace.formats.source.Reader;
import org.terrace.formats.source.SourceLayer;
import org.terrace.formats.text.EncodingFound;
import org.terrace.formats.text.Encodings;

/** CSV with a header line; every value stays text, so that codes keep their leading zeros. Streams: no row is held. */
public final class CsvReader implements Reader {
    private static final int PEEK = 1 << 20;

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public Set<String> extensions() {
        return Set.of("csv", "tsv", "txt");
    }

    @Override
    public boolean recognises(InputFile file, byte[] head) {
        return false;
    }

    @Override
    public void read(InputFile file, ReadOptions options, RawSink sink, IssueSink issues) {
        Place whole = Place.file(file.name());
        try {
            byte[] head = file.head(PEEK);
            if (looksBinary(head)) {
                issues.report(Issue.error("not_this_format", whole).with("format", "CSV"));
                return;
            }
            EncodingFound encoding =
                    options.encoding().map(EncodingFound::given).orElseGet(() -> Encodings.ofTextFile(head));
            String firstLine =
                    new String(head, encoding.charset()).lines().findFirst().orElse("");
            char delimiter = options.delimiter().orElseGet(() -> delimiter(firstLine));
            try (BufferedReader text = open(file, encoding.charset());
                    CSVParser parser = CSVFormat.DEFAULT
                            .builder()
                            .setDelimiter(delimiter)
                            .setIgnoreEmptyLines(true)
                            .setIgnoreSurroundingSpaces(true)
                            .get()
                            .parse(text)) {
                rows(file, options, encoding, parser, sink, issues);
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            issues.report(Issue.broken(whole, "CSV", e));
        }
    }

    private static void rows(
            InputFile file,
            ReadOptions options,
            EncodingFound encoding,
            CSVParser parser,
            RawSink sink,
            IssueSink issues) {
        Place whole = Place.file(file.name());
        var records = parser.iterator();
        if (!records.hasNext()) {
            issues.report(Issue.error("empty_file", whole));
            return;
        }
        List<String> header = header(records.next(), whole, issues);
        Optional<PositionColumns> positions = PositionColumns.find(header, options.columns(), whole, issues);
        if (options.columns().isKnown() && positions.isEmpty()) {
            return;
        }
        sink.layer(new SourceLayer(
                file.stem(),
                header,
                PositionColumns.crs(positions),
                Optional.of(encoding),
                PositionColumns.used(positions)));
        boolean any = false;
        while (records.hasNext()) {
            long lastLine = parser.getCurrentLineNumber();
            CSVRecord record = records.next();
            long line =
                    lastLine - record.stream().mapToLong(CsvReader::lineBreaks).sum();
            if (record.size() == 1 && record.get(0).isBlank()) {
                continue;
            }
            any = true;
            Place place = Place.line(file.name(), "", line);
            if (record.size() != header.size()) {
                issues.report(Issue.warning("cell_count", place)
                        .with("cells", record.size())
                        .with("columns", header.size()));
            }
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(record.size(), header.size()); i++) {
                String value = unguarded(record.get(i));
                if (!value.isBlank()) {
                    values.put(header.get(i), value);
                }
            }
            Optional<Geometry> geometry = positions.flatMap(p -> p.geometry(values, place, issues));
            sink.feature(new RawFeature(place, values, geometry));
        }
        if (!any) {
            issues.report(Issue.error("no_rows", whole));
        }
    }

    /** Names made unique and non-empty; the names of the file are kept otherwise. */
    static List<String> header(Iterable<String> cells, Place whole, IssueSink issues) {
        List<String> header = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : cells) {
            String name = cell.replace("\ufeff", "").strip();
            if (name.isEmpty()) {
                name = "column_" + (header.size() + 1);
            }
            String unique = name;
            for (int n = 2; !seen.add(unique); n++) {
                unique = name + "_" + n;
            }
            if (!unique.equals(name)) {
                issues.report(Issue.warning("column_twice", whole).field(name).with("renamed", unique));
            }
            header.add(unique);
        }
        return header;
    }

    /** Our own writer puts an apostrophe before what a spreadsheet would run as a formula; taken off again. */
    private static String unguarded(String value) {
        return value.length() > 1 && value.charAt(0) == '\'' && "=+-@\t\r".indexOf(value.charAt(1)) >= 0
                ? value.substring(1)
                : value;
    }

    private static long lineBreaks(String value) {
        return value.chars().filter(c -> c == '\n').count();
    }

    private static BufferedReader open(InputFile file, Charset charset) throws IOException {
        InputStream in = Files.newInputStream(file.path());
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    private static char delimiter(String firstLine) {
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t', '|', '，'}) {
            long count = firstLine.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static boolean looksBinary(byte[] head) {
        boolean utf16 = head.length >= 2 && (head[0] & 0xff) >= 0xfe && (head[1] & 0xff) >= 0xfe;
        for (int i = 0; i < Math.min(head.length, 4096) && !utf16; i++) {
            if (head[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
