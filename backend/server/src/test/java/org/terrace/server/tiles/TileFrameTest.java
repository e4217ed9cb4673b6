package org.terrace.server.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TileFrameTest {

    @Test
    void theWorldIsASquareThatEndsAt85Degrees() {
        TileFrame world = TileFrame.tile(0, 0, 0, 1);
        assertThat(world.lon(0)).isEqualTo(-180);
        assertThat(world.lon(256)).isEqualTo(180);
        // atan(sinh(pi)) = 85.0511 degrees.
        assertThat(world.lat(0)).isCloseTo(85.0511, within(1e-4));
        assertThat(world.lat(128)).isCloseTo(0, within(1e-12));
        assertThat(world.lat(256)).isCloseTo(-85.0511, within(1e-4));
    }

    @Test
    void aPointIsInTheTileThatCoversIt() {
        // Andorra la Vella at zoom 10: (1.5218 + 180) / 360 x 1024 = 516.33; lat 42.5075: asinh(tan) = 0.82215,
        // (1 - 0.82215 / pi) / 2 x 1024 = 378.0.
        TileFrame tile = TileFrame.covering(10, 2, 1.5218, 42.5, 1.5218, 42.5);
        assertThat(tile).isEqualTo(TileFrame.tile(10, 516, 378, 2));
        assertThat(tile.width()).isEqualTo(512);
        assertThat(tile.lon(0)).isLessThan(1.5218);
        assertThat(tile.lon(512)).isGreaterThan(1.5218);
        assertThat(tile.lat(0)).isGreaterThan(42.5);
        assertThat(tile.lat(512)).isLessThan(42.5);
    }

    @Test
    void aPixelOfTheWorldTileSpans156KilometresAtTheEquatorAndHalfAt60() {
        assertThat(TileFrame.metresPerPixel(0, 1, 0)).isCloseTo(156_543.03, within(0.01));
        assertThat(TileFrame.metresPerPixel(0, 2, 60)).isCloseTo(156_543.03 / 4, within(0.01));
    }

    @Test
    void tilesBeyondTheWorldAreRefusedByName() {
        assertThatThrownBy(() -> TileFrame.tile(3, 8, 0, 1)).hasMessageContaining("3/8/0");
        assertThatThrownBy(() -> TileFrame.tile(21, 0, 0, 1)).hasMessageContaining("zoom 21");
        assertThatThrownBy(() -> TileFrame.tile(1, 0, 0, 3)).hasMessageContaining("scale 3");
    }
}
