package org.terrace.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * The folder that holds everything of an installation: the embedded database, rasters, results, uploads in progress, and files
 * with which a county overrides shipped ones.
 */
public record DataFolder(Path root) {

    /** Writes a file's content. */
    @FunctionalInterface
    interface Content {
        void writeTo(Path file) throws IOException;
    }

    public Path rasters() {
        return made("rasters");
    }

    public Path results() {
        return made("results");
    }

    public Path imports() {
        return made("imports");
    }

    public Path tiles() {
        return made("tiles");
    }

    /** Own standards, crops ... of this installation: same names as the shipped files, and read instead of them. */
    public Path overrides() {
        return root.resolve("data");
    }

    /** The files of {@link #overrides} and of its folders by name, {@code crops/loquat.yaml}. */
    public Map<String, Path> own() {
        Path folder = overrides();
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder, 3)) {
            walk.filter(f -> f.toString().endsWith(".yaml"))
                    .forEach(f -> files.put(folder.relativize(f).toString().replace('\\', '/'), f));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private Path made(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new StoreException("cannot create " + root.resolve(name), e);
        }
    }

    /** Writes beside the target, syncs to disk, then renames: the file is whole or not there. */
    static void writeWhole(Path target, Content content) {
        Path beside = target.resolveSibling(target.getFileName() + "."
                + ProcessHandle.current().pid() + "-" + Thread.currentThread().getId() + ".part");
        try {
            content.writeTo(beside);
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(Objects.requireNonNull(target.toAbsolutePath().getParent()));
        } catch (IOException e) {
            try {
                Files.deleteIfExists(beside);
            } catch (IOException leftBehind) {
                e.addSuppressed(leftBehind);
            }
            throw new StoreException("cannot write " + target, e);
        }
    }

    /** The new name too must be on the disk before the database speaks of it. Not every system lets a folder be opened. */
    private static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LoggerFactory.getLogger(DataFolder.class).debug("folder {} cannot be synced", folder, e);
        }
    }
}
