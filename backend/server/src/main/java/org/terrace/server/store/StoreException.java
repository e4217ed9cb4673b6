package org.terrace.server.store;

/** The database or the data folder failed: disk full, connection lost, file damaged. Nothing half done was kept. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
