package org.terrace.server.runs;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Deadline;
import org.terrace.analysis.Field;
import org.terrace.analysis.Progress;
import org.terrace.region.Change;
import org.terrace.server.store.County;
import org.terrace.server.store.DataVersion;
import org.terrace.server.store.ResultFiles;
import org.terrace.standard.ReferenceData;

/** Results of the catalogue for snapshots: found in memory, then in the store, else computed when asked to. */
@Component
public final class Results {

    /** Told which analysis is at work and how far the whole is, 0 to 1. */
    @FunctionalInterface
    public interface Listener {
        Listener NONE = (analysis, share) -> {};

        void at(String analysis, double share);
    }

    private final CatalogueOfAnalyses catalogue;
    private final ReferenceLibrary library;
    private final ResultFiles files;
    private final Snapshots snapshots;
    private final Map<String, SoftReference<AnalysisResult>> inMemory = new ConcurrentHashMap<>();
    private final Map<String, SoftReference<Field>> fields = new ConcurrentHashMap<>();

    Results(CatalogueOfAnalyses catalogue, ReferenceLibrary library, ResultFiles files, Snapshots snapshots) {
        this.catalogue = catalogue;
        this.library = library;
        this.files = files;
        this.snapshots = snapshots;
    }

    public List<Analysis> analyses() {
        return catalogue.analyses();
    }

    public Optional<Analysis> find(String id) {
        return analyses().stream().filter(a -> a.id().equals(id)).findFirst();
    }

    /** Key by analysis id. */
    public Map<String, String> keys(County county, DataVersion version) {
        return keys(county, version, library.rules(county.profile()));
    }

    private Map<String, String> keys(County county, DataVersion version, ReferenceLibrary.Rules rules) {
        return ResultKeys.of(
                analyses(),
                county.code(),
                county.epsg(),
                version,
                rules.standardHashes(),
                rules.reference().documents());
    }

    public boolean isReady(String key) {
        return find(inMemory, key).isPresent() || files.has(key);
    }

    /** The result of one analysis; empty when it has not been computed for these data and rules. */
    public Optional<AnalysisResult> find(Snapshot snapshot, String analysisId) {
        return byKey(keys(snapshot.county(), snapshot.version()).getOrDefault(analysisId, ""));
    }

    private Optional<AnalysisResult> byKey(String key) {
        Optional<AnalysisResult> found = find(inMemory, key);
        if (found.isPresent()) {
            return found;
        }
        Optional<AnalysisResult> stored = files.get(key);
        stored.ifPresent(r -> inMemory.put(key, new SoftReference<>(r)));
        return stored;
    }

    private static <T> Optional<T> find(Map<String, SoftReference<T>> kept, String key) {
        SoftReference<T> reference = kept.get(key);
        return Optional.ofNullable(reference == null ? null : reference.get());
    }

    /**
     * Computes every analysis that has no result yet.
     *
     * @return result by analysis id
     * @throws Deadline.DeadlinePassedException when cancelled; results finished before stay
     */
    public Map<String, AnalysisResult> assess(Snapshot snapshot, Deadline deadline, Listener listener) {
        ReferenceLibrary.Rules rules = library.rules(snapshot.county().profile());
        ReferenceData reference = rules.reference();
        Map<String, String> keys = keys(snapshot.county(), snapshot.version(), rules);
        Map<String, AnalysisResult> done = new LinkedHashMap<>();
        Optional<Snapshot> earlier = snapshots.earlierInMemory(snapshot);
        int count = analyses().size();
        for (Analysis analysis : analyses()) {
            deadline.check();
            double base = (double) done.size() / count;
            listener.at(analysis.id(), base);
            String key = Objects.requireNonNull(keys.get(analysis.id()));
            Optional<AnalysisResult> known = byKey(key);
            if (known.isEmpty()) {
                Progress progress = share -> listener.at(analysis.id(), base + share / count);
                Assessment assessment = new Assessment(
                        snapshot.region(), reference, inputs(analysis, done), snapshot.derived(), progress, deadline);
                known = Optional.of(compute(analysis, assessment, earlier, rules));
                files.put(snapshot.county().code(), key, analysis.engineVersion(), known.get());
                inMemory.put(key, new SoftReference<>(known.get()));
            }
            done.put(analysis.id(), known.get());
        }
        listener.at("", 1);
        return done;
    }

    /** Updates an earlier result where region and rules of it are at hand, else runs. */
    private AnalysisResult compute(
            Analysis analysis, Assessment assessment, Optional<Snapshot> earlier, ReferenceLibrary.Rules rules) {
        if (earlier.isPresent()) {
            Snapshot before = earlier.get();
            boolean sameRules =
                    library.rules(before.county().profile()).standardHashes().equals(rules.standardHashes());
            Optional<AnalysisResult> old = sameRules ? find(before, analysis.id()) : Optional.empty();
            if (old.isPresent()) {
                Change change = Change.between(before.region(), assessment.region());
                return analysis.update(old.get(), change, assessment);
            }
        }
        return analysis.run(assessment);
    }

    private static Map<String, AnalysisResult> inputs(Analysis analysis, Map<String, AnalysisResult> done) {
        Map<String, AnalysisResult> inputs = new HashMap<>();
        for (String need : analysis.needs()) {
            AnalysisResult input = done.get(need);
            if (input != null) {
                inputs.put(need, input);
            }
        }
        return inputs;
    }

    /** What an analysis is given when it explains or computes a field; empty when it or an input has no result. */
    public Optional<Assessment> assessmentFor(Snapshot snapshot, Analysis analysis) {
        Map<String, AnalysisResult> inputs = new HashMap<>();
        for (String need : analysis.needs()) {
            Optional<AnalysisResult> input = find(snapshot, need);
            if (input.isEmpty()) {
                return Optional.empty();
            }
            inputs.put(need, input.get());
        }
        return Optional.of(new Assessment(
                snapshot.region(),
                library.reference(snapshot.county().profile()),
                inputs,
                snapshot.derived(),
                Progress.NONE,
                Deadline.NEVER));
    }

    /** A declared field, from the result or computed now and kept while memory lasts; empty without a result. */
    public Optional<Field> field(Snapshot snapshot, Analysis analysis, String fieldId) {
        String key = keys(snapshot.county(), snapshot.version()).get(analysis.id()) + "/" + fieldId;
        Optional<Field> kept = find(fields, key);
        if (kept.isPresent()) {
            return kept;
        }
        synchronized (fields) {
            Optional<AnalysisResult> result = find(snapshot, analysis.id());
            if (result.isEmpty()) {
                return Optional.empty();
            }
            Optional<Field> made = assessmentFor(snapshot, analysis).map(a -> analysis.field(a, result.get(), fieldId));
            made.ifPresent(f -> fields.put(key, new SoftReference<>(f)));
            return made;
        }
    }

    /** Forgets results of a county that none of the given versions has. @return how many */
    public int keepOnly(County county, List<DataVersion> versions) {
        Set<String> keys = new java.util.HashSet<>();
        versions.forEach(v -> keys.addAll(keys(county, v).values()));
        return files.keepOnly(county.code(), keys);
    }
}
