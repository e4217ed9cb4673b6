package org.terrace.formats.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrace.formats.crs.Crs;
import org.terrace.region.GeometryKind;

class CsvWriterTest {
    @TempDir
    private Path folder;

    @Test
    void householdsBecomeLinesWithMarkQuotesGuardAndDegrees() throws Exception {
        assertThat(csv(Village.HOUSEHOLDS, Village.households()))
                .isEqualTo("\ufeff\"code\",\"village\",\"voltage_v\",\"persons\",\"surveyed\",\"lon\",\"lat\"\r\n"
                        + "\"007\",\"大石板村, \"\"上\"\"组\",187.3,4,2024-02-29,102.1234567,27.5\r\n"
                        + "\"110101199003071234\",\"'=1+1\",,0,,102.2,27.6\r\n"
                        + "\"009\",\"𠮷村\n第二行\",220.0,,2023-12-31,,\r\n");
    }

    @Test
    void roadsInMetresBecomeTextInDegrees() throws Exception {
        // The false easting is the meridian: 102 degrees, exactly.
        assertThat(csv(Village.ROADS, Village.roads()))
                .contains("\"通村路\",1000,\"LINESTRING (102 27.4")
                .contains("\"断头路\",1000,\"MULTILINESTRING ((102 27.4");
    }

    @Test
    void gdalReadsTheSameBack() throws Exception {
        Path file = folder.resolve("households.csv");
        CsvWriter.write(file, Village.HOUSEHOLDS, Village.households());
        List<String> lines = Gdal.csv(
                file,
                "households",
                folder,
                "-oo",
                "X_POSSIBLE_NAMES=lon",
                "-oo",
                "Y_POSSIBLE_NAMES=lat",
                "-lco",
                "GEOMETRY=AS_XY");
        assertThat(lines.get(0)).isEqualTo("X,Y,code,village,voltage_v,persons,surveyed,lon,lat");
        assertThat(lines.get(1)).startsWith("102.1234567,27.5,007,\"大石板村, \"\"上\"\"组\",187.3,4,2024-02-29");
        assertThat(lines.get(2)).startsWith("102.2,27.6,110101199003071234,'=1+1,,0,");
    }

    @Test
    void sameInputGivesTheSameBytes() throws Exception {
        assertThat(csv(Village.ROADS, Village.roads())).isEqualTo(csv(Village.ROADS, Village.roads()));
    }

    @Test
    void aValueThatDoesNotFitStopsAndLeavesTheOldFile() throws Exception {
        Path file = folder.resolve("old.csv");
        Files.writeString(file, "old");
        RowSource bad = RowSource.of(List.of(OutputRow.of("a", 1), OutputRow.of("b", 1.5)));
        assertThatThrownBy(() -> CsvWriter.write(file, Village.COUNTS, bad))
                .hasMessageContaining("counts row 2 column n: 1.5 is no INTEGER");
        assertThat(file).hasContent("old");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void quotesOnlyWhereNeededStandAroundWhatWouldBreakTheLine() throws Exception {
        OutputTable table = OutputTable.plain("t", "", List.of(OutputColumn.text("名称"), OutputColumn.mixed("kVA")));
        RowSource rows = RowSource.of(
                List.of(OutputRow.of("大石板", "1,2O4"), OutputRow.of("a\nb", 100), OutputRow.of("\"上\"组", "S11-100")));
        Path file = folder.resolve("plain.csv");
        CsvWriter.write(file, table, CsvQuotes.WHERE_NEEDED, rows);
        assertThat(Files.readString(file))
                .isEqualTo("\ufeff名称,kVA\r\n大石板,\"1,2O4\"\r\n\"a\nb\",100\r\n\"\"\"上\"\"组\",S11-100\r\n");
    }

    @Test
    void infinityIsNoNumber() {
        OutputTable table = OutputTable.plain("t", "", List.of(OutputColumn.number("x", "", 2)));
        assertThatThrownBy(() -> csv(table, RowSource.of(List.of(OutputRow.of(Double.POSITIVE_INFINITY)))))
                .hasMessageContaining("Infinity is no NUMBER");
    }

    @Test
    void metresTakenForDegreesStop() {
        OutputTable table = new OutputTable("t", "", Optional.of(GeometryKind.POINT), Crs.WGS84, List.of());
        assertThatThrownBy(() -> csv(table, RowSource.of(List.of(OutputRow.at(Village.wkt("POINT (500000 3042000)"))))))
                .hasMessageContaining("t row 1")
                .hasMessageContaining("no place on earth");
    }

    @Test
    void aLineInATableOfPointsStops() {
        RowSource line = RowSource.of(List.of(OutputRow.at(Village.wkt("LINESTRING (1 1, 2 2)"), "", "", 0, 0, "")));
        assertThatThrownBy(() -> csv(Village.HOUSEHOLDS, line)).hasMessageContaining("LineString in a table of POINT");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        assertThatThrownBy(
                        () -> OutputTable.plain("t", "", List.of(OutputColumn.text("Name"), OutputColumn.text("name"))))
                .hasMessageContaining("two columns named name");
    }

    private static String csv(OutputTable table, RowSource rows) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter.write(out, table, rows);
        return out.toString(StandardCharsets.UTF_8);
    }
}
