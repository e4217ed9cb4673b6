package org.terrace.server.store;

import java.time.Instant;
import java.util.List;

/**
 * An import that was committed.
 *
 * @param token names the import at the door, and its folder of rejected rows
 * @param layers ids of the layers it touched
 * @param issues how often each kind of issue came
 * @param version that it made; 0 when nothing changed
 */
public record ImportRecord(
        String token,
        String fileName,
        String format,
        ImportMode mode,
        List<String> layers,
        Effect effect,
        List<IssueCount> issues,
        Instant createdAt,
        long version) {

    /** The format of a record that tells of no file, but of going back to an earlier version. */
    public static final String WENT_BACK = "version";

    /** One kind of issue in one layer. */
    public record IssueCount(String layer, String code, String severity, long count) {}

    public ImportRecord {
        layers = List.copyOf(layers);
        issues = List.copyOf(issues);
    }
}
