package org.terrace.server.importing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.terrace.formats.Readers;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.issue.Place;
import org.terrace.formats.mapping.Mapped;
import org.terrace.formats.mapping.Mapping;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.write.RejectedRow;
import org.terrace.region.Feature;
import org.terrace.region.LayerKind;
import org.terrace.server.store.CountyEdit;
import org.terrace.server.store.Effect;
import org.terrace.server.store.LayerEdit;

/** One pass through a file: rows are mapped and go into the layers, or are only counted. */
final class ImportRun {
    private final ImportPlan plan;
    private final CountyEdit edit;
    private final Importer.Rejected rejectedRows;
    private final Issues issues;
    private final CoordinateTransform toDegrees;
    private final Map<String, Mapping> mappings = new HashMap<>();
    private final Map<String, Effect> effects = new LinkedHashMap<>();
    private final Map<LayerKind, LayerEdit> edits = new LinkedHashMap<>();
    private final Set<String> units;
    private long strangers;
    private final Watch watch;
    private final Watch.Step step;
    private long rows;
    private long rejected;
    private long placed;
    private long accepted;
    private final Map<String, Long> taken = new HashMap<>();

    ImportRun(ImportPlan plan, CountyEdit edit, Importer.Rejected rejectedRows, Watch watch, Watch.Step step) {
        this.watch = watch;
        this.step = step;
        this.plan = plan;
        this.edit = edit;
        this.rejectedRows = rejectedRows;
        this.issues = plan.issues();
        this.toDegrees = CoordinateTransform.between(plan.county(), Crs.WGS84);
        boolean households = plan.profile().rules().stream().anyMatch(r -> r.kind() == LayerKind.HOUSEHOLD);
        this.units = households ? edit.codes(LayerKind.ADMIN_UNIT) : Set.of();
    }

    void read() {
        // What the survey found in the file itself is known already; only the mapping speaks in this pass.
        Issues again = new Issues(0);
        Readers.read(plan.file(), plan.options(), this::feature, again);
        // A reader may have taken the stop for a broken file.
        watch.at(step, plan.rows(), plan.rows());
        mappings.values().forEach(Mapping::finish);
        refuseElsewhere();
        if (strangers > 0 && strangers * 2 > accepted) {
            issues.report(
                    Issue.warning("mostly_strangers", Place.file(plan.file().name()))
                            .with("strangers", strangers)
                            .with("rows", accepted));
        }
        if (rejected > 0 && accepted == 0) {
            issues.report(
                    Issue.error("all_rejected", Place.file(plan.file().name())).with("rows", rejected));
        }
        // A file without rows still says that the layer is there, and empty.
        plan.profile().rules().forEach(rule -> {
            boolean only = plan.profile().rules().size() == 1;
            if (only) {
                open(rule.kind(), firstLayer());
            }
        });
        edits.keySet().forEach(kind -> effects.put(kind.id(), edit.finish(kind)));
        watch.at(step, plan.rows(), plan.rows());
    }

    private String firstLayer() {
        return plan.survey().layers().stream()
                .map(org.terrace.formats.Survey.Layer::name)
                .findFirst()
                .orElse("");
    }

