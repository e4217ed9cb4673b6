package org.terrace.server.api;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.ResultTable;
import org.terrace.server.runs.Results;
import org.terrace.server.runs.Snapshot;
import org.terrace.server.runs.Snapshots;
import org.terrace.server.store.County;
import org.terrace.server.store.CountyStore;
import org.terrace.server.store.DataVersion;

/** From the words of an address (county, version, analysis, table) to what they name, or a refusal. */
@Component
public final class CountyDoor {
    private final CountyStore store;
    private final Snapshots snapshots;
    private final Results results;

    CountyDoor(CountyStore store, Snapshots snapshots, Results results) {
        this.store = store;
        this.snapshots = snapshots;
        this.results = results;
    }

    public County county(String code) {
        return store.findCounty(code).orElseThrow(() -> Refusal.notFound("county", code));
    }

    /** @param version id, or absent for the newest */
    public Optional<DataVersion> findVersion(County county, @Nullable String version) {
        if (version == null || version.isEmpty()) {
            return store.newest(county.code());
        }
        try {
            return Optional.of(store.findVersion(county.code(), Long.parseLong(version))
                    .orElseThrow(() -> Refusal.notFound("version", version)));
        } catch (NumberFormatException e) {
            throw Refusal.notFound("version", version);
        }
    }

    public Optional<Snapshot> findSnapshot(String county, @Nullable String version) {
        County found = county(county);
        return findVersion(found, version).filter(v -> found.epsg() != 0).map(v -> snapshots.load(found, v));
    }

    /** @throws Refusal when the county has no data yet */
    public Snapshot snapshot(String county, @Nullable String version) {
        return findSnapshot(county, version)
                .orElseThrow(() -> Refusal.conflict("county_empty", Map.of("county", county)));
    }

    public Analysis analysis(String id) {
        return results.find(id).orElseThrow(() -> Refusal.notFound("analysis", id));
    }

    /** @throws Refusal when it has not been computed for this version */
    public AnalysisResult result(Snapshot snapshot, String analysis) {
        analysis(analysis);
        return results.find(snapshot, analysis)
                .orElseThrow(() -> Refusal.conflict("not_assessed", Map.of("analysis", analysis)));
    }

    public ResultTable table(Snapshot snapshot, String analysis, String table) {
        return result(snapshot, analysis).tables().stream()
                .filter(t -> t.spec().id().equals(table))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("table", table));
    }

    /** Names the state of one analysis for one snapshot: changes when the data, the rules or the analysis change. */
    public String tag(Snapshot snapshot, String analysis) {
        return results.keys(snapshot.county(), snapshot.version())
                .getOrDefault(analysis, "none")
                .substring(0, 16);
    }
}
