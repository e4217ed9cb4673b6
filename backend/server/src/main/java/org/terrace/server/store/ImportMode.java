package org.terrace.server.store;

import java.util.Locale;

/** What an import does to the rows that are there already. */
public enum ImportMode {
    /** The file is the whole layer: what is not in it goes. */
    REPLACE,
    /** Rows of the file are added, or change the row of the same code; values that the file does not have stay. */
    MERGE,
    /** Rows of the layer whose code is in the file go. */
    REMOVE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other word */
    public static ImportMode byId(String id) {
        for (ImportMode mode : values()) {
            if (mode.id().equals(id)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("no import mode '" + id + "'. Maybe one of replace, merge, remove");
    }
}
