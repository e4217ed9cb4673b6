package org.terrace.server.importing;

import java.util.List;
import java.util.Optional;

/**
 * Something only the user can decide.
 *
 * @param id crs, encoding, layer or zone
 * @param options to choose from, likeliest first
 * @param proposed what to take when the user just agrees; empty when nothing can be proposed
 */
public record Question(String id, List<String> options, Optional<String> proposed) {
    public static final String CRS = "crs";
    public static final String ENCODING = "encoding";
    public static final String LAYER = "layer";
    /** The rows lie in several zones: those of which one are this county's. */
    public static final String ZONE = "zone";

    public Question {
        options = List.copyOf(options);
    }
}
