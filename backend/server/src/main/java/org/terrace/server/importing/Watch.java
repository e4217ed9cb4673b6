package org.terrace.server.importing;

/** Told how far the reading of a file is, every few hundred rows; throws to stop it, and then nothing of it stays. */
@FunctionalInterface
public interface Watch {
    Watch NONE = (step, rows, of) -> {};

    /** How many rows pass between two looks. */
    int EVERY = 500;

    /** What is being done. */
    enum Step {
        /** What is in the file; how many rows is not known yet. */
        LOOKING,
        /** Rows are mapped and compared with what is there. */
        COMPARING,
        /** Rows are stored. */
        WRITING
    }

    /** @param of how many rows there are; 0 = not known yet */
    void at(Step step, long rows, long of);
}
