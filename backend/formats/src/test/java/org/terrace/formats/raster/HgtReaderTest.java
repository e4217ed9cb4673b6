package org.terrace.formats.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrace.formats.RealData;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.source.InputFile;
import org.terrace.region.ElevationGrid;

class HgtReaderTest {
    private static final int SIDE = 1201;

    @TempDir
    private Path folder;

    private final Issues issues = new Issues();

    /** The first height of the file belongs to the point 42N 1E + 1 degree north: exactly on it, not half a cell beside. */
    @Test
    void centresLieOnWholeDegrees() throws IOException {
        byte[] tile = new byte[2 * SIDE * SIDE];
        put(tile, 0, 0, 700);
        put(tile, SIDE - 1, SIDE - 1, -5);
        put(tile, 1, 0, -32768);
        ElevationGrid grid = read(Files.write(folder.resolve("S29W102.hgt"), tile))
                .orElseThrow()
                .grid();

        assertThat(grid.frame().centreX(0)).isCloseTo(-102, within(1e-12));
        assertThat(grid.frame().centreY(0)).isCloseTo(-28, within(1e-12));
        assertThat(grid.frame().centreX(SIDE - 1)).isCloseTo(-101, within(1e-12));
        assertThat(grid.nearest(-102, -28)).isEqualTo(700);
        assertThat(grid.nearest(-101, -29)).isEqualTo(-5);
        assertThat(grid.at(1, 0)).isNaN();
        assertThat(issues.all()).isEmpty();
    }

    @Test
    void aTruncatedTileIsRefused() throws IOException {
        assertThat(read(Files.write(folder.resolve("N42E001.hgt"), new byte[2 * SIDE * SIDE - 2])))
                .isEmpty();
        assertThat(issues.counts()).containsOnlyKeys("raster.truncated");
        assertThat(issues.hasFatal()).isTrue();
    }

    @Test
    void aTileWhoseNameTellsNoPlaceIsRefused() throws IOException {
        assertThat(read(Files.write(folder.resolve("tile.hgt"), new byte[2 * SIDE * SIDE])))
                .isEmpty();
        assertThat(issues.counts()).containsOnlyKeys("raster.hgt_name");
    }

    @Test
    void neighboursInOneZipBecomeOneGridThatSharesTheirCommonColumn() throws IOException {
        byte[] west = new byte[2 * SIDE * SIDE];
        byte[] east = new byte[2 * SIDE * SIDE];
        put(west, SIDE - 1, 0, 300);
        put(west, SIDE - 1, 1, -32768);
        put(east, 0, 0, 300);
        put(east, 0, 1, 301);
        put(east, SIDE - 1, 0, 400);
        Path zip = folder.resolve("county.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream zipped = new ZipOutputStream(out)) {
            for (Object[] entry :
                    List.of(new Object[] {"dem/N29E102.hgt", west}, new Object[] {"dem/N29E103.hgt", east})) {
                zipped.putNextEntry(new ZipEntry((String) entry[0]));
                zipped.write(random((byte[]) entry[1]));
            }
        }
        ElevationGrid grid = read(zip).orElseThrow().grid();

        assertThat(grid.frame().columns()).isEqualTo(2 * SIDE - 1);
        assertThat(grid.frame().rows()).isEqualTo(SIDE);
        assertThat(grid.nearest(103, 30)).isEqualTo(300);
        assertThat(grid.at(SIDE - 1, 1))
                .as("void in the west, known in the east")
                .isEqualTo(301);
        assertThat(grid.nearest(104, 30)).isEqualTo(400);
    }

    /** Zeros alone would look like a zip bomb: the lower half gets uneven heights. */
    private static byte[] random(byte[] tile) {
        Random random = new Random(1);
        for (int i = SIDE * SIDE + 1; i < tile.length - 2; i += 2) {
            tile[i] = (byte) random.nextInt(256);
        }
        return tile;
    }

    /**
     * The reference used unrounded centroids and prints seven decimals. One building lies less than a millimetre from the border of two pixels, where
     * the rounding moves it across: printed 1.5220833 is column 626 (1055 m), the centroid of its OSM outline, 1.52208333724, is
     * column 627 (1052 m, the reference's answer). All others are looked up where they are printed.
     */
    @Test
    void everyBuildingOfAndorraHasTheHeightThatTwoOtherProgramsRead() throws IOException {
        ElevationGrid grid =
                read(RealData.file("andorra/N42E001.hgt.zip")).orElseThrow().grid();
        List<String> rows = Files.readAllLines(RealData.file("andorra/expected/building_access_reference.csv"));
        int compared = 0;
        for (String row : rows.subList(1, rows.size())) {
            String[] cell = row.split(",", -1);
            boolean roundedAcross = cell[0].equals("a1281978118");
            double lon = roundedAcross ? 1.52208333724117 : Double.parseDouble(cell[1]);
            double height = grid.nearest(lon, Double.parseDouble(cell[2]));
            double expected = Double.parseDouble(cell[3]);
            assertThat(height).as(row).isEqualTo(Double.valueOf(expected == -32768 ? Double.NaN : expected));
            compared++;
        }
        assertThat(compared).isEqualTo(7410);
        int voids = 0;
        for (float m : grid.metres()) {
            voids += Float.isNaN(m) ? 1 : 0;
        }
        assertThat(voids).isEqualTo(7652);
    }

    private Optional<ElevationFile> read(Path path) {
        return ElevationReaders.read(InputFile.of(path), issues);
    }

    private static void put(byte[] tile, int column, int row, int value) {
        int at = 2 * (row * SIDE + column);
        tile[at] = (byte) (value >> 8);
        tile[at + 1] = (byte) value;
    }
}
