package org.terrace.formats.vector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.source.Archive;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.ReadOptions;

/** The parts (.shp, .shx, .dbf, .prj, .cpg) of the shapefiles in a zip, a folder, or beside one file; endings in any case. */
final class ShapefileParts implements AutoCloseable {
    /** Layer name -> ending -> where the bytes are (a Path, or a ZipEntry). */
    private final Map<String, Map<String, Object>> parts = new TreeMap<>();

    private final List<String> found = new ArrayList<>();
    private final @Nullable ZipFile zip;
    private final long maxBytes;
    private final boolean failed;

    private ShapefileParts(@Nullable ZipFile zip, long maxBytes, boolean failed) {
        this.zip = zip;
        this.maxBytes = maxBytes;
        this.failed = failed;
    }

    static ShapefileParts open(InputFile file, ReadOptions options, IssueSink issues) throws IOException {
        if (Archive.isZip(file.head(4))) {
            if (!Archive.check(file, options, issues)) {
                return new ShapefileParts(null, 0, true);
            }
            ZipFile zip = Archive.open(file.path());
            ShapefileParts parts = new ShapefileParts(zip, options.maxUnpackedBytes(), false);
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory() && !entry.getName().contains("__MACOSX")) {
                    parts.add(entry.getName(), entry);
                }
            }
            parts.parts.values().removeIf(p -> !p.containsKey("shp"));
            return parts;
        }
        ShapefileParts parts = new ShapefileParts(null, options.maxBytes(), false);
        Path folder =
                file.isFolder() ? file.path() : file.path().toAbsolutePath().getParent();
        String stem = file.isFolder() ? "" : InputFile.of(file.path()).stem();
        try (Stream<Path> siblings = Files.list(folder == null ? file.path() : folder)) {
            siblings.filter(Files::isRegularFile).sorted().forEach(p -> {
                InputFile sibling = InputFile.of(p);
                if (stem.isEmpty() || sibling.stem().equals(stem)) {
                    parts.add(sibling.name(), p);
                }
            });
        }
        parts.parts.values().removeIf(p -> !p.containsKey("shp") && !p.containsKey("dbf"));
        return parts;
    }

    static boolean ends(String name, String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith("." + ending);
    }

    private void add(String name, Object where) {
        found.add(name);
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return;
        }
        String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        String stem = name.substring(0, dot).replace('\\', '/');
        parts.computeIfAbsent(stem.substring(stem.lastIndexOf('/') + 1), k -> new TreeMap<>())
                .putIfAbsent(ending, where);
    }

    boolean failed() {
        return failed;
    }

    List<String> layers() {
        return List.copyOf(parts.keySet());
    }

    List<String> found() {
        return found.subList(0, Math.min(found.size(), 10));
    }

    Optional<ByteBuffer> part(String layer, String ending) throws IOException {
        Object where = parts.getOrDefault(layer, Map.of()).get(ending);
        if (where instanceof Path path) {
            if (Files.size(path) == 0) {
                return Optional.of(ByteBuffer.allocate(0));
            }
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                return Optional.of(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
            }
        }
        if (where instanceof ZipEntry entry && zip != null) {
            return Optional.of(ByteBuffer.wrap(Archive.bytes(zip, entry, maxBytes)));
        }
        return Optional.empty();
    }

    Optional<String> text(String layer, String ending) throws IOException {
        return part(layer, ending).map(b -> {
            byte[] bytes = new byte[Math.min(b.remaining(), 1 << 16)];
            b.get(bytes);
            return new String(bytes, StandardCharsets.UTF_8)
                    .replace("\ufeff", "")
                    .strip();
        });
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
