package org.terrace.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.CanonicalExport;
import org.terrace.analysis.Deadline;
import org.terrace.formats.source.InputFile;
import org.terrace.region.LayerKind;
import org.terrace.server.importing.CountyFolders;
import org.terrace.server.importing.ImportChoices;
import org.terrace.server.importing.ImportList;
import org.terrace.server.importing.ImportReport;
import org.terrace.server.importing.Importer;
import org.terrace.server.runs.CountySummary;
import org.terrace.server.runs.Results;
import org.terrace.server.runs.Snapshot;
import org.terrace.server.runs.Snapshots;
import org.terrace.server.store.County;
import org.terrace.server.store.CountyStore;
import org.terrace.server.store.ImportMode;

/** The sample county from its files to its results, whichever database is below. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class SampleCountyContract {
    /** Hash of the canonical export by database, to be the same on both. */
    static final Map<String, String> HASHES = new TreeMap<>();

    @Autowired
    CountyStore store;

    @Autowired
    CountyFolders folders;

    @Autowired
    Importer importer;

    @Autowired
    Snapshots snapshots;

    @Autowired
    Results results;

    private final List<ImportReport> reports = new ArrayList<>();
    private final ImportList list = ImportList.read(SampleFolder.path().resolve(ImportList.FILE_NAME));

    @BeforeAll
    void load() {
        folders.load(list, "en", (entry, committed) -> reports.add(committed.report()));
    }

    private County county() {
        return store.findCounty(list.code()).orElseThrow();
    }

    private Snapshot snapshot() {
        return snapshots.newest(county()).orElseThrow();
    }

    @Test
    @Order(1)
    void everyFileOfTheSampleGoesIn() {
        assertThat(reports)
                .allSatisfy(r -> assertThat(r.issues().hasFatal()).as(r.file()).isFalse());
        assertThat(snapshot().region().households().size()).isBetween(5_900, 6_000);
        assertThat(snapshot().region().elevation()).isPresent();
        assertThat(county().synthetic()).isTrue();
        assertThat(store.imports(list.code())).hasSize(list.files().size());
    }

    @Test
    @Order(2)
    void theSameFolderAgainMakesNoNewVersion() {
        long before = store.newest(list.code()).orElseThrow().id();
        List<Importer.Committed> again = new ArrayList<>();
        folders.load(list, "en", (entry, committed) -> again.add(committed));
        assertThat(again).allSatisfy(c -> assertThat(c.report().sameAsBefore()).isTrue());
        assertThat(store.newest(list.code()).orElseThrow().id()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void everyAnalysisRunsAndIsFoundAgain() throws Exception {
        Map<String, AnalysisResult> done = results.assess(snapshot(), Deadline.NEVER, Results.Listener.NONE);
        assertThat(done).hasSameSizeAs(results.analyses());
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        done.forEach((id, result) ->
                digest.update(CanonicalExport.of(result).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        HASHES.put(getClass().getSimpleName(), HexFormat.of().formatHex(digest.digest()));
        assertThat(HASHES.values())
                .as("both databases give the same canonical export: %s", HASHES)
                .containsOnly(HASHES.values().iterator().next());
        done.values().forEach(GoldenFiles::check);
    }

    @Test
    @Order(4)
    void theCountsAddUpToTheHouseholds() {
        Optional<CountySummary> summary = CountySummary.of(snapshot(), results);
        assertThat(summary).isPresent();
        CountySummary s = summary.get();
        for (CountySummary.Need need : s.needs()) {
            assertThat(need.served().households()
                            + need.borderline().households()
                            + need.unserved().households()
                            + need.unknown().households())
                    .as(need.id())
                    .isEqualTo(s.households());
            assertThat(need.analysis()).isNotEmpty();
        }
        assertThat(s.needs().get(0).unserved().households()).isPositive();
        assertThat(s.lacks().stream().mapToLong(CountySummary.Count::households).sum())
                .isEqualTo(s.households());
    }

    @Test
    @Order(5)
    void aCorrectionOfOneHouseholdIsOneRowAndOneNewRevision() throws Exception {
        Snapshot before = snapshot();
        String code = before.region().households().code(10);
        java.nio.file.Path file = java.nio.file.Files.createTempFile("correction", ".csv");
        java.nio.file.Files.writeString(file, "code,people_registered\n" + code + ",9\n");
        ImportChoices choices = ImportChoices.parse("household", "terrace", "", "UTF-8", "merge")
                .acceptingDefaults();
        ImportReport preview = importer.preview(list.code(), InputFile.of(file), choices, Importer.Rejected.IGNORED);
        assertThat(preview.effect().changed()).isEqualTo(1);
        assertThat(preview.effect().added() + preview.effect().removed()).isZero();
        Importer.Committed committed =
                importer.commit(list.code(), InputFile.of(file), choices, "t", Importer.Rejected.IGNORED);
        assertThat(committed.report().mode()).isEqualTo(ImportMode.MERGE);
        Snapshot after = snapshot();
        int row = after.region().households().rowOf(code);
        assertThat(after.region().households().numbers("people_registered").get(row))
                .isEqualTo(9);
        assertThat(after.region().households().hasGeometry(row))
                .as("the place stays")
                .isTrue();
        assertThat(after.region().roads())
                .as("what did not change is shared")
                .isSameAs(before.region().roads());
        Map<String, AnalysisResult> updated = results.assess(after, Deadline.NEVER, Results.Listener.NONE);
        assertThat(updated).hasSameSizeAs(results.analyses());
        assertThat(after.version()
                        .layer(LayerKind.HOUSEHOLD)
                        .orElseThrow()
                        .effect()
                        .changed())
                .isEqualTo(1);
        java.nio.file.Files.delete(file);
    }
}
