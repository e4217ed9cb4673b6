package org.terrace.server.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

class SmoothSurfaceTest {
    private static final GridFrame FRAME = new GridFrame(0, 0, 30, 20, 12, 10);

    @Test
    void aPlaneStaysThePlaneUpToItsRim() {
        SmoothSurface surface = new SmoothSurface(plane());
        // Up to the rim, but for the corners, which are rounded off.
        for (double x = 16; x < 345; x += 7.3) {
            for (double y = -1; y > -200; y -= 5.9) {
                assertThat(surface.at(x, y)).isCloseTo((float) (500 + 0.3 * x - 0.2 * y), within(1e-3f));
            }
        }
    }

    @Test
    void theCornersAreRounded() {
        SmoothSurface surface = new SmoothSurface(plane());
        assertThat(surface.at(1, -1)).isNaN();
        assertThat(surface.at(1, -50)).isCloseTo(510.3f, within(1e-3f));
        assertThat(surface.at(359, -50)).isCloseTo(617.7f, within(1e-3f));
    }

    @Test
    void outsideThereIsNoGround() {
        SmoothSurface surface = new SmoothSurface(plane());
        assertThat(surface.at(-1, -50)).isNaN();
        assertThat(surface.at(361, -50)).isNaN();
        assertThat(surface.at(100, 1)).isNaN();
        assertThat(surface.at(100, -201)).isNaN();
        assertThat(surface.at(Double.NaN, -50)).isNaN();
    }

    @Test
    void aHoleStaysAHoleAndItsNeighboursStayOnThePlane() {
        ElevationGrid grid = plane();
        grid.metres()[5 * 12 + 6] = Float.NaN;
        SmoothSurface surface = new SmoothSurface(grid);
        assertThat(surface.at(FRAME.centreX(6), FRAME.centreY(5))).isNaN();
        double x = FRAME.centreX(7);
        double y = FRAME.centreY(5);
        assertThat(surface.at(x, y)).isCloseTo((float) (500 + 0.3 * x - 0.2 * y), within(1e-3f));
    }

    @Test
    void aLoneSpikeIsRoundedByTheSpline() {
        // Centre weight of the cubic B-spline: (2/3)2 = 4/9.
        float[] metres = new float[FRAME.cells()];
        metres[5 * 12 + 6] = 90;
        SmoothSurface surface = new SmoothSurface(new ElevationGrid(FRAME, metres));
        assertThat(surface.at(FRAME.centreX(6), FRAME.centreY(5))).isCloseTo(40f, within(1e-4f));
        assertThat(surface.at(FRAME.centreX(7), FRAME.centreY(5))).isCloseTo(10f, within(1e-4f));
    }

    @Test
    void onRealGroundTheDrawnSurfaceStaysNearTheModel() throws IOException {
        var real = Terrain.andorra();
        Assumptions.assumeTrue(real.isPresent(), "no real data");
        ElevationGrid grid = real.get();
        SmoothSurface surface = new SmoothSurface(grid);
        double[] off = new double[grid.frame().cells()];
        int n = 0;
        for (int i = 0; i < off.length; i++) {
            int c = i % grid.frame().columns();
            int r = i / grid.frame().columns();
            float drawn = surface.at(grid.frame().centreX(c), grid.frame().centreY(r));
            if (!Float.isNaN(drawn)) {
                off[n++] = Math.abs(drawn - grid.at(c, r));
            }
        }
        Arrays.sort(off, 0, n);
        System.out.printf(
                java.util.Locale.ROOT,
                "smoothing moves heights by %.1f m (median), %.1f m (95 %%), %.1f m (99.9 %%) of %d cells%n",
                off[n / 2],
                off[(int) (0.95 * n)],
                off[(int) (0.999 * n)],
                n);
        // The model's own vertical error is 16 m (90 %, SRTM specification).
        assertThat(off[(int) (0.95 * n)]).isLessThan(16);
    }

    private static ElevationGrid plane() {
        float[] metres = new float[FRAME.cells()];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = (float) (500 + 0.3 * FRAME.centreX(i % 12) - 0.2 * FRAME.centreY(i / 12));
        }
        return new ElevationGrid(FRAME, metres);
    }
}
