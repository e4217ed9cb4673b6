package org.terrace.formats.write;

import java.util.List;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.source.RawFeature;

/** A source row that was not imported, and why. */
public record RejectedRow(RawFeature row, List<Issue> issues) {
    public RejectedRow {
        issues = List.copyOf(issues);
    }
}
