package org.terrace.formats.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrace.formats.RealData;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.source.InputFile;
import org.terrace.region.GridFrame;

class GeoTiffReaderTest {
    private static final int GDAL_METADATA = 42112;
    private static final int GDAL_NODATA = 42113;

    @TempDir
    private Path folder;

    private final Issues issues = new Issues();

    @Test
    void heightsAndPlaceComeOut() throws IOException {
        ElevationFile file = read(TinyTiff.utm(2, 2, 1200, -7, 1300, -32000).set(GDAL_NODATA, "-32000"))
                .orElseThrow();
        assertThat(file.grid().metres()).containsExactly(1200, -7, 1300, Float.NaN);
        assertThat(file.grid().frame()).isEqualTo(new GridFrame(500_000, 3_300_000, 30, 30, 2, 2));
        assertThat(file.crs()).isEqualTo(CrsFound.read(Crs.epsg(32648), "srs"));
        assertThat(file.verticalDatum()).isEmpty();
        assertThat(issues.all()).isEmpty();
    }

    @Test
    void aTiePointAtAPixelCentrePutsTheCornerHalfACellBeside() throws IOException {
        ElevationFile file = read(TinyTiff.utm(1, 1, 5).keys(1024, 1, 1025, 2, 3072, 32648, 4096, 5737))
                .orElseThrow();
        assertThat(file.grid().frame()).isEqualTo(new GridFrame(499_985, 3_300_015, 30, 30, 1, 1));
        assertThat(file.verticalDatum()).contains("Yellow Sea 1985");
    }

    /** Longitude is x, whatever order the registry gives for EPSG:4490. */
    @Test
    void longitudeComesFirst() throws IOException {
        ElevationFile file = read(TinyTiff.utm(1, 1, 5)
                        .set(33550, new double[] {0.1, 0.1, 0})
                        .set(33922, new double[] {0, 0, 0, 102, 29, 0})
                        .keys(1024, 2, 1025, 1, 2048, 4490))
                .orElseThrow();
        assertThat(file.crs().crs()).contains(Crs.epsg(4490));
        assertThat(file.grid().frame().centreX(0)).isEqualTo(102.05);
        assertThat(file.grid().frame().centreY(0)).isEqualTo(28.95);
    }

    @Test
    void feetAndScaledHeightsBecomeMetresAndUnknownUnitsAreRefused() throws IOException {
        assertThat(read(TinyTiff.utm(1, 1, 1000).keys(1024, 1, 3072, 32648, 4099, 9002))
                        .orElseThrow()
                        .grid()
                        .metres())
                .containsExactly(304.8f);
        assertThat(issues.counts()).containsOnlyKeys("raster.converted_unit");
        String scaled = "<GDALMetadata><Item name=\"OFFSET\" sample=\"0\" role=\"offset\">100</Item>"
                + "<Item name=\"SCALE\" sample=\"0\" role=\"scale\">0.1</Item></GDALMetadata>";
        assertThat(read(TinyTiff.utm(1, 1, 12345).set(GDAL_METADATA, scaled))
                        .orElseThrow()
                        .grid()
                        .metres())
                .containsExactly(1334.5f);
        assertThat(read(TinyTiff.utm(1, 1, 5).keys(1024, 1, 3072, 32648, 4099, 9036)))
                .isEmpty();
        assertThat(issues.counts()).containsKey("raster.height_unit");
    }

    @Test
    void whatCannotBeTakenIsRefusedWithItsReason() throws IOException {
        refused(TinyTiff.utm(1, 1, 5).set(259, new int[] {34887}), "raster.lerc");
        refused(TinyTiff.utm(1, 1, 5).set(259, new int[] {7}), "raster.compression");
        refused(TinyTiff.utm(1, 1, 5).set(277, new int[] {3}), "raster.several_bands");
        refused(TinyTiff.utm(1, 1, 5).set(339, new int[] {6}), "raster.complex");
        refused(TinyTiff.utm(1, 1, 5).without(33550).without(33922), "raster.no_position");
        refused(TinyTiff.utm(1, 1, 5).without(33550), "raster.no_position");
        refused(TinyTiff.utm(1, 1, 5).without(33550).set(33922, new double[18]), "raster.control_points");
        double[] turned = {20, 10, 0, 500_000, 10, -20, 0, 3_300_000, 0, 0, 0, 0, 0, 0, 0, 1};
        refused(TinyTiff.utm(1, 1, 5).without(33550).without(33922).set(34264, turned), "raster.rotated");
        refused(TinyTiff.utm(1, 1, 5).set(273, new long[] {100_000}), "raster.truncated");
        refused(TinyTiff.utm(1, 1, 5).set(256, new int[] {0}), "raster.empty");
        refused(
                TinyTiff.utm(1, 1, 5).set(256, new long[] {2_000_000_000}).set(278, new long[] {1}),
                "raster.too_large");
    }

