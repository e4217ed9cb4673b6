package org.terrace.server.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.terrace.analysis.ClassScheme;
import org.terrace.analysis.Field;
import org.terrace.analysis.FieldSpec;
import org.terrace.region.GridFrame;

class FieldTileRendererTest {
    private static final ClassScheme SCHEME =
            new ClassScheme("zone", List.of(entry("high", "#112233"), entry("low", "#aabbcc")));
    private static final TileFrame TILE = TileFrame.covering(14, 1, 104.999, 27.5, 104.999, 27.5);

    private static ClassScheme.Entry entry(String code, String colour) {
        return new ClassScheme.Entry(
                code, colour, "dot", false, false, Double.NaN, ClassScheme.LineStyle.PLAIN, Optional.empty());
    }

    @Test
    void eachPixelHasTheColourOfItsCellAndUnknownIsTransparent() {
        // Two cells of 40 km beside each other, border at the meridian 105; the field's codes are ordered otherwise
        // than the scheme's.
        double[] border = Terrain.MADE.toMetric(new double[] {105, 27.5});
        GridFrame frame = new GridFrame(border[0] - 40_000, border[1] + 20_000, 40_000, 40_000, 2, 1);
        Field field =
                new Field(new FieldSpec("zone", "", "zone", List.of("low", "high")), frame, new float[] {0, Float.NaN});
        FieldPalette palette = FieldPalette.ofClasses(SCHEME, field.spec().codes());
        BufferedImage image = Decoded.png(FieldTileRenderer.render(field, palette, TILE, Terrain.MADE));
        int x = (int) Math.round(285.0 / 360 * 256 * 16384 - 256.0 * TILE.tileX());
        assertThat(x).isBetween(5, 250);
        assertThat(image.getRGB(x - 2, 100)).isEqualTo(0xffaabbcc);
        assertThat(image.getRGB(x + 2, 100) >>> 24).isZero();
        assertThat(FieldTileRenderer.render(field, palette, TileFrame.tile(14, 1, 1, 1), Terrain.MADE))
                .isSameAs(Png.empty());
    }

    @Test
    void aClassWithoutColourStopsAndSoDoesAValueThatIsNoClass() {
        assertThatThrownBy(() -> FieldPalette.ofClasses(SCHEME, List.of("middle")))
                .hasMessageContaining("'middle'");
        FieldPalette palette = FieldPalette.ofClasses(SCHEME, List.of("low"));
        assertThatThrownBy(() -> palette.band(1)).hasMessageContaining("1.0");
        assertThatThrownBy(() -> palette.band(0.5f)).hasMessageContaining("0.5");
    }

    @Test
    void numbersFallIntoBandsBetweenRoundNumbers() {
        // 3 .. 87 in eight at most: steps of 20 from 0 to 100, the upper limit inclusive.
        FieldPalette palette = FieldPalette.ofNumbers(3, 87);
        assertThat(palette.bands()).extracting(FieldPalette.Band::upTo).containsExactly(20.0, 40.0, 60.0, 80.0, 100.0);
        assertThat(palette.band(20)).isZero();
        assertThat(palette.band(20.01f)).isEqualTo(1);
        assertThat(palette.band(-5)).isZero();
        assertThat(palette.band(1e9f)).isEqualTo(4);
        assertThat(palette.band(Float.NaN)).isEqualTo(-1);
        // The ends of cividis are dark blue and yellow.
        assertThat(palette.bands().get(0).colour()).isEqualTo("#002051");
        assertThat(palette.bands().get(4).colour()).isEqualTo("#fdea45");
    }

    @Test
    void minutesFallIntoTheBandsThatPeopleTellThemBy() {
        // The farthest house is 75 minutes away: the bands end at 90. With 500 minutes the last band has no end.
        assertThat(FieldPalette.ofMinutes(75).bands())
                .extracting(FieldPalette.Band::upTo)
                .containsExactly(10.0, 20.0, 30.0, 45.0, 60.0, 90.0);
        FieldPalette far = FieldPalette.ofMinutes(500);
        assertThat(far.bands()).hasSize(8);
        assertThat(far.bands().get(7).from()).isEqualTo(120);
        assertThat(far.bands().get(7).upTo()).isNaN();
        assertThat(far.band(10)).isZero();
        assertThat(far.band(10.1f)).isEqualTo(1);
        assertThat(far.band(499)).isEqualTo(7);
        assertThat(FieldPalette.ofMinutes(0).bands()).hasSize(1);
        Field field = new Field(
                new FieldSpec("walk", "minutes", "", List.of()),
                new GridFrame(0, 0, 1, 1, 2, 1),
                new float[] {3, Float.NaN});
        assertThat(FieldPalette.ofNumbers(field).bands())
                .containsExactlyElementsOf(FieldPalette.ofMinutes(3).bands());
    }

    @Test
    void anyRangeGivesOneToEightBandsThatCoverIt() {
        for (double[] range : new double[][] {
            {0, 0}, {5, 5}, {-3, 4}, {0.001, 0.0024}, {99.9, 1000.1}, {-250, -10}, {0, 1e7}, {1e6, 1e6}, {7, 8.0001}
        }) {
            List<FieldPalette.Band> bands =
                    FieldPalette.ofNumbers(range[0], range[1]).bands();
            assertThat(bands).hasSizeBetween(1, 8);
            assertThat(bands.get(0).from()).isLessThanOrEqualTo(range[0]);
            assertThat(bands.get(bands.size() - 1).upTo()).isGreaterThanOrEqualTo(range[1]);
        }
        assertThatThrownBy(() -> FieldPalette.ofNumbers(2, 1)).hasMessageContaining("2.0 to 1.0");
    }
}
