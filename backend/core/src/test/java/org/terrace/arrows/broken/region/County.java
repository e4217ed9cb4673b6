package org.terrace.arrows.broken.region;

import java.nio.file.Path;
import org.terrace.arrows.broken.road.Road;

/** Wrong on purpose: what exists imports a feature, reads the clock and a file, and lower-cases as the machine's language does. */
public record County(Road road) {

    static String stamp(Path file) {
        return file.toString().toLowerCase() + System.currentTimeMillis();
    }
}
