package org.terrace.formats.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrace.formats.source.CoordinateColumns;
import org.terrace.region.LayerKind;

/** A profile that is written can be read again. */
class MappingFilesTest {
    @TempDir
    Path folder;

    @Test
    void everyShippedProfileIsTheSameAfterWritingAndReading() throws Exception {
        List<MappingProfile> shipped = MappingFiles.readAll(Path.of("../../data/mappings"));
        assertThat(shipped).hasSizeGreaterThan(5);
        for (MappingProfile profile : shipped) {
            assertThat(again(profile)).as(profile.id()).isEqualTo(profile);
        }
    }

    @Test
    void theColumnsOfTheCoordinatesAreKept() throws Exception {
        MappingProfile profile =
                new MappingProfile("own", Set.of("a: b", "是"), Set.of(), CoordinateColumns.xy("东向", "yes"), List.of());
        assertThat(again(profile)).isEqualTo(profile);
    }

    private MappingProfile again(MappingProfile profile) throws Exception {
        return MappingFiles.read(Files.writeString(folder.resolve("own.yaml"), MappingFiles.write(profile)));
    }

    @Test
    void aFieldIsReadFromTheFirstOfItsColumnsThatTheFileHasAndThatIsNotPersonal() {
        MappingProfile profile = new MappingProfile(
                "own",
                Set.of(),
                Set.of(),
                List.of(new MappingRule(
                        "*",
                        LayerKind.HOUSEHOLD,
                        List.of("身份证号", "户编号"),
                        "",
                        java.util.Map.of(),
                        java.util.Map.of(),
                        MappingRule.Duplicates.REFUSE,
                        List.of(AttributeRule.column("people_registered", "人口")))));
        List<MappingProfile.FieldUse> fields = profile.fields("x", List.of("身份证号", "户编号", "人口(人)"));
        assertThat(fields.get(0).attribute()).isEqualTo("code");
        assertThat(fields.get(0).column()).contains("户编号");
        assertThat(fields)
                .filteredOn(f -> f.column().isPresent())
                .extracting(MappingProfile.FieldUse::attribute)
                .containsExactly("code", "people_registered");
    }
}
