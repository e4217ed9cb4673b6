package org.terrace.formats;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where the real input lies: {@code $TERRACE_REAL_DATA}, else {@code shared/data} beside the checkout. Absent: the test is skipped. */
public final class RealData {
    private RealData() {}

    /** @param path within the data folder: {@code andorra/andorra-2025-01-19.osm.pbf} */
    public static Path file(String path) {
        String told = System.getenv("TERRACE_REAL_DATA");
        if (told != null && Files.exists(Path.of(told, path))) {
            return Path.of(told, path);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("shared/data").resolve(path);
            if (Files.exists(found)) {
                return found;
            }
        }
        Assumptions.abort("skipped: no real data (" + path + ")");
        throw new AssertionError();
    }
}
