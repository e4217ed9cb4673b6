package org.terrace.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

class SlopeTest {

    @Test
    void aPlaneHasItsOwnSlopeAndAspectInEveryInnerCell() {
        // Rises 0.3 m per metre east and 0.4 north: slope atan(0.5) = 26.565 degrees, facing down to the south west.
        ElevationGrid plane = plane(0.3, 0.4, 30, 20);
        assertThat(Slope.degrees(plane, 2, 2)).isCloseTo(26.565, within(0.001));
        // Downhill is towards (-0.3, -0.4): 180 + atan(0.3 / 0.4) = 216.87 degrees from north.
        assertThat(Slope.aspectDegrees(plane, 2, 2)).isCloseTo(216.87, within(0.01));
    }

    @Test
    void theRimHasNoSlope() {
        assertThat(Slope.degrees(plane(0.1, 0, 30, 30), 0, 2)).isNaN();
    }

    @Test
    void flatGroundFacesNowhere() {
        assertThat(Slope.degrees(plane(0, 0, 30, 30), 2, 2)).isZero();
        assertThat(Slope.aspectDegrees(plane(0, 0, 30, 30), 2, 2)).isNaN();
    }

    private static ElevationGrid plane(double east, double north, double cellX, double cellY) {
        GridFrame frame = new GridFrame(0, 0, cellX, cellY, 5, 5);
        float[] metres = new float[25];
        for (int i = 0; i < 25; i++) {
            metres[i] = (float) (1000 + east * frame.centreX(i % 5) + north * frame.centreY(i / 5));
        }
        return new ElevationGrid(frame, metres);
    }
}
