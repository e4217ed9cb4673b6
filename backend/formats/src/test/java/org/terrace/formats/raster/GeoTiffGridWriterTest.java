package org.terrace.formats.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
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
