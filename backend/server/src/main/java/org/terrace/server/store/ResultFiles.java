package org.terrace.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.terrace.analysis.AnalysisResult;
import org.terrace.server.store.Repositories.ResultFileRepository;

/**
 * Results of analyses, by key. The file is written and synced before the database says that it is there, and its name is the key,
 * so a crash leaves at worst a file that nobody asks for.
 */
@Component
public final class ResultFiles {
    private final DataFolder folder;
    private final ResultFileRepository known;
    private final Clock clock;

    ResultFiles(DataFolder folder, ResultFileRepository known, Clock clock) {
        this.folder = folder;
        this.known = known;
        this.clock = clock;
    }

    public boolean has(String key) {
        return known.existsById(key) && Files.exists(file(key));
    }

    public Optional<AnalysisResult> get(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ResultCodec.read(file(key)));
        } catch (IOException e) {
            // It can be computed again: a broken file is a miss, not the end.
            LoggerFactory.getLogger(ResultFiles.class).warn("result file {} cannot be read", file(key), e);
            return Optional.empty();
        }
    }

    public void put(String county, String key, int engineVersion, AnalysisResult result) {
        Path file = file(key);
        DataFolder.writeWhole(file, beside -> ResultCodec.write(beside, result));
        ResultFileEntity entity = new ResultFileEntity();
        entity.resultKey = key;
        entity.county = county;
        entity.analysis = result.analysisId();
        entity.engineVersion = engineVersion;
        entity.createdAt = clock.instant();
        try {
            entity.byteCount = Files.size(file);
        } catch (IOException e) {
            throw new StoreException("result file " + file + " is gone", e);
        }
        known.save(entity);
    }

    /** Removes the results of a county whose keys are not among those given. @return how many */
    public int keepOnly(String county, Set<String> keys) {
        int removed = 0;
        for (ResultFileEntity entity : known.findByCounty(county)) {
            if (!keys.contains(entity.resultKey)) {
                known.delete(entity);
                try {
                    Files.deleteIfExists(file(entity.resultKey));
                } catch (IOException e) {
                    throw new StoreException("result file " + file(entity.resultKey) + " cannot be removed", e);
                }
                removed++;
            }
        }
        return removed;
    }

    private Path file(String key) {
        return folder.results().resolve(key + ".bin");
    }
}
