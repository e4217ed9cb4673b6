package org.terrace.formats.source;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;

/**
 * Zip archives from outside. Entries are read into memory or streamed, never written under their own names, so that no name can
 * lead out of a folder. Sizes are counted while unpacking; what the archive claims about itself is not believed.
 */
public final class Archive {
    private static final int MAX_ENTRIES = 10_000;
    /** Deflate reaches 1,032 at the very best; real geodata stay below 60. */
    private static final long MAX_RATIO = 200;

    private static final long RATIO_FROM_BYTES = 10L << 20;

    private Archive() {}

    public static boolean isZip(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /** Opens with UTF-8 names, or GBK names where Windows wrote them. */
    public static ZipFile open(Path path) throws IOException {
        File file = path.toFile();
        try {
            return new ZipFile(file, StandardCharsets.UTF_8);
        } catch (ZipException e) {
            return new ZipFile(file, Charset.forName("GBK"));
        }
    }

    /** Names of all files inside; empty when it is no readable zip. */
    public static List<String> names(Path path) {
        try (ZipFile zip = open(path)) {
            List<String> names = new ArrayList<>();
            zip.stream().filter(e -> !e.isDirectory()).limit(MAX_ENTRIES).forEach(e -> names.add(e.getName()));
            return names;
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Reports and refuses an archive that would unpack to too much. Counts by unpacking, which no header can deceive. */
    public static boolean check(InputFile file, ReadOptions options, IssueSink issues) {
        Place whole = Place.file(file.name());
        try (ZipFile zip = open(file.path())) {
            if (zip.size() > MAX_ENTRIES) {
                issues.report(Issue.error("archive_too_large", whole).with("entries", zip.size()));
                return false;
            }
            long total = 0;
            byte[] buffer = new byte[1 << 16];
            for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                if (entry.isDirectory()) {
                    continue;
                }
                long unpacked = 0;
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        unpacked += n;
                        total += n;
                        boolean bomb = unpacked > RATIO_FROM_BYTES
                                && unpacked / MAX_RATIO > Math.max(1, entry.getCompressedSize());
                        if (bomb || total > options.maxUnpackedBytes()) {
                            issues.report(
                                    Issue.error("archive_too_large", whole).field(entry.getName()));
                            return false;
                        }
                    }
                }
            }
            return true;
        } catch (IOException | IllegalArgumentException e) {
            issues.report(Issue.broken(whole, "ZIP", e));
            return false;
        }
    }

    /** The bytes of one entry. @throws IOException also when it is larger than {@code max} */
    public static byte[] bytes(ZipFile zip, ZipEntry entry, long max) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (out.size() + (long) n > Math.min(max, Integer.MAX_VALUE - 64)) {
                    throw new IOException("entry " + entry.getName() + " is larger than " + max + " bytes");
                }
                out.write(buffer, 0, n);
            }
        }
        return out.toByteArray();
    }
}
