package org.terrace.analysis;

/**
 * Whether a run should stop: time and cancelling come from outside, because the core has no clock.
 */
@FunctionalInterface
public interface Deadline {
    Deadline NEVER = () -> false;

    boolean passed();

    /** @throws DeadlinePassedException when passed */
    default void check() {
        if (passed()) {
            throw new DeadlinePassedException();
        }
    }

    /** The run was cancelled or ran out of time; nothing of it is kept. */
    final class DeadlinePassedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DeadlinePassedException() {
            super("cancelled, or out of time");
        }
    }
}
