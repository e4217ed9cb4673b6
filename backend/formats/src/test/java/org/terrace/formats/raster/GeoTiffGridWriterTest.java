package org.terrace.formats.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.source.InputFile;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

class GeoTiffGridWriterTest {
    /** Larger than one tile, and not a multiple of it. */
    private static final GridFrame FRAME = new GridFrame(499_990, 3_300_030, 30, 25, 300, 270);

    @TempDir
    private Path folder;

    @Test
    void ownReaderReadsBackEveryCellOfEverySystem() throws IOException {
        for (int epsg : new int[] {4543, 4522, 32648, 26713}) {
            ElevationGrid grid = new ElevationGrid(FRAME, floats());
            Path path = folder.resolve(epsg + ".tif");
            GeoTiffGridWriter.write(grid, Crs.epsg(epsg), path);
            same(path, Crs.epsg(epsg), FRAME, floats());
        }
    }

    @Test
    void degreesAreWrittenLongitudeFirst() throws IOException {
        GridFrame frame = new GridFrame(102, 29.5, 0.001, 0.001, 300, 270);
        Path path = folder.resolve("degrees.tif");
        GeoTiffGridWriter.write(frame, doubles(), Crs.epsg(4490), path);
        same(path, Crs.epsg(4490), frame, floats());
    }

    @Test
    void gdalReadsTheSameValuesPlaceSystemAndVoids() throws Exception {
        Path path = folder.resolve("grid.tif");
        GeoTiffGridWriter.write(FRAME, doubles(), Crs.epsg(4543), path);
        String info = Gdal.run("gdalinfo", path.toString());
        assertThat(info)
                .contains("Type=Float64", "NoData Value=nan", "Block=256x256")
                .contains("ID[\"EPSG\",4543]", "Origin = (499990.0", ",3300030.0", "Pixel Size = (30.0", ",-25.0");
        for (int i = 0; i < 20; i++) {
            int column = i * 47 % 300;
            int row = i * 31 % 270;
            assertThat(Gdal.value(path.toString(), FRAME.centreX(column), FRAME.centreY(row)))
                    .isEqualTo(doubles()[row * 300 + column]);
        }
        GeoTiffGridWriter.write(FRAME, floats(), Crs.epsg(4543), path);
        assertThat(Gdal.run("gdalinfo", path.toString()))
                .contains("Type=Float32", "COMPRESSION=DEFLATE", "NoData Value=nan");
        assertThat(Gdal.value(path.toString(), FRAME.centreX(5), FRAME.centreY(0)))
                .isNaN();
    }

    /** A zone of its own, as counties had them: in no registry, so all its parameters must be in the file. */
    @Test
    void aSystemWithoutCodeIsWrittenWithItsParameters() throws Exception {
        Crs own = Crs.fromWkt(
                        "PROJCS[\"County\",GEOGCS[\"CGCS2000\",DATUM[\"China_2000\",SPHEROID[\"CGCS2000\",6378137,"
                                + "298.257222101]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],"
                                + "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
                                + "PARAMETER[\"central_meridian\",101.25],PARAMETER[\"scale_factor\",1.00012],"
                                + "PARAMETER[\"false_easting\",500000],PARAMETER[\"false_northing\",-2000000],"
                                + "UNIT[\"metre\",1],AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH]]")
                .orElseThrow();
        assertThat(own.epsg()).isZero();
        Path path = folder.resolve("own.tif");
        GeoTiffGridWriter.write(FRAME, doubles(), own, path);
        assertThat(Gdal.run("gdalinfo", path.toString()))
                .contains("Transverse Mercator", "101.25", "1.00012", "-2000000", "Origin = (499990.0");
    }

    @Test
    void aGridSmallerThanATileIsNotPaddedToOne() throws IOException {
        GridFrame frame = new GridFrame(499_990, 3_300_030, 30, 25, 5, 1);
        Path path = folder.resolve("small.tif");
        GeoTiffGridWriter.write(frame, new double[] {1, 2, Double.NaN, 4, 5}, Crs.epsg(32648), path);
        same(path, Crs.epsg(32648), frame, new float[] {1, 2, Float.NaN, 4, 5});
        assertThat(Files.size(path)).isLessThan(4096);
    }

    private static void same(Path path, Crs crs, GridFrame frame, float[] values) {
        Issues issues = new Issues();
        ElevationFile back = ElevationReaders.read(InputFile.of(path), issues).orElseThrow();
        assertThat(issues.all()).isEmpty();
        assertThat(back.crs().crs()).contains(crs);
        assertThat(back.grid().metres()).isEqualTo(values);
        GridFrame f = back.grid().frame();
        assertThat(new double[] {f.originX(), f.originY(), f.cellSizeX(), f.cellSizeY()})
                .containsExactly(
                        new double[] {frame.originX(), frame.originY(), frame.cellSizeX(), frame.cellSizeY()},
                        within(1e-9));
    }

    private static double[] doubles() {
        double[] values = new double[FRAME.cells()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i);
        }
        return values;
    }

    private static float[] floats() {
        float[] values = new float[FRAME.cells()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) value(i);
        }
        return values;
    }

    private static double value(int i) {
        return i % 97 == 5 ? Double.NaN : 1000 + i / 8.0 % 4000;
    }
}
