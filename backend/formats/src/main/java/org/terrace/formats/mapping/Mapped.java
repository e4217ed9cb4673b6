package org.terrace.formats.mapping;

import java.util.List;
import org.terrace.formats.issue.Issue;
import org.terrace.region.Feature;

/**
 * What became of one source row.
 *
 * @param features in the county's CRS; none when the row is rejected, or is meant by no rule
 * @param issues about this row (already reported to the sink)
 * @param rejected true when an error keeps the row out: it belongs into the rejected rows
 */
public record Mapped(List<Feature> features, List<Issue> issues, boolean rejected) {
    public Mapped {
        features = List.copyOf(features);
        issues = List.copyOf(issues);
    }
}