    private void feature(RawFeature raw) {
        if (++rows % Watch.EVERY == 0) {
            watch.at(step, rows, plan.rows());
        }
        Mapping mapping = mappings.computeIfAbsent(raw.place().layer(), this::mapping);
        Mapped mapped = mapping.map(raw);
        if (plan.onlyZone() && mapped.issues().stream().anyMatch(ImportRun::isElsewhere)) {
            rejected++;
            rejectedRows.row(new RejectedRow(raw, List.of(otherZone(raw.place()))), mapping.dropped());
            return;
        }
        boolean counts = false;
        for (Feature feature : mapped.features()) {
            Feature inDegrees = inDegrees(feature);
            checkUnit(feature, raw);
            accepted++;
            LayerEdit.Outcome outcome =
                    open(feature.kind(), raw.place().layer()).accept(inDegrees);
            counts |= outcome != LayerEdit.Outcome.NOT_FOUND && outcome != LayerEdit.Outcome.DUPLICATE;
            if (outcome == LayerEdit.Outcome.NOT_FOUND) {
                issues.report(Issue.warning("remove_not_found", raw.place()).value(feature.code()));
            } else if (outcome == LayerEdit.Outcome.DUPLICATE) {
                issues.report(Issue.error("duplicate_code", raw.place()).value(feature.code()));
            }
        }
        if (counts) {
            taken.merge(raw.place().layer(), 1L, Long::sum);
        }
        if (mapped.rejected()) {
            rejected++;
            rejectedRows.row(new RejectedRow(raw, mapped.issues()), mapping.dropped());
        }
    }

    private static boolean isElsewhere(Issue issue) {
        return issue.code().endsWith("outside_crs_area") || issue.code().endsWith("outside_county");
    }

    private static Issue otherZone(Place place) {
        return Issue.warning("row_of_other_zone", place);
    }

    /** A household whose group the county does not have is counted nowhere below the county. */
    private void checkUnit(Feature feature, RawFeature raw) {
        String group = feature.kind() == LayerKind.HOUSEHOLD ? feature.text("group_code") : "";
        if (!group.isEmpty() && !units.isEmpty() && !units.contains(group)) {
            strangers++;
            issues.report(Issue.warning("unit_unknown", raw.place())
                    .field("group_code")
                    .value(group));
        }
    }

    private Mapping mapping(String sourceLayer) {
        Optional<CrsFound> found = plan.crsOf(sourceLayer);
        return new Mapping(
                plan.profile(),
                new Mapping.Settings(
                        found.flatMap(CrsFound::crs).orElse(plan.county()),
                        found.map(CrsFound::swapped).orElse(false),
                        plan.county(),
                        plan.countyExtent(),
                        plan.sensitive()),
                issue -> issues.report(plan.onlyZone() && isElsewhere(issue) ? otherZone(issue.place()) : issue));
    }

    private LayerEdit open(LayerKind kind, String sourceLayer) {
        return edits.computeIfAbsent(kind, k -> edit.layer(k, plan.mode(), plan.origin(sourceLayer)));
    }

    private Feature inDegrees(Feature feature) {
        if (feature.geometry().isEmpty()) {
            return feature;
        }
        placed++;
        Geometry degrees = toDegrees.apply(feature.geometry().get());
        return new Feature(feature.kind(), feature.code(), feature.values(), Optional.of(degrees));
    }

    /** A wrong coordinate system puts everything elsewhere: that is the file's fault as a whole, not that of a million rows. */
    private void refuseElsewhere() {
        if (plan.onlyZone()) {
            return;
        }
        long nowhere = issues.count("geometry_nowhere");
        long unused =
                (long) issues.count("position_outside_county") + issues.count("position_outside_crs_area") + nowhere;
        long outside = issues.count("outside_county") + issues.count("outside_crs_area") + unused;
        long all = placed + unused;
        if (all > 0 && outside * 2 > all) {
            issues.report(Issue.error("mostly_elsewhere", Place.file(plan.file().name()))
                    .with("outside", outside)
                    .with("placed", all)
                    .with("crs", plan.origin(firstLayer()).crs()));
        }
    }

    Map<String, Effect> effects() {
        return effects;
    }

    /** How many rows count, by layer of the file. */
    Map<String, Long> taken() {
        Map<String, Long> all = new HashMap<>();
        boolean single = plan.survey().layers().size() == 1;
        // Rows of a file with one layer may name none.
        long sum = taken.values().stream().mapToLong(n -> n).sum();
        plan.survey()
                .layers()
                .forEach(layer -> all.put(layer.name(), single ? sum : taken.getOrDefault(layer.name(), 0L)));
        return all;
    }

    long rejected() {
        return rejected;
    }
}
