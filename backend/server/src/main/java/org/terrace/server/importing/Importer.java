package org.terrace.server.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.issue.Place;
import org.terrace.formats.raster.ElevationReaders;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.write.RejectedRow;
import org.terrace.server.store.County;
import org.terrace.server.store.CountyEdit;
import org.terrace.server.store.CountyStore;
import org.terrace.server.store.DataVersion;
import org.terrace.server.store.Effect;
import org.terrace.server.store.ImportMode;
import org.terrace.server.store.ImportRecord;
import org.terrace.server.store.StoreSettings;

/**
 * Takes files into a county. The preview and the commit go the same way through the file, so what is shown is what is done; a file
 * with a fault that concerns it as a whole changes nothing.
 */
@Component
public final class Importer {
    /** About 50 km: counties are seldom larger. */
    private static final double NEAR_DEGREES = 0.5;

    private final CountyStore store;
    private final MappingLibrary mappings;
    private final ElevationImport elevation;
    private final StoreSettings privacy;

    Importer(CountyStore store, MappingLibrary mappings, ElevationImport elevation, StoreSettings privacy) {
        this.store = store;
        this.mappings = mappings;
        this.elevation = elevation;
        this.privacy = privacy;
    }

    /**
     * What came of a commit.
     *
     * @param version made; empty when nothing changed, or nothing could be imported
     */
    public record Committed(Optional<DataVersion> version, ImportReport report) {}

    /** Rows that stay out, as they are found. */
    @FunctionalInterface
    public interface Rejected {
        Rejected IGNORED = (row, dropped) -> {};

        void row(RejectedRow row, java.util.Set<String> droppedColumns);
    }

    /**
     * Shows what an import would do. Where questions are open that have a proposal, it shows what would come of the proposals: nobody
     * has to agree to what he has not seen.
     *
     * @param county code; it need not exist yet
     */
    public ImportReport preview(String county, InputFile file, ImportChoices choices, Rejected rejected) {
        return preview(county, file, choices, rejected, Watch.NONE);
    }

    public ImportReport preview(String county, InputFile file, ImportChoices choices, Rejected rejected, Watch watch) {
        Issues issues = new Issues();
        if (isElevation(file, choices)) {
            return elevation.preview(county, file, choices, issues);
        }
        return plan(county, file, choices, issues, watch)
                .map(plan -> plan.canBeShown()
                        ? store.preview(county, edit -> run(plan, edit, rejected, watch, Watch.Step.COMPARING))
                        : plan.report())
                .orElseGet(() -> unreadable(file, issues));
    }

    /**
     * @param token names the import in the record
     * @throws IllegalArgumentException when the county does not exist
     */
    public Committed commit(String county, InputFile file, ImportChoices choices, String token, Rejected rejected) {
        return commit(county, file, choices, token, rejected, Watch.NONE);
    }

    /** The same, watched: when the watch throws, the transaction is rolled back and nothing has changed. */
    public Committed commit(
            String county, InputFile file, ImportChoices choices, String token, Rejected rejected, Watch watch) {
        Issues issues = new Issues();
        if (isElevation(file, choices)) {
            return elevation.commit(county, file, choices, token, issues);
        }
        Optional<ImportPlan> planned = plan(county, file, choices, issues, watch);
        if (planned.isEmpty()) {
            return new Committed(Optional.empty(), unreadable(file, issues));
        }
        ImportPlan plan = planned.get();
        if (!plan.questions().isEmpty() || issues.hasFatal()) {
            return new Committed(Optional.empty(), plan.report());
        }
        List<ImportReport> made = new ArrayList<>();
        try {
            Optional<DataVersion> version = store.change(county, edit -> {
                edit.setEpsgIfUnknown(plan.county().epsg());
                ImportReport report = run(plan, edit, rejected, watch, Watch.Step.WRITING);
                made.add(report);
                if (issues.hasFatal()) {
                    throw new NothingImportedException();
                }
                edit.record(record(report, token, edit));
            });
            return new Committed(version, made.get(0));
        } catch (NothingImportedException e) {
            return new Committed(Optional.empty(), made.get(0));
        }
    }

    private static boolean isElevation(InputFile file, ImportChoices choices) {
        return choices.layer()
                .map(l -> l.equals("elevation"))
                .orElseGet(() -> ElevationReaders.recognises(file) || ElevationReaders.isRasterName(file.name()));
    }

    private Optional<ImportPlan> plan(
            String county, InputFile file, ImportChoices choices, Issues issues, Watch watch) {
        Optional<County> known = store.findCounty(county);
        Optional<DataVersion> newest = store.newest(county);
        Optional<Envelope> extent =
                newest.map(DataVersion::extent).filter(e -> !e.isNull()).map(Importer::around);
        return ImportPlan.of(
                file,
                choices,
                mappings.profiles(),
                known.map(County::epsg).orElse(0),
                extent,
                newest.map(v -> v.layers().keySet()).orElse(java.util.Set.of()),
                privacy.allowSensitive(),
                issues,
                watch);
    }

    /** The county may be known from one village so far: what lies near it is not elsewhere. */
    private static Envelope around(Envelope degrees) {
        Envelope wide = degrees.copy();
        wide.expandBy(Math.max(NEAR_DEGREES, degrees.getWidth()), Math.max(NEAR_DEGREES, degrees.getHeight()));
        return wide;
    }

    private static ImportReport run(ImportPlan plan, CountyEdit edit, Rejected rejected, Watch watch, Watch.Step step) {
        ImportRun run = new ImportRun(plan, edit, rejected, watch, step);
        run.read();
        Map<String, Effect> effects = run.effects();
        boolean same = !effects.isEmpty()
                && effects.values().stream().allMatch(Effect::changesNothing)
                && plan.layersBefore().containsAll(effects.keySet());
        return plan.report(effects, same, run.rejected(), run.taken());
    }

    static ImportRecord record(ImportReport report, String token, CountyEdit edit) {
        Map<String, ImportRecord.IssueCount> counts = new TreeMap<>();
        report.issues().counts().forEach((code, count) -> {
            String severity = report.issues().of(code).stream()
                    .map(i -> i.severity().name().toLowerCase(java.util.Locale.ROOT))
                    .findFirst()
                    .orElse("note");
            counts.put(code, new ImportRecord.IssueCount("", code, severity, count));
        });
        return new ImportRecord(
                token,
                report.file(),
                report.format(),
                report.mode(),
                List.copyOf(report.effects().keySet()),
                report.effect(),
                List.copyOf(counts.values()),
                edit.now(),
                0);
    }

    private static ImportReport unreadable(InputFile file, Issues issues) {
        if (!issues.hasFatal()) {
            issues.report(Issue.error("unknown_format", Place.file(file.name())).value(file.extension()));
        }
        return new ImportReport(
                file.name(),
                "",
                ImportMode.REPLACE,
                List.of(),
                List.of(),
                issues,
                new LinkedHashMap<>(),
                false,
                0,
                Optional.empty());
    }

    /** Rolls the transaction back after a fault that concerns the whole file. */
    private static final class NothingImportedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
