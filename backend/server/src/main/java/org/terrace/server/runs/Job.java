package org.terrace.server.runs;

import java.util.Map;
import java.util.Optional;

/**
 * State of a job as the outside sees it.
 *
 * @param message word key of what is being done
 * @param params values of that sentence
 * @param version data version the job has made or worked on
 */
public record Job(
        String id,
        String county,
        State state,
        double share,
        String message,
        Map<String, String> params,
        Optional<Long> version) {

    /** Where a job stands. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isOver() {
            return this != QUEUED && this != RUNNING;
        }
    }

    public Job {
        params = Map.copyOf(params);
    }

    Job with(State now, double done, String said, Map<String, String> values) {
        return new Job(id, county, now, done, said, values, version);
    }

    Job onVersion(long id) {
        return new Job(this.id, county, state, share, message, params, Optional.of(id));
    }
}
