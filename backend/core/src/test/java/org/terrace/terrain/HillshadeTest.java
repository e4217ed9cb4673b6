package org.terrace.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

class HillshadeTest {

    @Test
    void levelGroundGetsTheSineOfTheSunsHeight() {
        assertThat(Hillshade.classical(315, 30, 1).light(0, 0)).isCloseTo(0.5, within(1e-12));
        assertThat(Hillshade.multidirectional(30, 1).light(0, 0)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aSlopeSquareToTheSunIsFullyLitAndOneTurnedAwayIsDark() {
        // Sun in the west at 45 degrees; ground rising 1 per metre to the east faces it squarely, ground falling so is
        // grazed.
        Hillshade west = Hillshade.classical(270, 45, 1);
        assertThat(west.light(1, 0)).isCloseTo(1, within(1e-12));
        assertThat(west.light(-1, 0)).isCloseTo(0, within(1e-12));
        assertThat(west.light(-3, 0)).isZero();
    }

    @Test
    void aSlopeByHand() {
        // e = 0.3, n = 0.4, sun 315 at 45: sin = cos = 0.70711, e sin a + n cos a = 0.70711 (-0.3 + 0.4) = 0.070711,
        // light = 0.70711 (1 - 0.070711) / sqrt(1.25) = 0.58774.
        assertThat(Hillshade.classical(315, 45, 1).light(0.3, 0.4)).isCloseTo(0.58774, within(1e-5));
        // Exaggeration 2 is the slope doubled.
        assertThat(Hillshade.classical(315, 45, 2).light(0.15, 0.2)).isCloseTo(0.58774, within(1e-5));
    }

    @Test
    void fourSunsByHandOnASlopeFacingWest() {
        // e = 1, n = 0: aspect 270. Weights sin2(270 - az) / 2 = 0.25, 0, 0.25, 0.5 for 225, 270, 315, 360.
        // Sun at 30: sin 0.5, cos 0.86603. Lights: (0.5 + 0.86603 x 0.70711) / 1.41421 = 0.78657 twice, from 360 0.5 /
        // 1.41421 = 0.35355.
        // 0.25 x 0.78657 x 2 + 0.5 x 0.35355 = 0.57006.
        assertThat(Hillshade.multidirectional(30, 1).light(1, 0)).isCloseTo(0.57006, within(1e-5));
    }

    @Test
    void cellsThatAreNotSquareGiveTheSameLightAsThePlaneTheyLieOn() {
        GridFrame frame = new GridFrame(0, 0, 30, 20, 5, 4);
        float[] metres = new float[frame.cells()];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = (float) (1000 + 0.3 * frame.centreX(i % 5) + 0.4 * frame.centreY(i / 5));
        }
        float[] light = Hillshade.classical(315, 45, 1).of(new ElevationGrid(frame, metres));
        assertThat(light[7]).isCloseTo(0.58774f, within(1e-4f));
        assertThat(light[0]).as("the rim").isNaN();
        metres[0] = Float.NaN;
        assertThat(Hillshade.classical(315, 45, 1).of(new ElevationGrid(frame, metres))[6])
                .as("beside a hole")
                .isNaN();
    }

    @Test
    void lightStaysBetweenNoneAndAll() {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            double e = random.nextGaussian() * 3;
            double n = random.nextGaussian() * 3;
            assertThat(Hillshade.classical(315, 45, 1).light(e, n)).isBetween(0.0, 1.0);
            assertThat(Hillshade.multidirectional(45, 1.5).light(e, n)).isBetween(0.0, 1.0);
        }
    }
}
