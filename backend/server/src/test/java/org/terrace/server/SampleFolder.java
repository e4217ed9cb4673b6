package org.terrace.server;

import java.nio.file.Files;
import java.nio.file.Path;

/** The committed sample county. */
public final class SampleFolder {
    private SampleFolder() {}

    public static Path path() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path sample = at.resolve("data/sample");
            if (Files.exists(sample.resolve("import.yaml"))) {
                return sample;
            }
        }
        throw new IllegalStateException("no data/sample above the working directory");
    }
}
