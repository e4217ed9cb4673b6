package org.terrace.hydraulics;

/** Does something to a link when something happens. @param link position in the network's list */
public record Control(int link, Action action, When when) {

    /** What is done. */
    public sealed interface Action {
        /** Opens or shuts. */
        record Open(boolean open) implements Action {}

        /** Sets a valve, or the speed of a pump. */
        record To(double setting) implements Action {}
    }

    /** When. */
    public sealed interface When {
        /** When the head of a node falls to or below a height. */
        record Below(int node, double headM) implements When {}

        /** When the head of a node rises to or above a height. */
        record Above(int node, double headM) implements When {}

        /** So many seconds after the start. */
        record After(long seconds) implements When {}

        /** Every day at this second of the day. */
        record AtClock(long secondOfDay) implements When {}
    }
}
