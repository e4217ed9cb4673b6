package org.terrace.engine;

/** The user's files cannot be used; the message says which, where and why. Ends a command with exit code 1. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedException(String message) {
        super(message);
    }
}
