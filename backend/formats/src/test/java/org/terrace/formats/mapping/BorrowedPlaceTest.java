package org.terrace.formats.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrace.formats.data.YamlTree;
import org.terrace.region.LayerKind;

class BorrowedPlaceTest {
    private static final String PROFILE = """
            id: own
            position: {x: sx, y: sy}
            rules:
              - kind: water_facility
                code: id
                place_of: {x: vx, y: vy}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aSourceAtItsVillagesVeryPlaceIsReportedAndKept() throws Exception {
        Path file = Files.writeString(folder.resolve("sources.csv"), """
                id,vx,vy,sx,sy
                a,102.3,29.1,102.3,29.1
                b,102.3,29.1,102.30,29.100
                c,102.3,29.1,102.3001,29.1
                d,,,102.31,29.1
                """);
        MappingRun run =
                MappingRun.of(file, MappingFiles.parse(YamlTree.of("own.yaml", PROFILE)), 4326, 4543, Optional.empty());
        assertThat(run.issues.count("position_of_another")).isEqualTo(2);
        assertThat(run.of(LayerKind.WATER_FACILITY))
                .hasSize(4)
                .allSatisfy(f -> assertThat(f.geometry()).isPresent());
    }

    @Test
    void theProfileIsWrittenAndReadBackWithThePlace() {
        MappingProfile profile = MappingFiles.parse(YamlTree.of("own.yaml", PROFILE));
        assertThat(MappingFiles.parse(YamlTree.of("own.yaml", MappingFiles.write(profile))))
                .isEqualTo(profile);
    }
}
