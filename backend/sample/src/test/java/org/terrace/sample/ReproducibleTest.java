package org.terrace.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same seed gives the same county. */
class ReproducibleTest {

    @Test
    void theSameSeedWritesTheSameBytes(@TempDir Path one, @TempDir Path two) throws Exception {
        Counties.write(Counties.small(), one);
        Counties.write(SampleCounty.generate(Counties.small(7)), two);
        for (Path file : files(one)) {
            // The workbook library stamps the time into the file, the database its own counters: those two by content.
            assertThat(FileContents.of(two.resolve(file.getFileName())))
                    .as(file.getFileName().toString())
                    .isEqualTo(FileContents.of(file));
            if (!file.toString().endsWith(".xlsx")) {
                assertThat(two.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void anotherSeedIsAnotherCounty() {
        SyntheticCounty other = SampleCounty.generate(Counties.small(8));
        assertThat(other.region().elevation().orElseThrow().metres())
                .isNotEqualTo(
                        Counties.small().region().elevation().orElseThrow().metres());
        assertThat(other.region().households().x(5))
                .isNotEqualTo(Counties.small().region().households().x(5));
    }

    @Test
    void theCommittedFilesAreWhatTheGeneratorMakes(@TempDir Path fresh) throws Exception {
        Counties.write(Counties.committed(), fresh);
        Path committed = Counties.dataSample();
        for (Path file : files(fresh)) {
            assertThat(FileContents.of(committed.resolve(file.getFileName())))
                    .as("%s: regenerate data/sample by ./terrace sample", file.getFileName())
                    .isEqualTo(FileContents.of(file));
        }
    }

    @Test
    void theCommittedFilesAreSmallEnoughToCommit() throws Exception {
        long bytes = 0;
        for (Path file : files(Counties.dataSample())) {
            bytes += Files.size(file);
        }
        assertThat(bytes).isLessThan(6_000_000);
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
