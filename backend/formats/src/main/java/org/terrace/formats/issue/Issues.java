package org.terrace.formats.issue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects issues: all counted by code, the first of each code kept in full, so that a bad file of a million rows fits in memory. */
public final class Issues implements IssueSink {
    private final int keptPerCode;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final List<Issue> kept = new ArrayList<>();
    private boolean fatal;

    public Issues() {
        this(10_000);
    }

    public Issues(int keptPerCode) {
        this.keptPerCode = keptPerCode;
    }

    @Override
    public void report(Issue issue) {
        fatal |= issue.isFatal();
        if (counts.merge(issue.code(), 1, Integer::sum) <= keptPerCode) {
            kept.add(issue);
        }
    }

    /** True when an issue forbids to import anything of the file. */
    public boolean hasFatal() {
        return fatal;
    }

    public int count(String code) {
        return counts.getOrDefault(code, 0);
    }

    /** How often each code came, in the order of first appearance. */
    public Map<String, Integer> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /** The issues kept, in the order they were found. */
    public List<Issue> all() {
        return Collections.unmodifiableList(kept);
    }

    public List<Issue> of(String code) {
        return kept.stream().filter(i -> i.code().equals(code)).toList();
    }
}
