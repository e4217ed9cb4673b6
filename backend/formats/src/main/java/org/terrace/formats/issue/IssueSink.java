package org.terrace.formats.issue;

/** Takes issues as they are found. */
@FunctionalInterface
public interface IssueSink {
    void report(Issue issue);
}
