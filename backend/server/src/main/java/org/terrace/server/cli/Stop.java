package org.terrace.server.cli;

import java.util.Map;

/** Ends a command with an exit code and a sentence. */
final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String key;
    private final transient Map<String, ?> values;

    Stop(int exitCode, String key, Map<String, ?> values) {
        super(key);
        this.exitCode = exitCode;
        this.key = key;
        this.values = values;
    }

    int exitCode() {
        return exitCode;
    }

    String key() {
        return key;
    }

    Map<String, ?> values() {
        return values;
    }
}
