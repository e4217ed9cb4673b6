package org.terrace.formats.raster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.formats.source.Archive;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.ReadOptions;

/** Rasters in a zip archive, unpacked one after the other under names of our own; several must fit together as tiles. */
final class ZippedRasters {
    private ZippedRasters() {}

    static boolean isRasterName(String entry) {
        String lower = entry.toLowerCase(Locale.ROOT);
        return !lower.contains("__macosx/")
                && (lower.endsWith(".hgt")
                        || lower.endsWith(".tif")
                        || lower.endsWith(".tiff")
                        || lower.endsWith(".geotiff")
                        || lower.endsWith(".asc"));
    }

    static Optional<ElevationFile> read(InputFile file, IssueSink issues) throws IOException {
        if (!Archive.check(file, ReadOptions.defaults(), issues)) {
            return Optional.empty();
        }
        List<ElevationFile> read = new ArrayList<>();
        Path folder = Files.createTempDirectory("terrace-raster");
        try (ZipFile zip = Archive.open(file.path())) {
            List<? extends ZipEntry> all = Collections.list(zip.entries());
            List<? extends ZipEntry> rasters = all.stream()
                    .filter(e -> !e.isDirectory() && isRasterName(e.getName()))
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            if (rasters.isEmpty()) {
                issues.report(Issue.error("raster.not_a_raster", Place.file(file.name())));
                return Optional.empty();
            }
            for (ZipEntry entry : rasters) {
                Path unpacked = unpack(zip, entry, folder.resolve("raster"));
                Path prj = folder.resolve("raster.prj");
                Files.deleteIfExists(prj);
                String wanted = withoutEnding(entry.getName()) + ".prj";
                for (ZipEntry other : all) {
                    if (other.getName().equalsIgnoreCase(wanted)) {
                        unpack(zip, other, prj);
                    }
                }
                Optional<ElevationFile> one = ElevationReaders.read(new InputFile(unpacked, entry.getName()), issues);
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                read.add(one.get());
            }
        } finally {
            delete(folder);
        }
        return ElevationMosaic.of(file.name(), read, issues);
    }

    private static Path unpack(ZipFile zip, ZipEntry entry, Path to) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
        }
        return to;
    }

    private static String withoutEnding(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path p : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }
}