    @Test
    void withoutKeysTheCoordinateSystemIsAsked() throws IOException {
        ElevationFile file = read(TinyTiff.utm(1, 1, 5).without(34735)).orElseThrow();
        assertThat(file.crs().how()).isEqualTo(CrsFound.How.ASKED);
        assertThat(issues.counts()).containsOnlyKeys("raster.no_crs");
    }

    @Test
    void aFillerThatNobodyDeclaredIsVoidAndReported() throws IOException {
        ElevationFile file = read(TinyTiff.utm(3, 1, -32768, 2000, 12000)).orElseThrow();
        assertThat(file.grid().metres()).containsExactly(Float.NaN, 2000, 12000);
        assertThat(issues.counts()).containsOnlyKeys("raster.undeclared_void", "raster.implausible");
        assertThat(issues.hasFatal()).isFalse();
    }

    @Test
    void aStripThatASparseFileLeavesOutIsVoidAndNotSeaLevel() throws IOException {
        float[] metres = read(TinyTiff.utm(2, 3, 11, 12, 31, 32)
                        .set(257, new int[] {3})
                        .set(278, new int[] {1})
                        .set(273, new long[] {8, 0, 12})
                        .set(279, new long[] {4, 0, 4}))
                .orElseThrow()
                .grid()
                .metres();
        assertThat(metres).containsExactly(11, 12, Float.NaN, Float.NaN, 31, 32);
    }

    @Test
    void aTileThatASparseFileLeavesOutIsVoidAndNotSeaLevel() throws Exception {
        Path path = folder.resolve("sparse.tif");
        Gdal.run(
                "gdal_create",
                "-of",
                "GTiff",
                "-ot",
                "Float32",
                "-outsize",
                "64",
                "64",
                "-a_srs",
                "EPSG:32648",
                "-a_ullr",
                "500000",
                "3300000",
                "501920",
                "3298080",
                "-co",
                "SPARSE_OK=TRUE",
                "-co",
                "TILED=YES",
                "-co",
                "COMPRESS=DEFLATE",
                path.toString());
        for (float m : read(path).orElseThrow().grid().metres()) {
            assertThat(m).isNaN();
        }
    }

    @Test
    void textUnderTheNameOfATiffAndEmptyFilesAreNoRasters() throws IOException {
        assertThat(read(Files.writeString(folder.resolve("text.tif"), "name,lon,lat\n")))
                .isEmpty();
        assertThat(read(Files.write(folder.resolve("none.tif"), new byte[0]))).isEmpty();
        assertThat(read(Files.write(folder.resolve("short.tif"), new byte[] {'I', 'I', 42, 0, 8})))
                .isEmpty();
        assertThat(read(folder)).isEmpty();
        assertThat(read(folder.resolve("absent.tif"))).isEmpty();
        assertThat(issues.counts())
                .containsEntry("raster.not_a_raster", 2)
                .containsEntry("raster.empty", 1)
                .containsEntry("raster.truncated", 1)
                .containsEntry("raster.unreadable", 1);
    }

    /** Cut at every length: refused with an issue, never an exception, never a height. */
    @Test
    void aFileCutAnywhereIsRefused() throws IOException {
        byte[] whole =
                Files.readAllBytes(TinyTiff.utm(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9).write(folder.resolve("whole.tif")));
        for (int length = 0; length < whole.length; length++) {
            Path cut = Files.write(folder.resolve("cut.tif"), Arrays.copyOf(whole, length));
            assertThat(read(cut))
                    .as("first %d of %d bytes", length, whole.length)
                    .isEmpty();
        }
        assertThat(issues.counts()).containsOnlyKeys("raster.empty", "raster.not_a_raster", "raster.truncated");
    }

