package org.terrace.formats.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.source.InputFile;
import org.terrace.region.GridFrame;

class AsciiGridReaderTest {
    private static final String HEAD = "ncols 3\nnrows 2\nxllcorner 500000\nyllcorner 3300000\ncellsize 30\n";

    @TempDir
    private Path folder;

    private final Issues issues = new Issues();

    @Test
    void heightsComeRowByRowFromTheNorthWest() throws IOException {
        Files.writeString(folder.resolve("dem.prj"), Crs.epsg(32648).wkt());
        ElevationFile file = read(HEAD + "NODATA_value -9999\n1204.5 1205 -9999\n-3 1e3 +7\n")
                .orElseThrow();

        assertThat(file.grid().metres()).containsExactly(1204.5f, 1205, Float.NaN, -3, 1000, 7);
        assertThat(file.grid().frame()).isEqualTo(new GridFrame(500_000, 3_300_060, 30, 30, 3, 2));
        assertThat(file.crs().crs()).contains(Crs.epsg(32648));
        assertThat(file.crs().how()).isEqualTo(CrsFound.How.READ);
        assertThat(issues.all()).isEmpty();
    }

    @Test
    void aCentreAsOriginMeansACornerHalfACellBeside() throws IOException {
        ElevationFile file = read("NCOLS 1\r\nNROWS 1\r\nXLLCENTER 102.5\r\nYLLCENTER 29.5\r\nCELLSIZE 1\r\n12\r\n")
                .orElseThrow();
        assertThat(file.grid().frame()).isEqualTo(new GridFrame(102, 30, 1, 1, 1, 1));
    }

    @Test
    void linesMayBeCutAnywhereAndCellsNeedNotBeSquare() throws IOException {
        ElevationFile file = read("ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ndx 2\ndy 1\n1 2 3\n4")
                .orElseThrow();
        assertThat(file.grid().metres()).containsExactly(1, 2, 3, 4);
        assertThat(file.grid().frame()).isEqualTo(new GridFrame(0, 2, 2, 1, 2, 2));
    }

    @Test
    void withoutPrjTheCoordinateSystemIsAsked() throws IOException {
        ElevationFile file = read(HEAD + "1 2 3 4 5 6").orElseThrow();
        assertThat(file.crs().how()).isEqualTo(CrsFound.How.ASKED);
        assertThat(issues.counts()).containsOnlyKeys("raster.no_crs");
        assertThat(issues.hasFatal()).isFalse();
    }

    @Test
    void commaDecimalsAreRefusedWithTheirLine() throws IOException {
        assertThat(read(HEAD + "1 2 3\n4 5,5 6\n")).isEmpty();
        assertThat(issues.of("raster.comma_decimal").get(0).words())
                .containsEntry("line", "7")
                .containsEntry("value", "5,5");
    }

    @Test
    void badNumbersMissingHeightsSurplusHeightsAndBadHeadersAreRefused() throws IOException {
        assertThat(read(HEAD + "1 2 3 4 5 1O")).isEmpty();
        assertThat(read(HEAD + "1 2 3 4 5")).isEmpty();
        assertThat(read(HEAD)).isEmpty();
        assertThat(read(HEAD + "1 2 3 4 5 6 7")).isEmpty();
        assertThat(read("ncols 3\nnrows 2\nxllcorner 0\ncellsize 30\n1 2 3 4 5 6"))
                .isEmpty();
        assertThat(read("ncols 99999999\nnrows 99999999\nxllcorner 0\nyllcorner 0\ncellsize 30\n1"))
                .isEmpty();
        assertThat(issues.counts())
                .containsEntry("raster.bad_number", 1)
                .containsEntry("raster.truncated", 2)
                .containsEntry("raster.asc_surplus", 1)
                .containsEntry("raster.asc_header", 1)
                .containsEntry("raster.too_large", 1);
    }

    private Optional<ElevationFile> read(String text) throws IOException {
        return ElevationReaders.read(InputFile.of(Files.writeString(folder.resolve("dem.asc"), text)), issues);
    }
}
