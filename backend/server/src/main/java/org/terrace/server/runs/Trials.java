package org.terrace.server.runs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Deadline;
import org.terrace.analysis.Derived;
import org.terrace.analysis.Progress;
import org.terrace.region.Change;
import org.terrace.region.Feature;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.standard.ReferenceData;

/** What an analysis would say if a few features were different. Nothing is stored; the rest of the county is shared, not copied. */
@Component
public final class Trials {
    private static final String HEIGHT = "elevation_m";

    private final Results results;
    private final ReferenceLibrary library;

    Trials(Results results, ReferenceLibrary library) {
        this.results = results;
        this.library = library;
    }

    /**
     * One feature as it would be.
     *
     * @param values attributes that change; an empty value takes one away
     * @param at where a point would stand, in the region's metres; empty where it stays. The height surveyed at the old place does not
     *     hold at the new one: unless the values have another, the model's counts there
     * @param isNew whether it would be added
     */
    public record Edit(
            LayerKind layer,
            String code,
            Map<String, Optional<Object>> values,
            Optional<Coordinate> at,
            boolean isNew) {

        /** Of one that is there. */
        public Edit(LayerKind layer, String code, Map<String, Optional<Object>> values, Optional<Coordinate> at) {
            this(layer, code, values, at, false);
        }

        /** Both as one; where both say something the later counts. */
        private Edit and(Edit later) {
            Map<String, Optional<Object>> both = new HashMap<>(values);
            both.putAll(later.values);
            return new Edit(layer, code, both, later.at.or(() -> at), isNew);
        }
    }

    /** @param assessment of the county as it would be, to explain with */
    public record Trial(AnalysisResult before, AnalysisResult after, Assessment assessment) {}

    /**
     * Computes what an analysis, and those that it needs, would say.
     *
     * @return empty when one of them has no result yet
     * @throws IllegalArgumentException for a feature that does not exist, or a value that its attribute cannot have
     */
    public Optional<Trial> of(Snapshot snapshot, Analysis wanted, List<Edit> edits) {
        ReferenceData reference = library.reference(snapshot.county().profile());
        Assessment now = new Assessment(
                snapshot.region(), reference, Map.of(), snapshot.derived(), Progress.NONE, Deadline.NEVER);
        Region region = wanted.tried(now, edited(snapshot.region(), edits));
        Change change = Change.between(snapshot.region(), region);
        Derived derived = new Derived(snapshot.derived());
        Map<String, AnalysisResult> after = new HashMap<>();
        Set<String> changed = new HashSet<>();
        Set<String> needed = closure(wanted);
        for (Analysis analysis : results.analyses()) {
            if (!needed.contains(analysis.id())) {
                continue;
            }
            Optional<AnalysisResult> before = results.find(snapshot, analysis.id());
            if (before.isEmpty()) {
                return Optional.empty();
            }
            Map<String, AnalysisResult> inputs = new HashMap<>();
            analysis.needs().forEach(need -> inputs.put(need, Objects.requireNonNull(after.get(need))));
            Assessment assessment = new Assessment(region, reference, inputs, derived, Progress.NONE, Deadline.NEVER);
            boolean touched = analysis.layers().stream().anyMatch(change::touches)
                    || analysis.needs().stream().anyMatch(changed::contains);
            if (touched) {
                changed.add(analysis.id());
            }
            after.put(analysis.id(), touched ? analysis.update(before.get(), change, assessment) : before.get());
            if (analysis.id().equals(wanted.id())) {
                return Optional.of(
                        new Trial(before.get(), Objects.requireNonNull(after.get(analysis.id())), assessment));
            }
        }
        throw new IllegalStateException("analysis " + wanted.id() + " is not in the catalogue");
    }

    private Set<String> closure(Analysis wanted) {
        Set<String> closure = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(wanted.id()));
        while (!open.isEmpty()) {
            String id = open.remove(open.size() - 1);
            if (closure.add(id)) {
                results.find(id).ifPresent(a -> open.addAll(a.needs()));
            }
        }
        return closure;
    }

    static Region edited(Region real, List<Edit> edits) {
        Map<LayerKind, Map<String, Edit>> byLayer = new EnumMap<>(LayerKind.class);
        edits.forEach(e ->
                byLayer.computeIfAbsent(e.layer, k -> new LinkedHashMap<>()).merge(e.code, e, Edit::and));
        Region region = real;
        for (Map.Entry<LayerKind, Map<String, Edit>> layer : byLayer.entrySet()) {
            FeatureTable table = real.table(layer.getKey());
            region = region.with(table.with(layer.getValue().values().stream()
                    .map(e -> edited(was(table, e), e))
                    .toList()));
        }
        return region;
    }

    private static Feature was(FeatureTable table, Edit edit) {
        int row = table.rowOf(edit.code);
        if (row < 0 != edit.isNew) {
            throw new IllegalArgumentException(
                    edit.layer.id() + " " + edit.code + (edit.isNew ? " is there already" : " does not exist"));
        }
        return edit.isNew ? new Feature(edit.layer, edit.code, Map.of(), Optional.empty()) : table.feature(row);
    }

    private static Feature edited(Feature feature, Edit edit) {
        Map<String, Object> values = new HashMap<>(feature.values());
        if (edit.at.isPresent()) {
            values.remove(HEIGHT);
        }
        edit.values.forEach((name, value) -> {
            feature.kind().indexOf(name);
            values.remove(name);
            value.ifPresent(v -> values.put(name, v));
        });
        Optional<Geometry> geometry =
                edit.at.isPresent() ? Optional.of(Geometries.FACTORY.createPoint(edit.at.get())) : feature.geometry();
        return new Feature(feature.kind(), feature.code(), values, geometry);
    }
}
