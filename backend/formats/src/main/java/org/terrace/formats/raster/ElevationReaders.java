package org.terrace.formats.raster;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.formats.source.Archive;
import org.terrace.formats.source.InputFile;

/** All elevation formats; the one entrance for whoever has a file. Never throws on the user's data. */
public final class ElevationReaders {
    /** 400 MB of heights: a county at 5 m, a province at 30 m. */
    static final long MAX_CELLS = 100_000_000;

    private static final int HEAD_BYTES = 4096;
    private static final List<ElevationReader> ALL =
            List.of(new GeoTiffElevationReader(), new AsciiGridReader(), new HgtReader());

    private ElevationReaders() {}

    /**
     * Reads whatever elevation raster the file is, judged by its content before its name. A zip archive may hold one raster, or
     * several tiles that fit together.
     *
     * @return empty after an issue of severity ERROR about the whole file. When {@link CrsFound#how()} is ASKED (with the issue
     *     {@code raster.no_crs}) the user must name the coordinate system before the heights are used
     */
    public static Optional<ElevationFile> read(InputFile file, IssueSink issues) {
        Place whole = Place.file(file.name());
        try {
            byte[] head = file.head(HEAD_BYTES);
            if (Archive.isZip(head)) {
                return ZippedRasters.read(file, issues);
            }
            Optional<ElevationReader> reader = readerOf(file, head, issues);
            if (reader.isEmpty()) {
                return Optional.empty();
            }
            Optional<ElevationFile> read = reader.get().read(file, issues);
            read.ifPresent(r -> check(r, issues));
            return read;
        } catch (IOException | RuntimeException e) {
            issues.report(unreadable(whole, e));
        } catch (OutOfMemoryError e) {
            issues.report(Issue.error("raster.memory", whole));
        }
        return Optional.empty();
    }

    /** True when one of the readers knows the content. */
    public static boolean recognises(InputFile file) {
        try {
            byte[] head = file.head(HEAD_BYTES);
            for (ElevationReader reader : ALL) {
                if (reader.recognises(file, head)) {
                    return true;
                }
            }
            return Archive.isZip(head) && Archive.names(file.path()).stream().anyMatch(ZippedRasters::isRasterName);
        } catch (IOException e) {
            return false;
        }
    }

    /** True for a name that only an elevation raster has, whatever is in the file. */
    public static boolean isRasterName(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(tiff?|hgt)");
    }

    private static Optional<ElevationReader> readerOf(InputFile file, byte[] head, IssueSink issues)
            throws IOException {
        if (head.length == 0) {
            String code = file.isFolder() ? "raster.not_a_raster" : "raster.empty";
            issues.report(Issue.error(code, Place.file(file.name())));
            return Optional.empty();
        }
        for (ElevationReader reader : ALL) {
            if (reader.recognises(file, head)) {
                return Optional.of(reader);
            }
        }
        issues.report(Issue.error("raster.not_a_raster", Place.file(file.name())));
        return Optional.empty();
    }

    private static void check(ElevationFile read, IssueSink issues) {
        SuspiciousHeights.check(read.grid().metres(), read.name(), issues);
        if (read.crs().how() == CrsFound.How.ASKED) {
            issues.report(Issue.warning("raster.no_crs", Place.file(read.name()))
                    .with(
                            "candidates",
                            String.join(
                                    "; ",
                                    read.crs().candidates().stream()
                                            .map(Object::toString)
                                            .toList())));
        }
    }

    static boolean tooLarge(String name, long columns, long rows, IssueSink issues) {
        if (columns <= MAX_CELLS && rows <= MAX_CELLS && columns * rows <= MAX_CELLS) {
            return false;
        }
        issues.report(Issue.error("raster.too_large", Place.file(name))
                .with("cells", columns + " x " + rows)
                .with("limit", MAX_CELLS));
        return true;
    }

    private static Issue unreadable(Place whole, Throwable cause) {
        String detail = cause.getMessage();
        return Issue.error("raster.unreadable", whole)
                .with("detail", detail == null ? cause.getClass().getSimpleName() : detail);
    }
}
