package org.terrace.server.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngTest {

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB})
    void whatIsWrittenIsReadBackPixelByPixel(int type) {
        Random random = new Random(3);
        BufferedImage image = new BufferedImage(37, 23, type);
        for (int i = 0; i < 37 * 23; i++) {
            // Smooth in the upper half, noise below: both filters are used.
            image.setRGB(i % 37, i / 37, i < 400 ? 0xff000000 | i * 0x010203 : random.nextInt());
        }
        BufferedImage back = Decoded.png(Png.bytes(image));
        assertThat(back.getWidth()).isEqualTo(37);
        assertThat(back.getHeight()).isEqualTo(23);
        for (int i = 0; i < 37 * 23; i++) {
            assertThat(back.getRGB(i % 37, i / 37)).isEqualTo(image.getRGB(i % 37, i / 37));
        }
    }
}
