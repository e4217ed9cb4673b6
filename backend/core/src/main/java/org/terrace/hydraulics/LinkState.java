package org.terrace.hydraulics;

/** What a link does in a solution. */
public enum LinkState {
    OPEN,
    CLOSED,
    /** A valve that holds its setting. */
    ACTIVE,
    /** A pump that would have to lift higher than it can. */
    CANNOT_LIFT,
    /** Shut by a tank that is full or empty. */
    SHUT_BY_TANK,
    /** A flow control valve whose flow would fall short of its setting. */
    CANNOT_FILL;

    /** Whether no water flows. */
    public boolean isShut() {
        return this == CLOSED || this == CANNOT_LIFT || this == SHUT_BY_TANK;
    }
}
