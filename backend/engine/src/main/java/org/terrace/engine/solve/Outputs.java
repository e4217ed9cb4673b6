package org.terrace.engine.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.terrace.engine.RefusedException;

/** Files that a command is to write, looked at before it computes. */
final class Outputs {
    private Outputs() {}

    static boolean isSame(Path a, Path b) throws IOException {
        return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize())
                || (Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b));
    }

    static void requireApart(String firstOption, Path first, String secondOption, Path second) throws IOException {
        if (isSame(first, second)) {
            throw RefusedException.of("same_file", "first", firstOption, "second", secondOption, "file", second);
        }
    }

    /** Refuses a file in no folder, and a folder. */
    static void requireWritable(Path out) {
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw RefusedException.of("folder_missing", "file", out, "folder", String.valueOf(folder));
        }
        if (Files.isDirectory(out)) {
            throw RefusedException.of("is_folder", "file", out);
        }
    }
}
