package org.terrace.formats.raster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.crs.CrsDetection;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.formats.source.InputFile;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/**
 * ESRI ASCII grids ({@code .asc}): a header of keys and numbers, then the heights row by row from the north west, cut into lines in any way.
 * The coordinate system comes from a {@code .prj} beside the file, else it is asked.
 */
final class AsciiGridReader implements ElevationReader {

    @Override
    public String format() {
        return "ascii_grid";
    }

    @Override
    public boolean recognises(InputFile file, byte[] head) {
        String start = withoutMark(new String(head, StandardCharsets.ISO_8859_1))
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return AsciiGridHeader.KEYS.stream()
                .anyMatch(key -> start.startsWith(key)
                        && start.length() > key.length()
                        && Character.isWhitespace(start.charAt(key.length())));
    }

    @Override
    public Optional<ElevationFile> read(InputFile file, IssueSink issues) throws IOException {
        try (InputStream in = Files.newInputStream(file.path())) {
            AsciiTokens tokens = new AsciiTokens(in);
            Map<String, Double> header = new HashMap<>();
            boolean more = tokens.advance();
            while (more && isKey(key(tokens))) {
                String key = key(tokens);
                Optional<Double> value = tokens.advance() ? number(tokens, file, issues) : Optional.of(Double.NaN);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                header.put(key, value.get());
                more = tokens.advance();
            }
            return body(file, new AsciiGridHeader(header), tokens, more, issues);
        }
    }

    private Optional<ElevationFile> body(
            InputFile file, AsciiGridHeader header, AsciiTokens tokens, boolean more, IssueSink issues)
            throws IOException {
        Place whole = Place.file(file.name());
        Optional<String> fault = header.fault();
        if (fault.isPresent()) {
            issues.report(Issue.error("raster.asc_header", whole).field(fault.get()));
            return Optional.empty();
        }
        if (ElevationReaders.tooLarge(file.name(), header.columns(), header.rows(), issues)) {
            return Optional.empty();
        }
        GridFrame frame = header.frame();
        float[] metres = new float[frame.cells()];
        int found = 0;
        for (; more; more = tokens.advance()) {
            if (found == metres.length) {
                issues.report(Issue.error("raster.asc_surplus", whole)
                        .with("expected", metres.length)
                        .with("line", tokens.line()));
                return Optional.empty();
            }
            Optional<Double> value = number(tokens, file, issues);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            double v = value.get();
            metres[found++] = v == header.nodata() ? Float.NaN : (float) v;
        }
        if (found < metres.length) {
            issues.report(Issue.error("raster.truncated", whole)
                    .with("expected", metres.length)
                    .with("found", found));
            return Optional.empty();
        }
        return Optional.of(new ElevationFile(
                file.name(), format(), new ElevationGrid(frame, metres), crs(file, frame), Optional.empty()));
    }

    private static Optional<Double> number(AsciiTokens tokens, InputFile file, IssueSink issues) {
        try {
            return Optional.of(tokens.number());
        } catch (NumberFormatException e) {
            String code = tokens.text().matches("[-+]?\\d+,\\d+") ? "raster.comma_decimal" : "raster.bad_number";
            issues.report(Issue.error(code, Place.file(file.name()))
                    .value(tokens.text())
                    .with("line", tokens.line()));
            return Optional.empty();
        }
    }

    private static CrsFound crs(InputFile file, GridFrame frame) throws IOException {
        Optional<Path> prj = prj(file);
        if (prj.isPresent()) {
            String wkt = Files.readString(prj.get(), StandardCharsets.ISO_8859_1);
            return Crs.fromWkt(wkt).map(c -> CrsFound.read(c, "prj")).orElseGet(() -> CrsFound.notUnderstood(wkt));
        }
        CrsFound found = CrsDetection.fromNumbers(frame.envelope(), Optional.empty());
        return found.swapped() ? CrsFound.asked(List.of(), "outside", false) : found;
    }

    private static Optional<Path> prj(InputFile file) {
        for (String stem : new String[] {file.stem(), InputFile.of(file.path()).stem()}) {
            for (String ending : new String[] {".prj", ".PRJ"}) {
                Path prj = file.path().resolveSibling(stem + ending);
                if (Files.isRegularFile(prj)) {
                    return Optional.of(prj);
                }
            }
        }
        return Optional.empty();
    }

    private static String key(AsciiTokens tokens) {
        return withoutMark(tokens.text()).toLowerCase(Locale.ROOT);
    }

    private static boolean isKey(String word) {
        return AsciiGridHeader.KEYS.contains(word);
    }

    /** Without the byte order mark that Windows editors put in front, read as UTF-8 or as three Latin-1 letters. */
    private static String withoutMark(String text) {
        if (text.startsWith("\u00EF\u00BB\u00BF")) {
            return text.substring(3);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
