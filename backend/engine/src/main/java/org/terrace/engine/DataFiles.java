package org.terrace.engine;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where Terrace's own data files lie: {@code data} below the folder that the launcher names, or above the working folder. */
public final class DataFiles {
    private DataFiles() {}

    /** @throws IllegalStateException when there is none */
    public static Path folder() {
        String home = System.getProperty("terrace.home", "");
        if (!home.isEmpty() && Files.isDirectory(Path.of(home, "data"))) {
            return Path.of(home, "data");
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("data/class-schemes.yaml"))) {
                return at.resolve("data");
            }
        }
        // The dictionaries lie in that folder: this one sentence is said without them.
        throw new IllegalStateException("Terrace's data folder was not found. Maybe start through ./terrace");
    }
}
