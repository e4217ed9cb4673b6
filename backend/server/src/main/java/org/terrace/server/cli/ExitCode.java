package org.terrace.server.cli;

/** What a command's exit code says to a script. */
final class ExitCode {
    /** Done. */
    static final int DONE = 0;
    /** The data were refused, or questions are open; nothing was changed. */
    static final int REFUSED = 1;
    /** The command was not understood. */
    static final int USAGE = 2;
    /** A file or county does not exist. */
    static final int NOT_FOUND = 3;
    /** The data folder is in use by another process. */
    static final int IN_USE = 4;
    /** Something failed that should not. */
    static final int FAILED = 5;

    private ExitCode() {}
}
