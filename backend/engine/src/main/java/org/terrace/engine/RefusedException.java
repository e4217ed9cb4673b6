package org.terrace.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrace.formats.issue.Issue;

/** The user's files cannot be used; the sentence says which, where and why. Ends a command with exit code 1. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Map<String, String> values;
    private final transient List<Issue> issues;

    private RefusedException(String key, Map<String, String> values, List<Issue> issues) {
        super(key + " " + values);
        this.key = key;
        this.values = values;
        this.issues = issues;
    }

    /** @param reason key below {@code solve.refused}; @param namesAndValues of its placeholders, in turn */
    public static RefusedException of(String reason, Object... namesAndValues) {
        return new RefusedException("solve.refused." + reason, values(namesAndValues), List.of());
    }

    /** What the readers found wrong. @param file said when they found nothing */
    public static RefusedException of(String file, List<Issue> issues) {
        return new RefusedException("solve.refused.unusable", Map.of("file", file), List.copyOf(issues));
    }

    static Map<String, String> values(Object... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
        }
        return values;
    }

    String key() {
        return key;
    }

    Map<String, String> values() {
        return values;
    }

    List<Issue> issues() {
        return issues;
    }
}
