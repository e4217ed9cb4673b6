package org.terrace.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.terrace.server.importing.CountyFolders;
import org.terrace.server.importing.ImportList;
import org.terrace.server.runs.Assessments;
import org.terrace.server.runs.Job;
import org.terrace.server.runs.Jobs;
import org.terrace.server.runs.ReferenceLibrary;
import org.terrace.server.store.CountyStore;

/** New counties: empty, or the sample. */
@RestController
class CountyCreation {

    @Schema(name = "CountyWanted")
    record Wanted(
            @Nullable String code,
            @Nullable String name,
            @Nullable Integer epsg,
            @Nullable String profile,
            @Nullable Boolean sample) {}

    @Schema(name = "CountyMade")
    record Made(@Nullable String code, @Nullable String jobId) {}

    private final CountyStore store;
    private final CountyFolders folders;
    private final Jobs jobs;
    private final Assessments assessments;
    private final ReferenceLibrary library;
    private final String sampleFolder;

    CountyCreation(
            CountyStore store,
            CountyFolders folders,
            Jobs jobs,
            Assessments assessments,
            ReferenceLibrary library,
            @Value("${terrace.sample:}") String sampleFolder) {
        this.store = store;
        this.folders = folders;
        this.jobs = jobs;
        this.assessments = assessments;
        this.library = library;
        this.sampleFolder = sampleFolder;
    }

    @PostMapping("/api/counties")
    @ResponseStatus(HttpStatus.CREATED)
    Made create(@RequestBody Wanted wanted, @RequestParam(defaultValue = "en") String lang) {
        if (Boolean.TRUE.equals(wanted.sample())) {
            return sample(lang);
        }
        String code = wanted.code() == null ? "" : wanted.code().strip();
        if (!code.matches("[A-Za-z0-9_-]{1,20}")) {
            throw Refusal.badRequest("bad_county_code", Map.of("code", code));
        }
        if (store.findCounty(code).isPresent()) {
            throw Refusal.conflict("county_exists", Map.of("county", code));
        }
        String profile = wanted.profile() == null ? "cn-national" : wanted.profile();
        if (!library.standards().contains(profile)) {
            throw Refusal.notFound("standard", profile);
        }
        String name = wanted.name() == null || wanted.name().isBlank()
                ? code
                : wanted.name().strip();
        int epsg = wanted.epsg() == null ? 0 : wanted.epsg();
        return new Made(store.create(code, name, epsg, false, profile).code(), null);
    }

    private Made sample(String language) {
        Path list = Path.of(sampleFolder).resolve(ImportList.FILE_NAME);
        if (sampleFolder.isEmpty() || !Files.exists(list)) {
            throw Refusal.notFound("sample", sampleFolder);
        }
        ImportList county = ImportList.read(list);
        Job job = jobs.start(county.code(), "job.sample", handle -> {
            int[] done = {0};
            folders.load(county, language, (entry, committed) -> {
                handle.deadline().check();
                handle.report(
                        "job.sample_file",
                        Map.of("file", String.valueOf(entry.file().getFileName())),
                        ++done[0] / (2.0 * county.files().size()));
            });
            assessments.run(county.code(), handle);
        });
        return new Made(county.code(), job.id());
    }
}
