package org.terrace.server.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrace.region.ElevationGrid;

class BaseTileRendererTest {
    private static final ElevationGrid GROUND = Terrain.dendritic();
    private static final BaseTileRenderer RENDERER =
            new BaseTileRenderer(ElevationPyramid.of(GROUND), Terrain.MADE, Terrain.MADE_LAT);

    @ParameterizedTest
    @CsvSource({"9,1", "11,1", "12,1", "12,2", "13,1", "14,1", "15,2", "16,1"})
    void tilesMeetWithoutASeam(int zoom, int scale) {
        TileFrame at = TileFrame.covering(zoom, scale, 105, 27.5, 105, 27.5);
        TileFrame block = new TileFrame(zoom, at.tileX() - 1, at.tileY() - 1, 3, 3, scale);
        BufferedImage whole = draw(block, Theme.LIGHT);
        int size = block.tilePixels();
        int differing = 0;
        for (int k = 0; k < 9; k++) {
            TileFrame tile = TileFrame.tile(zoom, block.tileX() + k % 3, block.tileY() + k / 3, scale);
            BufferedImage image = RENDERER.draw(tile, Theme.LIGHT);
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    int one = image == null ? 0 : image.getRGB(x, y);
                    int other = whole.getRGB(k % 3 * size + x, k / 3 * size + y);
                    if (one != other) {
                        differing++;
                        // The stroker counts eighths of a pixel and may round the same line otherwise far from the
                        // origin.
                        assertThat(channelDistance(one, other))
                                .as("pixel %d,%d of tile %d", x, y, k)
                                .isLessThanOrEqualTo(12);
                    }
                }
            }
        }
        assertThat(differing).as("pixels that differ at all").isLessThan(9 * size * size / 1000);
    }

    @Test
    void theContourOfAPlaneLiesWhereThePlaneHasItsHeight() {
        // Rises 1 m per 20 m to the east, 1000 m at the meridian 105: every 100 m of height are 2000 m apart; only the
        // line of
        // 1000 m runs through the meridian.
        double centre = Terrain.MADE.toMetric(new double[] {105, 27.5})[0];
        ElevationGrid plane = Terrain.MADE.grid(105, 27.5, 30, 600, 600, (x, y) -> 1000 + (x - centre) / 20);
        BaseTileRenderer renderer = new BaseTileRenderer(ElevationPyramid.of(plane), Terrain.MADE, 27.5);
        TileFrame tile = TileFrame.covering(13, 1, 104.999, 27.5, 104.999, 27.5);
        BufferedImage image = Objects.requireNonNull(renderer.draw(tile, Theme.LIGHT));
        // Longitude 105 in pixels of the tile.
        double expected = (105 + 180.0) / 360 * 256 * 8192 - 256.0 * tile.tileX();
        assertThat(expected).isBetween(20.0, 236.0);
        for (int y = 2; y < 12; y++) {
            double sum = 0;
            double weight = 0;
            int paper = image.getRGB((int) expected - 12, y) & 255;
            for (int x = (int) expected - 5; x <= (int) expected + 5; x++) {
                int ink = Math.max(0, paper - (image.getRGB(x, y) & 255) - 1);
                sum += ink * (x + 0.5);
                weight += ink;
            }
            assertThat(weight).isPositive();
            assertThat(sum / weight).isCloseTo(expected, within(0.3));
        }
    }

    @Test
    void noCellShowsAtHighZoom() {
        // 90 m cells are 85 pixels wide at zoom 17. No line runs here; neighbouring pixels differ by a few shades at
        // most.
        ElevationGrid waves =
                Terrain.MADE.grid(105, 27.5, 90, 100, 100, (x, y) -> 1050 + 40 * Math.sin(x / 150) * Math.sin(y / 150));
        BufferedImage image =
                Objects.requireNonNull(new BaseTileRenderer(ElevationPyramid.of(waves), Terrain.MADE, 27.5)
                        .draw(TileFrame.covering(17, 1, 105, 27.5, 105, 27.5), Theme.LIGHT));
        int worst = 0;
        for (int y = 0; y < 256; y++) {
            for (int x = 1; x < 256; x++) {
                worst = Math.max(worst, channelDistance(image.getRGB(x - 1, y), image.getRGB(x, y)));
            }
        }
        assertThat(worst).isLessThanOrEqualTo(3);
    }

    @Test
    void whereNothingIsKnownTheTileIsTheSharedEmptyOne() {
        byte[] empty = RENDERER.render(TileFrame.tile(12, 5, 5, 1), Theme.LIGHT);
        assertThat(empty).isSameAs(Png.empty());
        BufferedImage image = Decoded.png(empty);
        assertThat(image.getWidth()).isEqualTo(256);
        assertThat(image.getRGB(128, 128) >>> 24).isZero();
        float[] nothing = new float[100];
        Arrays.fill(nothing, Float.NaN);
        ElevationGrid unknown = new ElevationGrid(
                Terrain.MADE.grid(105, 27.5, 30, 10, 10, (x, y) -> 0).frame(), nothing);
        assertThat(new BaseTileRenderer(ElevationPyramid.of(unknown), Terrain.MADE, 27.5)
                        .render(TileFrame.covering(14, 1, 105, 27.5, 105, 27.5), Theme.DARK))
                .isSameAs(Png.empty());
    }

    @Test
    void outsideTheDataTheMapIsTransparentAndInsideOpaque() {
        BufferedImage image = draw(TileFrame.covering(7, 1, 105, 27.5, 105, 27.5), Theme.LIGHT);
        int clear = 0;
        int opaque = 0;
        for (int i = 0; i < 256 * 256; i++) {
            int alpha = image.getRGB(i % 256, i / 256) >>> 24;
            clear += alpha == 0 ? 1 : 0;
            opaque += alpha == 255 ? 1 : 0;
        }
        assertThat(clear + opaque).isEqualTo(256 * 256);
        // 36 x 30 km at 1085 m per pixel: 33 x 28 = 917 pixels, if the tile holds all of them.
        assertThat(opaque).isBetween(850, 980);
    }

    @Test
    void lightIsPaperAndDarkItsMirror() {
        TileFrame tile = TileFrame.covering(12, 1, 105, 27.5, 105, 27.5);
        assertThat(meanGrey(draw(tile, Theme.LIGHT))).isBetween(200.0, 245.0);
        assertThat(meanGrey(draw(tile, Theme.DARK))).isBetween(25.0, 70.0);
    }

    @Test
    void theSameTileIsTheSameBytes() {
        TileFrame tile = TileFrame.covering(13, 2, 105, 27.5, 105, 27.5);
        assertThat(RENDERER.render(tile, Theme.LIGHT)).isEqualTo(RENDERER.render(tile, Theme.LIGHT));
    }

    private static BufferedImage draw(TileFrame frame, Theme theme) {
        return Objects.requireNonNull(RENDERER.draw(frame, theme));
    }

    private static double meanGrey(BufferedImage image) {
        double sum = 0;
        for (int i = 0; i < 256 * 256; i++) {
            sum += image.getRGB(i % 256, i / 256) >> 8 & 255;
        }
        return sum / (256 * 256);
    }

    private static int channelDistance(int a, int b) {
        int most = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            most = Math.max(most, Math.abs((a >>> shift & 255) - (b >>> shift & 255)));
        }
        return most;
    }
}
