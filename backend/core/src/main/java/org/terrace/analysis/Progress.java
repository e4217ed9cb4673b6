package org.terrace.analysis;

/** Told how far a run is; called from the running thread, cheap. */
@FunctionalInterface
public interface Progress {
    Progress NONE = share -> {};

    /** @param share done so far, 0 to 1 */
    void done(double share);
}
