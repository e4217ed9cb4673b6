package org.terrace.formats.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.Issues;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

class ElevationMosaicTest {
    private final Issues issues = new Issues();
    private final ElevationFile first = tile(0, 30, 4543, "EGM96", 1, 2);

    @Test
    void tilesSideBySideBecomeOneGridWithAVoidBetween() {
        ElevationFile mosaic = ElevationMosaic.of("county", List.of(first, tile(90, 30, 4543, "EGM96", 3, 4)), issues)
                .orElseThrow();
        assertThat(mosaic.grid().frame()).isEqualTo(new GridFrame(0, 30, 30, 30, 5, 1));
        assertThat(mosaic.grid().metres()).containsExactly(1, 2, Float.NaN, 3, 4);
        assertThat(mosaic.verticalDatum()).contains("EGM96");
        assertThat(issues.all()).isEmpty();
    }

    @Test
    void anUnknownLevelMakesTheLevelOfAllUnknown() {
        ElevationFile mosaic = ElevationMosaic.of("county", List.of(first, tile(60, 30, 4543, "", 3, 4)), issues)
                .orElseThrow();
        assertThat(mosaic.verticalDatum()).isEmpty();
        assertThat(issues.counts()).containsOnlyKeys("raster.mosaic_vertical_unknown");
    }

    @Test
    void tilesThatDoNotFitAreRefused() {
        refused(tile(60, 30, 4544, "EGM96", 3, 4), "raster.mosaic_crs");
        refused(tile(60, 30, 4543, "Yellow Sea 1985", 3, 4), "raster.mosaic_vertical");
        refused(tile(75, 30, 4543, "EGM96", 3, 4), "raster.mosaic_not_aligned");
        refused(tile(60, 31, 4543, "EGM96", 3, 4), "raster.mosaic_not_aligned");
        refused(tile(3e12, 30, 4543, "EGM96", 3, 4), "raster.too_large");
    }

    private void refused(ElevationFile other, String code) {
        Issues own = new Issues();
        assertThat(ElevationMosaic.of("county", List.of(first, other), own)).isEmpty();
        assertThat(own.counts()).containsOnlyKeys(code);
    }

    /** Two cells beside each other, the upper edge at 30. */
    private static ElevationFile tile(double west, double cell, int epsg, String level, float a, float b) {
        ElevationGrid grid = new ElevationGrid(new GridFrame(west, 30, cell, cell, 2, 1), new float[] {a, b});
        Optional<String> datum = level.isEmpty() ? Optional.empty() : Optional.of(level);
        return new ElevationFile("tile", "test", grid, CrsFound.read(Crs.epsg(epsg), "srs"), datum);
    }
}
