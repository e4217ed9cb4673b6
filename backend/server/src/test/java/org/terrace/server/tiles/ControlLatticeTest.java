package org.terrace.server.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlLatticeTest {

    @ParameterizedTest
    @CsvSource({"3,1", "6,1", "6,2", "8,1", "9,2", "11,1", "14,2", "18,1"})
    void fewTransformsPlaceEveryPixelWithinATenthOfAPixel(int zoom, int scale) {
        for (double lat : new double[] {24, 42.5, 55}) {
            // Up to 1.6 degrees from the meridian, as at the rim of a 3-degree zone.
            TileFrame frame = TileFrame.covering(zoom, scale, 106.6, lat, 106.6, lat);
            SphericalMercator crs = new SphericalMercator(105);
            ControlLattice lattice = new ControlLattice(frame, 3, crs);
            if (zoom >= 6) {
                assertThat(lattice.points()).isLessThanOrEqualTo(121);
            }
            double pixelM = TileFrame.metresPerPixel(zoom, scale, lat);
            double[] east = new double[frame.width() + 6];
            double[] north = new double[frame.width() + 6];
            double worst = 0;
            for (int y = -3; y < frame.height() + 3; y += 7) {
                lattice.row(frame.firstX() - 3, frame.firstY() + y, east.length, east, north);
                for (int i = 0; i < east.length; i += 5) {
                    double[] exact = crs.toMetric(new double[] {frame.lon(i - 3 + 0.5), frame.lat(y + 0.5)});
                    worst = Math.max(worst, Math.hypot(east[i] - exact[0], north[i] - exact[1]) / pixelM);
                }
            }
            assertThat(worst).as("pixels at zoom %d, latitude %s", zoom, lat).isLessThan(0.1);
        }
    }
}
