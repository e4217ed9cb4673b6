package org.terrace.formats.write;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.UUID;

/** Writes beside the target and moves there when all is well, so that nobody ever sees half a file. */
final class TargetFile {
    private TargetFile() {}

    /** Writes to the path it is given. */
    @FunctionalInterface
    interface Body {
        void write(Path file) throws IOException;
    }

    static void write(Path target, Body body) throws IOException {
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "a folder is no target");
        // Not createTempFile: its files can be read by their owner only, and so could the moved one.
        Path temporary = folder.resolve("." + target.getFileName() + "-" + UUID.randomUUID() + ".part");
        try {
            body.write(temporary);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
