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

    /** One kind of issue. @param layer that it is about; "" for all layers that the import touched */
    public record IssueCount(String layer, String code, String severity, long count) {}

    /** The issues that a layer has from this import, where the import made the revision. */
    public List<IssueCount> issuesOf(String layer, LayerRevision revision) {
        return createdAt.equals(revision.createdAt()) && layers.contains(layer)
                ? issues.stream()
                        .filter(i -> i.layer().isEmpty() || i.layer().equals(layer))
                        .toList()
                : List.of();
    }

    public ImportRecord {
        layers = List.copyOf(layers);
        issues = List.copyOf(issues);
    }
}
