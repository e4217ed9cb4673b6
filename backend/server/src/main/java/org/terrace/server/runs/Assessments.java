package org.terrace.server.runs;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.terrace.server.store.County;
import org.terrace.server.store.CountyStore;

/** Runs every analysis of a county's newest version as a job. */
@Component
public final class Assessments {
    private final Jobs jobs;
    private final CountyStore store;
    private final Snapshots snapshots;
    private final Results results;

    Assessments(Jobs jobs, CountyStore store, Snapshots snapshots, Results results) {
        this.jobs = jobs;
        this.store = store;
        this.snapshots = snapshots;
        this.results = results;
    }

    public Job start(County county) {
        return jobs.start(county.code(), "job.assess", handle -> run(county.code(), handle));
    }

    /** The same inside of another job. */
    public void run(String countyCode, Jobs.Handle handle) {
        County county = store.findCounty(countyCode)
                .orElseThrow(() -> new IllegalArgumentException("there is no county " + countyCode));
        handle.report("job.loading", Map.of("county", county.name()), 0);
        snapshots.newest(county).ifPresent(snapshot -> {
            handle.version(snapshot.version().id());
            results.assess(
                    snapshot,
                    handle.deadline(),
                    (analysis, share) -> handle.report(
                            analysis.isEmpty() ? "job.assess" : "job.analysis", Map.of("analysis", analysis), share));
        });
    }
}