    /** Damaged in any one byte: an issue or a grid, never an exception. */
    @Test
    void aFileDamagedAnywhereThrowsNothing() throws IOException {
        byte[] whole =
                Files.readAllBytes(TinyTiff.utm(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9).write(folder.resolve("whole.tif")));
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) 0xff;
            Optional<ElevationFile> read = read(Files.write(folder.resolve("damaged.tif"), damaged));
            assertThat(read.isPresent() || issues.hasFatal()).isTrue();
        }
    }

    @Test
    void everyKindOfPixelAndPackingThatGdalWritesIsReadAlike() throws Exception {
        Path dem = RealData.file("walking/accessmod/base/DEM/dem__dem.GeoTIFF");
        float[] expected = read(dem).orElseThrow().grid().metres();
        String[][] ways = {
            {"Int16", "-co", "COMPRESS=LZW", "-co", "PREDICTOR=2"},
            {"UInt16", "-co", "COMPRESS=DEFLATE", "-co", "PREDICTOR=2", "-co", "TILED=YES"},
            {"Int32", "-co", "COMPRESS=DEFLATE"},
            {"UInt32"},
            {"Float32", "-co", "COMPRESS=DEFLATE", "-co", "PREDICTOR=3", "-co", "TILED=YES"},
            {"Float32", "-co", "COMPRESS=ZSTD"},
            {"Float64", "-co", "COMPRESS=LZW", "-co", "PREDICTOR=3"},
            {"Float64", "-co", "BIGTIFF=YES", "-co", "TILED=YES"},
            {"Float32", "-co", "COMPRESS=PACKBITS", "-co", "ENDIANNESS=BIG"},
            {"Int16", "-co", "COMPRESS=DEFLATE", "-co", "PREDICTOR=2", "-co", "ENDIANNESS=BIG"},
            {"Int32", "-co", "COMPRESS=DEFLATE", "-co", "PREDICTOR=2", "-co", "BLOCKYSIZE=100"},
            {"Float64", "-co", "COMPRESS=DEFLATE", "-co", "PREDICTOR=3"},
            {"UInt16", "-co", "ENDIANNESS=BIG"},
        };
        for (String[] way : ways) {
            Path to = folder.resolve("way.tif");
            String[] command = new String[7 + way.length];
            String nodata = way[0].equals("Int16") ? "32767" : "65535"; // 65535 is cut to what int16 holds
            String[] start = {"gdal_translate", "-q", "-a_nodata", nodata, "-colorinterp", "gray", "-ot"};
            System.arraycopy(start, 0, command, 0, 7);
            System.arraycopy(way, 0, command, 7, way.length);
            command = Arrays.copyOf(command, command.length + 2);
            command[command.length - 2] = dem.toString();
            command[command.length - 1] = to.toString();
            Gdal.run(command);
            assertThat(read(to).orElseThrow().grid().metres())
                    .as(Arrays.toString(way))
                    .isEqualTo(expected);
        }
    }

    @Test
    void heightsOfSpearfishAreThoseThatGdalReads() throws Exception {
        Path dem = RealData.file("walking/accessmod/base/DEM/dem__dem.GeoTIFF");
        ElevationFile file = read(dem).orElseThrow();
        GridFrame frame = file.grid().frame();
        assertThat(file.crs().crs()).contains(Crs.epsg(26713));
        for (int i = 0; i < 40; i++) {
            int column = i * 157 % frame.columns();
            int row = i * 211 % frame.rows();
            double gdal = Gdal.value(dem.toString(), frame.centreX(column), frame.centreY(row));
            assertThat(file.grid().at(column, row)).isEqualTo(Float.valueOf(gdal == 65535 ? Float.NaN : (float) gdal));
        }
    }

    @Test
    void walkingTimesOfGrassAreThoseThatGdalReads() throws Exception {
        for (String name : new String[] {"rwalk_8dir_s.tif", "rwalk_16dir_s.tif", "slope_deg.tif"}) {
            Path path = RealData.file("walking/grass/" + name);
            ElevationFile file = read(path).orElseThrow();
            GridFrame frame = file.grid().frame();
            for (int i = 0; i < 10; i++) {
                int column = i * 61 + 20;
                int row = i * 43 + 20;
                double gdal = Gdal.value(path.toString(), frame.centreX(column), frame.centreY(row));
                assertThat(file.grid().at(column, row)).as(name).isEqualTo((float) gdal);
            }
        }
    }

    private void refused(TinyTiff tiff, String code) throws IOException {
        Issues own = new Issues();
        Path path = tiff.write(folder.resolve("refused.tif"));
        assertThat(ElevationReaders.read(InputFile.of(path), own)).as(code).isEmpty();
        assertThat(own.counts()).containsOnlyKeys(code);
        assertThat(own.hasFatal()).isTrue();
    }

    private Optional<ElevationFile> read(TinyTiff tiff) throws IOException {
        return read(tiff.write(folder.resolve("tiny.tif")));
    }

    private Optional<ElevationFile> read(Path path) {
        return ElevationReaders.read(InputFile.of(path), issues);
    }
}
